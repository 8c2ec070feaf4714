// Archived deals: the same deal in little room, and one message for whatever is wrong.
#include "core/files/json.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("an archived deal comes back whole, from less than a third of the room") {
    const auto day = today();
    for (std::uint64_t seed = 1; seed <= 200; ++seed) {
        CAPTURE(seed);
        Random random(seed);
        const auto deal = random_deal(random);
        const auto text = io::write_archived(deal);
        REQUIRE(text);
        CHECK(io::read_archived(*text, day) == deal);
    }
    const auto deal = example_deal();
    CHECK(io::write_archived(deal)->size() * 3 < io::write_deal(deal).size());
}

TEST_CASE("an archived deal that is cut, of a newer version or something else is refused") {
    const auto day = today();
    const auto text = io::write_archived(example_deal()).value();
    for (std::size_t length = 0; length < text.size(); ++length) {
        CHECK_FALSE(io::read_archived(text.substr(0, length), day));
    }
    CHECK(io::read_archived(R"({"middleground_archive":2,"deal":"x"})", day).error().what ==
          "This file was made by a newer version of Middleground");
    CHECK(io::read_archived(R"({"middleground_archive":1})", day).error().what == "The text \"deal\" is missing");
    CHECK(io::read_archived(R"({"middleground_archive":1,"deal":"x"})", day).error().what == "This is not a link to a deal");
    CHECK(io::read_deal(text, day).error().what == "This is an archived deal, not a deal");
}
