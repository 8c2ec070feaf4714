#include "app/ui/people/person_items.hpp"

#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/people/person_fields.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

void section_title(const Ui& ui, std::string_view title, std::string_view note) {
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ui.theme.line_height(TextStyle::strong);
    text(ui, TextStyle::strong, title);
    ui.note_level(3);
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption,
                 {start.x + text_size(ui, TextStyle::strong, title).x + ui.px(8), start.y}, {start.x + width, start.y + height},
                 ui.color().text_muted, note);
    gap(ui, 6);
}

bool item_text(const Context& context, const char* icon, ImU32 color, std::string_view label, std::string_view remove,
               const std::string& current, const std::function<void(std::string)>& changed) {
    const auto& ui = context.ui;
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float line = growing_line(ui);
    draw_icon(ui, ImGui::GetWindowDrawList(), icon, {start.x + ui.px(8), start.y + line / 2}, ui.px(16), color);
    const float side = context.read_only ? 0 : ui.theme.control_small_height() + ui.px(4);
    const float left = start.x + ui.px(28);
    const float text_width = width - ui.px(28) - side;
    ImGui::SetCursorScreenPos({left, start.y});
    ImGui::BeginGroup();
    if (context.read_only) {
        gap(ui, 6);
        text_wrapped(ui, TextStyle::body, current, text_width);
        gap(ui, 6);
    } else if (auto text = growing_edit(ui, label, current, text_width, "")) {
        changed(std::move(*text));
    }
    ImGui::EndGroup();
    const float bottom = std::max(ImGui::GetCursorScreenPos().y, start.y + line);
    bool pressed = false;
    if (!context.read_only) {
        ImGui::SetCursorScreenPos(
            {start.x + width - ui.theme.control_small_height(), start.y + (line - ui.theme.control_small_height()) / 2});
        pressed = icon_button(ui, icon::x, remove, {.small = true});
    }
    ImGui::SetCursorScreenPos({left, bottom});
    return pressed;
}

void item_steps(const Ui& ui, float left, float right, ImU32 color, std::string_view words, const std::vector<ItemStep>& steps) {
    const ImVec2 start{left, ImGui::GetCursorScreenPos().y};
    const float height = steps.empty() ? ui.theme.line_height(TextStyle::caption) : small_link_height(ui);
    const float words_room = std::min(text_size(ui, TextStyle::caption, words).x, right - left);
    float wide = 0;
    for (const auto& step : steps) {
        wide += ui.px(16) + small_link_width(ui, step.label);
    }
    const bool one_line = steps.empty() || start.x + words_room + wide <= right;
    const float words_height = one_line ? height : ui.theme.line_height(TextStyle::caption);
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, start, {start.x + words_room + 1, start.y + words_height}, color,
                 words);
    ui.note_rect(ItemRole::text, words, start, {start.x + words_room, start.y + words_height});
    float x = one_line ? start.x + words_room + ui.px(16) : start.x;
    const float y = one_line ? start.y : start.y + words_height + ui.px(2);
    for (const auto& step : steps) {
        ImGui::SetCursorScreenPos({x, y});
        if (button(ui, ButtonKind::link, step.label, {.small = true})) {
            step.run();
        }
        x += small_link_width(ui, step.label) + ui.px(16);
    }
    ImGui::SetCursorScreenPos({left, y + height});
    ImGui::Dummy({0, 0});
}

SectionDay::SectionDay(const Context& context, std::string key) : context_(context), key_(std::move(key)), day_(context, key_ + " day") {}

void SectionDay::draw(std::string_view day_label, std::string_view note_label) const {
    const auto& ui = context_.ui;
    person_fact(ui, "On", [&](float width) { day_.draw(day_label, width); });
    person_fact(ui, "Note", [&](float width) {
        text_field(ui, note_label, context_.view.texts[key_ + " note"],
                   {.placeholder = "For what you record next", .width = width, .in_place = true});
    });
    gap(ui, 8);
}

bool SectionDay::record(const std::function<Edit(Date, std::string)>& edit, bool toast) const {
    auto& note = context_.view.texts[key_ + " note"];
    if (!day_.record([&](Date on) { return edit(on, std::string(trimmed(note))); }, toast)) return false;
    note.clear();
    return true;
}

}
