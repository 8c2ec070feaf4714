// calibration_bench CSV: how well `calibrate` predicts real deals that it has not seen, and how long it takes; one line of JSON per figure.
// Beside it tools/bench_calibration.py measures other methods the same way.

#include "core/calibration/history_model.hpp"
#include "core/codec/csv.hpp"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <fstream>
#include <iterator>

using namespace middleground;

namespace {

void print(const char* name, double value, const char* unit, const char* goal) {
    std::printf("{\"name\": \"Middleground: %s\", \"value\": %.4f, \"unit\": \"%s\"%s%s%s}\n", name, value, unit,
                *goal ? ", \"goal\": \"" : "", goal, *goal ? "\"" : "");
}

int refuse(const Error& error) {
    std::fprintf(stderr, "%s\n", error.message().c_str());
    return 1;
}

}

int main(int argc, char** argv) {
    if (argc != 2) return refuse({"usage: calibration_bench CSV", {}, {}});
    std::ifstream file(argv[1], std::ios::binary);
    const std::string text{std::istreambuf_iterator<char>(file), {}};
    const auto table = io::read_csv(text);
    if (!table) return refuse(table.error());
    const auto start = std::chrono::steady_clock::now();
    const auto model = fit_history(*table, {"Status", "Won", {}, {"Product", "Seller"}});
    const std::chrono::duration<double> took = std::chrono::steady_clock::now() - start;
    if (!model) return refuse(model.error());
    print("deals", model->closed, "unique", "");
    print("AUC", model->check.auc, "", "0.82 or more");
    print("Brier score", model->check.brier, "", "0.172 or less");
    print("everything fitted and checked", took.count(), "s", "");
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
