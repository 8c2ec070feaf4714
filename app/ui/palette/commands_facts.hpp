#pragma once

#include "app/ui/palette/commands.hpp"

namespace middleground {

// What the palette does with the facts of the open deal and with how it ends. `add` gets each command and further words to find it by.
void add_fact_commands(const Context& context, const std::function<void(Command command, std::string_view more)>& add);

}
