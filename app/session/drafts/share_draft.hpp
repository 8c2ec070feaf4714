#pragma once

#include "core/base/error.hpp"
#include "core/base/id.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace middleground {

// Protecting the link for colleagues.
struct LockDraft {
    bool on = false;
    bool shown = false; // as it is typed instead of dots
    std::string typed;
    std::string passphrase; // what was typed when the field was left: links are made with it
};

// The last protected link that was made: of this deal in this revision.
struct LockedLink {
    DealId of;
    std::uint64_t revision = 0;
    Result<std::string> fragment;
};

struct ShareDraft {
    bool internal = false; // for colleagues instead of for the buyer
    LockDraft lock;
    std::optional<LockedLink> locked;
};

}
