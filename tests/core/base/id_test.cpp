#include "core/base/id.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace middleground;

TEST_CASE("ids are six characters of the alphabet and the same for the same seed") {
    Random random(7);
    Random again(7);
    std::set<std::string> seen;
    for (int i = 0; i < 2000; ++i) {
        const auto text = make_id_text(random);
        CHECK(is_id(text));
        CHECK(text == make_id_text(again));
        seen.insert(text);
    }
    CHECK(seen.size() == 2000);
}

TEST_CASE("is_id refuses everything else") {
    for (const auto* text : {"", "abc12", "abc1234", "ABC123", "abcil0", "abc 12", "abcde\xff", "ooooo0", "uuuuu0"}) {
        INFO(text);
        CHECK_FALSE(is_id(text));
    }
    CHECK(is_id("0a9z7k"));
}

TEST_CASE("the generator is SplitMix64") {
    // First numbers for the seed 1234567, from the reference implementation (prng.di.unimi.it/splitmix64.c).
    Random random(1234567);
    CHECK(random.next() == 6457827717110365317u);
    CHECK(random.next() == 3203168211198807973u);
    CHECK(random.next() == 9817491932198370423u);
    CHECK(random.next() == 4593380528125082431u);
    CHECK(random.next() == 16408922859458223821u);
}

TEST_CASE("below stays below") {
    Random random(1);
    std::set<std::uint32_t> seen;
    for (int i = 0; i < 1000; ++i) {
        seen.insert(random.below(7));
    }
    CHECK(seen == std::set<std::uint32_t>{0, 1, 2, 3, 4, 5, 6});
    CHECK(random.below(1) == 0);
}
