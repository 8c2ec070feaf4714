#pragma once

#include "app/session/document.hpp"
#include "app/session/forecasts.hpp"

#include <span>

namespace middleground {

// Puts down in the diaries of open deals what was believed of them as they are now. Samples have none. It is no change of a deal: no revision,
// nothing to undo, nothing that a backup waits for; storage has it some seconds later.
void put_down_beliefs(Document& document, std::span<const Believed> beliefs, std::int64_t now_ms);

}
