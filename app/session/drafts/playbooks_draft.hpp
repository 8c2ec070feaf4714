#pragma once

#include <string>

namespace middleground {

struct PlaybooksDraft {
    std::string chosen; // id
};

}
