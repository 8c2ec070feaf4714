#include "core/calibration/history_score.hpp"

#include "core/base/random.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace middleground;
using Catch::Approx;

namespace {

using Values = std::vector<double>;
using WonFlags = std::vector<std::uint8_t>;

// Pair by pair.
double slow_area(const Values& values, const WonFlags& won) {
    double points = 0;
    int pairs = 0;
    for (std::size_t i = 0; i < values.size(); ++i) {
        for (std::size_t j = 0; j < values.size(); ++j) {
            if (won[i] == 0 || won[j] != 0) continue;
            ++pairs;
            points += values[i] > values[j] ? 1 : values[i] == values[j] ? 0.5 : 0;
        }
    }
    return pairs == 0 ? 0.5 : points / pairs;
}

}

TEST_CASE("the area under the curve counts pairs, ties half") {
    CHECK(area_under_curve(Values{0.1, 0.9}, WonFlags{0, 1}) == 1);
    CHECK(area_under_curve(Values{0.9, 0.1}, WonFlags{0, 1}) == 0);
    CHECK(area_under_curve(Values{0.4, 0.4, 0.4}, WonFlags{0, 1, 1}) == 0.5);
    CHECK(area_under_curve(Values{0.1, 0.4, 0.4, 0.8}, WonFlags{0, 0, 1, 1}) == 0.875);
    CHECK(area_under_curve(Values{0.3, 0.7}, WonFlags{1, 1}) == 0.5);
    CHECK(area_under_curve({}, {}) == 0.5);
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        INFO(seed);
        Random random(seed);
        Values values;
        WonFlags won;
        for (int i = 0; i < 25; ++i) {
            values.push_back(random.below(12) / 12.0);
            won.push_back(random.below(2) != 0);
        }
        REQUIRE(area_under_curve(values, won) == Approx(slow_area(values, won)).epsilon(1e-12));
    }
}

TEST_CASE("the error of an area") {
    // Hanley and McNeil's example for an area of 0.893 with 51 and 58 cases: 0.032.
    CHECK(std::abs(area_error(0.893, 51, 58) - 0.032) < 0.001);
    CHECK(area_error(0.8, 400, 400) < area_error(0.8, 40, 40));
    CHECK(area_error(1, 10, 10) == 0);
}

TEST_CASE("the Brier score") {
    const auto score = brier_score(Values{0.5, 0.5, 1, 0}, WonFlags{1, 0, 1, 0});
    CHECK(score.mean == 0.125);
    CHECK(score.error == Approx(0.0625));
    CHECK(brier_score(Values{1}, WonFlags{0}).mean == 1);
}

TEST_CASE("reliability puts every deal into one bin") {
    const Values chances{0, 0.05, 0.1, 0.55, 0.59, 1};
    const auto bins = reliability(chances, WonFlags{0, 1, 0, 1, 1, 1}, 10);
    REQUIRE(bins.size() == 4);
    CHECK(bins[0].deals == 2);
    CHECK(bins[0].won == 1);
    CHECK(bins[0].predicted == Approx(0.025));
    CHECK(bins[0].observed == 0.5);
    CHECK(bins[1].from == 0.1);
    CHECK(bins[1].deals == 1);
    CHECK(bins[2].predicted == Approx(0.57));
    CHECK(bins[2].high == 1);
    CHECK(bins[3].from == 0.9);
    CHECK(bins[3].to == 1);
    for (const auto& bin : bins) {
        CHECK(bin.low <= bin.observed);
        CHECK(bin.observed <= bin.high);
        CHECK(bin.low < bin.high);
    }
    CHECK(reliability({}, {}, 10).empty());
}
