#pragma once

#include "core/model/playbook.hpp"

namespace middleground {

// Goes up whenever the forecast says something else of the same deal: the diary then tells a change of the model from one of the deal.
// tests/core/diary/believed_by_test.cpp notices a change and says so.
inline constexpr int forecast_edition = 4;

// Which model a belief is of, 1 and up: the edition of the forecast, and the playbook with its steps and their days. Null: no playbook. The odds of
// steps do not count: each own deal that closes moves them a little, and those that ship change with an edition only.
int believed_by(const Playbook* playbook);

}
