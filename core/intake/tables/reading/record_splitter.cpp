#include "core/intake/tables/reading/record_splitter.hpp"

namespace middleground::importing {

namespace {

// After so many that are not closed, quotes say nothing in this table, and are not looked after any more.
constexpr int most_open_quotes = 100;

}

bool RecordSplitter::find_record() {
    while (at_ < text_.size() && is_line_end()) take_line_end();
    return at_ < text_.size();
}

void RecordSplitter::take_line_end() {
    at_ += text_.substr(at_, 2) == "\r\n" ? 2 : 1;
    line_ += 1;
}

void RecordSplitter::read(std::vector<std::string>& record) {
    record.clear();
    while (true) {
        auto& value = record.emplace_back();
        const bool quoted = at_ < text_.size() && text_[at_] == '"' && open_quotes_ < most_open_quotes && read_quoted(value);
        if (!quoted) read_plain(value);
        if (at_ == text_.size()) return;
        if (is_line_end()) {
            take_line_end();
            return;
        }
        ++at_; // the separator
    }
}

void RecordSplitter::read_plain(std::string& value) {
    auto begin = at_;
    while (!is_value_end()) {
        const bool escaped = form_.backslash && text_[at_] == '\\' && at_ + 1 < text_.size() &&
                             (text_[at_ + 1] == form_.separator || text_[at_ + 1] == '"' || text_[at_ + 1] == '\\');
        if (escaped) {
            value.append(text_.substr(begin, at_ - begin));
            begin = ++at_;
        }
        ++at_;
    }
    value.append(text_.substr(begin, at_ - begin));
}

bool RecordSplitter::read_quoted(std::string& value) {
    const auto opened_at = at_;
    const int opened_line = line_;
    const auto give_up = [&] {
        value.clear();
        at_ = opened_at;
        line_ = opened_line;
        open_quotes_ += 1;
        if (open_quote_line_ == 0) open_quote_line_ = opened_line;
        return false;
    };
    ++at_;
    auto begin = at_;
    const auto take = [&] { value.append(text_.substr(begin, at_ - begin)); };
    while (at_ < text_.size()) {
        const char c = text_[at_];
        if (c == '\n' || c == '\r') {
            take_line_end();
        } else if (form_.backslash && c == '\\' && at_ + 1 < text_.size() && (text_[at_ + 1] == '"' || text_[at_ + 1] == '\\')) {
            take();
            begin = at_ + 1;
            at_ += 2;
        } else if (c != '"') {
            ++at_;
        } else if (at_ + 1 < text_.size() && text_[at_ + 1] == '"') {
            take();
            begin = at_ + 1;
            at_ += 2;
        } else {
            take();
            ++at_;
            if (is_value_end()) return true;
            if (line_ != opened_line) return give_up();
            // Within one line: a name in quotes with more behind it.
            begin = at_;
            while (!is_value_end()) ++at_;
            take();
            return true;
        }
    }
    return give_up();
}

}
