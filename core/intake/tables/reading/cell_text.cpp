#include "core/intake/tables/reading/cell_text.hpp"

#include "core/base/ascii.hpp"
#include "core/base/code_point.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <optional>

namespace middleground::importing {

namespace {

struct Entity {
    std::string_view name;
    std::uint32_t letter;
};
// Those that are common in exports. Sorted by name, of which capitals come first.
constexpr std::array entities{
    Entity{"Aacute", 0xc1}, Entity{"Agrave", 0xc0}, Entity{"Atilde", 0xc3}, Entity{"Auml", 0xc4},   Entity{"Ccedil", 0xc7}, Entity{"Eacute", 0xc9},
    Entity{"Egrave", 0xc8}, Entity{"Iacute", 0xcd}, Entity{"Ntilde", 0xd1}, Entity{"Oacute", 0xd3}, Entity{"Oslash", 0xd8}, Entity{"Otilde", 0xd5},
    Entity{"Ouml", 0xd6},   Entity{"Uacute", 0xda}, Entity{"Uuml", 0xdc},   Entity{"aacute", 0xe1}, Entity{"acirc", 0xe2},  Entity{"aelig", 0xe6},
    Entity{"agrave", 0xe0}, Entity{"amp", '&'},     Entity{"apos", '\''},   Entity{"aring", 0xe5},  Entity{"atilde", 0xe3}, Entity{"auml", 0xe4},
    Entity{"bull", 0x2022}, Entity{"ccedil", 0xe7}, Entity{"copy", 0xa9},   Entity{"deg", 0xb0},    Entity{"eacute", 0xe9}, Entity{"ecirc", 0xea},
    Entity{"egrave", 0xe8}, Entity{"euml", 0xeb},   Entity{"euro", 0x20ac}, Entity{"gt", '>'},      Entity{"hellip", 0x2026}, Entity{"iacute", 0xed},
    Entity{"icirc", 0xee},  Entity{"igrave", 0xec}, Entity{"iuml", 0xef},   Entity{"laquo", 0xab},  Entity{"ldquo", 0x201c}, Entity{"lsquo", 0x2018},
    Entity{"lt", '<'},      Entity{"mdash", 0x2014}, Entity{"middot", 0xb7}, Entity{"nbsp", 0xa0},  Entity{"ndash", 0x2013}, Entity{"ntilde", 0xf1},
    Entity{"oacute", 0xf3}, Entity{"ocirc", 0xf4},  Entity{"ograve", 0xf2}, Entity{"oslash", 0xf8}, Entity{"otilde", 0xf5}, Entity{"ouml", 0xf6},
    Entity{"pound", 0xa3},  Entity{"quot", '"'},    Entity{"raquo", 0xbb},  Entity{"rdquo", 0x201d}, Entity{"reg", 0xae},   Entity{"rsquo", 0x2019},
    Entity{"szlig", 0xdf},  Entity{"trade", 0x2122}, Entity{"uacute", 0xfa}, Entity{"ucirc", 0xfb}, Entity{"ugrave", 0xf9}, Entity{"uuml", 0xfc},
};
static_assert(std::ranges::is_sorted(entities, {}, &Entity::name));

// What stands between '&' and ';'.
std::optional<std::uint32_t> letter_of(std::string_view name) {
    if (!name.starts_with('#')) {
        const auto found = std::ranges::lower_bound(entities, name, {}, &Entity::name);
        return found != entities.end() && found->name == name ? std::optional(found->letter) : std::nullopt;
    }
    name.remove_prefix(1);
    const bool hex = name.starts_with('x') || name.starts_with('X');
    if (hex) name.remove_prefix(1);
    if (name.empty() || name.size() > 7) return {};
    std::uint32_t value = 0;
    for (const char c : name) {
        const char small = c >= 'A' && c <= 'F' ? static_cast<char>(c - 'A' + 'a') : c;
        if (is_digit(c)) {
            value = value * (hex ? 16 : 10) + static_cast<std::uint32_t>(c - '0');
        } else if (hex && small >= 'a' && small <= 'f') {
            value = value * 16 + static_cast<std::uint32_t>(small - 'a' + 10);
        } else {
            return {};
        }
    }
    const bool is_letter = value >= 0x20 && value <= 0x10ffff && !(value >= 0xd800 && value <= 0xdfff) && !(value >= 0x7f && value < 0xa0);
    return is_letter || value == '\n' || value == '\t' ? std::optional(value) : std::nullopt;
}

bool is_nothing(std::string_view value) {
    if (value.size() > 6) return false;
    constexpr std::array<std::string_view, 9> words{"\\N", "NULL", "null", "(null)", "#N/A", "#REF!", "NaN", "nan", "<null>"};
    return std::ranges::find(words, value) != words.end();
}

}

CellText::CellText(const io::Charsets& charsets) : sets_{ByteOf{"windows-1252", {}}, ByteOf{"windows-1251", {}}} {
    for (auto& set : sets_) {
        for (int i = 0; i < 128; ++i) {
            const char byte = static_cast<char>(0x80 + i);
            const auto text = charsets.to_utf8(std::string_view(&byte, 1), set.label);
            if (text && !text->empty()) set.letters[static_cast<std::size_t>(i)] = code_point_at(*text, 0).value;
        }
    }
}

void CellText::mend(std::string& value) {
    if (value.empty()) return;
    if (is_nothing(trimmed(value))) {
        value.clear();
        return;
    }
    const bool had_nul = std::erase(value, '\0') > 0;
    mended_ += had_nul ? 1 : 0;
    constexpr int most_rounds = 2; // some programs do it twice
    if (value.contains('&')) {
        bool any = false;
        for (int i = 0; i < most_rounds && decode_entities(value); ++i) any = true;
        entities_ += any ? 1 : 0;
    }
    if (std::ranges::any_of(value, [](char c) { return static_cast<unsigned char>(c) >= 0x80; })) {
        bool any = false;
        for (int i = 0; i < most_rounds && mend_encoding(value); ++i) any = true;
        mended_ += any ? 1 : 0;
    }
}

bool CellText::decode_entities(std::string& value) const {
    std::string out;
    std::size_t copied = 0;
    constexpr std::size_t longest = 10;
    for (auto at = value.find('&'); at != std::string::npos; at = value.find('&', at + 1)) {
        const auto end = value.find(';', at);
        if (end == std::string::npos) break;
        if (end - at > longest) continue;
        const auto letter = letter_of(std::string_view(value).substr(at + 1, end - at - 1));
        if (!letter) continue;
        out.append(value, copied, at - copied);
        append_code_point(out, *letter);
        copied = end + 1;
    }
    if (copied == 0) return false;
    out.append(value, copied);
    value = std::move(out);
    return true;
}

// Run by run of letters beyond ASCII: one that is UTF-8 when it is written as that set has it was UTF-8 before.
bool CellText::mend_encoding(std::string& value) const {
    bool any = false;
    std::string out;
    for (std::size_t at = 0; at < value.size();) {
        if (static_cast<unsigned char>(value[at]) < 0x80) {
            out += value[at++];
            continue;
        }
        const auto begin = at;
        while (at < value.size() && static_cast<unsigned char>(value[at]) >= 0x80) ++at;
        const auto run = std::string_view(value).substr(begin, at - begin);
        std::string mended;
        for (const auto& set : sets_) {
            std::string bytes;
            for (std::size_t i = 0; i < run.size();) {
                const auto letter = code_point_at(run, i);
                const auto place = std::ranges::find(set.letters, letter.value);
                if (!letter.valid || place == set.letters.end()) break;
                bytes += static_cast<char>(0x80 + (place - set.letters.begin()));
                i += letter.length;
                if (i == run.size()) mended = bytes;
            }
            // One letter alone is itself. Two of Cyrillic may well be a word that happens to be UTF-8: at least two letters have to come of them.
            const auto least = set.label == "windows-1251" ? 4U : 2U;
            if (mended.size() >= least && !first_invalid_utf8(mended)) break;
            mended.clear();
        }
        any = any || !mended.empty();
        out += mended.empty() ? run : std::string_view(mended);
    }
    if (any) value = std::move(out);
    return any;
}

}
