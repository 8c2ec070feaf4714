#include "core/codec/charset.hpp"

#include "core/base/code_point.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace middleground::io {

namespace {

// Windows-1252 from 0x80 to 0x9f; what it leaves open stays the control character of Latin-1.
constexpr std::array<std::uint16_t, 32> late_controls{0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
                                                      0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
                                                      0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};

std::string from_windows(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        append_code_point(text, value >= 0x80 && value <= 0x9f ? late_controls[value - 0x80] : value);
    }
    return text;
}

enum class ByteOrder : std::uint8_t { little, big };

std::optional<std::string> from_utf16(std::string_view bytes, ByteOrder order) {
    if (bytes.starts_with(order == ByteOrder::little ? "\xff\xfe" : "\xfe\xff")) bytes.remove_prefix(2);
    if (bytes.size() % 2 != 0) return std::nullopt;
    const auto unit = [&](std::size_t at) {
        const std::uint32_t first = static_cast<unsigned char>(bytes[at]);
        const std::uint32_t second = static_cast<unsigned char>(bytes[at + 1]);
        return order == ByteOrder::little ? second << 8 | first : first << 8 | second;
    };
    std::string text;
    text.reserve(bytes.size() / 2 + bytes.size() / 8);
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        auto c = unit(at);
        if (c >= 0xdc00 && c <= 0xdfff) return std::nullopt;
        if (c >= 0xd800 && c <= 0xdbff) {
            const auto low = at + 2 < bytes.size() ? unit(at + 2) : 0;
            if (low < 0xdc00 || low > 0xdfff) return std::nullopt;
            c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
            at += 2;
        }
        append_code_point(text, c);
    }
    return text;
}

bool is_one_of(std::string_view label, std::initializer_list<std::string_view> labels) {
    return std::ranges::find(labels, label) != labels.end();
}

}

std::optional<std::string> Charsets::to_utf8(std::string_view bytes, std::string_view label) const {
    std::string name;
    for (const char c : trimmed(label)) {
        name += c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
    }
    if (is_one_of(name, {"utf-8", "utf8", "unicode-1-1-utf-8", "x-unicode20utf8"})) {
        if (bytes.starts_with("\xef\xbb\xbf")) bytes.remove_prefix(3);
        return first_invalid_utf8(bytes) ? std::nullopt : std::optional(std::string(bytes));
    }
    if (is_one_of(name, {"utf-16", "utf-16le", "ucs-2", "unicode"})) {
        return from_utf16(bytes, bytes.starts_with("\xfe\xff") && name != "utf-16le" ? ByteOrder::big : ByteOrder::little);
    }
    if (is_one_of(name, {"utf-16be", "unicodefffe"})) return from_utf16(bytes, ByteOrder::big);
    if (is_one_of(name, {"windows-1252", "cp1252", "x-cp1252", "iso-8859-1", "iso8859-1", "iso_8859-1", "iso88591", "latin1", "l1", "us-ascii", "ascii",
                         "ansi_x3.4-1968", "cp819", "ibm819"})) {
        return from_windows(bytes);
    }
    auto text = others_to_utf8(bytes, name);
    // What a system says is checked like everything that enters.
    if (text && first_invalid_utf8(*text)) return std::nullopt;
    return text;
}

std::optional<std::string> Charsets::others_to_utf8(std::string_view, std::string_view) const {
    return std::nullopt;
}

}
