#include "core/base/code_point.hpp"

#include "core/base/letters/clusters.hpp"

namespace middleground {

namespace {

std::uint32_t byte_at(std::string_view text, std::size_t at) {
    return static_cast<unsigned char>(text[at]);
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
    auto end = cluster_begin(text, most_bytes);
    // A single letter of more marks than fit is cut after one of them.
    if (end == 0) {
        for (std::size_t next = 0; next <= most_bytes; next += code_point_at(text, next).length)
            end = next;
    }
    return text.substr(0, end);
}

}
