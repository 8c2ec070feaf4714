#include "core/calibration/history_model.hpp"

#include "core/base/math/exact_math.hpp"
#include "core/base/random.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

// So that a bin holds some 20 deals or more on average.
constexpr int many_deals = 200;
constexpr int bins_for_many = 10;
constexpr int bins_for_few = 5;

void shuffle(std::vector<int>& list, Random& random) {
    for (auto i = static_cast<std::uint32_t>(list.size()); i > 1; --i) {
        std::swap(list[i - 1], list[random.below(i)]);
    }
}

std::vector<int> everything(int count) {
    std::vector<int> all;
    for (int i = 0; i < count; ++i) {
        all.push_back(i);
    }
    return all;
}

// The part of each row; every part has the same share of won deals, up to one.
std::vector<int> dealt_parts(const std::vector<std::uint8_t>& won, int folds, Random& random) {
    std::vector<int> part(won.size());
    int next = 0;
    for (const std::uint8_t kind : {1, 0}) {
        std::vector<int> rows;
        for (int i = 0; i < static_cast<int>(won.size()); ++i) {
            if ((won[static_cast<std::size_t>(i)] != 0) == (kind != 0)) rows.push_back(i);
        }
        shuffle(rows, random);
        for (const int row : rows) {
            part[static_cast<std::size_t>(row)] = next++ % folds;
        }
    }
    return part;
}

struct Trained {
    Design design;
    ChosenFit fit;
};

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
        std::ranges::sort(places);
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

Trained train(const HistoryRows& rows, const std::vector<int>& chosen) {
    Trained trained;
    trained.design = design_for(rows, chosen);
    const auto inputs = one_hot(rows, trained.design, chosen);
    std::vector<std::uint8_t> won;
    for (const int row : chosen) {
        won.push_back(rows.won[static_cast<std::size_t>(row)]);
    }
    trained.fit = fit_with_chosen_penalty(inputs, won);
    centre(trained.fit.model, trained.design, inputs);
    return trained;
}

// The chance of each row by a model fitted to the other parts. Nothing but `rows` of other parts enters: not which values are rare, not
// the penalty, not the scaling.
std::vector<double> out_of_fold(const HistoryRows& rows, int folds, Random& random) {
    const auto part = dealt_parts(rows.won, folds, random);
    std::vector<double> chances(rows.won.size());
    for (int fold = 0; fold < folds; ++fold) {
        std::vector<int> seen;
        std::vector<int> unseen;
        for (int i = 0; i < static_cast<int>(part.size()); ++i) {
            (part[static_cast<std::size_t>(i)] == fold ? unseen : seen).push_back(i);
        }
        const auto trained = train(rows, seen);
        const auto inputs = one_hot(rows, trained.design, unseen);
        for (int i = 0; i < static_cast<int>(unseen.size()); ++i) {
            const auto& model = trained.fit.model;
            const double score = inputs.per_row == 0 ? model.intercept : model.score(inputs.row(i));
            chances[static_cast<std::size_t>(unseen[static_cast<std::size_t>(i)])] = logistic(score);
        }
    }
    return chances;
}

HistoryCheck cross_validated(const HistoryRows& rows, const HistorySettings& settings, double base_rate) {
    HistoryCheck check;
    Random random(settings.seed);
    std::vector<double> mean_chances(rows.won.size());
    check.auc = 0;
    check.brier = 0;
    for (int repeat = 0; repeat < settings.repeats; ++repeat) {
        const auto chances = out_of_fold(rows, settings.folds, random);
        check.auc += area_under_curve(chances, rows.won);
        check.brier += brier_score(chances, rows.won).mean;
        for (std::size_t i = 0; i < chances.size(); ++i) {
            mean_chances[i] += chances[i];
        }
    }
    for (auto& chance : mean_chances) {
        chance /= settings.repeats;
    }
    check.auc /= settings.repeats;
    check.brier /= settings.repeats;
    const auto won = static_cast<int>(std::ranges::count(rows.won, 1));
    check.auc_error = area_error(check.auc, won, static_cast<int>(rows.won.size()) - won);
    check.brier_error = brier_score(mean_chances, rows.won).error;
    check.brier_base = base_rate * (1 - base_rate);
    check.reliability = reliability(mean_chances, rows.won, static_cast<int>(rows.won.size()) >= many_deals ? bins_for_many : bins_for_few);
    return check;
}

LevelPull& level_at(ColumnPull& pull, std::vector<int>& places, int place) {
    const auto found = std::ranges::find(places, place);
    const auto index = static_cast<std::size_t>(found - places.begin());
    if (found == places.end()) {
        places.push_back(place);
        pull.levels.emplace_back();
    }
    return pull.levels[index];
}

