#pragma once

#include "app/ui/context.hpp"
#include "app/viewmodel/search/deal_search.hpp"

namespace middleground {

// Opens the deal at the place where the text stands that was found.
void open_found_text(const Context& context, const DealId& id, const FoundText& found);

}
