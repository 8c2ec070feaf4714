// Who has to be heard, and who is still to be found.
#include "core/analysis/deal_course.hpp"
#include "core/analysis/next_ask/ask_people.hpp"
#include "core/analysis/next_ask/next_ask_candidates.hpp"
#include "core/analysis/next_ask/next_ask_facts.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>

namespace middleground {

namespace {

// Where the buyer leads, nobody is heard around who runs the procedure.
bool may_be_heard(const NextAskInput& input, const Stakeholder& one) {
    if (one.left) return false;
    return input.deal.process != Process::buyer_led || runs_the_procedure(one) ||
           (!has_a_veto(one) && std::none_of(input.deal.stakeholders.begin(), input.deal.stakeholders.end(), runs_the_procedure));
}

// Nothing else in the list is about what they have against it.
bool is_dealt_with(const NextAskInput& input, const std::vector<AskCandidate>& list, const StakeholderId& id) {
    return !open_concerns(input.deal, id).empty() || std::any_of(list.begin(), list.end(), [&](const AskCandidate& one) {
        return (one.action == NextAction::give_first || one.action == NextAction::ask_again || one.action == NextAction::plan_for_day ||
                one.action == NextAction::answer) &&
               holds(one.whom, id);
    });
}

}

void add_people_to_hear(const NextAskInput& input, std::vector<AskCandidate>& list) {
    for (const auto& one : input.deal.stakeholders) {
        const bool against = has_a_veto(one) && is_against(one) && !is_dealt_with(input, list, one.id);
        const auto spoke = last_heard(input.deal, one.id);
        if (!may_be_heard(input, one) || (spoke && !against)) {
            continue;
        }
        AskCandidate candidate;
        candidate.action = NextAction::hear;
        candidate.whom = {one.id};
        candidate.against = against;
        candidate.second_hand = !against && heard(input, one.id);
        candidate.since = std::max(against ? std::max(one.stances.back().on, spoke.value_or(one.created)) : one.created, input.deal.opened);
        candidate.evidence.push_back({one.id, {}});
        list.push_back(std::move(candidate));
    }
}

void add_person_to_find(const NextAskInput& input, std::vector<AskCandidate>& list, const Commitment* nobody_can_give) {
    const bool nobody_decides = std::none_of(input.deal.stakeholders.begin(), input.deal.stakeholders.end(), [](const Stakeholder& one) {
        return one.role == Role::decision_maker && !one.left;
    });
    if (!nobody_decides && input.consensus.unnamed == 0 && nobody_can_give == nullptr) return;
    AskCandidate candidate;
    candidate.action = NextAction::find_person;
    candidate.decides = nobody_decides;
    candidate.whom = input.deal.process == Process::buyer_led ? main_contact(input.deal) : strongest_supporter(input.deal);
    if (candidate.whom.empty()) {
        for (const auto& one : input.deal.stakeholders) {
            if (!one.left && last_heard(input.deal, one.id)) candidate.whom.push_back(one.id);
        }
        sort_people(input.deal, candidate.whom, {});
        candidate.whom.resize(std::min<std::size_t>(candidate.whom.size(), 1));
    }
    candidate.since = input.deal.opened;
    for (const auto& id : candidate.whom) {
        candidate.evidence.push_back({id, {}});
    }
    if (nobody_can_give != nullptr) {
        candidate.evidence.push_back({nobody_can_give->id, {}});
        if (nobody_decides) candidate.order = AskClass::in_the_way;
    }
    list.push_back(std::move(candidate));
}

}
