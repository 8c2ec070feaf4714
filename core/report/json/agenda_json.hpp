#pragma once

#include "core/agenda/agenda.hpp"

#include <string>

namespace middleground {

// What is for today over all deals, as FORMATS.md says: all of it, not only as much as a day has room for. Ends with a line end.
std::string write_agenda(const Agenda& agenda, Date today);

}
