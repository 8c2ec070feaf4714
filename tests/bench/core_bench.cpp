// Times the core's work on real input and prints one line of JSON per figure: {"name", "value", "unit"}. tools/bench makes the table.
// With "--crowded FILE" it writes the crowded deal to FILE instead, for the browser's part of the bench.

#include "core/assessment.hpp"
#include "core/files/json.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "generated/assets.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/crowded_deal.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <string>
#include <vector>

using namespace middleground;

namespace {

// Median of several runs, in milliseconds; each run repeats the work so that the clock's grain does not matter.
template <typename Work>
double median_ms(const Work& work) {
    constexpr int runs = 15;
    constexpr int repeats = 5;
    std::vector<double> times;
    for (int run = 0; run < runs; ++run) {
        const auto start = std::chrono::steady_clock::now();
        for (int i = 0; i < repeats; ++i) {
            work();
        }
        const std::chrono::duration<double, std::milli> took = std::chrono::steady_clock::now() - start;
        times.push_back(took.count() / repeats);
    }
    std::ranges::sort(times);
    return times[runs / 2];
}

void print(const std::string& name, double value, const char* unit) {
    std::printf("{\"name\": \"%s\", \"value\": %.3f, \"unit\": \"%s\"}\n", name.c_str(), value, unit);
}

void bench_json(const Deal& deal, Date today) {
    const auto text = io::write_deal(deal);
    const double megabytes = static_cast<double>(text.size()) / 1e6;
    bool read_back = true;
    const double read = median_ms([&] { read_back = read_back && io::read_deal(text, today).has_value(); });
    const double write = median_ms([&] { read_back = read_back && io::write_deal(deal).size() == text.size(); });
    if (!read_back) {
        std::fprintf(stderr, "the crowded deal did not survive its own file\n");
        std::exit(1);
    }
    print("crowded deal as JSON", megabytes * 1000, "KB");
    print("JSON parse (with validation)", megabytes / read * 1000, "MB/s");
    print("JSON write", megabytes / write * 1000, "MB/s");
}

void bench_link(const assets::Asset& asset, Date today) {
    const auto deal = io::read_sample(asset.bytes, today);
    if (!deal) {
        std::fprintf(stderr, "%s\n", deal.error().message().c_str());
        std::exit(1);
    }
    const auto link = io::encode_link(*deal);
    if (!link) {
        std::fprintf(stderr, "%s\n", link.error().message().c_str());
        std::exit(1);
    }
    const std::string name(asset.name);
    print("link of " + name, static_cast<double>(link->size()), "characters");
    print("link of " + name + ", encode", median_ms([&] { (void)io::encode_link(*deal); }), "ms");
    print("link of " + name + ", decode", median_ms([&] { (void)io::decode_link(*link, today); }), "ms");
}

// The analysis of a usual, a crowded and a huge deal: what each edit waits for.
void bench_analysis(Date today) {
    struct Row {
        const char* name;
        Deal deal;
    };
    const std::vector<Row> rows{{"sample deal", test::sample("brightwater", today)},
                                {"crowded deal", test::crowded_deal(today)},
                                {"200 people, 500 commitments", test::huge_deal(today)}};
    double sum = 0; // so that nothing is left out as unused
    for (const auto& row : rows) {
        const std::string name(row.name);
        print("consensus, " + name, median_ms([&] { sum += consensus_of(row.deal).index; }), "ms");
        print("whole analysis, " + name, median_ms([&] { sum += test::assessed(row.deal, today).consensus.index; }), "ms");
    }
    if (!(sum > 0)) std::exit(1);
}

}

int main(int argc, char** argv) {
    const auto today = Date::from_calendar(2026, 6, 16).value();
    const auto crowded = test::crowded_deal(today);
    if (argc == 3 && std::string_view(argv[1]) == "--crowded") {
        std::ofstream(argv[2], std::ios::binary) << io::write_deal(crowded);
        return 0;
    }
    bench_json(crowded, today);
    for (const auto& asset : assets::samples()) {
        bench_link(asset, today);
    }
    bench_analysis(today);
    return 0;
}
