#include "app/viewmodel/diary/diary_words.hpp"

#include "app/viewmodel/forecast_words.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

const Date today = Date::from_calendar(2026, 6, 16).value();

HowGood good_with(double said, double low, double high, int middle_off, int won_deals = 8) {
    HowGood good;
    good.closed = 24;
    good.score = {.deals = 24, .won = 11, .looks = 60, .said = said, .share_won = 0.46, .low = low, .high = high, .brier = 0.204, .brier_base = 0.248};
    good.score.dates = {.deals = won_deals, .looks = 24, .inside = 16, .earlier = 1, .later = 7, .middle_off = middle_off};
    return good;
}

Belief believed(Date on, int won, int by = 1) {
    return {.on = on, .won = won, .by = by};
}

}

TEST_CASE("the first line says what there is to say of chances and dates") {
    CHECK(how_good_words(good_with(0.45, 0.3, 0.6, 18)) == "The chances were right, the dates came 18 days late");
    CHECK(how_good_words(good_with(0.7, 0.3, 0.6, -9)) == "The chances were too high, the dates came 9 days early");
    CHECK(how_good_words(good_with(0.2, 0.3, 0.6, 2)) == "The chances were too low, the dates were right");
    CHECK(how_good_words(good_with(0.45, 0.3, 0.6, 0)) == "The chances were right, and so were the dates");
    CHECK(how_good_words(good_with(0.45, 0.3, 0.6, 18, 4)) == "The chances were right");
    CHECK(how_good_words({}) == "Too few deals to say how good the forecast was");
}

TEST_CASE("numbers say what they are, and nothing where there are too few") {
    const auto numbers = diary_numbers(good_with(0.45, 0.3, 0.6, 18));
    REQUIRE(numbers.size() == 4);
    CHECK(numbers[0].number == "0.20");
    CHECK(numbers[1].number == "0.25");
    CHECK(numbers[1].below == "the same, had you always said 46 %");
    CHECK(numbers[2].number == "16 of 24");
    CHECK(numbers[3].number == "+18 days");
    for (const auto& one : diary_numbers({})) {
        CHECK(one.number == "\u2013");
    }
}

TEST_CASE("closed deals without a diary are counted and said") {
    auto good = good_with(0.45, 0.3, 0.6, 18);
    good.closed = 29;
    good.without_diary = 5;
    CHECK(counted_words(good) == "24 closed deals, looked at every four weeks: 60 looks. 5 more ended without a diary and do not count.");
    HowGood none;
    none.closed = none.without_diary = 3;
    CHECK(counted_words(none) == "3 deals have ended, none of which has a diary: it begins with the first forecast that you look at.");
    CHECK(counted_words({}).empty());
}

TEST_CASE("dates are said with what they should be") {
    const auto good = good_with(0.45, 0.3, 0.6, 18);
    CHECK(dates_words(good.score.dates) == "16 of 24 inside, should be 19. 7 came later, 1 earlier.");
    CHECK(dates_words({}) == "Too few won deals to say: 0 of 5.");
    CHECK(off_words(12) == "12 days late");
    CHECK(off_words(-1) == "1 day early");
    CHECK(off_words(0) == "on the day");
}

TEST_CASE("the record says what it does, or what it waits for") {
    auto good = good_with(0.45, 0.3, 0.6, 18);
    CHECK(recalibration_words(good, true) ==
          "From 40 closed deals with a diary on, chances can be put right by your own record. 16 are missing yet.");
    good.recalibration = {-0.5, 1, 46};
    good.brier_recalibrated = 0.19;
    CHECK(recalibration_words(good, true) == "By your last 46 deals, 20 of 100 is shown as 13, 50 as 38, 80 as 71. Tried on deals that it had "
                                             "not seen, the Brier score is 0.19 with it, 0.20 without.");
    CHECK(recalibration_words(good, false).starts_with("By your last 46 deals, 20 of 100 would be shown as 13"));
}

TEST_CASE("a chance that the record moved says so where it stands") {
    CHECK(chance_label({}) == "chance of winning");
    CHECK(chance_label({-0.5, 1, 46}) == "chance by your record");
    CHECK(by_record_words({2200, 10000}, {3100, 10000}, {-0.5, 1, 46}) == "22 of 100 by your own last 46 deals, 31 before.");
    CHECK(by_record_words({3100, 10000}, {3104, 10000}, {-0.5, 1, 46}).empty());
    CHECK(by_record_words({3100, 10000}, {2200, 10000}, {}).empty());
}

TEST_CASE("a change is said against a week ago, or with its day") {
    CHECK(belief_change_words({believed(today - 7, 310), believed(today, 224)}, {}, today) == "31 a week ago, 22 now");
    CHECK(belief_change_words({believed(today - 45, 310), believed(today, 224)}, {}, today) == "31 on 2 May, 22 now");
    CHECK(belief_change_words({believed(today - 3, 310), believed(today - 1, 224)}, {}, today) == "31 3 days ago, 22 on 15 Jun");
    CHECK(belief_change_words({believed(today - 7, 310), believed(today, 224, 2)}, {}, today) ==
          "31 a week ago, 22 now. The forecast itself changed in between, not only the deal");
    CHECK(belief_change_words({believed(today - 7, 500), believed(today, 200)}, {-0.5, 1, 46}, today) == "38 a week ago, 13 now");
}

TEST_CASE("next to none and none are told apart in the same words as on every page") {
    const auto rare = believed(today, 3);
    CHECK(belief_change_words({believed(today - 7, 310), rare}, {}, today) == "31 a week ago, under 1 now");
    CHECK(believed_words(&rare) == percent_words(shown_chance(rare, {})));
    Belief least = believed(today, 0);
    CHECK(belief_change_words({believed(today - 7, 310), least}, {}, today) == "31 a week ago, 0 now");
    least.p10 = least.p50 = least.p90 = 30; // something was won, less than a thousandth
    CHECK(belief_change_words({believed(today - 7, 997), least}, {}, today) == "over 99 a week ago, under 1 now");
}
