#include "app/ui/theme.hpp"

#include "generated/assets.hpp"

#include <cstdio>
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

Fonts load_fonts() {
    Fonts fonts;
    fonts.regular = add_font("Inter", assets::font_regular(), 13, 0);
    fonts.medium = add_font("Inter Medium", assets::font_medium(), 13, 0);
    fonts.semibold = add_font("Inter Semibold", assets::font_semibold(), 13, 0);
    // Icons only stand at whole pixels, where oversampling would blur them.
    fonts.icons = add_font("Lucide", assets::font_icons(), 16, 1);
    ImGui::GetIO().FontDefault = fonts.regular;
    return fonts;
}

}
