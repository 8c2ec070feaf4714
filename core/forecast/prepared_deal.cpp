#include "core/forecast/prepared_deal.hpp"

#include "core/base/math/exact_math.hpp"
#include "core/base/sort_list.hpp"
#include "core/forecast/draws.hpp"
#include "core/forecast/lanes.hpp"
#include "core/forecast/own_base_odds.hpp"
#include "core/forecast/step_days.hpp"
#include "core/model/plan/prerequisites.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr double two_to_32 = 4294967296.0;
constexpr double two_to_16 = 65536.0;

std::uint32_t share_of_2_32(double share) {
    return static_cast<std::uint32_t>(std::clamp(share, 0.0, 1.0) * (two_to_32 - 1));
}

std::optional<Settled> settled_by(const Deal& deal, const Commitment& deciding) {
    using enum Settled::As;
    if (const auto* closed = std::get_if<Won>(&deal.outcome)) return Settled{won, closed->on};
    if (const auto* closed = std::get_if<Lost>(&deal.outcome)) return Settled{lost, closed->on};
    if (const auto* closed = std::get_if<NoDecision>(&deal.outcome)) return Settled{no_decision, closed->on};
    if (state_of(deciding) == CommitmentState::kept) return Settled{won, state_since(deciding)};
    return std::nullopt;
}

// Marks what can be reached from `start` along `next`, `start` included.
template <typename Next>
std::vector<bool> reached(std::size_t size, int start, const Next& next) {
    std::vector<bool> marks(size);
    std::vector<int> open{start};
    marks[static_cast<std::size_t>(start)] = true;
    while (!open.empty()) {
        const int place = open.back();
        open.pop_back();
        for (const int other : next(place)) {
            if (marks[static_cast<std::size_t>(other)]) continue;
            marks[static_cast<std::size_t>(other)] = true;
            open.push_back(other);
        }
    }
    return marks;
}

class Builder {
public:
    Builder(const ForecastInput& input, const ForecastSettings& settings, ForecastTables& tables)
        : input_(input), settings_(settings), tables_(tables), graph_(input.deal), odds_(input, settings) {}

    PreparedDeal build(int deciding) {
        const auto size = input_.deal.commitments.size();
        std::vector<std::vector<int>> dependents(size);
        for (std::size_t i = 0; i < size; ++i) {
            for (const int before : graph_.prerequisites(static_cast<int>(i))) {
                dependents[static_cast<std::size_t>(before)].push_back(static_cast<int>(i));
            }
        }
        const auto all_before = reached(size, deciding, [&](int place) -> const std::vector<int>& { return graph_.prerequisites(place); });
        // What leads to the decision only through what is kept can no longer change anything.
        const auto before = reached(size, deciding, [&](int place) -> const std::vector<int>& {
            return state_of(at(place)) == CommitmentState::kept ? nothing_ : graph_.prerequisites(place);
        });
        const auto after = reached(size, deciding, [&](int place) { return dependents[static_cast<std::size_t>(place)]; });
        std::vector<int> ancestors;
        std::vector<int> planned;
        for (const int place : graph_.order()) {
            if (all_before[static_cast<std::size_t>(place)]) planned.push_back(place);
            if (before[static_cast<std::size_t>(place)] && !is_passed_over(place)) ancestors.push_back(place);
        }
        set_deal();
        place_of_.assign(size, -1);
        // The order puts the deciding one behind all its ancestors.
        for (const int place : ancestors) {
            if (is_to_come(place)) add(place);
        }
        prepared_.deciding = static_cast<int>(prepared_.ids.size()) - 1;
        add_unseen(planned);
        for (const int place : graph_.order()) {
            if (after[static_cast<std::size_t>(place)] && place != deciding && is_to_come(place)) add(place);
        }
        prepared_.first_waits.push_back(static_cast<std::uint32_t>(prepared_.waits_for.size()));
        return std::move(prepared_);
    }

private:
    const Commitment& at(int place) const { return input_.deal.commitments[static_cast<std::size_t>(place)]; }
    bool is_to_come(int place) const { return is_open(at(place)); }

    // Who can decide and asks for the decision has left out what was never asked for.
    bool is_passed_over(int place) const {
        const auto& commitment = at(place);
        return input_.decision_asked_for && !commitment.decides && state_of(commitment) == CommitmentState::planned;
    }

