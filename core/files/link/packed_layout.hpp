#pragma once

#include "core/model/members/members.hpp"

#include <array>
#include <string>
#include <vector>

// What packing and unpacking have to agree on beside the tables of members; only packed_*.cpp use it.
namespace middleground::io {

// Ends every text: no byte of UTF-8.
inline constexpr char text_end = '\xFF';

// The mask of an object: this bit for its unknown members, then one for each member that can be left out, in the order of the rows.
inline constexpr std::uint32_t rest_bit = 1;
inline constexpr int first_bit = 1;

// A number has six decimals at most, and is packed as so many of these.
inline constexpr double millionths = 1e6;

// Ids in the order in which the packed form names them, by IdKind: references are places in these lists.
using IdLists = std::array<std::vector<std::string>, id_kinds>;

inline std::vector<std::string>& list_of(IdLists& lists, IdKind kind) {
    return lists[static_cast<std::size_t>(kind)];
}

// Things with an id stand in a list of ids, which says how many there are.
inline bool has_id(const MemberTable& table) {
    return table.own_ids != IdKind::none;
}

// The table of the list's elements, when these have ids: the packed form begins with the ids of all such lists. Else null.
inline const MemberTable* elements_with_ids(const Member& member) {
    if (member.kind != MemberKind::list) return nullptr;
    const auto& elements = member.type->table();
    return has_id(elements) ? &elements : nullptr;
}

// Dates count from the one before. Where a list of things begins anew with each of them, from the day the deal was opened.
inline bool counts_from_opened(const MemberTable& table) {
    return has_id(table) && !table.days_follow;
}

}
