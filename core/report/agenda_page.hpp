#pragma once

#include "core/agenda/agenda.hpp"
#include "core/report/paper.hpp"

namespace middleground {

// What is for today over all deals, for paper. Internal: it names deals and what is thought of them.
Paper agenda_paper(const Agenda& agenda, Date today);

}
