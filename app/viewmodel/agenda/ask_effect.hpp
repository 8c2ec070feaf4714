#pragma once

#include "app/session/forecasts.hpp"
#include "core/analysis/next_ask/next_ask.hpp"

#include <string>

namespace middleground {

// "45 to 47 %": the chance now and if this happens; empty where nothing can be said. `outlook` of that deal, may be null.
std::string effect_words(const Deal& deal, const Outlook* outlook, const NextAsk& ask);

}
