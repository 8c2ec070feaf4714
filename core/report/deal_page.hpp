#pragma once

#include "core/model/deal.hpp"
#include "core/report/paper.hpp"

namespace middleground {

// The whole deal for colleagues, private notes too: what it is, its commitments in prerequisite order, people, concerns, promises, and the
// log with the latest first.
Paper deal_paper(const Deal& deal, Date today);

}
