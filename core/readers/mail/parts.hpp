#pragma once

#include "core/readers/mail/headers.hpp"

#include <string>
#include <string_view>
#include <vector>

namespace middleground::readers {

// What a message is made of (RFC 2045 to 2047, RFC 3676), as far as somebody reads it.
struct MailBody {
    std::string text;                     // of its parts of text, the plain form before HTML
    std::vector<std::string> calendars;   // invitations in it
    std::vector<std::string> attachments; // names
    bool encrypted = false;
    bool too_deep = false; // parts within each other beyond the limit were left out
};

inline constexpr int most_depth = 20;              // parts within each other
inline constexpr std::size_t most_parts = 500;     // of one message
inline constexpr std::size_t longest_text = 1u << 20; // bytes of one part that are decoded: what a person writes is shorter

// `head` is that of the whole message, `body` all behind it. Linear in the length for a bounded depth; attachments are not decoded.
MailBody mail_body(const Head& head, std::string_view body, const io::Charsets& charsets);

}
