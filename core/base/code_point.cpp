#include "core/base/code_point.hpp"

namespace middleground {

namespace {

std::uint32_t byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
}

constexpr std::uint32_t joiner = 0x200d;

// Accents, marks for symbols, joiners, variants and skin colours: they belong to the character before them.
bool continues_letter(std::uint32_t value) {
    const auto within = [value](std::uint32_t first, std::uint32_t last) { return value >= first && value <= last; };
    return within(0x300, 0x36f) || within(0x1ab0, 0x1aff) || within(0x1dc0, 0x1dff) || within(0x20d0, 0x20ff) || within(0xfe20, 0xfe2f) ||
           within(0xfe00, 0xfe0f) || within(0x1f3fb, 0x1f3ff) || within(0x3099, 0x309a) || value == joiner;
}

}

CodePoint longer_code_point_at(std::string_view text, std::size_t at) {
    const auto lead = byte_at(text, at);
    std::uint32_t length = 0;
    std::uint32_t smallest = 0;
    std::uint32_t value = 0;
    if (lead >= 0xc2 && lead <= 0xdf) {
        length = 2;
        smallest = 0x80;
        value = lead & 0x1f;
    } else if (lead >= 0xe0 && lead <= 0xef) {
        length = 3;
        smallest = 0x800;
        value = lead & 0x0f;
    } else if (lead >= 0xf0 && lead <= 0xf4) {
        length = 4;
        smallest = 0x10000;
        value = lead & 0x07;
    } else {
        return {lead, 1, false};
    }
    if (text.size() - at < length) {
        return {lead, 1, false};
    }
    for (std::uint32_t i = 1; i < length; ++i) {
        const auto next = byte_at(text, at + i);
        if ((next & 0xc0) != 0x80) {
            return {lead, 1, false};
        }
        value = value << 6 | (next & 0x3f);
    }
    if (value < smallest || value > 0x10ffff || (value >= 0xd800 && value <= 0xdfff)) {
        return {lead, 1, false};
    }
    return {value, length, true};
}

void append_code_point(std::string& text, std::uint32_t value) {
    const auto put = [&](std::uint32_t byte) { text += static_cast<char>(byte); };
    if (value < 0x80) {
        put(value);
    } else if (value < 0x800) {
        put(0xc0 | value >> 6);
        put(0x80 | (value & 0x3f));
    } else if (value < 0x10000) {
        put(0xe0 | value >> 12);
        put(0x80 | (value >> 6 & 0x3f));
        put(0x80 | (value & 0x3f));
    } else {
        put(0xf0 | value >> 18);
        put(0x80 | (value >> 12 & 0x3f));
        put(0x80 | (value >> 6 & 0x3f));
        put(0x80 | (value & 0x3f));
    }
}

std::string_view cut_to(std::string_view text, std::size_t most_bytes) {
    if (text.size() <= most_bytes) return text;
    std::size_t end = 0; // where the last character ends that fits with all that belongs to it
    std::size_t begin = 0;
    bool joined = false; // what comes next belongs to what was before
    for (std::size_t at = 0; at <= most_bytes && at < text.size();) {
        const auto point = code_point_at(text, at);
        if (!joined && !(point.valid && continues_letter(point.value))) end = at;
        joined = point.valid && point.value == joiner;
        at += point.length;
        if (at <= most_bytes) begin = at;
    }
    // A single character of more marks than fit is cut after one of them.
    return text.substr(0, end > 0 ? end : begin);
}

}
