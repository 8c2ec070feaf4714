#include "core/model/plan/plan.hpp"

#include "core/model/edit/edit.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/plan/prerequisites.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <map>

using namespace middleground;
using namespace middleground::test;

namespace {

std::string order(const std::vector<PlanItem>& plan) {
    std::string ids;
    for (const auto& item : plan) {
        ids += (ids.empty() ? "" : " ") + item.id.text;
    }
    return ids;
}

Deal graph(const std::vector<std::pair<std::string, std::vector<std::string>>>& commitments) {
    Deal deal;
    for (const auto& [id, prerequisites] : commitments) {
        auto& commitment = deal.commitments.emplace_back();
        commitment.id = {id};
        for (const auto& prerequisite : prerequisites) {
            commitment.prerequisites.push_back({prerequisite});
        }
    }
    return deal;
}

}

TEST_CASE("the plan of the example") {
    const auto plan = plan_of(example_deal());
    REQUIRE(order(plan) == "c00001 c00002 c00003 c00004");
    CHECK(plan[0].state == PlanState::kept);
    CHECK(plan[0].since == today() - 20);
    CHECK(plan[0].due == today() - 18);
    CHECK(plan[0].on_way_to_decision);
    CHECK(plan[1].state == PlanState::ready);
    CHECK(plan[1].since == today() - 20);
    CHECK(plan[1].layer == 1);
    CHECK(plan[2].state == PlanState::waiting);
    CHECK(plan[2].waits_for == 1);
    CHECK(plan[2].since == today() - 40);
    CHECK(plan[2].on_way_to_decision);
    CHECK(plan[3].layer == 3);
    CHECK_FALSE(plan[3].on_way_to_decision);
}

TEST_CASE("ready since: the last prerequisite, the opening, the adding or the reopening") {
    auto deal = example_deal();
    deal.commitments[0].events.clear();
    CHECK(plan_of(deal)[0].state == PlanState::ready);
    CHECK(plan_of(deal)[0].since == deal.opened);
    deal.commitments[0].created = today() - 3; // added to a deal that had been open for long: nobody waited for it yet
    CHECK(plan_of(deal)[0].since == today() - 3);
    deal.commitments[0].events = {{CommitmentEventKind::asked, today() - 2, {}, {}, {}, {}},
                                  {CommitmentEventKind::reopened, today() - 1, {}, {}, {}, {}}};
    CHECK(plan_of(deal)[0].since == today() - 1);
}

TEST_CASE("ready next: what is free and not kept, and nothing of a closed deal") {
    auto deal = example_deal();
    CHECK(order(ready_next(deal)) == "c00002");
    deal.commitments[1].events = {{CommitmentEventKind::asked, today() - 5, {}, {}, {}, {}},
                                  {CommitmentEventKind::declined, today() - 4, {}, {}, {}, {}}};
    REQUIRE(order(ready_next(deal)) == "c00002");
    CHECK(ready_next(deal)[0].state == PlanState::declined);
    deal.outcome = Won{today()};
    CHECK(ready_next(deal).empty());
}

TEST_CASE("the order follows prerequisites first and the user second") {
    CHECK(order(plan_of(graph({{"c", {"a"}}, {"b", {}}, {"a", {}}}))) == "b a c");
    CHECK(order(plan_of(graph({{"d", {}}, {"c", {}}, {"b", {}}, {"a", {}}}))) == "d c b a");
    CHECK(order(plan_of(graph({{"d", {"a", "b"}}, {"a", {}}, {"c", {}}, {"b", {}}}))) == "a c b d");
    CHECK(plan_of(Deal{}).empty());
}

TEST_CASE("what dangles or goes in circles is ignored") {
    CHECK(order(plan_of(graph({{"a", {"nowhere", ""}}, {"b", {"a", "a"}}}))) == "a b");
    const auto knot = graph({{"e", {"b"}}, {"a", {"c", "x"}}, {"b", {"a"}}, {"c", {"b"}}, {"x", {}}, {"s", {"s"}}});
    const auto plan = plan_of(knot);
    CHECK(order(plan) == "b e c x a s");
    std::map<std::string, PlanItem> by_id;
    for (const auto& item : plan) {
        by_id[item.id.text] = item;
    }
    CHECK(by_id["e"].layer == 1); // waits for b, which goes in circles
    CHECK(by_id["e"].waits_for == 1);
    CHECK(by_id["b"].layer == 0);
    CHECK(by_id["b"].state == PlanState::ready);
    CHECK(by_id["a"].waits_for == 1); // x alone
    CHECK(by_id["s"].waits_for == 0);
}

TEST_CASE("a chain of a thousand, listed backwards") {
    std::vector<std::pair<std::string, std::vector<std::string>>> rows;
    for (int i = 999; i >= 0; --i) {
        rows.push_back({std::to_string(1000 + i), i == 0 ? std::vector<std::string>{} : std::vector<std::string>{std::to_string(999 + i)}});
    }
    auto deal = graph(rows);
    deal.commitments.front().decides = true;
    const auto plan = plan_of(deal);
    REQUIRE(plan.size() == 1000);
    CHECK(plan.front().id.text == "1000");
    CHECK(plan.back().layer == 999);
    CHECK(std::all_of(plan.begin(), plan.end(), [](const auto& item) { return item.on_way_to_decision; }));
}

