#pragma once

#include "app/session/document.hpp"

#include <string>
#include <string_view>

namespace middleground {

// What a membership of a team keeps in storage. None of it goes into a backup, a link or an export, and none comes in by one.
inline constexpr std::string_view team_key = "team"; // the membership, with its secrets
inline constexpr std::string_view team_prefix = "team/";
// The ids of colleagues' deals, one a line: the first picture knows by it what is not for today, without knowing of the team.
inline constexpr std::string_view colleagues_key = "team/of-colleagues";

constexpr bool is_of_team(std::string_view key) {
    return key == team_key || key.starts_with(team_prefix);
}

// As colleagues_key holds it.
std::string colleagues_text(const Document& document);
// Marks the deals that it names, where nothing is known of them yet.
void mark_colleagues(Document& document, std::string_view text);

}
