#include "core/io/csv.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <optional>
#include <string>

namespace middleground::io {

namespace {

// An own reader, small as the format is: the one C library that is packaged everywhere (libcsv) is under the LGPL, which a page that is
// one file of WebAssembly cannot well honour, knows no lines, and leaves separators, headings and rows of the wrong length to its caller.

std::string line_name(int line) {
    return "line " + std::to_string(line);
}

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

class CsvReader {
public:
    CsvReader(std::string_view text, char separator) : text_(text), separator_(separator) {}

    // Of the record that is read next.
    int line() const { return line_; }

    // Passes over empty lines; false at the end.
    bool find_record() {
        while (at_ < text_.size() && is_line_end()) {
            take_line_end();
        }
        return at_ < text_.size();
    }

    std::optional<Error> read(std::vector<std::string>& record) {
        record.clear();
        while (true) {
            auto& value = record.emplace_back();
            if (auto fault = at_ < text_.size() && text_[at_] == '"' ? read_quoted(value) : read_plain(value)) return fault;
            if (at_ == text_.size()) return {};
            if (is_line_end()) {
                take_line_end();
                return {};
            }
            ++at_; // the separator
        }
    }

private:
    bool is_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }
    bool is_value_end() const { return at_ == text_.size() || text_[at_] == separator_ || is_line_end(); }

    void take_line_end() {
        const bool is_pair = text_.substr(at_).starts_with("\r\n");
        at_ += is_pair ? 2 : 1;
        line_ += 1;
    }

    std::optional<Error> read_plain(std::string& value) {
        const auto begin = at_;
        while (!is_value_end()) {
            if (text_[at_] == '"') {
                return Error{"A quotation mark stands within a value that does not begin with one", line_name(line_),
                             "Put the whole value in quotation marks, and double those within it."};
            }
            ++at_;
        }
        value = text_.substr(begin, at_ - begin);
        return {};
    }

    std::optional<Error> read_quoted(std::string& value) {
        const int opened = line_;
        ++at_;
        while (at_ < text_.size()) {
            if (text_[at_] != '"') {
                const auto begin = at_;
                if (is_line_end()) {
                    take_line_end();
                } else {
                    ++at_;
                }
                value += text_.substr(begin, at_ - begin);
            } else if (text_.substr(at_).starts_with("\"\"")) {
                value += '"';
                at_ += 2;
            } else {
                ++at_;
                if (is_value_end()) return {};
                return Error{"Something stands between a closing quotation mark and the end of the value", line_name(line_),
                             "Double the quotation marks within a value."};
            }
        }
        return Error{"A quotation mark is never closed", line_name(opened), "Is the file cut off? Export it again."};
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1;
};

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
        return Error{"The file holds a NUL, which no text does", line_of(place), "Save it as CSV UTF-8."};
    }
    if (const auto place = first_invalid_utf8(text)) {
        return Error{"The file holds bytes that are not UTF-8", line_of(*place), "Save it as CSV UTF-8."};
    }
    return {};
}

std::optional<Error> refuse_headings(std::vector<std::string>& headings, int line, const CsvLimits& limits) {
    if (headings.size() > limits.columns) {
        return Error{"There are " + std::to_string(headings.size()) + " columns", line_name(line),
                     "Export " + std::to_string(limits.columns) + " at most."};
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
                         "Give each a name of its own."};
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
                        "Export fewer, the newest for example.");
        }
        if (auto fault = reader.read(row)) return std::unexpected(std::move(*fault));
        if (row.size() != table.columns.size()) {
            return fail(counted(static_cast<int>(row.size()), "value", "values") + " in a row, for " +
                            counted(static_cast<int>(table.columns.size()), "heading", "headings"),
                        line_name(line), "A value that holds the separator or a line end has to stand in quotation marks.");
        }
        table.rows.push_back(std::move(row));
    }
    return table;
}

}
