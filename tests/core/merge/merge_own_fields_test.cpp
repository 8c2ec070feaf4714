#include "core/merge/merge.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

Deal with(std::vector<OwnField> fields) {
    auto deal = example_deal();
    deal.fields = std::move(fields);
    return deal;
}

const OwnField north{"Region", FieldKind::choice, "North"};
const OwnField south{"Region", FieldKind::choice, "South"};
const OwnField west{"region", FieldKind::choice, "West"};
const OwnField depots{"Depots", FieldKind::number, "6"};
const OwnField floors{"Floors", FieldKind::number, "2"};

}

// `mine` first, then `theirs`.
Merge question_of(const Deal* base, const Deal& mine, const Deal& theirs) {
    return merge({base, mine, theirs, today()});
}

TEST_CASE("fields of one's own are merged one by one") {
    const auto base = with({north});
    const auto with_depots = with({north, depots});
    const auto with_floors = with({south, floors});
    const auto both = merged({&base, with_depots, with_floors, today()}, {}, today());
    REQUIRE(both);
    CHECK(both->fields == std::vector<OwnField>{south, depots, floors});
    // What either has taken out is gone.
    const auto without = with({depots});
    const auto gone = merged({&base, without, base, today()}, {}, today());
    REQUIRE(gone);
    CHECK(gone->fields == std::vector<OwnField>{depots});
    const auto gone_there = merged({&base, with_depots, without, today()}, {}, today());
    REQUIRE(gone_there);
    CHECK(gone_there->fields == std::vector<OwnField>{depots});
}

TEST_CASE("a field that both have changed is asked about, by its name") {
    const auto base = with({north});
    const auto mine = with({south, depots});
    const auto theirs = with({west});
    const MergeInput input{&base, mine, theirs, today()};
    const auto question = merge(input);
    REQUIRE(question.conflicts.size() == 1);
    CHECK(question.conflicts[0].label == "Region");
    CHECK(question.conflicts[0].base == "North");
    CHECK(question.conflicts[0].mine == "South");
    CHECK(question.conflicts[0].theirs == "West");
    const auto taken = merged(input, std::vector<MergeChoice>{{MergeSide::theirs, {}}}, today());
    REQUIRE(taken);
    CHECK(taken->fields == std::vector<OwnField>{west, depots});
    // Without a common copy what only one says is taken.
    CHECK(question_of(nullptr, mine, with({west, floors})).conflicts.size() == 1);
    auto shared = south;
    shared.shared = true;
    const auto marked = question_of(nullptr, with({south}), with({shared}));
    REQUIRE(marked.conflicts.size() == 1);
    CHECK(marked.conflicts[0].theirs == "South, shared with the buyer");
}
