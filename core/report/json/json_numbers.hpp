#pragma once

#include "core/codec/json_tree.hpp"

namespace middleground {

// Every number of a report that is no integer goes through here: six decimals, zeros at the end left out.
io::Json rounded(double value);

}
