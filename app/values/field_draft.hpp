#pragma once

#include <cstdint>
#include <map>
#include <string>

namespace middleground {

// What a person typed into a field that is not (or not yet) a valid value. Belongs to view state.
struct FieldDraft {
    std::string text;
    std::string error;
    int last_frame = 0; // drafts not drawn for a while are dropped
};

// By the number that the field has on the screen.
using FieldDrafts = std::map<std::uint32_t, FieldDraft>;

}
