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

// No day at all.
inline constexpr std::uint32_t never = 0x7fffffff;

// The days of a try, both clocks' in one number of a table: the usual ones below, those of the calendar above.
constexpr std::uint32_t both_days(std::uint32_t usual, std::uint32_t calendar) {
    return (usual < 0xffff ? usual : 0xffffu) | (calendar < 0xffff ? calendar : 0xffffu) << 16;
}
constexpr std::uint32_t usual_part(std::uint32_t both) { return both & 0xffff; }
// At a pace in 2^-8.
constexpr std::uint32_t calendar_part(std::uint32_t both, std::uint32_t pace) { return (both >> 16) * pace >> 8; }

// One try of one commitment in all futures of a block.
struct Try {
    // Tables of a commitment (prepared_deal.hpp):
    const std::uint32_t* keeps_below;
    const std::uint32_t* days;
    std::uint32_t again = 0; // what is left of the chance, in 2^-16
    // Of each future:
    const Lanes& answers;
    const Lanes& rows;
    const Lanes& begin_usual;
    const Lanes& begin_day;
    const Lanes& pace;
    const Lanes& lost_on;
};
struct Tried {
    Lanes& usual; // the days on which it is kept, or never
    Lanes& day;
    Lanes& open;  // not 0: it began, and was not kept
};
void play_try(const Try& one, const Tried& tried);

}
