#pragma once

#include <string>
#include <string_view>

namespace middleground::readers {

// A mail's text, divided.
struct OwnWords {
    std::string text;   // what the sender wrote: without what they answer to, without signature and small print
    std::string passed; // of a forwarded one: what was passed on, without the lines that say from whom
};

// Quotes are found by "> ", by "On ... wrote:" and by the block of "From: ... Sent: ..." as mail programs write them in English, German, French, Spanish,
// Italian, Dutch and Portuguese, and by "-----Original Message-----". A signature begins at "-- ", at "Sent from my iPhone" and the like, or at a line
// that closes ("Kind regards,") with a few short lines behind it. Nothing of the body is lost where none of it is there.
// `sender`: what they are called, as a signature may begin with their name and nothing before it; empty: not known.
OwnWords own_words(std::string_view text, std::string_view sender = {});

// A heading of a mail by what it is called in those languages: "from" for "Von", "to", "date", "subject", "cc"; empty: none of them.
std::string_view heading_meant(std::string_view name);

}
