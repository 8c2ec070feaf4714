// Times the forecast and prints one line of JSON per figure: {"name", "value", "unit"}. tools/bench forecast makes the table, natively, as
// WebAssembly, and beside NumPy, which plays the model that "--model FILE" writes.

#include "core/outlook.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/crowded_deal.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <string>
#include <string_view>
#include <vector>

using namespace middleground;

namespace {

const Date today = Date::from_calendar(2026, 6, 16).value();
constexpr std::uint32_t usual_futures = 100000;

template <typename Work>
double best_ms(int runs, const Work& work) {
    double best = 1e18;
    for (int run = 0; run < runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        work();
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        best = std::min(best, took.count());
    }
    return best;
}

void print(const std::string& name, double value, const char* unit) {
    std::printf("{\"name\": \"%s\", \"value\": %.4f, \"unit\": \"%s\"}\n", name.c_str(), value, unit);
}

// A deal and what a comparison of it needs.
struct Case {
    explicit Case(Deal made, const Playbook* of)
        : deal(std::move(made)), playbook(of), assessment(assess(deal, of, test::english(), today)) {}
    PlayedDeal comparison() { return {deal, playbook, test::english(), assessment, today, settings, tables, 1}; }
    PreparedDeal prepared() {
        auto made = prepared_with(comparison(), {});
        if (!made) {
            std::fprintf(stderr, "%s\n", made.error().message().c_str());
            std::exit(1);
        }
        return std::move(*made);
    }

