#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using test::Headless;

namespace {

const Date today = Date::from_calendar(2026, 6, 16).value();

void select_all(Headless& headless) {
    headless.key(ImGuiKey_A, ImGuiMod_Ctrl);
}

}

TEST_CASE("Every keystroke reaches the value, and Enter keeps it") {
    Headless headless;
    std::string value = "Payback";
    std::vector<FieldEvent> events;
    headless.show([&](const Ui& ui) {
        if (const auto event = text_field(ui, "Need", value); event != FieldEvent::none) {
            events.push_back(event);
        }
    });
    headless.click("Need");
    headless.key(ImGuiKey_End);
    headless.type(" within");
    CHECK(value == "Payback within");
    headless.type(" 2026");
    CHECK(value == "Payback within 2026");
    CHECK(headless.value("Need") == "Payback within 2026");
    headless.key(ImGuiKey_Enter);
    CHECK(value == "Payback within 2026");
    REQUIRE(events.size() >= 3);
    CHECK(events.back() == FieldEvent::kept);
    CHECK(std::count(events.begin(), events.end(), FieldEvent::kept) == 1);
}

TEST_CASE("Esc puts back what was there on entering") {
    Headless headless;
    std::string value = "Payback";
    auto last = FieldEvent::none;
    headless.show([&](const Ui& ui) {
        if (const auto event = text_field(ui, "Need", value); event != FieldEvent::none) {
            last = event;
        }
    });
    headless.click("Need");
    select_all(headless);
    headless.type("Nothing of it");
    CHECK(value == "Nothing of it");
    headless.key(ImGuiKey_Escape);
    CHECK(value == "Payback");
    CHECK(last == FieldEvent::cancelled);
}

TEST_CASE("Going to another field keeps what was typed, by mouse and by Tab") {
    Headless headless;
    std::string first = "a";
    std::string second = "b";
    int kept = 0;
    headless.show([&](const Ui& ui) {
        kept += text_field(ui, "First", first) == FieldEvent::kept;
        kept += text_field(ui, "Second", second) == FieldEvent::kept;
    });
    headless.click("First");
    select_all(headless);
    headless.type("one");
    headless.click("Second");
    CHECK(first == "one");
    CHECK(kept == 1);
    select_all(headless);
    headless.type("two");
    headless.key(ImGuiKey_Tab);
    CHECK(second == "two");
    CHECK(kept == 2);
}

TEST_CASE("A field that vanishes while it is edited has lost nothing") {
    Headless headless;
    std::string deal = "Old";
    bool shown = true;
    headless.show([&](const Ui& ui) {
        if (shown) {
            if (auto text = text_edit(ui, "Title", deal)) {
                deal = *text;
            }
        }
    });
    headless.click("Title");
    select_all(headless);
    headless.type("New words");
    shown = false;
    headless.step(3);
    CHECK(deal == "New words");
}

TEST_CASE("A model that refuses a text is asked once for each change, not in every frame") {
    Headless headless;
    const std::string deal = "Fixed";
    int asked = 0;
    headless.show([&](const Ui& ui) { asked += text_edit(ui, "Title", deal).has_value(); });
    headless.click("Title");
    headless.type("x");
    const int after_typing = asked;
    CHECK(after_typing == 1);
    headless.step(20);
    CHECK(asked == after_typing);
}

TEST_CASE("No more than max_bytes can be typed, and what is longer is not cut") {
    Headless headless;
    std::string value = "abc";
    headless.show([&](const Ui& ui) { text_field(ui, "Short", value, {.max_bytes = 6}); });
    headless.click("Short");
    headless.key(ImGuiKey_End);
    headless.type("äöü");
    CHECK(value == "abcä");
    value = "longer than six";
    headless.key(ImGuiKey_Escape);
    value = "longer than six";
    headless.step(2);
    CHECK(value == "longer than six");
}