    void set_deal() {
        prepared_.odds = deal_odds(input_, settings_);
        prepared_.alive_below = share_of_2_32(prepared_.odds.chance);
        prepared_.dead_lost = share_of_2_32(settings_.dead_lost);
        prepared_.quiet_days = static_cast<std::uint32_t>(prepared_.odds.quiet_days - input_.wait_days);
        prepared_.against = odds_.against();
        prepared_.group = odds_.group();
        const double share = prepared_.group > 0 ? static_cast<double>(prepared_.against) / prepared_.group : 1;
        prepared_.weekly_hazard = settings_.hazard * (1 + settings_.hazard_against * share);
        prepared_.hazard = static_cast<std::uint32_t>(prepared_.weekly_hazard / 7 * 1e6 + 0.5);
        prepared_.hazard_before = static_cast<std::uint32_t>(prepared_.weekly_hazard * settings_.hazard_before / 7 * 1e6 + 0.5);
        prepared_.something_kept =
            // What they do not need, or have done themselves, counts as kept here.
            std::ranges::any_of(input_.deal.commitments, [](const Commitment& one) {
                return state_of(one) == CommitmentState::kept || state_of(one) == CommitmentState::not_needed;
            });
        prepared_.wait_days = input_.wait_days;
        prepared_.horizon_days = settings_.horizon_days;
        prepared_.most_tries = settings_.most_tries;
        const auto pause = triangular_days(settings_.pause_min, settings_.pause_mode, settings_.pause_max);
        prepared_.pause.assign(pause.begin(), pause.end());
        for (const double one : tables_.normal()) {
            const double pace = settings_.pace_median * exponential(settings_.pace_spread * one + input_.pace);
            prepared_.pace.push_back(static_cast<std::uint16_t>(std::clamp(pace * 256 + 0.5, 1.0, 65535.0)));
        }
        prepared_.patience = tables_.patience();
        double left = 1;
        for (int i = 0; i < settings_.most_tries; ++i) {
            prepared_.again.push_back(static_cast<std::uint32_t>(left * two_to_16 + 0.5));
            left *= settings_.again;
        }
    }

    // What the draws of a commitment hang on: its step of the playbook, as plans made from one playbook have other ids; of several
    // commitments for one step the one with the first id has it. Without a step the id.
    std::string_view drawn_for(const Commitment& commitment) const {
        if (commitment.step.empty()) return commitment.id.text;
        const bool is_first = std::ranges::none_of(input_.deal.commitments, [&](const Commitment& other) {
            return other.step == commitment.step && other.id.text < commitment.id.text;
        });
        return is_first ? std::string_view(commitment.step) : std::string_view(commitment.id.text);
    }

    // The buyer's word on a day: an agreed commitment's, and every day that stands in the buyer's own schedule.
    bool is_theirs(const Commitment& commitment) const {
        const auto state = state_of(commitment);
        if (state == CommitmentState::agreed) return true;
        return input_.deal.process == Process::buyer_led && (state == CommitmentState::planned || state == CommitmentState::asked);
    }

    void add(int place) {
        const auto& commitment = at(place);
        auto parts = odds_.of(commitment);
        place_of_[static_cast<std::size_t>(place)] = static_cast<int>(prepared_.ids.size());
        prepared_.ids.push_back(commitment.id);
        prepared_.keys.push_back(draw_key(drawn_for(commitment)));
        add_waits(place);
        prepared_.tries_before.push_back(static_cast<std::uint8_t>(parts.tries_before));
        const auto state = state_of(commitment);
        const bool refused = state == CommitmentState::declined || state == CommitmentState::broken || parts.lapsed;
        prepared_.begins_paused.push_back(refused ? 1 : 0);
        prepared_.no_from.push_back(share_of_2_32(1 - (commitment.decides ? settings_.decision_no : settings_.no)));
        if (commitment.decides) prepared_.gate_below = share_of_2_32(parts.gate);
        const double mean = add_chances(parts.step_a, parts.step_b, parts.shift(), parts.lapsed ? settings_.again : 1, prepared_.keeps_below);
        prepared_.chance.push_back(mean * prepared_.again[static_cast<std::size_t>(parts.tries_before)] / two_to_16);
        add_days(commitment);
        prepared_.parts.push_back(std::move(parts));
    }

    void add_waits(int place) {
        prepared_.first_waits.push_back(static_cast<std::uint32_t>(prepared_.waits_for.size()));
        std::vector<int> waits;
        for (const int other : graph_.prerequisites(place)) {
            if (place_of_[static_cast<std::size_t>(other)] >= 0) waits.push_back(place_of_[static_cast<std::size_t>(other)]);
        }
        // By id: of two that end on one day the first is taken for the one that it waited for.
        sort_list(waits, {}, [&](int one) { return prepared_.ids[static_cast<std::size_t>(one)]; });
        for (const int one : waits) {
            prepared_.waits_for.push_back(static_cast<std::uint32_t>(one));
        }
    }

