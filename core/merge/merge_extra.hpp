#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

// Unknown members of files, as `extra` holds them; only merge*.cpp use it.
namespace middleground::merging {

// At most so many members can be kept beside each other (core/codec/json_extra.hpp).
inline constexpr std::size_t most_unknown_members = 512;

struct UnknownMember {
    std::string name;  // as it stands in the text, in its quotes
    std::string value; // compact JSON

    bool operator==(const UnknownMember&) const = default;
};

// The members of a compact JSON object; none for an empty text. Nothing when the text is no such object.
std::optional<std::vector<UnknownMember>> unknown_members(std::string_view extra);
std::string extra_of(const std::vector<UnknownMember>& members);

}
