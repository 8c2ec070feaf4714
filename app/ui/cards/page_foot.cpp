#include "app/ui/cards/page_foot.hpp"

#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/ui.hpp"

namespace middleground {

namespace {

constexpr const char* last_frame = "frame with a foot";

}

float foot_height(const Context& context) {
    return context.ui.theme.control_height() + context.ui.px(24);
}

float draw_foot_ground(const Context& context) {
    const auto& ui = context.ui;
    const float top = context.max.y - foot_height(context);
    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled({context.min.x, top}, context.max, ui.color().surface);
    draw_line_across(ui, list, context.min.x, context.max.x, top, ui.color().line);
    ImGui::GetStateStorage()->SetInt(ImGui::GetID(last_frame), ImGui::GetFrameCount());
    return top + ui.px(12);
}

float foot_in_sight(const Context& context) {
    const bool is_now = ImGui::GetStateStorage()->GetInt(ImGui::GetID(last_frame), -1) == ImGui::GetFrameCount();
    return is_now ? foot_height(context) : 0;
}

}
