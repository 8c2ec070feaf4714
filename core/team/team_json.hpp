#pragma once

#include "core/base/date.hpp"
#include "core/base/error.hpp"
#include "core/codec/json_tree.hpp"

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

// Reading the JSON of a team; only core/team uses it.
namespace middleground::team {

using io::Json;

// The members of one object. The first thing that is wrong is kept; after it nothing is read.
class MembersReader {
public:
    // `where` is the object's path, empty for the top.
    MembersReader(const Json& object, std::string where);

    // Each is set when it is there; one that has another type is an error, and so is a needed one that is missing or empty.
    void text(std::string_view name, std::string& value, bool needed, std::size_t most_bytes);
    void number(std::string_view name, std::uint64_t& value, bool needed);
    void flag(std::string_view name, bool& value);
    void day(std::string_view name, Date& value, bool needed);
    void texts(std::string_view name, std::vector<std::string>& values, std::size_t most, std::size_t most_bytes);
    // An object within, or null; `needed` as above.
    const Json* object(std::string_view name, bool needed);

    void refuse(std::string what, std::string_view name);
    const Error* error() const { return error_.what.empty() ? nullptr : &error_; }
    std::string place_of(std::string_view name) const;

private:
    const Json* find(std::string_view name, bool needed);

    const Json& object_;
    std::string where_;
    Error error_;
};

// parse -> marker -> version. `words` say what it was to be: "a stored deal of the team".
Result<Json> open_text(std::string_view text, std::string_view marker, std::string_view words);

// Lower-case digits, exactly so many.
bool is_hex(std::string_view text, std::size_t digits);
std::string to_hex(std::string_view bytes);
std::string from_hex(std::string_view digits); // is_hex has said yes

Json list_of(const std::vector<std::string>& texts);

}
