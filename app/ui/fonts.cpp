#include "app/ui/letters/system_glyphs.hpp"
#include "app/ui/theme.hpp"

#include "generated/assets.hpp"

#include <cstdio>
#include <memory>
#include <string_view>

namespace middleground {

namespace {

ImFont* add_font(const char* name, std::string_view bytes, float size, int oversample) {
    ImFontConfig config;
    config.FontDataOwnedByAtlas = false;
    config.OversampleH = oversample; // 0: the atlas decides
    std::snprintf(config.Name, sizeof config.Name, "%s", name);
    // The atlas does not write to what it does not own; its signature only predates const.
    auto* data = const_cast<char*>(bytes.data());
    // A negative size means pixels per em, as everywhere outside ImGui; a positive one would be ascent plus descent.
    config.SizePixels = -size;
    auto* font = ImGui::GetIO().Fonts->AddFontFromMemoryTTF(data, static_cast<int>(bytes.size()), 0, &config);
    // The scale is chosen by now. From here on the atlas multiplies with the reference size and has to find it positive.
    font->Sources[0]->SizePixels = size;
    font->LegacySize = size;
    return font;
}

}

Fonts load_fonts(SystemFonts* system) {
    Fonts fonts;
    const auto runs = std::make_shared<RunCache>(system);
    const auto add_text_font = [&](const char* name, std::string_view bytes, int weight) {
        auto* font = add_font(name, bytes, 13, 0);
        add_system_glyphs(font, weight, runs);
        return font;
    };
    fonts.regular = add_text_font("Inter", assets::font_regular(), 400);
    fonts.medium = add_text_font("Inter Medium", assets::font_medium(), 500);
    fonts.semibold = add_text_font("Inter Semibold", assets::font_semibold(), 600);
    // Icons only stand at whole pixels, where oversampling would blur them.
    fonts.icons = add_font("Lucide", assets::font_icons(), 16, 1);
    ImGui::GetIO().FontDefault = fonts.regular;
    return fonts;
}

}
