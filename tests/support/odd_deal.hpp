#pragma once

#include "core/base/random.hpp"
#include "core/model/deal.hpp"

#include <string>
#include <string_view>
#include <vector>

// Valid deals that no person would type, for tests of files and links.
namespace middleground::test {

// Up to about 40 code points from all of Unicode: control characters, NUL, combining marks, private use, noncharacters, emoji.
std::string odd_text(Random& random);

// What `extra` may hold: empty, or unknown members of every type of JSON as compact text.
std::string odd_extra(Random& random);

// random_deal with odd texts in many places, `extra` in every thing that has one, and amounts from 0 to the largest of every kind of
// currency.
Deal odd_deal(Random& random);

// The names of all members in a JSON text, each once, sorted.
std::vector<std::string> member_names(std::string_view json);

}
