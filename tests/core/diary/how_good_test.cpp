#include "core/diary/how_good.hpp"

#include "core/base/random.hpp"
#include "core/diary/diary.hpp"
#include "tests/support/random_things.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <functional>

using namespace middleground;
using namespace middleground::test;

namespace {

double chance(Random& random) {
    return (random.below(1000000) + 0.5) / 1000000;
}

Deal ended(Date on, bool won, Diary diary, std::string playbook = "plain") {
    Deal deal;
    Random random(static_cast<std::uint64_t>(on.days()) * 7919 + diary.size());
    deal.id = DealId::make(random);
    deal.playbook = std::move(playbook);
    deal.outcome = won ? Outcome(Won{on}) : Outcome(Lost{on, {}, {}});
    deal.diary = std::move(diary);
    return deal;
}

HowGood how_good_of(const std::vector<Deal>& deals, std::optional<Date> since = {}) {
    std::vector<const Deal*> all;
    for (const auto& deal : deals) {
        all.push_back(&deal);
    }
    return how_good(all, since);
}

// A world whose truth is known: a deal of ten steps of ten days each; each is kept nine times in ten, or the deal is lost on its last day. The
// forecast knows that, and is exactly right every day. `said`: what it says of that chance.
constexpr int steps = 10;
constexpr int days_a_step = 10;
constexpr double kept = 0.9;
Deal staged_deal(Random& random, const std::function<double(double)>& said) {
    const Date opened = today() - 400 + between(random, 0, 90);
    int step = 0;
    while (step < steps && chance(random) < kept) ++step;
    const bool won = step == steps;
    const int days = (won ? steps : step + 1) * days_a_step;
    Diary diary;
    for (int day = 0; day < days; ++day) {
        const double truth = std::pow(kept, steps - day / days_a_step);
        const int left = steps * days_a_step - day;
        put_down(diary, {opened + day, static_cast<int>(std::lround(1000 * said(truth))), left, left, left, 1}, opened + day);
    }
    return ended(opened + days, won, std::move(diary));
}

std::vector<Deal> staged_world(int count, std::uint64_t seed, const std::function<double(double)>& said) {
    Random random(seed);
    std::vector<Deal> deals;
    for (int i = 0; i < count; ++i) {
        deals.push_back(staged_deal(random, said));
    }
    return deals;
}

double as_it_is(double truth) {
    return truth;
}

}

TEST_CASE("nothing closed, nothing to say") {
    const auto good = how_good({});
    CHECK(good.closed == 0);
    CHECK(good.score.is_few());
    CHECK(good.reliability.empty());
    CHECK(good.recalibration == Recalibration());
}

TEST_CASE("open deals and samples do not count, closed ones without a diary are counted apart") {
    std::vector<Deal> deals(3);
    deals.push_back(ended(today(), true, {}));
    deals.push_back(ended(today(), true, {{.on = today(), .won = 900}})); // written on the day it ended: known by then
    deals.push_back(ended(today(), false, {{.on = today() - 1, .won = 300}}));
    deals.push_back(ended(today(), false, {{.on = today() - 1, .won = 300}}));
    deals.back().sample = true;
    const auto good = how_good_of(deals);
    CHECK(good.closed == 3);
    CHECK(good.without_diary == 2);
    CHECK(good.score.deals == 1);
    CHECK(good.score.looks == 1);
}

TEST_CASE("a deal has a look every four weeks until it ends, however its diary was thinned") {
    Diary diary;
    for (int day = 100; day > 0; --day) {
        diary.push_back({.on = today() - day, .won = day});
    }
    diary.push_back({.on = today() + 3, .won = 999}); // it was put down after the deal ended, or by a wrong clock
    const auto looks = looks_of(diary, today());
    REQUIRE(looks.size() == 4);
    CHECK(looks[0].on == today() - 100);
    CHECK(looks[1].on == today() - 72);
    CHECK(looks[3].on == today() - 16);
    CHECK(looks_of({}, today()).empty());
    CHECK(looks_of({{.on = today()}}, today()).empty());
}

TEST_CASE("a forecast that is right is found right") {
    const auto deals = staged_world(4000, 1, as_it_is);
    const auto good = how_good_of(deals);
    REQUIRE(good.score.deals == 4000);
    double right = 0; // the score that the truth itself has
    for (const auto& look : good.looks) {
        const double p = look.belief.won / 1000.0;
        right += p * (1 - p);
    }
    right /= static_cast<double>(good.looks.size());
    CHECK(std::abs(good.score.brier - right) < 0.006);
    CHECK(good.score.brier < good.score.brier_base);
    REQUIRE(good.reliability.size() >= 2);
    for (const auto& part : good.reliability) {
        INFO(part.said << " came " << part.came);
        CHECK(std::abs(part.said - part.came) < 0.03);
    }
    CHECK(std::abs(good.recalibration.shift) < 0.15);
    CHECK(std::abs(good.recalibration.slope - 1) < 0.15);
}

