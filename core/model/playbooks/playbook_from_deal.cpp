#include "core/model/playbooks/playbook_from_deal.hpp"

#include "core/base/text.hpp"
#include "core/model/playbooks/playbook_edits.hpp"

#include <algorithm>
#include <map>

namespace middleground {

namespace {

template <typename V>
void add_once(std::vector<V>& list, const V& value) {
    if (std::ranges::find(list, value) == list.end()) list.push_back(value);
}

void add_people(const Deal& deal, const std::vector<StakeholderId>& people, PlaybookStep& step) {
    for (const auto& id : people) {
        const auto* person = find(deal, id);
        if (!person) continue;
        if (person->function != Function::other) add_once(step.functions, person->function);
        add_once(step.roles, person->role);
    }
}

// From the first time that it was asked for until it was kept.
std::optional<int> days_taken(const Commitment& commitment) {
    std::optional<Date> asked;
    for (const auto& event : commitment.events) {
        if (event.kind == CommitmentEventKind::asked && !asked) asked = event.on;
        if (event.kind == CommitmentEventKind::kept && asked) return std::max(1, event.on - *asked);
    }
    return {};
}

PlaybookStep step_of(const Deal& deal, const Commitment& commitment, const Playbook* from) {
    const auto* known = from ? find_step(*from, commitment.step) : nullptr;
    PlaybookStep step = known ? *known : PlaybookStep();
    step.prerequisites.clear();
    if (step.title != commitment.title) step.buyer_title.clear();
    step.title = trimmed(commitment.title).empty() ? (known ? known->title : std::string("Step")) : commitment.title;
    step.done_when = commitment.done_when;
    step.ask = commitment.ask;
    step.decides = commitment.decides;
    if (!known) {
        const int usual = std::min(days_taken(commitment).value_or(7), 1000); // years are no usual time
        step.days_min = std::max(1, usual / 2);
        step.days_mode = usual;
        step.days_max = usual * 3;
        set_kept_of_ten(step, 7);
        add_people(deal, commitment.people, step);
        for (const auto& event : commitment.events) {
            if (event.kind == CommitmentEventKind::asked) add_people(deal, event.who, step);
        }
    }
    return step;
}

}

Playbook playbook_from_deal(const Deal& deal, const Playbook* from, std::string id, std::string title) {
    auto playbook = new_playbook(std::move(id), std::move(title));
    playbook.process = deal.process;
    playbook.expected_group_size = deal.expected_group_size;
    playbook.origin = "From a deal of mine";
    if (from) {
        playbook.cadence_days = from->cadence_days;
        playbook.base = from->base;
        playbook.what = from->what;
        playbook.origin += ", which was planned with " + from->title;
    }
    playbook.origin += '.';
    if (deal.commitments.empty()) return playbook;
    playbook.steps.clear();
    std::map<CommitmentId, std::string> ids;
    for (const auto& commitment : deal.commitments) {
        auto step = step_of(deal, commitment, from);
        const auto is_taken = [&](const std::string& one) { return one.empty() || find_step(playbook, one) != nullptr; };
        if (is_taken(commitment.step)) step.id.clear();
        else step.id = commitment.step;
        for (int number = static_cast<int>(playbook.steps.size()) + 1; is_taken(step.id); ++number) {
            step.id = "step-" + std::to_string(number);
        }
        ids.emplace(commitment.id, step.id);
        playbook.steps.push_back(std::move(step));
    }
    for (std::size_t i = 0; i < deal.commitments.size(); ++i) {
        for (const auto& before : deal.commitments[i].prerequisites) {
            const auto found = ids.find(before);
            if (found != ids.end()) add_once(playbook.steps[i].prerequisites, found->second);
        }
    }
    return playbook;
}

}
