#include "core/analysis/next_ask/next_ask_candidates.hpp"

#include "core/analysis/next_ask/next_ask_facts.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>

namespace middleground {

namespace {
std::vector<StakeholderId> known(const Deal& deal, const StakeholderId& id) {
    return find(deal, id) == nullptr ? std::vector<StakeholderId>() : std::vector{id};
}

bool is_before(const AskCandidate& a, const AskCandidate& b) {
    return a.since != b.since ? a.since < b.since : a.key() < b.key();
}

// One conversation deals with one thing: of several gifts, concerns or promises to the same person, the oldest comes first.
void mark_the_later_ones(std::vector<AskCandidate>& list) {
    for (auto& one : list) {
        if (one.action != NextAction::give_first && one.action != NextAction::resolve_concern && one.action != NextAction::keep_promise) {
            continue;
        }
        one.one_of_many = std::any_of(list.begin(), list.end(), [&](const AskCandidate& other) {
            return other.action == one.action && other.whom == one.whom && is_before(other, one);
        });
    }
}

AskCandidate of_commitment(const NextAskInput& input, const PlanItem& item) {
    AskCandidate candidate;
    const auto& commitment = *find(input.deal, item.id);
    candidate.commitment = &commitment;
    candidate.on_the_way = item.on_way_to_decision;
    candidate.since = item.since;
    candidate.due = item.due;
    switch (state_of(commitment)) {
    case CommitmentState::planned:
    case CommitmentState::kept: // never among the ready ones, nor is what is set aside
    case CommitmentState::dropped:
    case CommitmentState::not_needed:
        candidate.action = NextAction::ask;
        candidate.whom = whom_to_ask(input, commitment);
        break;
    case CommitmentState::asked:
        candidate.action = NextAction::follow_up;
        candidate.whom = whom_to_follow_up(input, commitment);
        break;
    case CommitmentState::agreed:
        candidate.action = NextAction::get_kept;
        candidate.whom = whom_to_help(input, commitment);
        break;
    case CommitmentState::declined:
    case CommitmentState::broken:
        candidate.whom = whom_to_ask(input, commitment);
        candidate.action = given_since_refusal(input.deal, commitment) ? NextAction::ask_again : NextAction::give_first;
        break;
    }
    candidate.evidence.push_back({commitment.id, item.since});
    return candidate;
}

// Before anything else is asked of somebody who was pushed; a refused commitment of theirs is dealt with by the same gift.
void add_gifts(const NextAskInput& input, std::vector<AskCandidate>& list) {
    for (const auto& one : input.deal.stakeholders) {
        if (push_of(input, one.id) <= give_first_from) {
            continue;
        }
        AskCandidate gift;
        gift.action = NextAction::give_first;
        gift.whom = {one.id};
        gift.since = std::max(one.created, input.deal.opened);
        for (const auto& interaction : input.deal.interactions) {
            for (const auto& value : interaction.value_given) {
                if (value.to == one.id || (value.to.empty() && holds(interaction.people, one.id))) {
                    gift.since = std::max(gift.since, interaction.on);
                }
            }
        }
        for (const auto& signal : input.balance.signals) {
            if (signal.side == Side::push && holds(signal.people, one.id)) {
                for (const auto& evidence : signal.evidence) {
                    if (std::find(gift.evidence.begin(), gift.evidence.end(), evidence) == gift.evidence.end()) {
                        gift.evidence.push_back(evidence);
                    }
                }
            }
        }
        // The oldest refusal, whatever the order of the plan.
        auto refused = list.end();
        for (auto other = list.begin(); other != list.end(); ++other) {
            if (other->action == NextAction::give_first && other->commitment != nullptr && !other->whom.empty() &&
                other->whom.front() == one.id && (refused == list.end() || is_before(*other, *refused))) {
                refused = other;
            }
        }
        if (refused != list.end()) {
            gift.commitment = refused->commitment;
            gift.on_the_way = refused->on_the_way;
            gift.due = refused->due;
            gift.evidence.insert(gift.evidence.begin(), refused->evidence.begin(), refused->evidence.end());
            list.erase(refused);
        }
        gift.evidence.push_back({one.id, {}});
        list.push_back(std::move(gift));
    }
}

void add_people_to_hear(const NextAskInput& input, std::vector<AskCandidate>& list) {
    for (const auto& one : input.deal.stakeholders) {
        if (last_heard(input.deal, one.id)) {
            continue;
        }
        AskCandidate candidate;
        candidate.action = NextAction::hear;
        candidate.whom = {one.id};
        candidate.second_hand = heard(input, one.id);
        candidate.since = std::max(one.created, input.deal.opened);
        candidate.evidence.push_back({one.id, {}});
        list.push_back(std::move(candidate));
    }
    const bool nobody_decides = std::none_of(input.deal.stakeholders.begin(), input.deal.stakeholders.end(),
                                             [](const Stakeholder& one) { return one.role == Role::decision_maker; });
    if (nobody_decides || input.consensus.unnamed > 0) {
        AskCandidate candidate;
        candidate.action = NextAction::find_person;
        candidate.decides = nobody_decides;
        candidate.whom = strongest_supporter(input.deal);
        if (candidate.whom.empty()) {
            for (const auto& one : input.deal.stakeholders) {
                if (last_heard(input.deal, one.id)) {
                    candidate.whom.push_back(one.id);
                }
            }
            sort_people(input.deal, candidate.whom, {});
            candidate.whom.resize(std::min<std::size_t>(candidate.whom.size(), 1));
        }
        candidate.since = input.deal.opened;
        for (const auto& id : candidate.whom) {
            candidate.evidence.push_back({id, {}});
        }
        list.push_back(std::move(candidate));
    }
}

void add_concerns(const NextAskInput& input, std::vector<AskCandidate>& list) {
    for (const auto& concern : input.deal.concerns) {
        if (is_settled(concern)) {
            continue;
        }
        AskCandidate candidate;
        candidate.action = NextAction::resolve_concern;
        candidate.concern = &concern;
        candidate.whom = known(input.deal, concern.stakeholder);
        candidate.since = concern_since(concern);
        candidate.evidence.push_back({concern.id, candidate.since});
        list.push_back(std::move(candidate));
    }
}

void add_promises(const NextAskInput& input, std::vector<AskCandidate>& list) {
    for (const auto& promise : input.deal.promises) {
        if (state_of(promise) != PromiseState::open || !promise.due || *promise.due >= input.today) {
            continue;
        }
        AskCandidate candidate;
        candidate.action = NextAction::keep_promise;
        candidate.promise = &promise;
        candidate.whom = known(input.deal, promise.to);
        candidate.since = *promise.due;
        candidate.due = promise.due;
        candidate.evidence.push_back({promise.id, promise.due});
        list.push_back(std::move(candidate));
    }
}

}

std::string AskCandidate::key() const {
    const std::string thing = promise ? promise->id.text : concern ? concern->id.text : commitment ? commitment->id.text : std::string();
    const std::string who = whom.empty() ? std::string() : whom.front().text;
    return std::to_string(static_cast<int>(action)) + ' ' + thing + ' ' + who;
}

std::vector<AskCandidate> candidates_of(const NextAskInput& input) {
    std::vector<AskCandidate> list;
    // Before there is a plan, making one helps more than any single ask; once the decision is kept, closing does.
    if (!is_open(input.deal.outcome) || input.deal.commitments.empty() || kept_decision(input.deal) != nullptr) {
        return list;
    }
    for (const auto& item : ready_next(input.deal)) {
        list.push_back(of_commitment(input, item));
    }
    add_gifts(input, list);
    add_concerns(input, list);
    add_promises(input, list);
    add_people_to_hear(input, list);
    mark_the_later_ones(list);
    for (auto& candidate : list) {
        candidate.waited = std::max(0, input.today - candidate.since);
        for (const auto& id : candidate.whom) {
            const Evidence who{id, {}};
            if (std::find(candidate.evidence.begin(), candidate.evidence.end(), who) == candidate.evidence.end()) {
                candidate.evidence.push_back(who);
            }
        }
    }
    return list;
}

}
