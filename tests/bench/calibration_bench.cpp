// calibration_bench CSV NUMBERS: how well `calibrate` predicts real deals that it has not seen, and made-up ones with columns of numbers,
// of which it writes NUMBERS as CSV; calibration_bench --large: what 100,000 deals cost. One line of JSON per figure. Beside it
// tools/bench_calibration.py measures other methods the same way, on the same deals.

#include "core/calibration/history_model.hpp"
#include "core/codec/csv.hpp"
#include "tests/support/generated_history.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>
#include <string_view>

#ifndef __EMSCRIPTEN__
#include <sys/resource.h>
#endif

using namespace middleground;

namespace {

constexpr int numbers_deals = 5000;
constexpr std::uint64_t numbers_seed = 19;
constexpr int large_deals = 100000;

void print(const char* name, double value, const char* unit, const char* goal) {
    std::printf("{\"name\": \"Middleground: %s\", \"value\": %.4f, \"unit\": \"%s\"%s%s%s}\n", name, value, unit,
                *goal ? ", \"goal\": \"" : "", goal, *goal ? "\"" : "");
}

int refuse(const Error& error) {
    std::fprintf(stderr, "%s\n", error.message().c_str());
    return 1;
}

class Clock {
public:
    double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - start_).count(); }

private:
    std::chrono::steady_clock::time_point start_ = std::chrono::steady_clock::now();
};

int measure_real_deals(const char* path) {
    std::ifstream file(path, std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto table = io::read_csv(text);
    if (!table) return refuse(table.error());
    const Clock clock;
    const auto model = fit_history(*table, {"Status", "Won", {}, {"Product", "Seller"}});
    const double took = clock.seconds();
    if (!model) return refuse(model.error());
    print("deals", model->closed, "unique", "");
    print("AUC", model->check.auc, "", "0.824 or more");
    print("Brier score", model->check.brier, "", "0.167 or less");
    print("everything fitted and checked", took, "s", "");
    // Other ways to deal the same deals into folds: how much of a difference is luck.
    double least = 1;
    double most = 0;
    for (std::uint64_t seed = 2; seed <= 10; ++seed) {
        const auto again = fit_history(*table, {"Status", "Won", {}, {"Product", "Seller"}}, {seed, 5, 10});
        if (!again) return refuse(again.error());
        least = std::min(least, again->check.auc);
        most = std::max(most, again->check.auc);
    }
    print("least AUC of nine more seeds", least, "", "");
    print("greatest AUC of nine more seeds", most, "", "");
    return 0;
}

int measure_numbers(const char* path) {
    Random random(numbers_seed);
    const auto made = test::generated_numbers(random, numbers_deals);
    std::ofstream(path, std::ios::binary) << io::write_csv(made.table);
    std::vector<std::uint8_t> won;
    for (const auto& row : made.table.rows) {
        won.push_back(row.back() == "Won");
    }
    const auto model = fit_history(made.table, {"Status", "Won", {}, {}});
    if (!model) return refuse(model.error());
    print("numbers, AUC of the chances they were drawn with", area_under_curve(made.chances, won), "", "");
    print("numbers, Brier score of the chances they were drawn with", brier_score(made.chances, won).mean, "", "");
    print("numbers, AUC", model->check.auc, "", "gradient boosting - 0.01 or more");
    print("numbers, Brier score", model->check.brier, "", "");
    return 0;
}

int measure_large() {
    std::string text;
    {
        Random random(numbers_seed);
        text = io::write_csv(test::generated_numbers(random, large_deals, 7).table);
    }
    const Clock clock;
    const auto table = io::read_csv(text);
    if (!table) return refuse(table.error());
    const auto model = fit_history(*table, {"Status", "Won", {}, {}});
    if (!model) return refuse(model.error());
    print("100,000 deals with 15 columns, read, fitted and checked", clock.seconds(), "s", "below 20");
    print("100,000 deals, AUC", model->check.auc, "", "");
    print("100,000 deals, repeats of the check", model->check.repeats, "", "");
#ifndef __EMSCRIPTEN__
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    print("100,000 deals, most memory, with making them", static_cast<double>(usage.ru_maxrss) / 1024, "MB", "below 300");
#endif
    return 0;
}

}

int main(int argc, char** argv) {
    if (argc == 2 && std::string_view(argv[1]) == "--large") return measure_large();
    if (argc != 3) return refuse({"usage: calibration_bench CSV NUMBERS | calibration_bench --large", {}, {}});
    const int failed = measure_real_deals(argv[1]);
    return failed != 0 ? failed : measure_numbers(argv[2]);
}
