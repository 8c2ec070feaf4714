#pragma once

#include "core/merge/merge.hpp"

#include <string>

namespace middleground {

// "Done when: the order is signed"; "Added"
std::string change_words(const MergeChange& change);
// As much of a text as helps to choose.
std::string shown_value(const std::string& text);

}
