#pragma once

#include <optional>
#include <string>
#include <string_view>

namespace middleground::io {

// Turns bytes of some character set into UTF-8. Sets are named by the labels of the WHATWG Encoding Standard ("windows-1251", "shift_jis", "latin1"),
// in any case and with or without space around. This class knows UTF-8, UTF-16 of both byte orders and Windows-1252 (with
// ISO-8859-1 and ASCII, which the standard reads the same) by itself; a platform derives from it and lends what its system knows.
// Core gets one as an argument and has no tables of others.
class Charsets {
public:
    virtual ~Charsets() = default;

    // Well-formed UTF-8 without a byte order mark; nothing: the set is not known here, or the bytes are not well-formed in it.
    // Nothing is replaced by a sign of its own. A text that is cut at the end of a line can be given part by part, in every set but UTF-16
    // and ISO-2022, whose lines do not end with the byte that they end with in ASCII.
    std::optional<std::string> to_utf8(std::string_view bytes, std::string_view label) const;

protected:
    // Of a set that is not built in; `label` is in lower case, without space around.
    virtual std::optional<std::string> others_to_utf8(std::string_view bytes, std::string_view label) const;
};

}
