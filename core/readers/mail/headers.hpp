#pragma once

#include "core/codec/charset.hpp"

#include <cstddef>
#include <string>
#include <string_view>
#include <vector>

// The head of a message and of each of its parts (RFC 5322, RFC 2045), read as leniently as mail programs do.
namespace middleground::readers {

struct Header {
    std::string name;  // in lower case
    std::string value; // on one line, else as it stands
};

// At most so much of it is kept; more is passed over.
inline constexpr int most_headers = 1000;
inline constexpr std::size_t longest_header = 64u << 10; // bytes: thousands of recipients

struct Head {
    std::vector<Header> headers;
    std::size_t body = 0; // where the text behind it begins; the end when there is no empty line

    // Empty when there is none; the first of several.
    std::string_view operator[](std::string_view name) const;
    bool has(std::string_view name) const;
};

// From the beginning of the text up to its first empty line. A line that is no header ends the head, too: it is the first of the body.
Head read_head(std::string_view text);

// "multipart/mixed" of "Multipart/Mixed; boundary=x": in lower case.
std::string main_value(std::string_view value);
// A parameter of it: `boundary`, `charset`, `name`; also in parts and encoded (RFC 2231), and as an encoded word. UTF-8; empty: none.
std::string parameter(std::string_view value, std::string_view name, const io::Charsets& charsets);

}
