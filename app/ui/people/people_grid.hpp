#pragma once

#include "app/ui/context.hpp"
#include "app/viewmodel/people_data.hpp"
#include "app/ui/cards/row_moves.hpp"

namespace middleground {

// Functions down, stances across, people as initials in the cells. `height`: of the card, at least, in logical pixels.
void draw_function_grid(const Context& context, const std::vector<PersonRow>& rows, float width, float height);
// What its content needs, in logical pixels.
float function_grid_height(const Context& context, const std::vector<PersonRow>& rows, float width);

// One row a person; a click selects. `rows` are sorted here by view.people.sort. people_table.cpp
void draw_people_table(const Context& context, std::vector<PersonRow> rows);
// The same on a phone: two lines a person. people_table.cpp
void draw_people_list(const Context& context, std::vector<PersonRow> rows);

// One place up or down in the deal's own order, in which the list is shown from then on. people_table.cpp
void move_person(const Context& context, const StakeholderId& id, RowMove move);

// A card's title with what it means beside it, as wide as the card's inside. Moves down to where the content starts.
void people_card_title(const Ui& ui, float width, std::string_view title, std::string_view meaning, std::string_view right = {});

}
