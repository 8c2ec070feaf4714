#include "core/intake/tables/column_content.hpp"

#include "core/base/ascii.hpp"
#include "core/base/money.hpp"
#include "core/base/text.hpp"
#include "core/intake/tables/amounts.hpp"
#include "core/intake/tables/cells.hpp"
#include "core/intake/tables/words.hpp"

#include <algorithm>
#include <array>
#include <set>

namespace middleground {

namespace {

constexpr std::size_t rows_to_judge = 300;      // what columns hold
constexpr std::size_t rows_to_judge_order = 20000; // how days and decimals are written: one row may tell

bool is_date(ImportField field) {
    using enum ImportField;
    return field == close_date || field == closed_on || field == created || field == changed;
}

bool is_own(const TableMapping& mapping, std::size_t column, FieldKind kind) {
    return mapping.fields[column] == ImportField::own_field && column < mapping.own.size() && mapping.own[column].kind == kind;
}

bool is_day(std::string_view cell) {
    return table_date(cell, DateOrder::dmy) || table_date(cell, DateOrder::mdy) || table_date(cell, DateOrder::ymd);
}

bool is_plain_number(std::string_view cell) {
    return std::ranges::any_of(cell, is_digit) && std::ranges::none_of(cell, [](char c) { return is_ascii_letter(c) || static_cast<unsigned char>(c) >= 0x80 || c == ':' || c == '/'; });
}

// What the cells of a column are like, evenly of the whole table.
struct Content {
    int filled = 0, days = 0, day_numbers = 0, amounts = 0, numbers = 0, addresses = 0, currencies = 0, codes = 0, stages = 0, companies = 0, long_texts = 0, record_ids = 0;
    std::set<std::string> different;
    double largest = 0;

    bool mostly(int count) const { return filled > 0 && count * 10 >= filled * 8; }
};

bool is_company(std::string_view cell) {
    constexpr std::array<std::string_view, 24> forms{" gmbh ", " ag ",  " ltd ", " inc ", " llc ", " plc ", " corp ", " sa ",   " s a ", " sarl ", " sas ", " bv ",
                                                     " b v ",  " nv ",  " ab ",  " as ",  " oy ",  " srl ", " spa ",  " s p a ", " ооо ", " kg ",   " se ",  " sp z o o "};
    const auto key = words_key(cell.substr(0, 200));
    return std::ranges::any_of(forms, [&](std::string_view form) { return key.ends_with(form); });
}

// "0018a000023hvGyAAI": eighteen letters and digits, as Salesforce numbers all it has.
bool is_record_id(std::string_view cell) {
    constexpr std::size_t length = 18;
    return cell.size() == length && std::ranges::all_of(cell, [](char c) { return is_digit(c) || is_ascii_letter(c); }) && std::ranges::count_if(cell, is_digit) > 4;
}

template <typename F>
void for_sample(const TextTable& table, std::size_t most, F&& look) {
    const auto stride = std::max<std::size_t>(1, (table.rows.size() + most - 1) / most);
    for (std::size_t i = 0; i < table.rows.size(); i += stride) look(table.rows[i]);
}

Content content_of(const TextTable& table, std::size_t column, ImportWords* words) {
    Content content;
    for_sample(table, rows_to_judge, [&](const std::vector<std::string>& row) {
        const auto cell = trimmed(row[column]);
        if (says_nothing(cell) || says_no_day(cell)) return;
        content.filled += 1;
        if (content.different.size() < 100) content.different.emplace(cell.substr(0, 100));
        content.addresses += cell.contains('@') && !cell.contains(' ') ? 1 : 0;
        content.numbers += is_plain_number(cell) ? 1 : 0;
        content.record_ids += is_record_id(cell) ? 1 : 0;
        content.long_texts += cell.size() > 60 ? 1 : 0;
        content.companies += is_company(cell) ? 1 : 0;
        if (is_day(cell)) {
            content.days += 1;
        } else if (day_of_number(cell)) {
            content.day_numbers += 1;
        }
        if (const auto money = imported_money(cell, any_currency)) {
            content.amounts += 1;
            content.largest = std::max(content.largest, static_cast<double>(money->minor));
        } else if (cell.starts_with('-') && is_plain_number(cell.substr(1))) {
            content.amounts += 1;
        }
        content.currencies += !currency_named(cell).empty() ? 1 : 0;
        content.codes += is_known_currency(cell) ? 1 : 0;
        if (words && words->outcome(cell)) content.stages += 1;
    });
    return content;
}

}

std::vector<ImportField> fields_by_content(const TextTable& table, std::span<const ImportVocabulary> vocabularies) {
    using enum ImportField;
    ImportWords words(vocabularies);
    std::vector<ImportField> fields(table.columns.size(), nothing);
    const auto has = [&](ImportField field) { return std::ranges::find(fields, field) != fields.end(); };
    std::vector<std::size_t> texts;
    std::optional<std::size_t> company;
    double largest = -1;
    std::optional<std::size_t> amounts;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const auto content = content_of(table, i, &words);
        if (content.filled == 0) continue;
        if (content.mostly(content.addresses)) {
            fields[i] = email;
        } else if (content.mostly(content.days)) {
            if (!has(close_date)) fields[i] = close_date;
        } else if (content.mostly(content.currencies) && !content.mostly(content.numbers)) {
            if (!has(currency)) fields[i] = currency;
        } else if (content.mostly(content.amounts)) {
            // The largest numbers are the amounts; smaller ones count something.
            if (content.largest > largest) {
                largest = content.largest;
                amounts = i;
            }
        } else if (content.mostly(content.stages) && !has(stage)) {
            fields[i] = stage;
        } else if (content.mostly(content.long_texts)) {
            if (!has(notes)) fields[i] = notes;
        } else if (!content.mostly(content.numbers)) {
            texts.push_back(i);
            if (!company && content.companies * 3 >= content.filled) company = i;
        }
    }
    if (amounts) fields[*amounts] = amount;
    if (company) fields[*company] = account;
    for (const auto i : texts) {
        if (fields[i] != nothing) continue;
        if (!has(title)) {
            fields[i] = title;
        } else if (!has(account)) {
            fields[i] = account;
        }
    }
    return fields;
}

