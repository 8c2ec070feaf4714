#pragma once

#include "app/session/document.hpp"

#include <map>
#include <string>
#include <string_view>

namespace middleground {

// What a membership of a team keeps in storage. None of it goes into a backup, a link or an export, and none comes in by one.
inline constexpr std::string_view team_key = "team"; // the membership, with its secrets
inline constexpr std::string_view team_prefix = "team/";
// The ids of colleagues' deals, one a line: the first picture knows by it what is not for today, without knowing of the team.
inline constexpr std::string_view colleagues_key = "team/of-colleagues";
// What members are called, a line each: id, tab, name.
inline constexpr std::string_view names_key = "team/names";

constexpr bool is_of_team(std::string_view key) {
    return key == team_key || key.starts_with(team_prefix);
}

std::string names_text(const std::map<std::string, std::string>& names);
std::map<std::string, std::string> names_in(std::string_view text);
// As colleagues_key holds it.
std::string colleagues_text(const Document& document);
// Marks the deals that it names, where nothing is known of them yet.
void mark_colleagues(Document& document, std::string_view text);

}
