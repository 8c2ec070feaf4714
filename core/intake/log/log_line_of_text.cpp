#include "core/base/text.hpp"
#include "core/base/typed/log_tokens.hpp"
#include "core/intake/log/log_line.hpp"

namespace middleground {

namespace {

// What has to stand between two lines. A point behind a short word is not the end of a sentence ("approx. 5") unless a capital follows.
std::string_view mark_between(std::string_view line, std::string_view next) {
    const auto words = log_tokens(line);
    if (words.after > LogMark::plus || words.list.empty()) return " ";
    const auto behind = log_tokens(next);
    const bool goes_on = !behind.list.empty() && !behind.list.front().capital;
    return goes_on ? "; " : ". ";
}

}

std::string log_line_of_text(std::string_view text) {
    if (text.find_first_of("\r\n") == std::string_view::npos) return std::string(text);
    std::string line;
    std::string_view before;
    while (!text.empty()) {
        const auto end = text.find_first_of("\r\n");
        const auto next = trimmed(text.substr(0, end));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        if (next.empty()) continue;
        if (!before.empty()) line += mark_between(before, next);
        line += next;
        before = next;
    }
    return line;
}

}
