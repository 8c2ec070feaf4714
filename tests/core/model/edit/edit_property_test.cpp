#include "core/model/edit/edit.hpp"
#include "core/model/edit/history.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("random edits of random deals: valid stays valid, errors change nothing, undo and redo give equal deals") {
    constexpr std::uint64_t deals = 1500;
    constexpr int edits = 12;
    std::set<std::size_t> accepted;
    std::set<std::size_t> refused;
    for (std::uint64_t seed = 0; seed < deals; ++seed) {
        Random random(seed);
        const auto first = random_deal(random);
        auto deal = first;
        History history;
        std::vector<Deal> past;
        for (int i = 0; i < edits; ++i) {
            INFO("seed " << seed << ", edit " << i);
            const auto edit = random_edit(random, deal);
            const auto before = deal;
            const auto after = apply(deal, edit, today());
            REQUIRE(deal == before);
            REQUIRE(apply(deal, edit, today()) == after);
            if (!after) {
                refused.insert(edit.any().index());
                REQUIRE_FALSE(after.error().what.empty());
                REQUIRE(after.error().message().find('\n') == std::string::npos);
                continue;
            }
            accepted.insert(edit.any().index());
            const auto errors = validate(*after, today());
            INFO((errors.empty() ? std::string{} : errors.front().message()));
            REQUIRE(errors.empty());
            history.record(deal, describe(deal, edit), {}, 0);
            past.push_back(deal);
            deal = *after;
        }
        INFO("seed " << seed);
        const auto last = deal;
        for (auto step = past.rbegin(); step != past.rend(); ++step) {
            deal = history.undo(std::move(deal)).value();
            REQUIRE(deal == *step);
        }
        REQUIRE(deal == first);
        while (history.can_redo()) {
            deal = history.redo(std::move(deal)).value();
        }
        REQUIRE(deal == last);
    }
    // The generator has to reach every edit, or the property says little.
    CHECK(accepted.size() == std::variant_size_v<AnyEdit>);
    CHECK(refused.size() >= 15);
}

TEST_CASE("editing a damaged deal never adds a fault") {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        auto deal = random_deal(random);
        deal.expected_group_size = 0;
        if (!deal.commitments.empty()) {
            deal.commitments[0].prerequisites.push_back(deal.commitments[0].id);
        }
        for (int i = 0; i < 6; ++i) {
            const auto faults = validate(deal, today()).size();
            if (auto after = apply(deal, random_edit(random, deal), today())) {
                REQUIRE(validate(*after, today()).size() <= faults);
                deal = std::move(*after);
            }
        }
    }
}

TEST_CASE("deterministic: the generators and edits depend on the seed alone") {
    for (std::uint64_t seed = 0; seed < 100; ++seed) {
        Random random(seed);
        Random again(seed);
        const auto deal = random_deal(random);
        REQUIRE(deal == random_deal(again));
        REQUIRE(apply(deal, random_edit(random, deal), today()) == apply(deal, random_edit(again, deal), today()));
    }
}
