#include "core/model/plan/their_acts.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("the last act of theirs is what they did, never what we did") {
    Deal deal;
    deal.opened = today() - 100;
    CHECK(last_act_of_theirs(deal, today()) == deal.opened);
    Interaction mail;
    mail.on = today() - 10;
    mail.kind = InteractionKind::email;
    mail.direction = Direction::outbound;
    deal.interactions = {mail};
    CHECK(last_act_of_theirs(deal, today()) == deal.opened);
    deal.interactions[0].answered = true;
    CHECK(last_act_of_theirs(deal, today()) == today() - 10);

    Commitment one;
    const auto happened = [&](CommitmentEventKind kind, Date on, Asker by = Asker::us) {
        CommitmentEvent event;
        event.kind = kind;
        event.on = on;
        event.by = by;
        one.events.push_back(event);
        deal.commitments = {one};
    };
    happened(CommitmentEventKind::asked, today() - 8);
    CHECK(last_act_of_theirs(deal, today()) == today() - 10);
    happened(CommitmentEventKind::agreed, today() - 7);
    CHECK(last_act_of_theirs(deal, today()) == today() - 7);
    happened(CommitmentEventKind::broken, today() - 6);
    CHECK(last_act_of_theirs(deal, today()) == today() - 7);
    happened(CommitmentEventKind::asked, today() - 5, Asker::them);
    CHECK(last_act_of_theirs(deal, today()) == today() - 5);
    happened(CommitmentEventKind::kept, today() - 2);
    CHECK(last_act_of_theirs(deal, today()) == today() - 2);
    // Of what is dated later than today nothing is known yet.
    happened(CommitmentEventKind::kept, today() + 3);
    CHECK(last_act_of_theirs(deal, today()) == today() - 2);
    CHECK(last_act_of_theirs(deal, today() - 3) == today() - 5);
}
