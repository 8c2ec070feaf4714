#include "core/analysis/next_ask/next_ask_candidates.hpp"

#include "core/analysis/deal_course.hpp"
#include "core/analysis/next_ask/ask_people.hpp"
#include "core/analysis/next_ask/next_ask_facts.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/plan/refusal.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int just_now_days = 14;

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

// What stands in the plan and can be pursued. What they asked for is answered, and what they said cannot happen yet waits; where nobody is
// known who could give it, who decides is to be found first.
void add_plan(const NextAskInput& input, std::vector<AskCandidate>& list, const Commitment*& nobody_can_give) {
    for (const auto& item : ready_next(input.deal)) {
        const auto& commitment = *find(input.deal, item.id);
        const bool theirs = asked_by_them(commitment) && state_of(commitment) == CommitmentState::asked;
        const bool saved = std::any_of(list.begin(), list.end(), [&](const AskCandidate& one) {
            return one.action == NextAction::save && one.commitment == &commitment;
        });
        if (theirs || saved || held_until(input.deal, commitment, input.today)) continue;
        auto candidate = of_commitment(input, item);
        const bool step_known = step_of(input, commitment) != nullptr && !input.deal.stakeholders.empty();
        if (candidate.whom.empty() && commitment.decides && input.deal.process == Process::buyer_led && !deciders(input.deal).empty()) {
            // They decide on their own schedule, and nobody goes around who runs it.
            candidate.action = NextAction::prepare;
            candidate.asks_when = true;
            candidate.commitment = nullptr;
            candidate.whom = main_contact(input.deal);
        } else if (candidate.whom.empty() && (needs_a_decider(input, commitment) || step_known)) {
            if (nobody_can_give == nullptr || commitment.id < nobody_can_give->id) nobody_can_give = &commitment;
            continue;
        }
        list.push_back(std::move(candidate));
    }
}

bool has_just_asked(const NextAskInput& input, const std::vector<AskCandidate>& list, const StakeholderId& id) {
    if (is_owed_an_answer(list, id)) return true;
    return std::any_of(input.deal.commitments.begin(), input.deal.commitments.end(), [&](const Commitment& commitment) {
        return std::any_of(commitment.events.begin(), commitment.events.end(), [&](const CommitmentEvent& event) {
            return event.kind == CommitmentEventKind::asked && event.by == Asker::them && event.on > input.today - just_now_days &&
                   holds(event.who, id);
        });
    });
}

// Before anything else is asked of somebody who was pushed; a refused commitment of theirs is dealt with by the same gift. Who has just
// asked us for something is to have that.
void add_gifts(const NextAskInput& input, std::vector<AskCandidate>& list) {
    for (const auto& one : input.deal.stakeholders) {
        if (one.left || push_of(input, one.id) <= give_first_from || has_just_asked(input, list, one.id)) {
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

void add_concerns(const NextAskInput& input, std::vector<AskCandidate>& list) {
    for (const auto& concern : input.deal.concerns) {
        // Open questions are answered; the concern of somebody who left went with them.
        if (is_settled(concern) || concern.kind == ConcernKind::question || !is_present(input.deal, concern.stakeholder)) {
            continue;
        }
        AskCandidate candidate;
        candidate.action = NextAction::resolve_concern;
        candidate.concern = &concern;
        candidate.whom = {concern.stakeholder};
        candidate.since = concern_since(concern);
        candidate.evidence.push_back({concern.id, candidate.since});
        list.push_back(std::move(candidate));
    }
}

void add_promises(const NextAskInput& input, std::vector<AskCandidate>& list) {
    for (const auto& promise : input.deal.promises) {
        if (!is_owed(input.deal, promise) || !promise.due || *promise.due > input.today) {
            continue;
        }
        AskCandidate candidate;
        candidate.action = NextAction::keep_promise;
        candidate.promise = &promise;
        candidate.order = AskClass::promise;
        if (find(input.deal, promise.to) != nullptr) candidate.whom = {promise.to};
        candidate.since = *promise.due;
        candidate.due = promise.due;
        candidate.evidence.push_back({promise.id, promise.due});
        list.push_back(std::move(candidate));
    }
}

// What stands in the way of the decision comes before asks of others, in the order of its score. Who is only sceptical stands in the way
// where the forecast finds nothing that helps.
void mark_what_is_in_the_way(const NextAskInput& input, std::vector<AskCandidate>& list) {
    const bool nothing_helps = !input.gains.empty() && std::ranges::none_of(input.gains, [](const AskGain& one) { return one.gain >= nothing_gained; });
    const auto is_set_against = [&](const StakeholderId& id) {
        const auto& one = *find(input.deal, id);
        return stance_of(one) == Stance::opposed || (nothing_helps && is_against(one));
    };
    const auto stops_it = [&](const StakeholderId& id) {
        const auto* one = find(input.deal, id);
        return one != nullptr && has_a_veto(*one);
    };
    for (auto& one : list) {
        if (one.order != AskClass::rest || one.whom.empty() || !stops_it(one.whom.front())) continue;
        const auto& first = one.whom.front();
        switch (one.action) {
        case NextAction::resolve_concern:
            if (state_of(*one.concern) == ConcernState::open) one.order = AskClass::in_the_way;
            break;
        case NextAction::give_first:
            if (!open_concerns(input.deal, first).empty() || is_set_against(first) ||
                (one.commitment != nullptr && one.commitment->decides && refuses(input.deal, *one.commitment, first)))
                one.order = AskClass::in_the_way;
            break;
        case NextAction::hear:
            if (one.against && is_set_against(first)) one.order = AskClass::in_the_way;
            break;
        default:
            break;
        }
    }
}

}

std::string AskCandidate::key() const {
    const std::string thing = promise       ? promise->id.text
                              : concern     ? concern->id.text
                              : commitment  ? commitment->id.text
                              : interaction ? interaction->id.text
                              : left        ? left->id.text
                                            : std::string();
    const std::string who = whom.empty() ? std::string() : whom.front().text;
    return std::to_string(static_cast<int>(action)) + ' ' + thing + ' ' + who;
}

bool is_owed_an_answer(const std::vector<AskCandidate>& list, const StakeholderId& id) {
    return std::any_of(list.begin(), list.end(),
                       [&](const AskCandidate& one) { return one.order == AskClass::answer && holds(one.whom, id); });
}

std::vector<AskCandidate> candidates_of(const NextAskInput& input) {
    std::vector<AskCandidate> list;
    // Before there is a plan, making one helps more than any single ask; once the decision is kept, closing does.
    if (!is_open(input.deal.outcome) || input.deal.commitments.empty() || kept_decision(input.deal) != nullptr) {
        return list;
    }
    const bool quiet = has_gone_quiet(input.deal, input.playbook, input.today) && !main_contact(input.deal).empty();
    const Commitment* nobody_can_give = nullptr;
    add_course(input, list);
    add_answers(input, list);
    if (!quiet) { // then one question is asked, and nothing else
        add_plan(input, list, nobody_can_give);
        add_gifts(input, list);
    }
    add_concerns(input, list);
    add_promises(input, list);
    if (!quiet) {
        add_people_to_hear(input, list);
        add_person_to_find(input, list, nobody_can_give);
    }
    mark_what_is_in_the_way(input, list);
    add_days(input, list);
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
