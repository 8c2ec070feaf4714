#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/merge/merge_parts.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

struct ShownSide {
    MergeSide side;
    const char* name;
    std::string words;
};

std::vector<ShownSide> sides_of(const MergeConflict& conflict) {
    std::vector<ShownSide> sides;
    for (const auto choice : conflict.choices) {
        if (choice == MergeSide::mine) sides.push_back({choice, "Yours", shown_value(conflict.mine)});
        if (choice == MergeSide::theirs) sides.push_back({choice, "Theirs", shown_value(conflict.theirs)});
        if (choice == MergeSide::both) {
            sides.push_back(
                {choice, "Keep both", conflict.both_is_second ? "Theirs as a separate entry, after yours." : "Yours, then theirs."});
        }
    }
    return sides;
}

float height_of(const Ui& ui, const ShownSide& side, float width) {
    return ui.px(28) + ui.theme.line_height(TextStyle::strong) + wrapped_height(ui, TextStyle::body, side.words, width - ui.px(56));
}

bool draw_side(const Context& context, const ShownSide& side, const std::string& label, bool chosen, ImVec2 size) {
    const auto& ui = context.ui;
    const auto min = ImGui::GetCursorScreenPos();
    const auto max = min + size;
    const bool pressed = ImGui::InvisibleButton(side.name, size, ImGuiButtonFlags_EnableNav);
    const bool hovered = ImGui::IsItemHovered();
    ui.note(ItemRole::radio, label, chosen ? "chosen" : "");
    auto* list = ImGui::GetWindowDrawList();
    const auto radius = ui.px(6);
    const auto& color = ui.color();
    list->AddRectFilled(min, max, chosen ? color.accent_soft : hovered ? color.hover : color.surface, radius);
    draw_border(list, min, max, chosen ? color.accent : color.line_control, radius, line_width(ui, chosen ? 2.0f : 1.0f));
    if (is_keyboard_focused()) draw_focus_ring(ui, min, max, radius);
    const auto line = ui.theme.line_height(TextStyle::strong);
    const auto top = min.y + ui.px(12);
    draw_icon(ui, list, chosen ? icon::circle_check : icon::circle_dashed, {min.x + ui.px(20), top + line / 2}, ui.px(16),
              chosen ? color.accent : color.text_muted);
    const float left = min.x + ui.px(40);
    draw_text(ui, list, TextStyle::strong, {left, top}, color.text, side.name);
    draw_text_wrapped(ui, list, TextStyle::body, {left, top + line + ui.px(4)},
                      side.side == MergeSide::both ? color.text_muted : color.text, side.words, size.x - ui.px(56));
    ui.note_rect(ItemRole::text, side.words, {left, top + line + ui.px(4)}, max);
    return pressed;
}

}

void draw_merge_conflict(const Context& context, const MergeConflict& conflict, int number, float width) {
    const auto& ui = context.ui;
    auto& chosen = context.view.merge.chosen;
    ImGui::PushID(number);
    {
        const Card card(ui, "conflict", {.width = width});
        const float inner = card.inner_width();
        const auto about = conflict.label.empty() ? conflict.name : conflict.name + ", " + conflict.label;
        text_wrapped(ui, TextStyle::strong, about, inner);
        if (conflict.base) {
            gap(ui, 2);
            text_wrapped_muted(ui, TextStyle::body, "Before: " + shown_value(*conflict.base), inner);
        }
        gap(ui, 12);
        const auto sides = sides_of(conflict);
        const auto count = static_cast<float>(sides.size());
        const bool beside = !context.phone;
        const float between = ui.px(beside ? 12.0f : 8.0f);
        const float each = beside ? (inner - between * (count - 1)) / count : inner;
        float tallest = 0;
        for (const auto& side : sides) {
            tallest = std::max(tallest, height_of(ui, side, each));
        }
        auto at = ImGui::GetCursorScreenPos();
        const float left = at.x;
        float bottom = at.y;
        for (const auto& side : sides) {
            ImGui::SetCursorScreenPos(at);
            const float height = beside ? tallest : std::max(height_of(ui, side, each), ui.px(56));
            const auto found = chosen.find(conflict.place);
            const bool is_chosen = found != chosen.end() && found->second == side.side;
            if (draw_side(context, side, std::string(side.name) + ": " + about, is_chosen, {each, height})) {
                chosen[conflict.place] = side.side;
            }
            bottom = at.y + height;
            at = beside ? ImVec2(at.x + each + between, at.y) : ImVec2(at.x, bottom + between);
        }
        ImGui::SetCursorScreenPos({left, bottom});
        ImGui::Dummy({inner, 0});
    }
    ImGui::PopID();
}

}
