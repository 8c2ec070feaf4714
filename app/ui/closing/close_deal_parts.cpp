#include "app/ui/closing/close_deal_parts.hpp"

#include "app/ui/closing/closing.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/close_reasons.hpp"
#include "core/model/deal.hpp"
#include "core/model/names.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

// A choice with a radio at its left, a name and a muted line.
bool choice_card(const Ui& ui, int id, std::string_view name, std::string_view hint, bool chosen, float width) {
    ImGui::PushID(id);
    const auto press = press_area(ImGui::GetID("choice"), {width, ui.px(ui.theme.touch ? 56.0f : 48.0f)});
    ImGui::PopID();
    if (!press.visible) return press.pressed;
    ui.note(ItemRole::radio, name, chosen ? "on" : "off");
    auto* list = ImGui::GetWindowDrawList();
    const auto& color = ui.color();
    const auto radius = ui.px(6);
    list->AddRectFilled(press.min, press.max, chosen ? color.accent_soft : press.hovered ? color.hover : color.surface, radius);
    draw_border(list, press.min, press.max, chosen ? color.accent : color.line_control, radius, line_width(ui, chosen ? 2.0f : 1.0f));
    const ImVec2 center{press.min.x + ui.px(20), (press.min.y + press.max.y) / 2};
    if (chosen) {
        list->AddCircleFilled(center, ui.px(8), color.accent);
        list->AddCircleFilled(center, ui.px(3), color.on_accent);
    } else {
        list->AddCircle(center, ui.px(7.5f), color.line_control, 0, line_width(ui));
    }
    const float left = press.min.x + ui.px(40);
    const float right = press.max.x - ui.px(12);
    const float first = ui.theme.line_height(TextStyle::label);
    const float second = hint.empty() ? 0 : ui.theme.line_height(TextStyle::caption);
    const float top = std::floor((press.min.y + press.max.y - first - second) / 2);
    draw_text_in(ui, list, TextStyle::label, {left, top}, {right, top + first}, color.text, name);
    draw_text_in(ui, list, TextStyle::caption, {left, top + first}, {right, top + first + second}, color.text_muted, hint);
    if (is_keyboard_focused()) draw_focus_ring(ui, press.min, press.max, radius);
    if (text_size(ui, TextStyle::label, name).x > right - left) tooltip(ui, name);
    return press.pressed;
}

// `number`: its place among the picked ones, from 1; 0: not picked.
bool reason_pill(const Ui& ui, std::string_view words, int number, ImVec2 size) {
    const auto press = press_area(id_of(words), size);
    if (!press.visible) return press.pressed;
    ui.note(ItemRole::checkbox, words, number > 0 ? std::to_string(number) : "off");
    auto* list = ImGui::GetWindowDrawList();
    const auto& color = ui.color();
    const float radius = size.y / 2;
    list->AddRectFilled(press.min, press.max, number > 0 ? color.accent_soft : press.hovered ? color.hover : color.surface, radius);
    draw_border(list, press.min, press.max, number > 0 ? color.accent : color.line_strong, radius, line_width(ui));
    const auto ink = number > 0 ? color.accent : color.text;
    float left = press.min.x + ui.px(14);
    if (number > 0) {
        draw_text_in(ui, list, TextStyle::strong, {left, press.min.y}, press.max, ink, std::to_string(number));
        left += ui.px(16);
    }
    draw_text_in(ui, list, TextStyle::label, {left, press.min.y}, press.max, ink, words);
    if (is_keyboard_focused()) draw_focus_ring(ui, press.min, press.max, radius);
    return press.pressed;
}

void pick(std::vector<std::string>& reasons, std::string_view reason) {
    const auto found = std::ranges::find(reasons, reason);
    if (found != reasons.end()) {
        reasons.erase(found);
        return;
    }
    // A third one takes the place of the second.
    if (static_cast<int>(reasons.size()) == most_close_reasons) reasons.pop_back();
    reasons.emplace_back(reason);
}

}