TEST_CASE("What does not fit is said: nothing is left out silently, and letters are not torn apart") {
    Headless headless;
    std::string value;
    headless.show([&](const Ui& ui) { text_field(ui, "Name", value, {.max_bytes = 10}); });
    headless.click("Name");
    headless.type("0123456789");
    CHECK_FALSE(headless.find(ItemRole::status, "10 characters at most."));
    headless.type("x");
    headless.step();
    CHECK(value == "0123456789");
    CHECK(headless.find(ItemRole::status, "10 characters at most."));
    headless.key(ImGuiKey_Tab);
    CHECK(headless.find(ItemRole::status, "10 characters at most."));
    headless.click("Name");
    headless.key(ImGuiKey_End);
    headless.key(ImGuiKey_Backspace);
    headless.step();
    CHECK_FALSE(headless.find(ItemRole::status, "10 characters at most."));

    SECTION("a longer text that is pasted is cut, and that is said") {
        select_all(headless);
        ImGui::SetClipboardText("äöüäöüäöü and more");
        headless.key(ImGuiKey_V, ImGuiMod_Ctrl);
        headless.step();
        CHECK(value == "äöüäö");
        CHECK(headless.find(ItemRole::status, "10 characters at most, letters such as ä count twice. The rest was left out."));
    }
    SECTION("no shorter letter slips in behind one that was left out") {
        select_all(headless);
        ImGui::SetClipboardText("012345678äx");
        headless.key(ImGuiKey_V, ImGuiMod_Ctrl);
        CHECK(value == "012345678");
    }
}

TEST_CASE("In several lines Enter keeps, Shift+Enter makes a line, Ctrl+Enter keeps") {
    Headless headless;
    std::string value;
    int kept = 0;
    headless.show(
        [&](const Ui& ui) { kept += text_field(ui, "Notes", value, {.width = 400, .height = 90, .multiline = true}) == FieldEvent::kept; });
    headless.click("Notes");
    headless.step();
    CHECK(headless.has("Shift+Enter for a new line"));
    headless.type("one");
    headless.key(ImGuiKey_Enter, ImGuiMod_Shift);
    headless.type("two");
    CHECK(value == "one\ntwo");
    CHECK(kept == 0);
    headless.key(ImGuiKey_Enter);
    CHECK(value == "one\ntwo");
    CHECK(kept == 1);
    CHECK_FALSE(headless.has("Shift+Enter for a new line"));
    headless.key(ImGuiKey_Enter); // enters it again
    headless.key(ImGuiKey_End, ImGuiMod_Ctrl);
    headless.type(" three");
    headless.key(ImGuiKey_Enter, ImGuiMod_Ctrl);
    CHECK(value == "one\ntwo three");
    CHECK(kept == 2);
    headless.key(ImGuiKey_Enter);
    headless.type("gone");
    headless.key(ImGuiKey_Escape);
    CHECK(value == "one\ntwo three");
}

TEST_CASE("On touch Enter makes a line and leaving keeps: screen keyboards have no Shift+Enter") {
    Headless headless({.touch = true});
    std::string value;
    int kept = 0;
    headless.show([&](const Ui& ui) {
        kept += text_field(ui, "Notes", value, {.height = 120, .multiline = true}) == FieldEvent::kept;
        button(ui, ButtonKind::quiet, "Next");
    });
    headless.click("Notes");
    headless.type("one");
    headless.key(ImGuiKey_Enter);
    headless.type("two");
    CHECK(value == "one\ntwo");
    CHECK_FALSE(headless.has("Shift+Enter for a new line"));
    headless.click("Next");
    CHECK(kept == 1);
    headless.click("Notes");
    headless.key(ImGuiKey_End, ImGuiMod_Ctrl);
    headless.type("!");
    headless.key(ImGuiKey_Enter, ImGuiMod_Ctrl);
    CHECK(value == "one\ntwo!");
    CHECK(kept == 2);
}

TEST_CASE("Icon, understood words and underlines leave the words of a line in their place") {
    Headless headless;
    std::string value = "send payback sheet by fri";
    const std::vector<TextMark> marks{{0, 18}, {19, 999}};
    float width = 500;
    headless.show(
        [&](const Ui& ui) { text_field(ui, "Line", value, {.width = width, .icon = "x", .underlines = marks, .echo = "Fri 19 Jun"}); });
    CHECK(headless.has("Fri 19 Jun"));
    headless.click("Line");
    headless.step();
    CHECK(headless.has("Fri 19 Jun"));
    width = 200; // no room for both
    headless.step(2);
    CHECK_FALSE(headless.has("Fri 19 Jun"));
    CHECK(headless.value("Line") == value);
}

