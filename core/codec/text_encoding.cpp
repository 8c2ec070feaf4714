#include "core/codec/text_encoding.hpp"

#include "core/base/text.hpp"
#include "core/codec/charset.hpp"

namespace middleground::io {

namespace {

constexpr std::string_view utf8_mark = "\xef\xbb\xbf";

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
        const bool is_little = marked_little || (!marked_big && has_zeros_at(view, 1));
        auto text = Charsets().to_utf8(view, is_little ? "utf-16le" : "utf-16be");
        if (!text) return fail("The file is UTF-16 that is cut off or damaged", {}, "Export it again, as CSV UTF-8.");
        return DecodedText{std::move(*text), "UTF-16"};
    }
    if (view.starts_with(utf8_mark)) bytes.erase(0, utf8_mark.size());
    if (!first_invalid_utf8(bytes)) return DecodedText{std::move(bytes), "UTF-8"};
    return DecodedText{*Charsets().to_utf8(bytes, "windows-1252"), "Windows-1252"};
}

}
