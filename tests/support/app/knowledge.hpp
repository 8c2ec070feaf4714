#pragma once

#include "app/session/derived.hpp"

namespace middleground {

// For tests to which the playbooks and the wording do not matter.
inline Knowledge nothing_known() {
    static const std::vector<Playbook> playbooks;
    static const WordingTable wording;
    return {playbooks, wording};
}

}
