// Fits the three numbers of the forecast that no source gives (core/forecast/settings.hpp, "fitted") and prints them with what comes of
// them. Run it after a change of the settings or of a playbook's durations and odds, and write the result into the settings:
//
//   fitted_shift and hazard: a fresh deal of the ten-commitment playbook, 7 seats, all of them unknown, is won in 28 % of its futures, and
//   half of the rest ends without a decision (20..35 % and 40..60 % are published). skipped: the least cost, in tenths, at which leaving
//   out an open step of a shipped playbook never raises the chance of winning, however many of the steps before it are kept.

#include "core/forecast/forecast.hpp"
#include "core/model/edit/edit.hpp"
#include "core/model/plan/plan.hpp"
#include "core/outlook.hpp"
#include "tests/support/analysis.hpp"

#include <algorithm>
#include <cstdio>
#include <cstdlib>

using namespace middleground;

namespace {

constexpr double wanted_won = 0.28;
constexpr double wanted_no_decision = 0.5; // of what is not won
constexpr std::uint32_t futures = 20000;
constexpr std::uint64_t seed = 1;

const Date today = Date::from_days(20000);

Counts ends_of(const Deal& deal, const Playbook& playbook, const ForecastSettings& settings, ForecastTables& tables) {
    const auto consensus = consensus_of(deal);
    const auto prepared = prepare_deal(forecast_input(deal, &playbook, consensus, {}, today), settings, tables);
    if (!prepared) {
        std::fprintf(stderr, "%s\n", prepared.error().message().c_str());
        std::exit(1);
    }
    Simulation simulation(*prepared, seed, Record::outcomes);
    simulation.run(futures);
    return simulation.counts();
}

Deal fresh(const Playbook& playbook) {
    Random random(1);
    return start_deal(playbook, "Fresh", "Average", today, random);
}

double share_won(const Counts& counts) {
    return static_cast<double>(counts.won) / counts.futures;
}
double share_no_decision(const Counts& counts) {
    return static_cast<double>(counts.no_decision) / (counts.futures - counts.won);
}

// Where `value` crosses `wanted`, between low and high. `rising`: value grows with x.
template <typename Value>
double crossing(double low, double high, double wanted, bool rising, const Value& value) {
    for (int i = 0; i < 20; ++i) {
        const double middle = (low + high) / 2;
        ((value(middle) < wanted) == rising ? low : high) = middle;
    }
    return (low + high) / 2;
}

double rounded_to(double value, double grain) {
    return static_cast<double>(static_cast<long>(value / grain + (value < 0 ? -0.5 : 0.5))) * grain;
}

Deal kept_until(Deal deal, std::size_t count) {
    const auto prepared = plan_of(deal);
    for (std::size_t i = 0; i < count && i < prepared.size(); ++i) {
        for (auto& commitment : deal.commitments) {
            if (commitment.id != plan[i].id) continue;
            commitment.events.push_back({CommitmentEventKind::asked, today, {}, {}, {}, {}});
            commitment.events.push_back({CommitmentEventKind::kept, today, {}, {}, {}, {}});
        }
    }
    return deal;
}

// Whether leaving out some open step raises the chance of winning.
bool is_skipping_worth_it(const Playbook& playbook, const ForecastSettings& settings, ForecastTables& tables) {
    const auto deal = fresh(playbook);
    for (std::size_t kept = 0; kept < deal.commitments.size(); ++kept) {
        const auto now = kept_until(deal, kept);
        const auto base = ends_of(now, playbook, settings, tables).won;
        for (const auto& commitment : now.commitments) {
            if (commitment.decides || state_of(commitment) == CommitmentState::kept) continue;
            const auto without = apply(now, Edit{edit::RemoveCommitment{commitment.id}}, today);
            if (without && ends_of(*without, playbook, settings, tables).won > base) return true;
        }
    }
    return false;
}

}

int main() {
    ForecastSettings settings;
    ForecastTables tables;
    const auto& playbooks = test::shipped_playbooks();
    const auto average = std::ranges::find(playbooks, "ten-commitments", &Playbook::id);
    if (average == playbooks.end()) return 1;
    const auto deal = fresh(*average);

    settings.hazard = crossing(0.001, 0.1, wanted_no_decision, true, [&](double hazard) {
        settings.hazard = hazard;
        settings.fitted_shift = crossing(-2, 3, wanted_won, true, [&](double shift) {
            settings.fitted_shift = shift;
            return share_won(ends_of(deal, *average, settings, tables));
        });
        return share_no_decision(ends_of(deal, *average, settings, tables));
    });
    settings.hazard = rounded_to(settings.hazard, 0.0005);
    settings.fitted_shift = rounded_to(settings.fitted_shift, 0.05);
    settings.skipped = -0.1;
    const auto is_worth_it = [&](const Playbook& playbook) { return is_skipping_worth_it(playbook, settings, tables); };
    while (std::ranges::any_of(playbooks, is_worth_it) && settings.skipped > -6) {
        settings.skipped = rounded_to(settings.skipped - 0.1, 0.1);
    }

    std::printf("fitted_shift %.2f, hazard %.4f, skipped %.1f\n\n%-20s %6s %6s %12s\n", settings.fitted_shift, settings.hazard,
                settings.skipped, "fresh deal", "won", "lost", "no decision");
    for (const auto& playbook : playbooks) {
        const auto counts = ends_of(fresh(playbook), playbook, settings, tables);
        std::printf("%-20s %6.3f %6.3f %12.3f\n", playbook.id.c_str(), share_won(counts), static_cast<double>(counts.lost) / counts.futures,
                    static_cast<double>(counts.no_decision) / counts.futures);
    }
}
