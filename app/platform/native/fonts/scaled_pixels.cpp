#include "app/platform/native/fonts/scaled_pixels.hpp"

#include <algorithm>
#include <array>
#include <cmath>

namespace middleground {

namespace {

struct Tap {
    int from = 0;
    float weight = 0;
};

// Of which old pixels each new one is made along one axis. Weights add up to one, but for those that fall beside the picture.
std::vector<std::vector<Tap>> taps_of(int from, int to, float scale, float offset) {
    const float pixel = 1 / scale; // of the new picture, in old ones
    const float reach = std::max(1.0F, 0.75F * pixel);
    std::vector<std::vector<Tap>> result(static_cast<std::size_t>(to));
    for (int i = 0; i < to; ++i) {
        const float center = (static_cast<float>(i) + 0.5F - offset) * pixel - 0.5F;
        const int first = static_cast<int>(std::ceil(center - reach));
        const int last = static_cast<int>(std::floor(center + reach));
        float all = 0;
        auto& taps = result[static_cast<std::size_t>(i)];
        for (int at = first; at <= last; ++at) {
            const float weight = 1 - std::abs(static_cast<float>(at) - center) / reach;
            all += weight;
            if (at >= 0 && at < from && weight > 0) taps.push_back({at, weight});
        }
        for (auto& tap : taps)
            tap.weight /= all;
    }
    return result;
}

using Channels = std::array<float, 4>;

}

std::vector<std::uint32_t> scaled_pixels(const std::vector<std::uint32_t>& pixels, PixelSize from, PixelSize to, float scale, float x,
                                         float y) {
    const auto columns = taps_of(from.width, to.width, scale, x);
    const auto rows = taps_of(from.height, to.height, scale, y);
    const auto from_width = static_cast<std::size_t>(from.width);
    const auto to_width = static_cast<std::size_t>(to.width);
    // First each row gets narrower, then each column shorter.
    std::vector<Channels> narrow(to_width * static_cast<std::size_t>(from.height));
    for (std::size_t row = 0; row < static_cast<std::size_t>(from.height); ++row) {
        for (std::size_t column = 0; column < to_width; ++column) {
            auto& sum = narrow[row * to_width + column];
            for (const auto& tap : columns[column]) {
                const auto pixel = pixels[row * from_width + static_cast<std::size_t>(tap.from)];
                for (std::size_t c = 0; c < 4; ++c)
                    sum[c] += tap.weight * static_cast<float>(pixel >> 8 * c & 0xff);
            }
        }
    }
    std::vector<std::uint32_t> result;
    result.reserve(to_width * rows.size());
    for (const auto& taps : rows) {
        for (std::size_t column = 0; column < to_width; ++column) {
            Channels sum{};
            for (const auto& tap : taps) {
                const auto& part = narrow[static_cast<std::size_t>(tap.from) * to_width + column];
                for (std::size_t c = 0; c < 4; ++c)
                    sum[c] += tap.weight * part[c];
            }
            std::uint32_t pixel = 0;
            for (std::size_t c = 0; c < 4; ++c)
                pixel |= static_cast<std::uint32_t>(std::clamp(std::lround(sum[c]), 0L, 255L)) << 8 * c;
            result.push_back(pixel);
        }
    }
    return result;
}

}
