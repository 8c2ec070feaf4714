#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/cards/detail_fields.hpp"
#include "app/ui/cards/row_moves.hpp"
#include "app/ui/playbooks/playbook_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/playbooks_data.hpp"
#include "core/base/text.hpp"
#include "core/model/limits.hpp"
#include "core/model/playbooks/playbook_edits.hpp"
#include "generated/icons.hpp"

#include <cmath>
#include <vector>

namespace middleground {

namespace {

void move(const Context& context, const Playbook& playbook, std::size_t place, RowMove to) {
    if (to == RowMove::none) return;
    auto moved = with_step_moved(playbook, playbook.steps[place].id, static_cast<int>(place) + (to == RowMove::up ? -1 : 1));
    if (moved && moved->steps != playbook.steps) put_playbook(context, std::move(*moved), "Moved " + playbook.steps[place].title);
}

void remove(const Context& context, const Playbook& playbook, const PlaybookStep& step) {
    auto less = without_step(playbook, step.id);
    if (!less) {
        context.view.error = less.error();
        return;
    }
    put_playbook(context, std::move(*less), "Removed " + step.title);
}

void choose(const Context& context, const PlaybookStep& step) {
    const bool again = context.view.playbooks.step == step.id;
    context.view.playbooks.step = step.id;
    context.view.playbooks.scroll_to_step = true;
    if (again || is_keyboard_focused()) context.view.focus_field = "Step title";
}

// Three columns of their own; the usual one counts.
void draw_days(const Ui& ui, const Table& table, const Table::Cell& cell, const PlaybookStep& step) {
    const float each = cell.width() / 3;
    float right = cell.min.x + each;
    for (const int days : {step.days_min, step.days_mode, step.days_max}) {
        const bool usual = right > cell.min.x + 1.5f * each && right < cell.min.x + 2.5f * each;
        draw_text_in(ui, table.list(), usual ? TextStyle::strong : TextStyle::body, {right - each, cell.min.y}, {right, cell.max.y}, usual ? ui.color().text : ui.color().text_muted,
                     std::to_string(days), Align::right);
        right += each;
    }
}

void draw_rows(const Context& context, const Playbook& playbook, float width) {
    const auto& ui = context.ui;
    const bool wide = width >= ui.px(540);
    const bool has_own = context.caches.own_odds.find(playbook.id) != nullptr && context.caches.own_odds.find(playbook.id)->deals > 0;
    std::vector<Column> columns{{"", 30}, {"Step", -1}};
    if (wide) columns.push_back({"After", 76});
    columns.push_back({"Days", 104, true});
    columns.push_back({"Odds", 76, true});
    if (wide && has_own) columns.push_back({"Yours", 72, true});
    Table table(ui, "steps", columns);
    for (std::size_t i = 0; i < playbook.steps.size(); ++i) {
        const auto& step = playbook.steps[i];
        ImGui::PushID(step.id.c_str());
        const bool selected = context.view.playbooks.step == step.id;
        const auto label = std::to_string(i + 1) + ", " + step.title + ", after " + after_words(playbook, step) + ", " + days_words(step) + ", " + odds_words(step);
        const bool pressed = table.row(label, ui.theme.touch ? 52.0f : 44.0f, selected);
        move(context, playbook, i, row_moved_by_keys());
        if (is_keyboard_focused() && ImGui::IsKeyPressed(ImGuiKey_Delete, false)) remove(context, playbook, step);
        if (pressed) choose(context, step);
        if (table.row_visible()) {
            int column = 0;
            table.text(column++, std::to_string(i + 1), TextStyle::body, ui.color().text_muted);
            const auto title = table.cell(column++);
            const float mark = step.decides ? ui.px(22) : 0;
            const auto words = fitted(ui, TextStyle::body, step.title, title.width() - mark);
            draw_text_in(ui, table.list(), TextStyle::body, title.min, title.max, ui.color().text, words);
            if (step.decides) {
                draw_icon(ui, table.list(), icon::target, {title.min.x + text_size(ui, TextStyle::body, words).x + ui.px(14), (title.min.y + title.max.y) / 2}, ui.px(14), ui.color().text_muted);
            }
            if (wide) {
                const auto numbers = after_numbers(playbook, step);
                table.text(column++, numbers.empty() ? "first" : numbers, TextStyle::body, ui.color().text_muted);
            }
            draw_days(ui, table, table.cell(column++), step);
            table.text(column++, std::to_string(kept_of_ten(step)) + " in 10");
            if (wide && has_own) table.text(column, own_kept_words(context.caches.own_odds.find(playbook.id), step.id), TextStyle::body, ui.color().text_muted);
        }
        ImGui::PopID();
    }
}

// For a finger: a line for its name, one for its numbers.
void draw_lines(const Context& context, const Playbook& playbook, float width) {
    const auto& ui = context.ui;
    for (std::size_t i = 0; i < playbook.steps.size(); ++i) {
        const auto& step = playbook.steps[i];
        const auto press = press_area(id_of("line " + step.id), {width, ui.px(60)});
        if (press.pressed) choose(context, step);
        if (!press.visible) continue;
        auto* list = ImGui::GetWindowDrawList();
        if (press.hovered || press.held) list->AddRectFilled(press.min, press.max, ui.color().hover);
        if (i > 0) draw_line_across(ui, list, press.min.x, press.max.x, press.min.y, ui.color().line);
        const float center = (press.min.y + press.max.y) / 2;
        const float left = press.min.x + ui.px(16);
        const float words = left + ui.px(28);
        const float right = press.max.x - ui.px(40);
        const float name = ui.theme.line_height(TextStyle::strong);
        const float detail = ui.theme.line_height(TextStyle::caption);
        const float upper = std::round(center - (name + detail) / 2);
        const float between = upper + name;
        draw_text_in(ui, list, TextStyle::body, {left, upper}, {words, between}, ui.color().text_muted, std::to_string(i + 1));
        draw_text_in(ui, list, TextStyle::strong, {words, upper}, {right, between}, ui.color().text, step.title);
        const auto numbers = after_numbers(playbook, step);
        const auto second = (numbers.empty() ? std::string() : "after " + numbers + " \u00b7 ") + counted(step.days_mode, "day", "days") + " \u00b7 " +
                            std::to_string(kept_of_ten(step)) + " in 10" + (step.decides ? " \u00b7 the decision" : "");
        draw_text_in(ui, list, TextStyle::caption, {words, between}, {right, between + detail}, ui.color().text_muted, second);
        draw_icon(ui, list, icon::chevron_right, {press.max.x - ui.px(22), center}, ui.px(18), ui.color().text_muted);
        if (is_keyboard_focused()) draw_focus_ring(ui, press.min, press.max, ui.px(6), Ring::inset);
        ui.note(ItemRole::row, step.title, second);
    }
}

void draw_adding(const Context& context, const Playbook& playbook, float width) {
    const auto& ui = context.ui;
    auto& draft = context.view.playbooks;
    const bool enter = is_enter_pressed();
    const float add = button_width(ui, "Step", {.icon = icon::plus});
    const auto typed = text_field(ui, "New step", draft.new_step,
                                  {.placeholder = context.phone ? "What the buyer promises to do" : "One more step: what the buyer promises to do", .width = width - add - ui.px(8), .focus = takes_detail_focus(context, "New step"), .max_bytes = Limits::short_text});
    same_line(ui, 8);
    const bool pressed = button(ui, ButtonKind::outlined, "Step", {.icon = icon::plus, .tooltip = "Behind the chosen step, else right before the decision"});
    if (!pressed && !(enter && typed == FieldEvent::kept)) return;
    if (trimmed(draft.new_step).empty()) {
        context.view.focus_field = "New step";
        return;
    }
    auto more = with_new_step(playbook, draft.step, std::string(trimmed(draft.new_step)));
    if (!more) {
        context.view.error = more.error();
        return;
    }
    std::string title;
    for (const auto& step : more->steps) {
        if (find_step(playbook, step.id)) continue;
        title = step.title;
        if (!context.phone) draft.step = step.id; // where it would take the place of the list and of this field, the next one is typed first
    }
    draft.new_step.clear();
    context.view.focus_field = "New step";
    put_playbook(context, std::move(*more), "Added " + title);
}

}

void draw_playbook_steps(const Context& context, const Playbook& playbook, float width) {
    const auto& ui = context.ui;
    {
        const Card card(ui, "steps card", {.width = width, .flush = true});
        if (context.phone) {
            draw_lines(context, playbook, card.inner_width());
        } else {
            draw_rows(context, playbook, card.inner_width());
        }
    }
    gap(ui, 8);
    draw_adding(context, playbook, width);
    if (ui.theme.touch) return;
    gap(ui, 6);
    text_wrapped_muted(ui, TextStyle::caption,
                       "Days: least, usual, most. " + std::string(ui.mac ? "Option" : "Alt") + " and an arrow key move a step, Enter edits it, Delete removes it: undo brings it back.", width);
}

}
