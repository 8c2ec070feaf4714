#pragma once

#include "core/codec/charset.hpp"
#include "core/records/records.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace middleground::readers {

// Who stands in a From, To or Cc: "Dana Ortiz <dana@kestrel.example>", "\"Ortiz, Dana\" <...>", "dana@kestrel.example (Dana Ortiz)", groups,
// encoded words, and lists with semicolons as Outlook copies them. Nothing twice; at most `most_parties`.
std::vector<records::Party> parties_in(std::string_view header, const io::Charsets& charsets);
inline constexpr std::size_t most_parties = 500;

}
