#include "core/diary/diary.hpp"

#include "tests/support/random_things.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

Belief believed(Date on, int won) {
    return {.on = on, .won = won, .p10 = 10, .p50 = 30, .p90 = 90, .by = 65536};
}

Forecast forecast_won(std::uint32_t won) {
    Forecast forecast;
    forecast.futures = 10000;
    forecast.won = {won, 10000};
    if (won > 0) forecast.close = {today() + 5, today() + 10, today() + 20, today() + 30, today() + 60};
    return forecast;
}

// As somebody who looks on these days has it.
Diary kept(const std::vector<Date>& days) {
    Diary diary;
    for (const auto day : days) {
        put_down(diary, believed(day, day.days() % 1000), day);
    }
    return diary;
}

std::vector<Date> some_days(Random& random, Date first, int span) {
    std::vector<Date> days;
    for (int day = 0; day < span; day += between(random, 1, one_in(random, 6) ? 40 : 3)) {
        days.push_back(first + day);
    }
    return days;
}

}

TEST_CASE("a belief is the chance in thousandths and the days to the close dates") {
    const auto belief = belief_of(forecast_won(3145), today(), 7);
    REQUIRE(belief);
    CHECK(*belief == Belief{today(), 315, 5, 20, 60, 7});
    const auto none = belief_of(forecast_won(0), today(), 7);
    REQUIRE(none);
    CHECK(*none == Belief{today(), 0, -1, -1, -1, 7});
    CHECK_FALSE(none->has_dates());
}

TEST_CASE("nothing is believed of what is decided") {
    auto decided = forecast_won(10000);
    decided.settled = Settled{};
    CHECK_FALSE(belief_of(decided, today(), 1));
    CHECK_FALSE(belief_of(Forecast(), today(), 1));
}

TEST_CASE("the last belief of a day wins, and one that says the same changes nothing") {
    Diary diary;
    CHECK(put_down(diary, believed(today(), 310), today()));
    CHECK_FALSE(put_down(diary, believed(today(), 310), today()));
    CHECK(put_down(diary, believed(today(), 220), today()));
    CHECK(diary == Diary{believed(today(), 220)});
}

TEST_CASE("a clock that went back puts a day in order, and writes over nothing later") {
    Diary diary{believed(today() - 3, 100), believed(today() + 40, 900)};
    CHECK(put_down(diary, believed(today() - 1, 200), today() - 1));
    CHECK(put_down(diary, believed(today() - 9, 50), today() - 9));
    CHECK(diary == Diary{believed(today() - 9, 50), believed(today() - 3, 100), believed(today() - 1, 200), believed(today() + 40, 900)});
}

TEST_CASE("a diary is daily for a month, weekly for half a year, then of four weeks each") {
    const auto first = today() - 1000;
    Diary diary;
    for (auto day = first; day <= today(); day = day + 1) {
        put_down(diary, believed(day, 500), day);
    }
    CHECK(diary.front().on == first);
    CHECK(diary.back().on == today());
    const auto count = [&](int from, int to) {
        return std::ranges::count_if(diary, [&](const Belief& one) { return today() - one.on >= from && today() - one.on <= to; });
    };
    CHECK(count(0, 30) == 31);
    CHECK(count(31, 182) >= 21);
    CHECK(count(31, 182) <= 31);
    CHECK(count(183, 999) >= 28);
    CHECK(count(183, 999) <= 35);
    for (const auto& one : diary) {
        if (one.on != first && today() - one.on > 36) CHECK(one.on.weekday() == 0);
    }
}

TEST_CASE("thinning does nothing twice, and the same whether it was done in between or not") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto days = some_days(random, today() - 900, 900);
        Diary at_once;
        for (const auto day : days) {
            at_once.push_back(believed(day, day.days() % 1000));
        }
        thin(at_once, days.back());
        auto again = at_once;
        thin(again, days.back());
        REQUIRE(again == at_once);
        REQUIRE(kept(days) == at_once);
        REQUIRE(at_once.front().on == days.front());
        REQUIRE(at_once.back().on == days.back());
    }
}

TEST_CASE("two windows that show each other their diaries come to one") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto one = kept(some_days(random, today() - 700, 700));
        const auto other = kept(some_days(random, today() - 700, 700));
        auto both = united(one, other);
        REQUIRE(both == united(other, one));
        thin(both, today());
        auto once_more = united(both, one);
        thin(once_more, today());
        REQUIRE(once_more == both);
    }
}

TEST_CASE("what is believed now is compared with what was believed a week ago") {
    Deal deal;
    CHECK_FALSE(change_since(deal, today(), 7));
    deal.diary = {believed(today(), 224)};
    CHECK_FALSE(change_since(deal, today(), 7));
    deal.diary = {believed(today() - 20, 400), believed(today() - 7, 310), believed(today() - 2, 500), believed(today(), 224)};
    const auto change = change_since(deal, today(), 7);
    REQUIRE(change);
    CHECK(change->before.on == today() - 7);
    CHECK(change->now.on == today());
    CHECK(change->points() == -9);
    CHECK(change->same_model());
}

TEST_CASE("a diary with gaps compares with the nearest day before, a young one with its first") {
    Deal deal;
    deal.diary = {believed(today() - 50, 400), believed(today() - 1, 224)};
    CHECK(change_since(deal, today(), 7)->before.on == today() - 50);
    deal.diary = {believed(today() - 3, 400), believed(today(), 224)};
    CHECK(change_since(deal, today(), 7)->before.on == today() - 3);
    // Nothing was looked at for a week: there is no change to tell.
    deal.diary = {believed(today() - 50, 400), believed(today() - 30, 224)};
    CHECK_FALSE(change_since(deal, today(), 7));
    // Of days after today nothing is known yet.
    deal.diary = {believed(today() - 8, 400), believed(today(), 224), believed(today() + 5, 900)};
    CHECK(change_since(deal, today(), 7)->now.on == today());
}

TEST_CASE("a change of the model is told from one of the deal") {
    Deal deal;
    deal.diary = {believed(today() - 8, 400), believed(today(), 224)};
    deal.diary.back().by += 1;
    CHECK_FALSE(change_since(deal, today(), 7)->same_model());
}
