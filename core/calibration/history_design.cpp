#include "core/calibration/history_design.hpp"

#include "core/calibration/history_numbers.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int rare_below = 5;
constexpr int most_places = 200;
constexpr int fewest_bins = 2;
// A column most of whose rows would be pooled says who the deal is, not what it is like.
constexpr double most_pooled = 0.8;

LevelPlaces places_of(const std::vector<int>& counts, bool first_is_unknown, int rare, int total, int& next) {
    LevelPlaces result;
    result.place.assign(counts.size(), -1);
    const auto is_rare = [&](std::size_t level) { return counts[level] < rare && !(level == 0 && first_is_unknown); };
    int kinds = 0;
    int pooled = 0;
    for (std::size_t level = 0; level < counts.size(); ++level) {
        if (counts[level] == 0) continue;
        if (is_rare(level)) {
            pooled += counts[level];
        } else {
            kinds += 1;
        }
    }
    if (pooled >= most_pooled * total && pooled > rare) {
        result.use = ColumnUse::scattered;
    } else if (kinds + (pooled > 0 ? 1 : 0) < 2) {
        result.use = ColumnUse::constant;
    }
    if (result.use != ColumnUse::used) return result;
    for (std::size_t level = 0; level < counts.size(); ++level) {
        if (counts[level] > 0 && !is_rare(level)) result.place[level] = next++;
    }
    if (pooled > 0) result.other = next++;
    for (std::size_t level = 0; level < counts.size(); ++level) {
        // One that was seen in none of the rows is rare as well.
        if (result.place[level] < 0 && is_rare(level)) result.place[level] = result.other;
    }
    return result;
}

// Where the bins begin that hold as many rows each as can be, and no fewer than `least`. One value is never divided.
std::vector<double> edges_of(const HistoryColumn& column, const std::vector<int>& counts, int bins, int least) {
    const std::size_t first = column.has_unknown ? 1 : 0;
    std::int64_t known = 0;
    for (std::size_t level = first; level < counts.size(); ++level) {
        known += counts[level];
    }
    const auto parts = std::min<std::int64_t>(bins, known / least);
    std::vector<double> edges;
    std::int64_t before = 0;       // rows below this level
    std::int64_t before_bin = 0;   // rows below the last bin
    std::int64_t part = 1;         // the quantile that comes next
    const double* below = nullptr; // the next lower value that some row has
    for (std::size_t level = first; level < counts.size() && part < parts; ++level) {
        if (counts[level] == 0) continue;
        const auto with = before + counts[level];
        bool begins = false;
        for (; part < parts && part * known / parts < with; ++part) {
            begins = true;
        }
        if (begins && below && before - before_bin >= least && known - before >= least) {
            edges.push_back(round_number_between(*below, column.numbers[level]));
            before_bin = before;
        }
        below = &column.numbers[level];
        before = with;
    }
    return edges;
}

LevelPlaces bins_of(const HistoryColumn& column, const std::vector<int>& counts, int bins, int least, int& next) {
    LevelPlaces result;
    result.place.assign(counts.size(), -1);
    const bool some_unknown = column.has_unknown && counts.front() > 0;
    const bool some_known = std::any_of(counts.begin() + (column.has_unknown ? 1 : 0), counts.end(), [](int count) { return count > 0; });
    result.edges = edges_of(column, counts, bins, least);
    if (!some_known || (result.edges.empty() && !some_unknown)) {
        result.use = ColumnUse::constant;
        result.edges.clear();
        return result;
    }
    if (some_unknown) result.place.front() = next++;
    result.first_bin = next;
    for (std::size_t level = column.has_unknown ? 1 : 0; level < counts.size(); ++level) {
        const auto bin = std::ranges::upper_bound(result.edges, column.numbers[level]) - result.edges.begin();
        result.place[level] = result.first_bin + static_cast<int>(bin);
    }
    next += static_cast<int>(result.edges.size()) + 1;
    return result;
}

}

Design design_for(const HistoryRows& rows, const std::vector<int>& chosen) {
    std::vector<std::vector<int>> counts;
    for (int column = 0; column < static_cast<int>(rows.columns.size()); ++column) {
        auto& of_column = counts.emplace_back(rows.columns[static_cast<std::size_t>(column)].count());
        for (const int row : chosen) {
            of_column[static_cast<std::size_t>(rows.level(row, column))] += 1;
        }
    }
    Design design;
    int bins = most_bins;
    for (int rare = rare_below;; rare *= 2) {
        design = {};
        for (std::size_t i = 0; i < counts.size(); ++i) {
            const auto& column = rows.columns[i];
            design.columns.push_back(column.is_numeric()
                                         ? bins_of(column, counts[i], bins, rare, design.places)
                                         : places_of(counts[i], column.has_unknown, rare, static_cast<int>(chosen.size()), design.places));
        }
        if (design.places <= most_places || rare > static_cast<int>(chosen.size())) return design;
        bins = std::max(bins - 1, fewest_bins);
    }
}

OneHotRows one_hot(const HistoryRows& rows, const Design& design, const std::vector<int>& chosen) {
    std::vector<int> used;
    for (std::size_t column = 0; column < design.columns.size(); ++column) {
        if (design.columns[column].use == ColumnUse::used) used.push_back(static_cast<int>(column));
    }
    OneHotRows design_rows;
    design_rows.places = design.places;
    design_rows.per_row = static_cast<int>(used.size());
    design_rows.at.reserve(chosen.size() * used.size());
    for (const int row : chosen) {
        for (const int column : used) {
            design_rows.at.push_back(
                design.columns[static_cast<std::size_t>(column)].place[static_cast<std::size_t>(rows.level(row, column))]);
        }
    }
    return design_rows;
}

}
