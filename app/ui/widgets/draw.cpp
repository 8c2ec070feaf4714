#include "app/ui/widgets/draw.hpp"

#include "app/ui/letters/line.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr float cap_height = 0.727f; // of Inter, in em

}

float device_scale() {
    const float scale = ImGui::GetIO().DisplayFramebufferScale.x;
    return scale > 0 ? scale : 1;
}

float snapped(float logical) {
    const float scale = device_scale();
    return std::floor(logical * scale + 0.5f) / scale;
}

ImVec2 snapped(ImVec2 point) {
    return {snapped(point.x), snapped(point.y)};
}

float line_width(const Ui& ui, float design_width) {
    const float scale = device_scale();
    return std::max(1.0f, std::floor(design_width * ui.theme.scale * scale + 0.5f)) / scale;
}

void draw_border(ImDrawList* list, ImVec2 min, ImVec2 max, ImU32 color, float radius, float width) {
    const float half = width / 2;
    min = snapped(min);
    max = snapped(max);
    list->PathRect({min.x + half, min.y + half}, {max.x - half, max.y - half}, std::max(0.0f, radius - half));
    list->PathStroke(color, ImDrawFlags_Closed, width);
}

void draw_line_across(const Ui& ui, ImDrawList* list, float left, float right, float y, ImU32 color) {
    const float top = snapped(y);
    list->AddRectFilled({snapped(left), top}, {snapped(right), top + line_width(ui)}, color);
}

void draw_wave(const Ui& ui, ImDrawList* list, float left, float right, float y, ImU32 color) {
    const float step = ui.px(2);
    const float height = ui.px(1);
    bool up = false;
    for (float x = left; x < right; x += step) {
        list->PathLineTo({x, y + (up ? -height : height)});
        up = !up;
    }
    list->PathLineTo({right, y + (up ? -height : height)});
    list->PathStroke(color, 0, line_width(ui));
}

ImU32 with_alpha(ImU32 color, float alpha) {
    const float own = static_cast<float>(color >> IM_COL32_A_SHIFT & 0xff);
    return (color & ~IM_COL32_A_MASK) | static_cast<ImU32>(own * alpha + 0.5f) << IM_COL32_A_SHIFT;
}

float text_top(ImFont* font, float size, float center_y) {
    const float baseline = std::floor(center_y + cap_height * size / 2 + 0.5f);
    return baseline - font->GetFontBaked(size)->Ascent;
}

void draw_words(ImDrawList* list, ImFont* font, float size, float left, float center_y, ImU32 color, std::string_view text) {
    if (text.empty() || center_y + size < list->GetClipRectMin().y || center_y - size > list->GetClipRectMax().y) {
        return;
    }
    draw_letters(list, font, size, {std::floor(left + 0.5f), text_top(font, size, center_y)}, color, text);
}

float words_width(ImFont* font, float size, std::string_view text) {
    return letters_width(font, size, text);
}

}
