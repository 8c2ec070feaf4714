#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// The fields of one's own, of deals and people: names, kinds, what can be chosen, who may see them.
void draw_own_fields_card(const Context& context, float width);
// How tables are written.
void draw_tables_card(const Context& context, float width);

}
