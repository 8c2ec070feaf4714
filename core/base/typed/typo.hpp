#pragma once

#include <string_view>

namespace middleground {

// How many letters have to be added, left out, changed or swapped with their neighbour to get from one text to the other; case does not
// matter. Stops counting above `most` and returns most + 1.
int typing_distance(std::string_view from, std::string_view to, int most);

// Whether what was typed is probably that name with a slip: one letter wrong in a short word, two in a long one. Either the whole name or
// one of its words is meant ("Olson" for "Marcus Olsen"). Neither what fits exactly nor a word of one or two letters is a slip.
bool is_probable_typo(std::string_view typed, std::string_view name);

}
