#pragma once

#include "app/session/action.hpp"
#include "app/session/update/update.hpp"

#include <string_view>

namespace middleground {

// With [[gnu::noinline]]: what comes with the first file only (tools/split/gates.txt).

// A table was chosen while its dialog is open: view.history gets it, and what it says, or an error; what was there before stays then.
[[gnu::noinline]] void take_history(World world, std::string_view name, std::string_view bytes);
// Reads the table of view.history again by another question. The answers that still fit stay.
[[gnu::noinline]] void ask_history(World world, const action::AskHistory& asked);

}
