#include "app/ui/widgets/date/date_field.hpp"

#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui_internal.h> // which window lies in front

using namespace middleground;
using test::Headless;

namespace {

const Date today = Date::from_calendar(2026, 6, 16).value(); // a Tuesday

void select_all(Headless& headless) {
    headless.key(ImGuiKey_A, ImGuiMod_Ctrl);
}

bool calendar_is_open(const Headless& headless) {
    return headless.find(ItemRole::dialog, "Calendar") != nullptr;
}

// A field for a draft with a button behind it.
struct Draft {
    std::string typed;
    DateFieldOptions options{.field = {.width = 200}, .lean = DateDirection::future, .when_empty = "No date"};
    std::vector<FieldEvent> events;

    void show(Headless& headless) {
        headless.show([this](const Ui& ui) {
            if (const auto event = date_field(ui, "Due", typed, today, options); event != FieldEvent::none) {
                events.push_back(event);
            }
            button(ui, ButtonKind::quiet, "Next");
        });
    }
};

}

TEST_CASE("The calendar opens with the field, follows what is typed, and the day is echoed") {
    Headless headless;
    Draft draft;
    draft.show(headless);
    CHECK_FALSE(calendar_is_open(headless));
    headless.click("Due");
    REQUIRE(calendar_is_open(headless));
    CHECK(headless.find(ItemRole::heading, "June 2026"));
    headless.type("fri");
    CHECK(draft.typed == "fri");
    CHECK(headless.has("Fri 19 Jun"));
    CHECK(headless.find(ItemRole::option, "Fri 19 Jun")->value == "chosen");
    CHECK(headless.find(ItemRole::option, "Tue 16 Jun")->value == "today");
    select_all(headless);
    headless.type("end of September");
    CHECK(headless.find(ItemRole::heading, "September 2026"));
    CHECK(calendar_is_open(headless));
    headless.key(ImGuiKey_Enter);
    CHECK_FALSE(calendar_is_open(headless));
    CHECK(draft.typed == "end of September");
    CHECK(draft.events.back() == FieldEvent::kept);
    CHECK(day_of(draft.typed, today, draft.options).value() == Date::parse("2026-09-30").value());
}

TEST_CASE("A day is taken by keys alone") {
    Headless headless;
    Draft draft;
    draft.show(headless);
    headless.key(ImGuiKey_Tab);
    REQUIRE(calendar_is_open(headless));

    SECTION("arrows, page keys and Enter") {
        headless.keys({ImGuiKey_DownArrow, ImGuiKey_DownArrow, ImGuiKey_RightArrow, ImGuiKey_PageDown});
        CHECK(headless.find(ItemRole::heading, "July 2026"));
        headless.keys({ImGuiKey_LeftArrow, ImGuiKey_UpArrow, ImGuiKey_PageUp});
        CHECK(draft.typed.empty());
        headless.key(ImGuiKey_RightArrow);
        headless.key(ImGuiKey_Enter);
        CHECK(draft.typed == "17 Jun");
        CHECK(draft.events.back() == FieldEvent::kept);
        CHECK_FALSE(calendar_is_open(headless));
        // Typing goes on in the field.
        headless.type(" 2027");
        CHECK(draft.typed == "17 Jun 2027");
    }
    SECTION("Esc closes the calendar only, Down opens it again") {
        headless.type("fri");
        headless.key(ImGuiKey_Escape);
        CHECK_FALSE(calendar_is_open(headless));
        CHECK(draft.typed == "fri");
        headless.key(ImGuiKey_DownArrow);
        CHECK(calendar_is_open(headless));
        headless.keys({ImGuiKey_RightArrow, ImGuiKey_Enter});
        CHECK(draft.typed == "20 Jun");
    }
    SECTION("Alt and Down, too") {
        headless.key(ImGuiKey_Escape);
        headless.key(ImGuiKey_DownArrow, ImGuiMod_Alt);
        CHECK(calendar_is_open(headless));
    }
    SECTION("a second Esc restores the text") {
        headless.type("fri");
        headless.key(ImGuiKey_Escape);
        headless.key(ImGuiKey_Escape);
        CHECK(draft.typed.empty());
        CHECK(draft.events.back() == FieldEvent::cancelled);
    }
    SECTION("typing leaves the calendar and goes on in the text") {
        headless.key(ImGuiKey_DownArrow);
        headless.type("thu");
        headless.key(ImGuiKey_Enter);
        CHECK(draft.typed == "thu");
    }
    SECTION("Tab goes on and closes it") {
        headless.type("fri");
        headless.key(ImGuiKey_Tab);
        CHECK_FALSE(calendar_is_open(headless));
        CHECK(headless.focused() == "Next");
        CHECK(draft.events.back() == FieldEvent::kept);
    }
}