void mend_by_content(TableMapping& mapping, const TextTable& table) {
    using enum ImportField;
    if (mapping.kind != ImportKind::deals || table.rows.empty()) return;
    auto& fields = mapping.fields;
    const auto place_of = [&](ImportField field) {
        const auto found = std::ranges::find(fields, field);
        return found == fields.end() ? std::nullopt : std::optional(static_cast<std::size_t>(found - fields.begin()));
    };
    for (std::size_t i = 0; i < fields.size(); ++i) {
        const bool is_name = fields[i] == title || fields[i] == account || fields[i] == seller || fields[i] == contacts;
        if (!is_date(fields[i]) && fields[i] != amount && !is_name) continue;
        const auto content = content_of(table, i, nullptr);
        if (is_name && content.mostly(content.record_ids)) {
            fields[i] = nothing; // a field of one's own that points to something else
        } else if (content.filled == 0) {
            if (fields[i] == title && place_of(account)) fields[i] = nothing;
        } else if (is_date(fields[i])) {
            if (content.days == 0 && content.day_numbers == 0 && content.filled > 2) fields[i] = nothing;
        } else if (fields[i] == seller) {
            if (content.numbers == content.filled) fields[i] = nothing; // the number of a person is no name
        } else if (fields[i] == amount) {
            if (content.amounts == 0 && content.filled > 2) fields[i] = nothing;
        } else if (heading_key(table.columns[i]) == "opportunity" && content.mostly(content.numbers) && !place_of(amount) && place_of(account)) {
            fields[i] = amount;
        }
    }
    if (!place_of(amount) || place_of(currency)) return;
    // Codes of currencies and nothing else, whatever the heading; of two such columns nobody knows which.
    std::optional<std::size_t> codes;
    for (std::size_t i = 0; i < fields.size(); ++i) {
        if (fields[i] != nothing) continue;
        const auto content = content_of(table, i, nullptr);
        if (content.filled == 0 || content.codes < content.filled) continue;
        if (codes) return;
        codes = i;
    }
    if (codes) fields[*codes] = currency;
}

