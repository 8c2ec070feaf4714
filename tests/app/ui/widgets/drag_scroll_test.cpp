// How a finger moves what scrolls: places and times go in, movements come out.
#include "app/ui/widgets/drag_scroll.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using Catch::Approx;
using Release = DragScroll::Release;

namespace {

// Drags upwards by `by` pixels in `steps` of 10 ms each; how far the content followed.
float drag_up(DragScroll& scroll, float by, int steps, double& ms) {
    const ImVec2 from{100, 600};
    scroll.press(from, ms);
    float moved = 0;
    for (int step = 1; step <= steps; ++step) {
        ms += 10;
        moved += scroll.move({from.x, from.y - by * static_cast<float>(step) / static_cast<float>(steps)}, ms).y;
    }
    return moved;
}

// How far it goes on by itself, and when it rests.
float coast_to_rest(DragScroll& scroll, double& ms, double frame_ms) {
    float moved = 0;
    for (int frame = 0; scroll.coasts(); ++frame) {
        REQUIRE(frame < 1000);
        ms += frame_ms;
        moved += scroll.coast(ms).y;
    }
    return moved;
}

}

TEST_CASE("a finger that trembles taps, and moves nothing", "[finger]") {
    DragScroll scroll;
    scroll.press({50, 50}, 0);
    REQUIRE(scroll.resting_at());
    CHECK(scroll.move({54, 55}, 20).y == 0);
    CHECK(scroll.move({50, 57}, 40).y == 0);
    CHECK(scroll.resting_since_ms() == 0);
    CHECK(scroll.release(60) == Release::tap);
    CHECK_FALSE(scroll.is_down());
    CHECK(scroll.release(70) == Release::nothing);
}

TEST_CASE("a drag moves the content as far as the finger went, and presses nothing", "[finger]") {
    DragScroll scroll;
    double ms = 1000;
    CHECK(drag_up(scroll, 350, 20, ms) == Approx(-350));
    CHECK(scroll.is_dragged());
    CHECK_FALSE(scroll.resting_at());
    // Back over the place where it began: still no tap.
    CHECK(scroll.move({100, 600}, ms + 10).y == Approx(350));
    CHECK(scroll.release(ms + 500) == Release::drag);
    CHECK_FALSE(scroll.coasts());
}

TEST_CASE("a throw goes on as fast as the finger was, slows down and rests", "[finger]") {
    DragScroll scroll;
    double ms = 0;
    drag_up(scroll, 200, 20, ms); // one pixel a millisecond
    CHECK(scroll.release(ms + 5) == Release::drag);
    REQUIRE(scroll.coasts());
    ms += 5;
    const auto first = scroll.coast(ms + 16).y;
    CHECK(first == Approx(-16).margin(1));
    ms += 16;
    const auto begin = ms;
    const auto all = first + coast_to_rest(scroll, ms, 16);
    CHECK(all == Approx(-325).margin(12)); // speed times the time of decay
    CHECK(ms - begin < 2000);
    CHECK(scroll.coast(ms + 100).y == 0);
}

TEST_CASE("a throw goes as far with few frames as with many", "[finger]") {
    float ways[2];
    for (const bool slow : {false, true}) {
        DragScroll scroll;
        double ms = 0;
        drag_up(scroll, 300, 10, ms);
        scroll.release(ms);
        ways[slow] = coast_to_rest(scroll, ms, slow ? 90 : 7);
    }
    CHECK(ways[0] == Approx(ways[1]).margin(8));
}

TEST_CASE("a touch stops what moves, and presses nothing itself", "[finger]") {
    DragScroll scroll;
    double ms = 0;
    drag_up(scroll, 200, 20, ms);
    scroll.release(ms);
    REQUIRE(scroll.coasts());
    scroll.coast(ms + 16);
    scroll.press({80, 300}, ms + 30);
    CHECK_FALSE(scroll.coasts());
    CHECK_FALSE(scroll.resting_at());
    CHECK(scroll.coast(ms + 60).y == 0);
    CHECK(scroll.release(ms + 80) == Release::nothing);
    // It may be dragged on, though; and the next touch presses again.
    scroll.press({80, 300}, ms + 200);
    CHECK(scroll.release(ms + 250) == Release::tap);
}

TEST_CASE("who holds still before lifting throws nothing", "[finger]") {
    DragScroll scroll;
    double ms = 0;
    drag_up(scroll, 200, 20, ms);
    CHECK(scroll.release(ms + 150) == Release::drag);
    CHECK_FALSE(scroll.coasts());
}

TEST_CASE("the speed is that of the last moments", "[finger]") {
    DragScroll scroll;
    scroll.press({0, 0}, 0);
    // A long slow way, then a quick one back.
    double ms = 0;
    for (int step = 1; step <= 50; ++step) {
        ms += 20;
        scroll.move({0, static_cast<float>(step)}, ms);
    }
    for (int step = 1; step <= 6; ++step) {
        ms += 10;
        scroll.move({0, 50 - 20.0f * static_cast<float>(step)}, ms);
    }
    scroll.release(ms);
    REQUIRE(scroll.coasts());
    CHECK(scroll.coast(ms + 10).y == Approx(-20).margin(2));
}

TEST_CASE("at an end the speed that way is lost", "[finger]") {
    DragScroll scroll;
    scroll.press({0, 0}, 0);
    for (int step = 1; step <= 10; ++step) {
        scroll.move({static_cast<float>(step) * 10, static_cast<float>(step) * 10}, step * 10.0);
    }
    scroll.release(100);
    REQUIRE(scroll.coasts());
    scroll.stop(Axis::y);
    const auto moved = scroll.coast(116);
    CHECK(moved.y == 0);
    CHECK(moved.x > 10);
    scroll.stop(Axis::x);
    CHECK_FALSE(scroll.coasts());
}

TEST_CASE("what is given up to somebody else neither moves nor presses", "[finger]") {
    DragScroll scroll;
    scroll.press({0, 0}, 0);
    scroll.give_up();
    CHECK_FALSE(scroll.is_down());
    CHECK(scroll.move({0, 100}, 20).y == 0);
    CHECK(scroll.release(40) == Release::nothing);
    CHECK_FALSE(scroll.coasts());
}
