#pragma once

#include <string_view>

namespace middleground::io {

// Whether the text is a JSON object as `extra` members hold it: without white space, not empty.
bool is_compact_object(std::string_view text);

}
