#pragma once

#include <cstddef>
#include <string_view>

namespace middleground {

// What a person takes for one letter may be many code points: a letter with its marks, a family of emoji, a flag, a conjunct of Devanagari.
// These find its ends, after the extended grapheme clusters of UAX #29 (GB3 to GB13 with GB9c). A byte that is no UTF-8 stands alone.

// Where the cluster ends that begins at the byte `at`, which is the boundary of one and within the text.
std::size_t cluster_end(std::string_view text, std::size_t at);

// The last boundary that is not behind `at`: `at` itself when it is one, as the text's end is. `at` <= text.size(); it may be within a
// character. Takes as long as the clusters around it are (and flags in a row).
std::size_t cluster_begin(std::string_view text, std::size_t at);

// How many there are.
std::size_t cluster_count(std::string_view text);

}
