#include "core/base/web_address.hpp"

#include <algorithm>

namespace middleground {

bool is_web_address(std::string_view text) {
    const auto scheme = text.find("://");
    if (scheme == std::string_view::npos) return false;
    const auto has_scheme = [&](std::string_view name) {
        return std::ranges::equal(text.substr(0, scheme), name, [](char a, char b) { return (a >= 'A' && a <= 'Z' ? a + 32 : a) == b; });
    };
    if (!has_scheme("http") && !has_scheme("https")) return false;
    const auto rest = text.substr(scheme + 3);
    const auto host = rest.substr(0, rest.find_first_of("/?#"));
    // A user name before the host is how one site poses as another.
    if (host.empty() || host.find_first_of("@\\") != std::string_view::npos || host.front() == ':') return false;
    return std::ranges::none_of(text, [](char c) { return static_cast<unsigned char>(c) <= ' ' || c == '\x7f'; });
}

}