void draw_lost_to(const Context& context, const Deal& deal, CloseDraft& draft, float width) {
    const auto& ui = context.ui;
    text(ui, TextStyle::label, "To whom");
    gap(ui, 8);
    const bool two = width >= ui.px(440);
    const float space = ui.px(8);
    const float wide = two ? (width - space) / 2 : width;
    const auto start = ImGui::GetCursorScreenPos();
    int place = 0;
    float y = start.y;
    const auto choice = [&](std::string_view name, std::string_view hint, bool chosen) {
        const bool second = two && place % 2 == 1;
        ImGui::SetCursorScreenPos({second ? start.x + wide + space : start.x, y});
        const bool pressed = choice_card(ui, place, name, hint, chosen, wide);
        if (second || !two) y = ImGui::GetItemRectMax().y + space;
        ++place;
        return pressed && !chosen;
    };
    for (const auto& alternative : deal.alternatives) {
        // Doing nothing wins no deal: that is no decision.
        if (alternative.kind == AlternativeKind::do_nothing || alternative.name.empty()) continue;
        const auto kind = std::string(label_of(alternative.kind));
        const auto hint = alternative.notes.empty() ? kind : kind + ", " + alternative.notes;
        if (choice(alternative.name, hint, !draft.to_somebody_else && draft.to == alternative.name)) {
            draft.to = alternative.name;
            draft.to_somebody_else = false;
        }
    }
    bool type_now = false;
    if (choice("Somebody else", "type a name", draft.to_somebody_else)) {
        draft.to.clear();
        draft.to_somebody_else = type_now = true;
    }
    if (choice("I do not know", "that counts too", !draft.to_somebody_else && draft.to.empty())) {
        draft.to.clear();
        draft.to_somebody_else = false;
    }
    if (two && place % 2 == 1) y = ImGui::GetItemRectMax().y + space;
    ImGui::SetCursorScreenPos({start.x, y - space});
    ImGui::Dummy({width, 0});
    if (!draft.to_somebody_else) return;
    gap(ui, 8);
    if (text_field(ui, "Name of the winner", draft.to, {.placeholder = "Who got it", .width = width, .focus = type_now}) ==
        FieldEvent::changed) {
        draft.error.clear();
    }
}

void draw_close_reasons(const Context& context, CloseDraft& draft, float width) {
    const auto& ui = context.ui;
    const auto at = ImGui::GetCursorScreenPos();
    text(ui, TextStyle::label, "Why");
    constexpr std::string_view how = "one or two, the main one first";
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, at, {at.x + width, at.y + ui.theme.line_height(TextStyle::label)},
                 ui.color().text_muted, how, Align::right);
    gap(ui, 8);
    const auto start = ImGui::GetCursorScreenPos();
    const float height = ui.px(ui.theme.touch ? 44.0f : 32.0f);
    const float space = ui.px(8);
    ImVec2 place = start;
    for (const auto reason : draft.as == CloseAs::lost ? lost_reasons() : undecided_reasons()) {
        const auto picked = std::ranges::find(draft.reasons, reason);
        const int number = picked == draft.reasons.end() ? 0 : static_cast<int>(picked - draft.reasons.begin()) + 1;
        const float wide = std::ceil(text_size(ui, TextStyle::label, reason).x + ui.px(number > 0 ? 44.0f : 28.0f));
        if (place.x > start.x && place.x + wide > start.x + width) place = {start.x, place.y + height + space};
        ImGui::SetCursorScreenPos(place);
        if (reason_pill(ui, reason, number, {wide, height})) pick(draft.reasons, reason);
        place.x += wide + space;
    }
    ImGui::SetCursorScreenPos({start.x, place.y + height});
    ImGui::Dummy({width, 0});
    gap(ui, 8);
    text_field(ui, "In your own words", draft.why, {.placeholder = "In your own words", .width = width, .max_bytes = 4000});
}

}
