#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace middleground::importing {

// How the records of a table are written.
struct RecordForm {
    char separator = ',';
    bool backslash = false; // quotes are escaped with one, as databases do; else they are doubled

    bool operator==(const RecordForm&) const = default;
};

// Takes the records of a table of another program apart; only this folder uses it. Nothing is refused: quotes within a plain value stand for themselves, and so
// does one that begins a value but is never closed, or is closed in the middle of a value some lines below (an inch mark, a cut-off note), so that it
// does not swallow the rows between.
class RecordSplitter {
public:
    RecordSplitter(std::string_view text, RecordForm form) : text_(text), form_(form) {}

    // Passes over empty lines; false at the end.
    bool find_record();
    // The next one. Its strings are kept where they can be.
    void read(std::vector<std::string>& record);

    std::size_t at() const { return at_; }
    int line() const { return line_; } // of the record that is read next, from 1
    int open_quotes() const { return open_quotes_; }
    int open_quote_line() const { return open_quote_line_; } // of the first; 0: none

private:
    bool is_line_end() const { return text_[at_] == '\n' || text_[at_] == '\r'; }
    bool is_value_end() const { return at_ == text_.size() || text_[at_] == form_.separator || is_line_end(); }
    void take_line_end();
    void read_plain(std::string& value);
    bool read_quoted(std::string& value); // false: the quote stands for itself, and nothing was read

    std::string_view text_;
    RecordForm form_;
    std::size_t at_ = 0;
    int line_ = 1;
    int open_quotes_ = 0;
    int open_quote_line_ = 0;
};

}
