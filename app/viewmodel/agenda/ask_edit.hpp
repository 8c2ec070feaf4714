#pragma once

#include "core/analysis/next_ask/next_ask.hpp"
#include "core/model/edit/edit.hpp"

#include <optional>

namespace middleground {

// What one press on a next ask records, the same on the deal's page and in the list of what is for today: asked, agreed, kept, answered.
// Nothing for what wants more than a press (a conversation to log, a brief to read, somebody to find), and when the thing has gone.
// `not_before`: the day that they named with it, where it is an answer.
std::optional<Edit> edit_of(const NextAsk& ask, const Deal& deal, Date on, std::optional<Date> not_before = {});

// Whether what is recorded is their answer.
bool records_an_answer(const NextAsk& ask);

}
