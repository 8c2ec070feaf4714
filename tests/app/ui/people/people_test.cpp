#include "app/ui/pages.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/crowded_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;

namespace {

const Date today = Date::from_calendar(2026, 6, 16).value();

Deal deal() {
    Deal made;
    made.id = {"aaaaaa"};
    made.created = made.opened = today - 60;
    made.title = "Delivery planning";
    made.expected_group_size = 5;
    for (const auto* name : {"Elena Brandt", "Marcus Olsen", "Judith Kramer"}) {
        Stakeholder person;
        person.id = {std::string("00000") + static_cast<char>('1' + made.stakeholders.size())};
        person.created = made.opened;
        person.name = name;
        person.influence = 90 - 10 * static_cast<int>(made.stakeholders.size());
        made.stakeholders.push_back(person);
    }
    made.stakeholders[0].stances = {{today - 20, Stance::supportive, "It saves two contracts"}};
    made.stakeholders[0].problem = "Late trucks";
    Interaction meeting;
    meeting.id = {"mmmmmm"};
    meeting.on = meeting.created = today - 7;
    meeting.people = {made.stakeholders[0].id};
    made.interactions = {meeting};
    Concern concern;
    concern.id = {"cccccc"};
    concern.created = today - 9;
    concern.stakeholder = made.stakeholders[0].id;
    concern.text = "Payback takes too long";
    concern.events = {{ConcernEventKind::raised, today - 9, {}}};
    made.concerns = {concern};
    OurPromise promise;
    promise.id = {"pppppp"};
    promise.created = today - 9;
    promise.to = made.stakeholders[0].id;
    promise.what = "A calculation";
    promise.due = today - 2;
    promise.events = {{PromiseEventKind::made, today - 9, {}}};
    made.promises = {promise};
    made.influences = {{made.stakeholders[0].id, made.stakeholders[1].id, 400, today - 9, {}}};
    return made;
}

const StakeholderId elena{"000001"};
const StakeholderId marcus{"000002"};

// The page with what it asks for carried out at once, as the program does.
class PeoplePage {
public:
    explicit PeoplePage(Deal start = deal(), ImVec2 size = {1440, 900}) : page(size) {
        page.open(std::move(start));
        draw();
    }
    void draw() { page.draw(live_); }
    void press(std::string_view label) { page.press(label, live_); }
    void type(std::string_view text) { page.type(text, live_); }
    void key(ImGuiKey key) { page.press_key(key, live_); }
    // By the first letter: the same words stand elsewhere on the page too.
    void pick(std::string_view field, ImGuiKey letter) {
        for (int i = 0; i < 30; ++i)
            draw(); // letters that follow each other quickly are one word
        press(field);
        key(letter);
        key(ImGuiKey_Enter);
    }
    const Deal& now() const { return page.document.entries.front().deal; }
    const Stakeholder& person(std::string_view name) const {
        const auto found = std::ranges::find(now().stakeholders, name, &Stakeholder::name);
        REQUIRE(found != now().stakeholders.end());
        return *found;
    }

    PageFixture page;
    int refused = 0;

private:
    void carry_out() {
        auto& entry = page.document.entries.front();
        for (; done_ < page.actions.size(); ++done_) {
            const auto* edits = std::get_if<action::Apply>(&page.actions[done_].any());
            if (!edits) {
                continue;
            }
            for (const auto& edit : edits->edits) {
                if (auto next = apply(entry.deal, edit, today)) {
                    entry.deal = std::move(*next);
                    entry.revision = page.document.next_revision++;
                } else {
                    ++refused;
                }
            }
        }
    }
    std::size_t done_ = 0;
    std::function<void(const Context&)> live_ = [this](const Context& context) {
        draw_people(context);
        carry_out();
    };
};

}

