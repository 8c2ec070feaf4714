#pragma once

#include "app/context.hpp"
#include "app/views/people_data.hpp"

#include <functional>
#include <string_view>

namespace middleground {

// Everything known of one person, editable where it stands; as wide as what is left of the window's content.
enum class DetailPlace : std::uint8_t { aside, instead }; // beside the overview with a cross, or in its place with a way back
void draw_person_detail(const Context& context, const PersonRow& row, DetailPlace place);

// A muted name at the left and what `draw` puts beside it, from the same line on. `draw` gets the width it has.
void person_fact(const Ui& ui, std::string_view caption, const std::function<void(float width)>& draw);
// A field that grows with its text; the answer is the new text when it has to be stored.
std::optional<std::string> growing_edit(const Ui& ui, std::string_view label, std::string_view current, float width,
                                        std::string_view placeholder);

}
