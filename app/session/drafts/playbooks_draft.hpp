#pragma once

#include "core/model/playbook.hpp"

#include <optional>
#include <string>

namespace middleground {

// What came by a file or a link, while it is looked at.
struct IncomingPlaybook {
    Playbook playbook;
    std::string source; // "the link", "depot.json"
};

struct PlaybooksDraft {
    std::string chosen; // id
    std::string step;   // id of the step that is edited, or looked at
    std::optional<IncomingPlaybook> incoming;
    std::string new_step;        // the title that is typed for one more
    bool new_open = false;       // the dialog that makes one
    bool new_just_opened = false;
    int new_from = 0;            // of its choices: nothing, then shipped and own ones, then deals
    std::string new_title;
    std::string new_error;
    bool scroll_to_step = false;
};

}
