#include "core/readers/mail/encoded.hpp"

#include "core/readers/charset_text.hpp"
#include "core/readers/words.hpp"

#include <optional>

namespace middleground::readers {

namespace {

int base64_value(char c) {
    if (c >= 'A' && c <= 'Z') return c - 'A';
    if (c >= 'a' && c <= 'z') return c - 'a' + 26;
    if (c >= '0' && c <= '9') return c - '0' + 52;
    if (c == '+' || c == '-') return 62;
    return c == '/' || c == '_' ? 63 : -1;
}

int hex_value(char c) {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

struct EncodedWord {
    std::string charset;
    std::string bytes;
    std::size_t end = 0;
};

// What begins at "=?".
std::optional<EncodedWord> encoded_word_at(std::string_view text, std::size_t at) {
    const auto charset_end = text.find('?', at + 2);
    if (charset_end == std::string_view::npos || charset_end - at > 60 || charset_end + 2 >= text.size() || text[charset_end + 2] != '?') return {};
    const char how = lower(text[charset_end + 1]);
    const auto begin = charset_end + 3;
    // Some programs leave blanks in it, but no line of it ends within.
    const auto end = text.find("?=", begin);
    if (end == std::string_view::npos || (how != 'q' && how != 'b')) return {};
    const auto content = text.substr(begin, end - begin);
    auto charset = text.substr(at + 2, charset_end - at - 2);
    charset = charset.substr(0, charset.find('*')); // a language may follow (RFC 2231)
    return EncodedWord{std::string(charset), how == 'b' ? from_base64(content) : from_quoted_printable(content, true), end + 2};
}

bool is_blank(std::string_view text) {
    return text.find_first_not_of(" \t\r\n") == std::string_view::npos;
}

}

std::string from_base64(std::string_view text) {
    std::string bytes;
    bytes.reserve(text.size() / 4 * 3 + 3);
    std::uint32_t bits = 0;
    int count = 0;
    for (const char c : text) {
        if (c == '=') break;
        const int value = base64_value(c);
        if (value < 0) continue;
        bits = (bits << 6 | static_cast<std::uint32_t>(value)) & 0xffffff;
        count += 6;
        if (count >= 8) {
            count -= 8;
            bytes += static_cast<char>(bits >> count & 0xff);
        }
    }
    return bytes;
}

std::string from_quoted_printable(std::string_view text, bool words) {
    std::string bytes;
    bytes.reserve(text.size());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const char c = text[i];
        if (c == '_' && words) {
            bytes += ' ';
            continue;
        }
        if (c != '=') {
            bytes += c;
            continue;
        }
        if (i + 2 < text.size() && hex_value(text[i + 1]) >= 0 && hex_value(text[i + 2]) >= 0) {
            bytes += static_cast<char>(hex_value(text[i + 1]) << 4 | hex_value(text[i + 2]));
            i += 2;
            continue;
        }
        // A line that goes on: blanks may have come behind the mark.
        auto end = i + 1;
        while (end < text.size() && (text[end] == ' ' || text[end] == '\t'))
            ++end;
        if (end == text.size()) break;
        if (text[end] == '\r' || text[end] == '\n') {
            i = text[end] == '\r' && end + 1 < text.size() && text[end + 1] == '\n' ? end + 1 : end;
        } else {
            bytes += c;
        }
    }
    return bytes;
}

std::string decoded_words(std::string_view header, const io::Charsets& charsets) {
    std::string text;
    std::string charset, bytes; // of encoded words in a row
    std::size_t plain = 0;      // what has not been taken yet
    const auto flush = [&] {
        if (!bytes.empty()) text += utf8_of(bytes, charset, charsets);
        bytes.clear();
    };
    for (std::size_t at = header.find("=?"); at != std::string_view::npos; at = header.find("=?", at)) {
        auto word = encoded_word_at(header, at);
        if (!word) {
            at += 2;
            continue;
        }
        const auto between = header.substr(plain, at - plain);
        if (bytes.empty() || !is_blank(between) || !same_word(charset, word->charset)) {
            flush();
            if (plain == 0 || !is_blank(between)) text += utf8_of(between, "utf-8", charsets);
        }
        charset = std::move(word->charset);
        bytes += word->bytes;
        at = plain = word->end;
    }
    flush();
    return text += utf8_of(header.substr(plain), "utf-8", charsets);
}

}
