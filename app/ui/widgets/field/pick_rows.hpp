#pragma once

#include "app/ui/widgets/field/field.hpp"

namespace middleground {

// The lines of multi_pick's list. Pure.

// A choice that matches, one that is probably meant, or what is typed as something new.
struct PickRow {
    static constexpr int something_new = -1;
    int index = something_new; // into the choices
    std::string label;
};

// The choices that are not chosen and match what is typed, the best first; when none does, those that it is probably a slip of ("Did you
// mean Marcus Olsen?"). The last line adds what is typed as a new thing of that name ("person"); none when that is empty, or when a choice
// has this very name.
std::vector<PickRow> pick_rows(std::span<const Choice> choices, const std::vector<int>& chosen, std::string_view query,
                               std::string_view new_thing);

}
