#pragma once

#include "app/ui/context.hpp"
#include "app/viewmodel/people_data.hpp"

namespace middleground {

// Sections of a person's detail, each with its title, as wide as what is left of the window's content.
void draw_concerns(const Context& context, const Stakeholder& person);
void draw_our_promises(const Context& context, const Stakeholder& person);
void draw_influence_lines(const Context& context, const Stakeholder& person);

}
