#pragma once

#include <string>

namespace middleground {

struct NewDealDraft {
    bool open = false;
    bool just_opened = false;
    std::string title;
    std::string account;
    std::string playbook; // id
    std::string error;
};

}
