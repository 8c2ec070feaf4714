#include "core/intake/tables/recognise.hpp"

#include "core/intake/tables/cells.hpp"
#include "core/intake/tables/words.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

// Several columns of one table may say these; the first that is not empty counts.
bool may_repeat(ImportField field) {
    using enum ImportField;
    return field == closed_on || field == email || field == phone || field == contacts || field == contact_ids;
}

bool is_about_a_person(ImportField field) {
    using enum ImportField;
    return field == person_id || field == person_name || field == first_name || field == last_name || field == job_title ||
           field == department || field == email || field == phone || field == role;
}

bool is_date(ImportField field) {
    return field == ImportField::close_date || field == ImportField::closed_on || field == ImportField::created;
}

struct HeadingKeys {
    std::string whole;
    std::string plain; // without what stands in brackets: "Amount (converted)"
};

HeadingKeys keys_of(std::string_view heading) {
    const auto bracket = heading.find('(');
    return {heading_key(heading), bracket == std::string_view::npos ? std::string() : heading_key(heading.substr(0, bracket))};
}

std::vector<HeadingKeys> keys_of(const TextTable& table) {
    std::vector<HeadingKeys> keys;
    for (const auto& heading : table.columns) {
        keys.push_back(keys_of(heading));
    }
    return keys;
}

// How a layout would read the columns. Only headings that are there count.
struct Fit {
    std::vector<std::optional<ImportField>> fields;
    int score = 0;
};

Fit fit_of(const std::vector<HeadingKeys>& keys, const ImportLayout& layout) {
    constexpr int for_a_field = 2;
    constexpr int for_a_sign = 1; // a column that only tells what kind of table it is
    Fit fit{std::vector<std::optional<ImportField>>(keys.size()), 0};
    for (const auto& column : layout.columns) {
        bool taken = false;
        for (const auto& heading : column.headings) {
            const auto key = heading_key(heading);
            for (std::size_t i = 0; i < keys.size(); ++i) {
                const bool same = keys[i].whole == key || keys[i].plain == key;
                if (!same || fit.fields[i]) continue;
                if (column.field == ImportField::nothing) {
                    fit.fields[i] = ImportField::nothing;
                    fit.score += for_a_sign;
                } else if (!taken || may_repeat(column.field)) {
                    fit.fields[i] = column.field;
                    // In a table of deals people are beside the point.
                    const bool aside = layout.kind == ImportKind::deals && is_about_a_person(column.field);
                    fit.score += taken ? 0 : aside ? for_a_sign : for_a_field;
                    taken = true;
                }
            }
        }
    }
    return fit;
}

bool has(const std::vector<ImportField>& fields, ImportField field) {
    return std::ranges::find(fields, field) != fields.end();
}

std::vector<ImportField> plain(const Fit& fit) {
    std::vector<ImportField> fields;
    for (const auto& field : fit.fields) {
        fields.push_back(field.value_or(ImportField::nothing));
    }
    return fields;
}

// Columns that nobody spoke for yet get the meaning that another layout of that kind knows.
void complete(Fit& fit, const std::vector<HeadingKeys>& keys, const ImportLayout& layout) {
    const auto other = fit_of(keys, layout);
    for (std::size_t i = 0; i < keys.size(); ++i) {
        if (fit.fields[i] || !other.fields[i] || *other.fields[i] == ImportField::nothing) continue;
        const bool taken = std::ranges::find(fit.fields, other.fields[i]) != fit.fields.end();
        if (!taken || may_repeat(*other.fields[i])) fit.fields[i] = other.fields[i];
    }
}

}

