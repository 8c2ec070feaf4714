#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/share/share_parts.hpp"

#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

struct Kind {
    const char* icon;
    const char* name;
    const char* words;
    bool internal;
};

void draw_kind(const Context& context, const Kind& kind, float width, float height) {
    const auto& ui = context.ui;
    const bool chosen = context.view.share.internal == kind.internal;
    const auto min = ImGui::GetCursorScreenPos();
    const ImVec2 max(min.x + width, min.y + height);
    if (ImGui::InvisibleButton(kind.name, ImVec2(width, height), ImGuiButtonFlags_EnableNav)) context.view.share.internal = kind.internal;
    ui.note(ItemRole::radio, kind.name, chosen ? "chosen" : "");
    auto* list = ImGui::GetWindowDrawList();
    const auto radius = ui.px(10);
    list->AddRectFilled(min, max, chosen ? ui.color().accent_soft : ui.color().surface, radius);
    list->AddRect(min, max, chosen ? ui.color().accent : ui.color().line_strong, radius, 0, ui.px(chosen ? 2.0f : 1.0f));
    if (is_keyboard_focused()) draw_focus_ring(ui, min, max, radius);
    const auto line = ui.theme.line_height(TextStyle::strong);
    const auto middle = min.y + ui.px(14) + line / 2;
    draw_icon(ui, list, kind.icon, {min.x + ui.px(24), middle}, ui.px(16), chosen ? ui.color().accent : ui.color().text_muted);
    draw_text(ui, list, TextStyle::strong, {min.x + ui.px(40), min.y + ui.px(14)}, ui.color().text, kind.name);
    draw_icon(ui, list, chosen ? icon::circle_check : icon::circle_dashed, {max.x - ui.px(24), middle}, ui.px(16),
              chosen ? ui.color().accent : ui.color().text_muted);
    draw_text_wrapped(ui, list, TextStyle::body, {min.x + ui.px(40), min.y + ui.px(14) + line + ui.px(4)}, ui.color().text_muted,
                      kind.words, width - ui.px(56));
}

}

void draw_share_choice(const Context& context, float width) {
    const auto& ui = context.ui;
    const Kind buyer{icon::shield, "Buyer-safe", "The plan, without anything private.", false};
    const Kind internal{icon::lock, "Internal", "The whole deal, for colleagues.", true};
    const bool beside = width >= ui.px(440);
    const auto each = beside ? (width - ui.px(12)) / 2 : width;
    const auto words = std::max(wrapped_height(ui, TextStyle::body, buyer.words, each - ui.px(56)),
                                wrapped_height(ui, TextStyle::body, internal.words, each - ui.px(56)));
    const auto height = ui.px(32) + ui.theme.line_height(TextStyle::strong) + words;
    const auto start = ImGui::GetCursorScreenPos();
    draw_kind(context, buyer, each, height);
    ImGui::SetCursorScreenPos(beside ? ImVec2(start.x + each + ui.px(12), start.y) : ImVec2(start.x, start.y + height + ui.px(8)));
    draw_kind(context, internal, each, height);
    ImGui::SetCursorScreenPos({start.x, ImGui::GetItemRectMax().y});
    ImGui::Dummy({0, 0});
}

}
