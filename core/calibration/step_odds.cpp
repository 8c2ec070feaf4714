#include "core/calibration/step_odds.hpp"

#include "core/base/math/exact_math.hpp"
#include "core/base/math/beta_interval.hpp"
#include "core/base/sort_list.hpp"

#include <algorithm>
#include <cstdint>
#include <optional>

namespace middleground {

namespace {

constexpr double ln2 = 0.69314718055994530942;
constexpr double days_per_half = 365;
constexpr double in_tail = 0.05; // on either side of the interval

bool calibrates(const Playbook& playbook, const Deal& deal) {
    return !deal.sample && deal.playbook == playbook.id && !std::holds_alternative<Open>(deal.outcome);
}

struct Ending {
    Date on;
    bool won = false;
};

Ending ending_of(const Deal& deal) {
    if (const auto* won = std::get_if<Won>(&deal.outcome)) return {won->on, true};
    if (const auto* lost = std::get_if<Lost>(&deal.outcome)) return {lost->on, false};
    if (const auto* none = std::get_if<NoDecision>(&deal.outcome)) return {none->on, false};
    return {};
}

enum class TryResult : std::uint8_t { kept, not_kept };

struct Counter {
    StepOdds& odds;
    Date today;

    void count(TryResult result, Date on) const {
        const double weight = weight_after(today - on);
        if (result == TryResult::kept) {
            odds.kept += 1;
            odds.recent_kept += weight;
        } else {
            odds.not_kept += 1;
            odds.recent_not_kept += weight;
        }
    }
};

void count_tries(const Counter& counter, const Commitment& commitment, const Ending& ending) {
    bool is_open = false;
    for (const auto& event : commitment.events) {
        switch (event.kind) {
        case CommitmentEventKind::asked:
            is_open = true;
            break;
        case CommitmentEventKind::kept:
            counter.count(TryResult::kept, event.on);
            is_open = false;
            break;
        case CommitmentEventKind::declined:
        case CommitmentEventKind::broken:
            counter.count(TryResult::not_kept, event.on);
            is_open = false;
            break;
        case CommitmentEventKind::dropped:
            // Given up without an answer, or before it was kept.
            if (is_open) counter.count(TryResult::not_kept, event.on);
            is_open = false;
            break;
        case CommitmentEventKind::planned:
        case CommitmentEventKind::reopened:
        case CommitmentEventKind::not_needed:
            is_open = false;
            break;
        case CommitmentEventKind::agreed:
        case CommitmentEventKind::due:
            break;
        }
    }
    if (!is_open) return;
    if (!ending.won) {
        counter.count(TryResult::not_kept, ending.on);
    } else if (commitment.decides) {
        counter.count(TryResult::kept, ending.on);
    }
}

}

double weight_after(int days) {
    return days <= 0 ? 1 : exponential(-ln2 * days / days_per_half);
}

ChanceOfKept chance_of(double a, double b) {
    return {a, b, a / (a + b), beta_value_at(a, b, in_tail), beta_value_at(a, b, 1 - in_tail)};
}

int calibrating_deals(const Playbook& playbook, const std::vector<Deal>& deals) {
    return static_cast<int>(std::ranges::count_if(deals, [&](const Deal& deal) { return calibrates(playbook, deal); }));
}

std::vector<StepOdds> step_odds_of(const Playbook& playbook, const std::vector<Deal>& deals, Date today) {
    // In an order of their own, so that the order of the deals changes no bit of the sums.
    std::vector<const Deal*> closed;
    for (const auto& deal : deals) {
        if (calibrates(playbook, deal)) closed.push_back(&deal);
    }
    sort_list(closed, {}, [](const Deal* deal) { return deal->id; });
    std::vector<StepOdds> all;
    for (const auto& step : playbook.steps) {
        StepOdds odds;
        odds.step = step.id;
        for (const auto* deal : closed) {
            for (const auto& commitment : deal->commitments) {
                if (commitment.step == step.id) count_tries({odds, today}, commitment, ending_of(*deal));
            }
        }
        odds.prior = chance_of(step.odds_a, step.odds_b);
        odds.posterior = chance_of(step.odds_a + odds.recent_kept, step.odds_b + odds.recent_not_kept);
        all.push_back(std::move(odds));
    }
    return all;
}

Playbook with_odds(Playbook playbook, const std::vector<StepOdds>& odds) {
    for (auto& step : playbook.steps) {
        const auto found = std::ranges::find(odds, step.id, &StepOdds::step);
        if (found == odds.end()) continue;
        step.odds_a = found->posterior.a;
        step.odds_b = found->posterior.b;
    }
    return playbook;
}

}
