#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace middleground {

// Byte offset of the first byte that is not well-formed UTF-8 (RFC 3629: no surrogates, nothing overlong), or nothing.
std::optional<std::uint32_t> first_invalid_utf8(std::string_view text);

// Without white space (ASCII, U+00A0) at both ends.
std::string_view trimmed(std::string_view text);

// Lower case for ASCII, Latin-1, Latin Extended-A, Greek and Cyrillic, letter for letter: for words of our own within a sentence, and for
// whether two texts are the same but for their case. Search and sorting ask `plain_letters` (core/base/letters/plain_letters.hpp).
std::string folded(std::string_view text);

// Whether every word of `query` begins some word of `text` or stands inside it, as `plain_letters` has them. 0 = no match, higher is
// better.
int match_score(std::string_view text, std::string_view query);

// First letters of the first and the last word with what belongs to them, capitals: "Elena Brandt" -> "EB". "?" for an empty name.
std::string initials(std::string_view name);

// "1 person", "3 people".
std::string counted(int count, std::string_view one, std::string_view many);

// "a, b and c"
std::string joined(const std::vector<std::string>& words);

// "no", "one" ... "twelve", then figures: 13.
std::string number_word(int number);

// Number of code points; ill-formed bytes count one each.
int code_point_count(std::string_view text);

}
