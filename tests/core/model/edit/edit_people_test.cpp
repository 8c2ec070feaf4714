#include "core/model/edit/edit.hpp"

#include "core/model/validate/validate.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("a new person comes last, a known one stays in place") {
    Stakeholder person;
    person.id = {"p00009"};
    person.created = today();
    person.name = "Ines";
    auto deal = apply(example_deal(), edit::PutStakeholder{person}, today()).value();
    REQUIRE(deal.stakeholders.size() == 4);
    CHECK(deal.stakeholders[3] == person);

    auto changed = deal.stakeholders[0];
    changed.role = Role::approver;
    deal = apply(deal, edit::PutStakeholder{changed}, today()).value();
    REQUIRE(deal.stakeholders.size() == 4);
    CHECK(deal.stakeholders[0].role == Role::approver);
}

TEST_CASE("putting a person never loses a stance") {
    const auto before = example_deal();
    auto changed = before.stakeholders[1];
    changed.name = "Thomas Hadley";
    changed.stances.clear();
    auto after = apply(before, edit::PutStakeholder{changed}, today()).value();
    CHECK(after.stakeholders[1].name == "Thomas Hadley");
    CHECK(after.stakeholders[1].stances == before.stakeholders[1].stances);

    changed.stances = {{today() - 25, Stance::champion, "rewritten"}};
    after = apply(before, edit::PutStakeholder{changed}, today()).value();
    CHECK(after.stakeholders[1].stances == before.stakeholders[1].stances);

    changed.stances = before.stakeholders[1].stances;
    changed.stances.push_back({today(), Stance::neutral, {}});
    after = apply(before, edit::PutStakeholder{changed}, today()).value();
    CHECK(stance_of(after.stakeholders[1]) == Stance::neutral);
}

TEST_CASE("stances are added in order of date") {
    auto deal = apply(example_deal(), edit::SetStance{tom, {today(), Stance::supportive, "Saw the demo"}}, today()).value();
    CHECK(stance_of(*find(deal, tom)) == Stance::supportive);
    CHECK(find(deal, tom)->stances.size() == 2);
    const auto late = apply(deal, edit::SetStance{tom, {today() - 3, Stance::neutral, {}}}, today());
    REQUIRE(late);
    CHECK(stance_of(*find(*late, tom)) == Stance::supportive); // what they think since
    REQUIRE(find(*late, tom)->stances.size() == 3);
    CHECK(find(*late, tom)->stances[1].on == today() - 3);
    CHECK(validate(*late, today()).empty());
    const auto nobody = apply(deal, edit::SetStance{{"zzzzzz"}, {today(), Stance::neutral, {}}}, today());
    REQUIRE_FALSE(nobody);
    CHECK(nobody.error().message() == "That person is no longer in the deal. Undo brings it back.");
}

TEST_CASE("lines of influence are put, changed and removed") {
    auto deal = apply(example_deal(), edit::SetInfluence{maria, elena, 250, today()}, today()).value();
    REQUIRE(deal.influences.size() == 3);
    CHECK(deal.influences[2] == Influence{maria, elena, 250, today(), {}});
    deal = apply(deal, edit::SetInfluence{elena, tom, 700, today()}, today()).value();
    CHECK(deal.influences[0] == Influence{elena, tom, 700, today() - 40, {}});
    deal = apply(deal, edit::SetInfluence{elena, tom, 0, today()}, today()).value();
    CHECK(deal.influences.size() == 2);
    CHECK(apply(deal, edit::SetInfluence{elena, tom, 0, today()}, today()).value() == deal);
    CHECK_FALSE(apply(deal, edit::SetInfluence{elena, elena, 10, today()}, today()));
    CHECK_FALSE(apply(deal, edit::SetInfluence{elena, {"zzzzzz"}, 10, today()}, today()));
    CHECK_FALSE(apply(deal, edit::SetInfluence{elena, tom, 1001, today()}, today()));
    CHECK_FALSE(apply(deal, edit::SetInfluence{elena, tom, -1, today()}, today()));
}

TEST_CASE("a removed person leaves no trace behind") {
    const auto deal = apply(example_deal(), edit::RemoveStakeholder{tom}, today()).value();
    CHECK(find(deal, tom) == nullptr);
    CHECK(deal.influences.empty());
    CHECK(deal.concerns.empty());
    const auto& first = deal.commitments[0];
    CHECK(first.people == std::vector{elena});
    CHECK(first.buyer_owner.empty());
    CHECK(first.value_offered[0].to.empty());
    CHECK(first.value_offered[0].what == "A plan without downtime");
    CHECK(first.events[0].who == std::vector{elena});
    CHECK(first.events[1].who.empty());
    CHECK(first.events.size() == 4);
    CHECK(deal.interactions[0].people == std::vector{elena});
    CHECK(deal.interactions[0].concerns.empty());
    CHECK(deal.interactions[0].value_given[0].to.empty());

    const auto without_elena = apply(deal, edit::RemoveStakeholder{elena}, today()).value();
    CHECK(without_elena.promises.size() == 1);
    CHECK(without_elena.promises[0].to.empty());
    CHECK_FALSE(apply(deal, edit::RemoveStakeholder{tom}, today()));
}
