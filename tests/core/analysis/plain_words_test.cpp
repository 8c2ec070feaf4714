#include "core/analysis/findings.hpp"
#include "core/analysis/phrases.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/calm_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

// Sentences of ours agree with what they are about: one or several, with the verb that goes with it.

TEST_CASE("functions take the verb and the name that they have in a sentence") {
    CHECK(function_has(Function::end_user) == "The end users have");
    CHECK(function_has(Function::operations) == "Operations has");
    CHECK(function_has(Function::it) == "IT has");
    CHECK(function_has(Function::executive) == "Management has");
    CHECK(function_group(Function::hr) == "HR");
}

TEST_CASE("a function that nobody heard is said with the right verb") {
    const auto why_of = [](Function function, int people) {
        auto deal = calm_deal();
        person_in(deal, carl).problem.clear();
        person_in(deal, carl).function = function;
        for (auto& one : deal.interactions)
            one.people = {anna, bert};
        for (int i = 1; i < people; ++i) {
            auto more = person_in(deal, carl);
            more.id = {"more0" + std::to_string(i)};
            deal.stakeholders.push_back(more);
        }
        const auto found = assessed(deal, today()).balance;
        const auto signal = std::ranges::find(found.signals, "function_unheard", &Signal::id);
        return signal == found.signals.end() ? std::string() : signal->why;
    };
    CHECK(why_of(Function::end_user, 3).starts_with("The end users have never been heard: "));
    CHECK(why_of(Function::end_user, 3).ends_with(" and 2 others."));
    CHECK(why_of(Function::legal, 1).starts_with("Legal has never been heard: "));
    CHECK(why_of(Function::other, 1).ends_with(" has never been heard."));
    CHECK(why_of(Function::other, 2).ends_with(" and 1 other have never been heard."));
}

TEST_CASE("whom to hear of a function that nobody was heard of is said in plain words") {
    const auto why_hear = [](Function function) {
        auto deal = calm_deal();
        person_in(deal, carl).problem.clear();
        person_in(deal, carl).function = function;
        for (auto& one : deal.interactions)
            one.people = {anna, bert};
        const auto next = assessed(deal, today()).next;
        const auto hear = std::ranges::find(next.list, NextAction::hear, &NextAsk::action);
        return hear == next.list.end() ? std::string() : hear->why;
    };
    CHECK(why_hear(Function::end_user).find("No other end user has been heard either.") != std::string::npos);
    CHECK(why_hear(Function::legal).find("Nobody else in legal has been heard either.") != std::string::npos);
}

TEST_CASE("functions that are not on the deal are named with the right verb") {
    const auto said = [](std::vector<Function> there) {
        auto deal = calm_deal();
        deal.amount = Money{3000000, "EUR"}; // of finance and the end users
        for (std::size_t i = 0; i < deal.stakeholders.size(); ++i) {
            deal.stakeholders[i].function = i < there.size() ? there[i] : Function::executive;
            deal.stakeholders[i].role = i == 0 ? Role::decision_maker : Role::influencer;
        }
        const auto assessment = assessed(deal, today());
        const auto found = std::ranges::find(assessment.findings, "function_absent", &Finding::id);
        return found == assessment.findings.end() ? std::string() : found->what;
    };
    CHECK(said({}) == "Finance and end users are not on the deal yet.");
    CHECK(said({Function::finance}) == "End users are not on the deal yet.");
    CHECK(said({Function::end_user}) == "Finance is not on the deal yet.");
}
