#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using test::Headless;

namespace {

constexpr Choice stances[] = {{"Opposed"}, {"Sceptical"}, {"Neutral"}, {"Supportive"}, {"Champion"}, {"Unknown"}};
constexpr Choice people[] = {{"Elena Brandt"}, {"Marcus Olsen"}, {"Priya Nair"}, {"Judith Kramer"}, {"Tom Hadley"}};

}

TEST_CASE("A select is opened and chosen from by keyboard, and the page gets its keys back") {
    Headless headless;
    int chosen = 2;
    int pressed = 0;
    headless.show([&](const Ui& ui) {
        chosen = select(ui, "Stance", stances, chosen).value_or(chosen);
        pressed += button(ui, ButtonKind::filled, "Save");
    });
    CHECK(headless.value("Stance") == "Neutral");
    headless.key(ImGuiKey_Tab);
    CHECK(headless.focused() == "Stance");
    headless.key(ImGuiKey_Enter);
    REQUIRE(headless.find(ItemRole::option, "Champion"));
    headless.keys({ImGuiKey_DownArrow, ImGuiKey_DownArrow, ImGuiKey_Enter});
    CHECK(chosen == 4);
    CHECK_FALSE(headless.find(ItemRole::option, "Champion"));
    CHECK(pressed == 0);
    CHECK(headless.focused() == "Stance");
    headless.keys({ImGuiKey_Tab, ImGuiKey_Enter});
    CHECK(pressed == 1);
    CHECK(chosen == 4);
}

TEST_CASE("Typing the first letters jumps, Esc leaves the choice as it is") {
    Headless headless;
    int chosen = 0;
    headless.show([&](const Ui& ui) { chosen = select(ui, "Stance", stances, chosen).value_or(chosen); });
    headless.keys({ImGuiKey_Tab, ImGuiKey_Space, ImGuiKey_S, ImGuiKey_U, ImGuiKey_Enter});
    CHECK(chosen == 3);
    headless.keys({ImGuiKey_Space, ImGuiKey_U, ImGuiKey_Escape});
    CHECK(chosen == 3);
    CHECK_FALSE(headless.find(ItemRole::option, "Unknown"));
}

TEST_CASE("A select is opened and chosen from by mouse, and a press elsewhere closes it") {
    Headless headless;
    int chosen = -1;
    headless.show(
        [&](const Ui& ui) { chosen = select(ui, "Stance", stances, chosen, {.width = 200, .placeholder = "Choose"}).value_or(chosen); });
    headless.click("Stance");
    REQUIRE(headless.click(ItemRole::option, "Supportive"));
    CHECK(chosen == 3);
    headless.click("Stance");
    headless.click_at({900, 700});
    CHECK_FALSE(headless.find(ItemRole::option, "Supportive"));
    CHECK(chosen == 3);
}

TEST_CASE("A list of many shows eight and scrolls with the keys") {
    Headless headless;
    std::vector<std::string> names;
    for (int i = 0; i < 40; ++i) {
        names.push_back("Entry " + std::to_string(i));
    }
    std::vector<Choice> choices(names.begin(), names.end());
    int chosen = 0;
    headless.show([&](const Ui& ui) { chosen = select(ui, "Many", choices, chosen).value_or(chosen); });
    headless.keys({ImGuiKey_Tab, ImGuiKey_Enter});
    const auto options = [&] {
        return std::count_if(headless.items.begin(), headless.items.end(), [](const Item& item) { return item.role == ItemRole::option; });
    };
    CHECK(options() == 8);
    CHECK_FALSE(headless.has("Entry 20"));
    headless.keys({ImGuiKey_End, ImGuiKey_Enter});
    CHECK(chosen == 39);
}

TEST_CASE("People are picked by typing, arrows and Enter, and taken away by Backspace") {
    Headless headless;
    std::vector<int> chosen;
    std::string query;
    int changes = 0;
    headless.show([&](const Ui& ui) { changes += multi_pick(ui, "Who was there", people, chosen, query, {.placeholder = "Type a name"}); });
    headless.key(ImGuiKey_Tab);
    REQUIRE(headless.find(ItemRole::option, "Elena Brandt"));
    headless.type("ju");
    CHECK_FALSE(headless.find(ItemRole::option, "Elena Brandt"));
    headless.key(ImGuiKey_Enter);
    CHECK(chosen == std::vector<int>{3});
    CHECK(query.empty());
    headless.keys({ImGuiKey_DownArrow, ImGuiKey_DownArrow, ImGuiKey_Enter});
    CHECK(chosen == std::vector<int>{3, 1});
    headless.type("tom");
    headless.key(ImGuiKey_Enter);
    CHECK(chosen == std::vector<int>{3, 1, 4});
    headless.key(ImGuiKey_Backspace);
    CHECK(chosen == std::vector<int>{3, 1});
    CHECK(changes == 4);
    headless.key(ImGuiKey_Enter); // nothing was typed for
    CHECK(chosen == std::vector<int>{3, 1});
    headless.key(ImGuiKey_Escape);
    CHECK_FALSE(headless.find(ItemRole::option, "Elena Brandt"));
    CHECK(chosen == std::vector<int>{3, 1});
}

