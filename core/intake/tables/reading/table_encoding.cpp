#include "core/intake/tables/reading/table_encoding.hpp"

#include "core/base/ascii.hpp"
#include "core/base/code_point.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <vector>

namespace middleground::importing {

namespace {

constexpr std::array offered{
    OfferedSet{"utf-8", "UTF-8"},
    OfferedSet{"windows-1252", "Windows-1252, Western Europe"},
    OfferedSet{"windows-1250", "Windows-1250, Central Europe"},
    OfferedSet{"windows-1251", "Windows-1251, Cyrillic"},
    OfferedSet{"shift_jis", "Shift_JIS, Japanese"},
    OfferedSet{"gb18030", "GB18030, Chinese"},
    OfferedSet{"euc-kr", "EUC-KR, Korean"},
    OfferedSet{"macintosh", "Mac, Western Europe"},
    OfferedSet{"windows-1254", "Windows-1254, Turkish"},
    OfferedSet{"windows-1257", "Windows-1257, Baltic"},
    OfferedSet{"windows-1253", "Windows-1253, Greek"},
    OfferedSet{"big5", "Big5, Chinese"},
    OfferedSet{"euc-jp", "EUC-JP, Japanese"},
    OfferedSet{"koi8-r", "KOI8-R, Cyrillic"},
    OfferedSet{"ibm866", "DOS 866, Cyrillic"},
    OfferedSet{"utf-16le", "UTF-16, little endian"},
    OfferedSet{"utf-16be", "UTF-16, big endian"},
};

// The letters beyond ASCII of the languages that are written in a set, small ones.
struct Alphabet {
    std::string_view set;
    std::string_view letters;
};
constexpr std::array alphabets{
    Alphabet{"windows-1252", "äöüß"},
    Alphabet{"windows-1252", "àâçéèêëîïôùûüœ"},
    Alphabet{"windows-1252", "áéíóúñü"},
    Alphabet{"windows-1252", "áâãàçéêíóôõú"},
    Alphabet{"windows-1252", "åäöæøé"},
    Alphabet{"windows-1252", "àèéìòù"},
    Alphabet{"windows-1252", "äöüßéèêàâçáíóúñëïåøæã"}, // a list of customers of many countries
    Alphabet{"macintosh", "äöüß"},
    Alphabet{"macintosh", "àâçéèêëîïôùûü"},
    Alphabet{"macintosh", "áéíóúñü"},
    Alphabet{"macintosh", "áâãàçéêíóôõú"},
    Alphabet{"macintosh", "åäöæøé"},
    Alphabet{"windows-1250", "ąćęłńóśźż"},
    Alphabet{"windows-1250", "áčďéěíňóřšťúůýž"},
    Alphabet{"windows-1250", "áäčďéíĺľňóôŕšťúýž"},
    Alphabet{"windows-1250", "áéíóöőúüű"},
    Alphabet{"windows-1250", "ăâîşţ"},
    Alphabet{"windows-1250", "čćđšž"},
    Alphabet{"windows-1254", "çğıöşüâîİ"},
    Alphabet{"windows-1257", "āčēģīķļņšūž"},
    Alphabet{"windows-1257", "ąčęėįšųūž"},
    Alphabet{"windows-1253", "αβγδεζηθικλμνξοπρστυφχψωςάέήίόύώϊϋ"},
    Alphabet{"windows-1251", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"},
    Alphabet{"windows-1251", "абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"},
    Alphabet{"koi8-r", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"},
    Alphabet{"ibm866", "абвгдежзийклмнопрстуфхцчшщъыьэюяё"},
};

// Signs that stand in tables of any language.
constexpr std::u32string_view usual_signs = U"€£¥–—‘’“”„…°·•«»§©®™№º²½×¿¡µ±\u00a0\u202f¢₽";

constexpr bool is_han(std::uint32_t c) {
    return c >= 0x4e00 && c <= 0x9fff;
}

bool is_letter(std::uint32_t c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= 0xc0 && c < 0x2000 && c != 0xd7 && c != 0xf7);
}

std::vector<std::uint32_t> letters_of(std::string_view text) {
    std::vector<std::uint32_t> letters;
    letters.reserve(text.size());
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        letters.push_back(point.value);
        at += point.length;
    }
    return letters;
}

constexpr double for_a_letter = 2;
constexpr double for_an_odd_letter = -3;
constexpr double for_a_control = -20;

// What no language makes better: control characters, signs where none stand.
double sign_score(std::uint32_t c, bool in_word) {
    if (c >= 0x80 && c < 0xa0) return for_a_control;
    if (usual_signs.contains(static_cast<char32_t>(c))) return in_word && c != 0x2019 ? for_an_odd_letter : 0.5;
    return for_an_odd_letter;
}

double alphabet_score(const std::vector<std::uint32_t>& text, std::string_view alphabet) {
    const auto small = letters_of(alphabet);
    const auto large = letters_of([&] {
        std::string all;
        // Every capital whose small letter is one of them; folded() knows the other way only.
        for (std::uint32_t c = 0xc0; c < 0x530; ++c) {
            std::string letter;
            append_code_point(letter, c);
            const auto low = folded(letter);
            if (low != letter && std::ranges::find(small, code_point_at(low, 0).value) != small.end()) all += letter;
        }
        return all;
    }());
    const auto is_capital = [&](std::uint32_t c) { return (c >= 'A' && c <= 'Z') || std::ranges::find(large, c) != large.end(); };
    const auto is_small = [&](std::uint32_t c) { return (c >= 'a' && c <= 'z') || std::ranges::find(small, c) != small.end(); };
    double score = 0;
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto c = text[i];
        if (c < 0x80) continue;
        const auto before = i > 0 ? text[i - 1] : 0;
        const auto after = i + 1 < text.size() ? text[i + 1] : 0;
        if (is_small(c)) {
            // A small letter between capitals is a capital of another set.
            score += is_capital(before) && is_capital(after) ? -1 : for_a_letter;
        } else if (is_capital(c)) {
            score += is_small(before) ? for_an_odd_letter : for_a_letter;
        } else if (is_letter(c)) {
            score -= 1;
        } else {
            score += sign_score(c, is_letter(before) && is_letter(after));
        }
    }
    return score;
}

// Sets of two bytes a letter: by what of them is common. `text` is what came of the bytes.
double wide_score(std::string_view label, const std::vector<std::uint32_t>& text, std::string_view bytes) {
    double score = 0;
    bool has_kana = false;
    std::size_t hangul = 0;
    std::size_t wide = 0;
    for (const auto c : text) {
        if (c < 0x80) continue;
        ++wide;
        const bool kana = c >= 0x3041 && c <= 0x30ff;
        const bool is_hangul = c >= 0xac00 && c <= 0xd7a3;
        has_kana = has_kana || kana;
        hangul += is_hangul ? 1 : 0;
        const bool japanese = label == "shift_jis" || label == "euc-jp";
        if (kana) {
            score += japanese ? 3 : -1;
        } else if (c >= 0xff61 && c <= 0xff9f) {
            score -= 2; // half-width kana: what other sets look like as Shift_JIS
        } else if (is_hangul) {
            score += label == "euc-kr" ? 2 : for_an_odd_letter;
        } else if (is_han(c)) {
            score += label == "euc-kr" ? -1 : 1;
        } else if (c >= 0xe000 && c <= 0xf8ff) {
            score += for_a_control; // for private use
        } else if ((c >= 0x3000 && c <= 0x3020) || (c >= 0xff00 && c <= 0xff60)) {
            score += 0.5;
        } else {
            score += for_an_odd_letter / 2;
        }
    }
    // Common letters come first in these sets: the upper half of the lead bytes has the rare ones.
    for (std::size_t i = 0; i + 1 < bytes.size(); ++i) {
        const auto lead = static_cast<unsigned char>(bytes[i]);
        if (lead < 0x80) continue;
        const auto trail = static_cast<unsigned char>(bytes[i + 1]);
        if (label == "gb18030") score += trail < 0xa1 ? -2 : lead >= 0xb0 && lead <= 0xd7 ? 1 : 0;
        if (label == "big5") score += lead >= 0xa4 && lead <= 0xc6 ? 0.8 : -0.5;
        if (label == "euc-jp") score += lead >= 0xb0 && lead <= 0xcf ? 0.8 : 0;
        if (label == "shift_jis") {
            if (lead >= 0xa1 && lead <= 0xdf) continue; // one byte
            score += lead >= 0x88 && lead <= 0x97 ? 1 : lead <= 0x83 ? 0.5 : -0.5;
        }
        ++i;
    }
    if (label == "euc-kr" && wide > 2 && hangul == wide) score += 1.5 * static_cast<double>(wide);
    if (label == "euc-jp" && !has_kana) score -= 0.3 * static_cast<double>(wide);
    return score;
}

// Headings that are known and have letters beyond ASCII: nothing says more.
int known_headings(std::string_view text, const KnownHeadings& headings) {
    int known = 0;
    for (std::size_t begin = 0; begin <= text.size();) {
        const auto end = std::min(text.find_first_of(",;\t|\r\n\"", begin), text.size());
        const auto cell = text.substr(begin, end - begin);
        const bool beyond_ascii = std::ranges::any_of(cell, [](char c) { return static_cast<unsigned char>(c) >= 0x80; });
        known += beyond_ascii && cell.size() < 200 && headings.knows(cell) ? 1 : 0;
        begin = end + 1;
    }
    return known;
}

}

