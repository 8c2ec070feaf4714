#pragma once

#include "app/ui/widgets/ui.hpp"

#include <string_view>

namespace middleground {

// What the widgets share to draw themselves. Lengths are logical pixels.

constexpr ImVec2 operator+(ImVec2 a, ImVec2 b) {
    return {a.x + b.x, a.y + b.y};
}
constexpr ImVec2 operator-(ImVec2 a, ImVec2 b) {
    return {a.x - b.x, a.y - b.y};
}
constexpr ImVec2 operator*(ImVec2 a, float factor) {
    return {a.x * factor, a.y * factor};
}

// Device pixels for one logical pixel.
float device_scale();
// The nearest edge of a device pixel.
float snapped(float logical);
ImVec2 snapped(ImVec2 point);
// A line of the given design width in whole device pixels, at least one.
float line_width(const Ui& ui, float design_width = 1);

// The border lies inside the rectangle, whose corners are snapped.
void draw_border(ImDrawList* list, ImVec2 min, ImVec2 max, ImU32 color, float radius, float width);
// A snapped line of 1 design pixel that starts at `y`.
void draw_line_across(const Ui& ui, ImDrawList* list, float left, float right, float y, ImU32 color);

// A wavy line as under a misspelt word, its middle at `y`.
void draw_wave(const Ui& ui, ImDrawList* list, float left, float right, float y, ImU32 color);

ImU32 with_alpha(ImU32 color, float alpha);

// One line whose capitals are centred on `center_y`; from any font of the theme, `size` in logical pixels.
void draw_words(ImDrawList* list, ImFont* font, float size, float left, float center_y, ImU32 color, std::string_view text);
float words_width(ImFont* font, float size, std::string_view text);
// Where ImGui has to put the top of a line of this font, so that its capitals are centred.
float text_top(ImFont* font, float size, float center_y);

}
