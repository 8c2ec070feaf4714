#pragma once

#include "app/session/update/update.hpp"

#include <memory>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// How deals come into the list and go out of it, whatever the reason.

// The title, else the account.
std::string display_name(const Deal& deal);
// Remembers what was done to the list of deals, for undo; what was undone before cannot be done again.
void push_step(World world, WorkspaceStep step);

// Adds a new deal at the top and stores it soon, as a step. Its id must be new.
Entry& add_entry(World world, Deal deal, std::string what);
// A deal that was held comes back into the list and is stored soon, with what was half typed of its log. The answer is its id: another one
// when there is such a deal again by now.
DealId put_back(World world, Entry& entry, int index);
// The same for many at once, at the top.
void put_back_at_top(World world, std::span<const std::shared_ptr<Entry>> entries);

// Takes a deal that is to leave the list out of storage, with its snapshots; false when it cannot be, and view.error says why.
bool take_out_of_storage(World world, Entry& entry);
// Out of the list: where one was open, it is not any more, and what was half typed of its log goes along. Nothing is removed from storage but
// drafts. The answer has them in the order of the list, each with its place there.
struct Leaving {
    int index = 0;
    std::shared_ptr<Entry> entry;
};
std::vector<Leaving> take_out_of_list(World world, std::vector<DealId> ids);
// Out of storage and of the list, because the user said so: then the list is shown. Nothing when storage refused, or there is no such deal.
std::shared_ptr<Entry> remove_entry(World world, const DealId& id, int& index);

}
