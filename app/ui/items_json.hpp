#pragma once

#include "app/ui/widgets/ui.hpp"

#include <string>
#include <vector>

namespace middleground {

// [{"role": "button", "label": "New deal", "value": "", "rect": [x, y, w, h], "focused": false, "disabled": false}, ...], rectangles in
// logical pixels.
std::string items_to_json(const std::vector<Item>& items);

// The same of everything that is there: {"focus": id, "cursor": whether the user moves by keyboard, "items": [[role, id, place of its parent or
// -1, 1 if it is disabled, level, kind, label, value, about, x, y, w, h], ...]}.
std::string outline_to_json(const Outline& outline);

}
