#pragma once

#include <string>
#include <string_view>

namespace middleground {

// The words as one line of CommonMark that reads as they do: nothing in them becomes markup, wherever the line stands; line ends and other
// control characters become spaces.
std::string escaped_markdown(std::string_view words);

}