TEST_CASE("People: the title, who is missing, everybody in table, grid and map") {
    PeoplePage people;
    auto& page = people.page;
    CHECK(page.says("3 people, 1 supportive, 2 not heard in a month"));
    CHECK(page.says("A group of 5 is expected, 2 may be missing"));
    CHECK(page.shows("Elena Brandt"));
    CHECK(page.shows("Elena Brandt on the map"));
    CHECK(page.shows("Elena Brandt, Other, Supportive"));
    CHECK_FALSE(page.shows("Close the details"));

    SECTION("a row, a place on the map and one in the grid select") {
        for (const auto* label : {"Marcus Olsen", "Marcus Olsen on the map", "Marcus Olsen, Other, Unknown"}) {
            people.press(label);
            CHECK(page.view.person == marcus);
            CHECK(page.shows("Close the details"));
            people.press("Close the details");
            CHECK(page.view.person.empty());
        }
    }
    SECTION("Esc closes the details") {
        people.press("Marcus Olsen");
        people.key(ImGuiKey_Escape);
        CHECK(page.view.person.empty());
    }
    SECTION("heads sort") {
        CHECK(page.item("Elena Brandt")->min.y < page.item("Judith Kramer")->min.y);
        people.press("Influence");
        CHECK(page.item("Elena Brandt")->min.y > page.item("Judith Kramer")->min.y);
        people.press("Person");
        CHECK(page.item("Elena Brandt")->min.y < page.item("Judith Kramer")->min.y);
    }
    CHECK(people.now() == deal()); // looking changes nothing
}

TEST_CASE("People: names one after another by keyboard alone, the new one is selected") {
    Deal empty = deal();
    empty.stakeholders.clear();
    empty.concerns.clear();
    empty.promises.clear();
    empty.influences.clear();
    empty.interactions.clear();
    PeoplePage people(empty);
    CHECK(people.page.shows("Nobody is on this deal yet"));
    people.page.view.focus_field = "New person";
    people.draw();
    CHECK(people.page.view.focus_field.empty());
    people.type("Ana");
    people.key(ImGuiKey_Enter);
    people.type("  Łukasz Żółć ");
    people.key(ImGuiKey_Enter);
    people.type("Ola");
    people.key(ImGuiKey_Enter);
    people.key(ImGuiKey_Enter); // nothing was typed
    REQUIRE(people.now().stakeholders.size() == 3);
    CHECK(people.now().stakeholders[1].name == "Łukasz Żółć");
    CHECK(people.page.view.person == people.now().stakeholders[2].id);
    CHECK(people.page.shows("Ola on the map"));
}

TEST_CASE("People: a name is not lost and nobody is added when the field is left") {
    PeoplePage people;
    people.press("New person");
    people.type("Priya");
    people.press("Elena Brandt");
    CHECK(people.now().stakeholders.size() == 3);
    CHECK(people.page.item("New person")->value == "Priya");
    people.press("Add");
    CHECK(people.now().stakeholders.size() == 4);
    CHECK(people.page.item("New person")->value.empty());
}

TEST_CASE("People: what is known of one person is edited where it stands") {
    PeoplePage people;
    people.press("Elena Brandt");
    auto& page = people.page;
    CHECK(page.item("Name")->value == "Elena Brandt");

    SECTION("words, with every letter, as one step of undo for each field") {
        people.press("Their problem");
        people.key(ImGuiKey_End);
        people.type(" and lost");
        CHECK(people.person("Elena Brandt").problem.find("and lost") != std::string::npos);
        const auto key = page.action<action::Apply>().key;
        people.type(" deals");
        CHECK(page.action<action::Apply>().key == key);
        CHECK_FALSE(key.empty());
    }
    SECTION("numbers only within their range") {
        people.press("Influence weight");
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
        people.key(ImGuiKey_A);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
        people.type("101");
        people.key(ImGuiKey_Enter);
        CHECK(people.person("Elena Brandt").influence == 90);
        CHECK(page.says("0 to 100"));
    }
    SECTION("a new stance is dated today and keeps the old one") {
        people.pick("Their stance", ImGuiKey_C);
        const auto& stances = people.person("Elena Brandt").stances;
        REQUIRE(stances.size() == 2);
        CHECK(stances.back() == StanceEvent{today, Stance::champion, {}});
        CHECK(page.says("since 16 Jun"));
        CHECK(page.says("It saves two contracts"));
    }
    SECTION("a reason belongs to the present stance") {
        people.press("Why this stance");
        people.type("She said so");
        CHECK(people.person("Elena Brandt").stances.size() == 1);
        people.key(ImGuiKey_Enter);
        CHECK(people.person("Elena Brandt").stances.back() == StanceEvent{today, Stance::supportive, "She said so"});
        CHECK(page.says("since 27 May")); // the same stance as before
    }
    SECTION("last heard leads to the log") {
        people.press("9 Jun, 7 days ago");
        CHECK(page.view.interaction == InteractionId{"mmmmmm"});
        CHECK(page.action<action::GoTo>().screen == Screen::log);
    }
    SECTION("an interaction with this person") {
        people.press("Add interaction");
        CHECK(page.view.log.open);
        CHECK(page.view.log.people == std::vector{elena});
    }
    SECTION("function and role") {
        people.page.view.drafts.clear();
        for (int i = 0; i < 4; ++i) { // they stand below; the panel scrolls by itself
            ImGui::GetIO().AddMousePosEvent(1200, 500);
            ImGui::GetIO().AddMouseWheelEvent(0, -20);
            people.draw();
        }
        people.pick("Their role", ImGuiKey_D);
        CHECK(people.person("Elena Brandt").role == Role::decision_maker);
        people.press("Remove this person");
        CHECK(people.now().stakeholders.size() == 3); // first what goes
        CHECK(page.says("Removing Elena Brandt also removes 1 concern and 1 line of influence. 1 log entry and 1 promise will no longer name "
                        "Elena Brandt."));
        people.press("Keep");
        CHECK_FALSE(page.shows("Keep"));
        people.press("Remove this person");
        people.press("Remove Elena Brandt");
        CHECK(people.now().stakeholders.size() == 2);
        CHECK(page.action<action::Apply>().toast);
        CHECK_FALSE(page.shows("Close the details"));
    }
    CHECK(people.refused == 0);
}

