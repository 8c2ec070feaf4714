#pragma once

#include "core/base/error.hpp"

#include <optional>
#include <string>

namespace middleground {

// A link that waits for its passphrase.
struct UnlockDraft {
    std::string link;
    bool just_opened = true;
    bool shown = false;
    std::string typed;
    std::optional<Error> error; // of the last try
};

}
