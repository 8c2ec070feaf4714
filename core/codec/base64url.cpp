#include "core/codec/base64url.hpp"

#include <cstdint>

namespace middleground::io {

namespace {

constexpr std::string_view alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

}

bool is_base64url(char letter) {
    return alphabet.contains(letter);
}

std::string to_base64url(std::string_view bytes) {
    std::string text;
    std::uint32_t pending = 0;
    int bits = 0;
    for (const char c : bytes) {
        pending = pending << 8 | static_cast<unsigned char>(c);
        for (bits += 8; bits >= 6;) {
            bits -= 6;
            text += alphabet[pending >> bits & 63];
        }
    }
    if (bits > 0) text += alphabet[pending << (6 - bits) & 63];
    return text;
}

std::optional<std::string> from_base64url(std::string_view text) {
    std::string bytes;
    std::uint32_t pending = 0;
    int bits = 0;
    for (const char letter : text) {
        const auto value = alphabet.find(letter);
        if (value == std::string_view::npos) return {};
        pending = pending << 6 | static_cast<std::uint32_t>(value);
        bits += 6;
        if (bits >= 8) {
            bits -= 8;
            bytes += static_cast<char>(pending >> bits & 0xff);
        }
    }
    // One letter left over says less than a byte.
    if (bits == 6 || (pending & ((1u << bits) - 1)) != 0) return {};
    return bytes;
}

}
