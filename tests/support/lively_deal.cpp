#include "tests/support/lively_deal.hpp"

#include "tests/support/analysis.hpp"
#include "tests/support/random_things.hpp"

#include <algorithm>

namespace middleground::test {

namespace {

void take_steps_of(Random& random, Deal& deal) {
    const auto& playbooks = shipped_playbooks();
    const auto& playbook = playbooks[random.below(static_cast<std::uint32_t>(playbooks.size()))];
    deal.playbook = playbook.id;
    if (!one_in(random, 4)) deal.process = playbook.process;
    for (auto& commitment : deal.commitments) {
        if (one_in(random, 5)) continue;
        const auto& step = element_of(random, playbook.steps);
        if (step.decides != commitment.decides) continue;
        commitment.step = step.id;
        if (one_in(random, 2)) commitment.ask = step.ask;
    }
    const auto decision = std::ranges::find(playbook.steps, true, &PlaybookStep::decides);
    for (auto& commitment : deal.commitments) {
        if (commitment.decides) commitment.step = decision->id;
    }
}

std::optional<Date> some_day(Random& random, Date from) {
    return std::max(from, today() + between(random, -10, 120));
}

void add_what_they_said(Random& random, Deal& deal) {
    for (auto& commitment : deal.commitments) {
        for (auto& event : commitment.events) {
            using enum CommitmentEventKind;
            if (event.kind == asked && one_in(random, 3)) event.by = Asker::them;
            if ((event.kind == agreed || event.kind == declined) && one_in(random, 5)) event.not_before = some_day(random, event.on);
            if (event.kind == due && event.due && one_in(random, 3)) event.due = std::max(event.on, today() + between(random, 0, 5));
        }
    }
    for (auto& concern : deal.concerns) {
        if (one_in(random, 3)) concern.kind = ConcernKind::question;
    }
    for (auto& person : deal.stakeholders) {
        if (!person.stances.empty() && one_in(random, 8)) person.stances.back().not_before = some_day(random, person.stances.back().on);
    }
}

void add_days(Random& random, Deal& deal) {
    for (auto& interaction : deal.interactions) {
        if (one_in(random, 3)) interaction.direction = Direction::outbound;
        if (interaction.next && interaction.next->on && one_in(random, 2)) {
            interaction.next->on = today() + between(random, 0, 6);
            interaction.next->state = NextStepState::planned;
        }
    }
    for (auto& promise : deal.promises) {
        if (promise.due && one_in(random, 3)) promise.due = today();
    }
    if (!deal.targets.empty() && deal.targets.back().date && one_in(random, 4)) deal.targets.back().date = today() + between(random, 0, 6);
}

}

Deal lively_deal(Random& random) {
    auto deal = random_deal(random);
    if (!one_in(random, 8)) deal.outcome = Open{};
    take_steps_of(random, deal);
    add_what_they_said(random, deal);
    add_days(random, deal);
    return deal;
}

}
