#include "app/ui/widgets/finger.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr double long_press_ms = 500;
constexpr double shows_after_ms = 80;   // a finger that begins to scroll does not light up what it began on
constexpr double forgotten_ms = 5000;
constexpr double same_gesture_ms = 200; // between two words of a trackpad

ImVec2 floored(ImVec2 at) {
    return {std::floor(at.x), std::floor(at.y)}; // as Dear ImGui keeps it
}

float& along(ImVec2& vector, Axis axis) {
    return axis == Axis::x ? vector.x : vector.y;
}

// The window at that place, if what is open lets it through: what lies behind a dialog or a menu does not move. A list that leaves the
// keyboard to the field it hangs on moves along with the page.
ImGuiWindow* window_at(ImVec2 at) {
    auto& g = *GImGui;
    ImGuiWindow* window = nullptr;
    ImGuiWindow* below = nullptr;
    ImGui::FindHoveredWindowEx(at, false, &window, &below);
    if (!window) return nullptr;
    for (int i = g.OpenPopupStack.Size - 1; i >= 0; --i) {
        auto* popup = g.OpenPopupStack[i].Window;
        if (!popup || !popup->Active || ImGui::IsWindowWithinBeginStackOf(window, popup)) break;
        const bool modal = (popup->Flags & ImGuiWindowFlags_Modal) != 0;
        if (modal || (popup->Flags & ImGuiWindowFlags_NoFocusOnAppearing) == 0) return nullptr;
    }
    return window;
}

// The nearest one around that place that can still move that way; else the nearest that moves at all on this axis.
ImGuiWindow* scrollable_at(ImGuiWindow* window, Axis axis, float by) {
    ImGuiWindow* nearest = nullptr;
    for (; window; window = (window->Flags & ImGuiWindowFlags_ChildWindow) ? window->ParentWindow : nullptr) {
        const auto most = along(window->ScrollMax, axis);
        if (most <= 0 || (window->Flags & ImGuiWindowFlags_NoScrollWithMouse)) continue;
        if (!nearest) nearest = window;
        const auto now = along(window->Scroll, axis);
        if (by > 0 ? now > 0 : now < most) return window;
    }
    return nearest;
}

bool edits_under_pointer() {
    const auto& g = *GImGui;
    return g.ActiveId != 0 && g.ActiveId == g.InputTextState.ID && g.HoveredIdPreviousFrame == g.ActiveId;
}

}

Finger::Finger() {
    ImGui::GetIO().UserData = this;
}

Finger::~Finger() {
    if (ImGui::GetCurrentContext() && current_finger() == this) ImGui::GetIO().UserData = nullptr;
}

void Finger::before_frame(double ms) {
    now_ms_ = ms;
    asks_for_menu_ = false;
    auto next = waiting_.begin();
    while (next != waiting_.end() && take_next(*next)) ++next;
    waiting_.erase(waiting_.begin(), next);
    if (drag_.resting_at() && !asked_for_menu_ && ms - drag_.resting_since_ms() >= long_press_ms) {
        asked_for_menu_ = true;
        asks_for_menu_ = true;
    }
}

// False: not before a frame was drawn in which what lies under the finger could keep it.
bool Finger::take_next(const Touch& touch) {
    auto& io = ImGui::GetIO();
    const auto known = std::ranges::find(down_, touch.finger);
    const auto silence_ms = touch.ms - last_ms_;
    if (touch.kind == Touch::Kind::down) {
        // Whose end was never told, as when the window lost it.
        if (silence_ms > forgotten_ms) {
            leave();
            down_.clear();
        }
        last_ms_ = touch.ms;
        if (std::ranges::find(down_, touch.finger) == down_.end()) down_.push_back(touch.finger);
        if (down_.size() > 1) {
            leave();
            return true;
        }
        leads_ = true;
        finger_ = touch.finger;
        pressed_at_ = floored(touch.at);
        pressed_frame_ = ImGui::GetFrameCount();
        given_to_item_ = false;
        asked_for_menu_ = false;
        drag_.press(touch.at, touch.ms);
        io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
        io.AddMousePosEvent(touch.at.x, touch.at.y);
        return true;
    }
    if (known == down_.end()) return true; // it came down elsewhere
    const bool counts = touch.finger == finger_;
    const bool ends = touch.kind != Touch::Kind::move;
    const auto& place = io.MousePos;
    const bool seen = ImGui::GetFrameCount() > pressed_frame_ && place.x == pressed_at_.x && place.y == pressed_at_.y;
    if (counts && !given_to_item_ && drag_.resting_at() && !seen && touch.kind != Touch::Kind::cancel) return false;
    last_ms_ = touch.ms;
    if (counts && touch.kind == Touch::Kind::cancel) leave();
    if (ends) down_.erase(known);
    if (!counts) return true;
    if (touch.kind == Touch::Kind::cancel) {
        drag_.release(touch.ms);
        return true;
    }
    if (given_to_item_) {
        if (!ends) io.AddMousePosEvent(touch.at.x, touch.at.y);
        if (ends) {
            io.AddMouseButtonEvent(0, false);
            given_to_item_ = false;
            drag_.release(touch.ms);
        }
        return true;
    }
    const bool was_dragged = drag_.is_dragged();
    const auto by = drag_.move(touch.at, touch.ms);
    if (drag_.is_dragged()) {
        if (!was_dragged && edits_under_pointer() && std::abs(by.x) > std::abs(by.y)) {
            // Along the line that is edited: it selects.
            give_to_item();
            io.AddMousePosEvent(touch.at.x, touch.at.y);
            return true;
        }
        if (!was_dragged) begin_drag(by);
        follow(by);
    }
    if (!ends) return true;
    if (drag_.release(touch.ms) == DragScroll::Release::tap) {
        tap();
    } else {
        io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    }
    return true;
}

