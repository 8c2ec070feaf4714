#pragma once

#include "core/codec/charset.hpp"

#include <string>
#include <string_view>

// How mail and cards write bytes as letters (RFC 2045, RFC 2047). All tolerant: what is no code is left out (base64) or stands for itself.
namespace middleground::readers {

// Up to the first "=" or the end; white space and other letters are passed over.
std::string from_base64(std::string_view text);
// `words`: "_" is a blank, as in headers.
std::string from_quoted_printable(std::string_view text, bool words = false);
// "=?utf-8?Q?J=C3=BCrgen?=" in a header; several in a row are one text, even where a letter is divided between them. UTF-8; bytes outside of
// them that are no UTF-8 are taken for Windows-1252.
std::string decoded_words(std::string_view header, const io::Charsets& charsets);

}
