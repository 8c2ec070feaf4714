#include "app/ui/cards/picture_button.hpp"

#include "app/session/action.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "generated/icons.hpp"

#include <cmath>

namespace middleground {

float picture_button_room(const Context& context) {
    return context.picture ? 0 : context.ui.px(context.ui.theme.touch ? 48.0f : 36.0f);
}

void draw_picture_button(const Context& context, Picture picture, ImVec2 upper_right, float width) {
    if (context.picture) return;
    const auto& ui = context.ui;
    const auto before = ImGui::GetCursorScreenPos();
    const float side = ui.px(ui.theme.touch ? 44.0f : 28.0f);
    ImGui::SetCursorScreenPos({upper_right.x - side + ui.px(6), upper_right.y + std::floor((ui.theme.line_height(TextStyle::strong) - side) / 2)});
    if (icon_button(ui, icon::image_down, picture == Picture::people_map ? "Save the map as a picture" : "Save the forecast as a picture",
                    {.small = true})) {
        context.act(action::SavePicture{picture, width});
    }
    ImGui::SetCursorScreenPos(before);
}

}
