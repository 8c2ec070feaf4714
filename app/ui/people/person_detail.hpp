#pragma once

#include "app/ui/context.hpp"
#include "app/viewmodel/people_data.hpp"

namespace middleground {

// Everything known of one person, editable where it stands; as wide as what is left of the window's content.
enum class DetailPlace : std::uint8_t { aside, instead }; // beside the overview with a cross, or in its place with a way back
void draw_person_detail(const Context& context, const PersonRow& row, DetailPlace place);

}
