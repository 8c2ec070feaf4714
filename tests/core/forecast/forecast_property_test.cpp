#include "tests/support/analysis.hpp"
#include "tests/support/forecasts.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>

using namespace middleground;
using namespace middleground::test;

// Over generated deals, each with its seed: with the same draws, what helps never lowers the chance of winning, and waiting never raises it -
// not on average, but in every single future.

namespace {

constexpr int deals = 1000;
constexpr std::uint32_t futures = 200;

using Days = std::vector<std::uint16_t>; // on which each future is won

// Nothing for deals that have no forecast.
std::optional<Days> won_with(const PlayedDeal& comparison, std::span<const WhatIf> all) {
    auto prepared = prepared_with(comparison, all);
    if (!prepared) return std::nullopt;
    if (prepared->settled) return Days(futures, prepared->settled->as == Settled::As::won ? 0 : not_won);
    Simulation simulation(std::move(*prepared), 5, Record::outcomes);
    simulation.run(futures);
    return simulation.won_days();
}

// Every future that is won in the worse case is won in the better one, and not later.
bool is_nowhere_better(const Days& worse, const Days& better) {
    for (std::size_t i = 0; i < worse.size(); ++i) {
        if (worse[i] < better[i]) return false;
    }
    return true;
}

void check_helps(const PlayedDeal& comparison, const Days& base, const WhatIf& what) {
    const auto then = won_with(comparison, std::array{what});
    REQUIRE(then);
    CHECK(is_nowhere_better(base, *then));
}

template <typename List>
const auto* any_of(const List& list, Random& random) {
    return list.empty() ? nullptr : &list[random.below(static_cast<std::uint32_t>(list.size()))];
}

void check_one(const PlayedDeal& comparison, const Days& base, Random& random) {
    const auto& deal = comparison.deal;
    const auto* one = any_of(deal.commitments, random);
    // Of two commitments for one step the other one may come to be played for it: other draws.
    if (one != nullptr && std::ranges::count(deal.commitments, one->step, &Commitment::step) == 1) {
        INFO("keeping " << one->id.text);
        check_helps(comparison, base, what_if::Kept{one->id});
    }
    if (const auto* person = any_of(deal.stakeholders, random)) {
        INFO("one step up for " << person->id.text);
        check_helps(comparison, base, what_if::StanceBecomes{person->id, one_step_up(stance_of(*person))});
    }
    if (const auto* concern = any_of(deal.concerns, random)) {
        INFO("resolving " << concern->id.text);
        check_helps(comparison, base, what_if::Resolved{concern->id});
    }
    if (comparison.assessment.consensus.unnamed > 0) {
        INFO("naming somebody neutral");
        check_helps(comparison, base, what_if::SomebodyNamed{});
    }
    const int days = between(random, 1, 90);
    INFO("waiting for " << days << " days");
    const auto waited = won_with(comparison, std::array<WhatIf, 1>{what_if::Waiting{days}});
    REQUIRE(waited);
    CHECK(is_nowhere_better(*waited, base));
}

}

TEST_CASE("what helps never loses a future, and waiting never wins one") {
    ForecastTables tables;
    const ForecastSettings settings;
    int forecasts = 0;
    for (std::uint64_t seed = 0; seed < deals; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        auto deal = random_deal(random);
        deal.outcome = Open{};
        const auto assessment = assessed(deal, today());
        const PlayedDeal comparison{deal, playbook_of(deal), english(), assessment, today(), settings, tables, 5};
        const auto base = won_with(comparison, {});
        if (!base) continue;
        ++forecasts;
        check_one(comparison, *base, random);
    }
    CHECK(forecasts > deals / 2);
}

TEST_CASE("every generated deal adds up") {
    ForecastTables tables;
    for (std::uint64_t seed = 0; seed < deals; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = random_deal(random);
        const double push = between(random, 0, 100);
        (void)between(random, 0, 100);
        const auto input = forecast_input(deal, playbook_of(deal), consensus_of(deal), push, today());
        auto prepared = prepare_deal(input, ForecastSettings{}, tables);
        if (!prepared) continue;
        Simulation simulation(std::move(*prepared), seed, Record::everything);
        simulation.run(64);
        const auto forecast = forecast_of(simulation);
        CHECK(forecast.won.count + forecast.lost.count + forecast.no_decision.count == 64);
        std::uint32_t weekly = 0;
        for (const auto week : forecast.weekly) {
            weekly += week;
        }
        CHECK(weekly == forecast.won.count);
        for (const auto& one : forecast.commitments) {
            CHECK(one.kept.count <= one.kept.of);
        }
    }
}
