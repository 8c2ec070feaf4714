#include "app/platform/pace.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr int frames_to_settle = 4; // the press, its effect, the layout that follows from it, and its scrolling
// A little after the moments at which a resting mouse brings up a tooltip.
constexpr std::array<std::int64_t, 3> later_looks_ms{200, 450, 800};

}

std::optional<std::int64_t> next_frame_in_ms(const Pace& pace, bool held, std::optional<std::int64_t> app_wake_ms, std::int64_t now_ms) {
    if (held || pace.frames_since_input < frames_to_settle) return 0;
    const auto age = now_ms - pace.last_input_ms;
    const auto look = std::ranges::find_if(later_looks_ms, [&](std::int64_t at) { return at > age; });
    if (look == later_looks_ms.end()) return app_wake_ms;
    const auto wait = *look - age;
    return app_wake_ms ? std::min(*app_wake_ms, wait) : wait;
}

}
