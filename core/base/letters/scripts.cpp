#include "core/base/letters/scripts.hpp"

#include "core/base/code_point.hpp"
#include "core/base/letters/clusters.hpp"

#include <algorithm>
#include <array>
#include <string_view>

namespace middleground {

namespace {

struct Range {
    std::uint32_t first;
    std::uint32_t last;
    Writing writing;
};

// After the blocks and properties of Unicode 15 (Blocks.txt, DerivedBidiClass.txt, emoji-data.txt: Emoji_Presentation). What is in no row
// is plain. Whole blocks, with what they leave unassigned.
constexpr auto ranges = [] {
    using enum Writing;
    return std::to_array<Range>({
        {0x0300, 0x036f, shaped},                                           // marks
        {0x0483, 0x0489, shaped},                                           // Cyrillic marks
        {0x0590, 0x08ff, right_to_left},                                    // Hebrew, Arabic, Syriac, Thaana, NKo, Samaritan, Mandaic
        {0x0900, 0x0dff, shaped},                                           // Devanagari .. Sinhala
        {0x0e00, 0x0e3e, shaped},                                           // Thai, but for its currency
        {0x0e40, 0x109f, shaped},                                           // Thai, Lao, Tibetan, Myanmar
        {0x1100, 0x11ff, shaped},                                           // Hangul in parts
        {0x135d, 0x135f, shaped},                                           // Ethiopic marks
        {0x1700, 0x18af, shaped},                                           // Philippine scripts, Khmer, Mongolian
        {0x1900, 0x1c7f, shaped},                                           // Limbu .. Ol Chiki
        {0x1cd0, 0x1cff, shaped},                                           // Vedic marks
        {0x1dc0, 0x1dff, shaped},                                           // marks
        {0x200b, 0x200e, invisible},       {0x200f, 0x200f, right_to_left}, // marks of direction, here and below
        {0x2028, 0x202a, invisible},       {0x202b, 0x202b, right_to_left}, {0x202c, 0x202d, invisible},
        {0x202e, 0x202e, right_to_left},   {0x2060, 0x2066, invisible},     {0x2067, 0x2067, right_to_left},
        {0x2068, 0x206f, invisible},       {0x20d0, 0x20ff, shaped}, // marks around symbols
        {0x231a, 0x231b, emoji},           {0x23e9, 0x23ec, emoji},         {0x23f0, 0x23f0, emoji},
        {0x23f3, 0x23f3, emoji},           {0x25fd, 0x25fe, emoji},         {0x2614, 0x2615, emoji},
        {0x2648, 0x2653, emoji},           {0x267f, 0x267f, emoji},         {0x2693, 0x2693, emoji},
        {0x26a1, 0x26a1, emoji},           {0x26aa, 0x26ab, emoji},         {0x26bd, 0x26be, emoji},
        {0x26c4, 0x26c5, emoji},           {0x26ce, 0x26ce, emoji},         {0x26d4, 0x26d4, emoji},
        {0x26ea, 0x26ea, emoji},           {0x26f2, 0x26f3, emoji},         {0x26f5, 0x26f5, emoji},
        {0x26fa, 0x26fa, emoji},           {0x26fd, 0x26fd, emoji},         {0x2705, 0x2705, emoji},
        {0x270a, 0x270b, emoji},           {0x2728, 0x2728, emoji},         {0x274c, 0x274c, emoji},
        {0x274e, 0x274e, emoji},           {0x2753, 0x2755, emoji},         {0x2757, 0x2757, emoji},
        {0x2795, 0x2797, emoji},           {0x27b0, 0x27b0, emoji},         {0x27bf, 0x27bf, emoji},
        {0x2b1b, 0x2b1c, emoji},           {0x2b50, 0x2b50, emoji},         {0x2b55, 0x2b55, emoji},
        {0x2cef, 0x2cf1, shaped}, // Coptic marks
        {0x2de0, 0x2dff, shaped}, // Cyrillic marks
        {0x302a, 0x302f, shaped}, // marks of tones
        {0x3099, 0x309a, shaped}, // marks of kana
        {0xa66f, 0xa672, shaped},          {0xa674, 0xa67d, shaped},        {0xa69e, 0xa69f, shaped},
        {0xa6f0, 0xa6f1, shaped},        // marks
        {0xa800, 0xa82f, shaped},        // Syloti Nagri
        {0xa840, 0xabff, shaped},        // Phags-pa .. Meetei Mayek, with the older Hangul in parts
        {0xd7b0, 0xd7ff, shaped},        // Hangul in parts
        {0xfb1d, 0xfdff, right_to_left}, // Hebrew and Arabic forms
        {0xfe00, 0xfe0f, invisible},     // variants
        {0xfe20, 0xfe2f, shaped},        // marks
        {0xfe70, 0xfefe, right_to_left},   {0xfeff, 0xfeff, invisible},     {0x10000, 0x107ff, shaped},
        {0x10800, 0x10fff, right_to_left}, {0x11000, 0x1e7ff, shaped},      {0x1e800, 0x1efff, right_to_left},
        {0x1f000, 0x1faff, emoji},     // with what else is among the symbols there
        {0x1fb00, 0xdffff, shaped},    // with Han beyond the first plane
        {0xe0000, 0xe0fff, invisible}, // tags and variants
        {0xe1000, 0x10ffff, shaped},
    });
}();
static_assert(std::ranges::is_sorted(ranges, {}, &Range::first));

constexpr std::uint32_t first_not_plain = 0x0300;
constexpr char first_lead = '\xcc'; // of U+0300

// Letters that have a direction, and it is that of Latin. Digits, blanks and marks have none.
bool is_left_to_right_letter(std::uint32_t c) {
    if (c < 0x80) return (c | 0x20) >= 'a' && (c | 0x20) <= 'z';
    if (c < 0xc0) return c == 0xaa || c == 0xb5 || c == 0xba;
    if (c == 0xd7 || c == 0xf7) return false;
    if (c >= 0x2000 && c <= 0x2bff) return c == 0x200e;
    if (c >= 0x3000 && c <= 0x3004) return false;
    if (c >= 0x3008 && c <= 0x3020) return false;
    const auto writing = writing_of(c);
    return writing == Writing::plain || writing == Writing::shaped;
}

bool contains(std::u32string_view marks, std::uint32_t c) {
    return marks.find(static_cast<char32_t>(c)) != std::u32string_view::npos;
}

// Scripts that put no blanks between words: a line may end after any cluster, but in front of what is drawn on or behind it.
bool has_no_blanks(std::uint32_t c) {
    return (c >= 0x0e00 && c <= 0x0eff) || (c >= 0x1000 && c <= 0x109f) || (c >= 0x1780 && c <= 0x17ff) || (c >= 0x0f00 && c <= 0x0fff);
}

bool is_emoji(std::uint32_t c) {
    return writing_of(c) == Writing::emoji;
}

bool is_blank(std::string_view cluster) {
    return cluster == " ";
}

}

Writing writing_of(std::uint32_t code_point) {
    if (code_point < first_not_plain) return Writing::plain;
    const auto row = std::ranges::lower_bound(ranges, code_point, {}, &Range::last);
    return row != ranges.end() && row->first <= code_point ? row->writing : Writing::plain;
}

bool is_unseen(std::uint32_t code_point) {
    const auto writing = writing_of(code_point);
    return writing == Writing::invisible || (writing == Writing::right_to_left && code_point >= 0x2000 && code_point <= 0x206f);
}

bool is_all_plain(std::string_view text) {
    for (std::size_t at = 0; at < text.size();) {
        const auto lead = static_cast<unsigned char>(text[at]);
        if (lead < static_cast<unsigned char>(first_lead)) {
            ++at;
            continue;
        }
        const auto point = code_point_at(text, at);
        if (point.valid && writing_of(point.value) != Writing::plain) return false;
        at += point.length;
    }
    return true;
}

bool has_right_to_left(std::string_view text) {
    constexpr unsigned char first_lead_from_right = 0xd6; // of U+0590
    for (std::size_t at = 0; at < text.size();) {
        if (static_cast<unsigned char>(text[at]) < first_lead_from_right) {
            ++at;
            continue;
        }
        const auto point = code_point_at(text, at);
        if (point.valid && writing_of(point.value) == Writing::right_to_left) return true;
        at += point.length;
    }
    return false;
}

bool runs_from_right(std::string_view line) {
    for (std::size_t at = 0; at < line.size();) {
        const auto point = code_point_at(line, at);
        if (point.valid && writing_of(point.value) == Writing::right_to_left) return true;
        if (point.valid && is_left_to_right_letter(point.value)) return false;
        at += point.length;
    }
    return false;
}

bool is_ideographic(std::uint32_t c) {
    return (c >= 0x2e80 && c <= 0x312f) || (c >= 0x3190 && c <= 0xa4cf) || (c >= 0xf900 && c <= 0xfaff) || (c >= 0xfe30 && c <= 0xfe4f) ||
           (c >= 0xff01 && c <= 0xff9f) || (c >= 0xffe0 && c <= 0xffe6) || (c >= 0x20000 && c <= 0x3ffff);
}

namespace {

// Adds the parts of a piece of a line in which nothing is written from the right.
void add_runs(std::string_view line, std::size_t begin, std::size_t piece_end, std::vector<ScriptRun>& runs) {
    const auto first = runs.size();
    std::size_t blanks = 0; // at the end of what was read: they go with what comes next, if that is as what was before
    for (std::size_t at = begin; at < piece_end;) {
        const auto end = cluster_end(line, at);
        const auto cluster = line.substr(at, end - at);
        const bool shaped = !is_all_plain(cluster);
        const bool follows = runs.size() > first;
        if (is_blank(cluster) && follows && runs.back().shaped) {
            blanks += cluster.size();
        } else if (follows && runs.back().shaped == shaped) {
            runs.back().end = end;
            blanks = 0;
        } else {
            runs.push_back({at - blanks, end, shaped});
            blanks = 0;
        }
        at = end;
    }
    if (blanks > 0) runs.push_back({piece_end - blanks, piece_end, false});
}

bool is_digit_of_any(std::string_view cluster) {
    return cluster.size() == 1 && cluster.front() >= '0' && cluster.front() <= '9';
}

// From a letter that is written from the right to the last one before a letter that is not, with the number that follows it.
std::size_t end_of_right_to_left(std::string_view line, std::size_t begin) {
    std::size_t end = begin;
    bool number = true; // nothing but blanks and digits since
    for (std::size_t at = begin; at < line.size();) {
        const auto next = cluster_end(line, at);
        const auto cluster = line.substr(at, next - at);
        if (has_right_to_left(cluster)) {
            end = next;
            number = true;
        } else if (is_left_to_right_letter(code_point_at(line, at).value)) {
            break;
        } else if (is_digit_of_any(cluster)) {
            if (number) end = next;
        } else if (!is_blank(cluster)) {
            number = false;
        }
        at = next;
    }
    return end;
}

}

std::vector<ScriptRun> script_runs(std::string_view line) {
    if (line.empty()) return {};
    if (is_all_plain(line)) return {{0, line.size(), false}};
    if (runs_from_right(line)) return {{0, line.size(), true}};
    std::vector<ScriptRun> runs;
    std::size_t begin = 0; // of what is written from the left
    for (std::size_t at = 0; at < line.size();) {
        const auto end = cluster_end(line, at);
        if (!has_right_to_left(line.substr(at, end - at))) {
            at = end;
            continue;
        }
        add_runs(line, begin, at, runs);
        begin = end_of_right_to_left(line, at);
        runs.push_back({at, begin, true});
        at = begin;
    }
    add_runs(line, begin, line.size(), runs);
    return runs;
}

bool may_break_between(std::uint32_t before, std::uint32_t after) {
    // What stands at no beginning of a line, and at no end: JIS X 4051, as far as it is about single letters.
    constexpr std::u32string_view not_first =
        U"!%),.:;?]}¢°’”‰′″℃、。々〉》」』】〕〗〙〛〜ぁぃぅぇぉっゃゅょゎ゛゜ゝゞァィゥェォッャュョヮヵヶ・ーヽヾ！％），．：；？］｝～…—";
    constexpr std::u32string_view not_last = U"$([{£¥‘“〈《「『【〔〖〘〚＄（［｛￡￥";
    // Thai and Lao vowels that are written before their consonant, and what is written behind.
    constexpr std::u32string_view thai_not_first = U"\u0e30\u0e32\u0e33\u0e45\u0e46\u0e2f\u0eb0\u0eb2\u0eb3\u0ec6";
    constexpr std::u32string_view thai_not_last = U"\u0e40\u0e41\u0e42\u0e43\u0e44\u0ec0\u0ec1\u0ec2\u0ec3\u0ec4";
    if (contains(not_first, after) || contains(not_last, before)) return false;
    if (contains(thai_not_first, after) || contains(thai_not_last, before)) return false;
    if (is_ideographic(before) || is_ideographic(after)) return true;
    if (is_emoji(before) && is_emoji(after)) return true;
    return has_no_blanks(before) && has_no_blanks(after);
}

}
