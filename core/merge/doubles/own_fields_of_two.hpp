#pragma once

#include "core/merge/doubles/side_by_side.hpp"
#include "core/merge/merge_words.hpp"
#include "core/model/own_fields/own_field.hpp"

#include <string>
#include <vector>

// Fields of one's own of two things that become one: each by its name, as if it were a member; only core/merge/doubles uses it.
namespace middleground::doubling {

// Those that both have and say differently; `field` is "fields." with the name.
std::vector<FieldOfTwo> own_fields_of_two(const merging::Words& words, const std::vector<OwnField>& kept, const std::vector<OwnField>& gone);

// All of both, each name once, at most as many as a deal may have. `lost` gets what was not chosen and what there is no room for, each as "Region: North".
// Fails when something was chosen that is no choice.
Result<std::vector<OwnField>> own_fields_of_both(const merging::Words& words, const std::vector<OwnField>& kept, const std::vector<OwnField>& gone,
                                                 const FieldChoices& choices, std::vector<std::string>& lost);

}
