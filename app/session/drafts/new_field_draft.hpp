#pragma once

#include "core/base/id.hpp"
#include "core/model/own_fields/own_fields.hpp"

#include <string>

namespace middleground {

// A field of one's own that is being defined, in Settings or where somebody stands.
struct NewFieldDraft {
    bool open = false;
    bool just_opened = false;
    FieldOwner owner = FieldOwner::deal;
    StakeholderId person; // whose page it was begun on
    std::string name;
    FieldKind kind = FieldKind::text;
    std::string choices; // with commas between them
    bool shared = false;
    std::string error;
};

}
