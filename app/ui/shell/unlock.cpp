#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/codec/seal.hpp"
#include "generated/icons.hpp"

namespace middleground {

namespace {

constexpr const char* field_label = "Passphrase of the link";

void draw_buttons(const Context& context, bool enter) {
    const auto& ui = context.ui;
    const ButtonOptions open{.icon = icon::lock};
    const auto width = button_width(ui, "Cancel") + button_width(ui, "Open the deal", open) + ui.px(12);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ImGui::GetContentRegionAvail().x - width);
    if (button(ui, ButtonKind::quiet, "Cancel")) {
        context.act(action::CloseUnlock{});
        return;
    }
    same_line(ui, 12);
    if (!button(ui, ButtonKind::filled, "Open the deal", open) && !enter) return;
    // What was wrong is typed again at once.
    context.view.focus_field = field_label;
    context.act(action::UnlockLink{});
}

}

void draw_unlock(const Context& context) {
    if (!context.view.unlock) return;
    const auto& ui = context.ui;
    auto& unlock = *context.view.unlock;
    bool open = true;
    {
        const Dialog dialog(ui, "This link is protected", open, 440);
        if (dialog) {
            const bool focus = unlock.just_opened || context.view.focus_field == field_label;
            if (focus) context.view.focus_field.clear();
            unlock.just_opened = false;
            text_wrapped_muted(ui, TextStyle::body,
                               "Whoever sent it has the passphrase, and should give it to you some other way than with the link.");
            gap(ui, 12);
            const bool enter = is_enter_pressed();
            const auto* words = unlock.shown ? "Hide" : "Show";
            const ButtonOptions show{.icon = unlock.shown ? icon::eye_off : icon::eye};
            const auto event = text_field(ui, field_label, unlock.typed,
                                          {.placeholder = "Passphrase",
                                           .width = ImGui::GetContentRegionAvail().x - button_width(ui, words, show) - ui.px(8),
                                           .focus = focus,
                                           .max_bytes = static_cast<int>(io::most_passphrase_bytes),
                                           .secret = true,
                                           .dots = !unlock.shown});
            same_line(ui);
            if (button(ui, ButtonKind::quiet, words, show)) unlock.shown = !unlock.shown;
            if (event == FieldEvent::changed) unlock.error.reset();
            if (unlock.error) {
                gap(ui, 8);
                band(ui, Band::error, unlock.error->what + ".", unlock.error->remedy);
            }
            gap(ui, 20);
            draw_buttons(context, enter && event == FieldEvent::kept);
        }
    }
    if (!open) context.act(action::CloseUnlock{});
}

}
