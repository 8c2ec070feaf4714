#include "core/model/playbook.hpp"

#include "core/model/plan/plan.hpp"
#include "core/model/validate/validate.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>
#include <functional>
#include <limits>

using namespace middleground;

namespace {

PlaybookStep step(std::string id, std::string title, std::vector<std::string> prerequisites) {
    PlaybookStep step;
    step.id = std::move(id);
    step.title = std::move(title);
    step.prerequisites = std::move(prerequisites);
    step.ask = "Would you " + step.title + "?";
    step.done_when = "It is done";
    step.value_ideas = {"A checklist"};
    step.days_min = 1;
    step.days_mode = 5;
    step.days_max = 20;
    return step;
}

Playbook playbook() {
    Playbook playbook;
    playbook.id = "three";
    playbook.title = "Three steps";
    playbook.process = Process::buyer_led;
    playbook.expected_group_size = 4;
    // Listed in no particular order: the last is the first.
    playbook.steps = {step("invest", "Invest", {"consensus", "time"}), step("consensus", "Build consensus", {"time"}),
                      step("time", "Time", {})};
    playbook.steps[0].decides = true;
    return playbook;
}

const Date today = Date::from_days(20634);

}

TEST_CASE("a deal starts with one planned commitment per step") {
    Random random(3);
    const auto deal = start_deal(playbook(), "Planning", "Brightwater", today, random);
    CHECK(validate(deal, today).empty());
    CHECK(deal.title == "Planning");
    CHECK(deal.account == "Brightwater");
    CHECK(deal.playbook == "three");
    CHECK(deal.opened == today);
    CHECK(deal.created == today);
    CHECK(deal.process == Process::buyer_led);
    CHECK(deal.expected_group_size == 4);
    REQUIRE(deal.commitments.size() == 3);
    const auto& invest = deal.commitments[0];
    CHECK(invest.step == "invest");
    CHECK(invest.title == "Invest");
    CHECK(invest.ask == "Would you Invest?");
    CHECK(invest.done_when == "It is done");
    CHECK(invest.decides);
    CHECK(invest.created == today);
    CHECK(invest.value_offered.empty());
    CHECK(invest.events.empty());
    CHECK(state_of(invest) == CommitmentState::planned);
    CHECK(invest.prerequisites == std::vector{deal.commitments[1].id, deal.commitments[2].id});
    CHECK(plan_of(deal)[0].id == deal.commitments[2].id);

    Random same(3);
    CHECK(start_deal(playbook(), "Planning", "Brightwater", today, same) == deal);
    CHECK(start_deal(playbook(), "Planning", "Brightwater", today, same).id != deal.id);
}

