#include "core/calibration/history_leaks.hpp"

#include "core/base/random.hpp"
#include "core/base/sort_list.hpp"
#include "core/calibration/history_score.hpp"
#include "core/calibration/history_training.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr int parts_of_alarm = 5;
// Of the deals' order only; what is asked for elsewhere has no say in what is left out.
constexpr std::uint64_t seed_of_alarm = 1;

struct Filled {
    int won = 0;
    int not_won = 0;
};

Filled filled_in(const HistoryRows& rows, int column) {
    Filled filled;
    const bool has_unknown = rows.columns[static_cast<std::size_t>(column)].has_unknown;
    for (int row = 0; row < rows.count(); ++row) {
        if (has_unknown && rows.level(row, column) == 0) continue;
        (rows.won[static_cast<std::size_t>(row)] != 0 ? filled.won : filled.not_won) += 1;
    }
    return filled;
}

// How likely so many deals, drawn by lot, all ended like that.
double luck(double share, int deals) {
    double chance = 1;
    for (int i = 0; i < deals && chance > luck_of_a_leak; ++i) {
        chance *= share;
    }
    return chance;
}

// For each deal the share won of those other deals that say the same in that column.
void judge_by_others(const HistoryRows& rows, const RowsOfPart& split, const Design& design, std::vector<std::vector<double>>& chances) {
    int won = 0;
    for (const int row : split.outside) {
        won += rows.won[static_cast<std::size_t>(row)];
    }
    const double base = static_cast<double>(won) / static_cast<double>(split.outside.size());
    std::vector<std::array<int, 2>> counts(static_cast<std::size_t>(design.places)); // deals, and won ones
    for (std::size_t column = 0; column < design.columns.size(); ++column) {
        const auto& places = design.columns[column];
        const auto place_of = [&](int row) {
            return places.use == ColumnUse::used ? places.place[static_cast<std::size_t>(rows.level(row, static_cast<int>(column)))] : -1;
        };
        for (const int row : split.outside) {
            const int place = place_of(row);
            if (place < 0) continue;
            counts[static_cast<std::size_t>(place)][0] += 1;
            counts[static_cast<std::size_t>(place)][1] += rows.won[static_cast<std::size_t>(row)];
        }
        for (const int row : split.inside) {
            const int place = place_of(row);
            const auto [deals, wins] = place < 0 ? std::array{0, 0} : counts[static_cast<std::size_t>(place)];
            chances[column][static_cast<std::size_t>(row)] = (wins + base) / (deals + 1);
        }
    }
}

}

std::vector<HistoryLeak> leaks_in(const HistoryRows& rows, const std::vector<std::string>& kept) {
    Random random(seed_of_alarm);
    const auto part = dealt_parts(rows.won, parts_of_alarm, random);
    std::vector<std::vector<double>> chances(rows.columns.size(), std::vector<double>(rows.won.size()));
    for (int fold = 0; fold < parts_of_alarm; ++fold) {
        const auto split = rows_of_part(part, fold);
        judge_by_others(rows, split, design_for(rows, split.outside), chances);
    }
    const double share = static_cast<double>(std::ranges::count(rows.won, 1)) / rows.count();
    std::vector<HistoryLeak> leaks;
    for (int column = 0; column < static_cast<int>(rows.columns.size()); ++column) {
        const auto& source = rows.columns[static_cast<std::size_t>(column)].source;
        HistoryLeak leak;
        leak.column = source;
        const auto filled = filled_in(rows, column);
        leak.filled = filled.won + filled.not_won;
        leak.won = filled.not_won == 0;
        leak.auc = area_under_curve(chances[static_cast<std::size_t>(column)], rows.won);
        leak.kept = std::ranges::find(kept, source) != kept.end();
        const bool one_outcome =
            (filled.won == 0) != (filled.not_won == 0) && luck(leak.won ? share : 1 - share, leak.filled) <= luck_of_a_leak;
        if (!one_outcome && leak.auc <= auc_of_a_leak) continue;
        leak.kind = one_outcome ? LeakKind::one_outcome : LeakKind::nearly_alone;
        // Of a column of days the age and the month are two columns here.
        const auto same = std::ranges::find(leaks, source, &HistoryLeak::column);
        if (same == leaks.end()) {
            leaks.push_back(std::move(leak));
        } else {
            same->auc = std::max(same->auc, leak.auc);
        }
    }
    sort_list(leaks, {}, &HistoryLeak::column);
    return leaks;
}

}
