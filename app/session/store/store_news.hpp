#pragma once

#include "app/session/update/update.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace middleground {

// Storage changed under us, at this key or, when it is empty, anywhere. What becomes of our deals is the table in app/session/store/stored.hpp; the answer
// says in words, for a toast, what was changed here.
std::optional<std::string> take_storage_change(World world, std::string_view key);

}
