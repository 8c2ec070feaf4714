#pragma once

#include <string>

namespace middleground {

// The list of the log; what is written stands in LogDraft.
struct LogPageDraft {
    std::string query;
};

}
