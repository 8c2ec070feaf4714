#pragma once

#include "app/ui/context.hpp"
#include "core/diary/how_good.hpp"

namespace middleground {

// The cards of the page Diary, each in the file named behind it. `height`: at least.
void draw_reliability_card(const Context& context, const HowGood& good, float width, float height);   // diary_charts.cpp
void draw_close_dates_card(const Context& context, const HowGood& good, float width, float height);   // diary_charts.cpp
void draw_recalibrate_card(const Context& context, float width, float height);                        // diary_open.cpp
void draw_this_week_card(const Context& context, float width);                                        // diary_open.cpp
void draw_playbook_scores_card(const Context& context, const HowGood& good, float width);             // diary_table.cpp
void draw_ended_deals_card(const Context& context, const HowGood& good, float width);                 // diary_table.cpp

}
