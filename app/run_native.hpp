#pragma once

#include <string>
#include <vector>

namespace middleground {

// Opens the window and stays until it is closed. `open`: files and links to look at first. The exit code; what went wrong is on stderr.
int run_native(const std::vector<std::string>& open);

}
