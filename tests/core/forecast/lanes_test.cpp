#include "core/forecast/lanes.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>
#include <memory>

using namespace middleground;

// Side by side on whatever registers the machine has, against one at a time.

TEST_CASE("what is drawn side by side is what is drawn one at a time") {
    const std::uint64_t seed = 0x123456789abcdef0u;
    const auto lanes = std::make_unique<Lanes[]>(3);
    auto& keys = lanes[0];
    keys_of(seed, 1000, keys);
    const auto key = draw_key("build-consensus");
    for (const std::uint32_t number : {0u, 1u, 5u}) {
        draw_both(keys, key, number, lanes[1], lanes[2]);
        for (std::uint32_t i = 0; i < block_size; ++i) {
            REQUIRE(keys[i] == future_key(seed, 1000 + i));
            const Draw draw(keys[i], key, number);
            REQUIRE(lanes[1][i] == draw.answer);
            REQUIRE(lanes[2][i] == draw.rows);
        }
        draw_answers(keys, key, number, lanes[2]);
        CHECK(lanes[1] == lanes[2]);
    }
}

TEST_CASE("a try that is played side by side is played by its rules") {
    const auto lanes = std::make_unique<std::array<Lanes, 9>>();
    auto& [keys, answers, rows, begin_usual, begin_day, pace, lost_on, usual, day] = *lanes;
    keys_of(7, 0, keys);
    draw_both(keys, 99, 0, answers, rows);
    std::array<std::uint32_t, quantile_rows> keeps_below{};
    std::array<std::uint32_t, quantile_rows> days{};
    for (std::uint32_t i = 0; i < quantile_rows; ++i) {
        keeps_below[i] = i * 256;
        days[i] = both_days(i, 3 * i);
    }
    for (std::uint32_t i = 0; i < block_size; ++i) {
        begin_usual[i] = i;
        begin_day[i] = 2 * i;
        pace[i] = 128 + i;
        lost_on[i] = i % 5 == 0 ? i : never; // every fifth has ended before it begins
    }
    const std::uint32_t again = 50000;
    const auto open = std::make_unique<Lanes>();
    play_try({keeps_below.data(), days.data(), again, answers, rows, begin_usual, begin_day, pace, lost_on}, {usual, day, *open});
    int kept = 0;
    for (std::uint32_t i = 0; i < block_size; ++i) {
        const auto both = days[(rows[i] >> 8) & 0xff];
        const bool begins = begin_usual[i] < lost_on[i];
        const bool keeps = begins && (answers[i] >> 16) < (keeps_below[rows[i] & 0xff] * again >> 16);
        REQUIRE(usual[i] == (keeps ? begin_usual[i] + usual_part(both) : never));
        REQUIRE(day[i] == (keeps ? begin_day[i] + calendar_part(both, pace[i]) : never));
        REQUIRE(((*open)[i] != 0) == (begins && !keeps));
        kept += keeps ? 1 : 0;
    }
    CHECK(kept > 50);
    CHECK(kept < 200);
}

TEST_CASE("days of both clocks fit into one number, cut off at its halves") {
    CHECK(usual_part(both_days(17, 4000)) == 17);
    CHECK(calendar_part(both_days(17, 4000), 256) == 4000);
    CHECK(calendar_part(both_days(17, 4000), 128) == 2000);
    CHECK(usual_part(both_days(70000, 1)) == 0xffff);
    CHECK(calendar_part(both_days(1, 70000), 256) == 0xffff);
}
