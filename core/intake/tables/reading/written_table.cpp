#include "core/intake/tables/reading/written_table.hpp"

#include "core/base/ascii.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/intake/tables/reading/record_splitter.hpp"
#include "core/intake/tables/reading/table_form.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <vector>

namespace middleground {

namespace {

using Rows = std::vector<std::vector<std::string>>;

constexpr std::size_t most_looked_at = 64U << 10;
constexpr std::size_t rows_to_judge = 60;
constexpr std::size_t most_columns = 500;
constexpr std::size_t longest_heading = 60; // bytes

// Those that have as many cells as most have, the headings among them; none: the lines are not even.
Rows even_rows(std::string_view text, char separator) {
    importing::RecordSplitter splitter(text.substr(0, most_looked_at), {separator, false});
    Rows rows;
    while (rows.size() < rows_to_judge && splitter.find_record()) {
        splitter.read(rows.emplace_back());
        if (rows.back().size() > most_columns) return {};
    }
    if (rows.size() < 2 || rows.front().size() < 2) return {};
    const auto columns = rows.front().size();
    const auto all = rows.size();
    std::erase_if(rows, [&](const auto& row) { return row.size() != columns; });
    // The last may be cut, or a sum.
    if (rows.size() < 2 || rows.size() * 10 < (all - (all > 10 ? 1 : 0)) * 9) return {};
    // Lines that end with a comma have no column behind it.
    for (auto column = columns; column-- > 0;) {
        if (std::ranges::any_of(rows, [&](const auto& row) { return !trimmed(row[column]).empty(); })) continue;
        for (auto& row : rows) row.erase(row.begin() + static_cast<std::ptrdiff_t>(column));
    }
    return rows.front().size() < 2 ? Rows{} : rows;
}

std::size_t words_in(std::string_view cell) {
    return static_cast<std::size_t>(std::ranges::count(cell, ' ')) + 1;
}

// "Amount (EUR)", "Won?", "No."; not "1200", and not "thanks for the call, it was good."
bool is_heading(std::string_view cell) {
    if (cell.size() > longest_heading || is_digit(cell.front()) || importing::looks_like_data(cell)) return false;
    return words_in(cell) <= 2 || (words_in(cell) <= 8 && cell.back() != '.' && cell.back() != '!');
}

bool has_headings(const std::vector<std::string>& row) {
    std::vector<std::string_view> names;
    for (const auto& cell : row) {
        const auto name = trimmed(cell);
        if (name.empty()) continue;
        if (!is_heading(name)) return false;
        names.push_back(name);
    }
    if ((row.size() - names.size()) * 4 > row.size()) return false;
    sort_list(names);
    return std::ranges::adjacent_find(names) == names.end();
}

// Whether a column of the rows from `first` on holds nothing but numbers, days and addresses, in most rows at least.
bool has_facts(const Rows& rows, std::size_t first) {
    for (std::size_t column = 0; column < rows.front().size(); ++column) {
        std::size_t facts = 0;
        bool only = true;
        for (auto i = first; i < rows.size() && only; ++i) {
            const auto cell = trimmed(rows[i][column]);
            if (cell.empty()) continue;
            only = importing::looks_like_data(cell);
            ++facts;
        }
        if (only && facts > 0 && facts * 2 >= rows.size() - first) return true;
    }
    return false;
}

// Programs write no blank behind a comma, people do.
bool is_tight(const Rows& rows) {
    std::size_t cells = 0, blank = 0;
    for (const auto& row : rows) {
        for (std::size_t i = 1; i < row.size(); ++i) {
            if (row[i].empty()) continue;
            ++cells;
            blank += row[i].front() == ' ' ? 1 : 0;
        }
    }
    return blank * 10 <= cells;
}

// "between 1,200 and 3,400": the comma belongs to the numbers.
bool splits_numbers(const Rows& rows) {
    std::size_t all = 0, within = 0;
    for (const auto& row : rows) {
        for (std::size_t i = 1; i < row.size(); ++i) {
            ++all;
            within += !row[i - 1].empty() && !row[i].empty() && is_digit(row[i - 1].back()) && is_digit(row[i].front()) ? 1 : 0;
        }
    }
    return within * 2 > all;
}

bool is_table_by(std::string_view text, char separator) {
    const auto rows = even_rows(text, separator);
    if (rows.empty()) return false;
    const bool headings = has_headings(rows.front());
    const bool facts = has_facts(rows, headings ? 1 : 0);
    const bool tight = is_tight(rows);
    if (!headings) return rows.front().size() >= 3 && tight && facts && !splits_numbers(rows);
    if (rows.front().size() >= 3) return tight || facts;
    if (!tight) return facts && rows.size() >= 3;
    return facts || std::ranges::all_of(rows, [](const auto& row) { return std::ranges::all_of(row, [](const auto& cell) { return words_in(cell) <= 4; }); });
}

}

bool is_written_as_table(std::string_view text) {
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    const auto begin = text.find_first_not_of("\r\n \t");
    if (begin == std::string_view::npos || text.substr(0, most_looked_at).contains('\0')) return false;
    text.remove_prefix(text[begin] == '\t' ? 0 : begin);
    return std::ranges::any_of(std::string_view(",;\t"), [&](char separator) { return is_table_by(text, separator); });
}

}