TEST_CASE("People: somebody without history is removed at once") {
    PeoplePage people({deal()}, {1440, 2400});
    people.press("Judith Kramer");
    people.press("Remove this person");
    CHECK(people.now().stakeholders.size() == 2);
    CHECK(people.page.action<action::Apply>().toast);
}

TEST_CASE("People: a stance of an earlier day, and one of before the deal") {
    PeoplePage people;
    people.press("Elena Brandt");
    people.press("Day of the stance");
    people.type("10 jun");
    people.key(ImGuiKey_Enter);
    CHECK(people.page.says("Wed 10 Jun"));
    people.pick("Their stance", ImGuiKey_C);
    CHECK(people.person("Elena Brandt").stances.back() == StanceEvent{today - 6, Stance::champion, {}});
    CHECK(people.page.item("Day of the stance")->value.empty());
    // What they thought before that goes before it.
    people.press("Day of the stance");
    people.type("1 jun");
    people.key(ImGuiKey_Enter);
    people.pick("Their stance", ImGuiKey_N);
    REQUIRE(people.person("Elena Brandt").stances.size() == 3);
    CHECK(people.person("Elena Brandt").stances[1] == StanceEvent{today - 15, Stance::neutral, {}});
    CHECK(people.person("Elena Brandt").stances.back().stance == Stance::champion);
    CHECK(people.page.item("Day of the stance")->value.empty());
    // Somebody else, long ago: the deal began then.
    people.press("Close the details");
    people.press("Marcus Olsen");
    people.press("Day of the stance");
    people.type("3 mar");
    people.key(ImGuiKey_Enter);
    CHECK(people.page.says("The deal will then start on 3 Mar"));
    people.pick("Their stance", ImGuiKey_S);
    CHECK(people.now().opened == Date::from_calendar(2026, 3, 3).value());
    CHECK(people.person("Marcus Olsen").stances.back().on == people.now().opened);
    CHECK(people.page.action<action::Apply>().edits.size() == 2); // one step of undo
    CHECK(people.refused == 0);
}

TEST_CASE("People: concerns and promises of an earlier day, with a note") {
    PeoplePage people({deal()}, {1440, 2400});
    people.press("Elena Brandt");
    people.press("Day of the concern");
    people.type("12 jun");
    people.press("Note on the concern");
    people.type("Sent the payback sheet");
    people.press("Mark as answered");
    CHECK(people.now().concerns[0].events.back() == ConcernEvent{ConcernEventKind::answered, today - 4, "Sent the payback sheet"});
    CHECK(people.page.says("Answered 12 Jun: Sent the payback sheet"));
    CHECK(people.page.item("Note on the concern")->value.empty());
    people.press("Day of the concern");
    people.type("11 jun");
    people.press("New concern");
    people.type("Security");
    people.key(ImGuiKey_Enter);
    REQUIRE(people.now().concerns.size() == 2);
    CHECK(people.now().concerns[1].events == std::vector{ConcernEvent{ConcernEventKind::raised, today - 5, {}}});
    people.press("Day of the promise");
    people.type("in 3 days");
    people.press("We kept it");
    CHECK(state_of(people.now().promises[0]) == PromiseState::open); // that day is still to come
    CHECK(people.page.says("future"));
    CHECK(people.refused == 0);
}

