#include "app/platform/native/fonts/font_finder.hpp"

#include <fontconfig/fontconfig.h>

#include <algorithm>
#include <array>
#include <cstddef>

namespace middleground {

namespace {

const FcChar8* fc_text(const std::string& text) {
    return reinterpret_cast<const FcChar8*>(text.c_str());
}

std::string text_of(FcPattern* pattern, const char* object) {
    FcChar8* text = nullptr;
    return FcPatternGetString(pattern, object, 0, &text) == FcResultMatch ? reinterpret_cast<const char*>(text) : "";
}

int number_of(FcPattern* pattern, const char* object) {
    int number = 0;
    return FcPatternGetInteger(pattern, object, 0, &number) == FcResultMatch ? number : 0;
}

bool is_set(FcPattern* pattern, const char* object) {
    FcBool value = FcFalse;
    return FcPatternGetBool(pattern, object, 0, &value) == FcResultMatch && value == FcTrue;
}

// The user's order among families says little of those that it does not name.
bool is_for_reading(const std::string& family) {
    constexpr std::array<std::string_view, 8> others{"Serif", "Mono", "Kufi", "Nastaliq", "Naskh", "Display", "Rashi", "Traditional"};
    return std::ranges::none_of(others, [&](std::string_view word) { return family.find(word) != std::string::npos; });
}

}

struct FontFinder::Sorted {
    struct Font {
        FontPlace place;
        FcCharSet* letters = nullptr; // belongs to the set
        bool reading = false;
        bool colored = false;
    };
    FontWish wish;
    std::shared_ptr<_FcFontSet> set;
    std::vector<Font> fonts;
};

FontFinder::FontFinder(const std::optional<std::string>& folder) {
    FcConfig* config = folder ? FcConfigCreate() : FcInitLoadConfigAndFonts();
    if (config == nullptr) return;
    config_ = std::shared_ptr<FcConfig>(config, FcConfigDestroy);
    if (!folder) return;
    // It grumbles when it may not keep a list of what is in the folder.
    const std::string settings = "<fontconfig><cachedir>" + *folder + "</cachedir></fontconfig>";
    FcConfigParseAndLoadFromMemory(config, fc_text(settings), FcFalse);
    FcConfigAppFontAddDir(config, fc_text(*folder));
}

const FontFinder::Sorted& FontFinder::sorted(const FontWish& wish) {
    const auto same = [&](const auto& one) { return one->wish.weight == wish.weight && one->wish.language == wish.language; };
    if (const auto found = std::ranges::find_if(known_, same); found != known_.end()) return **found;
    auto result = std::make_shared<Sorted>();
    result->wish = wish;
    known_.push_back(result);
    if (!config_) return *result;
    const std::unique_ptr<FcPattern, decltype(&FcPatternDestroy)> pattern(FcPatternCreate(), FcPatternDestroy);
    FcPatternAddString(pattern.get(), FC_FAMILY, fc_text(std::string("sans-serif")));
    FcPatternAddInteger(pattern.get(), FC_WEIGHT, FcWeightFromOpenType(wish.weight));
    FcPatternAddInteger(pattern.get(), FC_SLANT, FC_SLANT_ROMAN);
    if (!wish.language.empty()) FcPatternAddString(pattern.get(), FC_LANG, fc_text(wish.language));
    FcConfigSubstitute(config_.get(), pattern.get(), FcMatchPattern);
    FcDefaultSubstitute(pattern.get());
    FcResult outcome = FcResultMatch;
    FcFontSet* set = FcFontSort(config_.get(), pattern.get(), FcFalse, nullptr, &outcome);
    if (set == nullptr) return *result;
    result->set = std::shared_ptr<FcFontSet>(set, FcFontSetDestroy);
    for (int i = 0; i < set->nfont; ++i) {
        FcPattern* font = set->fonts[i];
        FcCharSet* letters = nullptr;
        if (FcPatternGetCharSet(font, FC_CHARSET, 0, &letters) != FcResultMatch) continue;
        // The instances of a variable font are listed besides the font itself; symbols have code points of their own.
        if (is_set(font, FC_VARIABLE) || is_set(font, FC_SYMBOL)) continue;
        result->fonts.push_back({{text_of(font, FC_FILE), number_of(font, FC_INDEX)},
                                 letters,
                                 is_for_reading(text_of(font, FC_FAMILY)),
                                 is_set(font, FC_COLOR)});
    }
    return *result;
}

std::vector<FontPlace> FontFinder::fonts_with(std::span<const char32_t> letters, const FontWish& wish) {
    std::vector<FontPlace> best;
    std::vector<FontPlace> others;
    for (const auto& font : sorted(wish).fonts) {
        const auto has = [&](char32_t letter) { return FcCharSetHasChar(font.letters, letter) == FcTrue; };
        if (!std::ranges::all_of(letters, has)) continue;
        (font.colored == wish.colored && (font.reading || wish.colored) ? best : others).push_back(font.place);
    }
    best.insert(best.end(), others.begin(), others.end());
    return best;
}

}
