#pragma once

#include <imgui.h>

#include <cstdint>

namespace middleground {

// The colours of the look, one set for light and one for dark. ImU32 as ImGui packs it.
struct Palette {
    ImU32 background, surface, raised, sunken, fill, hover, line, line_strong, line_control;
    ImU32 text, text_muted, accent, accent_hover, accent_soft, on_accent, focus;
    ImU32 push, push_soft, passive, passive_soft, middle, middle_soft, warn, warn_soft, bad, bad_soft;
    ImU32 stance_opposed, stance_sceptical, stance_neutral, stance_supportive, stance_champion, stance_unknown, on_stance;
    ImU32 scrim;
    ImU32 outcome_won, outcome_no_decision, outcome_lost;
    ImU32 chart_fan, chart_fan_inner, chart_bar, chart_line;
};

const Palette& light_palette();
const Palette& dark_palette();

// Five sizes, three weights; the names are those of the look.
enum class TextStyle : std::uint8_t { number, title, reading, heading, body, label, strong, caption };

// The fonts of the current ImGui context; the atlas owns them. Glyphs are rasterised on demand at any size.
struct Fonts {
    ImFont* regular = nullptr;
    ImFont* medium = nullptr;
    ImFont* semibold = nullptr;
    ImFont* icons = nullptr;
};

class SystemFonts; // app/platform/system_fonts.hpp

// Adds Inter and the icons to the current context's atlas. What Inter has not comes from `system`, which outlives the last frame; null:
// boxes.
Fonts load_fonts(SystemFonts* system = nullptr);

// Everything that a widget has to know to draw itself.
struct Theme {
    Palette color{};
    Fonts fonts{};
    bool dark = false;
    bool touch = false; // larger controls and text
    float scale = 1;    // interface scale from the user's text size; logical pixels = design pixels * scale

    ImFont* font(TextStyle style) const;
    float font_size(TextStyle style) const;   // logical pixels, scale included
    float line_height(TextStyle style) const; // logical pixels, scale included
    // Logical pixels. A whole number of design pixels is a whole number of these: Dear ImGui cuts the place of what comes next to whole pixels,
    // upwards or downwards depending on where the page stands, and what is laid out in parts of them would shift as it scrolls.
    float px(float design) const;
    float control_height() const { return px(touch ? 44.0f : 32.0f); }
    float control_small_height() const { return px(touch ? 44.0f : 28.0f); }
    float row_height() const { return px(touch ? 56.0f : 40.0f); }
};

// Sets ImGui's own style (spacing, colours, rounding) so that what is drawn by ImGui itself (text selection, scrollbars) fits.
void apply_style(const Theme& theme);

}