TEST_CASE("People: a promise can be made to somebody else, or to the group") {
    PeoplePage people({deal()}, {1440, 2400});
    people.press("Elena Brandt");
    people.pick("Promised to", ImGuiKey_T);
    CHECK(people.now().promises[0].to.empty());
    people.pick("Promised to", ImGuiKey_M);
    CHECK(people.now().promises[0].to == marcus);
    CHECK_FALSE(people.page.says("A calculation"));
}

TEST_CASE("People: moved up and down by buttons and keys, in an order of their own") {
    PeoplePage people({deal()}, {1440, 2400});
    auto& page = people.page;
    CHECK(page.shows("Show your own order"));
    people.press("Judith Kramer");
    people.press("Move up");
    CHECK(people.now().stakeholders[1].name == "Judith Kramer");
    CHECK(page.action<action::Apply>().what == "Moved Judith Kramer up. The list is in your own order now");
    CHECK_FALSE(page.shows("Show your own order"));
    CHECK(page.says("In your own order. Alt and an arrow key move a row."));
    CHECK(page.item("Judith Kramer")->min.y < page.item("Marcus Olsen")->min.y);
    people.press("Move up");
    CHECK(people.now().stakeholders[0].name == "Judith Kramer");
    people.press("Close the details");

    // By keyboard: the focus stays with the row.
    people.press("Elena Brandt");
    people.press("Close the details");
    for (int i = 0; i < 60 && !page.item("Elena Brandt")->focused; ++i)
        people.key(ImGuiKey_Tab);
    REQUIRE(page.item("Elena Brandt")->focused);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Alt, true);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_LeftAlt, true);
    people.draw();
    people.key(ImGuiKey_UpArrow);
    CHECK(people.now().stakeholders[0].name == "Elena Brandt");
    CHECK(page.item("Elena Brandt")->focused);
    people.key(ImGuiKey_DownArrow);
    people.key(ImGuiKey_DownArrow);
    CHECK(people.now().stakeholders[2].name == "Elena Brandt");
    people.key(ImGuiKey_DownArrow); // the end
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Alt, false);
    ImGui::GetIO().AddKeyEvent(ImGuiKey_LeftAlt, false);
    people.draw();
    CHECK(page.item("Elena Brandt")->focused);
    CHECK(people.now().stakeholders[2].name == "Elena Brandt");
    people.press("Influence");
    CHECK(page.shows("Show your own order"));
    CHECK(people.refused == 0);
}

TEST_CASE("People: namesakes are told apart in the list, on the map and in the choices") {
    auto twins = deal();
    twins.stakeholders[1].name = "elena  brandt";
    twins.stakeholders[0].function = Function::finance;
    twins.stakeholders[1].function = Function::it;
    PeoplePage people(twins, {1440, 2400});
    CHECK(people.page.shows("Elena Brandt (Finance)"));
    CHECK(people.page.shows("elena  brandt (IT)"));
    CHECK(people.page.shows("Elena Brandt (Finance) on the map"));
    people.press("Elena Brandt (Finance)");
    CHECK(people.page.item("Name")->value == "Elena Brandt"); // what is typed is the name alone
    CHECK(people.page.shows("Remove the line to elena  brandt (IT)"));
}

TEST_CASE("People: an address leads to the mail program") {
    auto one = deal();
    one.stakeholders[0].contact = "Elena <elena@fjord.example>, +47 22 33 44";
    PeoplePage people(one, {1440, 2400});
    people.press("Elena Brandt");
    people.press("Write to elena@fjord.example");
    CHECK(people.page.action<action::OpenUrl>().url == "mailto:elena@fjord.example");
}

TEST_CASE("People: concerns are added, answered, resolved, opened again and removed") {
    PeoplePage people;
    people.press("Elena Brandt");
    people.press("Mark as answered");
    CHECK(state_of(people.now().concerns[0]) == ConcernState::answered);
    CHECK(people.page.says("Answered 16 Jun"));
    CHECK_FALSE(people.page.shows("Mark as answered"));
    people.press("Mark as resolved");
    CHECK(state_of(people.now().concerns[0]) == ConcernState::resolved);
    people.press("Reopen");
    CHECK(state_of(people.now().concerns[0]) == ConcernState::open);
    people.press("New concern");
    people.type("Security");
    people.key(ImGuiKey_Enter);
    people.type("Union");
    people.key(ImGuiKey_Enter);
    REQUIRE(people.now().concerns.size() == 3);
    CHECK(people.now().concerns[2].text == "Union");
    CHECK(people.now().concerns[2].stakeholder == elena);
    CHECK(state_of(people.now().concerns[2]) == ConcernState::open);
    people.press("Remove the concern");
    CHECK(people.now().concerns.size() == 2);
    CHECK(people.page.action<action::Apply>().toast);
    CHECK(people.refused == 0);
}

