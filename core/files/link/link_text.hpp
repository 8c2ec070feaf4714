#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace middleground::io {

// What remains of a link after it went through chats, mails and documents.
struct LinkText {
    bool found = false;  // "#d<version>.", with the letter that was looked for, stands in it, or a beginning of that at its end
    std::string version; // the digits; empty when the link is cut off there
    // What may be the letters after it, the likeliest first: as they stand, put together over each further gap, without a '_' that belongs
    // to the text around the link.
    std::vector<std::string> bodies;
};

// Repairs "%23" for '#' and other percent-encoding (twice, if need be), invisible characters anywhere, line ends with or without the marks
// of mail and Markdown within the link, brackets and quotation marks before it, and whatever stands after it. Of several links the longest
// is meant. `letter`: what kind of link, d for a deal or a plan, p for a playbook.
LinkText find_link(std::string_view text, char letter = 'd');

}