DateFinding date_order_of(const TextTable& table, const TableMapping& mapping) {
    DateFinding finding;
    finding.columns.assign(table.columns.size(), DateOrder::ymd);
    struct Seen {
        int dmy = 0, mdy = 0;
        std::string either;
    };
    std::vector<Seen> seen(table.columns.size());
    Seen all;
    for (std::size_t column = 0; column < mapping.fields.size() && column < table.columns.size(); ++column) {
        if (!is_date(mapping.fields[column]) && !is_own(mapping, column, FieldKind::date)) continue;
        auto& here = seen[column];
        for_sample(table, rows_to_judge_order, [&](const std::vector<std::string>& row) {
            const auto hint = date_hint(row[column]);
            here.dmy += hint == DateHint::dmy ? 1 : 0;
            here.mdy += hint == DateHint::mdy ? 1 : 0;
            if (hint == DateHint::either && here.either.empty()) here.either = clean_line(row[column], 40);
        });
        if (here.dmy > 0 && here.mdy == 0) all.dmy += 1;
        if (here.mdy > 0 && here.dmy == 0) all.mdy += 1;
    }
    // Columns that show it, if they agree, speak for those that do not.
    std::optional<DateOrder> others = mapping.dates;
    if (!others && all.dmy > 0 && all.mdy == 0) others = DateOrder::dmy;
    if (!others && all.mdy > 0 && all.dmy == 0) others = DateOrder::mdy;
    finding.order = others;
    bool in_doubt = false;
    for (std::size_t column = 0; column < seen.size(); ++column) {
        const auto& here = seen[column];
        const bool shows = (here.dmy > 0) != (here.mdy > 0);
        if (shows) {
            finding.columns[column] = here.dmy > 0 ? DateOrder::dmy : DateOrder::mdy;
        } else if (here.dmy > 0) { // both: those in doubt are asked for
            finding.columns[column] = mapping.dates.value_or(here.dmy >= here.mdy ? DateOrder::dmy : DateOrder::mdy);
            if (here.either.empty() || mapping.dates) continue;
            in_doubt = true;
            finding.example = here.either;
            finding.column = table.columns[column];
        } else if (others) {
            finding.columns[column] = *others;
        } else if (!here.either.empty() && !in_doubt) {
            in_doubt = true;
            finding.example = here.either;
            finding.column = table.columns[column];
        }
    }
    if (in_doubt && !mapping.dates) {
        finding.order.reset();
    } else if (!finding.order) {
        finding.order = DateOrder::ymd;
    }
    return finding;
}

DecimalFinding decimal_sign_of(const TextTable& table, const TableMapping& mapping) {
    DecimalFinding finding;
    int commas = 0;
    int points = 0;
    struct Doubtful {
        std::string cell, column;
    };
    std::optional<Doubtful> with_comma, with_point; // the first that can be read both ways
    for (std::size_t column = 0; column < mapping.fields.size() && column < table.columns.size(); ++column) {
        if (mapping.fields[column] != ImportField::amount && !is_own(mapping, column, FieldKind::number)) continue;
        for_sample(table, rows_to_judge_order, [&](const std::vector<std::string>& row) {
            const auto hint = decimal_hint(row[column]);
            commas += hint == DecimalHint::comma ? 1 : 0;
            points += hint == DecimalHint::point ? 1 : 0;
            if (hint != DecimalHint::either) return;
            auto& doubtful = row[column].contains(',') ? with_comma : with_point;
            if (!doubtful) doubtful = {clean_line(row[column], 40), table.columns[column]};
        });
    }
    finding.mixed = commas > 0 && points > 0;
    finding.chosen = mapping.decimals.has_value();
    if (mapping.decimals) {
        finding.sign = mapping.decimals;
    } else if (commas + points > 0) {
        finding.sign = commas > points ? DecimalSign::comma : DecimalSign::point;
    }
    // Of those that can be read both ways one that would have three decimals matters most.
    const bool comma = finding.sign ? *finding.sign == DecimalSign::comma : with_comma.has_value();
    auto& wanted = comma ? with_comma : with_point;
    const bool would_be_decimals = finding.sign && wanted;
    if (auto& example = wanted ? wanted : comma ? with_point : with_comma) {
        finding.example = std::move(example->cell);
        finding.column = std::move(example->column);
    }
    // One amount, or a bare majority, is no reason to take a thousandth of what may be meant.
    constexpr int enough = 2;
    const int for_it = std::max(commas, points), against_it = std::min(commas, points);
    if (would_be_decimals && !finding.chosen && (for_it < enough || for_it < 2 * against_it)) {
        finding.in_doubt = true;
        finding.sign.reset();
    }
    return finding;
}

}
