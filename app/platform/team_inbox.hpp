#pragma once

#include <algorithm>
#include <string>

namespace middleground {

// Where the server answers that user, and nobody else may listen: "lena" below "_INBOX_lena". What subjects and rights do not allow in a name becomes '_'.
// web/team.js does the same.
inline std::string team_inbox(const std::string& user) {
    constexpr auto is_plain = [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-'; };
    if (user.empty()) return "_INBOX";
    auto name = user;
    std::ranges::replace_if(name, [&](char c) { return !is_plain(c); }, '_');
    return "_INBOX_" + name;
}

}
