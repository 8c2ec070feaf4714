#pragma once

#include "app/ui/widgets/drag_scroll.hpp"

#include <cstdint>
#include <optional>
#include <vector>

struct ImGuiWindow;

namespace middleground {

// What a finger or a pen does. Places are logical pixels; times milliseconds of one clock that never goes back.
struct Touch {
    enum class Kind : std::uint8_t { down, move, up, cancel }; // cancel: the system took it for something else
    Kind kind = Kind::down;
    std::int64_t finger = 0;
    ImVec2 at;
    double ms = 0;
};

// Fingers for Dear ImGui, which knows only a mouse. It learns of a press when the finger has left without moving: a drag scrolls the
// nearest region under it that can move that way, and presses nothing. What keeps its drags (keeps_drags) gets the finger as a mouse; a
// second finger ends what the first one did. Also scrolls by the exact pixels that a trackpad says.
// One for a context: widgets find it there. Frame by frame: before_frame, ImGui::NewFrame, scroll, the widgets.
class Finger {
public:
    Finger(); // of the current ImGui context
    ~Finger();
    Finger(const Finger&) = delete;
    Finger& operator=(const Finger&) = delete;

    void take(const Touch& touch) { waiting_.push_back(touch); }
    // By what a trackpad says, where the pointer is; positive moves the content down or right.
    void take_pixels(ImVec2 by, double ms);
    void before_frame(double ms);
    // still: nothing goes on by itself.
    void scroll(double ms, bool still);

    // Milliseconds until a frame is needed for it; nothing: not before the next touch.
    std::optional<std::int64_t> wake_in_ms(double ms) const;
    // Touches that wait for a frame.
    bool has_waiting() const { return !waiting_.empty(); }
    // The last pointer was a finger: there is no mouse whose place would matter.
    bool leads() const { return leads_; }
    void mouse_moved() { leads_ = false; }

    // For widgets, see below.
    bool rests() const;
    bool is_pressing() const { return drag_.resting_at().has_value(); }
    bool asks_for_menu() const { return asks_for_menu_; }
    void give_to_menu();
    void give_to_item();

private:
    struct Moved {
        ImGuiID window = 0; // 0: nothing scrolls that way
        float scroll = 0;   // exactly; Dear ImGui rounds
    };
    bool take_next(const Touch& touch);
    void begin_drag(ImVec2 by);
    void choose(ImVec2 at, ImVec2 by); // what moves when that is wanted there
    void begin_moving(Axis axis, ImGuiWindow* window);
    void move(Axis axis, float by);
    Moved& moved(Axis axis) { return axis == Axis::x ? moved_x_ : moved_y_; }
    void follow(ImVec2 by);
    void tap();
    void leave();

    DragScroll drag_;
    std::vector<Touch> waiting_;
    std::vector<std::int64_t> down_; // fingers on the screen
    std::int64_t finger_ = 0;        // the one that counts
    ImVec2 pressed_at_;
    int pressed_frame_ = 0;
    bool given_to_item_ = false; // it gets a mouse's button and way
    bool leads_ = false;
    bool asks_for_menu_ = false; // in this frame
    bool asked_for_menu_ = false;
    double now_ms_ = 0;
    double last_ms_ = 0; // when a finger last did something
    Moved moved_x_;
    Moved moved_y_;
    ImVec2 pixels_; // of a trackpad, not yet scrolled
    double pixels_ms_ = -1e9;
};

// The current context's; null where there is none.
Finger* current_finger();
// A finger rests where it came down, long enough to show what it would press.
bool finger_rests();
// The last item moves along with the finger itself (a slider, a map that pans): ask in every frame, after the item.
void keeps_drags();
// The last item's menu is wanted: right click, a long press, or the menu key while it has the focus. True once; no press follows.
bool wants_menu();

}
