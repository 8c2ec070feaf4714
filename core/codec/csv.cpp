#include "core/codec/csv.hpp"

#include "core/base/text.hpp"
#include "core/codec/csv_reader.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace middleground::io {

namespace {

// What stands most often in the first record, outside quotes. A heading may well hold a comma where columns end with something else.
char separator_of(std::string_view text) {
    constexpr std::string_view candidates = "\t;,";
    int counts[candidates.size()] = {};
    bool is_quoted = false;
    for (const char one : text.substr(std::min(text.find_first_not_of("\r\n"), text.size()))) {
        if (one == '"') is_quoted = !is_quoted;
        if (is_quoted) continue;
        if (one == '\n' || one == '\r') break;
        if (const auto place = candidates.find(one); place != std::string_view::npos) counts[place] += 1;
    }
    const auto* most = std::ranges::max_element(counts);
    return *most == 0 ? ',' : candidates[static_cast<std::size_t>(most - counts)];
}

std::optional<Error> refuse_text(std::string_view text, const CsvLimits& limits) {
    if (text.size() > limits.bytes) {
        return Error{"The file is larger than " + std::to_string(limits.bytes >> 20) + " MiB", {}, "Export fewer rows or columns."};
    }
    if (text.starts_with("\xff\xfe") || text.starts_with("\xfe\xff")) return Error{"The file is in UTF-16", {}, "Save it as CSV UTF-8."};
    const auto line_of = [&](std::size_t place) {
        int line = 1;
        for (std::size_t i = 0; i < place; ++i) {
            if (text[i] == '\n' || (text[i] == '\r' && text.substr(i + 1, 1) != "\n")) line += 1;
        }
        return line_name(line);
    };
    if (const auto place = text.find('\0'); place != std::string_view::npos) {
        return Error{"The file contains a NUL byte, which no text has", line_of(place), "Save it as CSV UTF-8."};
    }
    if (const auto place = first_invalid_utf8(text)) {
        return Error{"The file contains bytes that are not UTF-8", line_of(*place), "Save it as CSV UTF-8."};
    }
    return {};
}

std::optional<Error> refuse_headings(std::vector<std::string>& headings, int line, const CsvLimits& limits) {
    if (headings.size() > limits.columns) {
        return Error{"There are " + std::to_string(headings.size()) + " columns", line_name(line),
                     "Export at most " + std::to_string(limits.columns) + "."};
    }
    for (std::size_t i = 0; i < headings.size(); ++i) {
        headings[i] = trimmed(headings[i]);
        const auto before = std::ranges::find(headings.begin(), headings.begin() + static_cast<std::ptrdiff_t>(i), headings[i]);
        const auto first = static_cast<std::size_t>(before - headings.begin());
        const auto column = "column " + std::to_string(i + 1);
        if (headings[i].empty()) return Error{"A column has no heading", line_name(line) + ", " + column, "Give each column a name."};
        if (first < i) {
            return Error{"Two columns are called \"" + headings[i] + '"',
                         line_name(line) + ", columns " + std::to_string(first + 1) + " and " + std::to_string(i + 1),
                         "Give each its own name."};
        }
    }
    return {};
}

}

Result<TextTable> read_csv(std::string_view text, const CsvLimits& limits) {
    if (auto fault = refuse_text(text, limits)) return std::unexpected(std::move(*fault));
    if (text.starts_with("\xef\xbb\xbf")) text.remove_prefix(3);
    CsvReader reader(text, separator_of(text));
    TextTable table;
    if (!reader.find_record()) return fail("The file is empty");
    int line = reader.line();
    if (auto fault = reader.read(table.columns)) return std::unexpected(std::move(*fault));
    if (auto fault = refuse_headings(table.columns, line, limits)) return std::unexpected(std::move(*fault));
    std::vector<std::string> row;
    while (reader.find_record()) {
        line = reader.line();
        if (table.rows.size() == limits.rows) {
            return fail("There are more than " + std::to_string(limits.rows) + " rows", line_name(line),
                        "Export fewer, for example only the newest.");
        }
        if (auto fault = reader.read(row)) return std::unexpected(std::move(*fault));
        if (row.size() != table.columns.size()) {
            return fail(counted(static_cast<int>(row.size()), "value", "values") + " in a row under " +
                            counted(static_cast<int>(table.columns.size()), "heading", "headings"),
                        line_name(line), "A value that contains the separator or a line break has to be in quotation marks.");
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}