TEST_CASE("the plan of a thousand random deals keeps its promises") {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = random_deal(random);
        const auto plan = plan_of(deal);
        REQUIRE(plan.size() == deal.commitments.size());
        std::map<CommitmentId, PlanItem> seen;
        bool all_right = true;
        for (const auto& item : plan) {
            const auto& commitment = *find(deal, item.id);
            int open = 0;
            int layer = 0;
            for (const auto& prerequisite : commitment.prerequisites) {
                all_right = all_right && seen.contains(prerequisite);
            }
            for (const auto* before : waited_for(deal, commitment)) {
                all_right = all_right && seen.contains(before->id) && !is_set_aside(*before);
                open += is_open(*before) ? 1 : 0;
                layer = std::max(layer, seen[before->id].layer + 1);
                all_right = all_right && (!item.on_way_to_decision || seen[before->id].on_way_to_decision);
            }
            all_right = all_right && item.waits_for == open && item.layer == layer && (!commitment.decides || item.on_way_to_decision);
            seen[item.id] = item;
        }
        CHECK(all_right);
        CHECK(seen.size() == deal.commitments.size());
    }
}

TEST_CASE("heard and kept") {
    auto deal = example_deal();
    CHECK(kept_count(deal) == 1);
    CHECK(last_kept(deal) == today() - 20);
    CHECK(last_heard(deal, elena) == today() - 25);
    CHECK_FALSE(last_heard(deal, maria)); // only an unanswered mail
    deal.interactions[1].answered = true;
    CHECK(last_heard(deal, maria) == today() - 10);
    deal.commitments[0].events.push_back({CommitmentEventKind::reopened, today(), {}, {}, {}, {}});
    CHECK(kept_count(deal) == 0);
    CHECK_FALSE(last_kept(deal));
}

TEST_CASE("finding things by id") {
    const auto deal = example_deal();
    REQUIRE(find(deal, tom) != nullptr);
    CHECK(find(deal, tom)->name == "Tom Hadley");
    CHECK(find(deal, invest)->title == "Invest");
    CHECK(find(deal, mail)->kind == InteractionKind::email);
    CHECK(find(deal, downtime)->stakeholder == tom);
    CHECK(find(deal, offer)->to == elena);
    CHECK(find(deal, StakeholderId{}) == nullptr);
    CHECK(find(deal, StakeholderId{"zzzzzz"}) == nullptr);
    CHECK(name_of(deal, elena) == "Elena Brandt");
    CHECK(name_of(deal, StakeholderId{}) == "somebody");
    REQUIRE(target_of(deal) != nullptr);
    auto withdrawn = deal;
    withdrawn.targets.push_back({today(), {}, TargetReason::seller_target, {}});
    CHECK(target_of(withdrawn) == nullptr);
    CHECK(validate(deal, today()).empty());
}

TEST_CASE("what is set aside is out of the way", "[set_aside]") {
    for (const auto kind : {CommitmentEventKind::dropped, CommitmentEventKind::not_needed}) {
        auto deal = example_deal();
        deal.commitments[1].events = {{CommitmentEventKind::due, today() - 9, {}, {}, {}, today() - 3},
                                      {kind, today() - 2, {}, {}, "They did it themselves", {}}};
        const auto plan = plan_of(deal);
        REQUIRE(order(plan) == "c00001 c00002 c00003 c00004");
        CHECK(plan[1].state == (kind == CommitmentEventKind::dropped ? PlanState::dropped : PlanState::not_needed));
        CHECK(plan[1].since == today() - 2);
        CHECK_FALSE(plan[1].on_way_to_decision);
        CHECK(plan[2].state == PlanState::ready); // what it waited for is kept
        CHECK(plan[2].since == today() - 2);      // since then
        CHECK(plan[2].layer == 1);
        CHECK(plan[0].on_way_to_decision);
        CHECK(order(ready_next(deal)) == "c00003");
        CHECK(step_count(deal) == 3);
        CHECK(kept_count(deal) == 1);
        for (const auto& one : coming_up(deal)) {
            CHECK_FALSE(one.about == decltype(one.about)(consensus));
        }
        CHECK(validate(deal, today()).empty());
        deal.commitments[0].events.push_back({CommitmentEventKind::reopened, today(), {}, {}, {}, {}});
        CHECK(plan_of(deal)[2].state == PlanState::waiting);
        CHECK(plan_of(deal)[2].waits_for == 1);
    }
}

TEST_CASE("setting aside and taking out lead to the same plan", "[set_aside]") {
    int compared = 0;
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        auto deal = random_deal(random);
        deal.outcome = Open{};
        for (const auto& one : deal.commitments) {
            if (one.decides || was_asked(one) || !is_open(one)) continue;
            const auto aside = apply(deal, edit::AddCommitmentEvent{one.id, {CommitmentEventKind::not_needed, today(), {}, {}, {}, {}}}, today());
            const auto gone = apply(deal, edit::RemoveCommitment{one.id}, today());
            REQUIRE(gone);
            REQUIRE((aside ? "" : aside.error().message()) == "");
            auto with = plan_of(*aside);
            std::erase_if(with, [&](const PlanItem& item) { return item.id == one.id; });
            const auto without = plan_of(*gone);
            REQUIRE(with.size() == without.size());
            for (const auto& item : without) {
                const auto other = std::find_if(with.begin(), with.end(), [&](const PlanItem& candidate) { return candidate.id == item.id; });
                REQUIRE(other != with.end());
                REQUIRE(other->state == item.state);
                REQUIRE(other->waits_for == item.waits_for);
                REQUIRE(other->layer == item.layer);
                REQUIRE(other->on_way_to_decision == item.on_way_to_decision);
            }
            REQUIRE(step_count(*aside) == step_count(*gone));
            ++compared;
        }
    }
    CHECK(compared > 500);
}
