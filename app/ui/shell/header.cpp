#include "app/ui/shell/shell.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/deal_facts.hpp"
#include "app/ui/cards/detail_fields.hpp"
#include "app/ui/context.hpp"
#include "app/ui/log_form/log_form.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/shell/header_facts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/agenda/agenda_words.hpp"
#include "core/base/money.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

// Where the facts of the deal need the room more than the words of the buttons.
bool is_tight(const Context& context) {
    return context.max.x - context.min.x < context.ui.px(760);
}

bool search_button(const Context& context, ImVec2 min, float width) {
    const auto& ui = context.ui;
    const float height = ui.theme.control_height();
    ImGui::SetCursorScreenPos(min);
    const bool pressed = ImGui::InvisibleButton("search", {width, height}, ImGuiButtonFlags_EnableNav);
    ui.note(ItemRole::button, "Search or run");
    auto* list = ImGui::GetWindowDrawList();
    const ImVec2 max{min.x + width, min.y + height};
    list->AddRectFilled(min, max, ImGui::IsItemHovered() ? ui.color().hover : ui.color().surface, ui.px(6));
    list->AddRect(min, max, ui.color().line_strong, ui.px(6));
    draw_icon(ui, list, icon::search, {min.x + ui.px(20), (min.y + max.y) / 2}, ui.px(16), ui.color().text_muted);
    draw_text_in(ui, list, TextStyle::body, {min.x + ui.px(36), min.y}, {max.x - ui.px(60), max.y}, ui.color().text_muted, "Search or run");
    draw_key(ui, list, max.x - ui.px(6), (min.y + max.y) / 2, "Ctrl K");
    if (is_keyboard_focused()) {
        draw_focus_ring(ui, min, max, ui.px(6));
    }
    return pressed;
}

// Opens and closes the panel with all facts of the deal; the answer is how much room it took, with what is left of it.
float details_button(const Context& context, float right, float y) {
    const auto& ui = context.ui;
    auto& open = context.view.details_open;
    const ButtonOptions options{
        .icon = icon::panel_right, .tooltip = open ? "Close the details (D)" : "All facts of the deal (D)", .selected = open};
    const bool tight = is_tight(context);
    const float width = tight ? ui.theme.control_height() : button_width(ui, "Details", options);
    ImGui::SetCursorScreenPos({right - width, y});
    if (takes_detail_focus(context, "Details")) ImGui::SetKeyboardFocusHere();
    if (tight ? icon_button(ui, icon::panel_right, "Details", options)
              : button(ui, open ? ButtonKind::quiet : ButtonKind::outlined, "Details", options)) {
        if (open) {
            open = false;
        } else {
            open_details(context, {});
        }
    }
    return width + ui.px(8);
}

}

float draw_header(const Context& context) {
    const auto& ui = context.ui;
    const Part part(ui, ItemRole::banner, {});
    auto* list = ImGui::GetWindowDrawList();
    const float bottom = context.min.y + ui.px(56);
    const float pad = ui.px(32);
    list->AddLine({context.min.x, bottom - 0.5f}, {context.max.x, bottom - 0.5f}, ui.color().line);

    const float control = ui.theme.control_height();
    const float y = context.min.y + (ui.px(56) - control) / 2;
    float x = context.max.x - pad;
    const bool can_log = context.deal && !context.read_only;
    if (can_log) {
        const ButtonOptions options{.icon = icon::plus, .tooltip = "Log an interaction (L)"};
        // A draft that waits says so wherever one is.
        const std::string_view label = draft_waits(context) ? "Log, draft##header" : "Log##header";
        const bool tight = is_tight(context);
        x -= tight ? control : button_width(ui, label, options);
        ImGui::SetCursorScreenPos({x, y});
        if (tight ? icon_button(ui, icon::plus, label, options) : button(ui, ButtonKind::outlined, label, options)) {
            open_log_form(context);
        }
        x -= ui.px(8);
    }
    const bool shows_deal = context.deal && is_deal_page(context.screen);
    if (shows_deal) {
        x -= details_button(context, x, y);
    }
    if (context.deal) x -= ui.px(4);
    // The facts of a deal need the room more than the words of the search do.
    const bool icon_only = shows_deal && (context.view.details_open || context.max.x - context.min.x < ui.px(1300));
    const float search_width = icon_only ? control : ui.px(context.narrow ? 180.0f : 208.0f);
    x -= search_width;
    bool search = false;
    if (icon_only) {
        ImGui::SetCursorScreenPos({x, y});
        search = icon_button(ui, icon::search, "Search or run", {.tooltip = ui.mac ? "Search or run (Cmd K)" : "Search or run (Ctrl K)"});
    } else {
        search = search_button(context, {x, y}, search_width);
    }
    if (search) {
        context.view.palette = {.open = true, .just_opened = true, .query = {}, .selected = 0};
    }
    if (!context.read_only) {
        const auto undo = undo_what(context.document);
        const auto redo = redo_what(context.document);
        x -= ui.px(8) + control;
        ImGui::SetCursorScreenPos({x, y});
        if (icon_button(ui, icon::redo_2, "Redo",
                        {.tooltip = redo.empty() ? "Nothing to redo" : "Redo: " + redo, .disabled = redo.empty()})) {
            context.act(action::Redo{});
        }
        x -= control;
        ImGui::SetCursorScreenPos({x, y});
        if (icon_button(ui, icon::undo_2, "Undo",
                        {.tooltip = undo.empty() ? "Nothing to undo" : "Undo: " + undo, .disabled = undo.empty()})) {
            context.act(action::Undo{});
        }
        x -= ui.px(16);
    }
    const ImVec2 facts{context.min.x + pad, context.min.y};
    if (shows_deal) {
        draw_header_facts(context, facts, {x, bottom});
    } else {
        const auto name = page_at(is_deal_page(context.screen) ? Screen::deals : context.screen).name;
        draw_text_in(ui, list, TextStyle::heading, facts, {x, bottom}, ui.color().text, name);
        ui.note_rect(ItemRole::heading, name, facts, {x, bottom});
        if (context.screen == Screen::today) {
            const float after = facts.x + text_size(ui, TextStyle::heading, name).x + ui.px(12);
            draw_text_in(ui, list, TextStyle::body, {after, facts.y}, {x, bottom}, ui.color().text_muted, agenda_date(context.today));
        }
    }
    return bottom;
}

}
