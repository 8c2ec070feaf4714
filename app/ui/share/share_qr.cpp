#include "app/session/action.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/context.hpp"
#include "app/ui/share/share_parts.hpp"

#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>
#include <cmath>

namespace middleground {

namespace {

constexpr int least_module = 2;     // device pixels
constexpr float usual_side = 200;   // design pixels
constexpr float largest_side = 320; // beyond it nothing else is seen

// Device pixels for a module in so much room; 0: too few.
int module_pixels(const Ui& ui, int modules, float room) {
    const auto pixels = [&](float logical) { return static_cast<int>(logical * device_scale()) / modules; };
    const int wanted = std::max(least_module, pixels(ui.px(usual_side)));
    return pixels(std::min(room, ui.px(largest_side))) >= least_module ? std::min(wanted, pixels(std::min(room, ui.px(largest_side)))) : 0;
}

// Always black on white, as readers want it. Edges lie on device pixels.
void draw_code(ImDrawList* list, const QrCode& code, ImVec2 at, int module) {
    const float scale = device_scale();
    const auto place = [&](int modules) { return static_cast<float>((modules + qr_margin) * module) / scale; };
    const float side = static_cast<float>((code.size + 2 * qr_margin) * module) / scale;
    list->AddRectFilled(at, {at.x + side, at.y + side}, IM_COL32_WHITE);
    for (int y = 0; y < code.size; ++y) {
        for (int x = 0; x < code.size; ++x) {
            if (!code.is_dark(x, y)) continue;
            const int begin = x;
            while (x + 1 < code.size && code.is_dark(x + 1, y)) {
                ++x;
            }
            list->AddRectFilled({at.x + place(begin), at.y + place(y)}, {at.x + place(x + 1), at.y + place(y + 1)}, IM_COL32_BLACK);
        }
    }
}

void draw_save(const Context& context, const std::string& link, bool beside) {
    const auto& ui = context.ui;
    if (button(ui, ButtonKind::outlined, "Save QR as SVG", {.icon = icon::download, .tooltip = "A drawing, for print"})) {
        context.act(action::SaveQrCode{link, true});
    }
    if (beside) {
        same_line(ui);
    } else {
        gap(ui, 8);
    }
    if (button(ui, ButtonKind::outlined, "Save QR as PNG", {.icon = icon::image_down, .tooltip = "A picture, for a slide or an e-mail"})) {
        context.act(action::SaveQrCode{link, false});
    }
}

}

void draw_share_qr(const Context& context, const std::string& link, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "qr", {.width = width});
    const auto& code = context.caches.derived.qr(link);
    const float inner = card.inner_width();
    const int module = code ? module_pixels(ui, code->size + 2 * qr_margin, inner) : 0;
    if (module == 0) {
        icon_text(ui, TextStyle::heading, icon::qr_code, ui.color().text_muted, "No QR code");
        gap(ui, 4);
        text_wrapped_muted(ui, TextStyle::body,
                           code ? "The link is so long that the code would be too fine to read from this screen."
                                : code.error().what + ". This link is longer.",
                           inner);
        return;
    }
    const auto start = ImGui::GetCursorScreenPos();
    const float side = std::ceil(static_cast<float>((code->size + 2 * qr_margin) * module) / device_scale());
    const auto end = start + ImVec2{side, side};
    auto* list = ImGui::GetWindowDrawList();
    draw_code(list, *code, snapped(start), module);
    draw_border(list, start, end, ui.color().line, 0, line_width(ui));
    ui.note_rect(ItemRole::image, "QR code", start, end, link);
    const float beside = inner - side - ui.px(20);
    const bool below = beside < ui.px(176);
    ImGui::SetCursorScreenPos(below ? ImVec2{start.x, end.y + ui.px(12)} : ImVec2{end.x + ui.px(20), start.y});
    ImGui::BeginGroup();
    const float words = below ? inner : beside;
    text(ui, TextStyle::heading, "QR code");
    gap(ui, 4);
    text_wrapped_muted(ui, TextStyle::body,
                       code->size > 100 ? "For a slide or a printed page. Hold the phone close, the code is dense."
                                        : "For a slide or a printed page.",
                       words);
    gap(ui, 12);
    draw_save(context, link, words >= ui.px(320));
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({start.x, std::max(end.y, ImGui::GetItemRectMax().y)});
    ImGui::Dummy({inner, 0});
}

}
