#pragma once

#include <imgui.h>

#include <cstddef>
#include <string_view>

namespace middleground {

// Lines of any script, in a font of the theme at a size in logical pixels. What the font's own file has is measured and drawn as Dear ImGui
// does it, to the pixel; the rest comes from the system's fonts, upright on the same baseline and on whole device pixels. Widths are
// logical pixels.

float letters_width(ImFont* font, float size, std::string_view line);

// How much of the line fits into `room`: bytes, up to a boundary of a cluster.
std::size_t letters_within(ImFont* font, float size, std::string_view line, float room);

// Where the first line of a paragraph ends when it is wrapped to the width: bytes, behind the blanks at which it ends or in front of them.
// At least one cluster.
std::size_t first_line_end(ImFont* font, float size, std::string_view paragraph, float width);

// `top_left` as ImDrawList::AddText has it.
void draw_letters(ImDrawList* list, ImFont* font, float size, ImVec2 top_left, ImU32 color, std::string_view line);

// Where the caret stands at a byte of a line, from its left end.
float caret_place(ImFont* font, float size, std::string_view line, std::size_t at);

}
