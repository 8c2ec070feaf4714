#include "core/forecast/deal_odds.hpp"

#include "core/base/math/exact_math.hpp"
#include "core/forecast/unseen_steps.hpp"
#include "core/model/plan/their_acts.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int longest = 100 * 365; // days

int days_between(Date from, Date to) {
    return static_cast<int>(std::clamp<std::int64_t>(to - from, 0, longest));
}

double share_kept(const ForecastInput& input, const ForecastSettings& settings) {
    if (input.decision_asked_for) return 1;
    const auto before = input.playbook == nullptr ? std::size_t{0} : steps_before_decision(*input.playbook).size();
    // Of the playbook's steps, not the plan's: leaving a step out is no progress.
    const double steps = before > 0 ? static_cast<double>(before + 1) : settings.usual_steps;
    double kept = 0;
    for (const auto& one : input.deal.commitments) {
        const auto state = state_of(one);
        if (state == CommitmentState::kept) kept += 1;
        // Saying yes to the decision is most of it.
        if (one.decides && state == CommitmentState::agreed) return 1;
    }
    return std::min(1.0, kept / steps);
}

// Whether all that was ever heard came from one person who does not decide, or from nobody. A deal without a log says nothing of it.
bool has_one_voice(const Deal& deal) {
    if (deal.interactions.empty()) return false;
    const Stakeholder* voice = nullptr;
    for (const auto& one : deal.interactions) {
        if (!was_two_way(one)) continue;
        if (one.people.empty()) return false; // nobody wrote down who it was
        for (const auto& id : one.people) {
            const auto* person = find(deal, id);
            if (person == nullptr || person == voice) continue;
            if (voice != nullptr) return false;
            voice = person;
        }
    }
    return voice == nullptr || voice->role != Role::decision_maker;
}

}

double DealOdds::without(double move) const {
    return chance <= 0 ? 1 : logistic(sum() - move) / chance;
}

int usual_path_days(const Playbook* playbook, const ForecastSettings& settings) {
    if (playbook == nullptr) return settings.usual_path_days;
    // Steps name only others of the playbook, without cycles; a round for each level is enough.
    std::vector<int> days(playbook->steps.size());
    bool changed = true;
    for (std::size_t round = 0; changed && round <= days.size(); ++round) {
        changed = false;
        for (std::size_t i = 0; i < days.size(); ++i) {
            int before = 0;
            for (const auto& id : playbook->steps[i].prerequisites) {
                const auto* step = find_step(*playbook, id);
                if (step != nullptr) before = std::max(before, days[static_cast<std::size_t>(step - playbook->steps.data())]);
            }
            const int sum = before + playbook->steps[i].days_mode;
            changed = changed || sum != days[i];
            days[i] = sum;
        }
    }
    for (std::size_t i = 0; i < days.size(); ++i) {
        if (playbook->steps[i].decides) return std::max(1, days[i]);
    }
    return settings.usual_path_days;
}

double base_log_odds(const ForecastInput& input) {
    if (input.own_base) return *input.own_base;
    return input.playbook != nullptr && input.playbook->base ? input.playbook->base->log_odds : 0;
}

DealOdds deal_odds(const ForecastInput& input, const ForecastSettings& settings) {
    const auto until = input.today + input.wait_days;
    DealOdds odds;
    odds.alive = settings.alive;
    odds.base = base_log_odds(input);
    odds.own_base = input.own_base.has_value();
    odds.competitor = input.competitor ? settings.competitor : 0;
    odds.client = input.current_client ? settings.current_client : 0;
    odds.share_kept = share_kept(input, settings);
    odds.progress = settings.progress * odds.share_kept * odds.share_kept * odds.share_kept;
    odds.age_days = days_between(input.deal.opened, until);
    odds.quiet_days = days_between(last_act_of_theirs(input.deal, input.today), until);
    const double usual = settings.age_scale * usual_path_days(input.playbook, settings);
    odds.age = settings.age * logarithm(1 + odds.age_days / usual);
    const int cadence = std::max(1, input.playbook == nullptr ? settings.cadence_days : input.playbook->cadence_days);
    odds.quiet = settings.quiet * logarithm(1 + static_cast<double>(odds.quiet_days) / cadence);
    if (odds.age_days > settings.one_voice_days && has_one_voice(input.deal)) odds.one_voice = settings.one_voice;
    odds.sponsor_left = input.sponsor_left ? settings.sponsor_left : 0;
    odds.messages = input.unanswered;
    if (odds.messages >= settings.unanswered_from) odds.unanswered = settings.unanswered;
    odds.chance = logistic(odds.sum());
    return odds;
}

}
