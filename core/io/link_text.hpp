#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace middleground::io {

// What remains of a link after it went through chats, mails and documents.
struct LinkText {
    bool found = false;  // "#d<version>." stands in it, or a beginning of that
    std::string version; // the digits; empty when the link is cut off there
    // What may be the letters after it, the likeliest first: as they stand, put together again over line ends, without a '_' that
    // belongs to the text around the link.
    std::vector<std::string> bodies;
};

// Repairs "%23" for '#' and other percent-encoding (twice, if need be), white space, < > and quotation marks around it, and punctuation
// after it.
LinkText find_link(std::string_view text);

}