void Finger::tap() {
    auto& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.AddMousePosEvent(pressed_at_.x, pressed_at_.y);
    io.AddMouseButtonEvent(0, true);
    io.AddMouseButtonEvent(0, false);
    // Nothing lies under a finger that is gone.
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

// Whatever it was about is over, without a press.
void Finger::leave() {
    if (down_.empty()) return;
    drag_.give_up();
    auto& io = ImGui::GetIO();
    io.AddMousePosEvent(-FLT_MAX, -FLT_MAX);
    if (given_to_item_) io.AddMouseButtonEvent(0, false);
    given_to_item_ = false;
}

void Finger::begin_drag(ImVec2 by) {
    choose(pressed_at_, by);
    ImGui::GetIO().AddMousePosEvent(-FLT_MAX, -FLT_MAX);
}

void Finger::choose(ImVec2 at, ImVec2 by) {
    auto* window = window_at(at);
    auto* sideways = scrollable_at(window, Axis::x, by.x);
    auto* upright = scrollable_at(window, Axis::y, by.y);
    // A picture that moves both ways follows freely; everything else moves the way that was set out.
    if (sideways && upright && sideways != upright) {
        (std::abs(by.x) > std::abs(by.y) ? upright : sideways) = nullptr;
    }
    begin_moving(Axis::x, sideways);
    begin_moving(Axis::y, upright);
}

void Finger::begin_moving(Axis axis, ImGuiWindow* window) {
    auto& one = moved(axis);
    const auto now = window ? along(window->Scroll, axis) : 0;
    // The part of a pixel that is still owed.
    const bool goes_on = window && one.window == window->ID && std::abs(one.scroll - now) < 1;
    one = {window ? window->ID : 0, goes_on ? one.scroll : now};
}

void Finger::follow(ImVec2 by) {
    move(Axis::x, by.x);
    move(Axis::y, by.y);
}

void Finger::move(Axis axis, float by) {
    if (by == 0) return;
    auto& one = moved(axis);
    auto* window = one.window ? ImGui::FindWindowByID(one.window) : nullptr;
    if (!window || !(window->Active || window->WasActive)) return drag_.stop(axis);
    // The view may have moved it meanwhile.
    const bool settled = along(window->ScrollTarget, axis) == FLT_MAX;
    if (settled && std::abs(along(window->Scroll, axis) - one.scroll) > 1) one.scroll = along(window->Scroll, axis);
    const auto before = one.scroll;
    one.scroll = std::clamp(one.scroll - by, 0.0f, along(window->ScrollMax, axis));
    if (one.scroll == before) return drag_.stop(axis);
    along(window->ScrollTarget, axis) = one.scroll;
    along(window->ScrollTargetCenterRatio, axis) = 0;
    along(window->ScrollTargetEdgeSnapDist, axis) = 0;
}

void Finger::take_pixels(ImVec2 by, double ms) {
    // A gesture moves what it began on, also when something else comes under the pointer.
    if (drag_.is_down() || drag_.coasts() || ms - pixels_ms_ > same_gesture_ms) {
        drag_.give_up();
        choose(ImGui::GetIO().MousePos, by);
    }
    pixels_ms_ = ms;
    pixels_.x += by.x;
    pixels_.y += by.y;
}

void Finger::scroll(double ms, bool still) {
    now_ms_ = ms;
    if (still && drag_.coasts()) drag_.give_up();
    if (drag_.coasts()) follow(drag_.coast(ms));
    if (pixels_.x != 0 || pixels_.y != 0) {
        follow(pixels_);
        pixels_ = {0, 0};
    }
}

std::optional<std::int64_t> Finger::wake_in_ms(double ms) const {
    if (has_waiting() || drag_.coasts() || pixels_.x != 0 || pixels_.y != 0) return 0;
    if (!drag_.resting_at() || asked_for_menu_) return {};
    const auto age = ms - drag_.resting_since_ms();
    const auto next = age < shows_after_ms ? shows_after_ms : long_press_ms;
    return static_cast<std::int64_t>(std::ceil(std::max(0.0, next - age)));
}

bool Finger::rests() const {
    return drag_.resting_at() && now_ms_ - drag_.resting_since_ms() >= shows_after_ms;
}

void Finger::give_to_menu() {
    drag_.give_up();
}

void Finger::give_to_item() {
    if (given_to_item_ || !drag_.is_down()) return;
    drag_.give_up();
    given_to_item_ = true;
    auto& io = ImGui::GetIO();
    io.AddMouseSourceEvent(ImGuiMouseSource_TouchScreen);
    io.AddMousePosEvent(pressed_at_.x, pressed_at_.y);
    io.AddMouseButtonEvent(0, true);
}

Finger* current_finger() {
    return static_cast<Finger*>(ImGui::GetIO().UserData);
}

bool finger_rests() {
    const auto* finger = current_finger();
    return finger && finger->rests();
}

void keeps_drags() {
    auto* finger = current_finger();
    if (finger && finger->is_pressing() && ImGui::IsItemHovered()) finger->give_to_item();
}

bool wants_menu() {
    const auto& g = *GImGui;
    const bool hovered = ImGui::IsItemHovered();
    if (hovered && ImGui::IsMouseReleased(ImGuiMouseButton_Right)) return true;
    if (auto* finger = current_finger(); finger && hovered && finger->asks_for_menu()) {
        finger->give_to_menu();
        return true;
    }
    return g.ActiveId == 0 && ImGui::IsItemFocused() && ImGui::IsKeyPressed(ImGuiKey_Menu, false);
}

}