std::span<const OfferedSet> offered_sets() {
    return offered;
}

std::string_view marked_set(std::string_view bytes) {
    if (bytes.starts_with("\xef\xbb\xbf")) return "utf-8";
    if (bytes.starts_with("\xff\xfe")) return "utf-16le";
    if (bytes.starts_with("\xfe\xff")) return "utf-16be";
    // A table has mostly ASCII characters: every other byte of UTF-16 is zero.
    const auto sample = bytes.substr(0, 400);
    if (sample.size() < 4) return {};
    for (const std::size_t parity : {1U, 0U}) {
        std::size_t zeros = 0;
        for (std::size_t i = parity; i < sample.size(); i += 2) zeros += sample[i] == '\0' ? 1 : 0;
        if (zeros * 4 > sample.size()) return parity == 1 ? "utf-16le" : "utf-16be";
    }
    return {};
}

std::string_view guessed_set(std::string_view lines, const KnownHeadings& headings, const io::Charsets& charsets) {
    constexpr double for_a_known_heading = 25;
    std::string_view best = "windows-1252";
    double best_score = -1e9;
    for (const auto& set : offered) {
        if (set.label.starts_with("utf-")) continue;
        const auto text = charsets.to_utf8(lines, set.label);
        if (!text) continue;
        const auto letters = letters_of(*text);
        double score = -1e8;
        bool is_narrow = false;
        for (const auto& alphabet : alphabets) {
            if (alphabet.set != set.label) continue;
            is_narrow = true;
            score = std::max(score, alphabet_score(letters, alphabet.letters));
        }
        // Two bytes make one letter there.
        if (!is_narrow) score = 2 * wide_score(set.label, letters, lines);
        score += for_a_known_heading * known_headings(*text, headings);
        if (score > best_score) {
            best_score = score;
            best = set.label;
        }
    }
    return best;
}

}
