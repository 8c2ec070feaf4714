#pragma once

#include <cstdint>
#include <string>

namespace middleground {

// A file that the user chose once and that is rewritten after changes.
struct BackupFile {
    enum class State : std::uint8_t {
        impossible, // the system has no such thing
        none,
        kept,
        asks,   // it has to be allowed again
        failed, // was not written
    };
    State state = State::impossible;
    std::string name;
    std::string why; // failed: what went wrong
};

enum class BackupFileWish : std::uint8_t {
    choose, // another file, which is written at once
    renew,  // it is allowed again, or tried again
    drop,   // none any more
};

}
