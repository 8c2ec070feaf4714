#pragma once

#include "core/base/error.hpp"
#include "core/readers/read_options.hpp"
#include "core/records/records.hpp"

#include <string>
#include <string_view>

namespace middleground::readers {

// Whether a head of a message begins the text: at least two of the headings that all messages have, also as Outlook, Apple Mail and Thunderbird
// copy them ("From: ... Sent: ... To: ... Subject:", in the languages of own_words.hpp).
bool looks_like_mail(std::string_view text);
// Whether several messages follow each other, each behind a line "From ...".
bool looks_like_mailbox(std::string_view text);

// One message (.eml, or copied out of a mail program as text). An error: there is no sender, or what is written in it is encrypted.
Result<records::Mail> read_mail(std::string_view bytes, const ReadOptions& options);

// Every message of an mbox; what cannot be read is left out, each with its place ("message 3"). Deleted ones that Thunderbird still keeps are
// passed over.
void read_mailbox(std::string_view bytes, const ReadOptions& options, records::FileRecords& records);
inline constexpr int most_mails = 5000; // of one file

// "Pricing" of "AW: [EXTERNAL] Re: Pricing".
std::string plain_subject(std::string_view subject);

}
