#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace middleground {

struct CodePoint {
    std::uint32_t value = 0;  // of an ill-formed byte: the byte
    std::uint32_t length = 1; // bytes
    bool valid = false;
};

// The same where the byte is not ASCII.
CodePoint longer_code_point_at(std::string_view text, std::size_t at);

// What begins at the byte `at`, which is within the text, after the table of well-formed sequences of RFC 3629: no surrogates, nothing
// overlong. An ill-formed byte stands alone.
inline CodePoint code_point_at(std::string_view text, std::size_t at) {
    const auto byte = static_cast<unsigned char>(text[at]);
    return byte < 0x80 ? CodePoint{byte, 1, true} : longer_code_point_at(text, at);
}

// In UTF-8; `value` is at most U+10FFFF.
void append_code_point(std::string& text, std::uint32_t value);

// The beginning of a text, at most so many bytes of it: never within what a person takes for one letter
// (core/base/letters/clusters.hpp), unless the first alone is longer; then not within a code point.
std::string_view cut_to(std::string_view text, std::size_t most_bytes);

}
