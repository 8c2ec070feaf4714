#pragma once

#include "core/model/edit/edit.hpp"

#include <optional>

namespace middleground {

// Something that happened before the deal was opened moves that day: the edit that comes before the one that records it, or nothing when
// the deal was open by then. A day in the future moves nothing: recording it will be refused.
std::optional<Edit> opens_earlier(const Deal& deal, Date on);

// "The deal then began on 3 Jun": what that edit does, to ask for it.
std::string opens_earlier_words(Date on, Date today);

}
