#pragma once

#include "core/codec/charset.hpp"
#include "core/intake/tables/words.hpp"

#include <span>
#include <string>
#include <string_view>

namespace middleground::importing {

// Which character set a table is written in; only this folder uses it. Sets are named by their WHATWG labels.

// Those that are offered and tried, the likeliest first.
struct OfferedSet {
    std::string_view label;
    std::string_view name; // "Windows-1252, Western Europe"
};
std::span<const OfferedSet> offered_sets();

// The set that the beginning of a file shows by a mark or by its zero bytes, or nothing.
std::string_view marked_set(std::string_view bytes);

// What gives the most known headings and the fewest odd letters of some lines that are not UTF-8. Tried are the sets that `charsets` knows; with none
// better, windows-1252.
std::string_view guessed_set(std::string_view lines, const KnownHeadings& headings, const io::Charsets& charsets);

}
