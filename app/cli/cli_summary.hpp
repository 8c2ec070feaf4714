#pragma once

#include "app/session/derived.hpp"

#include <string>

namespace middleground::cli {

// A deal to read in a terminal: what it is, its people, its commitments, what comes next, what was said last. Ends with a line end;
// nothing in it can command the terminal.
std::string summary_of(const Deal& deal, const Derived& derived, Date today);

}
