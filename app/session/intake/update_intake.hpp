#pragma once

#include "app/session/update/update.hpp"
#include "core/base/error.hpp"
#include "core/records/records.hpp"

#include <string>

namespace middleground {

// With [[gnu::noinline]]: what comes with the first file only (tools/split/gates.txt).

// What came of a file: gathered until no other is being read. Sheets go to the tables that are being imported.
[[gnu::noinline]] void take_records(World world, Result<records::FileRecords> read);
// Files are being read; none any more (0): what came of them is shown, or why nothing did.
void hear_of_reading(World world, const std::string& name, int files);
// What would change, worked out anew where something has changed: called before each frame that may show it.
[[gnu::noinline]] void plan_intake(World world);

void choose_intake_deal(World world, const DealId& id);
void name_intake_deal(World world, const std::string& account);
[[gnu::noinline]] void choose_proposals(World world, const action::ChooseProposals& action);
[[gnu::noinline]] void word_proposal(World world, const action::WordProposal& action);
[[gnu::noinline]] void date_proposal(World world, const action::DateProposal& action);
[[gnu::noinline]] void remove_records(World world, int file);
[[gnu::noinline]] void use_as_table(World world, int file);
void set_own_addresses(World world, const std::string& text);
// What is chosen comes into the deal, as one step of undo, and the deal is shown.
[[gnu::noinline]] void take_proposals(World world);
void cancel_intake(World world);

}
