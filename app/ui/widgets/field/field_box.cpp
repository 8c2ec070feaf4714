#include "app/ui/widgets/field/field_box.hpp"

#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>
#include <utility>

namespace middleground {

FieldBox::FieldBox(const Ui& ui, std::string_view label, const FieldOptions& options, float height)
    : ui_(ui), error_(options.error), error_over_(options.error_over), field_(field_id(label)), in_place_(options.in_place), padding_(ui.px(options.in_place ? 8.0f : 12.0f)) {
    const float left = options.width > 0 ? options.width : ImGui::GetContentRegionAvail().x;
    ImGui::BeginGroup();
    if (options.show_label) {
        const auto at = ImGui::GetCursorScreenPos();
        draw_text(ui, ImGui::GetWindowDrawList(), TextStyle::caption, at, ui.color().text_muted, visible_label(label));
        ImGui::ItemSize(ImVec2{0, ui.theme.line_height(TextStyle::caption) + ui.px(4)});
    }
    // In place, the words stand where text would stand; the box reaches out of the column.
    min_ = ImGui::GetCursorScreenPos() - ImVec2{in_place_ ? padding_ : 0, 0};
    max_ = min_ + ImVec2{std::max(ui.px(24), left + (in_place_ ? padding_ : 0)), height};
    ImGui::SetCursorScreenPos(min_);
}

FieldBox::~FieldBox() {
    auto* window = ImGui::GetCurrentWindow();
    // The caller's last item stays the field; the group around it is only for the layout.
    const auto last = GImGui->LastItemData;
    window->DC.CursorPos = {in_place_ ? min_.x + padding_ : min_.x, min_.y};
    ImGui::ItemSize(ImVec2{max_.x - window->DC.CursorPos.x, max_.y - min_.y});
    if (!error_.empty()) error_over_ ? draw_error_over() : draw_error();
    ImGui::EndGroup();
    GImGui->LastItemData = last;
}

void FieldBox::draw_error() const {
    const auto at = ImGui::GetCursorScreenPos() + ImVec2{0, ui_.px(4)};
    const float wide = max_.x - at.x;
    const float height = wrapped_height(ui_, TextStyle::caption, error_, wide);
    draw_text_wrapped(ui_, ImGui::GetWindowDrawList(), TextStyle::caption, at, ui_.color().bad, error_, wide);
    ui_.note_error(field_, error_, at, at + ImVec2{wide, height});
    ImGui::ItemSize(ImVec2{wide, height + ui_.px(4)});
}

void FieldBox::draw_error_over() const {
    const ImVec2 padding{ui_.px(10), ui_.px(6)};
    const float screen = ImGui::GetIO().DisplaySize.x;
    const float wide = std::min(std::min(ui_.px(320), screen - ui_.px(16) - padding.x * 2), text_size(ui_, TextStyle::caption, error_).x + 1);
    const ImVec2 size{wide + padding.x * 2, wrapped_height(ui_, TextStyle::caption, error_, wide) + padding.y * 2};
    const auto min = snapped(ImVec2{std::max(ui_.px(8), std::min(min_.x, screen - size.x - ui_.px(8))), max_.y + ui_.px(6)});
    const auto max = min + size;
    ui_.note_error(field_, error_, min + padding, max - padding);
    if (ImGui::GetTopMostPopupModal()) return; // it would lie over that
    auto* list = ImGui::GetForegroundDrawList();
    list->AddRectFilled(min, max, ui_.color().raised, ui_.px(6));
    middleground::draw_border(list, min, max, ui_.color().bad, ui_.px(6), line_width(ui_));
    draw_text_wrapped(ui_, list, TextStyle::caption, min + padding, ui_.color().bad, error_, wide);
}

void FieldBox::draw_fill(State state) const {
    const auto& color = ui_.color();
    if (in_place_ && state == State::idle && error_.empty()) {
        return;
    }
    const ImU32 fill = in_place_ && state == State::hovered ? color.hover : color.surface;
    ImGui::GetWindowDrawList()->AddRectFilled(snapped(min_), snapped(max_), fill, ui_.px(6));
}

void FieldBox::draw_border(State state) const {
    const auto& color = ui_.color();
    auto* list = ImGui::GetWindowDrawList();
    if (state == State::active) {
        middleground::draw_border(list, min_, max_, error_.empty() ? color.focus : color.bad, ui_.px(6), line_width(ui_, 2));
    } else if (!error_.empty()) {
        middleground::draw_border(list, min_, max_, color.bad, ui_.px(6), line_width(ui_));
    } else if (!in_place_) {
        middleground::draw_border(list, min_, max_, state == State::hovered ? color.text_muted : color.line_control, ui_.px(6),
                                  line_width(ui_));
    }
    if (state != State::active && is_keyboard_focused()) {
        draw_focus_ring(ui_, min_, max_, ui_.px(6));
    }
}

float field_height(const Ui& ui, const FieldOptions& options) {
    const float words = ui.theme.line_height(options.style) + ui.px(8);
    if (ui.theme.touch) {
        return std::max({ui.px(44), words, options.height});
    }
    if (options.height > 0 && !options.multiline) {
        return std::max(options.height, words);
    }
    return options.in_place ? words : std::max(ui.theme.control_height(), words);
}

namespace {

// The frame in which a field was last left waiting for the focus.
struct Wanted {
    const ImGuiContext* context = nullptr;
    int frame = -1;

    bool operator==(const Wanted&) const = default;
};
Wanted last_wanted;

Wanted wanted_now() {
    return {GImGui, GImGui->FrameCount};
}

}

ImGuiID field_id(std::string_view label) {
    ImGui::PushID(label.data(), label.data() + label.size());
    const auto id = ImGui::GetID("##text");
    ImGui::PopID();
    return id;
}

bool is_left_by_esc(ImGuiID id) {
    auto& had_focus = *ImGui::GetStateStorage()->GetBoolRef(ImHashStr("had the focus", 0, id));
    const bool had = std::exchange(had_focus, GImGui->NavId == id);
    return had && GImGui->ActiveId == 0 && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
}

void takes_focus_next(ImGuiID id) {
    ImGui::GetStateStorage()->SetBool(ImHashStr("wants focus", 0, id), true);
    last_wanted = wanted_now();
}

bool is_focus_awaited() {
    const auto& g = *GImGui;
    const bool asked = g.NavMoveSubmitted || g.NavMoveScoringItems;
    return (asked && (g.NavMoveFlags & ImGuiNavMoveFlags_FocusApi) != 0) || g.NavNextActivateId != 0 || last_wanted == wanted_now();
}

bool takes_focus_now(ImGuiID id, bool asked) {
    auto* storage = ImGui::GetStateStorage();
    const auto key = ImHashStr("wants focus", 0, id);
    const bool wanted = asked || storage->GetBool(key);
    if (!wanted) {
        return false;
    }
    const bool can = !window_skips();
    storage->SetBool(key, !can);
    if (!can) last_wanted = wanted_now();
    return can;
}

}
