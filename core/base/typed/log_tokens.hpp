#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What stands between two words of a line. The later one weighs more where several stand together.
enum class LogMark : std::uint8_t {
    none,   // white space, quotation marks, nothing to read
    joined, // inside of one word: "follow-up", "9:30"
    plus,   // "+", "&", "/"
    comma,
    dash,  // with white space around it
    open,  // "("
    close, // ")"
    semicolon,
    colon,
    stop, // the end of a sentence or a line
    question
};

// A word or a number, or an address with an "@", which is one word.
struct LogToken {
    std::uint32_t begin = 0; // bytes of the line
    std::uint32_t end = 0;
    std::string key; // plain_letters of it
    LogMark before = LogMark::none;
    bool capital = false;      // begins with one
    bool all_capitals = false; // of at least two letters
    bool number = false;       // digits only
    bool address = false;
};

struct LogTokens {
    std::vector<LogToken> list;
    LogMark after = LogMark::none; // behind the last word
};

// Any bytes; what is no UTF-8 is a part of words.
LogTokens log_tokens(std::string_view line);

}
