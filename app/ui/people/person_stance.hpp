#pragma once

#include "app/ui/context.hpp"
#include "app/viewmodel/people_data.hpp"

namespace middleground {

// Where a person stands, since when and why; a new stance or reason is recorded for today or an earlier day.
void draw_person_stance(const Context& context, const PersonRow& row);

}
