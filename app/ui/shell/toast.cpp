#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/page_foot.hpp"
#include "app/ui/context.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/surroundings.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h> // a toast stays above dialogs

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

// A message from before a dialog would lie over the dialog's buttons; one that comes out of it is shown.
bool lies_under_dialog(const Context& context) {
    constexpr int no_dialog = 0;
    constexpr int nothing_under = -1;
    auto* storage = ImGui::GetStateStorage();
    const auto key = ImGui::GetID("toast under a dialog");
    const int number = context.view.toast ? static_cast<int>(context.view.toast->number) : nothing_under;
    if (!ImGui::GetTopMostPopupModal()) {
        storage->SetInt(key, no_dialog);
        return false;
    }
    if (storage->GetInt(key, no_dialog) == no_dialog) storage->SetInt(key, number);
    return storage->GetInt(key) == number;
}

}

void draw_toast(const Context& context) {
    if (lies_under_dialog(context) || !context.view.toast) {
        return;
    }
    const auto& ui = context.ui;
    const auto& toast = *context.view.toast;
    const float undo_width = toast.undo ? ui.px(92) : 0;
    const float room = context.max.x - context.min.x - ui.px(32);
    const float words_width = std::min(std::ceil(text_size(ui, TextStyle::body, toast.text).x), room - ui.px(56) - undo_width);
    // On a phone a sentence takes two lines or three; a name of 500 letters is cut.
    const float line = ui.theme.line_height(TextStyle::body);
    const float wrapped = wrapped_height(ui, TextStyle::body, toast.text, words_width + 1);
    const float words_height = wrapped > 3.5f * line ? line : wrapped;
    const ImVec2 size{words_width + ui.px(56) + undo_width, std::max(ui.px(44), words_height + ui.px(24))};
    constexpr float slide_ms = 120;
    const float age = static_cast<float>(context.around.now_ms - toast.since_ms);
    const float slide = context.around.still ? 0 : std::max(0.0f, 1 - age / slide_ms) * ui.px(8);
    const float foot = foot_in_sight(context);
    const float above = context.phone ? ui.px(56 + 12) + foot : foot > 0 ? foot + ui.px(12) : ui.px(24);
    const ImVec2 min{(context.min.x + context.max.x - size.x) / 2, context.max.y - above - size.y + slide};

    ImGui::SetNextWindowPos(min);
    ImGui::SetNextWindowSize(size);
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {0, 0});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowBorderSize, 0);
    ImGui::Begin("Toast", nullptr,
                 ImGuiWindowFlags_NoDecoration | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoSavedSettings |
                     ImGuiWindowFlags_NoBackground | ImGuiWindowFlags_NoFocusOnAppearing | ImGuiWindowFlags_NoScrollWithMouse);
    ImGui::PopStyleVar(2);
    const Part part(ui, ItemRole::toast, {});
    auto* list = ImGui::GetWindowDrawList();
    const ImVec2 max{min.x + size.x, min.y + size.y};
    list->AddRectFilled(min, max, ui.color().text, ui.px(6));
    draw_icon(ui, list, icon::circle_check, {min.x + ui.px(22), (min.y + max.y) / 2}, ui.px(16), ui.color().surface);
    if (words_height > 1.5f * line) {
        const ImVec2 at{min.x + ui.px(40), (min.y + max.y - words_height) / 2};
        draw_text_wrapped(ui, list, TextStyle::body, at, ui.color().surface, toast.text, words_width + 1);
    } else {
        draw_text_in(ui, list, TextStyle::body, {min.x + ui.px(40), min.y}, {max.x - undo_width - ui.px(12), max.y}, ui.color().surface,
                     toast.text);
    }
    ui.note_rect(ItemRole::status, toast.text, min, max);
    // A press anywhere on it puts it away: it may lie over what is wanted.
    ImGui::SetCursorScreenPos(min);
    ImGui::SetNextItemAllowOverlap();
    const bool away = ImGui::InvisibleButton("away", size);
    if (toast.undo) {
        const ImVec2 button_min{max.x - undo_width, std::floor((min.y + max.y) / 2) - ui.px(14)};
        const ImVec2 button_size{undo_width - ui.px(8), ui.px(28)};
        const ImVec2 button_max{button_min.x + button_size.x, button_min.y + button_size.y};
        // A finger has all of the toast's height.
        const bool by_finger = context.phone || ui.theme.touch;
        const float taller = by_finger ? button_min.y - min.y : 0;
        const float right = by_finger ? max.x - button_max.x : 0;
        ImGui::SetCursorScreenPos({button_min.x, button_min.y - taller});
        if (ImGui::InvisibleButton("undo", {button_size.x + right, button_size.y + 2 * taller}, ImGuiButtonFlags_EnableNav)) {
            context.act(action::Undo{});
        }
        ui.note(ItemRole::button, "Undo last");
        list->AddRect(button_min, button_max, ImGui::IsItemHovered() ? ui.color().surface : ui.color().text_muted, ui.px(6));
        draw_icon(ui, list, icon::undo_2, {button_min.x + ui.px(18), (button_min.y + button_max.y) / 2}, ui.px(14), ui.color().surface);
        draw_text_in(ui, list, TextStyle::strong, {button_min.x + ui.px(32), button_min.y}, button_max, ui.color().surface, "Undo");
        if (is_keyboard_focused()) {
            draw_focus_ring(ui, button_min, button_max, ui.px(6));
        }
    }
    ImGui::BringWindowToDisplayFront(ImGui::GetCurrentWindow());
    ImGui::End();
    if (away) context.view.toast.reset();
}

}
