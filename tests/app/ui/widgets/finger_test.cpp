// Fingers on real widgets: what scrolls, what is pressed, and what is not.
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/finger.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace middleground;
using Catch::Approx;
using test::Headless;

namespace {

constexpr double frame_ms = 16;

// A screen of phone size with a finger; time goes on by a frame with each frame.
struct Phone {
    Headless screen{{.size = {390, 844}, .touch = true}};
    Finger finger;
    double ms = 1000;
    bool still = false;

    void frame(int frames = 1) {
        for (int i = 0; i < frames; ++i) {
            ms += frame_ms;
            finger.before_frame(ms);
            screen.before_widgets = [&] { finger.scroll(ms, still); };
            screen.step();
        }
    }
    void touch(Touch::Kind kind, ImVec2 at, std::int64_t which = 1) {
        finger.take({kind, which, at, ms});
        frame();
    }
    void tap(ImVec2 at) {
        touch(Touch::Kind::down, at);
        touch(Touch::Kind::up, at);
        frame(4);
    }
    // Leaves the finger on the screen.
    void drag(ImVec2 from, ImVec2 to, int steps = 10) {
        touch(Touch::Kind::down, from);
        for (int step = 1; step <= steps; ++step) {
            const auto part = static_cast<float>(step) / static_cast<float>(steps);
            touch(Touch::Kind::move, {from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
        }
    }
    void rest_and_lift(ImVec2 at) {
        frame(10);
        touch(Touch::Kind::up, at);
        frame(3);
    }
    ImVec2 middle(std::string_view label) const {
        const auto* item = screen.find(label);
        REQUIRE(item);
        return {(item->min.x + item->max.x) / 2, (item->min.y + item->max.y) / 2};
    }
};

struct Rows {
    int pressed = 0;
    int menus = 0;
    std::string text = "words";
    float scroll = 0;
    float sideways = 0;
    bool dialog = false;
    float slider = 0;
};

void forty_rows(const Ui& ui, Rows& rows) {
    const Page page(ui, "page", {0, 0}, {390, 844});
    rows.scroll = ImGui::GetScrollY();
    text_field(ui, "Name", rows.text, {.show_label = true});
    if (ImGui::BeginChild("wide", {0, 80}, 0, ImGuiWindowFlags_HorizontalScrollbar)) {
        ImGui::Dummy({1500, 20});
        rows.sideways = ImGui::GetScrollX();
    }
    ImGui::EndChild();
    {
        const auto press = press_area(id_of("slider"), {300, 44});
        keeps_drags();
        ui.note(ItemRole::button, "slider");
        if (press.held) rows.slider = ImGui::GetIO().MousePos.x;
    }
    for (int i = 0; i < 40; ++i) {
        if (button(ui, ButtonKind::outlined, "Row " + std::to_string(i))) ++rows.pressed;
        if (wants_menu()) ++rows.menus;
    }
    if (Dialog dialog(ui, "Over it", rows.dialog); dialog) {
        for (int i = 0; i < 40; ++i) {
            if (button(ui, ButtonKind::outlined, "Line " + std::to_string(i))) ++rows.pressed;
        }
    }
}

}

TEST_CASE("a drag scrolls the page under the finger by its way and presses nothing", "[finger]") {
    Phone phone;
    Rows rows;
    phone.screen.show([&](const Ui& ui) { forty_rows(ui, rows); });
    const auto from = phone.middle("Row 8");
    phone.drag(from, {from.x, from.y - 350});
    CHECK(rows.scroll == 350);
    phone.rest_and_lift({from.x, from.y - 350});
    CHECK(rows.scroll == 350);
    CHECK(rows.pressed == 0);
    CHECK_FALSE(phone.finger.wake_in_ms(phone.ms));
    // Back, beyond the upper end.
    phone.drag({200, 200}, {200, 800});
    CHECK(rows.scroll == 0);
    phone.touch(Touch::Kind::up, {200, 800});
    phone.frame(3);
    CHECK_FALSE(phone.finger.wake_in_ms(phone.ms));
    CHECK(rows.pressed == 0);
}

TEST_CASE("a tap presses, once, and leaves nothing lit", "[finger]") {
    Phone phone;
    Rows rows;
    phone.screen.show([&](const Ui& ui) { forty_rows(ui, rows); });
    phone.tap(phone.middle("Row 3"));
    CHECK(rows.pressed == 1);
    CHECK_FALSE(ImGui::IsMousePosValid());
    // All of it within one frame.
    const auto at = phone.middle("Row 4");
    phone.finger.take({Touch::Kind::down, 1, at, phone.ms});
    phone.finger.take({Touch::Kind::up, 1, at, phone.ms + 5});
    phone.frame(8);
    CHECK(rows.pressed == 2);
    CHECK_FALSE(phone.finger.wake_in_ms(phone.ms));
}

TEST_CASE("a throw goes on until it is touched; the touch presses nothing", "[finger]") {
    Phone phone;
    Rows rows;
    phone.screen.show([&](const Ui& ui) { forty_rows(ui, rows); });
    phone.drag({200, 600}, {200, 400}, 8);
    phone.touch(Touch::Kind::up, {200, 400});
    const auto released = rows.scroll;
    phone.frame(5);
    CHECK(rows.scroll > released + 20);
    CHECK(phone.finger.wake_in_ms(phone.ms) == 0);
    phone.touch(Touch::Kind::down, {200, 400});
    const auto stopped = rows.scroll;
    phone.frame(5);
    phone.touch(Touch::Kind::up, {200, 400});
    phone.frame(5);
    CHECK(rows.scroll == stopped);
    CHECK(rows.pressed == 0);
    CHECK_FALSE(phone.finger.wake_in_ms(phone.ms));
    SECTION("to the end, if nobody does") {
        phone.drag({200, 800}, {200, 100}, 5);
        phone.touch(Touch::Kind::up, {200, 100});
        phone.frame(200);
        CHECK_FALSE(phone.finger.wake_in_ms(phone.ms));
        CHECK(phone.screen.has("Row 39"));
    }
    SECTION("where less motion is asked for, it stays where it was put") {
        phone.still = true;
        phone.drag({200, 600}, {200, 500}, 5);
        const auto there = rows.scroll;
        phone.touch(Touch::Kind::up, {200, 500});
        phone.frame(10);
        CHECK(rows.scroll == there);
    }
}

TEST_CASE("a text field that is dragged over is not edited; a tap edits it", "[finger]") {
    Phone phone;
    Rows rows;
    phone.screen.show([&](const Ui& ui) { forty_rows(ui, rows); });
    const auto at = phone.middle("Name");
    phone.drag(at, {at.x, at.y - 30});
    phone.rest_and_lift({at.x, at.y - 30});
    CHECK_FALSE(ImGui::GetIO().WantTextInput);
    CHECK(rows.scroll == 30);
    phone.tap(phone.middle("Name"));
    CHECK(ImGui::GetIO().WantTextInput);
    // While it is edited the page still moves under it, and the text keeps the keyboard.
    const auto now = phone.middle("Name");
    phone.drag(now, {now.x, now.y + 20});
    phone.rest_and_lift({now.x, now.y + 20});
    CHECK(rows.scroll == 10);
    CHECK(ImGui::GetIO().WantTextInput);
}

TEST_CASE("what scrolls sideways does so, and the page takes the other way", "[finger]") {
    Phone phone;
    Rows rows;
    phone.screen.show([&](const Ui& ui) { forty_rows(ui, rows); });
    const auto slider = phone.middle("slider");
    const ImVec2 wide{300, slider.y - 60};
    phone.drag(wide, {100, wide.y - 4});
    CHECK(rows.sideways == 200);
    CHECK(rows.scroll == 0);
    phone.rest_and_lift({100, wide.y - 4});
    phone.drag(wide, {310, wide.y - 90});
    CHECK(rows.sideways == 200);
    CHECK(rows.scroll == 90);
    phone.rest_and_lift({310, wide.y - 90});
}

TEST_CASE("what keeps its drags gets the finger, and the page stays", "[finger]") {
    Phone phone;
    Rows rows;
    phone.screen.show([&](const Ui& ui) { forty_rows(ui, rows); });
    const auto at = phone.middle("slider");
    phone.drag(at, {at.x + 60, at.y + 40});
    phone.frame(3);
    CHECK(rows.slider == std::floor(at.x + 60));
    CHECK(rows.scroll == 0);
    phone.touch(Touch::Kind::up, {at.x + 60, at.y + 40});
    phone.frame(3);
    CHECK_FALSE(ImGui::IsAnyMouseDown());
    // All at once on a slow machine: it is asked first.
    phone.finger.take({Touch::Kind::down, 1, at, phone.ms});
    phone.finger.take({Touch::Kind::move, 1, {at.x, at.y - 100}, phone.ms + 10});
    phone.frame(4);
    CHECK(rows.scroll == 0);
    phone.touch(Touch::Kind::up, {at.x, at.y - 100});
    phone.frame(3);
    CHECK_FALSE(ImGui::IsAnyMouseDown());
}

TEST_CASE("what lies over the page scrolls instead of it", "[finger]") {
    Phone phone;
    Rows rows;
    phone.screen.show([&](const Ui& ui) { forty_rows(ui, rows); });
    rows.dialog = true;
    phone.frame(5);
    const auto before = phone.middle("Line 6");
    phone.drag(before, {before.x, before.y - 200});
    CHECK(phone.middle("Line 6").y == Approx(before.y - 200));
    CHECK(rows.scroll == 0);
    phone.rest_and_lift({before.x, before.y - 200});
    // Above the sheet lies the page, which it covers.
    phone.drag({200, 10}, {200, 300});
    phone.rest_and_lift({200, 300});
    CHECK(rows.scroll == 0);
    CHECK(rows.pressed == 0);
    CHECK(rows.dialog);
}

TEST_CASE("a long press asks for the menu and presses nothing; elsewhere it is a press", "[finger]") {
    Phone phone;
    Rows rows;
    phone.screen.show([&](const Ui& ui) { forty_rows(ui, rows); });
    const auto row = phone.middle("Row 2");
    phone.touch(Touch::Kind::down, row);
    phone.frame(20);
    CHECK(rows.menus == 0);
    REQUIRE(phone.finger.wake_in_ms(phone.ms));
    CHECK(*phone.finger.wake_in_ms(phone.ms) > 0);
    phone.frame(20);
    CHECK(rows.menus == 1);
    CHECK_FALSE(phone.finger.wake_in_ms(phone.ms));
    phone.touch(Touch::Kind::move, {row.x, row.y - 100});
    CHECK(rows.scroll == 0);
    phone.touch(Touch::Kind::up, {row.x, row.y - 100});
    phone.frame(4);
    CHECK(rows.pressed == 0);
    // Slow fingers press what has no menu.
    const auto field = phone.middle("Name");
    phone.touch(Touch::Kind::down, field);
    phone.frame(60);
    phone.touch(Touch::Kind::up, field);
    phone.frame(4);
    CHECK(ImGui::GetIO().WantTextInput);
    CHECK(rows.menus == 1);
}

TEST_CASE("a second finger, or the system, ends what the first one did", "[finger]") {
    Phone phone;
    Rows rows;
    phone.screen.show([&](const Ui& ui) { forty_rows(ui, rows); });
    const auto row = phone.middle("Row 2");
    SECTION("two fingers") {
        phone.touch(Touch::Kind::down, row, 1);
        phone.touch(Touch::Kind::down, {row.x + 50, row.y + 50}, 2);
        phone.touch(Touch::Kind::move, {row.x, row.y - 80}, 1);
        phone.touch(Touch::Kind::up, {row.x + 50, row.y + 50}, 2);
        phone.touch(Touch::Kind::up, row, 1);
    }
    SECTION("taken away") {
        phone.touch(Touch::Kind::down, row);
        phone.touch(Touch::Kind::cancel, row);
    }
    phone.frame(5);
    CHECK(rows.pressed == 0);
    CHECK(rows.scroll == 0);
    CHECK_FALSE(ImGui::IsAnyMouseDown());
    phone.tap(phone.middle("Row 2"));
    CHECK(rows.pressed == 1);
}

TEST_CASE("a finger whose end was never told does not count for ever", "[finger]") {
    Phone phone;
    Rows rows;
    phone.screen.show([&](const Ui& ui) { forty_rows(ui, rows); });
    phone.touch(Touch::Kind::down, {200, 400}, 7);
    phone.ms += 6000;
    phone.tap(phone.middle("Row 2"));
    CHECK(rows.pressed == 1);
}

TEST_CASE("a trackpad moves by the pixels that it says, parts of them too", "[finger]") {
    Phone phone;
    Rows rows;
    phone.screen.show([&](const Ui& ui) { forty_rows(ui, rows); });
    phone.screen.move_to({200, 500});
    for (int i = 0; i < 20; ++i) {
        phone.finger.take_pixels({0, -0.3f}, phone.ms);
        phone.frame();
    }
    CHECK(rows.scroll == 6);
    phone.finger.take_pixels({0, -41}, phone.ms);
    phone.frame(2);
    CHECK(rows.scroll == 47);
    CHECK_FALSE(phone.finger.wake_in_ms(phone.ms));
}

TEST_CASE("a right click asks for the menu of what it is on", "[finger]") {
    Phone phone;
    Rows rows;
    phone.screen.show([&](const Ui& ui) { forty_rows(ui, rows); });
    phone.screen.move_to(phone.middle("Row 2"));
    ImGui::GetIO().AddMouseButtonEvent(1, true);
    phone.frame();
    ImGui::GetIO().AddMouseButtonEvent(1, false);
    phone.frame(3);
    CHECK(rows.menus == 1);
    CHECK(rows.pressed == 0);
}
