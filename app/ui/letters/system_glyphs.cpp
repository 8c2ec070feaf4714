#include "app/ui/letters/system_glyphs.hpp"

#include "core/base/code_point.hpp"
#include "core/base/letters/scripts.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <string>
#include <utility>

namespace middleground {

namespace {

constexpr float cap_height = 0.727f;      // of Inter, in em
constexpr std::uint32_t unknown = 0xfffd; // what Dear ImGui makes of a byte that is no UTF-8

FontLetters* data_of(const ImFontConfig* source) {
    return static_cast<FontLetters*>(source->FontLoaderData);
}

bool is_control(std::uint32_t c) {
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

// An empty box, as tall as a capital.
TextPicture box(std::uint32_t c, float em) {
    const int line = std::max(1, static_cast<int>(std::lround(em / 16)));
    const int height = static_cast<int>(std::lround(em * cap_height));
    const int width = static_cast<int>(std::lround(em * (is_ideographic(c) ? 0.8f : 0.5f)));
    const int beside = std::max(1, static_cast<int>(std::lround(em * 0.08f)));
    TextPicture picture{width, height, beside, -height, static_cast<float>(width + 2 * beside), false, {}};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x) {
            const bool edge = x < line || y < line || x >= width - line || y >= height - line;
            picture.pixels.push_back(edge ? 0xffffffffu : 0x00ffffffu);
        }
    }
    return picture;
}

TextPicture glyph_of(FontLetters& letters, std::uint32_t c, float em) {
    if (is_unseen(c)) return {};
    if (c != unknown) {
        std::string text;
        append_code_point(text, c);
        if (auto drawn = letters.runs->glyph(text, {em, letters.weight})) return std::move(*drawn);
    }
    return box(c, em);
}

void destroy_source(ImFontAtlas*, ImFontConfig* source) {
    delete data_of(source);
    source->FontLoaderData = nullptr;
}

bool contains_glyph(ImFontAtlas*, ImFontConfig* source, ImWchar c) {
    return data_of(source) && !is_control(c);
}

bool load_glyph(ImFontAtlas* atlas, ImFontConfig* source, ImFontBaked* baked, void*, ImWchar c, ImFontGlyph* glyph, float* advance) {
    auto* letters = data_of(source);
    if (!letters || is_control(c)) return false;
    const float density = source->RasterizerDensity * baked->RasterizerDensity;
    const auto drawn = glyph_of(*letters, c, baked->Size * density);
    if (advance) {
        *advance = drawn.advance / density;
        return true;
    }
    glyph->Codepoint = c;
    glyph->AdvanceX = drawn.advance / density;
    if (drawn.width == 0) return true;
    const auto id = ImFontAtlasPackAddRect(atlas, drawn.width, drawn.height);
    if (id == ImFontAtlasRectId_Invalid) return false;
    const float baseline = std::floor(baked->Ascent + 0.5f);
    glyph->X0 = static_cast<float>(drawn.left) / density;
    glyph->Y0 = static_cast<float>(drawn.top) / density + baseline;
    glyph->X1 = static_cast<float>(drawn.left + drawn.width) / density;
    glyph->Y1 = static_cast<float>(drawn.top + drawn.height) / density + baseline;
    glyph->Visible = true;
    glyph->Colored = drawn.colored;
    glyph->PackId = id;
    ImFontAtlasBakedSetFontGlyphBitmap(atlas, baked, source, glyph, ImFontAtlasPackGetRect(atlas, id),
                                       reinterpret_cast<const unsigned char*>(drawn.pixels.data()), ImTextureFormat_RGBA32,
                                       drawn.width * 4);
    return true;
}

const ImFontLoader* loader() {
    static const ImFontLoader own = [] {
        ImFontLoader made;
        made.Name = "system";
        made.FontSrcDestroy = destroy_source;
        made.FontSrcContainsGlyph = contains_glyph;
        made.FontBakedLoadGlyph = load_glyph;
        return made;
    }();
    return &own;
}

}

void add_system_glyphs(ImFont* font, int weight, std::shared_ptr<RunCache> runs) {
    auto* atlas = font->ContainerAtlas;
    ImFontConfig config;
    config.MergeMode = true;
    config.FontLoader = loader();
    config.DstFont = font;
    config.SizePixels = font->Sources[0]->SizePixels;
    std::snprintf(config.Name, sizeof config.Name, "system %d", weight);
    atlas->AddFont(&config);
    font->Sources.back()->FontLoaderData = new FontLetters{std::move(runs), weight, font->Sources.Size - 1};
    // Never a question mark: what nobody has is a box, which comes from here, too.
    font->FallbackChar = unknown;
}

FontLetters* letters_of(const ImFont* font) {
    if (font->Sources.empty() || font->Sources.back()->FontLoader != loader()) return nullptr;
    return data_of(font->Sources.back());
}

}
