#include "core/readers/charset_text.hpp"

#include "core/base/text.hpp"

#include <algorithm>

namespace middleground::readers {

std::string utf8_of(std::string_view bytes, std::string_view charset, const io::Charsets& charsets) {
    std::string text;
    // Many programs say us-ascii, or nothing, and write UTF-8.
    if (!first_invalid_utf8(bytes) && bytes.find('\x1b') == std::string_view::npos && bytes.find('\0') == std::string_view::npos) {
        text = bytes.starts_with("\xef\xbb\xbf") ? bytes.substr(3) : bytes;
    } else if (auto named = charset.empty() ? std::nullopt : charsets.to_utf8(bytes, charset)) {
        text = std::move(*named);
    } else if (!first_invalid_utf8(bytes)) {
        text = bytes;
    } else {
        text = charsets.to_utf8(bytes, "windows-1252").value_or(std::string());
    }
    std::ranges::replace(text, '\0', ' ');
    return text;
}

}
