#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace middleground {

// The first mail address that stands in a text ("Marcus <marcus@fjord.example>, +47 22 33 44"), as far as it is made of the letters that
// nearly all addresses are made of; so it can stand in a mailto: link as it is. Nothing when there is none.
std::optional<std::string> mail_address_in(std::string_view text);

}
