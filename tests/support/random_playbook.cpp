#include "tests/support/random_things.hpp"

namespace middleground::test {

namespace {

// With at most six decimals, as files have them, and exact: whatever else writes such a number writes the same.
double random_odds(Random& random) {
    return static_cast<double>(1 + random.below(1280)) / 64;
}

std::string some_title(Random& random, int number) {
    const auto text = random_text(random);
    return text.find_first_not_of(" \t\r\n") == std::string::npos || text.size() > 400 ? "Step " + std::to_string(number) : "x" + text;
}

}

Playbook random_playbook(Random& random, std::string id) {
    Playbook playbook;
    playbook.id = std::move(id);
    playbook.title = some_title(random, 0);
    playbook.what = random_text(random);
    playbook.origin = random_text(random);
    playbook.process = any_of<Process>(random);
    playbook.expected_group_size = between(random, 1, 100);
    playbook.cadence_days = between(random, 1, 365);
    playbook.edition = between(random, 1, 50);
    if (one_in(random, 2)) playbook.base = BaseRate{static_cast<double>(between(random, -640, 640)) / 64, random_text(random)};
    const int steps = between(random, 1, 9);
    for (int i = 0; i < steps; ++i) {
        PlaybookStep step;
        step.id = "step-" + std::to_string(i);
        step.title = some_title(random, i);
        step.what = random_text(random);
        step.why = random_text(random);
        step.done_when = random_text(random);
        step.ask = random_text(random);
        step.origin = random_text(random);
        step.buyer_title = one_in(random, 2) ? std::string() : some_title(random, i);
        for (int one = between(random, 0, 3); one > 0; --one) {
            step.functions.push_back(any_of<Function>(random));
            step.roles.push_back(any_of<Role>(random));
            step.value_ideas.push_back(random_text(random));
        }
        for (int before = 0; before < i; ++before) {
            if (one_in(random, 3)) step.prerequisites.push_back("step-" + std::to_string(before));
        }
        step.days_min = between(random, 0, 20);
        step.days_mode = step.days_min + between(random, 0, 20);
        step.days_max = step.days_mode + between(random, 0, 200);
        step.odds_a = random_odds(random);
        step.odds_b = random_odds(random);
        playbook.steps.push_back(std::move(step));
    }
    playbook.steps[random.below(static_cast<std::uint32_t>(steps))].decides = true;
    return playbook;
}

}
