#include "tests/support/forecasts.hpp"

#include "tests/support/analysis.hpp"
#include "tests/support/random_deal.hpp"

#include <stdexcept>

namespace middleground::test {

ForecastSettings bare_settings() {
    ForecastSettings settings;
    settings.alive = 100; // always
    settings.age = 0;
    settings.quiet = 0;
    settings.fitted_shift = 0;
    settings.of_base = 0;
    settings.others = 0;
    settings.mean_of_group = 0;
    settings.opinions = 0;
    settings.no = 0;
    settings.decision_no = 0;
    settings.most_tries = 1;
    settings.hazard = 0;
    settings.hazard_against = 0;
    settings.usual_steps = 0;
    settings.pace_median = 1;
    settings.pace_spread = 0;
    settings.decision_days = 1;
    return settings;
}

PlaybookStep plain_step(std::string id, double p, int days, std::vector<std::string> prerequisites) {
    PlaybookStep step;
    step.title = id;
    step.id = std::move(id);
    step.prerequisites = std::move(prerequisites);
    step.days_min = step.days_mode = step.days_max = days;
    step.odds_a = 4000 * p;
    step.odds_b = 4000 * (1 - p);
    return step;
}

Playbook playbook_with(std::vector<PlaybookStep> steps) {
    Playbook playbook;
    playbook.id = "made-up";
    playbook.steps = std::move(steps);
    playbook.steps.back().decides = true;
    return playbook;
}

Deal deal_with(const Playbook& playbook) {
    Random random(7);
    return start_deal(playbook, "A deal", "An account", today(), random);
}

ForecastInput plain_input(const Deal& deal, const Playbook* playbook, Date today) {
    return forecast_input(deal, playbook, consensus_of(deal), 0, today);
}

namespace {

Simulation simulation_of(Result<PreparedDeal> prepared, std::uint32_t futures, Record record, std::uint64_t seed) {
    if (!prepared) throw std::runtime_error(prepared.error().message());
    Simulation simulation(std::move(*prepared), seed, record);
    simulation.run(futures);
    return simulation;
}

}

Simulation simulated(const ForecastInput& input, const ForecastSettings& settings, std::uint32_t futures, Record record,
                     std::uint64_t seed) {
    ForecastTables tables;
    return simulation_of(prepare_deal(input, settings, tables), futures, record, seed);
}

Simulation simulated(const Deal& deal, Date today, std::uint32_t futures, Record record, std::uint64_t seed) {
    const auto assessment = assessed(deal, today);
    return simulated(forecast_input(deal, playbook_of(deal), assessment.consensus, assessment.balance.lasting_push, today), ForecastSettings{},
                     futures, record, seed);
}

}
