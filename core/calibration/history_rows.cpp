#include "core/calibration/history_rows.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr int rare_below = 5;
constexpr int most_places = 200;
// A column most of whose rows would be pooled says who the deal is, not what it is like.
constexpr double most_pooled = 0.8;
// Answers of all rows: above, the cross-validation would take minutes.
constexpr std::size_t most_answers = 200000;

constexpr std::array<std::string_view, 5> not_known{"unknown", "?", "-", "n/a", "#n/a"};

std::string listed(const std::vector<std::string>& names) {
    constexpr std::size_t most = 30;
    std::vector<std::string> shown(names.begin(), names.begin() + static_cast<std::ptrdiff_t>(std::min(names.size(), most)));
    if (names.size() > most) shown.push_back(std::to_string(names.size() - most) + " more");
    return joined(shown);
}

Result<std::size_t> place_of(const TextTable& table, const std::string& name) {
    const auto count = std::ranges::count(table.columns, name);
    if (count == 0) return fail("There is no column \"" + name + "\"", {}, "The columns are " + listed(table.columns) + '.');
    if (count > 1) return fail("There are " + std::to_string(count) + " columns \"" + name + "\"", {}, "Give each its own name.");
    return static_cast<std::size_t>(std::ranges::find(table.columns, name) - table.columns.begin());
}

std::vector<std::string> distinct(std::vector<std::string> texts) {
    std::ranges::sort(texts);
    const auto rest = std::ranges::unique(texts);
    texts.erase(rest.begin(), rest.end());
    return texts;
}

// The rows of closed deals, as indices into the table.
struct ClosedDeals {
    std::vector<std::size_t> rows;
    std::vector<std::uint8_t> won; // of every row of the table
    int open = 0;
    int duplicates = 0;
};

Result<ClosedDeals> closed_deals(const TextTable& table, std::size_t target, const HistoryQuestion& question) {
    const auto positive = folded_answer(question.positive);
    if (positive.empty()) return fail("\"" + question.positive + "\" does not say that a deal was won", {}, "Name another value.");
    ClosedDeals closed;
    std::vector<std::string> endings;
    bool any_won = false;
    for (std::size_t i = 0; i < table.rows.size(); ++i) {
        if (table.rows[i].size() != table.columns.size()) {
            return fail("A row has " + counted(static_cast<int>(table.rows[i].size()), "value", "values") + " for " +
                            counted(static_cast<int>(table.columns.size()), "column", "columns"),
                        "row " + std::to_string(i + 1));
        }
        const auto& text = table.rows[i][target];
        const auto ending = folded_answer(text);
        const bool is_open =
            ending.empty() || std::ranges::any_of(question.open, [&](const std::string& one) { return folded_answer(one) == ending; });
        closed.won.push_back(ending == positive);
        any_won = any_won || ending == positive;
        endings.emplace_back(trimmed(text));
        if (is_open) {
            closed.open += 1;
        } else {
            closed.rows.push_back(i);
        }
    }
    if (!any_won) {
        return fail("No row has \"" + question.positive + "\" in the column \"" + question.target + '"', {},
                    endings.empty() ? "The table has no rows." : "Its values are " + listed(distinct(std::move(endings))) + '.');
    }
    std::ranges::sort(closed.rows, [&](std::size_t left, std::size_t right) { return table.rows[left] < table.rows[right]; });
    const auto before = closed.rows.size();
    const auto rest =
        std::ranges::unique(closed.rows, [&](std::size_t left, std::size_t right) { return table.rows[left] == table.rows[right]; });
    closed.rows.erase(rest.begin(), rest.end());
    closed.duplicates = static_cast<int>(before - closed.rows.size());
    return closed;
}

// The places of the columns to look at, by name.
Result<std::vector<std::size_t>> chosen_columns(const TextTable& table, std::size_t target, const HistoryQuestion& question) {
    std::vector<bool> left_out(table.columns.size());
    left_out[target] = true;
    for (const auto& name : question.dropped) {
        const auto place = place_of(table, name);
        if (!place) return std::unexpected(place.error());
        left_out[*place] = true;
    }
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (left_out[i]) continue;
        if (const auto place = place_of(table, table.columns[i]); !place) return std::unexpected(place.error());
        chosen.push_back(i);
    }
    if (chosen.empty()) return fail("No column is left to look at", {}, "Drop fewer columns.");
    std::ranges::sort(chosen, {}, [&](std::size_t i) { return table.columns[i]; });
    return chosen;
}

// Levels of the rows, in their order.
HistoryColumn column_of(const TextTable& table, std::size_t place, const std::vector<std::size_t>& rows, std::vector<int>& levels) {
    HistoryColumn column;
    column.name = table.columns[place];
    std::vector<std::string> keys;
    keys.reserve(rows.size());
    for (const auto row : rows) {
        keys.push_back(folded_answer(table.rows[row][place]));
    }
    column.keys = distinct(keys);
    column.values.resize(column.keys.size());
    levels.clear();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto level = static_cast<std::size_t>(std::ranges::lower_bound(column.keys, keys[i]) - column.keys.begin());
        levels.push_back(static_cast<int>(level));
        // Of several spellings the first by its bytes, whichever row comes first.
        const std::string spelling(keys[i].empty() ? std::string_view("unknown") : trimmed(table.rows[rows[i]][place]));
        auto& value = column.values[level];
        if (value.empty() || spelling < value) value = spelling;
    }
    return column;
}