TEST_CASE("People: our promises are late, kept and added") {
    PeoplePage people({deal()}, {1440, 1600});
    people.press("Elena Brandt");
    CHECK(people.page.says("2 days late"));
    people.press("We kept it");
    CHECK(state_of(people.now().promises[0]) == PromiseState::kept);
    CHECK(people.page.says("Kept 16 Jun"));
    people.press("New promise");
    people.type("A visit to a depot");
    people.key(ImGuiKey_Enter);
    REQUIRE(people.now().promises.size() == 2);
    CHECK(people.now().promises[1].to == elena);
    CHECK_FALSE(people.now().promises[1].due);
    people.press("Promise due");
    people.type("19 Jun");
    people.key(ImGuiKey_Enter);
    CHECK(people.now().promises[1].due == today + 3);
    CHECK(people.refused == 0);
}

TEST_CASE("People: influence lines go both ways") {
    PeoplePage people({deal()}, {1440, 1600});
    people.press("Elena Brandt");
    people.pick("Add whom they move", ImGuiKey_J);
    REQUIRE(people.now().influences.size() == 2);
    CHECK(people.now().influences[1].from == elena);
    CHECK(people.now().influences[1].weight_milli == 500);
    CHECK_FALSE(people.page.shows("Add whom they move")); // there is nobody left
    people.press("Remove the line to Marcus Olsen");
    CHECK(people.now().influences.size() == 1);
    people.pick("Add who moves them", ImGuiKey_M);
    CHECK(people.now().influences[1].from == marcus);
    CHECK(people.now().influences[1].to == elena);
    CHECK(people.refused == 0);
}

TEST_CASE("People: who only looks sees the same facts and no control") {
    PeoplePage people({deal()}, {1440, 1600});
    people.page.read_only = true;
    people.draw();
    people.press("Elena Brandt");
    const auto& page = people.page;
    for (const auto* label : {"New person", "Add", "Name", "Their stance", "Influence weight", "Their problem", "Add interaction",
                              "New concern", "Mark as answered", "New promise", "We kept it", "Add whom they move", "Remove this person"}) {
        CAPTURE(label);
        CHECK_FALSE(page.shows(label));
    }
    for (const auto* words : {"Elena Brandt", "Supportive", "It saves two contracts", "Late trucks", "Payback takes too long",
                              "Open since 7 Jun", "A calculation", "due 14 Jun", "Marcus Olsen"}) {
        CAPTURE(words);
        CHECK(page.says(words));
    }
    CHECK_FALSE(page.has_action<action::Apply>());
}

TEST_CASE("People on a phone: a list, the grid, the map, and details with a way back") {
    PeoplePage people(deal(), {390, 844});
    auto& page = people.page;
    CHECK(page.shows("Elena Brandt"));
    people.press("Functions");
    CHECK(page.shows("Elena Brandt, Other, Supportive"));
    people.press("Influence");
    CHECK(page.shows("Marcus Olsen on the map"));
    people.press("List");
    people.press("Elena Brandt");
    CHECK(page.view.person == elena);
    CHECK(page.shows("Name"));
    CHECK_FALSE(page.shows("New person"));
    people.press("All people");
    CHECK(page.view.person.empty());

    SECTION("a new person joins the list, the field stays") {
        people.press("New person");
        people.type("Ana");
        people.key(ImGuiKey_Enter);
        people.type("Ola");
        people.key(ImGuiKey_Enter);
        CHECK(people.now().stakeholders.size() == 5);
        CHECK(page.shows("New person"));
        CHECK(page.shows("Ola"));
    }
    SECTION("the command for a new person finds the field from the details too") {
        people.press("Elena Brandt");
        page.view.focus_field = "New person";
        people.draw();
        CHECK(page.shows("New person"));
        people.type("Ana");
        people.key(ImGuiKey_Enter);
        CHECK(people.now().stakeholders.size() == 4);
    }
}

TEST_CASE("People: in a long list the field for a new person stays in sight after Enter") {
    PeoplePage people(middleground::test::crowded_deal(today), {1440, 700});
    const auto count = people.now().stakeholders.size();
    people.press("New person");
    for (const auto* name : {"Zora Quill", "Yann Quill"}) {
        people.type(name);
        people.key(ImGuiKey_Enter);
        for (int i = 0; i < 5; ++i)
            people.draw();
        CHECK(people.page.shows("New person"));
        CHECK(people.page.view.person == people.person(name).id);
    }
    CHECK(people.now().stakeholders.size() == count + 2);
}

