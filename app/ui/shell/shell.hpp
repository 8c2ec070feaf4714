#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// What surrounds every page. Each draws itself and answers where the page begins (or, for the tab bar, ends).
float draw_rail(const Context& context);         // right edge; rail.cpp
float draw_header(const Context& context);       // lower edge; header.cpp. context.min.x is the rail's edge
float draw_bands(const Context& context);        // lower edge: read-only banner, errors, conflicts; bands.cpp
float draw_phone_header(const Context& context); // lower edge; phone.cpp
float draw_tab_bar(const Context& context);      // upper edge; phone.cpp

// What is said where the address sets the day, for as long as it does.
std::string given_day_words(const Context& context); // shell.cpp

// Keys that work everywhere; keys.cpp has them in one table, which the help shows.
void handle_keys(const Context& context);
// The clipboard refused: the text, selected, to copy by hand.
void draw_copy_dialog(const Context& context); // bands.cpp

}
