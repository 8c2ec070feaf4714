#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// Does what a page over all deals wanted of the deal that is open now (view.errand), once; nothing where another one is open.
void run_errand(const Context& context);

}
