#include "app/ui/cards/row_moves.hpp"

#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"

#include <imgui_internal.h>

#include <string>

namespace middleground {

RowMove row_moved_by_keys() {
    if (!is_keyboard_focused()) return RowMove::none;
    const auto move = ImGui::IsKeyChordPressed(ImGuiMod_Alt | ImGuiKey_UpArrow)     ? RowMove::up
                      : ImGui::IsKeyChordPressed(ImGuiMod_Alt | ImGuiKey_DownArrow) ? RowMove::down
                                                                                    : RowMove::none;
    if (move != RowMove::none) {
        // The arrow would also take the focus to the neighbour, and Alt alone to a menu when it is let go.
        ImGui::NavMoveRequestCancel();
        const auto row = ImGui::GetItemID();
        ImGui::SetKeyOwner(ImGuiMod_Alt, row);
        ImGui::SetKeyOwner(ImGuiKey_LeftAlt, row);
        ImGui::SetKeyOwner(ImGuiKey_RightAlt, row);
    }
    return move;
}

bool draw_row_order(const Context& context, const RowOrder& order, float width) {
    const auto& ui = context.ui;
    if (context.read_only || (order.shown && order.words.empty())) return false;
    bool pressed = false;
    if (order.shown) {
        const std::string how = ui.theme.touch ? "Open a row to move it."
                                : ui.mac       ? "Option and an arrow key move a row."
                                               : "Alt and an arrow key move a row.";
        text_wrapped_muted(ui, TextStyle::caption, std::string(order.words) + ". " + how, width);
    } else {
        pressed = button(ui, ButtonKind::link, order.show, {.tooltip = "The order that you can change", .small = true});
    }
    gap(ui, 8);
    return pressed;
}

}
