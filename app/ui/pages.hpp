#pragma once

#include "app/session/screen.hpp"

#include <imgui.h>

#include <span>
#include <string_view>

namespace middleground {

struct Context;

// Every page, in the order in which lists of them have it. The program draws pages through this table only, so that the linker puts none of
// them into another function, and one can come from elsewhere.
struct PageRow {
    Screen screen = Screen::deals;
    const char* icon = nullptr;
    std::string_view name;       // on the rail
    std::string_view full_name;  // where there is room: palette, keys, More; empty: offered nowhere
    std::string_view tab = {};   // on a phone; empty: under More
    std::string_view key = {};   // as people read it
    ImGuiKey chord = ImGuiKey_None;
    bool edits = false;          // not in a preview
    void (*draw)(const Context& context) = nullptr;
};
std::span<const PageRow> all_pages();
const PageRow& page_at(Screen screen);

// What surrounds the pages and lies over them, each in the file of its name; drawn in context.min .. context.max.
[[gnu::noinline]] void draw_shell(const Context& context);      // shell.cpp: rail, header, bands, and the page that is chosen
[[gnu::noinline]] void draw_new_deal(const Context& context);   // new_deal.cpp: the dialog
[[gnu::noinline]] void draw_log_form(const Context& context);   // log_form.cpp: the dialog
[[gnu::noinline]] void draw_buyer_plan(const Context& context); // buyer_plan.cpp: what the buyer sees, alone on the screen
[[gnu::noinline]] void draw_palette(const Context& context);    // palette.cpp
[[gnu::noinline]] void draw_toast(const Context& context);      // toast.cpp
[[gnu::noinline]] void draw_unlock(const Context& context);     // unlock.cpp: a link that wants its passphrase
[[gnu::noinline]] void draw_help(const Context& context);       // help.cpp: the keys

// The pages, each in the file of its name.
void draw_today(const Context& context);       // today.cpp: what is for today over all deals
void draw_week(const Context& context);        // week.cpp: what became of all deals in seven days
void draw_deals(const Context& context);       // deals.cpp
void draw_imports(const Context& context);     // imports.cpp: tables of other programs, before they are taken
void draw_deal(const Context& context);        // deal.cpp
void draw_commitments(const Context& context); // commitments.cpp: title, graph, table, detail
void draw_people(const Context& context);      // people.cpp: title, map, grid, table, detail
void draw_log(const Context& context);         // log.cpp: the list
void draw_forecast(const Context& context);    // forecast.cpp: whether and when it closes, what moves it
void draw_brief(const Context& context);       // brief.cpp: one page for a meeting
void draw_share(const Context& context);       // share.cpp
void draw_merge(const Context& context);       // merge.cpp: two copies of a deal beside each other
void draw_playbooks(const Context& context);   // playbooks.cpp
void draw_diary(const Context& context);       // diary.cpp: what was believed, and what came
void draw_settings(const Context& context);    // settings.cpp

}
