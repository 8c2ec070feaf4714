#include "core/forecast/simulation.hpp"
#include "core/base/math/exact_math.hpp"
#include "core/forecast/step_days.hpp"
#include "tests/support/forecasts.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace middleground;
using namespace middleground::test;

// Where the answer is known by formula, the simulation has to find it within four standard errors.

namespace {

constexpr std::uint32_t futures = 100000;

void check_within_errors(const Share& share, double expected) {
    INFO(share.value() << " is to be " << expected);
    CHECK(std::abs(share.value() - expected) < 4 * std::sqrt(expected * (1 - expected) / share.of) + 1e-12);
}

Forecast forecast_with(const Playbook& playbook, const ForecastSettings& settings) {
    const auto deal = deal_with(playbook);
    return forecast_of(simulated(plain_input(deal, &playbook, today()), settings, futures));
}

}

TEST_CASE("a chain of fixed odds is won with their product, on the sum of its days") {
    const auto playbook = playbook_with(
        {plain_step("a", 0.9, 3), plain_step("b", 0.7, 4, {"a"}), plain_step("c", 0.8, 5, {"b"}), plain_step("d", 0.6, 8, {"c"})});
    const auto forecast = forecast_with(playbook, bare_settings());
    check_within_errors(forecast.won, 0.9 * 0.7 * 0.8 * 0.6);
    check_within_errors(forecast.lost, 1 - 0.9 * 0.7 * 0.8 * 0.6);
    CHECK(forecast.no_decision.count == 0);
    CHECK(forecast.close.p10 == today() + 20);
    CHECK(forecast.close.p90 == today() + 20);
    REQUIRE(forecast.commitments.size() == 4);
    check_within_errors(forecast.commitments[0].kept, 0.9);
    check_within_errors(forecast.commitments[1].kept, 0.63);
    CHECK(forecast.commitments[2].dates.p50 == today() + 12);
    for (const auto& one : forecast.commitments) {
        CHECK(one.critical.count == forecast.won.count);
    }
}

TEST_CASE("tries are geometric, cut off at six") {
    auto settings = bare_settings();
    settings.most_tries = 6;
    settings.again = 1;
    const auto playbook = playbook_with({plain_step("a", 0.3, 1)});
    check_within_errors(forecast_with(playbook, settings).won, 1 - std::pow(0.7, 6));

    SECTION("each further try has 0.8 times the chance of the one before") {
        settings.again = 0.8;
        double none = 1;
        for (int i = 0; i < 6; ++i) {
            none *= 1 - 0.3 * std::pow(0.8, i);
        }
        check_within_errors(forecast_with(playbook, settings).won, 1 - none);
    }
    SECTION("a final no ends it") {
        settings.decision_no = 0.2;
        double won = 0;
        double open = 1;
        for (int i = 0; i < 6; ++i) {
            won += open * 0.3;
            open *= 1 - 0.3 - 0.2;
        }
        check_within_errors(forecast_with(playbook, settings).won, won);
    }
}

TEST_CASE("branches side by side end with the slower one") {
    auto slow = plain_step("a", 0.9999, 0);
    slow.days_max = 100; // falling from 0
    auto other = slow;
    other.id = "b";
    const auto playbook = playbook_with({slow, other, plain_step("c", 0.9999, 0, {"a", "b"})});
    const auto deal = [&] {
        auto made = deal_with(playbook);
        made.targets.push_back({today(), today() + 29, TargetReason::seller_target, {}});
        return made;
    }();
    const auto settings = bare_settings();
    const auto forecast = forecast_of(simulated(plain_input(deal, &playbook, today()), settings, futures));
    // Log-normal around the median of the triangle, 29.3 days; done by the end of day 29, which is day 29.5 before rounding.
    const double one = normal_below(logarithm(29.5 / 29) / spread_of({0, 0, 100}, settings));
    REQUIRE(forecast.won_by_target);
    CHECK(std::abs(forecast.won_by_target->value() - one * one) <
          4 * forecast.won_by_target->error() + 0.003); // 256 rows are a grid of 0.002
    // The longest path goes through one of them, each as often.
    const auto critical = [&](std::size_t i) { return forecast.commitments[i].critical.value(); };
    CHECK(std::abs(critical(0) + critical(1) - 1) < 0.02);
    CHECK(std::abs(critical(0) - 0.5) < 0.02);
}

TEST_CASE("not to know the odds is averaged over, once for all tries of a future") {
    auto settings = bare_settings();
    settings.most_tries = 2;
    settings.again = 1;
    auto step = plain_step("a", 0.5, 1);
    step.odds_a = 1;
    step.odds_b = 1;
    // 1 - E[(1 - p)^2] = 2/3; with a new chance for each try it would be 3/4.
    check_within_errors(forecast_with(playbook_with({step}), settings).won, 2.0 / 3);
    step.odds_a = 3;
    step.odds_b = 1;
    settings.most_tries = 1;
    check_within_errors(forecast_with(playbook_with({step}), settings).won, 0.75);
}

TEST_CASE("a hazard alone leaves e^-ht") {
    auto settings = bare_settings();
    settings.hazard = 0.05;
    settings.hazard_against = 0;
    settings.hazard_before = 1;
    const auto playbook = playbook_with({plain_step("a", 0.99999, 70)});
    const auto forecast = forecast_with(playbook, settings);
    check_within_errors(forecast.won, std::exp(-0.5));
    check_within_errors(forecast.no_decision, 1 - std::exp(-0.5));

    SECTION("it is higher until something is kept") {
        settings.hazard_before = 3;
        const auto two = playbook_with({plain_step("a", 0.99999, 7), plain_step("b", 0.99999, 63, {"a"})});
        check_within_errors(forecast_with(two, settings).won, std::exp(-0.15 - 0.45));
    }
    SECTION("it is higher with everybody against it") {
        settings.hazard_against = 1;
        check_within_errors(forecast_with(playbook, settings).won, std::exp(-1.0)); // seven unnamed seats
    }
}