TEST_CASE("A day is taken with the pointer, and the months are turned") {
    Headless headless;
    Draft draft;
    draft.show(headless);
    headless.click("Due");
    headless.click("Next month");
    CHECK(headless.find(ItemRole::heading, "July 2026"));
    CHECK(calendar_is_open(headless));
    headless.click("Previous month");
    headless.step(2);
    REQUIRE(headless.click(ItemRole::option, "Thu 25 Jun"));
    CHECK(draft.typed == "25 Jun");
    CHECK(draft.events.back() == FieldEvent::kept);
    CHECK_FALSE(calendar_is_open(headless));
    CHECK(headless.focused() == "Due");

    headless.click("Next");
    headless.click("Due");
    REQUIRE(headless.click("In 2 weeks"));
    CHECK(draft.typed == "30 Jun");
    headless.click("Next");
    headless.click("Due");
    REQUIRE(calendar_is_open(headless));
    headless.click_at({1100, 700});
    CHECK_FALSE(calendar_is_open(headless));
    CHECK(draft.typed == "30 Jun");
}

TEST_CASE("A click on the icon enters the field") {
    Headless headless;
    Draft draft;
    draft.show(headless);
    const auto* field = headless.find(ItemRole::field, "Due");
    headless.click_at({field->min.x - 12, (field->min.y + field->max.y) / 2});
    headless.step(2);
    CHECK(headless.focused() == "Due");
    CHECK(calendar_is_open(headless));
}

TEST_CASE("Two readings are asked under the field") {
    Headless headless;
    Draft draft;
    draft.show(headless);
    headless.click("Due");
    headless.type("3/9");
    REQUIRE(headless.has("3 Sep"));
    REQUIRE(headless.has("9 Mar 2027"));
    CHECK_FALSE(day_of(draft.typed, today, draft.options));

    SECTION("by pointer") {
        headless.click("3 Sep");
        CHECK(draft.typed == "3 Sep");
        CHECK_FALSE(headless.has("9 Mar 2027"));
    }
    SECTION("by keys") {
        headless.keys({ImGuiKey_Tab, ImGuiKey_Tab});
        CHECK(day_of(draft.typed, today, draft.options).error().message() == "\"3/9\" could be 3 Sep or 9 Mar 2027. Choose one of them.");
        headless.key(ImGuiKey_Enter);
        CHECK(draft.typed == "9 Mar 2027");
    }
}

TEST_CASE("What cannot be is said when the field is left, and what was typed stays") {
    Headless headless;
    Draft draft;
    draft.options.earliest = today;
    draft.options.earliest_is = "the deal was opened";
    draft.options.latest = today + 30;
    draft.show(headless);
    headless.click("Due");
    headless.type("31 Feb");
    CHECK_FALSE(headless.find(ItemRole::status, "There is no 31 Feb. Feb has 28 days, 29 in leap years."));
    headless.key(ImGuiKey_Tab);
    headless.step();
    CHECK(headless.find(ItemRole::status, "There is no 31 Feb. Feb has 28 days, 29 in leap years."));
    CHECK(draft.typed == "31 Feb");
    headless.click("Due");
    select_all(headless);
    headless.type("15.6.2026");
    headless.step();
    CHECK(headless.find(ItemRole::status, "15 Jun is before 16 Jun, when the deal was opened. Type 16 Jun or a later day."));
    select_all(headless);
    headless.type("1 Sep");
    headless.step();
    CHECK(headless.find(ItemRole::status, "1 Sep is after 16 Jul. Type 16 Jul or an earlier day."));
    CHECK(day_of(draft.typed, today, draft.options).error().what == "1 Sep is after 16 Jul");
    select_all(headless);
    headless.type("tomorrow");
    headless.step();
    CHECK_FALSE(headless.find(ItemRole::status, "1 Sep is after 16 Jul. Type 16 Jul or an earlier day."));
    draft.typed.clear();
    CHECK(day_of(draft.typed, today, draft.options).value() == std::nullopt);
}

TEST_CASE("Days on which something is due have a dot, and the calendar says what it means") {
    Headless headless;
    Draft draft;
    const std::vector<Date> marks{today + 1, today + 2, today + 400};
    draft.options.marks = marks;
    draft.show(headless);
    headless.click("Due");
    CHECK(headless.find(ItemRole::option, "Wed 17 Jun")->value == "something is due that day");
    CHECK(headless.find(ItemRole::option, "Fri 19 Jun")->value.empty());
}

TEST_CASE("The calendar stays on the screen at any place of its field and on a phone") {
    for (const bool touch : {false, true}) {
        for (const ImVec2 at : {ImVec2{8, 8}, ImVec2{180, 8}, ImVec2{8, 780}, ImVec2{180, 780}, ImVec2{100, 400}}) {
            Headless headless({.size = {390, 844}, .touch = touch});
            std::string typed;
            headless.show([&](const Ui& ui) {
                ImGui::SetCursorScreenPos(at);
                date_field(ui, "Due", typed, today, {.field = {.width = 200}});
            });
            headless.click("Due");
            const auto* calendar = headless.find(ItemRole::dialog, "Calendar");
            INFO(at.x << ' ' << at.y << (touch ? " touch" : ""));
            REQUIRE(calendar);
            CHECK(calendar->min.x >= 8);
            CHECK(calendar->min.y >= 8);
            CHECK(calendar->max.x <= 382);
            CHECK(calendar->max.y <= 836);
            const auto* day = headless.find(ItemRole::option, "Fri 19 Jun");
            REQUIRE(day);
            if (touch) {
                CHECK(day->max.x - day->min.x >= 44);
                CHECK(day->max.y - day->min.y >= 44);
            }
        }
    }
}

