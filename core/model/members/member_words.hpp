#pragma once

#include "core/model/members/member.hpp"

#include <optional>
#include <string>

namespace middleground {

// What a text, a whole number or a choice says to people; nothing for members that need more to be understood.
std::optional<std::string> plain_words(const Member& member, const void* thing);

}
