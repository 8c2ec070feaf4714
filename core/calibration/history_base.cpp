#include "core/calibration/history_base.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <span>

namespace middleground {

namespace {

std::vector<std::string> names_of_columns(const HistoryModel& model) {
    std::vector<std::string> names;
    for (const auto& column : model.columns) {
        names.push_back('"' + column.column + '"');
    }
    return names;
}

bool has_one_of(std::string_view text, std::span<const std::string_view> words) {
    const auto plain = plain_letters(text);
    return std::ranges::any_of(words, [&](std::string_view word) { return plain.find(word) != std::string::npos; });
}

// By the headings that people give such columns. Where one is not recognised, the forecast counts a competitor beside it, which is the
// more careful of both mistakes.
bool asks_for_competitor(const ColumnPull& column) {
    static constexpr std::array<std::string_view, 5> words{"compet", "wettbewerb", "konkurr", "concurr", "rival"};
    return has_one_of(column.column, words);
}

// "Client: New, Current", but not "Attention to the client: high, low".
bool asks_for_client(const ColumnPull& column) {
    static constexpr std::array<std::string_view, 6> words{"client", "customer", "kunde", "account", "business", "deal"};
    static constexpr std::array<std::string_view, 7> kinds{"new", "current", "existing", "neu", "bestand", "nouveau", "existant"};
    if (!has_one_of(column.column, words)) return false;
    const auto says = [&](const LevelPull& level) { return level.kind == LevelKind::named && has_one_of(level.value, kinds); };
    return std::ranges::count_if(column.levels, says) * 2 > std::ranges::count(column.levels, LevelKind::named, &LevelPull::kind);
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
        if (column.kind == HistoryKind::age) continue;
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
    explained.base.won = std::clamp(static_cast<int>(std::floor(1000 * prediction.chance + 0.5)), 1, 999);
    explained.base.origin = counted(model.closed, "closed deal", "closed deals") + ", " +
                            std::to_string(static_cast<int>(std::floor(100 * model.base_rate + 0.5))) + " % won";
    if (!source.empty()) explained.base.origin += ": " + std::string(source);
    for (const auto& column : model.columns) {
        const auto answer = std::ranges::find(answers, column.column, &HistoryAnswer::column);
        if (answer != answers.end() && !folded_answer(answer->value).empty()) {
            explained.base.answers.push_back({column.column, std::string(trimmed(answer->value))});
            explained.base.knows_competitor = explained.base.knows_competitor || asks_for_competitor(column);
            explained.base.knows_client = explained.base.knows_client || asks_for_client(column);
        }
    }
    explained.log_odds = prediction.log_odds;
    explained.chance = prediction.chance;
    explained.average = prediction.average;
    explained.pulls = std::move(prediction.pulls);
    return explained;
}

}
