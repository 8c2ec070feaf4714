#include "core/calibration/history_columns.hpp"

#include "core/base/ascii.hpp"
#include "core/base/code_point.hpp"
#include "core/base/date.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/calibration/history_numbers.hpp"
#include "core/model/words/table_date.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

// As many answers as this are rather categories: marks from 1 to 10.
constexpr std::size_t most_number_categories = 10;
// Of the known cells one in so many may be something else: "to be defined".
constexpr std::size_t one_in_strange = 20;

constexpr std::array<std::string_view, 12> months{"January", "February", "March",     "April",   "May",      "June",
                                                  "July",    "August",   "September", "October", "November", "December"};

bool is_known(std::string_view cell) {
    // Most cells are longer than any word for "not known".
    constexpr std::size_t longest_unknown = 12;
    return trimmed(cell).size() > longest_unknown || !folded_answer(cell).empty();
}

struct DateVotes {
    std::size_t dmy = 0;
    std::size_t mdy = 0;
    std::string_view either; // the first such by its bytes
    bool are_days = false;
};

// What the column says of its dates: stops early where too many cells are none.
DateVotes date_votes(const HistoryCells& cells, bool may_be_few) {
    DateVotes votes;
    const auto known = static_cast<std::size_t>(std::ranges::count_if(cells, is_known));
    std::size_t strange = 0;
    std::vector<std::int32_t> days;
    for (const auto cell : cells) {
        if (!is_known(cell)) continue;
        const auto hint = date_hint(cell);
        votes.dmy += hint == DateHint::dmy ? 1 : 0;
        votes.mdy += hint == DateHint::mdy ? 1 : 0;
        if (hint == DateHint::either && (votes.either.empty() || cell < votes.either)) votes.either = cell;
        auto day = table_date(cell, hint == DateHint::mdy ? DateOrder::mdy : DateOrder::dmy);
        if (day) {
            days.push_back(day->days());
        } else if (++strange * one_in_strange > known) {
            return {};
        }
    }
    sort_list(days);
    const auto different = static_cast<std::size_t>(std::ranges::unique(days).begin() - days.begin());
    votes.are_days = different > (may_be_few ? 0 : most_number_categories);
    return votes;
}

std::vector<std::string> without_repeats(std::vector<std::string> texts) {
    sort_list(texts);
    const auto rest = std::ranges::unique(texts);
    texts.erase(rest.begin(), rest.end());
    return texts;
}

ColumnLevels categories_of(const NamedCells& from) {
    ColumnLevels result;
    result.column.name = from.name;
    result.column.source = from.name;
    std::vector<std::string> keys;
    keys.reserve(from.cells.size());
    for (const auto cell : from.cells) {
        keys.push_back(folded_answer(cell));
    }
    auto& column = result.column;
    column.keys = without_repeats(keys);
    column.values.resize(column.keys.size());
    column.has_unknown = !column.keys.empty() && column.keys.front().empty();
    for (std::size_t i = 0; i < keys.size(); ++i) {
        const auto level = static_cast<std::size_t>(std::ranges::lower_bound(column.keys, keys[i]) - column.keys.begin());
        result.levels.push_back(static_cast<int>(level));
        // Of several spellings the first by its bytes, whichever row comes first.
        const auto spelling = keys[i].empty() ? std::string_view("unknown") : trimmed(from.cells[i]);
        auto& value = column.values[level];
        if (value.empty() || spelling < value) value = spelling;
    }
    return result;
}

ColumnLevels numbers_of(std::string name, std::string source, HistoryKind kind, const std::vector<std::optional<double>>& values) {
    ColumnLevels result;
    auto& column = result.column;
    column.name = std::move(name);
    column.source = std::move(source);
    column.kind = kind;
    std::vector<double> known;
    for (const auto& value : values) {
        if (value) known.push_back(*value);
    }
    column.has_unknown = known.size() < values.size();
    sort_list(known);
    known.erase(std::ranges::unique(known).begin(), known.end());
    const int first = column.has_unknown ? 1 : 0;
    if (column.has_unknown) column.numbers.push_back(0);
    column.numbers.insert(column.numbers.end(), known.begin(), known.end());
    for (const auto& value : values) {
        result.levels.push_back(value ? first + static_cast<int>(std::ranges::lower_bound(known, *value) - known.begin()) : 0);
    }
    return result;
}

bool ends_in_word_for_id(std::string_view heading) {
    if (heading.ends_with("Id") || heading.ends_with("ID")) return true;
    const auto lower = folded(heading);
    const auto space = lower.find_last_of(" _-./");
    const auto word = std::string_view(lower).substr(space == std::string::npos ? 0 : space + 1);
    constexpr std::array<std::string_view, 8> words{"id", "no", "nr", "number", "nummer", "key", "#", "num\u00e9ro"};
    return std::ranges::find(words, word) != words.end();
}