TEST_CASE("People are picked and taken away by mouse, and typing goes on") {
    Headless headless;
    std::vector<int> chosen;
    std::string query;
    headless.show([&](const Ui& ui) { multi_pick(ui, "Who was there", people, chosen, query); });
    headless.click("Who was there");
    REQUIRE(headless.click(ItemRole::option, "Priya Nair"));
    CHECK(chosen == std::vector<int>{2});
    headless.type("mar");
    CHECK(query == "mar");
    headless.key(ImGuiKey_Enter);
    CHECK(chosen == std::vector<int>{2, 1});
    headless.click("Remove Priya Nair");
    CHECK(chosen == std::vector<int>{1});
}

TEST_CASE("A name that matches nobody becomes a new one where that is wanted") {
    Headless headless;
    std::vector<int> chosen;
    std::string query;
    std::string fresh;
    headless.show([&](const Ui& ui) { multi_pick(ui, "Who was there", people, chosen, query, {}, &fresh); });
    headless.key(ImGuiKey_Tab);
    headless.type("Anita Desai");
    headless.key(ImGuiKey_Enter);
    CHECK(fresh == "Anita Desai");
    CHECK(query.empty());
    CHECK(chosen.empty());
}

TEST_CASE("Ctrl+Enter is the key of the form and picks nobody") {
    Headless headless;
    std::vector<int> chosen;
    std::string query;
    std::string fresh;
    int saves = 0;
    headless.show([&](const Ui& ui) {
        multi_pick(ui, "Who was there", people, chosen, query, {}, &fresh);
        saves += ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter);
    });
    headless.key(ImGuiKey_Tab);
    headless.key(ImGuiKey_DownArrow);
    headless.key(ImGuiKey_Enter, ImGuiMod_Ctrl);
    headless.type("ju");
    headless.key(ImGuiKey_Enter, ImGuiMod_Ctrl);
    headless.type("xyz");
    headless.key(ImGuiKey_Enter, ImGuiMod_Ctrl);
    CHECK(chosen.empty());
    CHECK(fresh.empty());
    CHECK(query == "juxyz");
    CHECK(saves == 3);
}

TEST_CASE("A new person is a line of the list, never the answer to a slip") {
    Headless headless;
    std::vector<int> chosen;
    std::string query;
    std::string fresh;
    headless.show([&](const Ui& ui) { multi_pick(ui, "Who was there", people, chosen, query, {}, &fresh); });
    headless.key(ImGuiKey_Tab);
    headless.type("Prya");
    REQUIRE(headless.find(ItemRole::option, "Did you mean Priya Nair?"));
    REQUIRE(headless.find(ItemRole::option, "Add \"Prya\" as a new person"));

    SECTION("Enter takes who is meant") {
        headless.key(ImGuiKey_Enter);
        CHECK(chosen == std::vector<int>{2});
        CHECK(fresh.empty());
    }
    SECTION("an arrow and Enter make the new one") {
        headless.keys({ImGuiKey_DownArrow, ImGuiKey_Enter});
        CHECK(chosen.empty());
        CHECK(fresh == "Prya");
        CHECK(query.empty());
    }
    SECTION("a click makes the new one") {
        headless.click(ItemRole::option, "Add \"Prya\" as a new person");
        CHECK(chosen.empty());
        CHECK(fresh == "Prya");
    }
}

TEST_CASE("The list of people closes with the focus, in a dialog, too") {
    Headless headless;
    std::vector<int> chosen;
    std::string query;
    std::string text;
    bool open = true;
    headless.show([&](const Ui& ui) {
        if (Dialog dialog(ui, "Log", open, 480); dialog) {
            multi_pick(ui, "Who was there", people, chosen, query, {.show_label = true});
            gap(ui, 400);
            text_field(ui, "Summary", text);
        }
    });
    headless.click("Who was there");
    REQUIRE(headless.find(ItemRole::option, "Elena Brandt"));

    SECTION("by Tab") {
        headless.key(ImGuiKey_Tab);
    }
    SECTION("by Tab with something typed") {
        headless.type("ele");
        headless.key(ImGuiKey_Tab);
    }
    SECTION("by a click on another field") {
        headless.click("Summary");
        headless.type("words");
        CHECK(text == "words");
    }
    SECTION("by a press that is held elsewhere") {
        const auto* field = headless.find("Summary");
        headless.move_to({field->min.x + 5, field->min.y - 40});
        headless.press_mouse(true);
        headless.step();
    }
    CHECK_FALSE(headless.find(ItemRole::option, "Elena Brandt"));
    CHECK(chosen.empty());
    CHECK(open);
}

TEST_CASE("A name that is too long for a query is cut and that is said") {
    Headless headless;
    std::vector<int> chosen;
    std::string query;
    headless.show([&](const Ui& ui) { multi_pick(ui, "Who was there", people, chosen, query); });
    headless.key(ImGuiKey_Tab);
    ImGui::SetClipboardText(std::string(600, 'x').c_str());
    headless.key(ImGuiKey_V, ImGuiMod_Ctrl);
    headless.step();
    CHECK(query == std::string(500, 'x'));
    CHECK(headless.find(ItemRole::status, "500 characters at most. The rest was left out."));
}
