#include "core/analysis/said/said_record.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

// What is still read from prose once the first fact was recorded; "refused" when it cannot be.
std::string left_after_recording(const Deal& deal) {
    const auto facts = said_facts(deal, playbook_of(deal), *english().said, said_today());
    REQUIRE(!facts.empty());
    const auto edit = edit_recording(deal, facts.front());
    if (!edit) return "no edit";
    const auto after = apply(deal, *edit, said_today());
    return after ? said_in(*after) : after.error().message();
}

}

TEST_CASE("Recorded, a fact is a member and not read from prose any more") {
    auto deal = said_deal();
    SECTION("Who has left") {
        put(deal, {.text = "Dana left Kestrel last week"});
        CHECK(left_after_recording(deal).empty());
    }
    SECTION("A day that somebody named") {
        put(deal, {.text = "He will not sign before Q4", .people = {"Klaus Reuter"}});
        CHECK(left_after_recording(deal).empty());
    }
    SECTION("A day of somebody whose stance is unknown") {
        put(deal, {.text = "Hal will not decide before Q4", .people = {"Hal Meyer"}});
        CHECK(left_after_recording(deal).empty());
    }
    SECTION("Who asked for the decision") {
        put(deal, {.text = "Please send the contract", .people = {"Frank Moser"}});
        CHECK(left_after_recording(deal).empty());
    }
}

TEST_CASE("What no edit can say is not offered") {
    auto deal = said_deal();
    SECTION("The day of an answer") {
        deal.commitments[1].events.push_back(
            {CommitmentEventKind::declined, said_today() - 3, {{"aaaaa3"}}, {}, "Spending freeze until Q4", {}});
        CHECK(left_after_recording(deal) == "no edit");
    }
    SECTION("Their question where ours is open") {
        deal.commitments[2].events.push_back({CommitmentEventKind::asked, said_today() - 20, {{"aaaaa4"}}, {}, {}, {}});
        put(deal, {.text = "Please send the contract", .people = {"Frank Moser"}});
        CHECK(left_after_recording(deal) == "no edit");
    }
}
