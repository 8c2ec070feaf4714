#pragma once

#include "app/ui/context.hpp"
#include "core/agenda/week.hpp"

#include <string_view>

namespace middleground {

// The cards of the review, each as high as its content or as `height`, whichever is more.
void draw_week_numbers(const Context& context, const Week& week, float width);
void draw_week_moved(const Context& context, const Week& week, float width, float height);   // what happened, and what slipped
void draw_week_chances(const Context& context, const Week& week, float width, float height); // chance, then and now
void draw_week_due(const Context& context, const Week& week, float width, float height);     // what comes next

// The head of a group within a card: words, and a number or a date behind them.
void draw_group_head(const Context& context, std::string_view heading, std::string_view behind, float width);

}
