#include "core/model/plan/refusal.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("a no stands until something about it has changed") {
    Deal deal;
    Stakeholder person;
    person.id = {"p00001"};
    deal.stakeholders = {person};
    Commitment one;
    one.id = {"c00001"};
    CommitmentEvent no;
    no.kind = CommitmentEventKind::declined;
    no.on = today() - 5;
    no.who = {person.id};
    one.events = {no};
    CHECK(refuses(deal, one, person.id));
    CHECK_FALSE(refuses(deal, one, {"p00002"}));
    CHECK(refusals(one) == 1);

    SECTION("that names nobody is everybody's") {
        one.events[0].who.clear();
        CHECK(refuses(deal, one, {"p00002"}));
    }
    SECTION("until a day is no to today only") {
        one.events[0].not_before = today() + 90;
        CHECK_FALSE(refuses(deal, one, person.id));
    }
    SECTION("a concern that is answered changes it, one of before does not") {
        Concern concern;
        concern.stakeholder = person.id;
        concern.events = {{ConcernEventKind::raised, today() - 20, {}}, {ConcernEventKind::answered, today() - 10, {}}};
        deal.concerns = {concern};
        CHECK(refuses(deal, one, person.id));
        deal.concerns[0].events.push_back({ConcernEventKind::resolved, today() - 2, {}});
        CHECK_FALSE(refuses(deal, one, person.id));
    }
    SECTION("value that they took changes it, value in a message that nobody answered does not") {
        Interaction message;
        message.on = today() - 2;
        message.kind = InteractionKind::email;
        message.direction = Direction::outbound;
        message.value_given = {{person.id, "Payback sheet", {}}};
        deal.interactions = {message};
        CHECK(refuses(deal, one, person.id));
        deal.interactions[0].answered = true;
        CHECK_FALSE(refuses(deal, one, person.id));
    }
    SECTION("a better stance changes it") {
        deal.stakeholders[0].stances = {{today() - 30, Stance::opposed, {}}};
        CHECK(refuses(deal, one, person.id));
        deal.stakeholders[0].stances.push_back({today() - 1, Stance::neutral, {}});
        CHECK_FALSE(refuses(deal, one, person.id));
    }
    SECTION("agreed after all") {
        CommitmentEvent yes;
        yes.kind = CommitmentEventKind::agreed;
        yes.on = today();
        yes.who = {person.id};
        one.events.push_back(yes);
        CHECK_FALSE(refuses(deal, one, person.id));
    }
}
