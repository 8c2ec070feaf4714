#pragma once

#include <cstdint>

namespace middleground {

// The four channels of a pixel in 16 bits each, so that one multiplication takes them all. Channels hold 0..255.
using Channels = std::uint64_t;

inline constexpr std::uint32_t opaque = 0xff000000u;
inline constexpr Channels each_channel = 0x0001'0001'0001'0001u;
inline constexpr Channels channel_mask = 0x00ff'00ff'00ff'00ffu;

constexpr Channels channels_of(std::uint32_t pixel) {
    Channels wide = pixel;
    wide = (wide | wide << 16) & 0x0000'ffff'0000'ffffu;
    return (wide | wide << 8) & channel_mask;
}

constexpr std::uint32_t pixel_of(Channels channels) {
    const auto pairs = (channels | channels >> 8) & 0x0000'ffff'0000'ffffu;
    return static_cast<std::uint32_t>(pairs | pairs >> 16);
}

// Products of two bytes, rounded to the nearest 255th.
constexpr std::uint32_t by_255(std::uint32_t product) {
    return (product + 128 + ((product + 128) >> 8)) >> 8;
}

constexpr Channels channels_by_255(Channels products) {
    const auto rounded = products + each_channel * 128;
    return ((rounded + (rounded >> 8 & channel_mask)) >> 8) & channel_mask;
}

// `over` with this alpha (0..255) over an opaque pixel; the alpha channel of `over` is 255.
constexpr std::uint32_t blended(std::uint32_t under, Channels over, std::uint32_t alpha) {
    return pixel_of(channels_by_255(over * alpha + channels_of(under) * (255 - alpha)));
}

}
