#include "app/ui/people/person_fields.hpp"

#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr float caption_width = 92;

}

float fact_height(const Ui& ui) {
    return ui.theme.touch ? ui.px(44) : ui.theme.line_height(TextStyle::body) + ui.px(8);
}

void person_fact(const Ui& ui, std::string_view caption, const std::function<void(float width)>& draw, FactLines lines) {
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = lines == FactLines::many ? growing_line(ui) : fact_height(ui);
    const float left = ui.px(caption_width);
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::body, start, {start.x + left - ui.px(8), start.y + height},
                 ui.color().text_muted, caption);
    ImGui::SetCursorScreenPos({start.x + left, start.y});
    ImGui::BeginGroup();
    draw(width - left);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({start.x, std::max(start.y + height, ImGui::GetCursorScreenPos().y)});
    ImGui::Dummy({width, 0});
}

float growing_line(const Ui& ui) {
    return ui.theme.line_height(TextStyle::body) + ui.px(12);
}

std::optional<std::string> growing_edit(const Ui& ui, std::string_view label, std::string_view current, float width,
                                        std::string_view placeholder) {
    const float words = wrapped_height(ui, TextStyle::body, current.empty() ? placeholder : current, width - ui.px(8));
    const float height = words + ui.px(12);
    return text_edit(
        ui, label, current,
        {.placeholder = placeholder, .width = width, .height = height, .multiline = true, .in_place = true, .max_bytes = Limits::long_text});
}

float small_link_height(const Ui& ui) {
    return ui.theme.touch ? ui.theme.control_small_height() : ui.theme.line_height(TextStyle::label);
}

float small_link_width(const Ui& ui, std::string_view label, const char* icon) {
    const auto words = label.substr(0, label.find("##"));
    return std::ceil(text_size(ui, TextStyle::label, words).x) + (icon ? ui.px(24) : 0) + ui.px(1);
}

std::optional<std::string> quick_add(const Context& context, std::string_view label, std::string_view button_label,
                                     std::string_view placeholder, const std::string& key, int max_bytes) {
    const auto& ui = context.ui;
    auto& draft = context.view.texts[key];
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float side = ui.theme.control_height();
    const bool focus = context.view.focus_field == label;
    if (focus) {
        context.view.focus_field.clear();
    }
    const auto event = text_field(ui, label, draft,
                                  {.placeholder = placeholder, .width = width - side - ui.px(4), .focus = focus, .max_bytes = max_bytes});
    const bool enter = is_enter_pressed();
    bool add = event == FieldEvent::kept && enter;
    ImGui::SetCursorScreenPos({start.x + width - side, start.y});
    add = icon_button(ui, icon::plus, button_label, {.disabled = trimmed(draft).empty()}) || add;
    ImGui::SetCursorScreenPos({start.x, start.y + std::max(side, ui.theme.control_height())});
    ImGui::Dummy({width, 0});
    if (!add || trimmed(draft).empty()) {
        return {};
    }
    std::string text(trimmed(draft));
    draft.clear();
    context.view.focus_field = label;
    return text;
}

}
