#pragma once

#include "core/analysis/said/said_facts.hpp"
#include "core/model/edit/edit.hpp"

#include <optional>

namespace middleground {

// The edit after which the fact is a member and no longer read from prose. Nothing where no edit can say it: a day that belongs to an answer
// which was recorded without it, and a question of theirs where ours is still open.
std::optional<Edit> edit_recording(const Deal& deal, const SaidFact& fact);

}
