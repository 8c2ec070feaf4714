#pragma once

#include "core/base/error.hpp"

#include <nlohmann/json.hpp>

#include <string>
#include <string_view>

// JSON text <-> tree. The tree is the library's, in the order of the file; everything else is ours so that nothing throws and the same
// tree gives the same bytes everywhere: numbers that are no 64-bit integers keep the very text they came with (see is_decimal).
namespace middleground::io {

using Json = nlohmann::ordered_json;

inline constexpr int max_depth = 32;       // objects and lists within each other
inline constexpr int max_members = 1024;   // of one object
inline constexpr int max_values = 1000000; // of one file: bounds what a small file can take in memory

// UTF-8, with or without a byte order mark. Refuses: not UTF-8, not JSON, beyond one of the limits above, a member twice in one object,
// more than max_file_bytes. Errors give line and column, both from 1, columns in bytes; or the path.
Result<Json> parse_json(std::string_view text);

// A number with a point or exponent, or beyond 64 bits: its text is kept.
bool is_decimal(const Json& value);
std::string_view decimal_text(const Json& value);
Json make_decimal(std::string_view text);

enum class JsonLayout : std::uint8_t {
    compact, // no white space
    indented // two spaces; what fits into one line of 120 bytes stands in one line; a final newline
};
std::string write_json(const Json& value, JsonLayout layout);

// Nothing when there is no such member or `object` is no object.
const Json* member(const Json& object, std::string_view name);
Json* member(Json& object, std::string_view name);
// Adds at the end without looking whether it is there.
void append(Json& object, std::string_view name, Json value);
// "a text", "the number 12.5", "a list"
std::string described(const Json& value);

}
