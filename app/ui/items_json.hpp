#pragma once

#include "app/ui/widgets/ui.hpp"

#include <string>
#include <vector>

namespace middleground {

// [{"role": "button", "label": "New deal", "value": "", "rect": [x, y, w, h], "focused": false, "disabled": false}, ...], rectangles in
// logical pixels.
std::string items_to_json(const std::vector<Item>& items);

}
