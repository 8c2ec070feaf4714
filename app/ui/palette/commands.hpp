#pragma once

#include "app/ui/context.hpp"

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// One line of the command palette.
struct Command {
    enum class Group : std::uint8_t { act, go } group = Group::act;
    const char* icon = nullptr;
    std::string label;
    std::string hint; // muted, beside the label
    std::string keys; // at the right; empty: those of the table of keys for what is called like the label
    std::function<void(const Context&)> run;
};

// Everything that can be done or gone to now and matches the query, best first within its group; actions first.
std::vector<Command> commands_for(const Context& context, std::string_view query);

}
