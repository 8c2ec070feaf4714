// The Log page, its form, and what is coming up on Deal.
#include "app/ui/deal/deal_cards.hpp"
#include "app/ui/log_form/log_effects.hpp"
#include "app/ui/log_form/log_form.hpp"
#include "app/viewmodel/log_edits.hpp"
#include "app/ui/shell/shell.hpp"
#include "app/ui/pages.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/log_line.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace middleground;
using test::elena;
using test::tom;

namespace {

constexpr ImVec2 tall(1440, 2000);

void draw_form(const Context& context) {
    draw_log(context);
    draw_log_form(context);
}

void draw_coming(const Context& context) {
    draw_coming_up_card(context, 500, 0);
}

Deal logged_deal(Date today) {
    auto deal = test::example_deal();
    const auto shift = today - test::today();
    REQUIRE(shift == 0);
    deal.interactions[0].next = NextStep{{}, today - 3, "Call Elena", NextStepState::planned};
    return deal;
}

template <typename E>
bool has_edit(const action::Apply& apply) {
    return std::ranges::any_of(apply.edits, [](const Edit& edit) { return std::holds_alternative<E>(edit.any()); });
}

// Opens the form as L does.
void open_form(PageFixture& page) {
    page.draw([](const Context& context) {
        if (!context.view.log.open) open_log_form(context);
        draw_form(context);
    });
}

void press_ctrl_enter(PageFixture& page) {
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
    page.press_key(ImGuiKey_Enter, draw_form);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
    page.draw(draw_form);
}

}

TEST_CASE("A name, Enter, a new name, a sentence, and it is one step to take back") {
    PageFixture page(tall);
    page.today = test::today();
    page.open(logged_deal(page.today));
    open_form(page);
    CHECK(page.shows("Cancel"));
    page.press("With", draw_form);
    page.type("Elena", draw_form);
    page.press_key(ImGuiKey_Enter, draw_form);
    CHECK(page.view.log.people == std::vector{elena});
    page.type("Marcus Olsen", draw_form);
    page.press_key(ImGuiKey_Enter, draw_form);
    CHECK(page.view.log.new_people == std::vector<std::string>{"Marcus Olsen"});
    CHECK(page.shows("New person: Marcus Olsen"));
    CHECK_FALSE(page.has_action<action::Apply>());
    page.press_key(ImGuiKey_Tab, draw_form); // past the pill of the new person
    page.press_key(ImGuiKey_Tab, draw_form);
    page.type("Budget frozen", draw_form);
    CHECK(page.view.log.summary == "Budget frozen");
    CHECK(page.shows("Discard draft"));
    CHECK(page.says("One entry and one new person. Undo takes them back together."));
    press_ctrl_enter(page);
    const auto& saved = page.action<action::Apply>();
    CHECK(saved.toast);
    CHECK(saved.what == "Logged a meeting with Elena Brandt and 1 other");
    CHECK(has_edit<edit::PutStakeholder>(saved));
    CHECK(has_edit<edit::PutInteraction>(saved));
    CHECK(page.has_action<action::DropLogDraft>());
    CHECK_FALSE(page.view.log.open);
    CHECK(page.view.focus_field == "entry of the log");
}

TEST_CASE("The form begins in the line, and Enter there keeps what it says") {
    PageFixture page(tall);
    page.today = test::today();
    page.document.log_words = test::english_log();
    page.open(logged_deal(page.today));
    open_form(page);
    page.type("call Elena: budget frozen", draw_form);
    page.press_key(ImGuiKey_Enter, draw_form);
    const auto& edits = page.action<action::Apply>().edits;
    CHECK(std::ranges::count_if(edits, [](const Edit& one) { return std::holds_alternative<edit::PutConcern>(one.any()); }) == 1);
    CHECK(page.action<action::Apply>().what == "Logged a call with Elena Brandt");
    CHECK(page.view.focus_field == "entry of the log");
}

