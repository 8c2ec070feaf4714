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

    // With what was typed before it was put away by Esc or by its x; Cancel begins anew.
    void show() {
        open = just_opened = true;
        error.clear();
    }
};

}
