#include "app/viewmodel/history/history_words.hpp"

#include "tests/support/example_deal.hpp"
#include "tests/support/generated_history.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("what a deal begins with says where it comes from") {
    auto deal = example_deal();
    CHECK(base_chance_words(deal) == "By the playbook");
    CHECK(base_origin_words(deal).empty());
    deal.own_base = OwnBase{616, "365 closed deals, 45 % won: deals.csv", {{"Client", "Current"}, {"Competitors", "No"}}};
    CHECK(base_chance_words(deal) == "62 of 100, by your closed deals");
    CHECK(base_origin_words(deal) == "365 closed deals, 45 % won: deals.csv. Client: Current; Competitors: No.");
}

TEST_CASE("what a history says, with what was left out and how good it is") {
    Random random(2);
    auto table = generated_numbers(random, 300).table;
    table.columns.emplace_back("Reason lost");
    for (auto& row : table.rows) {
        row.emplace_back(row.back() == "Won" ? "" : "Price");
    }
    const auto model = fit_history(table, {"Status", "Won", {}, {}}, {1, 3, 1});
    REQUIRE(model);
    const auto facts = history_facts(*model, 0, {"Proposal"});
    const auto has = [&](std::string_view text) { return std::ranges::any_of(facts, [&](const std::string& one) { return one.contains(text); }); };
    CHECK(facts.front().starts_with("300 closed deals, "));
    CHECK(has("“Proposal”"));
    CHECK(has("Left out, because probably filled in only when the outcome was known: “Reason lost”."));
    CHECK(has("Tried on 300 deals that it had not seen"));
    CHECK_FALSE(has("The table is long"));
    CHECK(history_facts(*model, 2000, {})[1].starts_with("The table is long: 2000"));
    const auto base = own_base(*model, {{"Region", "North"}}, "deals.csv");
    REQUIRE(base);
    CHECK(like_this_words(*base, *model).starts_with("Of deals like this one "));
    const auto nothing = own_base(*model, {}, "deals.csv");
    REQUIRE(nothing);
    CHECK(like_this_words(*nothing, *model).starts_with("Nothing is known of this deal yet: it would begin with "));
}
