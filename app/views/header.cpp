#include "app/views/shell.hpp"

#include "app/document.hpp"
#include "app/views/log_form.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/field.hpp"
#include "app/widgets/text.hpp"
#include "core/base/money.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::string target_words(const TargetEvent& target, Date today) {
    auto words = (target.reason == TargetReason::buyer_event ? "Wants it by " : "We aim at ") + short_date(*target.date, today);
    return target.note.empty() ? words : words + ": " + target.note;
}

// Account / title, amount, target; the answer is nothing, the text is cut where the buttons begin.
void draw_deal_facts(const Context& context, ImVec2 min, ImVec2 max) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    auto* list = ImGui::GetWindowDrawList();
    float x = min.x;
    const auto put = [&](TextStyle style, ImU32 color, std::string_view words, float after) {
        const float room = max.x - x;
        if (words.empty() || room < ui.px(40)) {
            return;
        }
        const auto shown = fitted(ui, style, words, room);
        draw_text_in(ui, list, style, {x, min.y}, {max.x, max.y}, color, shown);
        const float width = text_size(ui, style, shown).x;
        ui.note_rect(ItemRole::heading, words, {x, min.y}, {x + width, max.y});
        x += width + ui.px(after);
    };
    if (!deal.account.empty() && deal.account != deal.title) {
        put(TextStyle::reading, ui.color().text_muted, deal.account, 8);
        put(TextStyle::reading, ui.color().text_muted, "/", 8);
    }
    put(TextStyle::heading, ui.color().text, deal.title, 16);
    if (deal.amount) {
        put(TextStyle::body, ui.color().text_muted, format_money(*deal.amount), 12);
    }
    if (const auto* target = target_of(deal); target && target->date) {
        const auto words = target_words(*target, context.today);
        const auto icon = target->reason == TargetReason::buyer_event ? icon::calendar : icon::flag;
        const auto size = tag_size(ui, words, icon);
        if (x + size.x < max.x) {
            draw_tag(ui, list, {x, (min.y + max.y - size.y) / 2}, words, Tone::neutral, icon);
            ui.note_rect(ItemRole::text, words, {x, min.y}, {x + size.x, max.y});
        }
    }
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
    const std::string_view keys = ui.mac ? "Cmd K" : "Ctrl K";
    const auto key_width = text_size(ui, TextStyle::caption, keys).x + ui.px(12);
    const ImVec2 key_min{max.x - key_width - ui.px(6), (min.y + max.y) / 2 - ui.px(10)};
    list->AddRectFilled(key_min, {key_min.x + key_width, key_min.y + ui.px(20)}, ui.color().fill, ui.px(4));
    draw_text_in(ui, list, TextStyle::caption, key_min, {key_min.x + key_width, key_min.y + ui.px(20)}, ui.color().text_muted, keys,
                 Align::center);
    if (is_keyboard_focused()) {
        draw_focus_ring(ui, min, max, ui.px(6));
    }
    return pressed;
}

}

float draw_header(const Context& context) {
    const auto& ui = context.ui;
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
        x -= button_width(ui, label, options);
        ImGui::SetCursorScreenPos({x, y});
        if (button(ui, ButtonKind::outlined, label, options)) {
            open_log_form(context);
        }
        x -= ui.px(12);
    }
    const float search_width = ui.px(context.narrow ? 180.0f : 208.0f);
    x -= search_width;
    if (search_button(context, {x, y}, search_width)) {
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
    if (context.deal && context.view.screen != Screen::playbooks && context.view.screen != Screen::settings && context.view.screen != Screen::imports) {
        draw_deal_facts(context, facts, {x, bottom});
    } else {
        const auto screen = context.view.screen;
        const std::string_view name = screen == Screen::playbooks ? "Playbooks" : screen == Screen::settings ? "Settings" : screen == Screen::imports ? "Import" : "Deals";
        draw_text_in(ui, list, TextStyle::heading, facts, {x, bottom}, ui.color().text, name);
        ui.note_rect(ItemRole::heading, name, facts, {x, bottom});
    }
    return bottom;
}

}