TEST_CASE("Ctrl Enter adds no name from the list that is open, and says what is half typed") {
    PageFixture page(tall);
    page.today = test::today();
    page.open(logged_deal(page.today));
    open_form(page);
    page.press("With", draw_form);
    page.type("Tom", draw_form);
    press_ctrl_enter(page);
    CHECK(page.view.log.people.empty());
    CHECK_FALSE(page.has_action<action::Apply>());
    CHECK(page.view.log.open);
    CHECK(page.says("has not been added yet"));
}

TEST_CASE("Esc keeps what was typed, even in the field that has the focus, and the page shows that a draft waits") {
    PageFixture page(tall);
    page.today = test::today();
    page.open(logged_deal(page.today));
    open_form(page);
    page.press("In a line", draw_form);
    page.type("Budget frozen", draw_form);
    page.press_key(ImGuiKey_Escape, draw_form);
    CHECK_FALSE(page.view.log.open);
    CHECK(page.view.log.summary == "Budget frozen");
    CHECK(page.has_action<action::KeepLogDraft>());
    CHECK_FALSE(page.has_action<action::Apply>());
    CHECK(page.shows("A draft is waiting"));
    page.press("Continue", draw_form);
    CHECK(page.view.log.open);
    CHECK(page.view.log.summary == "Budget frozen");
    page.press("Discard draft", draw_form);
    CHECK(page.has_action<action::DropLogDraft>());
    CHECK_FALSE(page.view.log.open);
}

TEST_CASE("A press beside the form keeps the draft, one in it does not close it") {
    PageFixture page(tall);
    page.today = test::today();
    page.open(logged_deal(page.today));
    open_form(page);
    page.press("In a line", draw_form);
    page.type("Budget", draw_form);
    CHECK(page.view.log.open);
    auto& io = ImGui::GetIO();
    io.AddMousePosEvent(20, 1980);
    page.draw(draw_form);
    io.AddMouseButtonEvent(0, true);
    page.draw(draw_form);
    io.AddMouseButtonEvent(0, false);
    page.draw(draw_form);
    CHECK_FALSE(page.view.log.open);
    CHECK(page.view.log.summary == "Budget");
    CHECK(page.has_action<action::KeepLogDraft>());
}

TEST_CASE("A draft that waits is not replaced by another beginning") {
    PageFixture page(tall);
    page.today = test::today();
    page.open(logged_deal(page.today));
    page.view.log.summary = "Of Elena";
    page.draw([](const Context& context) {
        LogDraft other;
        other.people = {tom};
        if (!context.view.log.open) begin_log(context, other);
        draw_form(context);
    });
    CHECK(page.view.log.summary == "Of Elena");
    CHECK(page.view.log.people.empty());
}

TEST_CASE("A day before the deal offers to begin the deal then; with several people there each concern asks whose it is") {
    PageFixture page(tall);
    page.today = test::today();
    page.open(logged_deal(page.today));
    open_form(page);
    const auto early = page.document.entries[0].deal.opened - 10;
    page.view.log.on = early.iso();
    page.draw(draw_form);
    CHECK(page.shows("The deal will then start on " + short_date(early, page.today)));
    CHECK_FALSE(page.shows("Whose concern"));
    page.view.log.people = {elena, tom};
    page.draw(draw_form);
    CHECK(page.shows("Whose concern"));
    CHECK(page.shows("Gave to"));
    // Tom's open concern can be answered here.
    page.press("Resolved", draw_form);
    REQUIRE(page.view.log.concern_answers.size() == 1);
    CHECK(page.view.log.concern_answers[0].kind == ConcernEventKind::resolved);
}

TEST_CASE("What this changes is worked out from the deal before and after") {
    PageFixture page(tall);
    page.today = test::today();
    page.open(logged_deal(page.today));
    const auto& deal = page.document.entries[0].deal;
    const auto knowledge = knowledge_of(page.document);
    const auto before = derive(deal, knowledge, page.today);
    LogDraft draft;
    CHECK(effects_of(draft, deal, knowledge, before, page.today, {}).error);
    draft.people = {test::maria};
    draft.promises = {{"Payback sheet", "+3", {}}};
    const auto effects = effects_of(draft, deal, knowledge, before, page.today, {});
    CHECK_FALSE(effects.error);
    CHECK(effects.parts == "One entry and one promise. Undo takes them back together.");
    auto after = deal;
    Random random(3);
    const auto edits = edits_of(draft, deal, page.today, random).value();
    for (const auto& edit : edits.edits) {
        after = apply(std::move(after), edit, page.today).value();
    }
    const auto score = derive(after, knowledge, page.today).assessment.balance.score;
    const auto passive = std::ranges::find(effects.lines, "Passivity", &LogEffects::Line::what);
    const int was = static_cast<int>(std::lround(before.assessment.balance.score.passive));
    const int is = static_cast<int>(std::lround(score.passive));
    CHECK((passive != effects.lines.end()) == (was != is));
    if (passive != effects.lines.end()) CHECK(passive->words == std::to_string(was) + " to " + std::to_string(is));
}

