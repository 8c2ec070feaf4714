#include "tests/bench/curves/curves.hpp"

#include <cstdio>
#include <cstdlib>
#include <fstream>
#include <sstream>

namespace middleground::bench {

namespace {

[[noreturn]] void fail(const std::string& file, const std::string& what) {
    std::fprintf(stderr, "error: %s: %s\n", file.c_str(), what.c_str());
    std::exit(1);
}

std::vector<std::vector<std::string>> lines_of(const std::string& path, std::size_t columns) {
    std::ifstream file(path);
    if (!file) fail(path, "cannot be read; the argument is the folder with days_to_win.csv and stage_age_quiet.csv");
    std::vector<std::vector<std::string>> lines;
    std::string line;
    std::getline(file, line); // headings
    while (std::getline(file, line)) {
        std::vector<std::string> cells;
        std::stringstream stream(line);
        std::string cell;
        while (std::getline(stream, cell, ',')) {
            cells.push_back(cell);
        }
        if (cells.size() != columns) fail(path, "\"" + line + "\" has not " + std::to_string(columns) + " columns");
        lines.push_back(std::move(cells));
    }
    if (lines.empty()) fail(path, "has no rows");
    return lines;
}

// "31-60" is 45, "121+" 150.
int middle_of(const std::string& bucket) {
    const auto dash = bucket.find('-');
    const int low = std::atoi(bucket.c_str());
    return dash == std::string::npos ? low + 30 : (low + std::atoi(bucket.c_str() + dash + 1)) / 2;
}

}

double DaysRow::below(double days) const {
    static constexpr double shares[] = {0, 0.1, 0.25, 0.5, 0.75, 0.9, 1};
    const double ends[] = {0, quantiles[0], quantiles[1], quantiles[2], quantiles[3], quantiles[4], 365};
    for (int i = 1; i < 7; ++i) {
        if (days < ends[i]) return shares[i - 1] + (shares[i] - shares[i - 1]) * (days - ends[i - 1]) / (ends[i] - ends[i - 1]);
    }
    return 1;
}

Curves read_curves(const std::string& folder) {
    Curves curves;
    for (const auto& cells : lines_of(folder + "/stage_age_quiet.csv", 8)) {
        curves.rows.push_back({cells[0], middle_of(cells[1]), middle_of(cells[2]), cells[1], cells[2], std::atoi(cells[3].c_str()),
                               std::atoi(cells[4].c_str())});
    }
    for (const auto& cells : lines_of(folder + "/days_to_win.csv", 8)) {
        DaysRow row{cells[0], middle_of(cells[1]), cells[1], {}, std::atoi(cells[7].c_str())};
        for (std::size_t i = 0; i < 5; ++i) {
            row.quantiles[i] = std::atof(cells[2 + i].c_str());
        }
        curves.days.push_back(row);
    }
    return curves;
}

}
