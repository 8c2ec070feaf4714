#include "tests/support/analysis.hpp"
#include "tests/support/crowded_deal.hpp"
#include "tests/support/forecasts.hpp"
#include "tests/support/random_deal.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <fstream>

using namespace middleground;
using namespace middleground::test;

// What the forecast counts in many deals: g++, clang and the WebAssembly build all compare with the same committed file. When the model was
// changed on purpose, write it anew: core_tests "[write-golden]".

namespace {

constexpr auto golden = "tests/golden/forecasts.txt";

std::string line_of(const std::string& name, const Deal& deal) {
    const auto assessment = assessed(deal, today());
    ForecastTables tables;
    const auto input = forecast_input(deal, playbook_of(deal), assessment.consensus, assessment.balance.lasting_push, today());
    auto prepared = prepare_deal(input, ForecastSettings{}, tables);
    if (!prepared) return name + ": no forecast\n";
    Simulation simulation(std::move(*prepared), 42, Record::everything);
    simulation.run(1000);
    const auto& counts = simulation.counts();
    // Sums in which every place has a weight of its own stand for the long lists.
    std::uint64_t days = 0;
    for (std::size_t day = 0; day < counts.won_on.size(); ++day) {
        days = days * 31 + counts.won_on[day];
    }
    std::uint64_t kept = 0;
    for (const auto one : counts.kept_on) {
        kept = kept * 31 + one;
    }
    std::uint64_t critical = 0;
    for (const auto one : counts.critical) {
        critical = critical * 31 + one;
    }
    return name + ": won " + std::to_string(counts.won) + ", lost " + std::to_string(counts.lost) + ", no decision " +
           std::to_string(counts.no_decision) + "; " + std::to_string(days) + " " + std::to_string(kept) + " " + std::to_string(critical) +
           "\n";
}

std::string lines() {
    std::string all;
    for (const auto* name : {"brightwater", "passive", "pushed"}) {
        all += line_of(name, sample(name, today()));
    }
    for (const auto& playbook : shipped_playbooks()) {
        all += line_of("fresh " + playbook.id, deal_with(playbook));
    }
    all += line_of("crowded", crowded_deal(today()));
    for (std::uint64_t seed = 0; seed < 30; ++seed) {
        Random random(seed);
        all += line_of("random " + std::to_string(seed), random_deal(random));
    }
    return all;
}

}

TEST_CASE("the forecasts of many deals have the same bytes on every machine") {
    CHECK(lines() == source_file(golden));
}

TEST_CASE("write the forecasts", "[.][write-golden]") {
    std::ofstream(source_path(golden), std::ios::binary) << lines();
}
