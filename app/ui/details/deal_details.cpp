#include "app/ui/details/deal_details.hpp"

#include "app/session/view_state.hpp"
#include "app/ui/cards/detail_fields.hpp"
#include "app/ui/context.hpp"
#include "app/ui/details/deal_details_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/popups.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h> // whether something is edited

#include <algorithm>

namespace middleground {

namespace {

constexpr float panel_width = 384;
constexpr float beside_from = 1280; // of the window
constexpr float head_height = 48;
constexpr float closing_height = 88;

bool is_shown(const Context& context) {
    return context.view.details_open && context.deal && !context.phone;
}

bool is_beside(const Context& context) {
    return is_shown(context) && ImGui::GetIO().DisplaySize.x >= context.ui.px(beside_from);
}

void section_line(const Ui& ui) {
    gap(ui, 10);
    separator(ui);
    gap(ui, 10);
}

void draw_body(const Context& context) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    const bool edits = !context.read_only;
    draw_detail_names(context);
    draw_detail_target(context, target_focus);
    section_line(ui);
    draw_detail_ways(context);
    if (edits || !deal.alternatives.empty()) {
        section_line(ui);
        draw_detail_alternatives(context);
    }
    if (edits || !deal.tags.empty() || !deal.links.empty() || !deal.fields.empty()) {
        section_line(ui);
        draw_detail_fields(context);
        gap(ui, 6);
        draw_detail_tags(context);
        gap(ui, 6);
        draw_detail_links(context);
    }
    gap(ui, 10);
    draw_detail_notes(context);
    section_line(ui);
    draw_detail_base_chance(context);
}

// Esc belongs first to what is open on top and to a text that is typed.
bool esc_pressed() {
    return is_esc_free() && GImGui->ActiveId == 0 && GImGui->ActiveIdPreviousFrame == 0;
}

// True when its cross was pressed.
bool draw_head(const Context& context, ImVec2 min, float right, bool appears) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const float bottom = min.y + ui.px(head_height);
    const float side = ui.theme.control_small_height();
    draw_text_in(ui, list, TextStyle::heading, {min.x + ui.px(20), min.y}, {right, bottom}, ui.color().text, "Deal details");
    ui.note_rect(ItemRole::heading, "Deal details", {min.x + ui.px(20), min.y}, {right, bottom});
    const float x = right - ui.px(12) - side;
    if (!ui.theme.touch) {
        const float wide = text_size(ui, TextStyle::caption, "Esc").x + ui.px(12);
        const ImVec2 key{x - ui.px(6) - wide, min.y + ui.px(head_height / 2 - 10)};
        list->AddRectFilled(key, {key.x + wide, key.y + ui.px(20)}, ui.color().fill, ui.px(4));
        draw_text_in(ui, list, TextStyle::caption, key, {key.x + wide, key.y + ui.px(20)}, ui.color().text_muted, "Esc", Align::center);
    }
    ImGui::SetCursorScreenPos({x, min.y + (ui.px(head_height) - side) / 2});
    // The keyboard goes on in the panel, where no field was asked for.
    if (appears && context.view.focus_field.empty()) ImGui::SetKeyboardFocusHere();
    const bool closed = icon_button(ui, icon::x, "Close the details", {.small = true});
    draw_line_across(ui, list, min.x, right, bottom, ui.color().line);
    return closed;
}

