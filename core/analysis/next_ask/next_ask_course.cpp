// What has changed for the deal as a whole and comes before the plan: a sponsor who left, a silence, a day before which nothing happens.
#include "core/analysis/deal_course.hpp"
#include "core/analysis/next_ask/ask_people.hpp"
#include "core/analysis/next_ask/next_ask_candidates.hpp"
#include "core/analysis/next_ask/next_ask_facts.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/plan/their_acts.hpp"

#include <algorithm>

namespace middleground {

namespace {

enum Rank { sponsor_first, then_silence, then_their_day, then_what_they_left };

// Whether we have talked with one of them on that day or later, and not only read a message of theirs.
bool we_talked_since(const Deal& deal, const std::vector<StakeholderId>& whom, Date since) {
    return std::ranges::any_of(deal.interactions, [&](const Interaction& one) {
        return one.on >= since && one.direction != Direction::inbound && was_two_way(one) &&
               std::ranges::any_of(one.people, [&](const StakeholderId& id) { return holds(whom, id); });
    });
}

void add_sponsors(const NextAskInput& input, std::vector<AskCandidate>& list) {
    for (const auto& gone : input.deal.stakeholders) {
        if (!is_missed_sponsor(input.deal, gone)) continue;
        AskCandidate candidate;
        candidate.action = NextAction::find_sponsor;
        candidate.left = &gone;
        candidate.whom = who_covers_for(input.deal, gone);
        candidate.since = gone.left->on;
        candidate.rank = sponsor_first;
        candidate.order = we_talked_since(input.deal, candidate.whom, gone.left->on) ? AskClass::rest : AskClass::course;
        candidate.evidence.push_back({gone.id, gone.left->on});
        list.push_back(std::move(candidate));
    }
}

// What was asked of them or agreed with them, and has nobody else.
void add_what_they_left(const NextAskInput& input, std::vector<AskCandidate>& list) {
    if (has_gone_quiet(input.deal, input.playbook, input.today)) return; // then one question is asked, and nothing else
    for (const auto& item : ready_next(input.deal)) {
        if (item.state != PlanState::asked && item.state != PlanState::agreed) continue;
        const auto& commitment = *find(input.deal, item.id);
        if (item.state == PlanState::asked && asked_by_them(commitment)) continue;
        if (held_until(input.deal, commitment, input.today)) continue;
        const auto* gone = find(input.deal, commitment.buyer_owner);
        if (gone == nullptr) {
            // Without an owner it was theirs if all who have a part in it are gone.
            for (const auto& id : commitment.people) {
                const auto* one = find(input.deal, id);
                if (one == nullptr) continue;
                if (!one->left) {
                    gone = nullptr;
                    break;
                }
                if (gone == nullptr || one->influence > gone->influence || (one->influence == gone->influence && one->id < gone->id)) gone = one;
            }
        }
        if (gone == nullptr || !gone->left) continue;
        AskCandidate candidate;
        candidate.action = NextAction::save;
        candidate.commitment = &commitment;
        candidate.left = gone;
        // Who covers finds out who takes it over; only what needs a decider is not for an end user to bring about.
        candidate.whom = who_covers_for(input.deal, *gone);
        const bool by_user = !candidate.whom.empty() && is_end_user(*find(input.deal, candidate.whom.front()));
        if (commitment.decides || (by_user && needs_a_decider(input, commitment))) candidate.whom = who_could_give(input, commitment);
        candidate.since = std::max(item.since, gone->left->on);
        candidate.due = item.due;
        candidate.on_the_way = item.on_way_to_decision;
        candidate.rank = then_what_they_left;
        candidate.order = was_sponsor(*gone) ? AskClass::course : AskClass::rest;
        candidate.evidence = {{commitment.id, item.since}, {gone->id, gone->left->on}};
        list.push_back(std::move(candidate));
    }
}

void add_silence(const NextAskInput& input, std::vector<AskCandidate>& list) {
    if (!has_gone_quiet(input.deal, input.playbook, input.today)) return;
    AskCandidate candidate;
    candidate.action = NextAction::ask_if_wanted;
    candidate.whom = main_contact(input.deal);
    if (candidate.whom.empty()) return;
    if (input.deal.process != Process::buyer_led) {
        const auto decide = deciders(input.deal);
        const auto first = std::ranges::find_if(decide, [&](const StakeholderId& id) { return !holds(candidate.whom, id); });
        const bool contact_decides = has_a_veto(*find(input.deal, candidate.whom.front()));
        if (first != decide.end() && !contact_decides) candidate.whom.push_back(*first);
    }
    candidate.since = last_act_of_theirs(input.deal, input.today);
    candidate.rank = then_silence;
    candidate.order = AskClass::course;
    for (const auto* one : unanswered_since_their_last_act(input.deal, input.today)) {
        candidate.evidence.push_back({one->id, one->on});
    }
    list.push_back(std::move(candidate));
}

struct NamedDay {
    Date on;    // when it was said
    Date day;   // before which nothing happens
    const Commitment* commitment = nullptr;
    bool holds_decision = false;
};

// What this person said, in answers about commitments and for themselves; the latest day of all.
std::optional<NamedDay> named_by(const NextAskInput& input, const Stakeholder& person) {
    std::optional<NamedDay> named;
    const auto take = [&](const NamedDay& one) {
        const bool also = named && named->holds_decision;
        if (!named || one.day > named->day || (one.day == named->day && one.commitment != nullptr && named->commitment == nullptr)) named = one;
        named->holds_decision = also || named->holds_decision || one.holds_decision;
    };
    if (const auto day = day_named_by(person, input.today)) take({person.stances.back().on, *day, nullptr, has_a_veto(person)});
    for (const auto& item : plan_of(input.deal)) {
        const auto& commitment = *find(input.deal, item.id);
        const auto day = is_open(commitment) ? not_before(commitment) : std::nullopt;
        if (!day || *day <= input.today) continue;
        const auto said = std::ranges::find_if(commitment.events.rbegin(), commitment.events.rend(),
                                               [](const CommitmentEvent& event) { return event.not_before.has_value(); });
        const bool theirs = holds(said->who, person.id) || (said->who.empty() && commitment.buyer_owner == person.id);
        if (theirs) take({said->on, *day, &commitment, item.on_way_to_decision});
    }
    return named;
}

void add_their_days(const NextAskInput& input, std::vector<AskCandidate>& list) {
    const auto add = [&](std::vector<StakeholderId> whom, const NamedDay& named) {
        AskCandidate candidate;
        candidate.action = NextAction::plan_for_day;
        candidate.whom = std::move(whom);
        candidate.commitment = named.commitment;
        candidate.day = named.day;
        candidate.since = named.on;
        candidate.rank = then_their_day;
        const bool talked = we_talked_since(input.deal, candidate.whom, named.on + 1);
        candidate.order = named.holds_decision && !talked ? AskClass::course : AskClass::rest;
        if (named.commitment != nullptr) candidate.evidence.push_back({named.commitment->id, named.on});
        list.push_back(std::move(candidate));
    };
    for (const auto& person : input.deal.stakeholders) {
        if (person.left) continue;
        if (const auto named = named_by(input, person)) {
            add({person.id}, *named);
            list.back().evidence.push_back({person.id, named->on});
        }
    }
    // What was said by nobody who is still there.
    for (const auto& item : ready_next(input.deal)) {
        const auto& commitment = *find(input.deal, item.id);
        const auto day = not_before(commitment);
        if (!day || *day <= input.today) continue;
        const bool covered = std::ranges::any_of(list, [&](const AskCandidate& one) {
            if (one.action != NextAction::plan_for_day) return false;
            return one.commitment == &commitment || std::ranges::any_of(commitment.events, [&](const CommitmentEvent& event) {
                return event.not_before && std::ranges::any_of(one.whom, [&](const StakeholderId& id) { return holds(event.who, id); });
            });
        });
        if (covered) continue;
        auto whom = whom_to_ask(input, commitment);
        if (whom.empty()) whom = main_contact(input.deal);
        if (whom.size() > 1) whom.resize(1);
        add(std::move(whom), {item.since, *day, &commitment, item.on_way_to_decision});
    }
}

}

void add_course(const NextAskInput& input, std::vector<AskCandidate>& list) {
    add_sponsors(input, list);
    add_what_they_left(input, list);
    add_silence(input, list);
    add_their_days(input, list);
}

}
