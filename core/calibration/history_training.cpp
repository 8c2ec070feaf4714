#include "core/calibration/history_training.hpp"

#include "core/base/math/exact_math.hpp"
#include "core/base/random.hpp"
#include "core/base/sort_list.hpp"

#include <algorithm>
#include <numeric>

namespace middleground {

namespace {

void shuffle(std::vector<int>& list, Random& random) {
    for (auto i = static_cast<std::uint32_t>(list.size()); i > 1; --i) {
        std::swap(list[i - 1], list[random.below(i)]);
    }
}

// Weights become differences from the average of the rows, so that a value never seen has none.
void centre(LogisticModel& model, const Design& design, const OneHotRows& rows) {
    std::vector<int> counts(model.weights.size());
    for (const int place : rows.at) {
        if (place >= 0) counts[static_cast<std::size_t>(place)] += 1;
    }
    for (const auto& column : design.columns) {
        if (column.use != ColumnUse::used) continue;
        auto places = column.place;
        places.push_back(column.other);
        sort_list(places);
        const auto rest = std::ranges::unique(places);
        places.erase(rest.begin(), rest.end());
        double sum = 0;
        int count = 0;
        for (const int place : places) {
            if (place < 0) continue;
            sum += model.weights[static_cast<std::size_t>(place)] * counts[static_cast<std::size_t>(place)];
            count += counts[static_cast<std::size_t>(place)];
        }
        const double mean = sum / count;
        for (const int place : places) {
            if (place >= 0) model.weights[static_cast<std::size_t>(place)] -= mean;
        }
        model.intercept += mean;
    }
}

}

TrainedHistory train_history(const HistoryRows& rows, const std::vector<int>& chosen) {
    TrainedHistory trained;
    trained.design = design_for(rows, chosen);
    const auto inputs = one_hot(rows, trained.design, chosen);
    std::vector<std::uint8_t> won;
    won.reserve(chosen.size());
    for (const int row : chosen) {
        won.push_back(rows.won[static_cast<std::size_t>(row)]);
    }
    trained.fit = fit_with_chosen_penalty(inputs, won);
    centre(trained.fit.model, trained.design, inputs);
    return trained;
}

std::vector<double> chances_of(const TrainedHistory& trained, const HistoryRows& rows, const std::vector<int>& chosen) {
    const auto inputs = one_hot(rows, trained.design, chosen);
    const auto& model = trained.fit.model;
    std::vector<double> chances;
    chances.reserve(chosen.size());
    for (int i = 0; i < static_cast<int>(chosen.size()); ++i) {
        chances.push_back(logistic(inputs.per_row == 0 ? model.intercept : model.score(inputs.row(i))));
    }
    return chances;
}

std::vector<int> all_rows(const HistoryRows& rows) {
    std::vector<int> all(rows.won.size());
    std::iota(all.begin(), all.end(), 0);
    return all;
}

std::vector<int> dealt_parts(const std::vector<std::uint8_t>& won, int folds, Random& random) {
    std::vector<int> part(won.size());
    int next = 0;
    for (const bool kind : {true, false}) {
        std::vector<int> rows;
        for (int i = 0; i < static_cast<int>(won.size()); ++i) {
            if ((won[static_cast<std::size_t>(i)] != 0) == kind) rows.push_back(i);
        }
        shuffle(rows, random);
        for (const int row : rows) {
            part[static_cast<std::size_t>(row)] = next++ % folds;
        }
    }
    return part;
}

RowsOfPart rows_of_part(const std::vector<int>& part, int which) {
    RowsOfPart rows;
    for (int i = 0; i < static_cast<int>(part.size()); ++i) {
        (part[static_cast<std::size_t>(i)] == which ? rows.inside : rows.outside).push_back(i);
    }
    return rows;
}

}
