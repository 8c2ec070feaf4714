#include "core/files/json.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/links.hpp"
#include "tests/support/random_deal.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("a plan survives its file and its link") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto plan = buyer_plan(random_deal(random), today());
        const auto text = io::write_plan(plan);
        REQUIRE(io::read_plan(text) == plan);
        if (const auto link = io::encode_link(plan)) {
            const auto snapshot = io::decode_snapshot(*link, today());
            REQUIRE(snapshot);
            REQUIRE(std::get<BuyerPlan>(*snapshot) == plan);
        }
    }
}

TEST_CASE("a plan is never taken for a deal") {
    const auto plan = buyer_plan(example_deal(), today());
    const auto link = io::encode_link(plan).value();
    CHECK(io::decode_link(link, today()).error().what == "This link holds a plan for the buyer, not the deal");
    CHECK(io::read_deal(io::write_plan(plan), today()).error().what == "This is a plan for the buyer, not a deal");
    CHECK_FALSE(io::read_plan(io::write_deal(example_deal())));
    CHECK(std::holds_alternative<Deal>(io::decode_snapshot(link_of(example_deal()), today()).value()));
}

TEST_CASE("what a plan does not list is left out of a file that has it") {
    const auto plan = buyer_plan(example_deal(), today());
    auto text = io::write_plan(plan);
    text.insert(text.find("\"id\""), "\"stance\": \"champion\", ");
    CHECK(io::read_plan(text) == plan);
}

TEST_CASE("a plan cut anywhere, in a file or a link, gives one error") {
    const auto plan = buyer_plan(example_deal(), today());
    const auto text = io::write_plan(plan);
    for (std::size_t length = 0; length + 2 < text.size(); ++length) {
        INFO(length);
        REQUIRE_FALSE(io::read_plan(std::string_view(text).substr(0, length)));
    }
    const auto link = io::encode_link(plan).value();
    for (std::size_t length = 0; length < link.size(); ++length) {
        INFO(length);
        REQUIRE_FALSE(io::decode_snapshot(std::string_view(link).substr(0, length), today()));
    }
}

TEST_CASE("a plan obeys the rules of a deal") {
    auto plan = buyer_plan(example_deal(), today());
    plan.steps.front().owner = {"zzzzzz"};
    CHECK_FALSE(check_plan(plan));
    CHECK_FALSE(io::read_plan(io::write_plan(plan)));
    plan = buyer_plan(example_deal(), today());
    plan.people.push_back(plan.people.front());
    CHECK_FALSE(check_plan(plan));
    plan = buyer_plan(example_deal(), today());
    plan.account = std::string(501, 'a');
    CHECK_FALSE(check_plan(plan));
    CHECK(check_plan(BuyerPlan{{"a00001"}, {}, {}, today(), {}, {}, {}}));
}

TEST_CASE("links of before the format was frozen are still read") {
    const auto frozen = source_file("tests/golden/example_d1.link");
    REQUIRE(frozen.starts_with("#d1."));
    CHECK(*io::decode_link("#d0." + frozen.substr(4), today()) == example_deal());
    CHECK(*io::decode_link(frozen, today()) == example_deal());
    CHECK_FALSE(io::decode_link("#d3." + frozen.substr(4), today()));
}
