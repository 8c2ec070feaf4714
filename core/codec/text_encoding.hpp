#pragma once

#include "core/base/error.hpp"

#include <string>
#include <string_view>

namespace middleground::io {

struct DecodedText {
    std::string text; // UTF-8 without a byte order mark
    std::string_view encoding;
};

// The bytes of a text file, whoever wrote it: UTF-8 or UTF-16 by their byte order mark, UTF-16 without one by its zero bytes, UTF-8 if it
// is well-formed, else Windows-1252, which every byte is a character of. Fails on UTF-16 that is ill-formed or cut off.
Result<DecodedText> decode_text(std::string bytes);

}
