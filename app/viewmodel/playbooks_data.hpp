#pragma once

#include "app/session/document.hpp"
#include "app/session/own_odds.hpp"
#include "core/model/playbook.hpp"
#include "core/model/playbooks/edition_changes.hpp"

#include <cstdint>
#include <optional>
#include <string>

namespace middleground {

// A step of a playbook in words.

// "Usually kept 8 in 10 times".
std::string odds_words(const PlaybookStep& step);
// "Usually 7 days, between 3 and 21".
std::string days_words(const PlaybookStep& step);
// "Operations, Executive; Influencer, Decision maker"; empty when nobody is named.
std::string needs_words(const PlaybookStep& step);
// "Time and Explore" by title; "Nothing, it can come first" without any.
std::string after_words(const Playbook& playbook, const PlaybookStep& step);
// "Fresh deals of this kind: about 28 of 100 won." with where the base rate comes from. `won` of 1; nothing when it cannot be said.
std::string base_words(const Playbook& playbook, std::optional<double> won);
// "10 steps, usually 7 people, a conversation every 14 days".
std::string playbook_words(const Playbook& playbook);

// "1, 4": the places of what it comes after, from 1; empty: it can come first.
std::string after_numbers(const Playbook& playbook, const PlaybookStep& step);
// "3 of 5": of the tries in own closed deals; empty without any.
std::string own_kept_words(const PlaybookOdds* odds, std::string_view step);

// How many own deals were planned with it, and how many of these have ended.
struct PlaybookUse {
    int deals = 0;
    int closed = 0;
};
PlaybookUse use_of(const Document& document, const Playbook& playbook);
// "From Ten commitments. 9 steps, usually 7 people, ... Used in 7 deals, 4 of them closed."
std::string own_playbook_words(const Playbook& playbook, const PlaybookUse& use);

// A change of a playbook that a deal can take over: "New step: Count the cost", "See: usually 12 days"; and what it was before, empty where that
// says nothing.
std::string edition_change_words(const EditionChange& change);
std::string edition_change_detail(const EditionChange& change);

// What came, against the one of its id that is here (null: none). apart: the same edition with other content.
enum class PlaybookMeeting : std::uint8_t { fresh, same, newer, older, apart };
PlaybookMeeting meeting_of(const Playbook& came, const Playbook* here);
std::string meeting_words(const Playbook& came, const Playbook* here);

}
