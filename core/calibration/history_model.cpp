#include "core/calibration/history_model.hpp"

#include "core/base/math/exact_math.hpp"
#include "core/base/sort_list.hpp"
#include "core/calibration/history_numbers.hpp"
#include "core/calibration/history_training.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

LevelPull& level_at(ColumnPull& pull, std::vector<int>& places, int place) {
    const auto found = std::ranges::find(places, place);
    const auto index = static_cast<std::size_t>(found - places.begin());
    if (found == places.end()) {
        places.push_back(place);
        pull.levels.emplace_back();
    }
    return pull.levels[index];
}

std::string range_words(const LevelPull& range) {
    if (!range.from) return range.to ? "under " + number_words(*range.to) : "any";
    return range.to ? number_words(*range.from) + " to under " + number_words(*range.to) : number_words(*range.from) + " or more";
}

void name_ranges(ColumnPull& pull, std::vector<int>& known, const LevelPlaces& places) {
    const auto& edges = places.edges;
    for (std::size_t bin = 0; bin <= edges.size(); ++bin) {
        auto& one = level_at(pull, known, places.first_bin + static_cast<int>(bin));
        one.kind = LevelKind::range;
        if (bin > 0) one.from = edges[bin - 1];
        if (bin < edges.size()) one.to = edges[bin];
        one.value = range_words(one);
    }
}

ColumnPull pull_of(const HistoryRows& rows, int column, const LevelPlaces& places, const LogisticModel& model) {
    const auto& from = rows.columns[static_cast<std::size_t>(column)];
    ColumnPull pull;
    pull.column = from.name;
    pull.kind = from.kind;
    pull.point = from.point;
    std::vector<int> known;
    if (from.is_numeric()) {
        if (from.has_unknown && places.place.front() >= 0) {
            auto& one = level_at(pull, known, places.place.front());
            one.value = "unknown";
            one.kind = LevelKind::unknown;
        }
        name_ranges(pull, known, places);
    }
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

bool is_in(const LevelPull& range, double number) {
    return (!range.from || number >= *range.from) && (!range.to || number < *range.to);
}

// What an answer is to a column: one of its levels, or one that has no factor.
struct FoundLevel {
    const LevelPull* level = nullptr;
    LevelKind kind = LevelKind::unknown;
};

FoundLevel level_for(const ColumnPull& pull, std::string_view value) {
    const auto key = folded_answer(value);
    const bool numeric = pull.kind == HistoryKind::number || pull.kind == HistoryKind::age;
    const auto number = numeric && !key.empty() ? history_number(value, pull.point) : std::nullopt;
    const LevelPull* unknown = nullptr;
    const LevelPull* other = nullptr;
    for (const auto& level : pull.levels) {
        if (level.kind == LevelKind::other) {
            other = &level;
        } else if (level.kind == LevelKind::unknown) {
            unknown = &level;
        } else if (!key.empty() && (folded_answer(level.value) == key || (number && is_in(level, *number)))) {
            return {&level, level.kind};
        }
    }
    if (key.empty() || numeric) return {unknown, LevelKind::unknown};
    return {other, LevelKind::other};
}

std::vector<std::string> left_out_for(const std::vector<HistoryLeak>& leaks) {
    std::vector<std::string> columns;
    for (const auto& leak : leaks) {
        if (!leak.kept) columns.push_back(leak.column);
    }
    return columns;
}

}

double HistoryModel::average_chance() const {
    return logistic(average_log_odds);
}

Result<HistoryModel> fit_history(const TextTable& table, const HistoryQuestion& question, const HistorySettings& settings) {
    auto rows = history_rows(table, question);
    if (!rows) return std::unexpected(rows.error());
    HistoryModel model;
    model.closed = rows->count();
    model.won = static_cast<int>(std::ranges::count(rows->won, 1));
    model.open = rows->open;
    model.duplicates = rows->duplicates;
    model.base_rate = model.closed == 0 ? 0 : static_cast<double>(model.won) / model.closed;
    if (model.closed < fewest_closed_deals || std::min(model.won, model.closed - model.won) < fewest_of_a_kind) return model;
    model.state = HistoryState::fitted;
    model.leaks = leaks_in(*rows, question.kept);
    if (const auto left_out = left_out_for(model.leaks); !left_out.empty()) rows = without_columns(*rows, left_out);
    const auto trained = train_history(*rows, all_rows(*rows));
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
    sort_list(model.columns, [](const ColumnPull& left, const ColumnPull& right) {
        return left.strength != right.strength ? left.strength > right.strength : left.column < right.column;
    });
    model.check = cross_validated(*rows, settings);
    model.closed_on = question.closed_on;
    model.forward = forward_check(*rows);
    return model;
}

LevelKind level_of(const ColumnPull& column, std::string_view answer) {
    return level_for(column, answer).kind;
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
        const auto [level, kind] = level_for(column, value);
        const double pull = level ? level->log_odds : 0;
        score += pull;
        parts.push_back({std::abs(pull), parts.size(), {column.column, value, kind, pull, exponential(pull)}});
    }
    sort_list(parts, [](const Part& left, const Part& right) {
        return left.strength != right.strength ? left.strength > right.strength : left.place < right.place;
    });
    for (auto& part : parts) {
        prediction.pulls.push_back(std::move(part.pull));
    }
    prediction.log_odds = score;
    prediction.chance = logistic(score);
    return prediction;
}

}