    Deal deal;
    const Playbook* playbook;
    Assessment assessment;
    ForecastSettings settings;
    ForecastTables tables;
};

void add_people(Deal& deal, int count) {
    Random random(3);
    for (int i = 0; i < count; ++i) {
        Stakeholder person;
        person.id = StakeholderId::make(random);
        person.name = "Person " + std::to_string(i);
        person.created = today;
        person.influence = 30 + i % 60;
        person.stances.push_back({today, static_cast<Stance>(i % 6), {}});
        deal.stakeholders.push_back(std::move(person));
    }
    deal.expected_group_size = count;
}

// The enterprise playbook: 12 commitments up to the decision.
Deal usual_deal() {
    const auto& all = test::shipped_playbooks();
    const auto playbook = std::ranges::find(all, std::string_view("enterprise"), &Playbook::id);
    Random random(1);
    auto deal = start_deal(*playbook, "Twelve commitments", "An account", today, random);
    deal.commitments.pop_back(); // what comes after the decision
    add_people(deal, 7);
    return deal;
}

// Layers of three that wait for each other, then the decision.
Deal layered_deal(int commitments, int people) {
    Deal deal;
    Random random(2);
    deal.id = DealId::make(random);
    deal.opened = today;
    deal.created = today;
    for (int i = 0; i < commitments; ++i) {
        Commitment one;
        one.id = CommitmentId::make(random);
        one.title = "Commitment " + std::to_string(i);
        one.created = today;
        const int layer = i / 3;
        for (int before = std::max(0, (layer - 1) * 3); before < layer * 3; ++before) {
            one.prerequisites.push_back(deal.commitments[static_cast<std::size_t>(before)].id);
        }
        one.decides = i + 1 == commitments;
        if (one.decides) {
            one.prerequisites.clear();
            for (const auto& other : deal.commitments) {
                one.prerequisites.push_back(other.id);
            }
        }
        deal.commitments.push_back(std::move(one));
    }
    add_people(deal, people);
    return deal;
}

void bench_usual() {
    const auto deal = usual_deal();
    const auto* playbook = test::playbook_of(deal);
    Case usual(deal, playbook);
    const auto prepared = usual.prepared();
    print("12 commitments, 7 people: first answer, 1,000 futures with their plan",
          best_ms(20,
                  [&] {
                      Simulation simulation(usual.prepared(), 1, Record::everything);
                      simulation.run(1000);
                  }),
          "ms");
    const double outcomes = best_ms(9, [&] {
        Simulation simulation(prepared, 1, Record::outcomes);
        simulation.run(usual_futures);
    });
    print("100,000 futures, outcomes", outcomes, "ms");
    print("100,000 futures, everything",
          best_ms(9,
                  [&] {
                      Simulation simulation(prepared, 1, Record::everything);
                      simulation.run(usual_futures);
                  }),
          "ms");
    std::size_t lines = 0;
    const double table = best_ms(5, [&] {
        Sensitivity sensitivity(usual.comparison());
        while (!sensitivity.is_finished()) {
            sensitivity.step();
        }
        lines = sensitivity.lines().size();
    });
    print("whole table, " + std::to_string(lines) + " lines both ways, 10,000 futures each", table, "ms");
    Simulation simulation(prepared, 1, Record::outcomes);
    simulation.run(usual_futures);
    print("share won", 100.0 * simulation.counts().won / usual_futures, "%");
    print("share lost", 100.0 * simulation.counts().lost / usual_futures, "%");
}

void bench_growth() {
    for (const int commitments : {5, 12, 50, 150, 500}) {
        Case one(layered_deal(commitments, 7), nullptr);
        const auto prepared = one.prepared();
        const double ms = best_ms(3, [&] {
            Simulation simulation(prepared, 1, Record::everything);
            simulation.run(10000);
        });
        print(std::to_string(commitments) + " commitments: 10,000 futures", ms, "ms");
    }
    for (const int people : {5, 50, 200}) {
        Case one(layered_deal(12, people), nullptr);
        print(std::to_string(people) + " people: plan and 10,000 futures",
              best_ms(3,
                      [&] {
                          Simulation simulation(one.prepared(), 1, Record::everything);
                          simulation.run(10000);
                      }),
              "ms");
    }
    Case one(usual_deal(), test::playbook_of(usual_deal()));
    for (const std::uint32_t futures : {1000u, 10000u, 100000u, 1000000u, 10000000u}) {
        const double ms = best_ms(1, [&] {
            Simulation simulation(one.prepared(), 1, Record::everything);
            simulation.run(futures);
        });
        print(std::to_string(futures) + " futures, everything", ms, "ms");
    }
}

template <typename Values>
void write_list(std::ofstream& file, const char* name, const Values& values) {
    file << "\"" << name << "\": [";
    bool first = true;
    for (const auto value : values) {
        file << (first ? "" : ",") << static_cast<std::uint64_t>(value);
        first = false;
    }
    file << "],\n";
}

void write_model(const char* path) {
    Case usual(usual_deal(), test::playbook_of(usual_deal()));
    const auto prepared = usual.prepared();
    std::ofstream file(path, std::ios::binary);
    file << "{";
    write_list(file, "first_waits", prepared.first_waits);
    write_list(file, "waits_for", prepared.waits_for);
    write_list(file, "keeps_below", prepared.keeps_below);
    write_list(file, "no_from", prepared.no_from);
    write_list(file, "days", prepared.days);
    write_list(file, "pause", prepared.pause);
    write_list(file, "pace", prepared.pace);
    write_list(file, "again", prepared.again);
    write_list(file, "patience", prepared.patience);
    write_list(file, "unseen_below", prepared.unseen_below);
    write_list(file, "unseen_days", prepared.unseen_days);
    file << "\"rows\": " << quantile_rows << ", \"deciding\": " << prepared.deciding << ", \"most_tries\": " << prepared.most_tries
         << ", \"alive_below\": " << prepared.alive_below << ", \"dead_lost\": " << prepared.dead_lost << ", \"gate_below\": " << prepared.gate_below
         << ", \"quiet_days\": " << prepared.quiet_days << ", \"hazard\": " << prepared.hazard << ", \"hazard_before\": " << prepared.hazard_before
         << ", \"horizon\": " << prepared.horizon_days << "}\n";
}

}

int main(int argc, char** argv) {
    if (argc == 3 && std::string_view(argv[1]) == "--model") {
        write_model(argv[2]);
        return 0;
    }
    bench_usual();
    if (argc == 2 && std::string_view(argv[1]) == "--growth") bench_growth();
    return 0;
}
