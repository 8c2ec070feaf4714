#include "core/model/buyer_plan.hpp"

#include "core/model/own_fields/own_fields.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/validate/validate.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::vector<PlanField> shared(const std::vector<OwnField>& fields) {
    std::vector<PlanField> plan;
    for (const auto& field : fields) {
        if (field.shared) plan.push_back({field.name, field.kind, field.value});
    }
    return plan;
}

// The other way: for looking at it, and for what is said of values.
std::vector<OwnField> own_fields(const std::vector<PlanField>& plan) {
    std::vector<OwnField> fields;
    for (const auto& field : plan) {
        fields.push_back({field.name, field.kind, field.value, true});
    }
    return fields;
}

PlanPerson shared(const Stakeholder& person) {
    return {person.id, person.name, person.title, person.function, shared(person.fields)};
}

// What the seller typed stays as typed.
std::string shared_title(const Commitment& commitment, const Playbook* playbook) {
    const auto* step = playbook ? find_step(*playbook, commitment.step) : nullptr;
    return step && !step->buyer_title.empty() && commitment.title == step->title ? step->buyer_title : commitment.title;
}

// A refusal and a broken promise look like what was never asked.
PlanStep shared(const Commitment& commitment, const Playbook* playbook) {
    PlanStep step;
    step.id = commitment.id;
    step.title = shared_title(commitment, playbook);
    step.done_when = commitment.done_when;
    step.due = due_of(commitment);
    step.owner = commitment.buyer_owner;
    const auto state = state_of(commitment);
    if (state == CommitmentState::agreed || state == CommitmentState::kept) {
        step.state = state == CommitmentState::kept ? SharedState::done : SharedState::agreed;
        step.since = state_since(commitment);
    }
    for (const auto& value : commitment.value_offered) {
        if (!value.what.empty()) step.value.push_back({value.what});
    }
    return step;
}

// A deal with the same ids and texts, so that one set of rules holds for both. Only for looking at it.
Deal stand_in(const BuyerPlan& plan) {
    Deal deal;
    deal.id = plan.id;
    deal.account = plan.account;
    deal.seller = plan.seller;
    deal.created = deal.opened = plan.made_on;
    if (plan.event) deal.targets.push_back({plan.made_on, plan.event->date, TargetReason::buyer_event, plan.event->what});
    for (const auto& person : plan.people) {
        auto& added = deal.stakeholders.emplace_back();
        added.id = person.id;
        added.created = plan.made_on;
        added.name = person.name;
        added.title = person.title;
        added.fields = own_fields(person.fields);
    }
    deal.fields = own_fields(plan.fields);
    for (const auto& step : plan.steps) {
        auto& added = deal.commitments.emplace_back();
        added.id = step.id;
        added.created = plan.made_on;
        added.title = step.title;
        added.done_when = step.done_when;
        added.decides = deal.commitments.size() == 1;
        added.buyer_owner = step.owner;
        for (const auto& value : step.value) {
            added.value_offered.push_back({{}, value.what, {}});
        }
        added.events.push_back({CommitmentEventKind::planned, plan.made_on, {}, {}, {}, {}});
    }
    return deal;
}

}

BuyerPlan buyer_plan(const Deal& deal, Date today, const Playbook* playbook) {
    BuyerPlan plan;
    plan.id = deal.id;
    plan.account = deal.account;
    plan.seller = deal.seller;
    plan.made_on = today;
    // Our own target is ours to know.
    if (const auto* target = target_of(deal); target && target->reason == TargetReason::buyer_event) {
        plan.event = BuyerEvent{target->date, target->note};
    }
    for (const auto& person : deal.stakeholders) {
        plan.people.push_back(shared(person));
    }
    for (const auto& item : plan_of(deal)) {
        if (is_set_aside(item.state)) continue;
        if (const auto* commitment = find(deal, item.id)) plan.steps.push_back(shared(*commitment, playbook));
    }
    plan.fields = shared(deal.fields);
    return plan;
}

std::string value_words(const PlanField& field, Date today) {
    return own_value_words({field.name, field.kind, field.value, true}, today);
}

const PlanPerson* owner_of(const BuyerPlan& plan, const PlanStep& step) {
    const auto found = std::ranges::find(plan.people, step.owner, &PlanPerson::id);
    return step.owner.empty() || found == plan.people.end() ? nullptr : &*found;
}

int done_count(const BuyerPlan& plan) {
    return static_cast<int>(std::ranges::count(plan.steps, SharedState::done, &PlanStep::state));
}

std::string title_of(const BuyerPlan& plan) {
    const std::string words = "Our plan for a good decision";
    return plan.account.empty() ? words : words + " - " + plan.account;
}

Result<void> check_plan(const BuyerPlan& plan) {
    auto problems = validate(stand_in(plan), plan.made_on);
    if (problems.empty()) return {};
    return std::unexpected(std::move(problems.front()));
}

}
