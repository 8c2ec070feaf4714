#pragma once

#include <string>
#include <string_view>

// Names of people as programs and people write them.
namespace middleground {

// A name as people say it: "Ortiz, Dana" is Dana Ortiz, an address or what stands in quotes is no name; without "(Extern)" and "via ...".
std::string person_name_of(std::string_view name);
// The same of a cell that may name several: "Ann Lee, Bob Ray" stays as it is.
std::string turned_name(std::string_view name);
// "Dana Ortiz" of dana.ortiz@kestrel.example; empty where the address does not look like a name.
std::string name_in_address(std::string_view address);
// What two names of one person have in common: in small letters, without "Dr.", "Prof.", "Herr" before it and ", PhD" behind it. Never empty where the name is not.
std::string matched_name(std::string_view name);

}
