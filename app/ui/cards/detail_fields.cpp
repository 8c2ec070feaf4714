#include "app/ui/cards/detail_fields.hpp"

#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/field/field_box.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"

#include <imgui_internal.h> // whether the field is still typed in

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr float caption_width = 104;
constexpr float row_height = 32;
constexpr float narrow_row = 300; // has the caption above what it names

}

void detail_row(const Ui& ui, std::string_view caption, const std::function<void(float width)>& draw) {
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float height = ui.px(ui.theme.touch ? 48.0f : row_height);
    if (width < ui.px(narrow_row)) {
        draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, start, {start.x + width, start.y + ui.px(18)}, ui.color().text_muted,
                     caption);
        ImGui::SetCursorScreenPos({start.x, start.y + ui.px(18)});
        ImGui::BeginGroup();
        draw(width);
        ImGui::EndGroup();
        ImGui::SetCursorScreenPos({start.x, std::max(start.y + height, ImGui::GetItemRectMax().y) + ui.px(6)});
        ImGui::Dummy({width, 0});
        return;
    }
    const float left = ui.px(caption_width);
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::body, start, {start.x + left - ui.px(8), start.y + height},
                 ui.color().text_muted, caption);
    // A field is a little less high than the row.
    const float field = field_height(ui, {.in_place = true});
    ImGui::SetCursorScreenPos({start.x + left, start.y + std::floor((height - field) / 2)});
    ImGui::BeginGroup();
    draw(width - left);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({start.x, std::max(start.y + height, ImGui::GetItemRectMax().y)});
    ImGui::Dummy({width, 0});
}

void detail_words(const Ui& ui, std::string_view caption, std::string_view words) {
    if (words.empty()) return;
    detail_row(ui, caption, [&](float width) {
        gap(ui, 4);
        text_wrapped(ui, TextStyle::body, words, width);
        gap(ui, 4);
    });
}

void detail_aside(const Ui& ui, float right, std::string_view words) {
    const auto min = ImGui::GetItemRectMin();
    const auto max = ImGui::GetItemRectMax();
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::body, {max.x + ui.px(8), min.y}, {right, max.y}, ui.color().text_muted, words,
                 Align::right);
    ui.note_rect(ItemRole::text, words, {max.x + ui.px(8), min.y}, {right, max.y});
}

bool takes_detail_focus(const Context& context, std::string_view label) {
    if (context.view.focus_field != label) return false;
    context.view.focus_field.clear();
    return true;
}

std::optional<std::string> finished_text_edit(const Context& context, std::string_view label, std::string_view current,
                                          const FieldOptions& options) {
    const auto& ui = context.ui;
    const auto id = field_id(label);
    if (window_skips()) {
        takes_focus_now(id, options.focus);
        return std::nullopt;
    }
    auto found = ui.drafts.find(id);
    std::string text = found == ui.drafts.end() ? std::string(current) : found->second.text;
    if (found != ui.drafts.end()) found->second.last_frame = ImGui::GetFrameCount();
    auto event = text_field(ui, label, text, options);
    // Left without a word (the field was away when the focus went): what is typed still counts.
    if (event == FieldEvent::none && found != ui.drafts.end() && GImGui->ActiveId != id) event = FieldEvent::kept;
    switch (event) {
    case FieldEvent::none:
        return std::nullopt;
    case FieldEvent::changed:
        ui.drafts[id] = {text, {}, ImGui::GetFrameCount()};
        return std::nullopt;
    case FieldEvent::cancelled:
        ui.drafts.erase(id);
        return std::nullopt;
    case FieldEvent::kept:
        break;
    }
    ui.drafts.erase(id);
    return text != current ? std::optional(std::move(text)) : std::nullopt;
}

}
