#pragma once

#include "core/model/deal.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What things are called where people read of them, and what stands there while they have no name: the same on every page, in what goes
// out, on the command line and where two copies differ.

inline constexpr std::string_view untitled_deal = "Untitled deal";
inline constexpr std::string_view untitled_step = "Untitled step"; // in what leaves the program
inline constexpr std::string_view no_title_yet = "No title yet";   // of a commitment, on a page
inline constexpr std::string_view no_name_yet = "No name yet";     // of a person, on a page
inline constexpr std::string_view unnamed_outside = "Somebody";    // of a person, in what leaves the program
inline constexpr std::string_view nameless_person = "Somebody without a name";
inline constexpr std::string_view nameless_commitment = "A commitment without a title";
inline constexpr std::string_view nameless_promise = "A promise without a text";
inline constexpr std::string_view nameless_concern = "A concern without a text";
inline constexpr std::string_view nameless_alternative = "An alternative without a name";

// The text without blanks at its ends; the words when nothing is left of it.
std::string text_or(std::string_view text, std::string_view words);

// The account, else the title, else "Untitled deal": where there is room for one name.
std::string deal_name(const Deal& deal);
// The title, else "No title yet".
std::string shown_title(const Commitment& commitment);
// "Elena Brandt, Tom Reyes and somebody": as name_of() has each; empty for nobody.
std::string joined_names(const Deal& deal, const std::vector<StakeholderId>& people);

}