TEST_CASE("A field asked for the focus in a dialog that just opens gets it") {
    Headless headless;
    bool open = true;
    bool first = true;
    std::string value;
    headless.show([&](const Ui& ui) {
        if (Dialog dialog(ui, "New deal", open); dialog) {
            text_field(ui, "Account", value, {.focus = first});
            first = false;
        }
    });
    headless.step(3);
    headless.type("Brightwater");
    CHECK(value == "Brightwater");
}

TEST_CASE("An invalid date stays in the field with its error, the deal keeps its own") {
    Headless headless;
    std::optional<Date> date = today;
    headless.show([&](const Ui& ui) {
        if (auto changed = date_edit(ui, "Due", date, today)) {
            date = *changed;
        }
        button(ui, ButtonKind::quiet, "Next");
    });
    CHECK(headless.value("Due") == "16 Jun");
    headless.click("Due");
    select_all(headless);
    headless.type("2026-02-30");
    headless.key(ImGuiKey_Enter);
    CHECK(date == today);
    CHECK(headless.value("Due") == "2026-02-30");
    REQUIRE(headless.drafts.size() == 1);
    const auto error = headless.drafts.begin()->second.error;
    CHECK_FALSE(error.empty());
    CHECK(headless.find(ItemRole::status, error));

    SECTION("a valid one replaces it") {
        headless.click("Due");
        select_all(headless);
        headless.type("19 Jun");
        headless.key(ImGuiKey_Tab);
        CHECK(headless.focused() == "Next");
        CHECK(date == today + 3);
        CHECK(headless.drafts.empty());
        CHECK(headless.value("Due") == "19 Jun");
    }
    SECTION("Esc goes back to the deal's") {
        headless.click("Due");
        headless.key(ImGuiKey_Escape); // the calendar
        headless.key(ImGuiKey_Escape);
        CHECK(headless.drafts.empty());
        CHECK(headless.value("Due") == "16 Jun");
        CHECK(date == today);
    }
    SECTION("an empty text takes the date away") {
        headless.click("Due");
        select_all(headless);
        headless.key(ImGuiKey_Delete);
        headless.key(ImGuiKey_Enter);
        CHECK(date == std::nullopt);
    }
}

TEST_CASE("Money and numbers are read when the field is left") {
    Headless headless;
    std::optional<Money> money;
    int days = 7;
    headless.show([&](const Ui& ui) {
        if (auto changed = money_edit(ui, "Amount", money, "EUR")) {
            money = *changed;
        }
        days = number_edit(ui, "Days", days, 1, 30).value_or(days);
    });
    headless.click("Amount");
    headless.type("184k");
    CHECK_FALSE(money);
    headless.click("Days");
    CHECK(money == Money{18'400'000, "EUR"});
    CHECK(headless.value("Amount") == "€184,000");
    select_all(headless);
    headless.type("31");
    headless.key(ImGuiKey_Enter);
    CHECK(days == 7);
    CHECK(headless.find(ItemRole::status, "Type a number from 1 to 30."));
    headless.click("Days");
    select_all(headless);
    headless.type("30");
    headless.key(ImGuiKey_Enter);
    CHECK(days == 30);
    CHECK(headless.drafts.empty());
}

TEST_CASE("Words stand in the same place while they are edited in place") {
    Headless headless;
    std::string value = "Budget is not approved";
    headless.show([&](const Ui& ui) {
        ImGui::SetCursorScreenPos({40, 40});
        text_field(ui, "Note", value, {.in_place = true});
    });
    // The first letter's vertices, found by the text's colour.
    const auto letters = [&] {
        std::vector<std::pair<float, float>> places;
        for (const auto* list : ImGui::GetDrawData()->CmdLists) {
            for (const auto& vertex : list->VtxBuffer) {
                if (vertex.col == headless.theme.color.text && vertex.uv.x > 0 && places.size() < 4 * 18) {
                    places.emplace_back(vertex.pos.x, vertex.pos.y);
                }
            }
        }
        return places;
    };
    const auto before = letters();
    headless.click_at({60, 50});
    headless.key(ImGuiKey_Home);
    CHECK(letters() == before);
}
