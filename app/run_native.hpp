#pragma once

#include "core/files/settings.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// Opens the window and stays until it is closed. `open`: files and links to look at first. `drawing`: nothing for what the settings say. The
// exit code; what went wrong is on stderr.
int run_native(const std::vector<std::string>& open, std::optional<DrawingChoice> drawing);

}
