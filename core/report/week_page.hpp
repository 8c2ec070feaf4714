#pragma once

#include "core/agenda/week.hpp"
#include "core/report/paper.hpp"

namespace middleground {

// The review of a week, for paper. Internal.
Paper week_paper(const Week& week, Date today);

}
