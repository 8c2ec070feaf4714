#include "app/platform/native/fonts/font_choice.hpp"

#include "core/base/code_point.hpp"
#include "core/base/letters/clusters.hpp"
#include "generated/assets.hpp"
#include "generated/emoji.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t most_chosen = 5000; // letters whose fonts are kept in mind
constexpr char32_t text_variant = 0xfe0e;
constexpr char32_t emoji_variant = 0xfe0f;

bool is_within(char32_t c, char32_t first, char32_t last) {
    return c >= first && c <= last;
}

// What they mean each font says for itself: no other font's letter is the one that was meant.
bool is_private(char32_t c) {
    return is_within(c, 0xe000, 0xf8ff) || c >= 0xf0000;
}

// What changes how others look, or nothing: no font has to have it.
bool is_unseen(char32_t c) {
    return c == 0xad || c == 0x34f || c == 0x61c || is_within(c, 0x180b, 0x180f) || is_within(c, 0x200b, 0x200f) ||
           is_within(c, 0x2060, 0x206f) || is_within(c, 0xfe00, 0xfe0f) || c == 0xfeff || is_within(c, 0xe0000, 0xe0fff);
}

bool is_emoji(const std::vector<char32_t>& letters) {
    if (std::ranges::find(letters, text_variant) != letters.end()) return false;
    // A picture by itself, one that is asked for, or several made one.
    return std::ranges::any_of(letters, [](char32_t c) {
        const auto holds = [c](const auto& range) { return is_within(c, range[0], range[1]); };
        return c == emoji_variant || std::ranges::any_of(letters::emoji_presentation, holds);
    });
}

// One ideograph has one code point, and a shape for each language: what else stands in the text tells which.
std::string language_of(const std::vector<char32_t>& letters) {
    const auto any = [&](char32_t first, char32_t last) {
        return std::ranges::any_of(letters, [=](char32_t c) { return is_within(c, first, last); });
    };
    if (any(0x3041, 0x30ff) || any(0x31f0, 0x31ff) || any(0xff66, 0xff9f)) return "ja";
    if (any(0x3105, 0x312f)) return "zh-tw";
    if (any(0xac00, 0xd7a3) || any(0x1100, 0x11ff) || any(0x3131, 0x318e)) return "ko";
    return {};
}

}

FontChoice::FontChoice(const std::optional<std::string>& folder) : finder_(folder) {}

std::shared_ptr<FontFace> FontChoice::own_face(int weight) {
    const auto bytes = weight < 450 ? assets::font_regular() : weight < 550 ? assets::font_medium() : assets::font_semibold();
    auto& face = own_[bytes];
    if (!face) face = FontFace::open(library_, bytes);
    return face;
}

std::shared_ptr<FontFace> FontChoice::face_at(const FontPlace& place) {
    const auto known = std::ranges::find(faces_, place, &std::pair<FontPlace, std::shared_ptr<FontFace>>::first);
    if (known != faces_.end()) return known->second;
    faces_.emplace_back(place, FontFace::open(library_, place));
    return faces_.back().second;
}

std::shared_ptr<FontFace> FontChoice::face_for(const std::vector<char32_t>& letters, const FontWish& wish) {
    if (chosen_.size() > most_chosen) chosen_.clear();
    const auto [known, is_new] = chosen_.try_emplace({letters, wish.weight, wish.language, wish.colored});
    if (!is_new) return known->second;
    const auto first_readable = [&](std::span<const char32_t> wanted) -> std::shared_ptr<FontFace> {
        for (const auto& place : finder_.fonts_with(wanted, wish)) {
            if (auto face = face_at(place); face && face->has(wanted.front())) return face;
        }
        return nullptr;
    };
    known->second = first_readable(letters);
    // A letter without its mark is better than none.
    if (!known->second && letters.size() > 1) known->second = first_readable(std::span(letters).first(1));
    return known->second;
}

FontRuns FontChoice::runs_of(std::string_view text, int weight) {
    FontRuns result;
    const auto own = own_face(weight);
    if (!own) return result;
    for (std::size_t at = 0; at < text.size();) {
        const auto point = code_point_at(text, at);
        result.letters.push_back(point.valid ? static_cast<char32_t>(point.value) : U'\ufffd');
        at += point.length;
    }
    result.language = language_of(result.letters);
    std::size_t begin = 0;
    for (std::size_t at = 0; at < text.size();) {
        const auto next = cluster_end(text, at);
        std::vector<char32_t> cluster;
        std::vector<char32_t> wanted;
        for (; at < next; at += code_point_at(text, at).length) {
            cluster.push_back(result.letters[begin + cluster.size()]);
            if (!is_unseen(cluster.back())) wanted.push_back(cluster.back());
        }
        const auto end = begin + cluster.size();
        const bool emoji = !wanted.empty() && is_emoji(cluster);
        auto face = own;
        const bool own_has = !emoji && std::ranges::all_of(wanted, [&](char32_t c) { return own->has(c); });
        if (own_has) {
            result.any = true;
        } else if (std::ranges::none_of(wanted, is_private)) {
            if (auto other = face_for(wanted, {weight, result.language, emoji})) {
                face = std::move(other);
                result.any = true;
            }
        }
        if (!result.runs.empty() && result.runs.back().face == face) {
            result.runs.back().end = end;
        } else {
            result.runs.push_back({begin, end, std::move(face)});
        }
        begin = end;
    }
    return result;
}

}
