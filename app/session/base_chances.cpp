#include "app/session/base_chances.hpp"

#include "core/analysis/consensus.hpp"
#include "core/base/random.hpp"
#include "core/outlook.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

namespace {

constexpr std::uint32_t futures = 10'000; // known to half of a point
constexpr std::uint64_t seed = 1;

std::optional<Share> won_of_fresh(const Playbook& playbook, Date today) {
    if (!validate(playbook).empty()) return {};
    Random random(seed);
    const auto deal = start_deal(playbook, {}, {}, today, random);
    const ForecastSettings settings;
    ForecastTables tables;
    auto prepared = prepare_deal(forecast_input(deal, &playbook, consensus_of(deal), 0, today), settings, tables);
    if (!prepared) return {};
    Simulation simulation(std::move(*prepared), seed, Record::outcomes);
    simulation.run(futures);
    const auto counts = simulation.counts();
    return Share{counts.won, counts.futures};
}

}

std::optional<Share> BaseChances::of(const Playbook& playbook, Date today) {
    const auto found = std::ranges::find_if(known_, [&](const Known& one) { return one.playbook.id == playbook.id; });
    if (found != known_.end() && found->playbook == playbook) return found->won;
    Known fresh{playbook, won_of_fresh(playbook, today)};
    if (found != known_.end()) return (*found = std::move(fresh)).won;
    return known_.emplace_back(std::move(fresh)).won;
}

}
