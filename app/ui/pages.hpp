#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// One function a screen or panel, each in the file of its name. Screens fill context.min .. context.max.
void draw_shell(const Context& context);       // shell.cpp: rail, header, bands, and the page that is chosen
void draw_deals(const Context& context);       // deals.cpp
void draw_imports(const Context& context);     // imports.cpp: tables of other programs, before they are taken
void draw_new_deal(const Context& context);    // new_deal.cpp: the dialog
void draw_deal(const Context& context);        // deal.cpp
void draw_commitments(const Context& context); // commitments.cpp: title, graph, table, detail
void draw_people(const Context& context);      // people.cpp: title, map, grid, table, detail
void draw_log(const Context& context);         // log.cpp: the list
void draw_log_form(const Context& context);    // log_form.cpp: the dialog
void draw_forecast(const Context& context);    // forecast.cpp: whether and when it closes, what moves it
void draw_brief(const Context& context);       // brief.cpp: one page for a meeting
void draw_share(const Context& context);       // share.cpp
void draw_merge(const Context& context);       // merge.cpp: two copies of a deal beside each other
void draw_buyer_plan(const Context& context);  // buyer_plan.cpp: what the buyer sees, alone on the screen
void draw_playbooks(const Context& context);   // playbooks.cpp
void draw_settings(const Context& context);    // settings.cpp
void draw_palette(const Context& context);     // palette.cpp
void draw_toast(const Context& context);       // toast.cpp
void draw_unlock(const Context& context);      // unlock.cpp: a link that wants its passphrase
void draw_help(const Context& context);        // help.cpp: the keys

}