TEST_CASE("People: whoever is jumped to is scrolled into view") {
    auto crowded = middleground::test::crowded_deal(today);
    const auto last = std::ranges::min(crowded.stakeholders, {}, &Stakeholder::influence);
    PeoplePage people(crowded, {1440, 700});
    CHECK_FALSE(people.page.shows(last.name));
    people.page.view.person = last.id;
    people.page.view.scroll_to_selection = true;
    people.draw();
    people.draw();
    CHECK(people.page.shows(last.name));
    CHECK_FALSE(people.page.view.scroll_to_selection);
    CHECK(people.now() == crowded);
}

TEST_CASE("People: somebody has left, when and why is written down, and it can be taken back") {
    PeoplePage people({deal()}, {1440, 2400});
    auto& page = people.page;
    people.press("Marcus Olsen");
    people.press("They have left");
    REQUIRE(people.person("Marcus Olsen").left);
    CHECK(people.person("Marcus Olsen").left->on == today);
    CHECK(page.says("Left on 16 Jun"));
    people.press("Why they left");
    people.type("A new job");
    people.press("Close the details");
    people.press("Marcus Olsen");
    CHECK(people.person("Marcus Olsen").left == Departure{today, "A new job"});
    CHECK(page.says("Left on 16 Jun: A new job"));
    people.press("They are back");
    CHECK_FALSE(people.person("Marcus Olsen").left);
    CHECK_FALSE(page.says("Left on 16 Jun: A new job"));
    CHECK(people.refused == 0);
}

TEST_CASE("People: who only reads is told that somebody has left") {
    auto gone = deal();
    gone.stakeholders[1].left = Departure{today - 3, "A new job"};
    PeoplePage people(gone);
    people.page.view.person = marcus;
    people.page.read_only = true;
    people.draw();
    CHECK(people.page.says("Left on 13 Jun: A new job"));
    CHECK_FALSE(people.page.shows("They are back"));
}

TEST_CASE("People: a stance can name a day before which nothing happens") {
    PeoplePage people({deal()}, {1440, 2400});
    people.press("Elena Brandt");
    people.press("Nothing before");
    people.type("Q4");
    people.key(ImGuiKey_Enter);
    const auto october = Date::from_calendar(2026, 10, 1).value();
    const auto stance = people.person("Elena Brandt").stances.back();
    CHECK(stance.not_before == october);
    CHECK(people.page.says("not before 1 Oct"));
    // A reason for the same stance keeps it, another stance does not.
    people.press("Why this stance");
    people.type("Spending is frozen");
    people.key(ImGuiKey_Enter);
    CHECK(people.person("Elena Brandt").stances.back() == StanceEvent{today, stance.stance, "Spending is frozen", october});
    CHECK(people.page.says("not before 1 Oct: Spending is frozen"));
    people.pick("Their stance", ImGuiKey_C);
    CHECK_FALSE(people.person("Elena Brandt").stances.back().not_before);
    CHECK(people.refused == 0);
}

TEST_CASE("People: a question is added as one, answered, and then done") {
    PeoplePage people({deal()}, {1440, 2400});
    people.press("Elena Brandt");
    people.press("New concern");
    people.type("Who hosts it?");
    CHECK(people.page.shows("Question"));
    people.key(ImGuiKey_Enter);
    REQUIRE(people.now().concerns.size() == 2);
    CHECK(people.now().concerns[1].kind == ConcernKind::question);
    CHECK(people.page.says("Question since 16 Jun"));
    people.press("Answer");
    CHECK(is_settled(people.now().concerns[1]));
    CHECK(people.page.says("Answered 16 Jun"));
    CHECK_FALSE(people.page.shows("Answer"));
    CHECK(people.refused == 0);
}

TEST_CASE("People: words that ask nothing are a question by choosing, and back") {
    PeoplePage people({deal()}, {1440, 2400});
    people.press("Elena Brandt");
    people.press("New concern");
    people.type("Hosting");
    people.press("Question");
    people.press("Add the concern");
    REQUIRE(people.now().concerns.size() == 2);
    CHECK(people.now().concerns[1].kind == ConcernKind::question);
    people.press("It is a concern");
    CHECK(people.now().concerns[1].kind == ConcernKind::concern);
    CHECK(people.page.shows("Mark as resolved"));
    CHECK(people.refused == 0);
}
