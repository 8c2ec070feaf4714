#pragma once

#include "core/base/error.hpp"
#include "core/base/random.hpp"
#include "core/model/deal.hpp"
#include "core/model/playbooks/playbook_data.hpp"

#include <optional>
#include <string>
#include <vector>

namespace middleground {

// What a deal was planned with, for all that is worked out of it: of these the one of the id and edition that it notes, else what it notes
// itself, else the one of its id; null: nothing is known of it. Lives as long as both.
const Playbook* playbook_of(const std::vector<Playbook>& playbooks, const Deal& deal);

const PlaybookStep* find_step(const Playbook& playbook, std::string_view step);

// Every broken rule, first the ones nearest the start: duplicate step, unknown or cyclic prerequisite, not exactly one deciding step, min
// <= mode <= max broken, odds not positive, a base rate out of range.
std::vector<Error> validate(const Playbook& playbook);

// What a deal keeps of the edition that it was planned with: all that numbers and next asks are made from; the rest is for reading only.
// Nothing for a playbook that comes with the program, which every copy of the program has.
std::optional<Playbook> planned_with(const Playbook& playbook);

// One planned commitment per step, waiting for each other as the steps do.
std::vector<Commitment> planned_commitments(const Playbook& playbook, Date today, Random& random);
// A new deal with one planned commitment per step. Ids come from `random`; the playbook must be valid.
Deal start_deal(const Playbook& playbook, std::string title, std::string account, Date today, Random& random);

}
