#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// The first mail address that stands in a text ("Marcus <marcus@fjord.example>, +47 22 33 44"), as far as it is made of the letters that
// nearly all addresses are made of; so it can stand in a mailto: link as it is. Nothing when there is none.
std::optional<std::string> mail_address_in(std::string_view text);

// Every mail address of a text, each whole and in lower case, to tell who is meant: whatever letters it is made of. What only looks like
// one ("-", "@acme", "none@") is left out.
std::vector<std::string> mail_addresses_in(std::string_view text);

// Whether two texts have an address in common. A part of one is none: "anna@acme.example" does not stand in "joanna@acme.example".
bool share_mail_address(std::string_view one, std::string_view other);

}
