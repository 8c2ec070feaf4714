#include "app/ui/widgets/flow.hpp"

#include "app/ui/widgets/layout.hpp"

#include <algorithm>

namespace middleground {

Flow::Flow(const Ui& ui, float width) : ui_(ui), right_(ImGui::GetCursorScreenPos().x + width) {}

void Flow::next(float width) {
    if (!first_ && ImGui::GetItemRectMax().x + ui_.px(8) + width <= right_) {
        same_line(ui_);
    } else if (!first_) {
        gap(ui_, 8);
    }
    first_ = false;
}

FieldFlow::FieldFlow(const Ui& ui, float width)
    : ui_(ui), start_(ImGui::GetCursorScreenPos()), right_(start_.x + width), at_(start_), below_(start_.y) {}

void FieldFlow::put(float least, float most, const std::function<void(float width)>& draw) {
    if (at_.x > start_.x && at_.x + least > right_) at_ = {start_.x, below_ + ui_.px(8)};
    const float width = std::clamp(right_ - at_.x, std::min(least, right_ - start_.x), most);
    ImGui::SetCursorScreenPos(at_);
    draw(width);
    below_ = std::max(below_, ImGui::GetCursorScreenPos().y);
    at_.x += width + ui_.px(8);
}

void FieldFlow::end() const {
    ImGui::SetCursorScreenPos({start_.x, below_});
    ImGui::Dummy({0, 0});
}

}
