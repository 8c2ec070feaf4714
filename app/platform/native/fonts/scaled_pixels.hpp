#pragma once

#include <cstdint>
#include <vector>

namespace middleground {

struct PixelSize {
    int width = 0;
    int height = 0;
};

// A picture made smaller or larger: every pixel is what it covers of the old ones, weighted by a tent, so that a picture that gets small
// keeps its thin lines. Pixels are 0xAABBGGRR, multiplied by alpha. The old picture's top left corner comes to (x, y) in the new one, from
// 0 to before 1; what is around it is transparent.
std::vector<std::uint32_t> scaled_pixels(const std::vector<std::uint32_t>& pixels, PixelSize from, PixelSize to, float scale, float x,
                                         float y);

}
