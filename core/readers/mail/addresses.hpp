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

// A name as people say it: "Ortiz, Dana" is Dana Ortiz, an address or what stands in quotes is no name; without "(Extern)" and "via ...". 
std::string person_name_of(std::string_view name);
// "Dana Ortiz" of dana.ortiz@kestrel.example; empty where the address does not look like a name.
std::string name_in_address(std::string_view address);

}
