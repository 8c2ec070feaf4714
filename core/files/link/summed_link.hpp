#pragma once

#include "core/files/link/link_text.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace middleground::io {

// The bytes behind their check sum (CRC-32, lowest byte first): a link that was cut or changed is told from one that means something else.
std::string with_sum(std::string_view rest);

// Of what may be the letters of the link the first whose sum is right; what stands behind the sum, which is never empty.
std::optional<std::string> summed_content(const LinkText& link);

}
