#pragma once

#include "app/session/shown.hpp"
#include "app/session/update/update.hpp"

namespace middleground {

// The only place that sets what is shown. Where another deal is open then: the half-typed log of the one that is left is kept, that of the
// other is there, nothing of the last one stays selected, and the program starts with it the next time. A preview, a buyer's plan and what
// lies over them change nothing of that.
void show(World world, Shown next);

// What is for today is the first page, which "back" leads to.
void begin_with_today(World world);
// To a page of what is shown. See gone_to().
void go_to(World world, Screen screen);
// A deal of the list at that page; nothing when it is not there.
void open_deal(World world, const DealId& id, Screen screen);
void close_preview(World world);
void close_buyer_plan(World world);

}
