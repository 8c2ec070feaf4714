#pragma once

#include "app/session/update/update.hpp"

namespace middleground {

// What update() does to the list of deals: each is one step that undo brings back.
void create_deal(World world, const action::CreateDeal& action);
void remove_deal(World world, const DealId& id);
void duplicate_deal(World world, const DealId& id);
void move_deal(World world, const action::MoveDeal& action);
void remove_samples(World world);
std::string added_samples_words(int count);

// Adds a deal to the list and stores it soon. Its id must be new.
Entry& add_entry(World world, Deal deal, std::string what);

// Takes a deal that is to leave the list out of storage, with what is stored beside it; false when it cannot be, and view.error says why.
bool take_out_of_storage(World world, Entry& entry);
// A deal that comes back into the list gets an id of its own when another tab has brought it back by now.
void make_room_for(World world, Entry& entry);

// Remembers what was done to the list of deals, for undo; what was undone before cannot be done again.
void push_step(World world, WorkspaceStep step);
// The title, else the account.
std::string display_name(const Deal& deal);

// The open deal's own history first; then deals that came or went.
void undo(World world);
void redo(World world);

}
