#pragma once

#include <string>
#include <string_view>

namespace middleground {

// How a text is looked for: small letters without accents and marks, one way of writing for what is written in several. "Zoë O’Hára" ->
// "zoe o'hara", ß = ss, đ = d, ё = е; full-width letters are ASCII, half-width kana kana, katakana hiragana; no harakat, tatweel and Hebrew
// points, the forms of alef, yeh and kaf as one; digits of other scripts are ASCII. Composed or not makes no difference. Vowels of Indic
// scripts and Thai stay, Hangul and ideographs are what they are. What is no UTF-8 stays. For search, the log line and sorting; whether two
// things have one name asks `folded` (core/base/text.hpp), for Müller and Muller may be two people.
std::string plain_letters(std::string_view text);

// How German writes umlauts without their dots: "Müller" -> "mueller". The same as plain_letters for a text without any.
std::string spelt_out_letters(std::string_view text);

// What names are sorted by, byte by byte: as they are looked for, and where that is the same, as they are. Latin comes before Greek,
// Cyrillic, Hebrew, Arabic, Indic scripts, kana, ideographs and Hangul, each in the order of its code points.
std::string sort_key(std::string_view text);

// With its first letter as a capital.
std::string capitalised(std::string_view text);

}
