#pragma once

#include "app/platform/render/raster/scene.hpp"

#include <cstdint>
#include <vector>

namespace middleground {

// Tells which parts of a picture differ from the one before: the picture in tiles, and of each tile a hash of all that is drawn there.
class Damage {
public:
    static constexpr int tile = 32; // pixels, both ways

    // What has to be drawn anew: a few rectangles that do not overlap; everything after `forget` and in another size. From now on this is
    // the picture before.
    std::vector<PixelRect> changed(const Scene& scene, int width, int height, std::uint32_t background);
    void forget() { before_.clear(); }

private:
    std::vector<std::uint64_t> hash_tiles(const Scene& scene, std::uint32_t background) const;
    std::vector<PixelRect> rectangles(const std::vector<std::uint64_t>& now) const;

    int columns_ = 0, rows_ = 0, width_ = 0, height_ = 0;
    std::vector<std::uint64_t> before_; // row by row; empty: there is none
};

}
