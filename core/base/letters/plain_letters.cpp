#include "core/base/letters/plain_letters.hpp"

#include "core/base/code_point.hpp"
#include "core/base/letters/clusters.hpp"
#include "core/base/letters/folding_table.hpp"
#include "core/base/text.hpp"

#include <algorithm>

namespace middleground {

namespace {

bool is_ascii(std::string_view text) {
    return std::ranges::all_of(text, [](char c) { return static_cast<unsigned char>(c) < 0x80; });
}

char small_ascii(char c) {
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

// The syllable of Hangul that two letters, or one without an end and a last letter make; 0: none.
std::uint32_t syllable_of(std::uint32_t before, std::uint32_t after) {
    constexpr std::uint32_t leading = 0x1100, vowels = 0x1161, trailing = 0x11a7, syllables = 0xac00;
    constexpr std::uint32_t leading_count = 19, vowel_count = 21, trailing_count = 28;
    const auto first = before - leading; // of what is below they make something huge
    const auto vowel = after - vowels;
    if (first < leading_count && vowel < vowel_count) return syllables + (first * vowel_count + vowel) * trailing_count;
    const auto open = before - syllables;
    const auto last = after - trailing;
    const bool closes =
        open < leading_count * vowel_count * trailing_count && open % trailing_count == 0 && last > 0 && last < trailing_count;
    return closes ? before + last : 0;
}

// The hiragana that one makes with a mark of voice; 0: none.
std::uint32_t voiced_kana(std::uint32_t kana, std::uint32_t mark) {
    const auto within = [kana](std::uint32_t first, std::uint32_t last) { return kana >= first && kana <= last; };
    const bool of_ha = within(0x306f, 0x307b) && (kana - 0x306f) % 3 == 0;
    if (mark == 0x309a) return of_ha ? kana + 2 : 0;
    if (mark != 0x3099) return 0;
    if (of_ha || (within(0x304b, 0x3061) && kana % 2 == 1) || (within(0x3064, 0x3068) && kana % 2 == 0)) return kana + 1;
    if (kana == 0x3046) return 0x3094;
    return within(0x308f, 0x3092) ? kana - 0x308f + 0x30f7 : 0;
}

// Where nothing is ever folded: ideographs and Hangul, which are most of the texts that have them.
bool stands_for_itself(std::uint32_t c) {
    return (c >= 0x3400 && c < 0xa000) || (c >= 0xac00 && c < 0xd7a4);
}

class Plain {
public:
    explicit Plain(std::size_t size) { text_.reserve(size); }
    void put(std::uint32_t c) {
        if (const auto made = std::max(syllable_of(last_, c), voiced_kana(last_, c)); made != 0) {
            text_.resize(last_at_);
            c = made;
        }
        last_ = c;
        last_at_ = text_.size();
        append_code_point(text_, c);
    }
    void put_byte(char byte) {
        text_ += byte;
        last_ = 0;
    }
    std::string take() { return std::move(text_); }

private:
    std::string text_;
    std::uint32_t last_ = 0;
    std::size_t last_at_ = 0;
};

}

std::string plain_letters(std::string_view text) {
    static const FoldingTable table;
    // Most texts are ASCII, and there may be many of them.
    if (is_ascii(text)) {
        std::string result(text);
        std::ranges::transform(result, result.begin(), small_ascii);
        return result;
    }
    Plain plain(text.size());
    std::vector<std::uint32_t> target;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        if (!point.valid) {
            plain.put_byte(text[at]);
        } else if (point.value < 0x80) {
            plain.put_byte(small_ascii(text[at]));
        } else if (stands_for_itself(point.value) || !table.find(point.value, target)) {
            plain.put(point.value);
        } else {
            std::ranges::for_each(target, [&](std::uint32_t part) { plain.put(part); });
        }
        at += point.length;
    }
    return plain.take();
}

std::string spelt_out_letters(std::string_view text) {
    if (is_ascii(text)) return plain_letters(text);
    std::string spelt;
    for (std::size_t at = 0; at < text.size();) {
        const auto end = cluster_end(text, at);
        const auto letter = text.substr(at, end - at);
        const auto small = folded(letter);
        spelt += letter;
        for (const std::string_view umlaut : {"\u00e4", "\u00f6", "\u00fc", "a\u0308", "o\u0308", "u\u0308"}) {
            if (small == umlaut) spelt += 'e';
        }
        at = end;
    }
    return plain_letters(spelt);
}

std::string sort_key(std::string_view text) {
    auto key = plain_letters(text);
    key += '\0';
    key += text;
    return key;
}

std::string capitalised(std::string_view text) {
    if (text.empty()) return {};
    const auto first = text.substr(0, code_point_at(text, 0).length);
    const auto capital = initials(first);
    // "?" stands for what is no letter at all.
    if (capital == "?" || first_invalid_utf8(first)) return std::string(text);
    return capital + std::string(text.substr(first.size()));
}

}