std::vector<ImportField> fields_of(const TextTable& table, std::span<const ImportVocabulary> vocabularies, OriginSystem system,
                                   ImportKind kind) {
    const auto keys = keys_of(table);
    Fit best{std::vector<std::optional<ImportField>>(keys.size()), -1};
    for (const auto& vocabulary : vocabularies) {
        for (const auto& layout : vocabulary.layouts) {
            if (layout.kind != kind || layout.system != system) continue;
            if (auto fit = fit_of(keys, layout); fit.score > best.score) best = std::move(fit);
        }
    }
    for (const auto wanted : {system, OriginSystem::other}) {
        for (const auto& vocabulary : vocabularies) {
            for (const auto& layout : vocabulary.layouts) {
                if (layout.kind == kind && layout.system == wanted) complete(best, keys, layout);
            }
        }
    }
    return plain(best);
}

TableMapping recognise(const TextTable& table, std::span<const ImportVocabulary> vocabularies, std::optional<OriginSystem> wanted) {
    const auto keys = keys_of(table);
    TableMapping best;
    best.system = wanted.value_or(OriginSystem::other);
    int best_score = 0;
    for (const auto& vocabulary : vocabularies) {
        for (const auto& layout : vocabulary.layouts) {
            if (wanted && layout.system != *wanted) continue;
            const auto fit = fit_of(keys, layout);
            const TableMapping mapping{layout.system, layout.kind, plain(fit), {}, true};
            // Of equals the one that says more about where it comes from.
            const int score = 2 * fit.score + (layout.system == OriginSystem::other ? 0 : 1);
            if (score > best_score && !missing_in(mapping)) {
                best_score = score;
                best = mapping;
            }
        }
    }
    best.fields = fields_of(table, vocabularies, best.system, best.kind);
    return best;
}

std::vector<ImportField> fields_for(ImportKind kind) {
    using enum ImportField;
    switch (kind) {
    case ImportKind::deals:
        return {nothing, title,     account,     amount,     currency,   stage,       status,  close_date,  closed_on, created, seller,    reason,
                notes,   deal_id,   account_id,  is_won,     is_closed,  contacts,    contact_ids, person_id, person_name, first_name, last_name,
                job_title, department, email,    phone,      role};
    case ImportKind::people:
        return {nothing, person_name, first_name, last_name, job_title, department, email, phone, role, account, person_id, account_id, deal_ids};
    case ImportKind::roles:
        return {nothing, deal_id, person_id, role, person_name, first_name, last_name, job_title, department, email, phone};
    case ImportKind::accounts:
        break;
    }
    return {nothing, account_id, account};
}

std::optional<std::string> missing_in(const TableMapping& mapping) {
    using enum ImportField;
    const auto& fields = mapping.fields;
    const bool has_person = has(fields, person_name) || has(fields, last_name) || has(fields, first_name) || has(fields, email);
    switch (mapping.kind) {
    case ImportKind::deals:
        if (!has(fields, title) && !has(fields, account)) return "Say which column has the title of the deal, or the account";
        break;
    case ImportKind::people:
        if (!has_person) return "Say which column has the name of the person";
        break;
    case ImportKind::roles:
        if (!has(fields, deal_id)) return "Say which column has the ID of the deal";
        if (!has(fields, person_id) && !has_person) return "Say which column has the ID of the person";
        break;
    case ImportKind::accounts:
        if (!has(fields, account_id) || !has(fields, account)) return "Say which columns have the ID and the name of the account";
        break;
    }
    return {};
}

DateFinding date_order_of(const TextTable& table, const TableMapping& mapping) {
    DateFinding finding;
    for (std::size_t column = 0; column < mapping.fields.size() && column < table.columns.size(); ++column) {
        if (!is_date(mapping.fields[column])) continue;
        for (const auto& row : table.rows) {
            switch (date_hint(row[column])) {
            case DateHint::dmy:
                return {DateOrder::dmy, {}, {}};
            case DateHint::mdy:
                return {DateOrder::mdy, {}, {}};
            case DateHint::either:
                if (finding.example.empty()) {
                    finding.example = clean_line(row[column], 40);
                    finding.column = table.columns[column];
                }
                break;
            case DateHint::ymd:
            case DateHint::nothing:
                break;
            }
        }
    }
    if (finding.example.empty()) finding.order = DateOrder::ymd;
    return finding;
}

}
