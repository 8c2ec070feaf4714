#pragma once

#include "core/base/error.hpp"

#include <string>

namespace middleground::cli {

// A line of standard input that nobody is to see: where that is a terminal it is asked for by `words` and not shown; elsewhere it is the next line.
// `what` is what errors call it.
Result<std::string> ask_secret(const std::string& words, const std::string& what);

}
