#include "core/calibration/history_rows.hpp"

#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/calibration/history_columns.hpp"

#include <algorithm>
#include <array>
#include <numeric>
#include <span>
#include <utility>

namespace middleground {

namespace {

// Answers of all rows: above, it would take minutes.
constexpr std::size_t most_answers = 3000000;

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
    sort_list(texts);
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
    sort_list(closed.rows, [&](std::size_t left, std::size_t right) { return table.rows[left] < table.rows[right]; });
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
    for (const auto& name : question.kept) {
        if (const auto place = place_of(table, name); !place) return std::unexpected(place.error());
    }
    if (!question.closed_on.empty()) {
        const auto place = place_of(table, question.closed_on);
        if (!place) return std::unexpected(place.error());
        if (left_out[*place]) {
            return fail("The column \"" + question.closed_on + "\" cannot be left out and say when deals ended", {}, "Name another one.");
        }
    }
    std::vector<std::size_t> chosen;
    for (std::size_t i = 0; i < table.columns.size(); ++i) {
        if (left_out[i]) continue;
        if (const auto place = place_of(table, table.columns[i]); !place) return std::unexpected(place.error());
        chosen.push_back(i);
    }
    if (chosen.empty()) return fail("No column is left to look at", {}, "Drop fewer columns.");
    sort_list(chosen, {}, [&](std::size_t i) { return table.columns[i]; });
    return chosen;
}

// Rows in an order of their own: by what they say, then by how and when they ended. Deals that agree in all of it are told apart by
// nothing.
void sort_rows(HistoryRows& rows) {
    const auto width = rows.columns.size();
    std::vector<std::size_t> order(rows.won.size());
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto answers = [&](std::size_t row) { return std::span(rows.levels).subspan(row * width, width); };
    sort_list(order, [&](std::size_t left, std::size_t right) {
        const auto by_answers = std::lexicographical_compare_three_way(answers(left).begin(), answers(left).end(), answers(right).begin(),
                                                                       answers(right).end());
        if (by_answers != 0) return by_answers < 0;
        if (rows.won[left] != rows.won[right]) return rows.won[left] < rows.won[right];
        return !rows.closed_on.empty() && rows.closed_on[left] < rows.closed_on[right];
    });
    std::vector<int> levels;
    levels.reserve(rows.levels.size());
    std::vector<std::uint8_t> won;
    std::vector<std::optional<std::int32_t>> closed_on;
    for (const auto row : order) {
        levels.insert(levels.end(), answers(row).begin(), answers(row).end());
        won.push_back(rows.won[row]);
        if (!rows.closed_on.empty()) closed_on.push_back(rows.closed_on[row]);
    }
    rows.levels = std::move(levels);
    rows.won = std::move(won);
    rows.closed_on = std::move(closed_on);
}

HistoryCells cells_of(const TextTable& table, std::size_t place, const std::vector<std::size_t>& rows) {
    HistoryCells cells;
    cells.reserve(rows.size());
    for (const auto row : rows) {
        cells.push_back(table.rows[row][place]);
    }
    return cells;
}

// The levels of all columns, row after row.
void fill_levels(HistoryRows& rows, std::vector<ColumnLevels> columns) {
    // By name; of two that a column of days made and that another column has as its name, too, in the order of where they come from.
    sort_list(columns, {}, [](const ColumnLevels& one) { return std::pair(one.column.name, one.column.source); });
    rows.levels.resize(rows.won.size() * columns.size());
    for (std::size_t column = 0; column < columns.size(); ++column) {
        for (std::size_t row = 0; row < rows.won.size(); ++row) {
            rows.levels[row * columns.size() + column] = columns[column].levels[row];
        }
        rows.columns.push_back(std::move(columns[column].column));
    }
}

}

std::string folded_answer(std::string_view value) {
    auto key = folded(trimmed(value));
    return std::ranges::find(not_known, key) != not_known.end() ? std::string() : key;
}

Result<HistoryRows> history_rows(const TextTable& table, const HistoryQuestion& question) {
    const auto target = place_of(table, question.target);
    if (!target) return std::unexpected(target.error());
    auto closed = closed_deals(table, *target, question);
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
    for (const auto row : closed->rows) {
        rows.won.push_back(closed->won[row]);
    }
    std::vector<NamedCells> columns;
    for (const auto place : *chosen) {
        const auto& name = table.columns[place];
        columns.push_back({name, cells_of(table, place, closed->rows), name == question.closed_on});
    }
    const auto orders = date_orders(columns, question.dates);
    if (!orders) return std::unexpected(orders.error());
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (!columns[i].ends_deals) continue;
        if ((*orders)[i]) {
            rows.closed_on = days_in(columns[i].cells, *(*orders)[i]);
        } else if (!rows.won.empty()) {
            return fail("The column \"" + columns[i].name + "\" does not hold the days on which deals ended", {}, "Name another one.");
        }
    }
    std::vector<ColumnLevels> levels;
    for (std::size_t i = 0; i < columns.size(); ++i) {
        if (columns[i].ends_deals) continue;
        if (const auto order = (*orders)[i]) {
            for (auto& one : day_answers(columns[i].name, days_in(columns[i].cells, *order), rows.closed_on)) {
                levels.push_back(std::move(one));
            }
        } else {
            levels.push_back(answers_in(columns[i]));
        }
        columns[i].cells = {};
    }
    fill_levels(rows, std::move(levels));
    sort_rows(rows);
    return rows;
}

HistoryRows without_columns(const HistoryRows& rows, const std::vector<std::string>& sources) {
    HistoryRows rest;
    rest.won = rows.won;
    rest.closed_on = rows.closed_on;
    rest.open = rows.open;
    rest.duplicates = rows.duplicates;
    std::vector<int> left;
    for (std::size_t i = 0; i < rows.columns.size(); ++i) {
        if (std::ranges::find(sources, rows.columns[i].source) != sources.end()) continue;
        rest.columns.push_back(rows.columns[i]);
        left.push_back(static_cast<int>(i));
    }
    rest.levels.reserve(rows.won.size() * left.size());
    for (int row = 0; row < rows.count(); ++row) {
        for (const int column : left) {
            rest.levels.push_back(rows.level(row, column));
        }
    }
    sort_rows(rest);
    return rest;
}

bool is_column_of_days(const TextTable& table, std::size_t column) {
    HistoryCells cells;
    for (const auto& row : table.rows) {
        if (column < row.size()) cells.push_back(row[column]);
    }
    return are_days(cells);
}

}
