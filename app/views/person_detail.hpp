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
enum class FactLines : std::uint8_t { one, many }; // many: a growing_edit, whose first line stands a little lower
void person_fact(const Ui& ui, std::string_view caption, const std::function<void(float width)>& draw, FactLines lines = FactLines::one);
// A field that grows with its text; the answer is the new text when it has to be stored.
std::optional<std::string> growing_edit(const Ui& ui, std::string_view label, std::string_view current, float width,
                                        std::string_view placeholder);
// The height of one with a single line.
float growing_line(const Ui& ui);
// Of a small button of the kind link.
float small_link_height(const Ui& ui);
float small_link_width(const Ui& ui, std::string_view label, const char* icon = nullptr);

}
