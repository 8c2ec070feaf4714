// What they asked for, want to know or wrote, and nobody of us has answered.
#include "core/analysis/deal_course.hpp"
#include "core/analysis/next_ask/ask_people.hpp"
#include "core/analysis/next_ask/next_ask_candidates.hpp"
#include "core/analysis/next_ask/next_ask_facts.hpp"
#include "core/model/plan/prerequisites.hpp"
#include "core/model/plan/unnamed_commitments.hpp"

#include <algorithm>

namespace middleground {

namespace {

// Who can stop it is answered before others; of these, who has waited longest.
int rank_of(const Deal& deal, const std::vector<StakeholderId>& whom) {
    const bool stops_it = std::ranges::any_of(whom, [&](const StakeholderId& id) { return has_a_veto(*find(deal, id)); });
    return stops_it ? 0 : 1;
}

AskCandidate answer_to(const Deal& deal, std::vector<StakeholderId> whom, Date since) {
    AskCandidate candidate;
    candidate.action = NextAction::answer;
    candidate.order = AskClass::answer;
    candidate.rank = rank_of(deal, whom);
    candidate.whom = std::move(whom);
    candidate.since = since;
    return candidate;
}

void add_commitments(const NextAskInput& input, std::vector<AskCandidate>& list) {
    for (const auto& commitment : input.deal.commitments) {
        if (!is_named(commitment) || state_of(commitment) != CommitmentState::asked || !asked_by_them(commitment)) continue;
        const auto asked = std::ranges::find(commitment.events.rbegin(), commitment.events.rend(), CommitmentEventKind::asked, &CommitmentEvent::kind);
        auto whom = asked->who;
        std::erase_if(whom, [&](const StakeholderId& id) { return !is_present(input.deal, id); });
        sort_people(input.deal, whom, {});
        if (whom.empty()) whom = main_contact(input.deal);
        auto candidate = answer_to(input.deal, std::move(whom), asked->on);
        candidate.commitment = &commitment;
        candidate.due = due_of(commitment);
        candidate.on_the_way = commitment.decides;
        candidate.evidence.push_back({commitment.id, asked->on});
        list.push_back(std::move(candidate));
    }
}

void add_questions(const NextAskInput& input, std::vector<AskCandidate>& list) {
    for (const auto& concern : input.deal.concerns) {
        if (concern.kind != ConcernKind::question || state_of(concern) != ConcernState::open) continue;
        const auto* who = find(input.deal, concern.stakeholder);
        auto whom = who == nullptr ? main_contact(input.deal) : who->left ? who_covers_for(input.deal, *who) : std::vector{concern.stakeholder};
        auto candidate = answer_to(input.deal, std::move(whom), concern_since(concern));
        candidate.concern = &concern;
        candidate.evidence.push_back({concern.id, candidate.since});
        list.push_back(std::move(candidate));
    }
}

// Whether answering `one` answers the message, too: it is about that very day, or a message of who covers for somebody who left.
bool answers(const AskCandidate& one, const TheirMessage& message) {
    const auto on = message.interaction->on;
    const bool covered = std::ranges::all_of(message.from, [&](const StakeholderId& id) { return holds(one.whom, id); });
    switch (one.action) {
    case NextAction::answer:
        return covered && one.since >= on;
    case NextAction::find_sponsor:
        return covered && one.since <= on;
    case NextAction::plan_for_day:
        return covered && one.since == on;
    default:
        return false;
    }
}

void add_messages(const NextAskInput& input, std::vector<AskCandidate>& list) {
    for (auto& message : messages_to_answer(input.deal)) {
        const auto found = std::ranges::find_if(list, [&](const AskCandidate& one) { return answers(one, message); });
        if (found != list.end()) {
            found->interaction = message.interaction;
            found->evidence.push_back({message.interaction->id, message.interaction->on});
            if (found->order == AskClass::course) found->rank = -1; // an answer now, and what matters most in it
            found->order = AskClass::answer;
            continue;
        }
        sort_people(input.deal, message.from, {});
        auto candidate = answer_to(input.deal, std::move(message.from), message.interaction->on);
        candidate.interaction = message.interaction;
        candidate.evidence.push_back({message.interaction->id, message.interaction->on});
        list.push_back(std::move(candidate));
    }
}

}

void add_answers(const NextAskInput& input, std::vector<AskCandidate>& list) {
    add_commitments(input, list);
    add_questions(input, list);
    add_messages(input, list);
}

}
