#pragma once

#include "app/ui/context.hpp"
#include "core/analysis/next_ask/next_ask.hpp"

#include <functional>
#include <optional>
#include <string>

namespace middleground {

// What a person does about a next ask with one press.
struct AskMove {
    std::string button; // "Mark as asked"
    const char* icon = nullptr;
    std::function<void(const Context&)> run;
    // The same on that day, where it can be of an earlier one; not set for what only opens something. `not_before`: the day that they named
    // with it, where it is an answer.
    std::function<Result<void>(const Context&, Date on, std::optional<Date> not_before)> record = {};
    bool is_answer = false;
};

// The main one, in words and deed.
AskMove move_of(const NextAsk& ask);
// A second one where there are two ways on, "Mark as asked again" beside "Log what you gave"; nothing for most.
std::optional<AskMove> other_move_of(const NextAsk& ask);

const char* icon_of(NextAction action);

}
