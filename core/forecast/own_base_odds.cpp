#include "core/forecast/own_base_odds.hpp"

#include "core/forecast/simulation.hpp"

namespace middleground {

namespace {

constexpr std::uint32_t futures = 8000;
// That of a renewal is 3.95: what lies farther would outweigh a no of the one who decides.
constexpr double farthest = 4;
constexpr int halvings = 11; // to 0.004
constexpr std::size_t most_kept = 200;

Deal fresh_deal(const Playbook* playbook, Date today) {
    Deal deal;
    deal.opened = deal.created = today;
    Random random(1);
    if (playbook != nullptr) {
        deal.process = playbook->process;
        deal.commitments = planned_commitments(*playbook, today, random);
        return deal;
    }
    // What leads to it is unseen.
    Commitment decision;
    decision.id = CommitmentId::make(random);
    decision.created = today;
    decision.decides = true;
    deal.commitments.push_back(std::move(decision));
    return deal;
}

std::uint32_t wins(const ForecastInput& input, const ForecastSettings& settings, ForecastTables& tables) {
    auto prepared = prepare_deal(input, settings, tables);
    if (!prepared) return 0; // a playbook without a decision is none
    Simulation simulation(std::move(*prepared), 1, Record::outcomes);
    simulation.run(futures);
    return simulation.counts().won;
}

}

double base_for_chance(const Playbook* playbook, int won, const ForecastSettings& settings, ForecastTables& tables) {
    auto& kept = tables.kept_bases();
    for (const auto& one : kept) {
        const bool same_playbook = playbook == nullptr ? !one.playbook : one.playbook == *playbook;
        if (one.won == won && same_playbook && one.settings == settings) return one.base;
    }
    const auto today = Date::from_days(20000); // any: nothing in the deal has a day
    const auto deal = fresh_deal(playbook, today);
    ForecastInput input{.deal = deal, .playbook = playbook, .opinions = {}, .not_before = {}, .against_until = {}, .left = {}, .today = today};
    input.unnamed = playbook == nullptr ? deal.expected_group_size : playbook->expected_group_size;
    input.unnamed_opinion = input.unnamed_stated;
    double low = -farthest;
    double high = farthest;
    const auto wanted = static_cast<std::uint64_t>(won) * futures / 1000;
    for (int i = 0; i < halvings; ++i) {
        input.own_base = (low + high) / 2;
        (wins(input, settings, tables) < wanted ? low : high) = *input.own_base;
    }
    const double base = (low + high) / 2;
    if (kept.size() >= most_kept) kept.clear();
    kept.push_back({playbook == nullptr ? std::nullopt : std::optional(*playbook), settings, won, base});
    return base;
}

}
