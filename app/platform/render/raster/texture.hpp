#pragma once

#include "app/platform/render/raster/blend.hpp"
#include "app/platform/render/raster/pixels.hpp"

#include <algorithm>
#include <cstdint>

namespace middleground {

struct Texture {
    Pixels texels;          // not multiplied with their alpha
    std::uint64_t name = 0; // another one whenever something changes that may have been drawn already
};

// Between two values: weight 0..256 of the second.
constexpr Channels mixed(Channels first, Channels second, std::uint32_t weight) {
    return ((first * (256 - weight) + second * weight + each_channel * 128) >> 8) & channel_mask;
}

// What lies between four texels, at places in 1/256 of a texel from the middle of the first one; at the edges the outermost goes on.
inline Channels sampled(const Texture& texture, int u, int v) {
    const auto& texels = texture.texels;
    const auto column = [&](int x) { return std::clamp(x, 0, texels.width - 1); };
    const auto row = [&](int y) { return texels.row(std::clamp(y, 0, texels.height - 1)); };
    const auto along = [&](const std::uint32_t* from) {
        return mixed(channels_of(from[column(u >> 8)]), channels_of(from[column((u >> 8) + 1)]), static_cast<std::uint32_t>(u & 255));
    };
    return mixed(along(row(v >> 8)), along(row((v >> 8) + 1)), static_cast<std::uint32_t>(v & 255));
}

}
