#pragma once

#include "app/ui/context.hpp"
#include "core/analysis/next_ask/next_ask.hpp"

#include <string>

namespace middleground {

// What the ask card is made of, on a wide screen (ask_card.cpp) and on a phone (ask_card_phone.cpp).

// "Ask next, 1 of 3" with arrows.
void draw_ask_stepper(const Context& context, const NextAsk& ask, int count);
// Who it is about; the others, if there are more, are named after the first. The width that it would like; 0 when nobody is known.
float asked_people_width(const Context& context, const std::vector<StakeholderId>& whom);
void draw_asked_people(const Context& context, const std::vector<StakeholderId>& whom, float width);
// "45 to 47 %": the chance now and if this happens; empty where nothing can be said.
std::string effect_words(const Context& context, const NextAsk& ask);
void draw_effect_tag(const Context& context, const std::string& effect);

void draw_ask_card_phone(const Context& context, const NextAsk& ask, int count, float width);

}
