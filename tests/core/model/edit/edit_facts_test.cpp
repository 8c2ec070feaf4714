#include "core/model/edit/edit.hpp"

#include "core/model/validate/validate.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("SetDeal changes what is set and leaves the rest") {
    const auto before = example_deal();
    edit::SetDeal set;
    set.title = "New";
    set.amount = std::optional<Money>{};
    set.expected_group_size = 5;
    const auto after = apply(before, set, today()).value();
    auto expected = before;
    expected.title = "New";
    expected.amount = {};
    expected.expected_group_size = 5;
    CHECK(after == expected);
    CHECK(apply(before, edit::SetDeal{}, today()).value() == before);
}

TEST_CASE("the day a deal was opened cannot move past what happened in it") {
    edit::SetDeal set;
    set.opened = today() - 30;
    const auto result = apply(example_deal(), set, today());
    REQUIRE_FALSE(result);
    CHECK(result.error().message() ==
          "The day of the change of the target date, 21 May, is before the deal was opened on 31 May (target date 1). "
          "Choose a later day, or change the day the deal was opened.");
}

TEST_CASE("target dates pile up, the last one counts") {
    auto deal = apply(example_deal(), edit::SetTarget{{today(), today() + 90, TargetReason::buyer_event, "Budget year"}}, today()).value();
    CHECK(deal.targets.size() == 2);
    CHECK(target_of(deal)->date == today() + 90);
    deal = apply(deal, edit::SetTarget{{today(), {}, TargetReason::seller_target, {}}}, today()).value();
    CHECK(target_of(deal) == nullptr);
    CHECK_FALSE(apply(deal, edit::SetTarget{{today() - 1, today(), TargetReason::seller_target, {}}}, today()));
}

TEST_CASE("outcome and alternatives") {
    const auto lost = apply(example_deal(), edit::SetOutcome{Lost{today(), "Acme", "Price"}}, today()).value();
    CHECK(std::get<Lost>(lost.outcome).to == "Acme");
    CHECK(apply(lost, edit::SetOutcome{Open{}}, today()).value() == example_deal());
    CHECK_FALSE(apply(lost, edit::SetOutcome{Won{today() + 1}}, today()));
    const auto with = apply(example_deal(), edit::SetAlternatives{{{"Nothing", AlternativeKind::do_nothing, {}, {}}}}, today()).value();
    CHECK(with.alternatives.size() == 1);
}

TEST_CASE("a damaged deal stays editable, but does not get worse") {
    auto damaged = example_deal();
    damaged.stakeholders[0].influence = 500;
    damaged.commitments[1].prerequisites.push_back({"zzzzzz"});
    REQUIRE(validate(damaged, today()).size() == 2);

    edit::SetDeal rename;
    rename.title = "Still works";
    CHECK(apply(damaged, rename, today()).value().title == "Still works");
    // Moving the damaged commitment to another place, or renaming it, is no new fault.
    CHECK(apply(damaged, edit::MoveCommitment{consensus, 3}, today()));
    auto renamed = damaged.commitments[1];
    renamed.title = "Another name";
    CHECK(apply(damaged, edit::PutCommitment{renamed}, today()));

    edit::SetDeal worse;
    worse.expected_group_size = 0;
    const auto result = apply(damaged, worse, today());
    REQUIRE_FALSE(result);
    CHECK(result.error().what == "The expected group size is 0");
    auto second = damaged.stakeholders[1];
    second.influence = -1;
    REQUIRE_FALSE(apply(damaged, edit::PutStakeholder{second}, today()));

    auto repaired = damaged.stakeholders[0];
    repaired.influence = 90;
    CHECK(validate(apply(damaged, edit::PutStakeholder{repaired}, today()).value(), today()).size() == 1);
}
