// When the next frame is drawn: soon after an input, then not at all.
#include "app/platform/pace.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("frames after an input, a few looks back, then silence") {
    Pace pace;
    pace.input(10'000);
    std::int64_t now = 10'000;
    int frames = 0;
    while (const auto wait = next_frame_in_ms(pace, false, std::nullopt, now)) {
        now += *wait == 0 ? 16 : *wait;
        pace.drawn();
        REQUIRE(++frames < 20);
    }
    CHECK(frames >= 4);
    CHECK(now - 10'000 <= 1000);
    CHECK_FALSE(next_frame_in_ms(pace, false, std::nullopt, now + 3'600'000));
}

TEST_CASE("what is held or waited for is drawn") {
    Pace pace;
    pace.frames_since_input = 1000;
    CHECK(next_frame_in_ms(pace, true, std::nullopt, 50'000) == 0);
    CHECK(next_frame_in_ms(pace, false, 250, 50'000) == 250);
    CHECK(next_frame_in_ms(pace, false, 0, 50'000) == 0);
    pace.input(50'000);
    CHECK(next_frame_in_ms(pace, false, 5000, 50'000) == 0);
}
