#include "core/codec/text_encoding.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <cstdint>

namespace middleground::io {

namespace {

constexpr std::string_view utf8_mark = "\xef\xbb\xbf";

// Windows-1252 from 0x80 to 0x9f; what it leaves open stays the control character of Latin-1.
constexpr std::array<std::uint16_t, 32> late_controls{0x20ac, 0x81,   0x201a, 0x192,  0x201e, 0x2026, 0x2020, 0x2021, 0x2c6,  0x2030, 0x160,
                                                      0x2039, 0x152,  0x8d,   0x17d,  0x8f,   0x90,   0x2018, 0x2019, 0x201c, 0x201d, 0x2022,
                                                      0x2013, 0x2014, 0x2dc,  0x2122, 0x161,  0x203a, 0x153,  0x9d,   0x17e,  0x178};

void append(std::string& text, std::uint32_t c) {
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (c < 0x80) {
        put(c);
    } else if (c < 0x800) {
        put(0xc0 | c >> 6);
        put(0x80 | (c & 0x3f));
    } else if (c < 0x10000) {
        put(0xe0 | c >> 12);
        put(0x80 | (c >> 6 & 0x3f));
        put(0x80 | (c & 0x3f));
    } else {
        put(0xf0 | c >> 18);
        put(0x80 | (c >> 12 & 0x3f));
        put(0x80 | (c >> 6 & 0x3f));
        put(0x80 | (c & 0x3f));
    }
}

std::string from_windows(std::string_view bytes) {
    std::string text;
    text.reserve(bytes.size() + bytes.size() / 8);
    for (const char byte : bytes) {
        const auto value = static_cast<unsigned char>(byte);
        append(text, value >= 0x80 && value <= 0x9f ? late_controls[value - 0x80] : value);
    }
    return text;
}

enum class ByteOrder : std::uint8_t { little, big };

Result<std::string> from_utf16(std::string_view bytes, ByteOrder order) {
    const auto broken = [](std::size_t at) {
        return fail("The file is UTF-16 that is cut off or damaged", "byte " + std::to_string(at + 1), "Export it again, as CSV UTF-8.");
    };
    if (bytes.size() % 2 != 0) return broken(bytes.size() - 1);
    const auto unit = [&](std::size_t at) {
        const std::uint32_t first = static_cast<unsigned char>(bytes[at]);
        const std::uint32_t second = static_cast<unsigned char>(bytes[at + 1]);
        return order == ByteOrder::little ? second << 8 | first : first << 8 | second;
    };
    std::string text;
    text.reserve(bytes.size() / 2 + bytes.size() / 8);
    for (std::size_t at = 0; at < bytes.size(); at += 2) {
        auto c = unit(at);
        if (c >= 0xdc00 && c <= 0xdfff) return broken(at);
        if (c >= 0xd800 && c <= 0xdbff) {
            const auto low = at + 2 < bytes.size() ? unit(at + 2) : 0;
            if (low < 0xdc00 || low > 0xdfff) return broken(at);
            c = 0x10000 + ((c - 0xd800) << 10) + (low - 0xdc00);
            at += 2;
        }
        append(text, c);
    }
    return text;
}

// A table has mostly ASCII characters: every other byte of UTF-16 is zero.
bool has_zeros_at(std::string_view bytes, std::size_t parity) {
    const auto sample = bytes.substr(0, 400);
    std::size_t zeros = 0;
    for (std::size_t i = parity; i < sample.size(); i += 2) {
        zeros += sample[i] == '\0' ? 1 : 0;
    }
    return sample.size() >= 4 && zeros * 4 > sample.size(); // of half of the bytes, more than half
}

}

Result<DecodedText> decode_text(std::string bytes) {
    const std::string_view view = bytes;
    const bool marked_little = view.starts_with("\xff\xfe");
    const bool marked_big = view.starts_with("\xfe\xff");
    if (marked_little || marked_big || has_zeros_at(view, 1) || has_zeros_at(view, 0)) {
        const bool marked = marked_little || marked_big;
        const auto order = marked_little || (!marked && has_zeros_at(view, 1)) ? ByteOrder::little : ByteOrder::big;
        auto text = from_utf16(view.substr(marked ? 2 : 0), order);
        if (!text) return std::unexpected(text.error());
        return DecodedText{std::move(*text), "UTF-16"};
    }
    if (view.starts_with(utf8_mark)) bytes.erase(0, utf8_mark.size());
    if (!first_invalid_utf8(bytes)) return DecodedText{std::move(bytes), "UTF-8"};
    return DecodedText{from_windows(bytes), "Windows-1252"};
}

}
