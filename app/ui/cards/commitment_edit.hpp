#pragma once

#include "app/ui/context.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "core/model/deal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What the fields of a commitment share.

// True once when somebody asked for the focus to be in the field of that label.
bool takes_commitment_focus(const Context& context, std::string_view label);
// Stores a commitment: as a step of typing in `field`, or as a step of its own.
void type_commitment(const Context& context, Commitment commitment, std::string_view field);
void put_commitment(const Context& context, Commitment commitment);

// Nobody, then everybody of the deal; `chosen` is the place of `id` among them.
struct PeopleToChoose {
    std::vector<std::string> names;
    std::vector<Choice> choices; // point at the names: move it, do not copy it
    int chosen = 0;
};
PeopleToChoose people_to_choose(const Context& context, const StakeholderId& id, std::string_view nobody);
StakeholderId chosen_person(const Context& context, int index); // empty for nobody

}
