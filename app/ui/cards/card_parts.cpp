#include "app/ui/cards/card_parts.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/deal.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

struct Jump {
    const Context& context;

    void show(Screen screen) const {
        context.view.scroll_to_selection = true;
        context.act(action::GoTo{screen});
    }
    void operator()(const StakeholderId& id) const {
        if (!find(*context.deal, id)) return;
        context.view.person = id;
        show(Screen::people);
    }
    void operator()(const CommitmentId& id) const {
        if (!find(*context.deal, id)) return;
        context.view.commitment = id;
        show(Screen::commitments);
    }
    void operator()(const InteractionId& id) const {
        if (!find(*context.deal, id)) return;
        context.view.interaction = id;
        show(Screen::log);
    }
    void operator()(const ConcernId& id) const {
        if (const auto* concern = find(*context.deal, id)) (*this)(concern->stakeholder);
    }
    void operator()(const PromiseId& id) const {
        const auto* promise = find(*context.deal, id);
        if (!promise) return;
        if (find(*context.deal, promise->to)) context.view.person = promise->to;
        show(Screen::people);
    }
    void operator()(Function) const { show(Screen::people); }
};

float middle_of_last_item() {
    return (ImGui::GetItemRectMin().y + ImGui::GetItemRectMax().y) / 2;
}

}

bool card_title(const Ui& ui, float width, const char* icon, std::string_view title, std::string_view link) {
    const auto start = ImGui::GetCursorScreenPos();
    icon_text(ui, TextStyle::strong, icon, ui.color().text, title);
    ui.note_level(2);
    bool pressed = false;
    if (!link.empty()) {
        const ButtonOptions options{.small = true};
        // The words of the link end where the rows end, at the height of the title's.
        const float words = text_size(ui, TextStyle::label, link).x;
        const float height = button_height(ui, ButtonKind::link, options);
        ImGui::SetCursorScreenPos({start.x + width - words, std::floor(middle_of_last_item() - height / 2)});
        pressed = button(ui, ButtonKind::link, link, options);
    }
    ImGui::SetCursorScreenPos({start.x, start.y + ui.px(30)});
    return pressed;
}

void card_title_with_tag(const Ui& ui, float width, const char* icon, std::string_view title, std::string_view tag, Tone tone,
                         const char* mark) {
    const auto start = ImGui::GetCursorScreenPos();
    icon_text(ui, TextStyle::strong, icon, ui.color().text, title);
    ui.note_level(2);
    const auto size = tag_size(ui, tag, mark);
    const ImVec2 min{start.x + width - size.x, std::floor(middle_of_last_item() - size.y / 2)};
    draw_tag(ui, ImGui::GetWindowDrawList(), min, tag, tone, mark);
    ui.note_rect(ItemRole::status, tag, min, {min.x + size.x, min.y + size.y});
    ImGui::SetCursorScreenPos({start.x, start.y + ui.px(34)});
}

bool card_row(const Ui& ui, float width, const CardRow& row, int number) {
    const auto min = ImGui::GetCursorScreenPos();
    const float indent = row.icon ? ui.px(26) : 0;
    const float right_width = row.right.empty() ? 0 : std::min(text_size(ui, TextStyle::body, row.right).x, width * 0.5f);
    const float beside = width - indent - right_width - ui.px(8);
    // What has no room beside stands below: a few letters and three dots say nothing.
    const bool two = right_width > 0 && text_size(ui, TextStyle::body, row.text).x > beside;
    const float line = ui.theme.line_height(TextStyle::body);
    const float height = std::max(ui.px(ui.theme.touch ? 56.0f : 38.0f), two ? 2 * line + ui.px(12) : 0);
    const ImVec2 max{min.x + width, min.y + height};
    ImGui::PushID(number);
    const bool pressed = ImGui::InvisibleButton("row", {width, height}, ImGuiButtonFlags_EnableNav);
    ImGui::PopID();
    ui.note(ItemRole::row, row.label, row.right);
    auto* list = ImGui::GetWindowDrawList();
    if (ImGui::IsItemHovered()) {
        list->AddRectFilled({min.x - ui.px(8), min.y}, {max.x + ui.px(8), max.y}, ui.color().hover, ui.px(6));
    }
    const float x = min.x + indent;
    const float middle = (min.y + max.y) / 2;
    const auto right_color = row.right_color ? row.right_color : ui.color().text_muted;
    if (row.icon) draw_icon(ui, list, row.icon, {min.x + ui.px(8), two ? middle - line / 2 : middle}, ui.px(16), row.icon_color);
    if (two) {
        draw_text_in(ui, list, TextStyle::body, {x, middle - line}, {max.x, middle}, ui.color().text, row.text);
        draw_text_in(ui, list, TextStyle::body, {x, middle}, {max.x, middle + line}, right_color, row.right);
    } else {
        draw_text_in(ui, list, TextStyle::body, {x, min.y}, {x + beside, max.y}, ui.color().text, row.text);
        draw_text_in(ui, list, TextStyle::body, {max.x - right_width, min.y}, max, right_color, row.right, Align::right);
    }
    if (is_keyboard_focused()) {
        draw_focus_ring(ui, {min.x - ui.px(8), min.y}, {max.x + ui.px(8), max.y}, ui.px(6), Ring::inset);
    }
    return pressed;
}

void go_to(const Context& context, const Subject& subject) {
    std::visit(Jump{context}, subject);
}

bool words_with_link(const Ui& ui, std::string_view words, std::string_view link, float width) {
    const float wide = text_size(ui, TextStyle::label, visible_label(link)).x;
    const float room = std::max(ui.px(80), width - wide - ui.px(12));
    const auto start = ImGui::GetCursorScreenPos();
    const float high = std::max(wrapped_height(ui, TextStyle::body, words, room), ui.theme.line_height(TextStyle::body));
    text_wrapped_muted(ui, TextStyle::body, words, room);
    const float button_height = ui.theme.control_small_height();
    ImGui::SetCursorScreenPos({start.x + width - wide, start.y + std::floor(high - ui.theme.line_height(TextStyle::body) / 2 - button_height / 2)});
    return button(ui, ButtonKind::link, link, {.small = true});
}

}
