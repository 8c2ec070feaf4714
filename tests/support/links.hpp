#pragma once

#include "core/codec/seal.hpp"
#include "core/model/deal.hpp"

#include <string>
#include <string_view>

namespace middleground::test {

inline constexpr std::string_view link_base = "https://example.org/m/";
inline constexpr std::string_view link_is_damaged = "The link is cut off or has been changed";
inline constexpr std::string_view link_of_other_version = "This link was made by another version of Middleground";

// Throws when the deal has none.
std::string link_of(const Deal& deal);

// What tests/golden/example_locked.link was made with: salt and nonce are the bytes 1, 2, 3, ...
inline constexpr std::string_view locked_passphrase = "correct horse battery staple";
io::SealEntropy locked_entropy(unsigned char first = 1);

// What decoding says: "" when it gives this deal.
std::string link_outcome(std::string_view text, const Deal& deal);

}
