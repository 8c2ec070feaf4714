#pragma once

#include "core/base/error.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace middleground {

inline constexpr std::size_t longest_host = 253; // bytes of a host's name, RFC 1035

// What a person types or pastes for the address of a document on the web: the address to store and to open, always http or https.
// "https://" is put before "www.example.com/offer" and "example.com/offer". Refused: other schemes (javascript, data, file), a name or
// password before the host, blanks and control characters, a host that cannot be one. Letters beyond ASCII stay as they were typed.
Result<std::string> parse_typed_link(std::string_view text);

}
