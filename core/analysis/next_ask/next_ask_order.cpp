#include "core/analysis/next_ask/next_ask_order.hpp"

#include "core/analysis/next_ask/next_ask_facts.hpp"
#include "core/base/sort_list.hpp"
#include "core/model/interaction.hpp"
#include "core/model/plan/plan.hpp"

#include <algorithm>
#include <cmath>
#include <ranges>
#include <string_view>
#include <utility>

namespace middleground {

namespace {

constexpr double waiting_days_for_half = 21; // after that many days half of what waiting can add is added
constexpr double weight_of_gain = 0.6;       // the rest is waiting
constexpr double too_much = 30;              // push or passivity of the deal from which it counts in the order
constexpr double taken_away = 0.25;          // of that, by what leads to the other side: it outweighs small differences in gain
constexpr int silent_days = 3;               // who was written to this recently is left in peace
constexpr int due_soon_days = 7;

double most_pushed(const NextAskInput& input, const AskCandidate& candidate) {
    double pushed = 0;
    for (const auto& id : candidate.whom) {
        pushed = std::max(pushed, push_of(input, id));
    }
    return pushed;
}

// Chance of winning that is gained in a week, as likely as it is to come.
double gain_per_week(const AskGain& gain) {
    return gain.chance * std::max(0.0, gain.gain) / std::max(1.0, gain.weeks);
}

// What the deal gains if it happens, 0..1, by what the consensus says: as long as there is no forecast, and for what none speaks about.
double gain_of(const NextAskInput& input, const AskCandidate& candidate) {
    double best = 0; // of anybody in the deal
    for (const auto& one : input.consensus.people) {
        best = std::max(best, one.gain);
    }
    double theirs = 0;
    for (const auto& id : candidate.whom) {
        if (const auto* opinion = find(input.consensus, id); opinion != nullptr && best > 0) {
            theirs = std::max(theirs, opinion->gain / best);
        }
    }
    switch (candidate.action) {
    case NextAction::ask:
    case NextAction::ask_again:
    case NextAction::follow_up:
    case NextAction::get_kept:
        return (candidate.on_the_way ? 0.7 : 0.2) + 0.3 * theirs;
    case NextAction::give_first:
        return (most_pushed(input, candidate) > give_first_from ? 0.6 : 0.2) + 0.4 * theirs;
    case NextAction::resolve_concern:
        return 0.15 + 0.4 * theirs;
    case NextAction::keep_promise:
        return 0.15 + 0.25 * theirs;
    case NextAction::hear:
        return (candidate.second_hand ? 0.1 : 0.2) + 0.6 * theirs;
    case NextAction::find_person:
        return candidate.decides ? 0.9 : 0.35;
    case NextAction::answer:
    case NextAction::find_sponsor:
        return 0.9;
    case NextAction::prepare:
    case NextAction::ask_if_wanted:
    case NextAction::save:
    case NextAction::plan_for_day:
        return 0.5 + 0.2 * theirs;
    }
    return 0;
}

double urgency_of(const NextAskInput& input, const AskCandidate& candidate) {
    if (!candidate.due) {
        return std::min(1.0, candidate.waited / 14.0);
    }
    return *candidate.due < input.today ? 1.0 : *candidate.due <= input.today + due_soon_days ? 0.7 : 0.4;
}

bool was_written_to(const NextAskInput& input, const StakeholderId& id) {
    return std::any_of(input.deal.interactions.begin(), input.deal.interactions.end(), [&](const Interaction& one) {
        return one.on > input.today - silent_days && !was_two_way(one) && holds(one.people, id);
    });
}

// How likely it is that it happens when it is done today, 0..1.
double readiness_of(const NextAskInput& input, const AskCandidate& candidate) {
    double readiness = 1;
    switch (candidate.action) {
    case NextAction::ask: {
        const auto* step = input.playbook == nullptr ? nullptr : find_step(*input.playbook, candidate.commitment->step);
        readiness = step == nullptr ? 0.7 : step->odds_a / (step->odds_a + step->odds_b);
        if (input.deal.process == Process::buyer_led && candidate.due && *candidate.due > input.today + due_soon_days) {
            readiness *= 0.4; // their schedule has not come to it
        }
        break;
    }
    case NextAction::ask_again:
        readiness = 0.5;
        break;
    case NextAction::follow_up:
        readiness = 0.6 * std::min(1.0, candidate.waited / 7.0) * (candidate.due && *candidate.due > input.today ? 0.5 : 1.0);
        break;
    case NextAction::get_kept:
        readiness = 0.75 * urgency_of(input, candidate);
        break;
    case NextAction::give_first:
        readiness = most_pushed(input, candidate) > give_first_from ? 0.95 : 0.7;
        break;
    case NextAction::keep_promise:
        readiness = 0.95; // in our own hands
        break;
    case NextAction::resolve_concern:
        readiness = state_of(*candidate.concern) == ConcernState::open ? 0.7 : 0.4;
        break;
    case NextAction::hear:
        readiness = !candidate.whom.empty() && was_written_to(input, candidate.whom.front()) ? 0.35 : 0.6;
        break;
    case NextAction::find_person:
        readiness = candidate.whom.empty() ? 0.2 : 0.6;
        break;
    case NextAction::answer:
    case NextAction::prepare:
        return 0.95; // in our own hands
    case NextAction::ask_if_wanted:
    case NextAction::find_sponsor:
    case NextAction::save:
    case NextAction::plan_for_day:
        return candidate.whom.empty() ? 0.3 : 0.6;
    }
    if (candidate.commitment != nullptr && candidate.action != NextAction::give_first) {
        double opinions = 0;
        for (const auto& id : candidate.whom) {
            const auto* opinion = find(input.consensus, id);
            opinions += opinion == nullptr ? 0 : opinion->opinion;
        }
        readiness *= candidate.whom.empty() ? 0.5 : 0.75 + 0.25 * (opinions / static_cast<double>(candidate.whom.size()));
    }
    return candidate.one_of_many ? readiness * 0.5 : readiness;
}

bool asks_for_something(NextAction action) {
    return action == NextAction::ask || action == NextAction::ask_again || action == NextAction::follow_up ||
           action == NextAction::get_kept;
}

// In points of the score: what it would cost in push, less what it would take away where the deal leans to that side.
double push_added_by(const NextAskInput& input, const AskCandidate& candidate) {
    const double pushed = most_pushed(input, candidate);
    const double push = input.balance.score.push > too_much ? input.balance.score.push : 0;
    const double passive = input.balance.score.passive > too_much ? input.balance.score.passive : 0;
    if (!asks_for_something(candidate.action)) {
        const bool gives = candidate.action == NextAction::give_first || candidate.action == NextAction::resolve_concern;
        return gives && push > passive ? -taken_away * push : 0;
    }
    double points = passive > push ? -taken_away * passive : 0.1 * push;
    if (pushed > give_first_from) {
        points += 0.5 * pushed;
    }
    if (candidate.action == NextAction::ask && candidate.commitment->value_offered.empty()) {
        points += 3;
    }
    return points;
}

// 0..100 in hundredths, so that the order of a sum cannot decide between two of them. `most`: the most that any candidate gains in a week.
double score_of(const NextAskInput& input, const AskCandidate& candidate, double most) {
    // What was agreed for a day waits only from that day.
    const bool has_its_day = candidate.action == NextAction::get_kept && candidate.due;
    const int waited = has_its_day ? std::max(0, input.today - *candidate.due) : candidate.waited;
    const double waiting = waited / (waited + waiting_days_for_half);
    const auto* forecast = forecast_gain(input, candidate);
    const double gain = forecast != nullptr && most > 0 ? gain_per_week(*forecast) / most : gain_of(input, candidate);
    const double worth = weight_of_gain * gain + (1 - weight_of_gain) * waiting;
    const double score = 100 * readiness_of(input, candidate) * worth - push_added_by(input, candidate);
    return std::round(std::clamp(score, 0.0, 100.0) * 100) / 100;
}

bool breaks_the_tie(const RankedAsk& a, const RankedAsk& b) {
    const auto& [first, first_score] = a;
    const auto& [second, second_score] = b;
    if (first.due.has_value() != second.due.has_value()) {
        return first.due.has_value();
    }
    if (first.due && *first.due != *second.due) {
        return *first.due < *second.due;
    }
    return first.waited != second.waited ? first.waited > second.waited : first.key() < second.key();
}

// "Within one point" alone is no order (1 ~ 1.8 ~ 2.6): everything within one point of the best of a group belongs to that group.
template <typename At>
void sort_with_ties(At begin, At end_of_list) {
    sort_list(std::ranges::subrange(begin, end_of_list), [](const RankedAsk& a, const RankedAsk& b) {
        return a.score != b.score ? a.score > b.score : a.candidate.key() < b.candidate.key();
    });
    for (auto group = begin; group != end_of_list;) {
        const double best = group->score;
        const auto end = std::find_if(group, end_of_list, [best](const RankedAsk& one) { return best - one.score > 1; });
        sort_list(std::ranges::subrange(group, end), breaks_the_tie);
        group = end;
    }
}

// What does not go by its score: by what it is, by its day, by how long it waits.
bool goes_before(const AskCandidate& a, const AskCandidate& b) {
    const auto day_of = [](const AskCandidate& one) { return one.day ? *one.day : one.since; };
    if (a.order == AskClass::soon && day_of(a) != day_of(b)) return day_of(a) < day_of(b);
    if (a.rank != b.rank) return a.rank < b.rank;
    if (a.since != b.since) return a.since < b.since;
    return a.key() < b.key();
}

bool goes_by_score(AskClass order) {
    return order == AskClass::in_the_way || order == AskClass::rest;
}

}

const AskGain* forecast_gain(const NextAskInput& input, const AskCandidate& candidate) {
    std::string_view about;
    switch (candidate.action) {
    case NextAction::ask:
    case NextAction::ask_again:
    case NextAction::follow_up:
    case NextAction::get_kept:
        about = candidate.commitment->id.text;
        break;
    case NextAction::resolve_concern:
        about = candidate.concern->id.text;
        break;
    case NextAction::hear:
        if (!candidate.whom.empty()) about = candidate.whom.front().text;
        break;
    case NextAction::find_person:
        about = gain_of_naming;
        break;
    case NextAction::give_first:
    case NextAction::keep_promise:
    case NextAction::answer:
    case NextAction::prepare:
    case NextAction::ask_if_wanted:
    case NextAction::find_sponsor:
    case NextAction::save:
    case NextAction::plan_for_day:
        break; // in our own hands, or nothing that the forecast plays
    }
    const auto found = std::find_if(input.gains.begin(), input.gains.end(), [about](const AskGain& one) { return one.about == about; });
    return about.empty() || found == input.gains.end() ? nullptr : &*found;
}

std::vector<RankedAsk> in_order(const NextAskInput& input, std::vector<AskCandidate> candidates) {
    double most = 0;
    bool tells_apart = false;
    for (const auto& candidate : candidates) {
        if (const auto* gain = forecast_gain(input, candidate)) {
            most = std::max(most, gain_per_week(*gain));
            tells_apart = tells_apart || gain->gain >= nothing_gained;
        }
    }
    std::vector<RankedAsk> list;
    for (auto& candidate : candidates) {
        const double score = score_of(input, candidate, tells_apart ? most : 0);
        list.push_back({std::move(candidate), score});
    }
    sort_list(list, [](const RankedAsk& a, const RankedAsk& b) {
        return a.candidate.order != b.candidate.order ? a.candidate.order < b.candidate.order : goes_before(a.candidate, b.candidate);
    });
    for (auto group = list.begin(); group != list.end();) {
        const auto order = group->candidate.order;
        const auto end = std::find_if(group, list.end(), [order](const RankedAsk& one) { return one.candidate.order != order; });
        if (goes_by_score(order)) sort_with_ties(group, end);
        group = end;
    }
    return list;
}

}
