#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/shell/keys.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"

namespace middleground {

void draw_help(const Context& context) {
    if (!context.view.help_open) {
        return;
    }
    const auto& ui = context.ui;
    if (Dialog dialog(ui, "Keyboard shortcuts", context.view.help_open, 420); dialog) {
        for (const auto& key : all_keys()) {
            const float x = ImGui::GetCursorPosX();
            text(ui, TextStyle::body, key.what);
            ImGui::SameLine();
            ImGui::SetCursorPosX(x + ui.px(280));
            key_hint(ui, key.keys);
            gap(ui, 4);
        }
        gap(ui, 8);
        text_wrapped_muted(
            ui, TextStyle::body,
            "Tab and the arrow keys move the focus, Enter presses, Esc closes. In a field, Enter keeps the change and Esc undoes it.");
    }
}

}
