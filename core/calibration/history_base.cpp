#include "core/calibration/history_base.hpp"

#include "core/base/text.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

std::vector<std::string> names_of_columns(const HistoryModel& model) {
    std::vector<std::string> names;
    for (const auto& column : model.columns) {
        names.push_back('"' + column.column + '"');
    }
    return names;
}

// Nothing: the answers are answers to the model's columns.
std::optional<Error> wrong_in(const HistoryModel& model, const std::vector<HistoryAnswer>& answers) {
    for (const auto& answer : answers) {
        const auto column = std::ranges::find(model.columns, answer.column, &ColumnPull::column);
        if (column == model.columns.end()) {
            const auto names = names_of_columns(model);
            return Error{"The history has no factors for \"" + answer.column + '"',
                         {},
                         names.empty() ? "It has none at all." : "It has them for " + joined(names) + '.'};
        }
        if (std::ranges::count(answers, answer.column, &HistoryAnswer::column) > 1) {
            return Error{"There are two answers for \"" + answer.column + '"', {}, "Give one."};
        }
        const bool numeric = column->kind == HistoryKind::number || column->kind == HistoryKind::age;
        if (numeric && !folded_answer(answer.value).empty() && level_of(*column, answer.value) == LevelKind::unknown) {
            return Error{
                '"' + answer.value + "\" is no number, but \"" + answer.column + "\" has numbers", {}, "Write it as 184000 or 0.5."};
        }
    }
    return {};
}

}

std::vector<BaseQuestion> base_questions(const HistoryModel& model) {
    std::vector<BaseQuestion> questions;
    for (const auto& column : model.columns) {
        BaseQuestion question{column.column, column.kind, {}};
        for (const auto& level : column.levels) {
            if (level.kind == LevelKind::named || level.kind == LevelKind::range) question.choices.push_back(level.value);
        }
        questions.push_back(std::move(question));
    }
    return questions;
}

Result<ExplainedBase> own_base(const HistoryModel& model, const std::vector<HistoryAnswer>& answers, std::string_view source) {
    if (model.state != HistoryState::fitted) {
        return fail("There are too few closed deals to say what a deal begins with", {},
                    std::to_string(fewest_closed_deals) + " are needed, at least " + std::to_string(fewest_of_a_kind) +
                        " of them won and " + std::to_string(fewest_of_a_kind) + " not.");
    }
    if (auto wrong = wrong_in(model, answers)) return std::unexpected(std::move(*wrong));
    auto prediction = *predict(model, answers);
    ExplainedBase explained;
    explained.base.log_odds = prediction.log_odds;
    explained.base.origin = counted(model.closed, "closed deal", "closed deals") + ", " +
                            std::to_string(static_cast<int>(std::floor(100 * model.base_rate + 0.5))) + " % won";
    if (!source.empty()) explained.base.origin += ": " + std::string(source);
    for (const auto& column : model.columns) {
        const auto answer = std::ranges::find(answers, column.column, &HistoryAnswer::column);
        if (answer != answers.end() && !folded_answer(answer->value).empty()) {
            explained.base.answers.push_back({column.column, std::string(trimmed(answer->value))});
        }
    }
    explained.chance = prediction.chance;
    explained.average = prediction.average;
    explained.pulls = std::move(prediction.pulls);
    return explained;
}

}
