#pragma once

#include <string_view>

namespace middleground {

// Whether a browser may be sent there: http or https with a host, without blanks, control characters or a user name before the host.
bool is_web_address(std::string_view text);

}