ColumnPull pull_of(const HistoryRows& rows, int column, const LevelPlaces& places, const LogisticModel& model) {
    const auto& from = rows.columns[static_cast<std::size_t>(column)];
    ColumnPull pull;
    pull.column = from.name;
    std::vector<int> known;
    for (std::size_t level = 0; level < from.keys.size(); ++level) {
        const int place = places.place[level];
        if (place < 0 || place == places.other) continue;
        auto& one = level_at(pull, known, place);
        one.value = from.values[level];
        one.kind = from.keys[level].empty() ? LevelKind::unknown : LevelKind::named;
    }
    if (places.other >= 0) {
        auto& one = level_at(pull, known, places.other);
        one.value = "other";
        one.kind = LevelKind::other;
    }
    for (int row = 0; row < static_cast<int>(rows.won.size()); ++row) {
        auto& one = level_at(pull, known, places.place[static_cast<std::size_t>(rows.level(row, column))]);
        one.deals += 1;
        one.won += rows.won[static_cast<std::size_t>(row)];
    }
    double squares = 0;
    for (std::size_t i = 0; i < pull.levels.size(); ++i) {
        auto& one = pull.levels[i];
        one.log_odds = model.weights[static_cast<std::size_t>(known[i])];
        one.odds = exponential(one.log_odds);
        squares += one.deals * one.log_odds * one.log_odds;
    }
    pull.strength = std::sqrt(squares / static_cast<double>(rows.won.size()));
    return pull;
}

// Of a column's levels the one that stands for a value.
const LevelPull* level_for(const ColumnPull& pull, const std::string& key) {
    const LevelPull* other = nullptr;
    for (const auto& level : pull.levels) {
        if (level.kind == LevelKind::other) {
            other = &level;
        } else if (level.kind == LevelKind::unknown ? key.empty() : folded_answer(level.value) == key) {
            return &level;
        }
    }
    return key.empty() ? nullptr : other;
}

}

double HistoryModel::average_chance() const {
    return logistic(average_log_odds);
}

Result<HistoryModel> fit_history(const TextTable& table, const HistoryQuestion& question, const HistorySettings& settings) {
    const auto rows = history_rows(table, question);
    if (!rows) return std::unexpected(rows.error());
    HistoryModel model;
    model.closed = static_cast<int>(rows->won.size());
    model.won = static_cast<int>(std::ranges::count(rows->won, 1));
    model.open = rows->open;
    model.duplicates = rows->duplicates;
    model.base_rate = model.closed == 0 ? 0 : static_cast<double>(model.won) / model.closed;
    if (model.closed < fewest_closed_deals || std::min(model.won, model.closed - model.won) < fewest_of_a_kind) return model;
    model.state = HistoryState::fitted;
    const auto trained = train(*rows, everything(model.closed));
    model.penalty = trained.fit.penalty;
    model.slope = trained.fit.slope;
    model.average_log_odds = trained.fit.model.intercept;
    for (std::size_t i = 0; i < rows->columns.size(); ++i) {
        const auto& places = trained.design.columns[i];
        if (places.use == ColumnUse::used) {
            model.columns.push_back(pull_of(*rows, static_cast<int>(i), places, trained.fit.model));
        } else {
            model.unused.push_back({rows->columns[i].name, places.use});
        }
    }
    std::ranges::sort(model.columns, [](const ColumnPull& left, const ColumnPull& right) {
        return left.strength != right.strength ? left.strength > right.strength : left.column < right.column;
    });
    model.check = cross_validated(*rows, settings, model.base_rate);
    return model;
}

std::optional<HistoryPrediction> predict(const HistoryModel& model, const std::vector<HistoryAnswer>& answers) {
    if (model.state != HistoryState::fitted) return {};
    HistoryPrediction prediction;
    double score = model.average_log_odds;
    prediction.average = model.average_chance();
    struct Part {
        double strength;
        std::size_t place; // in the model's order
        AnswerPull pull;
    };
    std::vector<Part> parts;
    for (const auto& column : model.columns) {
        const auto answer = std::ranges::find(answers, column.column, &HistoryAnswer::column);
        const std::string value = answer == answers.end() ? std::string() : answer->value;
        const auto key = folded_answer(value);
        const auto* level = level_for(column, key);
        const auto usual = key.empty() ? LevelKind::unknown : LevelKind::other;
        const double pull = level ? level->log_odds : 0;
        score += pull;
        parts.push_back({std::abs(pull), parts.size(), {column.column, value, level ? level->kind : usual, exponential(pull)}});
    }
    std::ranges::sort(parts, [](const Part& left, const Part& right) {
        return left.strength != right.strength ? left.strength > right.strength : left.place < right.place;
    });
    for (auto& part : parts) {
        prediction.pulls.push_back(std::move(part.pull));
    }
    prediction.chance = logistic(score);
    return prediction;
}

}
