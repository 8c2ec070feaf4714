#pragma once

#include <bit>
#include <cstdint>

namespace middleground {

// One number more in one that stands for many: for caches that look whether anything has changed.
constexpr std::uint64_t mixed_in(std::uint64_t mark, std::uint64_t value) {
    return std::rotl((mark ^ value) * 0x9e3779b97f4a7c15u, 29);
}

}
