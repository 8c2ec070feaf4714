#pragma once

#include "core/model/edit/edit.hpp"
#include "core/model/playbook.hpp"

#include <span>
#include <string>
#include <vector>

namespace middleground {

// What a playbook of one's own says by now and a deal that was planned with an earlier edition has not.

enum class EditionChangeKind : std::uint8_t { new_step, gone_step, title, days, odds, prerequisites, needs, deciding, numbers };

struct EditionChange {
    EditionChangeKind kind = EditionChangeKind::new_step;
    std::string step;   // id; empty: numbers of the playbook itself
    std::string title;  // of the step, as the deal has it
    std::string before; // in words; may be empty
    std::string after;

    bool operator==(const EditionChange&) const = default;
};

// In the order of the playbook, first what is new. Only what taking it over would change in the deal's plan or its forecast: what is kept,
// agreed or declined stays, and so does what the seller edited. Nothing for a deal that was not planned with this playbook.
std::vector<EditionChange> edition_changes(const Deal& deal, const Playbook& now);

// The edits that take these over, one step of undo together. With all of them the deal has the present edition, with some of them the one that
// it had, changed by these. Fails where some cannot be without others.
Result<std::vector<Edit>> edits_to_take(const Deal& deal, const Playbook& now, std::span<const EditionChange> taken, Date today, Random& random);

}
