#pragma once

#include "app/session/intake/intake_session.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// What the page of mails, meetings, contacts and calls that came in says, without drawing. `session` has been planned.

// "4 people, 17 log entries and 5 questions from 25 files"; that nothing is new, or nothing is for this deal.
std::string intake_title(const IntakeSession& session);
std::string intake_subtitle(const IntakeSession& session);
// "Take all 30", "Take 24 of 30"; empty: nothing is chosen.
std::string intake_button(const IntakeSession& session);

// Proposals of one sort, by their places.
struct IntakeGroup {
    std::string_view name;
    std::string_view hint; // may be empty
    std::vector<std::uint32_t> places;
};
std::vector<IntakeGroup> intake_groups(const Proposals& proposals);

// "A mail from Dana Ortiz, 12 Jun", "3 meetings", "A call of 32 minutes, 3 people speak".
std::string records_words(const records::FileRecords& file, Date today);
// What stands in it, to be read beside the proposals: its mails or what was said in a call; empty: nothing to be read. At most so many bytes.
std::string text_in(const records::FileRecords& file, Date today, std::size_t most_bytes);
// The bytes of a text that some proposals of that file were read from, in order, without overlap.
struct FoundWords {
    std::uint32_t begin = 0;
    std::uint32_t end = 0;
};
std::vector<FoundWords> words_found(std::string_view text, const Proposals& proposals, std::string_view source);

// Addresses in the files that may be the seller's own: of nobody in the deal, the most frequent ones first; at most four. `deal` may be null.
std::vector<std::string> own_address_candidates(const IntakeSession& session, const Deal* deal);

// What is to be known of files and of what is proposed: "offer.msg: This is ...", each a sentence or more.
std::vector<std::string> intake_notes(const IntakeSession& session);

}
