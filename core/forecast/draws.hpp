#pragma once

#include <cstdint>
#include <string_view>

namespace middleground {

// Every draw is a hash of (seed, future, commitment, try), split into what is needed for one try. So future i is the same however many
// futures there are, however the work is sliced, and whatever else changes in the deal: two forecasts with one seed differ only by what
// differs in the deals. 32 bits, so that eight futures go side by side on any machine.

// Chris Wellons' lowbias32: a bijection of 32 bits, in which each bit of the result changes for half of all inputs when one of theirs does.
constexpr std::uint32_t mixed(std::uint32_t x) {
    x ^= x >> 16;
    x *= 0x7feb352du;
    x ^= x >> 15;
    x *= 0x846ca68bu;
    return x ^ (x >> 16);
}

constexpr std::uint32_t golden_ratio = 0x9e3779b9u;

// What stands for a text (an id) in a hash: FNV-1a, then mixed.
constexpr std::uint32_t draw_key(std::string_view text) {
    std::uint32_t hash = 0x811c9dc5u;
    for (const char letter : text) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x01000193u;
    }
    return mixed(hash);
}

// Of both halves of the seed; no two futures of a seed have the same key.
constexpr std::uint32_t future_key(std::uint64_t seed, std::uint32_t future) {
    const auto low = static_cast<std::uint32_t>(seed);
    const auto high = static_cast<std::uint32_t>(seed >> 32);
    return mixed(mixed(future * golden_ratio + mixed(low)) ^ mixed(high + golden_ratio));
}

// What one try of one commitment in one future draws: 32 bits for the answer, and another 32 for rows of tables.
struct Draw {
    std::uint32_t answer;
    std::uint32_t rows;

    constexpr Draw(std::uint32_t future, std::uint32_t key, std::uint32_t try_number)
        : answer(mixed(future ^ (key + try_number * golden_ratio))), rows(mixed(answer + golden_ratio)) {}

    constexpr std::uint32_t odds_row() const { return rows & 0xff; }
    constexpr std::uint32_t days_row() const { return (rows >> 8) & 0xff; }
    constexpr std::uint32_t pause_row() const { return (rows >> 16) & 0xff; }
    constexpr std::uint32_t pace_row() const { return rows >> 24; }
    constexpr std::uint32_t patience_row() const { return answer >> 20; } // 12 bits
};

// Tables of quantiles have 2^8 rows: row i stands for the probability (i + 1/2) / 256.
inline constexpr int quantile_rows = 256;

}
