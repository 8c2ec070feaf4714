#include "core/calibration/ridge_logistic.hpp"

#include "core/base/math/exact_math.hpp"
#include "core/base/random.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace middleground;
using Catch::Approx;

namespace {

struct Sample {
    OneHotRows rows;
    std::vector<std::uint8_t> won;
};

// `columns` answers with three values each; the first value of the first column helps.
Sample sample(Random& random, int count, int columns) {
    Sample made;
    made.rows.places = 3 * columns;
    made.rows.per_row = columns;
    for (int i = 0; i < count; ++i) {
        double log_odds = 0;
        for (int column = 0; column < columns; ++column) {
            const auto value = static_cast<int>(random.below(3));
            made.rows.at.push_back(3 * column + value);
            if (column == 0 && value == 0) log_odds += 2;
        }
        made.won.push_back(random.below(1000000) < logistic(log_odds - 0.7) * 1000000);
    }
    made.won[0] = 1;
    made.won[1] = 0;
    return made;
}

Sample without(const Sample& from, int left_out) {
    Sample rest;
    rest.rows.places = from.rows.places;
    rest.rows.per_row = from.rows.per_row;
    for (int i = 0; i < from.rows.count(); ++i) {
        if (i == left_out) continue;
        const auto places = from.rows.row(i);
        rest.rows.at.insert(rest.rows.at.end(), places.begin(), places.end());
        rest.won.push_back(from.won[static_cast<std::size_t>(i)]);
    }
    return rest;
}

}

TEST_CASE("a ridge fit is where the gradient is zero") {
    for (std::uint64_t seed = 0; seed < 60; ++seed) {
        INFO(seed);
        Random random(seed);
        const auto data = sample(random, 30 + static_cast<int>(random.below(60)), 1 + static_cast<int>(random.below(5)));
        RidgeFit ridge(data.rows, data.won);
        for (const double penalty : {64.0, 4.0, 0.5}) {
            ridge.fit(penalty);
            const auto& model = ridge.model();
            std::vector<double> gradient;
            for (const double weight : model.weights) {
                gradient.push_back(penalty * weight);
            }
            double total = 0;
            for (int i = 0; i < data.rows.count(); ++i) {
                const double off = logistic(model.score(data.rows.row(i))) - data.won[static_cast<std::size_t>(i)];
                total += off;
                for (const int place : data.rows.row(i)) {
                    gradient[static_cast<std::size_t>(place)] += off;
                }
            }
            REQUIRE(std::abs(total) < 1e-6);
            for (const double one : gradient) {
                REQUIRE(std::abs(one) < 1e-6);
            }
        }
    }
}

TEST_CASE("a stronger penalty makes smaller weights, and one without end leaves the base rate") {
    Random random(3);
    const auto data = sample(random, 80, 4);
    RidgeFit ridge(data.rows, data.won);
    double before = 0;
    for (const double penalty : {1e9, 256.0, 16.0, 1.0, 0.5}) {
        ridge.fit(penalty);
        double squares = 0;
        for (const double weight : ridge.model().weights) {
            squares += weight * weight;
        }
        CHECK(squares > before);
        if (penalty == 1e9) {
            CHECK(squares < 1e-10);
            const auto won = static_cast<double>(std::ranges::count(data.won, 1));
            CHECK(logistic(ridge.model().intercept) == Approx(won / 80).epsilon(1e-6));
        }
        before = squares;
    }
}

TEST_CASE("left-out scores are those of fits without the row") {
    for (std::uint64_t seed = 0; seed < 4; ++seed) {
        Random random(seed + 100);
        const auto data = sample(random, 50, 3);
        for (const double penalty : {32.0, 4.0}) {
            RidgeFit ridge(data.rows, data.won);
            ridge.fit(penalty);
            const auto left_out = ridge.left_out_scores();
            for (int i = 0; i < data.rows.count(); i += 3) {
                INFO(seed << ' ' << penalty << ' ' << i);
                const auto rest = without(data, i);
                RidgeFit exact(rest.rows, rest.won);
                exact.fit(penalty);
                const double own = ridge.model().score(data.rows.row(i));
                const double moved = exact.model().score(data.rows.row(i)) - own;
                const double said = left_out[static_cast<std::size_t>(i)] - own;
                REQUIRE(std::abs(said - moved) <= 0.02 + 0.1 * std::abs(moved));
                REQUIRE(said * moved > 0);
            }
        }
    }
}

TEST_CASE("what says nothing gets no weight, and what separates the deals does not run away") {
    Random random(5);
    int empty_handed = 0;
    for (int i = 0; i < 20; ++i) {
        auto noise = sample(random, 60, 4);
        for (auto& one : noise.won) {
            one = random.below(2) != 0;
        }
        noise.won[0] = 1;
        noise.won[1] = 0;
        const auto fit = fit_with_chosen_penalty(noise.rows, noise.won);
        CHECK(fit.slope >= 0);
        if (fit.slope == 0) {
            ++empty_handed;
            CHECK(std::ranges::all_of(fit.model.weights, [](double weight) { return weight == 0; }));
        }
    }
    CHECK(empty_handed >= 8);
    auto separated = sample(random, 60, 2);
    for (int i = 0; i < 60; ++i) {
        separated.won[static_cast<std::size_t>(i)] = separated.rows.row(i)[1] == 3;
    }
    const auto fit = fit_with_chosen_penalty(separated.rows, separated.won);
    for (int i = 0; i < 60; ++i) {
        const double chance = logistic(fit.model.score(separated.rows.row(i)));
        if (separated.won[static_cast<std::size_t>(i)] != 0) {
            CHECK(chance > 0.8);
        } else {
            CHECK(chance < 0.2);
        }
        CHECK(chance > 1e-6);
        CHECK(chance < 1 - 1e-6);
    }
}

TEST_CASE("some of the rows choose the penalty, all of them the weights") {
    Random random(31);
    const auto data = sample(random, 30000, 3);
    const auto fit = fit_with_chosen_penalty(data.rows, data.won);
    RidgeFit all(data.rows, data.won);
    all.fit(1);
    const auto apart = [](const LogisticModel& model) { return model.weights[0] - model.weights[1]; };
    CHECK(std::abs(apart(fit.model) - apart(all.model())) < 0.05);
    CHECK(std::abs(apart(fit.model) - 2) < 0.15);
    CHECK(std::abs(fit.slope - 1) < 0.1);
}

TEST_CASE("the rows that choose the penalty are spread over all, and both outcomes are among them") {
    for (const int every : {2, 7, 1000}) {
        std::vector<std::uint8_t> won;
        for (int i = 0; i < 50000; ++i) {
            won.push_back(i % every == 0 ? 1 : 0);
        }
        const auto chosen = rows_for_penalty(won, 4000);
        CHECK(std::ranges::is_sorted(chosen));
        CHECK(std::ranges::adjacent_find(chosen) == chosen.end());
        CHECK(std::abs(static_cast<int>(chosen.size()) - 4000) < 12);
        CHECK(chosen.front() < 50);
        CHECK(chosen.back() > 49900);
        const auto wins = std::ranges::count_if(chosen, [&](int row) { return won[static_cast<std::size_t>(row)] != 0; });
        CHECK(wins == std::max(10, 4000 / every));
    }
    CHECK(rows_for_penalty({1, 0, 0}, 1).size() == 3);
}
