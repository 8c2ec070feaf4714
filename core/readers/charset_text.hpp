#pragma once

#include "core/codec/charset.hpp"

#include <string>
#include <string_view>

namespace middleground::readers {

// Bytes in the character set that a file names ("utf-8", "windows-1252", "iso-8859-15"), as UTF-8. Where nothing of that name is known, or the
// bytes are none of it, what they look like: UTF-8 where they are, else Windows-1252, which every byte is a character of. NULs become blanks.
std::string utf8_of(std::string_view bytes, std::string_view charset, const io::Charsets& charsets);

}
