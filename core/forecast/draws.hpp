#pragma once

#include <cstdint>
#include <string_view>

namespace middleground {

// Every draw is a hash of (seed, future, commitment, try), split into what is needed for one try. So future i is the same however many
// futures there are, however the work is sliced, and whatever else changes in the deal: two forecasts with one seed differ only by what
// differs in the deals. The finaliser is SplitMix64's (Steele, Lea, Flood 2014).
constexpr std::uint64_t golden_ratio = 0x9e3779b97f4a7c15u;

constexpr std::uint64_t mixed(std::uint64_t z) {
    z = (z ^ (z >> 30)) * 0xbf58476d1ce4e5b9u;
    z = (z ^ (z >> 27)) * 0x94d049bb133111ebu;
    return z ^ (z >> 31);
}

// What stands for a text (an id) in a hash: FNV-1a, then mixed.
constexpr std::uint64_t draw_key(std::string_view text) {
    std::uint64_t hash = 0xcbf29ce484222325u;
    for (const char letter : text) {
        hash = (hash ^ static_cast<unsigned char>(letter)) * 0x100000001b3u;
    }
    return mixed(hash);
}

constexpr std::uint64_t future_key(std::uint64_t seed, std::uint32_t future) {
    return mixed(mixed(seed) + (static_cast<std::uint64_t>(future) + 1) * golden_ratio);
}

// Tables of quantiles have 2^8 rows: row i stands for the probability (i + 1/2) / 256.
inline constexpr int quantile_rows = 256;

struct Draw {
    std::uint64_t bits;

    constexpr Draw(std::uint64_t future, std::uint64_t commitment, std::uint32_t try_number)
        : bits(mixed(future ^ (commitment + try_number * golden_ratio))) {}

    constexpr std::uint32_t answer() const { return static_cast<std::uint32_t>(bits >> 32); }
    constexpr std::uint32_t odds_row() const { return static_cast<std::uint32_t>(bits) & 0xff; }
    constexpr std::uint32_t days_row() const { return static_cast<std::uint32_t>(bits >> 8) & 0xff; }
    constexpr std::uint32_t pause_row() const { return static_cast<std::uint32_t>(bits >> 16) & 0xff; }
    // For the one draw of a future that decides when nobody decides: 12 bits.
    constexpr std::uint32_t patience_row() const { return static_cast<std::uint32_t>(bits >> 52); }
};

}
