#include "app/ui/team/secret_field.hpp"

#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

namespace middleground {

void field_caption(const Ui& ui, std::string_view words) {
    const auto at = ImGui::GetCursorScreenPos();
    draw_text(ui, ImGui::GetWindowDrawList(), TextStyle::caption, at, ui.color().text_muted, words);
    ImGui::Dummy({0, ui.theme.line_height(TextStyle::caption)});
    gap(ui, 4);
}

FieldEvent secret_field(const Ui& ui, std::string_view label, std::string& value, bool& shown, const SecretField& options) {
    const auto* words = shown ? "Hide" : "Show";
    const ButtonOptions show{.icon = shown ? icon::eye_off : icon::eye};
    field_caption(ui, label);
    const float beside = options.show_button ? button_width(ui, words, show) + ui.px(8) : 0;
    const auto event = text_field(ui, label, value,
                                  {.placeholder = options.placeholder, .width = options.width - beside, .focus = options.focus, .max_bytes = options.max_bytes, .secret = true, .dots = !shown});
    if (options.show_button) {
        same_line(ui);
        if (button(ui, ButtonKind::quiet, words, show)) shown = !shown;
    }
    return event;
}

}