TEST_CASE("By finger a field opens the calendar, takes a day, or is typed in") {
    Headless headless({.size = {390, 844}, .touch = true});
    Draft draft;
    draft.show(headless);
    headless.click("Due");
    REQUIRE(calendar_is_open(headless));
    CHECK_FALSE(ImGui::GetIO().WantTextInput); // no screen keyboard over it

    SECTION("a day") {
        headless.click(ItemRole::option, "Fri 19 Jun");
        CHECK(draft.typed == "19 Jun");
        CHECK_FALSE(calendar_is_open(headless));
        CHECK(draft.events.back() == FieldEvent::kept);
        headless.click("Due");
        CHECK(calendar_is_open(headless));
    }
    SECTION("a press elsewhere") {
        headless.click_at({200, 200});
        CHECK_FALSE(calendar_is_open(headless));
        CHECK(draft.typed.empty());
    }
    SECTION("typing") {
        headless.click("Type instead");
        headless.step(2);
        CHECK_FALSE(calendar_is_open(headless));
        headless.type("in 2 weeks");
        CHECK(draft.typed == "in 2 weeks");
        headless.key(ImGuiKey_Enter);
        CHECK(draft.events.back() == FieldEvent::kept);
        headless.step(2);
        headless.click("Due");
        CHECK(calendar_is_open(headless));
    }
}

TEST_CASE("A date of the model changes when a day is taken, and Esc in a dialog closes the calendar first") {
    Headless headless;
    std::optional<Date> date = today;
    bool open = true;
    int stored = 0;
    headless.show([&](const Ui& ui) {
        if (Dialog dialog(ui, "Details", open, 480); dialog) {
            if (const auto changed =
                    date_edit(ui, "Due", date, today, DateFieldOptions{.field = {.width = 200}, .lean = DateDirection::future})) {
                date = *changed;
                ++stored;
            }
        }
    });
    headless.click("Due");
    REQUIRE(calendar_is_open(headless));
    headless.key(ImGuiKey_Escape);
    CHECK(open);
    CHECK_FALSE(calendar_is_open(headless));
    headless.keys({ImGuiKey_DownArrow, ImGuiKey_RightArrow, ImGuiKey_Enter});
    CHECK(date == today + 1);
    CHECK(stored == 1);
    headless.click("Due");
    headless.click(ItemRole::option, "Fri 19 Jun");
    CHECK(date == today + 3);
    CHECK(stored == 2);
    CHECK(headless.drafts.empty());

    SECTION("an unclear text stays a draft until it is answered") {
        select_all(headless);
        headless.type("3/9");
        headless.key(ImGuiKey_Enter);
        CHECK(date == today + 3);
        CHECK(headless.value("Due") == "3/9");
        headless.click("9 Mar 2027");
        CHECK(date == Date::parse("2027-03-09").value());
        CHECK(headless.drafts.empty());
    }
    SECTION("the same day, written otherwise, stays") {
        for (const auto* same : {"19 June 2026", "19.6.", "2026-06-19", "19/06/2026", "fri"}) {
            headless.click("Due");
            select_all(headless);
            headless.type(same);
            headless.key(ImGuiKey_Enter);
            CHECK(date == today + 3);
            headless.click("Due");
            select_all(headless);
            headless.type(same);
            headless.key(ImGuiKey_Tab);
            CHECK(date == today + 3);
        }
        CHECK(stored == 2);
        headless.click("Due");
        select_all(headless);
        headless.key(ImGuiKey_Delete);
        headless.key(ImGuiKey_Enter);
        CHECK_FALSE(date);
    }
    SECTION("the calendar lies over the dialog, whatever was pressed before") {
        headless.click("Due");
        headless.key(ImGuiKey_Enter);
        headless.click("Due");
        REQUIRE(calendar_is_open(headless));
        const ImGuiWindow* front = nullptr;
        for (const auto* window : GImGui->Windows) {
            if (window->Active) front = window;
        }
        REQUIRE(front);
        CHECK((front->Flags & ImGuiWindowFlags_Popup) != 0);
        CHECK((front->Flags & ImGuiWindowFlags_Modal) == 0);
    }
    SECTION("turning the months stores nothing") {
        headless.click("Due");
        headless.type("x");
        headless.click("Next month");
        CHECK(calendar_is_open(headless));
        CHECK(date == today + 3);
        CHECK(headless.value("Due").find('x') != std::string::npos);
    }
}

TEST_CASE("A calendar at rest is drawn the same in every frame") {
    Headless headless;
    Draft draft;
    draft.show(headless);
    headless.click("Due");
    headless.step(3);
    const auto before = headless.drawn();
    headless.step(3);
    CHECK(headless.drawn() == before);
}