TEST_CASE("broken playbooks") {
    CHECK(validate(playbook()).empty());
    struct Row {
        std::string message;
        std::function<void(Playbook&)> damage;
    };
    for (const auto& row : std::vector<Row>{
             {"The id is missing (the playbook). Fill it in.", [](Playbook& p) { p.id.clear(); }},
             {"The expected group size is 0 (the playbook). It goes from 1 to 100.", [](Playbook& p) { p.expected_group_size = 0; }},
             {"The usual time between interactions is 0 days (the playbook). It goes from 1 to 365.",
              [](Playbook& p) { p.cadence_days = 0; }},
             {"The base rate is out of range (the playbook). Its log-odds go from -10 to 10.", [](Playbook& p) { p.base = BaseRate{10.1, {}}; }},
             {"The base rate is out of range (the playbook). Its log-odds go from -10 to 10.",
              [](Playbook& p) { p.base = BaseRate{std::nan(""), {}}; }},
             {"The origin of the base rate is longer than 20000 bytes (the playbook). Shorten it.",
              [](Playbook& p) {
                  p.base = BaseRate{0, std::string(20001, 'x')};
              }},
             {"No step is the decision (the playbook). Mark exactly one step as the decision.", [](Playbook& p) { p.steps.clear(); }},
             {"No step is the decision (the playbook). Mark exactly one step as the decision.", [](Playbook& p) { p.steps[0].decides = false; }},
             {"2 steps are the decision (the playbook). Mark exactly one step as the decision.", [](Playbook& p) { p.steps[1].decides = true; }},
             {"The id \"time\" is used twice (step 2, \"Build consensus\"). Give one of the two another id.",
              [](Playbook& p) {
                  p.steps[1].id = "time";
                  p.steps[1].prerequisites.clear();
                  p.steps[0].prerequisites.clear();
              }},
             {"It waits for \"nowhere\", which is not a step of the playbook (step 2, \"Build consensus\"). Name the id of another step.",
              [](Playbook& p) { p.steps[1].prerequisites = {"nowhere"}; }},
             {"It waits for \"time\" twice (step 2, \"Build consensus\"). Name each step only once.",
              [](Playbook& p) {
                  p.steps[1].prerequisites = {"time", "time"};
              }},
             {"It waits for itself (step 2, \"Build consensus\"). Remove it from what it waits for.",
              [](Playbook& p) { p.steps[1].prerequisites = {"consensus"}; }},
             {"Steps wait for each other: invest, which waits for consensus, which waits for invest (step 1, \"Invest\"). Remove one of "
              "these prerequisites.",
              [](Playbook& p) { p.steps[1].prerequisites = {"invest"}; }},
             {"The days are 9, 5, 20 (step 2, \"Build consensus\"). They go from the shortest to the most likely to the longest, from 0 to 3650.",
              [](Playbook& p) { p.steps[1].days_min = 9; }},
             {"The days are 1, 5, 4000 (step 2, \"Build consensus\"). They go from the shortest to the most likely to the longest, from 0 to 3650.",
              [](Playbook& p) { p.steps[1].days_max = 4000; }},
             {"The days are -1, 5, 20 (step 2, \"Build consensus\"). They go from the shortest to the most likely to the longest, from 0 to 3650.",
              [](Playbook& p) { p.steps[1].days_min = -1; }},
             {"The odds are not positive numbers (step 2, \"Build consensus\"). Both numbers of Beta(a, b) are above 0 and at most a "
              "million.",
              [](Playbook& p) { p.steps[1].odds_b = 0; }},
             {"The odds are not positive numbers (step 2, \"Build consensus\"). Both numbers of Beta(a, b) are above 0 and at most a "
              "million.",
              [](Playbook& p) { p.steps[1].odds_a = std::numeric_limits<double>::quiet_NaN(); }},
             {"The odds are not positive numbers (step 2, \"Build consensus\"). Both numbers of Beta(a, b) are above 0 and at most a "
              "million.",
              [](Playbook& p) { p.steps[1].odds_a = std::numeric_limits<double>::infinity(); }},
             {"The ask is not well-formed UTF-8 at byte 0 (step 2, \"Build consensus\"). Save the text as UTF-8.",
              [](Playbook& p) { p.steps[1].ask = "\xff"; }},
             {"The title is longer than 500 bytes (step 3, \"" + std::string(60, 'a') + "\u2026\"). Shorten it.",
              [](Playbook& p) { p.steps[2].title.assign(501, 'a'); }},
             {"There are 1001 steps (the playbook). At most 1000 are possible.", [](Playbook& p) { p.steps.resize(1001); }}}) {
        auto damaged = playbook();
        row.damage(damaged);
        const auto errors = validate(damaged);
        INFO(row.message);
        REQUIRE_FALSE(errors.empty());
        CHECK(errors.front().message() == row.message);
    }
}

TEST_CASE("steps by id") {
    const auto three = playbook();
    REQUIRE(find_step(three, "time") != nullptr);
    CHECK(find_step(three, "time")->title == "Time");
    CHECK(find_step(three, "") == nullptr);
    CHECK(find_step(three, "nowhere") == nullptr);
}