TEST_CASE("looks that know the end would find the same forecast wrong") {
    const auto deals = staged_world(4000, 1, as_it_is);
    int looks = 0;
    int won = 0;
    double said = 0;
    for (const auto& deal : how_good_of(deals).deals) {
        if (!deal.thirty || deal.thirty->won < 700 || deal.thirty->won > 760) continue; // with three steps to go: 73 of 100
        ++looks;
        won += deal.won ? 1 : 0;
        said += deal.thirty->won / 1000.0;
    }
    CHECK(said / looks < 0.75);
    CHECK(static_cast<double>(won) / looks > 0.88);
}

TEST_CASE("a forecast that promises too much is found out, and the record puts it right") {
    const auto too_much = [](double truth) { return std::sqrt(truth); };
    const auto good = how_good_of(staged_world(4000, 2, too_much));
    for (const auto& part : good.reliability) {
        if (part.said < 0.9) CHECK(part.came < part.said - 0.02);
    }
    CHECK(recalibrated(std::sqrt(0.35), good.recalibration) < 0.45);
    REQUIRE(good.brier_recalibrated);
    CHECK(*good.brier_recalibrated < good.score.brier - 0.02);
}

TEST_CASE("what is right stays about as it is with forty deals") {
    double worse = 0;
    for (std::uint64_t seed = 1; seed <= 60; ++seed) {
        const auto good = how_good_of(staged_world(40, seed, as_it_is));
        REQUIRE(good.brier_recalibrated);
        worse += *good.brier_recalibrated - good.score.brier;
    }
    CHECK(worse / 60 < 0.012);
}

TEST_CASE("below forty deals nothing is recalibrated") {
    CHECK(how_good_of(staged_world(39, 1, as_it_is)).recalibration == Recalibration());
    CHECK(how_good_of(staged_world(40, 1, as_it_is)).recalibration.deals == 40);
}

TEST_CASE("of bands that hold eight in ten, eight in ten hold") {
    Random random(5);
    std::vector<Deal> deals;
    for (int i = 0; i < 3000; ++i) {
        // As likely on any of 200 days; with each day that passes, on one of those that are left.
        const int days = between(random, 1, 200);
        const Date opened = today() - 300;
        Diary diary;
        for (int day = 0; day < days; ++day) {
            const int left = 200 - day;
            diary.push_back({opened + day, 500, left / 10, left / 2, left * 9 / 10, 1});
        }
        deals.push_back(ended(opened + days, true, std::move(diary)));
    }
    const auto& dates = how_good_of(deals).score.dates;
    CHECK(dates.deals == 3000);
    CHECK(dates.inside + dates.earlier + dates.later == dates.looks);
    CHECK(std::abs(static_cast<double>(dates.inside) / dates.looks - 0.8) < 0.03);
    CHECK(std::abs(dates.middle_off) < 5);
}

TEST_CASE("dates are those of won deals only, and lateness has a sign") {
    std::vector<Deal> deals;
    for (int i = 0; i < 6; ++i) {
        deals.push_back(ended(today() - i, true, {{today() - i - 20, 500, 1, 2, 10, 1}}));
        deals.push_back(ended(today() - i, false, {{today() - i - 20, 500, 1, 2, 10, 1}, {today() - i - 3, 500, 1, 2, 10, 1}}));
    }
    const auto& dates = how_good_of(deals).score.dates;
    CHECK(dates.deals == 6);
    CHECK(dates.later == 6);
    CHECK(dates.middle_off == 18);
    CHECK_FALSE(dates.is_few());
}

TEST_CASE("each playbook has its own score, and a day may bound what counts") {
    std::vector<Deal> deals;
    for (int i = 0; i < 12; ++i) {
        deals.push_back(ended(today() - 10 * i, i % 2 == 0, {{.on = today() - 10 * i - 20, .won = 500}}, i < 8 ? "big" : "small"));
    }
    const auto good = how_good_of(deals);
    REQUIRE(good.playbooks.size() == 2);
    CHECK(good.playbooks[0].playbook == "big");
    CHECK(good.playbooks[0].score.deals == 8);
    CHECK(good.playbooks[0].score.is_few());
    CHECK(good.score.brier == 0.25);
    CHECK(good.deals.front().ended == today());
    CHECK(how_good_of(deals, today() - 30).score.deals == 4);
}

TEST_CASE("the order in which deals are given changes nothing") {
    auto deals = staged_world(60, 9, as_it_is);
    const auto before = how_good_of(deals);
    std::reverse(deals.begin(), deals.end());
    const auto after = how_good_of(deals);
    CHECK(before.recalibration == after.recalibration);
    CHECK(before.brier_recalibrated == after.brier_recalibrated);
}
