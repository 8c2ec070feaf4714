#include "core/forecast/waiting.hpp"
#include "tests/support/forecasts.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace middleground;
using namespace middleground::test;

namespace {

struct Case {
    Playbook playbook = playbook_with({plain_step("a", 0.7, 10)});
    Deal deal = deal_with(playbook);
    ForecastSettings settings;

    Case() {
        playbook.steps[0].days_min = 5;
        playbook.steps[0].days_max = 20;
    }
    Commitment& one() { return deal.commitments.front(); }
    void happened(CommitmentEventKind kind, Date on, std::optional<Date> due = {}) {
        CommitmentEvent event;
        event.kind = kind;
        event.on = on;
        event.due = due;
        one().events.push_back(event);
    }
    Waiting on(Date day) {
        auto input = plain_input(deal, &playbook, day);
        return waiting_of(one(), input, settings);
    }
};

}

TEST_CASE("those that will be kept usually are by now") {
    CHECK(share_still_open(0, 10, 1) == 1);
    CHECK(std::abs(share_still_open(10, 10, 1) - 0.5) < 1e-12);
    CHECK(std::abs(share_still_open(27, 10, 1) - 0.1602) < 1e-3); // ln 2.7 = 0.993 standard deviations
}

TEST_CASE("each day of waiting takes a little, up to a limit") {
    Case asked;
    CHECK(asked.on(today()).move == 0);
    asked.happened(CommitmentEventKind::asked, today() - 1);
    double last = 0;
    for (int days = 0; days < 200; ++days) {
        const auto waiting = asked.on(today() + days);
        CHECK(waiting.days == days + 1);
        CHECK(waiting.move <= last);
        last = waiting.move;
    }
    CHECK(last == asked.settings.least_waiting);
}

TEST_CASE("what was agreed with a day is waited for from that day on, and lapses after two cadences") {
    Case agreed;
    agreed.happened(CommitmentEventKind::asked, today() - 40);
    agreed.happened(CommitmentEventKind::agreed, today() - 30);
    CHECK(agreed.on(today()).days == 30);
    CHECK_FALSE(agreed.on(today()).lapsed);
    agreed.happened(CommitmentEventKind::due, today() - 30, today() - 3);
    CHECK(agreed.on(today()).days == 3);
    CHECK(agreed.on(today()).overdue);
    CHECK(agreed.on(today() - 10).move == 0);
    const int cadence = agreed.playbook.cadence_days;
    CHECK_FALSE(agreed.on(today() - 3 + 2 * cadence).lapsed);
    CHECK(agreed.on(today() - 3 + 2 * cadence + 1).lapsed);
}

TEST_CASE("nothing is waited for once it is kept, refused or taken back") {
    for (const auto kind : {CommitmentEventKind::kept, CommitmentEventKind::declined, CommitmentEventKind::reopened, CommitmentEventKind::dropped}) {
        Case one;
        one.happened(CommitmentEventKind::asked, today() - 60);
        one.happened(kind, today() - 50);
        CHECK(one.on(today()).move == 0);
    }
}
