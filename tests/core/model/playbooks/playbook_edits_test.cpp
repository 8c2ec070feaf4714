#include "core/model/playbooks/playbook_edits.hpp"

#include "core/base/text.hpp"
#include "tests/support/random_things.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace middleground;
using namespace middleground::test;

namespace {

// "time", then "see", then the decision.
Playbook three_steps() {
    auto playbook = new_playbook("p1ayb0", "Depot rollout");
    playbook = with_new_step(playbook, {}, "Time").value();
    return with_new_step(playbook, "time", "See").value();
}

const PlaybookStep& step(const Playbook& playbook, std::string_view id) {
    const auto* found = find_step(playbook, id);
    REQUIRE(found);
    return *found;
}

}

TEST_CASE("a new playbook is its decision, and valid") {
    const auto playbook = new_playbook("p1ayb0", "Depot rollout");
    CHECK(validate(playbook).empty());
    CHECK(playbook.edition == 1);
    REQUIRE(playbook.steps.size() == 1);
    CHECK(playbook.steps[0].decides);
}

TEST_CASE("a new step comes into the chain, before what waited for the step that it stands behind") {
    const auto playbook = three_steps();
    REQUIRE(playbook.steps.size() == 3);
    CHECK(playbook.steps[0].id == "time");
    CHECK(playbook.steps[1].id == "see");
    CHECK(step(playbook, "see").prerequisites == std::vector<std::string>{"time"});
    CHECK(step(playbook, "decision").prerequisites == std::vector<std::string>{"see"});
    const auto twice = with_new_step(playbook, "time", "See");
    REQUIRE(twice);
    CHECK(find_step(*twice, "see-2"));
    CHECK(step(*with_new_step(playbook, "decision", "\xD0\x94\xD0\xB0"), "step").prerequisites == std::vector<std::string>{"see"});
    CHECK(with_new_step(playbook, "time", "  ").error().what == "The step has no title");
    CHECK_FALSE(with_new_step(playbook, "time", std::string(501, 'x')));
}

TEST_CASE("what waited for a step that goes waits for what that waited for, and the decision stays") {
    const auto playbook = without_step(three_steps(), "see");
    REQUIRE(playbook);
    CHECK(step(*playbook, "decision").prerequisites == std::vector<std::string>{"time"});
    const auto refused = without_step(three_steps(), "decision");
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what == "\"Decision\" is the decision, which every playbook ends with");
    CHECK_FALSE(without_step(three_steps(), "nothing"));
}

TEST_CASE("steps that would wait for each other are refused with the way around") {
    const auto refused = with_prerequisites(three_steps(), "time", {"decision"});
    REQUIRE_FALSE(refused);
    CHECK(refused.error().what == "\"Time\" cannot come after \"Decision\"");
    CHECK(refused.error().where == "\"Decision\", which waits for \"See\" waits for \"Time\" already");
    CHECK_FALSE(with_prerequisites(three_steps(), "time", {"time"}));
    CHECK_FALSE(with_prerequisites(three_steps(), "time", {"nobody"}));
    CHECK(with_prerequisites(three_steps(), "decision", {"time", "see"}));
    CHECK(possible_prerequisites(three_steps(), three_steps().steps[0]).empty());
}

TEST_CASE("days keep their order, and odds their weight") {
    PlaybookStep one;
    set_days(one, StepDay::usual, 10);
    CHECK((one.days_min == 0 && one.days_mode == 10 && one.days_max == 10));
    set_days(one, StepDay::least, 12);
    CHECK((one.days_min == 12 && one.days_mode == 12 && one.days_max == 12));
    set_days(one, StepDay::most, 5);
    CHECK((one.days_min == 5 && one.days_mode == 5 && one.days_max == 5));
    one.odds_a = 30;
    one.odds_b = 10;
    for (int kept = 0; kept <= 10; ++kept) {
        set_kept_of_ten(one, kept);
        CHECK(kept_of_ten(one) == kept);
        CHECK(one.odds_a > 0);
        CHECK(one.odds_b > 0);
        CHECK(std::abs(one.odds_a + one.odds_b - 40) < 1e-5);
    }
}

TEST_CASE("whatever is done to a valid playbook leaves it valid, or is refused and says why") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Random random(seed);
        auto playbook = random_playbook(random, "p1ayb0");
        REQUIRE(validate(playbook).empty());
        for (int i = 0; i < 20; ++i) {
            const auto& any = playbook.steps[random.below(static_cast<std::uint32_t>(playbook.steps.size()))];
            const auto& other = playbook.steps[random.below(static_cast<std::uint32_t>(playbook.steps.size()))];
            Result<Playbook> next = playbook;
            switch (random.below(6)) {
            case 0:
                next = with_new_step(playbook, any.id, random_text(random));
                break;
            case 1:
                next = without_step(playbook, any.id);
                break;
            case 2:
                next = with_step_moved(playbook, any.id, between(random, -2, 12));
                break;
            case 3:
                next = with_prerequisites(playbook, any.id, {other.id});
                // What is offered is never refused.
                for (const auto* possible : possible_prerequisites(playbook, any)) {
                    auto list = any.prerequisites;
                    list.push_back(possible->id);
                    CHECK(with_prerequisites(playbook, any.id, list));
                }
                break;
            case 4: {
                auto changed = any;
                changed.decides = true;
                changed.title = random_text(random);
                next = with_step(playbook, changed);
                break;
            }
            default:
                next = copied_playbook(playbook, "p2ayb0", random_text(random) + "x");
                break;
            }
            if (next) {
                CHECK(validate(*next).empty());
                playbook = *next;
            } else {
                CHECK_FALSE(next.error().what.empty());
            }
        }
    }
}
