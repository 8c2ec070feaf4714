#pragma once

#include "app/ui/context.hpp"

namespace middleground {

// What the details are made of, from top to bottom. Each takes the whole width that is left.
void draw_detail_names(const Context& context);        // title, account, amount
void draw_detail_target(const Context& context, std::string_view focused_by); // with whose it is, why, and what it was before
void draw_detail_ways(const Context& context);         // opened, seller, process, playbook, group size, where it was imported from
void draw_detail_alternatives(const Context& context); // what the buyer may do instead
void draw_detail_tags(const Context& context);
void draw_detail_fields(const Context& context); // of the seller's own
void draw_detail_links(const Context& context);
void draw_detail_notes(const Context& context);   // and what a closed deal taught
void draw_detail_base_chance(const Context& context); // what its chance begins with
void draw_detail_closing(const Context& context); // how it ended, or the ways to say so

}
