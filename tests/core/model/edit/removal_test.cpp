#include "core/model/edit/removal.hpp"

#include "core/model/edit/edit.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("what goes with a person is counted and said", "[removal]") {
    const auto deal = example_deal();
    const auto history = history_of(deal, tom);
    CHECK(history.concerns == 1);
    CHECK(history.influence_lines == 2);
    CHECK(loss_words(deal, tom).starts_with("Removing Tom Hadley also removes 1 concern and 2 lines of influence. "));
    CHECK(loss_words(deal, tom).ends_with(" will no longer name Tom Hadley."));
    CHECK(history_of(deal, {"zzzzzz"}) == PersonHistory{});
    Deal small;
    Stakeholder one;
    one.id = {"aaaaaa"};
    one.name = "Ines";
    small.stakeholders = {one};
    CHECK(history_of(small, one.id) == PersonHistory{});
    CHECK(loss_words(small, one.id).empty());
    small.concerns.push_back({{"cccccc"}, {}, one.id, "Payback", {}, {}});
    CHECK(loss_words(small, one.id) == "Removing Ines also removes 1 concern.");
    small.concerns.clear();
    small.promises.push_back({{"pppppp"}, {}, one.id, "A sheet", {}, {}, {}});
    CHECK(loss_words(small, one.id) == "1 promise will no longer name Ines.");
}

TEST_CASE("the counts say what removing really does", "[removal]") {
    for (std::uint64_t seed = 0; seed < 150; ++seed) {
        Random random(seed);
        const auto deal = random_deal(random);
        for (const auto& person : deal.stakeholders) {
            const auto history = history_of(deal, person.id);
            const auto after = apply(deal, edit::RemoveStakeholder{person.id}, today());
            REQUIRE(after);
            CHECK(history.concerns == static_cast<int>(deal.concerns.size() - after->concerns.size()));
            CHECK(history.influence_lines == static_cast<int>(deal.influences.size() - after->influences.size()));
            const auto changed = [](const auto& before, const auto& later) {
                int count = 0;
                for (std::size_t i = 0; i < before.size(); ++i)
                    count += before[i] == later[i] ? 0 : 1;
                return count;
            };
            CHECK(history.commitments == changed(deal.commitments, after->commitments));
            CHECK(history.promises == changed(deal.promises, after->promises));
            // An entry may also lose one of the concerns that go.
            CHECK(history.log_entries <= changed(deal.interactions, after->interactions));
        }
    }
}
