#pragma once

#include "core/model/interaction.hpp"

#include <type_traits>

// What packing and unpacking have to agree on beside the descriptions; only packed_*.cpp use it.
namespace middleground::io {

// Ends every text: no byte of UTF-8.
inline constexpr char text_end = '\xFF';

// The mask of an object: this bit for its unknown members, then one for each member that can be left out, in the order of the description.
inline constexpr std::uint32_t rest_bit = 1;
inline constexpr int first_bit = 1;

// Things with an id stand in a table, which says how many there are.
template <typename T>
concept has_id = requires(T thing) {
    thing.id;
};

// Dates count from the one before. Where a list of things begins anew with each of them, from the day the deal was opened; interactions
// follow each other in time.
template <typename T>
inline constexpr bool counts_from_opened = has_id<T> && !std::is_same_v<T, Interaction>;

}