// Every deal has a whole number of its own, and they run on, or the heading says what they are: who the deal is, not what it is like.
bool are_identities(const NamedCells& column, const std::vector<std::optional<double>>& values, const std::vector<double>& different) {
    if (different.size() != values.size()) return false;
    const bool plain =
        std::ranges::all_of(column.cells, [](std::string_view cell) { return std::ranges::all_of(trimmed(cell), is_digit); });
    return plain && (ends_in_word_for_id(column.name) || different.back() - different.front() + 1 == static_cast<double>(different.size()));
}

}

bool are_days(const HistoryCells& cells) {
    return date_votes(cells, false).are_days;
}

Result<std::vector<std::optional<DateOrder>>> date_orders(const std::vector<NamedCells>& columns, std::optional<DateOrder> chosen) {
    std::vector<DateVotes> votes;
    std::size_t dmy = 0;
    std::size_t mdy = 0;
    for (const auto& column : columns) {
        const auto& one = votes.emplace_back(date_votes(column.cells, column.ends_deals));
        if (!one.are_days) continue;
        dmy += one.dmy;
        mdy += one.mdy;
    }
    std::vector<std::optional<DateOrder>> orders;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        const auto& one = votes[i];
        auto order = chosen;
        if (!order && one.dmy != one.mdy) order = one.dmy > one.mdy ? DateOrder::dmy : DateOrder::mdy;
        if (!order && one.either.empty()) order = DateOrder::ymd;
        if (!order && dmy != mdy) order = dmy > mdy ? DateOrder::dmy : DateOrder::mdy;
        if (one.are_days && !order) {
            return fail("The dates in the column \"" + columns[i].name + "\" can be read in two ways, as \"" +
                            std::string(cut_to(trimmed(one.either), 40)) + '"',
                        {}, "Say whether the day or the month comes first, or drop the column.");
        }
        orders.push_back(one.are_days ? order : std::nullopt);
    }
    return orders;
}

std::vector<std::optional<std::int32_t>> days_in(const HistoryCells& cells, DateOrder order) {
    std::vector<std::optional<std::int32_t>> days;
    days.reserve(cells.size());
    for (const auto cell : cells) {
        const auto day = table_date(cell, order);
        days.push_back(day ? std::optional(day->days()) : std::nullopt);
    }
    return days;
}

ColumnLevels answers_in(const NamedCells& column) {
    const auto known = static_cast<std::size_t>(std::ranges::count_if(column.cells, is_known));
    std::size_t strange = 0;
    const char point = decimal_point_of(column.cells);
    std::vector<std::optional<double>> values;
    std::vector<double> different;
    values.reserve(column.cells.size());
    for (const auto cell : column.cells) {
        const auto value = is_known(cell) ? history_number(cell, point) : std::nullopt;
        if (value) {
            different.push_back(*value);
        } else if (is_known(cell) && ++strange * one_in_strange > known) {
            return categories_of(column);
        }
        values.push_back(value);
    }
    sort_list(different);
    different.erase(std::ranges::unique(different).begin(), different.end());
    if (different.size() <= most_number_categories || are_identities(column, values, different)) return categories_of(column);
    auto numbers = numbers_of(column.name, column.name, HistoryKind::number, values);
    numbers.column.point = point;
    return numbers;
}

std::vector<ColumnLevels> day_answers(const std::string& name, std::span<const std::optional<std::int32_t>> days,
                                      std::span<const std::optional<std::int32_t>> ends) {
    std::optional<std::int32_t> latest;
    for (const auto& day : days) {
        if (day && (!latest || *day > *latest)) latest = day;
    }
    std::vector<std::optional<double>> ages;
    NamedCells keys{name, {}};
    constexpr std::array<std::string_view, 12> numbers{"01", "02", "03", "04", "05", "06", "07", "08", "09", "10", "11", "12"};
    for (std::size_t i = 0; i < days.size(); ++i) {
        const auto end = ends.empty() ? latest : ends[i];
        ages.push_back(days[i] && end ? std::optional<double>(*end - *days[i]) : std::nullopt);
        keys.cells.push_back(days[i] ? numbers[static_cast<std::size_t>(Date::from_days(*days[i]).month() - 1)] : std::string_view());
    }
    auto month = categories_of(keys);
    month.column.kind = HistoryKind::month;
    month.column.name = name + ": month";
    for (std::size_t i = 0; i < month.column.keys.size(); ++i) {
        const auto found = std::ranges::find(numbers, month.column.keys[i]);
        if (found != numbers.end()) month.column.values[i] = months[static_cast<std::size_t>(found - numbers.begin())];
    }
    std::vector<ColumnLevels> both;
    both.push_back(numbers_of(name + ": age in days", name, HistoryKind::age, ages));
    both.push_back(std::move(month));
    return both;
}

}