// On a phone the ways to close stay below the facts, which scroll above them.
void draw_sheet(const Context& context) {
    const auto& ui = context.ui;
    if (Dialog dialog(ui, "Deal details", context.view.details_open); dialog) {
        auto* window = ImGui::GetCurrentWindow();
        const auto start = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        const float closing = context.read_only && is_open(context.deal->outcome) ? 0 : ui.px(closing_height + 12);
        const float room = std::floor(ImGui::GetIO().DisplaySize.y - ui.px(24) - (start.y - window->Pos.y) - window->WindowPadding.y - closing);
        // As high as the facts were in the last frame, and no higher than there is room.
        auto* storage = ImGui::GetStateStorage();
        const auto key = ImGui::GetID("height of the facts");
        const float height = std::clamp(storage->GetFloat(key, room), std::min(room, ui.px(100)), std::max(room, ui.px(100)));
        ImGui::BeginChild("details", {width, height}, ImGuiChildFlags_NavFlattened);
        const float top = ImGui::GetCursorPosY();
        draw_body(context);
        gap(ui, 12);
        storage->SetFloat(key, ImGui::GetCursorPosY() - top);
        ImGui::EndChild();
        if (closing > 0) {
            const float line = ImGui::GetCursorScreenPos().y;
            draw_line_across(ui, ImGui::GetWindowDrawList(), start.x, start.x + width, line, ui.color().line);
            gap(ui, 10);
            draw_detail_closing(context);
        }
    }
}

}

float page_right_beside_details(const Context& context) {
    return is_beside(context) ? context.max.x - context.ui.px(panel_width) : context.max.x;
}

void draw_deal_details(const Context& context) {
    if (!context.deal) return;
    const auto& ui = context.ui;
    if (context.phone) {
        draw_sheet(context);
        return;
    }
    if (!is_shown(context)) return;
    const ImVec2 min{std::max(context.min.x, context.max.x - ui.px(panel_width)), context.min.y};
    const ImVec2 size{context.max.x - min.x, std::max(1.0f, context.max.y - min.y)};
    ImGui::SetCursorScreenPos(min);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleColor(ImGuiCol_ChildBg, ui.color().surface);
    ImGui::BeginChild("details panel", size, ImGuiChildFlags_NavFlattened,
                      ImGuiWindowFlags_NoScrollbar | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    const Part part(ui, ItemRole::aside, "Deal details");
    const bool appears = ImGui::IsWindowAppearing();
    bool closed = draw_head(context, min, context.max.x, appears);

    const float closing = ui.px(closing_height);
    const float body_top = min.y + ui.px(head_height) + line_width(ui);
    const float body_bottom = context.max.y - closing;
    ImGui::SetCursorScreenPos({min.x, body_top});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(20), ui.px(12)});
    ImGui::BeginChild("details", {size.x, std::max(1.0f, body_bottom - body_top)},
                      ImGuiChildFlags_AlwaysUseWindowPadding | ImGuiChildFlags_NavFlattened);
    ImGui::PopStyleVar();
    // A scrollbar lies in the padding; the content does not move when it appears.
    auto* window = ImGui::GetCurrentWindow();
    window->ContentRegionRect.Max.x = window->WorkRect.Max.x = min.x + size.x - ui.px(20);
    draw_body(context);
    gap(ui, 12);
    ImGui::EndChild();

    draw_line_across(ui, ImGui::GetWindowDrawList(), min.x, context.max.x, body_bottom, ui.color().line);
    ImGui::SetCursorScreenPos({min.x + ui.px(20), body_bottom + ui.px(10)});
    ImGui::GetCurrentWindow()->WorkRect.Max.x = ImGui::GetCurrentWindow()->ContentRegionRect.Max.x = context.max.x - ui.px(20);
    ImGui::BeginGroup();
    draw_detail_closing(context);
    ImGui::EndGroup();
    ImGui::Dummy({0, 0}); // of a deal that is only looked at there may be nothing
    ImGui::GetWindowDrawList()->AddRectFilled(min, {min.x + line_width(ui), context.max.y}, ui.color().line);
    ImGui::EndChild();
    closed = closed || esc_pressed();
    if (closed) {
        context.view.details_open = false;
        context.view.focus_field = "Details"; // the button in the header
    }
}

void draw_target_editor(const Context& context) {
    auto& open = context.view.facts.target_open;
    if (!context.deal || context.read_only) return;
    const auto& ui = context.ui;
    if (Dialog dialog(ui, "When it should be decided", open, 420); dialog) {
        draw_detail_target(context, target_editor_focus);
        gap(ui, 16);
        const ButtonOptions done{.icon = icon::check};
        ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - button_width(ui, "Done", done));
        if (button(ui, ButtonKind::outlined, "Done", done)) open = false;
    }
}

}
