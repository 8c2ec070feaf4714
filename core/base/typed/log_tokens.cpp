#include "core/base/typed/log_tokens.hpp"

#include "core/base/ascii.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace middleground {

namespace {

bool is_space(char c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
}

// One character of the line: a part of a word, or a mark of `length` bytes.
struct Sign {
    bool part = false;
    LogMark mark = LogMark::none;
    std::size_t length = 1;
};

Sign beyond_ascii(std::string_view text) {
    for (const std::string_view space : {"\u00a0", "\u00ab", "\u00bb", "\u00bf", "\u00a1", "\u00b7"}) {
        if (text.starts_with(space)) return {false, LogMark::none, space.size()};
    }
    if (text.starts_with("\u2019")) return {true, LogMark::none, 3};
    if (text.starts_with("\u2013") || text.starts_with("\u2014")) return {false, LogMark::dash, 3};
    if (text.starts_with("\u2026")) return {false, LogMark::stop, 3};
    // Other spaces, quotation marks and bullets of general punctuation, arrows, the ideographic space.
    if (text.size() >= 3 && text[0] == '\xe2' && (text[1] == '\x80' || text[1] == '\x81' || text[1] == '\x86')) {
        return (text[2] & 0xc0) == 0x80 ? Sign{false, LogMark::none, 3} : Sign{true};
    }
    if (text.starts_with("\u3000")) return {false, LogMark::none, 3};
    return {true};
}

Sign sign_at(std::string_view line, std::size_t at) {
    const char c = line[at];
    if (static_cast<unsigned char>(c) >= 0x80) return beyond_ascii(line.substr(at));
    const char before = at > 0 ? line[at - 1] : ' ';
    const char after = at + 1 < line.size() ? line[at + 1] : ' ';
    const bool between_digits = is_digit(before) && is_digit(after);
    switch (c) {
    case '\'':
    case '_':
        return {true};
    case '\n':
    case '!':
        return {false, LogMark::stop};
    case '.':
        return {false, is_space(after) || after == '"' || after == ')' ? LogMark::stop : LogMark::joined};
    case '?':
        return {false, LogMark::question};
    case ',':
        return {false, between_digits ? LogMark::joined : LogMark::comma};
    case ';':
        return {false, LogMark::semicolon};
    case ':':
        return {false, between_digits || after == '/' ? LogMark::joined : LogMark::colon};
    case '-':
        return {false, is_space(before) && is_space(after) ? LogMark::dash : LogMark::joined};
    case '(':
    case '[':
        return {false, LogMark::open};
    case ')':
    case ']':
        return {false, LogMark::close};
    case '+':
    case '&':
    case '/':
        return {false, LogMark::plus};
    default:
        return {is_digit(c) || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z')};
    }
}

bool ends_address(char c) {
    return is_space(c) || std::string_view(",;:<>()[]\"").contains(c);
}

// Where the run without white space ends, and whether it is an address.
struct Run {
    std::size_t end = 0;
    bool address = false;
};
Run run_from(std::string_view line, std::size_t from) {
    std::size_t end = from;
    while (end < line.size() && !ends_address(line[end]))
        ++end;
    const auto at = line.substr(from, end - from).find('@');
    const bool address = at != std::string_view::npos && at > 0 && from + at + 1 < end;
    while (address && (line[end - 1] == '.' || line[end - 1] == '?' || line[end - 1] == '!'))
        --end;
    return {end, address};
}

void describe(LogToken& token, std::string_view line) {
    const auto text = line.substr(token.begin, token.end - token.begin);
    token.key = plain_letters(text);
    token.number = std::ranges::all_of(text, is_digit);
    std::size_t letters = 0;
    std::size_t capitals = 0;
    for (std::size_t at = 0; at < text.size() && letters < 8;) {
        std::size_t length = 1;
        while (at + length < text.size() && (static_cast<unsigned char>(text[at + length]) & 0xc0) == 0x80)
            ++length;
        const auto letter = text.substr(at, length);
        ++letters;
        if (folded(letter) != letter) {
            ++capitals;
            token.capital = token.capital || at == 0;
        }
        at += length;
    }
    token.all_capitals = letters >= 2 && capitals == letters;
}

}

LogTokens log_tokens(std::string_view line) {
    LogTokens tokens;
    auto mark = LogMark::none;
    std::size_t looked_until = 0; // no address begins before
    for (std::size_t at = 0; at < line.size();) {
        auto sign = sign_at(line, at);
        const bool starts = sign.part && line[at] != '\'';
        if (!starts) {
            mark = std::max(mark, sign.part ? LogMark::none : sign.mark);
            at += sign.length;
            continue;
        }
        const auto begin = at;
        Run run;
        if (at >= looked_until) {
            run = run_from(line, at);
            looked_until = run.end;
        }
        if (run.address) {
            at = run.end;
        } else {
            while (at < line.size() && sign.part) {
                at += sign.length;
                if (at < line.size()) sign = sign_at(line, at);
            }
            while (at > begin && line[at - 1] == '\'')
                --at; // a closing quotation mark
        }
        LogToken token;
        token.begin = static_cast<std::uint32_t>(begin);
        token.end = static_cast<std::uint32_t>(at);
        token.before = mark;
        token.address = run.address;
        describe(token, line);
        tokens.list.push_back(std::move(token));
        mark = LogMark::none;
    }
    tokens.after = mark;
    return tokens;
}

}
