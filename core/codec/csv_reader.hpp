#pragma once

#include "core/base/error.hpp"

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// How the reader of core/codec/csv.hpp takes records apart; only csv.cpp uses it. Tables of other programs have their own: core/intake/tables/reading/record_splitter.hpp.
namespace middleground::io {

inline std::string line_name(int line) {
    return "line " + std::to_string(line);
}

// An own reader, small as the format is: the one C library that is packaged everywhere (libcsv) is under the LGPL, which a page that is
// one file of WebAssembly cannot well honour, knows no lines, and leaves separators, headings and rows of the wrong length to its caller.
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
                return Error{"There is a quotation mark inside a value that does not begin with one", line_name(line_),
                             "Put the whole value in quotation marks, and double those inside it."};
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
                return Error{"There is something between a closing quotation mark and the end of the value", line_name(line_),
                             "Double the quotation marks inside a value."};
            }
        }
        return Error{"A quotation mark is never closed", line_name(opened), "Is the file cut off? Export it again."};
    }

    std::string_view text_;
    char separator_;
    std::size_t at_ = 0;
    int line_ = 1;
};

}
