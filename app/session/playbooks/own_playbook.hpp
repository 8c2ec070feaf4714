#pragma once

#include "core/base/error.hpp"
#include "core/model/playbook.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace middleground {

// A playbook of the user's own, and what is known about its stored form.
struct OwnPlaybook {
    Playbook playbook;
    std::optional<std::string> seen; // what storage held when we last read or wrote it: ours was made from that
    std::optional<std::int64_t> unsaved_since_ms;
    std::optional<Error> failed; // the last try to write it
};

// One change of the own playbooks, for undo on their page.
struct PlaybookChange {
    std::string what; // "Renamed Depot rollout"
    std::string key;  // of the field that is typed in: what follows with the same key at once belongs to it
    std::int64_t at_ms = 0;
    std::optional<Playbook> before; // none: it came into being
    std::optional<Playbook> after;  // none: it went
    int index = 0;                  // its place in the list
};

}
