#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// How tables are written, for every place that saves one: kept in the settings.
void draw_csv_choice(const Context& context);

}
