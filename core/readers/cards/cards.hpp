#pragma once

#include "core/readers/read_options.hpp"
#include "core/records/records.hpp"

#include <string_view>

namespace middleground::readers {

// Contact cards: vCard 2.1 (with quoted-printable and character sets of its own), 3.0 and 4.0, as phones, Google, Outlook and Apple write them, many in a
// file. `text` is UTF-8, or for old cards of another character set its bytes. Photos, keys and what is not of a person's work are passed over; a group of
// people ("KIND:group") is none. What has neither name nor address is left out.
void read_cards(std::string_view text, const ReadOptions& options, records::FileRecords& records);
inline constexpr int most_contacts = 20000; // of one file
inline constexpr std::size_t longest_note = 2000; // bytes that are kept

}
