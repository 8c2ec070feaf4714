#pragma once

#include <cstdint>
#include <optional>
#include <string>

namespace middleground {

// Files that are being read meanwhile.
struct ReadingNow {
    std::string name; // of the one that is read now
    int files = 0;    // still to be read
    std::int64_t since_ms = 0;

    static constexpr std::int64_t patience_ms = 300; // until it is said
};

struct ImportsDraft {
    int table = 0;       // whose columns are shown
    bool records = false; // mails and the like are shown, where there are tables, too
    int file = 0;        // of those, whose text is shown
    bool all_files = false; // are listed
    bool all_rows = false; // of proposals, also beyond the first ones
    std::optional<std::uint32_t> worded;  // the proposal whose words are being written
    std::optional<std::string> addresses; // of the seller, while they are typed
    std::optional<ReadingNow> reading;
};

}