TEST_CASE("An entry shows answers with reasons, and what became of its next step can be said there") {
    PageFixture page(tall);
    page.today = test::today();
    auto deal = logged_deal(page.today);
    deal.interactions[0].asks = {test::invest};
    for (auto& commitment : deal.commitments) {
        if (commitment.id == test::invest) {
            const auto on = deal.interactions[0].on;
            commitment.events = {{CommitmentEventKind::asked, on, {elena}, deal.interactions[0].id, {}, {}},
                                 {CommitmentEventKind::declined, on, {elena}, deal.interactions[0].id, "too expensive", {}}};
        }
    }
    page.open(deal);
    page.draw(draw_form);
    const auto title = find(deal, test::invest)->title;
    CHECK(page.shows("Asked: " + title + ": declined, too expensive"));
    CHECK(page.shows("Next: Call Elena, " + short_date(page.today - 3, page.today) + ", late"));
    SECTION("it was dropped") {
        page.press("Drop", draw_form);
        const auto& drop = std::get<edit::SetNextStep>(page.action<action::Apply>().edits.at(0).any());
        CHECK(drop.state == NextStepState::dropped);
        CHECK(page.action<action::Apply>().toast);
    }
    SECTION("it happened: the form knows with whom and what it closes") {
        page.press("Happened", draw_form);
        CHECK(page.view.log.open);
        CHECK(page.view.log.closes == std::vector{deal.interactions[0].id});
        CHECK(page.view.log.people == deal.interactions[0].people);
    }
    SECTION("Enter on the row changes it") {
        page.view.interaction = deal.interactions[0].id;
        page.view.focus_field = "entry of the log";
        page.draw(draw_form);
        CHECK(page.view.focus_field.empty());
        page.press_key(ImGuiKey_Enter, draw_form);
        CHECK(page.view.log.open);
        CHECK(page.view.log.editing == deal.interactions[0].id);
        CHECK(page.says("Declined, too expensive. Recorded with the commitment"));
        CHECK(page.shows("Cancel"));
    }
    SECTION("a click selects it and shows its buttons") {
        page.press("Meeting with Elena Brandt and Tom Hadley. " + deal.interactions[0].summary, draw_form);
        CHECK(page.view.interaction == deal.interactions[0].id);
        CHECK_FALSE(page.view.log.open);
        page.press("Remove this interaction", draw_form);
        CHECK(has_edit<edit::RemoveInteraction>(page.action<action::Apply>()));
    }
    SECTION("in a copy that is only looked at nothing can be said") {
        page.read_only = true;
        page.draw(draw_form);
        CHECK_FALSE(page.shows("Drop"));
        CHECK_FALSE(page.shows("Change this interaction"));
    }
}