    // Appends a table of chances and gives their mean.
    double add_chances(double a, double b, double shift, double times, std::vector<std::uint32_t>& table) {
        double sum = 0;
        for (const double log_odds : tables_.log_odds(a, b)) {
            const double chance = logistic(log_odds + shift) * times;
            sum += chance;
            table.push_back(static_cast<std::uint32_t>(chance * (two_to_16 - 1) + 0.5));
        }
        return sum / quantile_rows;
    }

    void add_unseen(const std::vector<int>& planned) {
        if (input_.decision_asked_for) return;
        auto& decision = prepared_.parts[static_cast<std::size_t>(prepared_.deciding)];
        for (const auto& unseen : unseen_steps(input_.deal, input_.playbook, planned, settings_.usual_steps)) {
            // Of a deal without a playbook by its place.
            const std::string key = unseen.step != nullptr      ? unseen.step->id
                                    : unseen.dropped != nullptr ? unseen.dropped->id.text
                                                                : "step " + std::to_string(prepared_.unseen_keys.size());
            prepared_.unseen_keys.push_back(draw_key(key));
            const double a = unseen.step != nullptr ? unseen.step->odds_a : settings_.odds_a;
            const double b = unseen.step != nullptr ? unseen.step->odds_b : settings_.odds_b;
            decision.unseen_pass *= add_chances(a, b, odds_.shift_of(unseen), 1, prepared_.unseen_below);
            const auto usual = unseen.step != nullptr
                                   ? StepDays{unseen.step->days_min, unseen.step->days_mode, unseen.step->days_max}
                                   : StepDays{settings_.days_min, settings_.days_mode, settings_.days_max};
            const auto days = triangular_days(usual.min, usual.mode, usual.max);
            prepared_.unseen_days.insert(prepared_.unseen_days.end(), days.begin(), days.end());
            ++decision.unseen_steps;
        }
    }

    void add_days(const Commitment& commitment) {
        const auto usual = days_of(commitment, input_.playbook, settings_);
        const auto table = triangular_days(usual.min, usual.mode, usual.max);
        prepared_.usual_days.push_back(usual.mode);
        const double median = table[quantile_rows / 2] * (commitment.decides && !input_.decision_asked_for ? settings_.decision_days : 1);
        const auto calendar = log_normal_days(median, spread_of(usual, settings_), tables_.normal());
        for (std::size_t row = 0; row < quantile_rows; ++row) {
            prepared_.days.push_back(both_days(table[row], calendar[row]));
        }
        const auto due = due_of(commitment);
        // A day that has passed says nothing any more of how long it still takes.
        const bool has_day = due && is_theirs(commitment) && *due >= input_.today + input_.wait_days;
        constexpr std::int64_t beyond = 50000; // every horizon
        prepared_.has_day.push_back(has_day ? 1 : 0);
        prepared_.day.push_back(has_day ? static_cast<std::int32_t>(std::min(beyond, static_cast<std::int64_t>(*due - input_.today))) : 0);
        std::int64_t earliest = 0;
        for (const auto& one : input_.not_before) {
            if (one.id == commitment.id) earliest = std::max<std::int64_t>(earliest, one.day - input_.today);
        }
        prepared_.earliest.push_back(static_cast<std::uint32_t>(std::min(beyond, earliest)));
    }

    const ForecastInput& input_;
    const ForecastSettings& settings_;
    ForecastTables& tables_;
    PrerequisiteGraph graph_;
    OddsOf odds_;
    const std::vector<int> nothing_;
    std::vector<int> place_of_; // in the prepared deal, by place in the deal
    PreparedDeal prepared_;
};

}

Result<PreparedDeal> prepare_deal(const ForecastInput& input, const ForecastSettings& settings, ForecastTables& tables) {
    const auto& deal = input.deal;
    const auto deciding = std::ranges::find(deal.commitments, true, &Commitment::decides);
    if (deciding == deal.commitments.end()) {
        return std::unexpected(Error{"There is nothing to forecast: no commitment in this plan is the decision", deal.title,
                                     "Mark the commitment that is the decision"});
    }
    PreparedDeal prepared;
    if (const auto settled = settled_by(deal, *deciding)) {
        prepared.settled = settled;
        prepared.horizon_days = settings.horizon_days;
        prepared.first_waits.push_back(0);
    } else {
        auto with_base = input;
        if (deal.own_base) with_base.own_base = base_for_chance(input.playbook, deal.own_base->won, settings, tables);
        prepared = Builder(with_base, settings, tables).build(static_cast<int>(deciding - deal.commitments.begin()));
    }
    prepared.today = input.today;
    prepared.amount = deal.amount;
    if (const auto* target = target_of(deal)) prepared.target = target->date;
    return prepared;
}

}
