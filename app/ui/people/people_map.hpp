#pragma once

#include "app/ui/context.hpp"
#include "app/viewmodel/people_data.hpp"

namespace middleground {

// Where each would end across, influence up, arrows from who moves whom; a click on a person selects. Sizes of the card in logical pixels;
// `corner` is what its upper right corner says.
float people_map_height(const Ui& ui, const std::vector<PersonRow>& rows);
// Narrower, it is moved sideways; logical pixels.
float people_map_least_width(const Context& context);
void draw_people_map(const Context& context, const std::vector<PersonRow>& rows, float width, float height, std::string_view corner);

}