LevelPlaces places_of(const std::vector<int>& counts, bool first_is_unknown, int rare, int total, int& next) {
    LevelPlaces result;
    result.place.assign(counts.size(), -1);
    const auto is_rare = [&](std::size_t level) { return counts[level] < rare && !(level == 0 && first_is_unknown); };
    int kinds = 0;
    int pooled = 0;
    for (std::size_t level = 0; level < counts.size(); ++level) {
        if (counts[level] == 0) continue;
        if (is_rare(level)) {
            pooled += counts[level];
        } else {
            kinds += 1;
        }
    }
    if (pooled >= most_pooled * total && pooled > rare) {
        result.use = ColumnUse::scattered;
    } else if (kinds + (pooled > 0 ? 1 : 0) < 2) {
        result.use = ColumnUse::constant;
    }
    if (result.use != ColumnUse::used) return result;
    for (std::size_t level = 0; level < counts.size(); ++level) {
        if (counts[level] > 0 && !is_rare(level)) result.place[level] = next++;
    }
    if (pooled > 0) result.other = next++;
    for (std::size_t level = 0; level < counts.size(); ++level) {
        // One that was seen in none of the rows is rare as well.
        if (result.place[level] < 0 && is_rare(level)) result.place[level] = result.other;
    }
    return result;
}

}

std::string folded_answer(std::string_view value) {
    auto key = folded(trimmed(value));
    return std::ranges::find(not_known, key) != not_known.end() ? std::string() : key;
}

Result<HistoryRows> history_rows(const TextTable& table, const HistoryQuestion& question) {
    const auto target = place_of(table, question.target);
    if (!target) return std::unexpected(target.error());
    const auto closed = closed_deals(table, *target, question);
    if (!closed) return std::unexpected(closed.error());
    const auto chosen = chosen_columns(table, *target, question);
    if (!chosen) return std::unexpected(chosen.error());
    if (closed->rows.size() * chosen->size() > most_answers) {
        return fail("There are " + std::to_string(closed->rows.size()) + " closed deals with " + std::to_string(chosen->size()) +
                        " columns, too many to work on",
                    {},
                    "Drop columns, or take the newer deals only: up to " + std::to_string(most_answers / chosen->size()) +
                        " of them with these columns.");
    }
    HistoryRows rows;
    rows.open = closed->open;
    rows.duplicates = closed->duplicates;
    std::vector<std::vector<int>> levels(closed->rows.size());
    std::vector<int> of_column;
    for (const auto place : *chosen) {
        rows.columns.push_back(column_of(table, place, closed->rows, of_column));
        for (std::size_t i = 0; i < levels.size(); ++i) {
            levels[i].push_back(of_column[i]);
        }
    }
    // The outcome last: deals that say the same are told apart by nothing else.
    for (std::size_t i = 0; i < levels.size(); ++i) {
        levels[i].push_back(closed->won[closed->rows[i]]);
    }
    std::ranges::sort(levels);
    for (const auto& row : levels) {
        rows.levels.insert(rows.levels.end(), row.begin(), row.end() - 1);
        rows.won.push_back(static_cast<std::uint8_t>(row.back()));
    }
    return rows;
}

Design design_for(const HistoryRows& rows, const std::vector<int>& chosen) {
    std::vector<std::vector<int>> counts;
    for (int column = 0; column < static_cast<int>(rows.columns.size()); ++column) {
        auto& of_column = counts.emplace_back(rows.columns[static_cast<std::size_t>(column)].keys.size());
        for (const int row : chosen) {
            of_column[static_cast<std::size_t>(rows.level(row, column))] += 1;
        }
    }
    Design design;
    for (int rare = rare_below;; rare *= 2) {
        design = {};
        for (std::size_t column = 0; column < counts.size(); ++column) {
            const bool first_is_unknown = rows.columns[column].keys.front().empty();
            design.columns.push_back(places_of(counts[column], first_is_unknown, rare, static_cast<int>(chosen.size()), design.places));
        }
        if (design.places <= most_places || rare > static_cast<int>(chosen.size())) return design;
    }
}

OneHotRows one_hot(const HistoryRows& rows, const Design& design, const std::vector<int>& chosen) {
    std::vector<int> used;
    for (std::size_t column = 0; column < design.columns.size(); ++column) {
        if (design.columns[column].use == ColumnUse::used) used.push_back(static_cast<int>(column));
    }
    OneHotRows design_rows;
    design_rows.places = design.places;
    design_rows.per_row = static_cast<int>(used.size());
    design_rows.at.reserve(chosen.size() * used.size());
    for (const int row : chosen) {
        for (const int column : used) {
            design_rows.at.push_back(
                design.columns[static_cast<std::size_t>(column)].place[static_cast<std::size_t>(rows.level(row, column))]);
        }
    }
    return design_rows;
}

}
