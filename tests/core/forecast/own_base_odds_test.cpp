#include "core/forecast/own_base_odds.hpp"
#include "core/forecast/deal_odds.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/forecasts.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace middleground;
using namespace middleground::test;

namespace {

double won(const Deal& deal) {
    return forecast_of(simulated(deal, today(), 10000)).won.value();
}

Deal with_base(Deal deal, int of_1000) {
    deal.own_base = OwnBase{of_1000, "365 closed deals, 45 % won: deals.csv"};
    return deal;
}

ForecastInput input_of(const Deal& deal) {
    return plain_input(deal, playbook_of(deal), today());
}

}

TEST_CASE("a fresh deal begins with the chance that one's own closed deals tell") {
    for (const auto& playbook : shipped_playbooks()) {
        for (const int of_1000 : {50, 150, 300, 450, 550}) {
            INFO(playbook.id << " " << of_1000);
            CHECK(std::abs(won(with_base(deal_with(playbook), of_1000)) - of_1000 / 1000.0) < 0.02);
        }
    }
}

TEST_CASE("a deal without a playbook has an own base, too") {
    Deal deal;
    deal.id = {"d00001"};
    deal.opened = deal.created = today();
    Commitment decision;
    decision.id = {"c00001"};
    decision.title = "Sign";
    decision.created = today();
    decision.decides = true;
    deal.commitments.push_back(decision);
    CHECK(std::abs(won(with_base(deal, 200)) - 0.2) < 0.02);
    CHECK(std::abs(won(with_base(deal, 500)) - 0.5) < 0.02);
}

TEST_CASE("a higher own base never gives a lower chance, and the worst and best are finite") {
    const auto& playbook = shipped_playbooks().front();
    double last = -1;
    for (const int of_1000 : {1, 10, 100, 250, 500, 750, 900, 990, 999}) {
        const double now = won(with_base(deal_with(playbook), of_1000));
        CHECK(now >= last);
        CHECK(now < 1);
        last = now;
    }
}

TEST_CASE("the same own base is worked out once, and is the same for another table") {
    const auto& playbook = shipped_playbooks().front();
    ForecastTables tables;
    const double first = base_for_chance(&playbook, 300, ForecastSettings{}, tables);
    CHECK(tables.kept_bases().size() == 1);
    CHECK(base_for_chance(&playbook, 300, ForecastSettings{}, tables) == first);
    CHECK(tables.kept_bases().size() == 1);
    auto harder = playbook;
    for (auto& step : harder.steps) {
        step.odds_b += 2;
    }
    CHECK(base_for_chance(&harder, 300, ForecastSettings{}, tables) > first);
    ForecastTables others;
    CHECK(base_for_chance(&playbook, 300, ForecastSettings{}, others) == first);
}

TEST_CASE("what the own base knows does not count a second time") {
    auto deal = with_base(deal_with(shipped_playbooks().front()), 300);
    deal.client = Client::current;
    deal.alternatives.push_back({"Kestrel", AlternativeKind::competitor, {}, {}});
    CHECK(input_of(deal).competitor);
    CHECK(input_of(deal).current_client);
    deal.own_base->knows_competitor = true;
    CHECK_FALSE(input_of(deal).competitor);
    CHECK(input_of(deal).current_client);
    deal.own_base->knows_client = true;
    CHECK_FALSE(input_of(deal).current_client);
    deal.own_base.reset();
    CHECK(input_of(deal).competitor);
}
