#include "core/forecast/prepared_deal.hpp"

#include "core/base/math/exact_math.hpp"
#include "core/forecast/odds_parts.hpp"
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

struct Days {
    int min = 0;
    int mode = 0;
    int max = 0;
};

class Builder {
public:
    Builder(const ForecastInput& input, const ForecastSettings& settings, ForecastTables& tables)
        : input_(input), settings_(settings), tables_(tables), graph_(input.deal) {}

    PreparedDeal build(int deciding) {
        const auto size = input_.deal.commitments.size();
        std::vector<std::vector<int>> dependents(size);
        for (std::size_t i = 0; i < size; ++i) {
            for (const int before : graph_.prerequisites(static_cast<int>(i))) {
                dependents[static_cast<std::size_t>(before)].push_back(static_cast<int>(i));
            }
        }
        const auto before = reached(size, deciding, [&](int place) { return graph_.prerequisites(place); });
        const auto after = reached(size, deciding, [&](int place) { return dependents[static_cast<std::size_t>(place)]; });
        std::vector<int> ancestors;
        for (const int place : graph_.order()) {
            if (before[static_cast<std::size_t>(place)]) ancestors.push_back(place);
        }
        set_group(ancestors);
        place_of_.assign(size, -1);
        // The order puts the deciding one behind all its ancestors.
        for (const int place : ancestors) {
            if (is_to_come(place)) add(place);
        }
        prepared_.deciding = static_cast<int>(prepared_.ids.size()) - 1;
        for (const int place : graph_.order()) {
            if (after[static_cast<std::size_t>(place)] && place != deciding && is_to_come(place)) add(place);
        }
        prepared_.first_waits.push_back(static_cast<std::uint32_t>(prepared_.waits_for.size()));
        return std::move(prepared_);
    }

private:
    const Commitment& at(int place) const { return input_.deal.commitments[static_cast<std::size_t>(place)]; }
    bool is_to_come(int place) const { return is_open(at(place)); }

    void set_group(const std::vector<int>& ancestors) {
        // The same for every deal: copies of one deal end alike, future by future.
        prepared_.patience_key = draw_key("patience");
        odds_.emplace(input_, settings_, ancestors);
        prepared_.against = odds_->against();
        prepared_.group = odds_->group();
        const double share = prepared_.group > 0 ? static_cast<double>(prepared_.against) / prepared_.group : 1;
        prepared_.weekly_hazard =
            settings_.hazard * (1 + settings_.hazard_against * share) * (1 + settings_.hazard_passive * input_.passive / 100);
        prepared_.hazard = static_cast<std::uint32_t>(prepared_.weekly_hazard / 7 * 1e6 + 0.5);
        prepared_.hazard_before = static_cast<std::uint32_t>(prepared_.weekly_hazard * settings_.hazard_before / 7 * 1e6 + 0.5);
        prepared_.something_kept =
            std::ranges::any_of(input_.deal.commitments, [](const Commitment& one) { return state_of(one) == CommitmentState::kept; });
        prepared_.wait_days = input_.wait_days;
        prepared_.horizon_days = settings_.horizon_days;
        prepared_.most_tries = settings_.most_tries;
        const auto pause = triangular_days(settings_.pause_min, settings_.pause_mode, settings_.pause_max);
        prepared_.pause.assign(pause.begin(), pause.end());
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

    Days days_of(const Commitment& commitment) const {
        const auto* step = input_.playbook == nullptr ? nullptr : find_step(*input_.playbook, commitment.step);
        if (step != nullptr) return {step->days_min, step->days_mode, step->days_max};
        return {settings_.days_min, settings_.days_mode, settings_.days_max};
    }

    // The buyer's word on a day: an agreed commitment's, and every day that stands in the buyer's own schedule.
    bool is_theirs(const Commitment& commitment) const {
        const auto state = state_of(commitment);
        if (state == CommitmentState::agreed) return true;
        return input_.deal.process == Process::buyer_led && (state == CommitmentState::planned || state == CommitmentState::asked);
    }

    void add(int place) {
        const auto& commitment = at(place);
        const auto parts = odds_->of(commitment);
        place_of_[static_cast<std::size_t>(place)] = static_cast<int>(prepared_.ids.size());
        prepared_.ids.push_back(commitment.id);
        prepared_.keys.push_back(mixed(prepared_.patience_key + draw_key(drawn_for(commitment))));
        add_waits(place);
        prepared_.tries_before.push_back(static_cast<std::uint8_t>(parts.tries_before));
        const auto state = state_of(commitment);
        prepared_.begins_paused.push_back(state == CommitmentState::declined || state == CommitmentState::broken ? 1 : 0);
        prepared_.no_from.push_back(share_of_2_32(1 - (commitment.decides ? settings_.decision_no : settings_.no)));
        add_odds(parts);
        add_days(commitment);
        prepared_.parts.push_back(parts);
    }

    void add_waits(int place) {
        prepared_.first_waits.push_back(static_cast<std::uint32_t>(prepared_.waits_for.size()));
        std::vector<int> waits;
        for (const int other : graph_.prerequisites(place)) {
            if (place_of_[static_cast<std::size_t>(other)] >= 0) waits.push_back(place_of_[static_cast<std::size_t>(other)]);
        }
        // By id: of two that end on one day the first is taken for the one that it waited for.
        std::ranges::sort(waits, {}, [&](int one) { return prepared_.ids[static_cast<std::size_t>(one)]; });
        for (const int one : waits) {
            prepared_.waits_for.push_back(static_cast<std::uint32_t>(one));
        }
    }

    void add_odds(const OddsParts& parts) {
        double sum = 0;
        const double left = prepared_.again[static_cast<std::size_t>(parts.tries_before)] / two_to_16;
        for (const double log_odds : tables_.log_odds(parts.step_a, parts.step_b)) {
            const double chance = logistic(log_odds + parts.shift());
            sum += chance;
            prepared_.keeps_below.push_back(share_of_2_32(chance));
        }
        prepared_.chance.push_back(sum / quantile_rows * left);
    }

    void add_days(const Commitment& commitment) {
        const auto usual = days_of(commitment);
        const auto table = triangular_days(usual.min, usual.mode, usual.max);
        prepared_.days.insert(prepared_.days.end(), table.begin(), table.end());
        const auto due = due_of(commitment);
        const bool has_day = due && is_theirs(commitment);
        prepared_.has_day.push_back(has_day ? 1 : 0);
        if (!has_day) {
            prepared_.first_day.insert(prepared_.first_day.end(), quantile_rows, 0);
            return;
        }
        // The usual triangle moved to that day: it is kept about then. All from today on, so that waiting can only make it later.
        constexpr int beyond = 50000; // every horizon
        const int mode = std::min(std::max(input_.wait_days, *due - input_.today), beyond);
        const int first = std::min(std::max(usual.min + input_.wait_days, mode - (usual.mode - usual.min)), mode);
        const auto on = triangular_days(first, mode, mode + (usual.max - usual.mode));
        prepared_.first_day.insert(prepared_.first_day.end(), on.begin(), on.end());
    }

    const ForecastInput& input_;
    const ForecastSettings& settings_;
    ForecastTables& tables_;
    PrerequisiteGraph graph_;
    std::optional<OddsOf> odds_;
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
        prepared = Builder(input, settings, tables).build(static_cast<int>(deciding - deal.commitments.begin()));
    }
    prepared.today = input.today;
    prepared.amount = deal.amount;
    if (const auto* target = target_of(deal)) prepared.target = target->date;
    return prepared;
}

}
