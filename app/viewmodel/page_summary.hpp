#pragma once

#include "app/session/derived.hpp"
#include "app/session/document.hpp"
#include "app/session/screen.hpp"

#include <string>

namespace middleground {

// What a page is summed up from; null where there is no deal. Lives for one call.
struct SummaryParts {
    const Document& document;
    Screen screen = Screen::deals;
    const Deal* deal = nullptr;
    const Derived* derived = nullptr;
};

// What the page says, in a sentence or two, for who hears it: "Brightwater Foods. Next: Ask Elena Brandt for “Build consensus”." Empty where the
// page begins with such a line itself.
std::string page_summary(const SummaryParts& parts);

}
