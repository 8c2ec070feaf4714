#pragma once

#include <imgui.h>

#include <cstdint>
#include <optional>
#include <variant>
#include <vector>

namespace middleground {

enum class Axis : std::uint8_t { x, y };

// How one finger moves what scrolls: nothing for the first 8 pixels, then 1:1, then on by itself, slower and slower, until it is touched
// again. Knows no window and no clock: places are logical pixels, times milliseconds of one clock that never goes back. Speeds are pixels a
// millisecond.
class DragScroll {
public:
    // A finger comes down. What still moves stops; such a touch is for that alone and presses nothing.
    void press(ImVec2 at, double ms);
    // How far the content follows; nothing while the finger counts as resting.
    ImVec2 move(ImVec2 at, double ms);
    enum class Release {
        nothing, // something else has come of this touch
        tap,
        drag, // over; the content goes on if it was thrown (see coasts)
    };
    Release release(double ms);
    // The finger's way belongs to somebody else from now on: to what lies under it, to a menu, to the browser. Nothing more comes of it.
    void give_up();
    // The content moves no further that way, so its speed there is lost.
    void stop(Axis axis);
    // How far the content moves on by itself since the last call.
    ImVec2 coast(double ms);

    bool is_down() const; // a finger, of which something may still come
    bool is_dragged() const;
    bool coasts() const { return std::holds_alternative<Coasting>(state_); }
    // Where a finger rests that has not moved yet and may still press; nothing otherwise.
    std::optional<ImVec2> resting_at() const;
    // Since when; only while it rests.
    double resting_since_ms() const;

private:
    struct Untouched {};
    struct Resting {
        ImVec2 at;
        double since_ms = 0;
        bool caught = false; // what moved was stopped by it
    };
    struct Passed {
        ImVec2 at;
        double ms = 0;
    };
    struct Dragging {
        std::vector<Passed> way; // of the last moments, for the speed that it is released with
    };
    struct Coasting {
        ImVec2 velocity;
        double at_ms = 0;
    };
    struct GivenUp {};
    std::variant<Untouched, Resting, Dragging, Coasting, GivenUp> state_;
};

}
