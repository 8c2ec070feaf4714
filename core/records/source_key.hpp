#pragma once

#include <string>
#include <string_view>

namespace middleground {

// A short name for where something came from, kept with what was made of it so that the same again makes nothing new: twelve letters of
// id_alphabet, 60 bits of a hash. `kind` ("mail", "meeting") and `name` (a Message-ID, a UID, the bytes themselves) are what it is made of;
// nothing of them can be read from it. FROZEN: files hold it.
std::string source_key(std::string_view kind, std::string_view name);

}
