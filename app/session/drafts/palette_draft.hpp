#pragma once

#include <string>

namespace middleground {

struct PaletteDraft {
    bool open = false;
    bool just_opened = false;
    std::string query;
    int selected = 0;
};

}
