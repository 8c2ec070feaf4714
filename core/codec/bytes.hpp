#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

// Whole numbers as bytes: seven bits each, lowest first, the top bit says that more follow. Signed ones are folded: 0, -1, 1, -2, ...
namespace middleground::io {

inline void put_number(std::string& out, std::uint64_t value) {
    while (value >= 0x80) {
        out += static_cast<char>(value | 0x80);
        value >>= 7;
    }
    out += static_cast<char>(value);
}

inline void put_signed(std::string& out, std::int64_t value) {
    put_number(out, (static_cast<std::uint64_t>(value) << 1) ^ static_cast<std::uint64_t>(value >> 63));
}

// Takes bytes from the front of a text; nothing when they are too few or not in the shortest form.
class ByteReader {
public:
    explicit ByteReader(std::string_view bytes) : bytes_(bytes) {}

    bool empty() const { return bytes_.empty(); }
    std::uint64_t left() const { return bytes_.size(); }

    std::optional<std::string_view> take(std::uint64_t count) {
        if (count > bytes_.size()) return {};
        const auto taken = bytes_.substr(0, static_cast<std::string_view::size_type>(count));
        bytes_.remove_prefix(taken.size());
        return taken;
    }

    std::optional<std::uint64_t> number() {
        std::uint64_t value = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (bytes_.empty()) return {};
            const auto byte = static_cast<unsigned char>(bytes_.front());
            bytes_.remove_prefix(1);
            if (shift == 63 && byte > 1) return {};
            value |= static_cast<std::uint64_t>(byte & 0x7f) << shift;
            if (byte < 0x80) return byte == 0 && shift > 0 ? std::nullopt : std::optional(value);
        }
        return {};
    }

    std::optional<std::int64_t> signed_number() {
        const auto folded = number();
        if (!folded) return {};
        return static_cast<std::int64_t>(*folded >> 1) ^ -static_cast<std::int64_t>(*folded & 1);
    }

    // Up to the end byte, which is taken too.
    std::optional<std::string_view> text_until(char end) {
        const auto length = bytes_.find(end);
        if (length == std::string_view::npos) return {};
        const auto text = bytes_.substr(0, length);
        bytes_.remove_prefix(length + 1);
        return text;
    }

private:
    std::string_view bytes_;
};

}
