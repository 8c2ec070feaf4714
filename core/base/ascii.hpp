#pragma once

namespace middleground {

// Of a byte, whatever the locale. Bytes of longer code points are neither.
constexpr bool is_digit(char c) {
    return c >= '0' && c <= '9';
}
constexpr bool is_ascii_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

}
