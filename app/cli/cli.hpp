#pragma once

#include "core/files/settings.hpp"

#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace middleground {

// No command was given: the window is to be opened, with these files and links (each is there, or has the form of a link).
struct Launch {
    std::vector<std::string> open;
    std::optional<DrawingChoice> drawing; // nothing: as the settings have it
};

// The command line. Runs the command in it and gives the exit code: 0 fine, 1 bad input or a file that cannot be read or written, 2 wrong
// usage. Only data goes to stdout, messages go to stderr. Throws nothing.
std::variant<int, Launch> run_cli(int argc, char** argv);

}
