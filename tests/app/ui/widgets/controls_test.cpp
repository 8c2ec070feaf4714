#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using test::Headless;

namespace {

struct Pressed {
    int first = 0;
    int second = 0;
    int off = 0;
};

void two_buttons(const Ui& ui, Pressed& pressed) {
    pressed.first += button(ui, ButtonKind::filled, "Ask");
    gap(ui, 12);
    pressed.second += button(ui, ButtonKind::outlined, "Copy##1");
    gap(ui, 12);
    pressed.off += button(ui, ButtonKind::quiet, "Off", {.disabled = true});
}

}

TEST_CASE("A button is pressed by the mouse, once, on release") {
    Headless headless;
    Pressed pressed;
    headless.show([&](const Ui& ui) { two_buttons(ui, pressed); });
    REQUIRE(headless.click("Ask"));
    CHECK(pressed.first == 1);
    CHECK(pressed.second == 0);
    REQUIRE(headless.click("Copy"));
    CHECK(pressed.second == 1);
}

TEST_CASE("Leaving a button before the mouse is released presses nothing") {
    Headless headless;
    Pressed pressed;
    headless.show([&](const Ui& ui) { two_buttons(ui, pressed); });
    const auto item = *headless.find("Ask");
    headless.move_to({item.min.x + 4, item.min.y + 4});
    headless.press_mouse(true);
    headless.move_to({600, 600});
    headless.press_mouse(false);
    headless.step(2);
    CHECK(pressed.first == 0);
}

TEST_CASE("Tab reaches buttons in order, Enter and space press them, what is off is skipped") {
    Headless headless;
    Pressed pressed;
    headless.show([&](const Ui& ui) { two_buttons(ui, pressed); });
    headless.key(ImGuiKey_Tab);
    CHECK(headless.focused() == "Ask");
    headless.key(ImGuiKey_Enter);
    CHECK(pressed.first == 1);
    headless.key(ImGuiKey_Tab);
    CHECK(headless.focused() == "Copy");
    headless.key(ImGuiKey_Space);
    CHECK(pressed.second == 1);
    headless.key(ImGuiKey_Tab);
    CHECK(headless.focused() == "Ask");
    CHECK(pressed.first == 1);
}

TEST_CASE("A disabled button is on screen, says so and is never pressed") {
    Headless headless;
    Pressed pressed;
    headless.show([&](const Ui& ui) { two_buttons(ui, pressed); });
    REQUIRE(headless.find("Off"));
    CHECK(headless.find("Off")->disabled);
    headless.click("Off");
    CHECK(pressed.off == 0);
}

TEST_CASE("Switches and boxes say their state and flip by mouse and keyboard") {
    Headless headless;
    bool lit = false;
    bool marked = true;
    headless.show([&](const Ui& ui) {
        lit = switch_control(ui, "Dark", lit) ? !lit : lit;
        marked = checkbox(ui, "Mark", marked) ? !marked : marked;
    });
    CHECK(headless.value("Dark") == "off");
    CHECK(headless.value("Mark") == "on");
    headless.click("Dark");
    CHECK(lit);
    CHECK(headless.value("Dark") == "on");
    // The first Tab after the mouse shows where the focus is.
    headless.keys({ImGuiKey_Tab, ImGuiKey_Tab, ImGuiKey_Space});
    CHECK_FALSE(marked);
}

TEST_CASE("Segments change by mouse and by arrow keys") {
    Headless headless;
    int chosen = 0;
    constexpr Segment segments[] = {{"Table"}, {"Board"}, {"Line"}};
    headless.show([&](const Ui& ui) { chosen = segmented(ui, "view", segments, chosen).value_or(chosen); });
    headless.click("Board");
    CHECK(chosen == 1);
    CHECK(headless.value("Board") == "on");
    headless.keys({ImGuiKey_RightArrow, ImGuiKey_Enter});
    CHECK(headless.focused() == "Line");
    CHECK(chosen == 2);
    headless.click("Line");
    CHECK(chosen == 2);
}

TEST_CASE("On touch every control is at least 44 high") {
    Headless headless({.touch = true});
    Pressed pressed;
    headless.show([&](const Ui& ui) {
        two_buttons(ui, pressed);
        icon_button(ui, "x", "Close");
        icon_button(ui, "x", "Less", {.small = true});
        filter_chip(ui, "Late", 3, false);
        switch_control(ui, "Dark", false);
        checkbox(ui, "Mark", false);
    });
    int controls = 0;
    for (const auto& item : headless.items) {
        if (item.role == ItemRole::button || item.role == ItemRole::checkbox) {
            ++controls;
            CHECK(item.max.y - item.min.y >= 44);
        }
    }
    CHECK(controls == 8);
}

TEST_CASE("What is scrolled away is not registered, what is half visible is cut") {
    Headless headless({.size = {400, 100}});
    headless.show([&](const Ui& ui) {
        button(ui, ButtonKind::filled, "First");
        gap(ui, 50);
        button(ui, ButtonKind::filled, "Half");
        gap(ui, 50);
        button(ui, ButtonKind::filled, "Gone");
    });
    CHECK(headless.has("First"));
    REQUIRE(headless.has("Half"));
    CHECK(headless.find("Half")->max.y == 100);
    CHECK_FALSE(headless.has("Gone"));
}
