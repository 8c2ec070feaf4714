#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace middleground::io {

// RFC 4648 section 5 without padding. Strict: nothing for a letter outside of the alphabet, a length that no bytes have, or bits at the end
// that are not zero, so that every text has one spelling.
std::string to_base64url(std::string_view bytes);
std::optional<std::string> from_base64url(std::string_view text);
bool is_base64url(char letter);

}
