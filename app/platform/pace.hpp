#pragma once

#include <cstdint>
#include <optional>

namespace middleground {

// When the program must draw again. An interface that is drawn anew each time needs no frame while nothing happens; after an input it
// needs a few for what follows from it, and a few later ones for what appears only when the mouse rests.
struct Pace {
    std::int64_t last_input_ms = 0;
    int frames_since_input = 0;

    void input(std::int64_t now_ms) {
        last_input_ms = now_ms;
        frames_since_input = 0;
    }
    void drawn() { ++frames_since_input; }
};

// Milliseconds from now; nothing: not before the next input. `held`: a key or button is down, which may repeat or drag. `app_wake_ms`: what
// the program itself waits for.
std::optional<std::int64_t> next_frame_in_ms(const Pace& pace, bool held, std::optional<std::int64_t> app_wake_ms, std::int64_t now_ms);

}
