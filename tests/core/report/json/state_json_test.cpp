#include "core/report/json/state_json.hpp"

#include "core/files/json.hpp"

#include "core/model/plan/plan.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/odd_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("the state has the deal as its file has it, and the plan") {
    const auto text = write_state(example_deal(), assessed(example_deal(), today()), today());
    CHECK(text.starts_with("{\n  \"middleground_state\": 1,\n  \"today\": \"2026-06-30\",\n  \"deal\": {\n    \"id\": \"d00001\","));
    CHECK(text.contains(
        "      \"id\": \"c00001\",\n      \"title\": \"Explore change\",\n      \"state\": \"kept\",\n      \"since\": \"2026-06-10\",\n"
        "      \"due\": \"2026-06-12\",\n      \"waits_for\": 0,\n      \"layer\": 0,\n      \"on_way_to_decision\": true\n"));
    CHECK(text.contains("  \"ready\": [\"c00002\"],\n  \"kept\": 1,\n  \"of\": 4,\n  \"target\": \"2026-08-29\",\n  \"consensus\": {\n"));
    for (const auto* part : {"  \"balance\": {\n", "  \"next\": [\n", "  \"findings\": [\n"}) {
        CHECK(text.contains(part));
    }
    const auto read = io::read_deal(text, today());
    REQUIRE_FALSE(read);
    CHECK(read.error().what == "This is a report on a deal, not a deal");
}

TEST_CASE("the state of any deal names every commitment once") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Random random(seed);
        const auto deal = odd_deal(random);
        const auto text = write_state(deal, assessed(deal, today()), today());
        const auto plan = text.find("\n  \"plan\": [");
        REQUIRE(plan != std::string::npos);
        for (const auto& commitment : deal.commitments) {
            const auto entry = "{\"id\": \"" + commitment.id.text + "\", \"title\":";
            const auto broken_over_lines = "\"id\": \"" + commitment.id.text + "\",\n";
            const auto in_plan = std::string_view(text).substr(plan);
            REQUIRE((in_plan.contains(entry) || in_plan.contains(broken_over_lines)));
        }
    }
}
