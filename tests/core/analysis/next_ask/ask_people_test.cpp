#include "core/analysis/next_ask/ask_people.hpp"

#include "tests/support/analysis.hpp"
#include "tests/support/calm_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

// Calls `look` with the input of the deal under a shipped playbook.
void with_input(Deal deal, std::string_view playbook, const auto& look) {
    deal.playbook = playbook;
    const auto group = consensus_of(deal);
    const Balance none;
    look(NextAskInput{deal, playbook_of(deal), group, none, english(), today()});
}

Deal with_step(std::string_view step, std::vector<StakeholderId> people = {}) {
    auto deal = calm_deal();
    auto& commitment = commitment_in(deal, second);
    commitment.step = step;
    commitment.people = std::move(people);
    commitment.buyer_owner = {};
    return deal;
}

std::vector<StakeholderId> could_give(const Deal& deal, std::string_view playbook) {
    std::vector<StakeholderId> who;
    with_input(deal, playbook, [&](const NextAskInput& input) { who = who_could_give(input, *find(input.deal, second)); });
    return who;
}

bool gives(Deal deal, const StakeholderId& id, std::string_view playbook = "ten-commitments") {
    bool result = false;
    with_input(std::move(deal), playbook, [&](const NextAskInput& input) { result = may_give(input, *find(input.deal, second), *find(input.deal, id)); });
    return result;
}

}

TEST_CASE("money and the will to change come from those whom the playbook names, else from those who decide; never from a user") {
    for (const auto* step : {"invest", "change"}) {
        INFO(step);
        auto deal = with_step(step);
        CHECK(gives(deal, anna));
        CHECK(gives(deal, bert));
        CHECK_FALSE(gives(deal, carl)); // IT evaluates
        person_in(deal, carl).function = Function::finance;
        CHECK(gives(deal, carl));
        person_in(deal, carl).role = Role::user;
        CHECK_FALSE(gives(deal, carl));
        person_in(deal, anna).left = Departure{today(), {}};
        CHECK_FALSE(gives(deal, anna));
        person_in(deal, bert).role = Role::influencer;
        person_in(deal, bert).function = Function::sales;
        CHECK(could_give(deal, "ten-commitments").empty()); // then who decides has to be found
    }
    CHECK(gives(with_step("review"), carl)); // what is no such step anybody can be asked for who was named for it
    auto own = with_step("");
    CHECK(gives(own, carl));
    commitment_in(own, second).title = "Budget for next year";
    CHECK_FALSE(gives(own, carl));
    CHECK(gives(own, bert));
    commitment_in(own, second).title = "Anything";
    commitment_in(own, second).decides = true;
    CHECK_FALSE(gives(own, carl));
}

TEST_CASE("where the buyer leads, who decides is asked only for what the step names them for") {
    auto deal = with_step("requirements");
    deal.process = Process::buyer_led;
    person_in(deal, carl).role = Role::gatekeeper;
    person_in(deal, carl).function = Function::procurement;
    CHECK(gives(deal, carl, "rfp"));
    CHECK_FALSE(gives(deal, anna, "rfp"));
    commitment_in(deal, second).step = "presentation"; // for evaluators, users and who decides
    CHECK(gives(deal, anna, "rfp"));
    commitment_in(deal, second).step.clear(); // nothing says otherwise: the contact
    CHECK(gives(deal, carl, "rfp"));
    CHECK_FALSE(gives(deal, bert, "rfp"));
    CHECK(main_contact(deal) == std::vector{carl});
    deal.process = Process::seller_led;
    CHECK(gives(deal, bert, "rfp"));
    CHECK(main_contact(deal) == std::vector{anna}); // heard on the same day as the others, and weighs most
}

TEST_CASE("who covers for somebody who left: of the same function and in touch since, before others") {
    auto deal = calm_deal();
    auto& gone = person_in(deal, anna);
    gone.left = Departure{today() - 10, {}};
    CHECK(who_covers_for(deal, gone) == std::vector{bert}); // both talked with us since; he weighs more
    person_in(deal, carl).function = gone.function;
    CHECK(who_covers_for(deal, gone) == std::vector{carl});
    interaction_in(deal, talk).people = {bert};
    CHECK(who_covers_for(deal, gone) == std::vector{bert}); // in touch counts before the function
    interaction_in(deal, talk).people = {};
    CHECK(who_covers_for(deal, gone) == std::vector{carl});
    person_in(deal, carl).left = person_in(deal, bert).left = Departure{today(), {}};
    CHECK(who_covers_for(deal, gone).empty());
    CHECK(deciders(deal).empty());
}
