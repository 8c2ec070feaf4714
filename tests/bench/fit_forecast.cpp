// Prints what the numbers of the forecast (core/forecast/settings.hpp) come to, and fits those that real deals tell. `tools/bench fit` runs it
// and writes down what it finds.
//
//   fit_forecast            how a fresh deal of each playbook ends, and the base log-odds with which that is as published: ten commitments
//                           28 %, enterprise 22 %, small and quick 35 %, tender 20 %, renewal 70 %
//   fit_forecast bases      those base log-odds alone, as JSON
//   fit_forecast FOLDER     beside it what a real pipeline did: won by stage, age and quiet, and days to the win
//   fit_forecast FOLDER fit the moves of age, quiet and progress fitted to it, as JSON; the same whatever they are now

#include "core/forecast/forecast.hpp"
#include "core/outlook.hpp"
#include "generated/fitted.hpp"
#include "tests/bench/curves/curves.hpp"
#include "tests/support/analysis.hpp"

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>
#include <map>
#include <string_view>

using namespace middleground;
using namespace middleground::bench;

namespace {

constexpr std::uint32_t futures = 20000;
constexpr std::uint64_t seed = 1;
const Date today = Date::from_days(20000);
constexpr int followed_days = 365;

Simulation played(const Deal& deal, const Playbook& playbook, const ForecastSettings& settings, ForecastTables& tables) {
    auto prepared = prepare_deal(forecast_input(deal, &playbook, consensus_of(deal), 0, today), settings, tables);
    if (!prepared) {
        std::fprintf(stderr, "error: %s\n", prepared.error().message().c_str());
        std::exit(1);
    }
    Simulation simulation(std::move(*prepared), seed, Record::outcomes);
    simulation.run(futures);
    return simulation;
}

Deal fresh(const Playbook& playbook) {
    Random random(1);
    return start_deal(playbook, "Fresh", "Average", today, random);
}

double share_won(const Playbook& playbook, const ForecastSettings& settings, ForecastTables& tables) {
    const auto counts = played(fresh(playbook), playbook, settings, tables).counts();
    return static_cast<double>(counts.won) / counts.futures;
}

Playbook playbook_called(std::string_view id) {
    const auto playbooks = test::shipped_playbooks();
    const auto found = std::ranges::find(playbooks, id, &Playbook::id);
    if (found == playbooks.end()) {
        std::fprintf(stderr, "error: there is no playbook %s\n", std::string(id).c_str());
        std::exit(1);
    }
    return *found;
}

// The base log-odds with which a fresh deal of the playbook is won in `wanted` of its futures.
double base_for(Playbook playbook, double wanted, const ForecastSettings& settings, ForecastTables& tables) {
    double low = -6;
    double high = 8;
    for (int i = 0; i < 20; ++i) {
        const double middle = (low + high) / 2;
        playbook.base = BaseRate{middle, {}};
        (share_won(playbook, settings, tables) < wanted ? low : high) = middle;
    }
    return (low + high) / 2;
}

// Won of the fresh deals of a playbook, as published; their origin stands in the playbooks.
constexpr std::pair<std::string_view, double> wanted_shares[]{
    {"ten-commitments", 0.28}, {"enterprise", 0.22}, {"small-quick", 0.35}, {"rfp", 0.20}, {"renewal-expansion", 0.70}};

void print_fresh(const ForecastSettings& settings, ForecastTables& tables) {
    std::printf("%-20s %6s %6s %12s %8s %10s\n", "fresh deal", "won", "lost", "no decision", "wanted", "base to be");
    for (const auto& [id, wanted] : wanted_shares) {
        const auto playbook = playbook_called(id);
        const auto counts = played(fresh(playbook), playbook, settings, tables).counts();
        const auto share = [&](std::uint32_t count) { return static_cast<double>(count) / counts.futures; };
        std::printf("%-20s %6.3f %6.3f %12.3f %8.2f %10.2f\n", playbook.id.c_str(), share(counts.won), share(counts.lost), share(counts.no_decision),
                    wanted, base_for(playbook, wanted, settings, tables));
    }
}

void print_bases(const ForecastSettings& settings, ForecastTables& tables) {
    const char* before = "{";
    for (const auto& [id, wanted] : wanted_shares) {
        const auto playbook = playbook_called(id);
        std::printf("%s\"%s\": %.2f", before, playbook.id.c_str(), base_for(playbook, wanted, settings, tables));
        before = ", ";
    }
    std::printf("}\n");
}

// Stages as plans of ten commitments: Cold is the first kept, Warm two, Hot five, VeryHot eight, VerbalAgreement the decision agreed.
Deal deal_at(const Playbook& playbook, const std::string& stage, int age, int quiet) {
    static const std::map<std::string_view, int> kept{{"Cold", 1}, {"Warm", 2}, {"Hot", 5}, {"VeryHot", 8}, {"VerbalAgreement", 8}};
    Deal deal = fresh(playbook);
    deal.opened = today - age;
    const auto last = today - std::min(quiet, age);
    int left = kept.at(stage);
    for (auto& one : deal.commitments) {
        one.created = deal.opened;
        if (left > 0 && !one.decides) {
            one.events.push_back({CommitmentEventKind::kept, left == 1 && stage != "VerbalAgreement" ? last : deal.opened, {}, {}, {}, {}});
            --left;
        }
        if (one.decides && stage == "VerbalAgreement") one.events.push_back({CommitmentEventKind::agreed, last, {}, {}, {}, {}});
    }
    return deal;
}

double won_in_a_year(const Counts& counts) {
    std::uint64_t won = 0;
    for (int day = 0; day <= followed_days; ++day) {
        won += counts.won_on[static_cast<std::size_t>(day)];
    }
    return static_cast<double>(won) / counts.futures;
}

struct Fit {
    double score = 0;  // Brier
    double of_base = 0; // Brier of the base rate alone
    std::vector<double> expected; // by row
};

Fit compared(const Curves& curves, const Playbook& playbook, const ForecastSettings& settings, ForecastTables& tables) {
    Fit fit;
    double deals = 0;
    double won = 0;
    for (const auto& row : curves.rows) {
        deals += row.deals;
        won += row.won;
    }
    const double base = won / deals;
    for (const auto& row : curves.rows) {
        const auto counts = played(deal_at(playbook, row.stage, row.age_days, row.quiet_days), playbook, settings, tables).counts();
        const double p = won_in_a_year(counts);
        fit.expected.push_back(p);
        const auto brier = [&](double forecast) {
            return (row.won * (1 - forecast) * (1 - forecast) + (row.deals - row.won) * forecast * forecast) / deals;
        };
        fit.score += brier(p);
        fit.of_base += brier(base);
    }
    return fit;
}

void print_groups(const Curves& curves, const Fit& fit, const char* heading, std::string CurveRow::* by) {
    struct Sum {
        double deals = 0, won = 0, expected = 0;
    };
    std::map<std::pair<std::string, std::string>, Sum> sums;
    for (std::size_t i = 0; i < curves.rows.size(); ++i) {
        const auto& row = curves.rows[i];
        for (const auto* stage : {row.stage.c_str(), "all"}) {
            auto& sum = sums[{stage, row.*by}];
            sum.deals += row.deals;
            sum.won += row.won;
            sum.expected += row.deals * fit.expected[i];
        }
    }
    std::printf("\n%-16s %-9s %6s %6s %9s %7s\n", "stage", heading, "deals", "won %", "expected", "off by");
    for (const auto& [key, sum] : sums) {
        if (sum.deals < 100) continue;
        const double real = 100 * sum.won / sum.deals;
        const double expected = 100 * sum.expected / sum.deals;
        std::printf("%-16s %-9s %6.0f %6.1f %9.1f %+7.1f%s\n", key.first.c_str(), key.second.c_str(), sum.deals, real, expected, expected - real,
                    std::abs(expected - real) > 4 ? " *" : "");
    }
}

void print_days(const Curves& curves, const Playbook& playbook, const ForecastSettings& settings, ForecastTables& tables) {
    std::printf("\n%-16s %6s %22s %22s %10s\n", "stage", "won", "real 10/50/90 %", "forecast 10/50/90 %", "inside");
    std::map<std::string, std::vector<const DaysRow*>> stages;
    for (const auto& row : curves.days) {
        stages[row.stage].push_back(&row);
    }
    for (const auto& [stage, rows] : stages) {
        double inside = 0;
        double won = 0;
        double real[3] = {};
        double expected[3] = {};
        for (const auto* row : rows) {
            const auto simulation = played(deal_at(playbook, stage, row->age_days, std::min(row->age_days, 14)), playbook, settings, tables);
            const auto forecast = forecast_of(simulation);
            const double days[] = {static_cast<double>(*forecast.close.p10 - today), static_cast<double>(*forecast.close.p50 - today),
                                   static_cast<double>(*forecast.close.p90 - today)};
            inside += row->deals * (row->below(days[2] + 1) - row->below(days[0]));
            won += row->deals;
            for (int i = 0; i < 3; ++i) {
                expected[i] += row->deals * days[i];
                real[i] += row->deals * row->quantiles[i * 2];
            }
        }
        std::printf("%-16s %6.0f %8.0f %6.0f %6.0f %8.0f %6.0f %6.0f %8.0f %%\n", stage.c_str(), won, real[0] / won, real[1] / won, real[2] / won,
                    expected[0] / won, expected[1] / won, expected[2] / won, 100 * inside / won);
    }
}

// Goes down in one number after the other, in steps that become smaller, always from the same start.
void fit_moves(const Curves& curves, Playbook& playbook, ForecastSettings& settings, ForecastTables& tables) {
    struct Number {
        double* value;
        double start;
        double step;
        double least;
        double most;
    };
    double& base = playbook.base->log_odds;
    Number numbers[] = {{&base, -0.5, 0.2, -4, 4}, {&settings.progress, 1.5, 0.4, 0, 4}, {&settings.age, -0.8, 0.2, -2, 0},
                        {&settings.age_scale, 0.5, 0.1, 0.1, 2}, {&settings.quiet, -0.2, 0.05, -1, 0}};
    for (auto& number : numbers) {
        *number.value = number.start;
    }
    const auto score = [&] { return compared(curves, playbook, settings, tables).score; };
    double best = score();
    for (int round = 0; round < 8; ++round) {
        for (auto& number : numbers) {
            for (const double sign : {1.0, -1.0}) {
                for (;;) {
                    const double before = *number.value;
                    *number.value = std::clamp(before + sign * number.step, number.least, number.most);
                    const double now = *number.value == before ? best : score();
                    if (now < best) {
                        best = now;
                    } else {
                        *number.value = before;
                        break;
                    }
                }
            }
            number.step *= 0.6;
        }
    }
    // As they are written down.
    for (auto& number : numbers) {
        *number.value = std::round(*number.value * 100) / 100;
    }
}

void print_fitted(const Curves& curves, const Playbook& playbook, const ForecastSettings& settings, ForecastTables& tables) {
    const auto fit = compared(curves, playbook, settings, tables);
    double states = 0;
    double won = 0;
    for (const auto& row : curves.rows) {
        states += row.deals;
        won += row.won;
    }
    std::printf("{\"states\": %.0f, \"won_percent\": %.1f, \"brier\": %.4f, \"brier_of_base_rate\": %.4f, \"numbers\": {\"seller_base\": %.2f, "
                "\"progress\": %.2f, \"age\": %.2f, \"age_scale\": %.2f, \"quiet\": %.2f}}\n",
                states, 100 * won / states, fit.score, fit.of_base, playbook.base->log_odds, settings.progress, settings.age, settings.age_scale,
                settings.quiet);
}

}

int main(int argc, char** argv) {
    const std::string_view first = argc > 1 ? argv[1] : "";
    const std::string_view second = argc > 2 ? argv[2] : "";
    ForecastSettings settings;
    ForecastTables tables;
    if (first == "bases") {
        print_bases(settings, tables);
        return 0;
    }
    // That seller's own base rate.
    auto playbook = playbook_called("ten-commitments");
    playbook.base = BaseRate{fitted_numbers::seller_base, {}};
    if (second == "fit") {
        const auto curves = read_curves(argv[1]);
        fit_moves(curves, playbook, settings, tables);
        print_fitted(curves, playbook, settings, tables);
        return 0;
    }
    print_fresh(settings, tables);
    if (first.empty()) return 0;
    const auto curves = read_curves(argv[1]);
    const auto fit = compared(curves, playbook, settings, tables);
    std::printf("\nbase log-odds of that seller %.2f; Brier %.4f, of the base rate alone %.4f: %.1f %% below\n", playbook.base->log_odds, fit.score,
                fit.of_base, 100 * (1 - fit.score / fit.of_base));
    print_groups(curves, fit, "age", &CurveRow::age);
    print_groups(curves, fit, "quiet", &CurveRow::quiet);
    print_days(curves, playbook, settings, tables);
}
