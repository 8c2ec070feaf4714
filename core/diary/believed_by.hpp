#pragma once

#include "core/model/playbook.hpp"

namespace middleground {

// Goes up whenever the forecast says something else of the same deal: the diary then tells a change of the model from one of the deal.
// tests/core/diary/believed_by_test.cpp notices a change and says so.
inline constexpr int forecast_edition = 1;

// Which model a belief is of, 1 and up: the edition of the forecast, and the numbers of the playbook that it read (which the user's own closed
// deals move). Null: no playbook.
int believed_by(const Playbook* playbook);

}
