#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace middleground {

// How a letter is drawn, after its script. Pure.
enum class Writing : std::uint8_t {
    plain,         // each letter for itself, from the left: Latin, Greek, Cyrillic, Han, kana, Hangul, symbols
    invisible,     // nothing is seen of it where it stands alone: joiners, marks of direction, variants
    shaped,        // it looks otherwise beside others: Indic scripts, Thai, marks that stand on letters, scripts beyond the first plane
    right_to_left, // shaped, and the line around it runs otherwise: Arabic, Hebrew, Syriac
    emoji          // shaped, with colours of its own
};
Writing writing_of(std::uint32_t code_point);
// Whether nothing is seen of it where it stands alone: what is invisible, and the marks of direction.
bool is_unseen(std::uint32_t code_point);

// Whether each code point of it is plain. Quick for Latin.
bool is_all_plain(std::string_view text);
// Whether any of it is written from the right.
bool has_right_to_left(std::string_view text);
// Which way a line runs: that of its first letter that has a direction (UAX #9, P2 and P3).
bool runs_from_right(std::string_view line);
// Han, kana, Hangul and what is set among them: a line may end on either side.
bool is_ideographic(std::uint32_t code_point);

// A part of a line that is drawn as one: letter by letter, or, `shaped`, as one picture.
struct ScriptRun {
    std::size_t begin = 0; // bytes
    std::size_t end = 0;
    bool shaped = false;

    bool operator==(const ScriptRun&) const = default;
};
// The parts of a line, as few as possible, in the order of the text; a cluster lies in one of them. A line that runs from the right is one
// part. In one that runs from the left each stretch that is written from the right is: a name in a sentence of ours keeps to itself, and the
// day behind it does not go to its other side, as it would by UAX #9 without isolating the name.
std::vector<ScriptRun> script_runs(std::string_view line);

// Where a line must not end: before what closes or continues, after what opens, between Latin letters. `before` and `after`: the code
// points on both sides, neither a blank; the place is the boundary of a cluster.
bool may_break_between(std::uint32_t before, std::uint32_t after);

}
