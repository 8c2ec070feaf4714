#include "core/diary/recalibration.hpp"

#include "core/base/math/exact_math.hpp"
#include "core/base/random.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <vector>

using namespace middleground;

namespace {

double chance(Random& random) {
    return (random.below(1000000) + 0.5) / 1000000;
}

// Deals that are won as often as `truth` says of the chance they were given.
template <typename Truth>
std::vector<Outcomes> drawn(int count, std::uint64_t seed, Truth truth) {
    Random random(seed);
    std::vector<Outcomes> outcomes;
    for (int i = 0; i < count; ++i) {
        const double said = 0.05 + 0.9 * chance(random);
        outcomes.push_back({said, chance(random) < truth(said)});
    }
    return outcomes;
}

double as_said(double said) {
    return said;
}
double too_high(double said) {
    return logistic(-1 + 0.8 * std::log(said / (1 - said)));
}

}

TEST_CASE("a record without deals changes nothing") {
    CHECK(recalibration_of({}, 0) == Recalibration());
    CHECK(recalibrated(0.31, Recalibration()) == 0.31);
    CHECK(recalibrated(Share{0, 10000}, Recalibration()) == Share{0, 10000});
}

TEST_CASE("the truth is found where there are many deals") {
    const auto found = recalibration_of(drawn(20000, 1, too_high), 20000);
    CHECK(std::abs(found.shift + 1) < 0.08);
    CHECK(std::abs(found.slope - 0.8) < 0.08);
    const auto right = recalibration_of(drawn(20000, 2, as_said), 20000);
    CHECK(std::abs(right.shift) < 0.08);
    CHECK(std::abs(right.slope - 1) < 0.08);
}

TEST_CASE("forty deals move a chance that is right by little, and one that is not in the right direction") {
    double moved = 0;
    int better = 0;
    constexpr int tries = 200;
    for (std::uint64_t seed = 1; seed <= tries; ++seed) {
        const auto right = recalibration_of(drawn(40, seed, as_said), 40);
        moved += std::abs(recalibrated(0.3, right) - 0.3);
        const auto wrong = recalibration_of(drawn(40, seed + 1000, too_high), 40);
        better += std::abs(recalibrated(0.5, wrong) - too_high(0.5)) < std::abs(0.5 - too_high(0.5)) ? 1 : 0;
    }
    CHECK(moved / tries < 0.06);
    CHECK(better > 0.95 * tries);
}

TEST_CASE("a higher chance stays a higher one, and none becomes 0 or 1, whatever the record") {
    for (std::uint64_t seed = 1; seed <= 100; ++seed) {
        // Records that make no sense among them: the higher the chance, the less often won; all won; none.
        const auto turned = [&](double said) { return seed % 4 == 0 ? 1 - said : seed % 4 == 1 ? 0.0 : seed % 4 == 2 ? 1.0 : said; };
        const auto found = recalibration_of(drawn(60, seed, turned), 60);
        double last = 0;
        for (std::uint32_t won = 0; won <= 10000; ++won) {
            const double next = recalibrated(won / 10000.0, found);
            REQUIRE(next > last);
            last = next;
        }
        REQUIRE(last < 1);
        CHECK(recalibrated(Share{0, 10000}, found).count >= 1);
        CHECK(recalibrated(Share{10000, 10000}, found).count <= 9999);
    }
}

TEST_CASE("several looks at one deal weigh as one") {
    const auto once = drawn(50, 3, too_high);
    std::vector<Outcomes> thrice;
    for (const auto& one : once) {
        thrice.insert(thrice.end(), 3, one);
    }
    const auto of_once = recalibration_of(once, 50);
    const auto of_thrice = recalibration_of(thrice, 50);
    CHECK(std::abs(of_once.shift - of_thrice.shift) < 1e-6);
    CHECK(std::abs(of_once.slope - of_thrice.slope) < 1e-6);
}

TEST_CASE("of a forecast the chances change together, and its dates not at all") {
    Forecast forecast;
    forecast.futures = 10000;
    forecast.won = {4000, 10000};
    forecast.lost = {1500, 10000};
    forecast.no_decision = {4500, 10000};
    forecast.won_by_target = Share{1000, 10000};
    forecast.close.p50 = Date::from_days(20700);
    const Money amount{1000000, "EUR"};
    forecast.expected = expected_amount(amount, forecast.won);
    const auto shown = recalibrated(forecast, amount, {-0.5, 1, 46});
    CHECK(shown.won == recalibrated(forecast.won, {-0.5, 1, 46}));
    CHECK(shown.won.count < 4000);
    CHECK(shown.won.count + shown.lost.count + shown.no_decision.count == 10000);
    CHECK(std::abs(3.0 * shown.lost.count - shown.no_decision.count) < 4);
    CHECK(shown.won_by_target->count == 1000 * shown.won.count / 4000);
    CHECK(*shown.expected == expected_amount(amount, shown.won));
    CHECK(shown.close.p50 == forecast.close.p50);
    forecast.settled = Settled{};
    CHECK(recalibrated(forecast, amount, {-0.5, 1, 46}).won == forecast.won);
}
