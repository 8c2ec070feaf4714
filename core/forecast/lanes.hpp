#pragma once

#include "core/forecast/draws.hpp"

#include <array>
#include <cstdint>

namespace middleground {

// Futures are played side by side, a block at a time: what has no branches is done for eight of them at once with the vector extensions of
// g++ and clang. All of it is whole numbers, so that the width of the machine's registers changes no bit.
inline constexpr std::uint32_t block_size = 256;

using Numbers = std::array<std::uint32_t, block_size>; // one for each future of a block
struct alignas(32) Lanes : Numbers {};

// The keys of the futures `first`, `first` + 1, ...
void keys_of(std::uint64_t seed, std::uint32_t first, Lanes& keys);
// The first 32 bits of a draw, and the second.
void draw_answers(const Lanes& futures, std::uint32_t key, std::uint32_t try_number, Lanes& answers);
void draw_both(const Lanes& futures, std::uint32_t key, std::uint32_t try_number, Lanes& answers, Lanes& rows);
// The larger of both, in each future.
void raise_to(Lanes& numbers, const Lanes& others);

}