TEST_CASE("Coming up keeps a late step and one without a day, and each can be said to have happened") {
    PageFixture page(ImVec2(600, 700));
    page.today = test::today();
    auto deal = logged_deal(page.today);
    deal.interactions[1].next = NextStep{{}, {}, "Write to Maria", NextStepState::planned};
    page.open(deal);
    page.draw(draw_coming);
    CHECK(page.item("Call Elena")->value == short_date(page.today - 3, page.today) + ", late");
    CHECK(page.item("Write to Maria")->value == "no date");
    SECTION("happened") {
        page.press("Happened: Call Elena", draw_coming);
        CHECK(page.view.log.open);
        CHECK(page.view.log.closes == std::vector{deal.interactions[0].id});
    }
    SECTION("dropped") {
        page.press("Drop: Write to Maria", draw_coming);
        CHECK(std::get<edit::SetNextStep>(page.action<action::Apply>().edits.at(0).any()).id == deal.interactions[1].id);
    }
    SECTION("a promise kept") {
        const auto& promise = deal.promises.at(0);
        page.press("Kept: We promised: " + promise.what, draw_coming);
        CHECK(std::get<edit::AddPromiseEvent>(page.action<action::Apply>().edits.at(0).any()).event.kind == PromiseEventKind::kept);
    }
    SECTION("the row shows its entry") {
        page.press("Call Elena", draw_coming);
        CHECK(page.view.interaction == deal.interactions[0].id);
        CHECK(page.action<action::GoTo>().screen == Screen::log);
    }
}

TEST_CASE("On a phone the form is one column and says the same") {
    PageFixture page(ImVec2(390, 1800));
    page.today = test::today();
    page.open(logged_deal(page.today));
    open_form(page);
    for (const auto* label : {"With", "Kind", "When", "In a line", "Asked for", "Concern raised", "Gave", "We promise", "Next step"}) {
        CAPTURE(label);
        CHECK(page.shows(label));
    }
    page.press("In a line", draw_form);
    page.type("Hello", draw_form);
    CHECK(page.view.log.summary == "Hello");
    page.press("Save", draw_form);
    CHECK(page.has_action<action::Apply>());
}

TEST_CASE("In an e-mail of theirs the asks are theirs, and an answer takes the day before which nothing happens") {
    PageFixture page(tall);
    page.today = test::today();
    page.open(logged_deal(page.today));
    page.view.log.asks = {test::invest};
    page.view.log.people = {elena};
    open_form(page);
    page.view.log.asks = {test::invest};
    page.view.log.people = {elena};
    page.view.log.direction = Direction::mutual;
    page.draw(draw_form);
    CHECK(page.shows("They asked for it"));
    CHECK_FALSE(page.says("Asked by them"));
    page.view.log.direction = Direction::inbound;
    page.draw(draw_form);
    CHECK(page.says("Asked by them"));
    CHECK_FALSE(page.shows("They asked for it"));
    // An answer of theirs is one to us, unless it is said otherwise.
    page.press("Declined", draw_form);
    CHECK_FALSE(page.says("Asked by them"));
    page.press("They asked for it", draw_form);
    page.press("Not before", draw_form);
    page.type("Q4", draw_form);
    page.press_key(ImGuiKey_Enter, draw_form);
    CHECK(page.view.log.answers.at(0).not_before == "Q4");
    page.press("Save", draw_form);
    const auto& edits = page.action<action::Apply>().edits;
    const auto put = std::ranges::find_if(edits, [](const Edit& one) { return std::holds_alternative<edit::PutInteraction>(one.any()); });
    REQUIRE(put != edits.end());
    const auto after = apply(page.document.entries.front().deal, *put, page.today).value();
    const auto& events = find(after, test::invest)->events;
    REQUIRE(events.size() == 2);
    CHECK(events[0].by == Asker::them);
    CHECK(events[1].not_before == Date::from_calendar(2026, 10, 1).value());
    // The log says it in the same words.
    PageFixture read(tall);
    read.today = page.today;
    read.open(after);
    read.draw(draw_log);
    CHECK(read.says("They asked: Invest: declined, not before 1 Oct"));
}

TEST_CASE("A question of theirs is logged as one, by its words or by choosing") {
    PageFixture page(tall);
    page.today = test::today();
    page.open(logged_deal(page.today));
    open_form(page);
    page.view.log.people = {elena};
    page.draw(draw_form);
    page.press("Concern raised", draw_form);
    page.type("Who hosts it?", draw_form);
    CHECK(kind_of(page.view.log.raised.at(0)) == ConcernKind::question);
    page.press("Concern", draw_form);
    CHECK(kind_of(page.view.log.raised.at(0)) == ConcernKind::concern);
    page.press("Question", draw_form);
    CHECK(kind_of(page.view.log.raised.at(0)) == ConcernKind::question);
}
