#include "app/viewmodel/playbooks_data.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

PlaybookStep step(double a, double b) {
    PlaybookStep result;
    result.odds_a = a;
    result.odds_b = b;
    return result;
}

}

TEST_CASE("odds are said in tenths") {
    CHECK(odds_words(step(8, 2)) == "Usually kept 8 times in 10");
    CHECK(odds_words(step(5, 4)) == "Usually kept 6 times in 10");
    CHECK(odds_words(step(99, 1)) == "Kept nearly every time");
    CHECK(odds_words(step(1, 99)) == "Hardly ever kept");
}

TEST_CASE("durations say the usual one and the range") {
    PlaybookStep subject;
    subject.days_min = 3;
    subject.days_mode = 7;
    subject.days_max = 21;
    CHECK(days_words(subject) == "Usually 7 days, between 3 and 21");
    subject.days_min = subject.days_mode = subject.days_max = 1;
    CHECK(days_words(subject) == "Usually 1 day");
}

TEST_CASE("whom a step needs, and what it comes after, in people's words") {
    PlaybookStep subject;
    CHECK(needs_words(subject).empty());
    subject.functions = {Function::operations, Function::it};
    CHECK(needs_words(subject) == "Operations and IT");
    subject.roles = {Role::decision_maker};
    CHECK(needs_words(subject) == "Operations and IT; as decision maker");

    Playbook playbook;
    playbook.steps.resize(3);
    playbook.steps[0].id = "time";
    playbook.steps[0].title = "Time";
    playbook.steps[1].id = "explore";
    playbook.steps[1].title = "Explore";
    playbook.steps[2].prerequisites = {"time", "explore"};
    CHECK(after_words(playbook, playbook.steps[2]) == "Time and Explore");
    CHECK(after_words(playbook, playbook.steps[0]) == "Nothing, it can come first");
    playbook.expected_group_size = 7;
    playbook.cadence_days = 14;
    CHECK(playbook_words(playbook) == "3 steps, usually 7 people, a conversation every 14 days");
}

TEST_CASE("how deals of a playbook end is said with where that is known from") {
    Playbook playbook;
    CHECK(base_words(playbook, {}).empty());
    CHECK(base_words(playbook, 0.4).starts_with("Fresh deals of this kind: about 40 of 100 won, by the odds of the steps alone."));
    playbook.base = BaseRate{0.1, "An average of 21,000 deals."};
    CHECK(base_words(playbook, 0.284) == "Fresh deals of this kind: about 28 of 100 won. An average of 21,000 deals.");
    playbook.base->origin.clear();
    CHECK(base_words(playbook, 0.284) == "Fresh deals of this kind: about 28 of 100 won.");
}
