#pragma once

#include "core/model/members/members.hpp"

#include <string>
#include <vector>

namespace middleground::test {

// Every text that people wrote in a deal, but for ids and names of files: what must not be lost.
std::vector<std::string> texts_of(const Deal& deal);
// Everything that happened, each with its day, kind and words, whoever and whatever it happened to; sorted. Stances of people, events of commitments,
// concerns and promises, target dates.
std::vector<std::string> events_of(const Deal& deal);

}
