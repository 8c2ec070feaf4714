#pragma once

#include "core/calibration/history_model.hpp"
#include "core/model/own_base.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// A history as the base of a deal: what is asked once, and what the answers come to.

struct BaseQuestion {
    std::string column;
    HistoryKind kind = HistoryKind::category; // of numbers and ages a number is an answer, too
    std::vector<std::string> choices;         // what the history has factors for; "not known" is no choice: then it is not answered
};

// The model's columns, the most telling first; none when there were too few deals. Not how old deals were when they ended: nobody knows that
// of one that begins.
std::vector<BaseQuestion> base_questions(const HistoryModel& model);

struct ExplainedBase {
    OwnBase base;
    double log_odds = 0;           // of being won
    double chance = 0;             // the same as a chance
    double average = 0;            // that of the average deal, from which the pulls lead there
    std::vector<AnswerPull> pulls; // of every column, strongest first; what is not answered counts as unknown
};

// `source` names the history in words: "deals.csv". Errors: too few deals; an answer to a column that the model has not, a second one to
// the same, or one to a column of numbers that is neither a number nor one of its ranges.
Result<ExplainedBase> own_base(const HistoryModel& model, const std::vector<HistoryAnswer>& answers, std::string_view source);

}
