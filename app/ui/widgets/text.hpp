#pragma once

#include "app/ui/widgets/ui.hpp"

namespace middleground {

ImVec2 text_size(const Ui& ui, TextStyle style, std::string_view text);
float wrapped_height(const Ui& ui, TextStyle style, std::string_view text, float width);
// `text`, or as much as fits with an ellipsis (cut between clusters).
std::string fitted(const Ui& ui, TextStyle style, std::string_view text, float width);

// Draw lists: no layout, no items. `at` is the top left of the line box.
void draw_text(const Ui& ui, ImDrawList* list, TextStyle style, ImVec2 at, ImU32 color, std::string_view text);
void draw_text_wrapped(const Ui& ui, ImDrawList* list, TextStyle style, ImVec2 at, ImU32 color, std::string_view text, float width);
// A wavy line under the bytes begin..end of a text that is wrapped like that.
void draw_wave_wrapped(const Ui& ui, ImDrawList* list, TextStyle style, ImVec2 at, ImU32 color, std::string_view text, float width,
                       std::uint32_t begin, std::uint32_t end);
enum class Align : std::uint8_t { left, center, right };
// One line cut to fit, centred vertically in the rectangle on cap height.
void draw_text_in(const Ui& ui, ImDrawList* list, TextStyle style, ImVec2 min, ImVec2 max, ImU32 color, std::string_view text,
                  Align align = Align::left);
// `icon` is a constant of generated/icons.hpp; `size` in logical pixels; centred.
void draw_icon(const Ui& ui, ImDrawList* list, const char* icon, ImVec2 center, float size, ImU32 color);

// Layout: at the cursor, advances it, registered as an item of role text (heading for titles).
void text(const Ui& ui, TextStyle style, std::string_view text);
void text_muted(const Ui& ui, TextStyle style, std::string_view text);
void text_colored(const Ui& ui, TextStyle style, ImU32 color, std::string_view text);
void text_wrapped(const Ui& ui, TextStyle style, std::string_view text, float width = 0); // 0: what is left
void text_wrapped_muted(const Ui& ui, TextStyle style, std::string_view text, float width = 0);
// One line of the given width, cut with an ellipsis and complete in the tooltip.
void text_fitted(const Ui& ui, TextStyle style, ImU32 color, std::string_view text, float width);
// Icon, then the words, in one colour.
void icon_text(const Ui& ui, TextStyle style, const char* icon, ImU32 color, std::string_view text);
void icon_text_wrapped(const Ui& ui, TextStyle style, const char* icon, ImU32 color, std::string_view text, float width = 0);

}
