#include "app/platform/render/raster/damage.hpp"

#include <algorithm>
#include <bit>

namespace middleground {

namespace {

constexpr std::size_t most_rectangles = 12; // each goes through all shapes once

std::uint64_t with(std::uint64_t hash, std::uint64_t value) {
    hash = (hash ^ value) * 0x9e3779b97f4a7c15u;
    return hash ^ hash >> 32;
}

std::uint64_t pair(std::uint32_t a, std::uint32_t b) {
    return static_cast<std::uint64_t>(a) << 32 | b;
}

std::uint64_t pair(int a, int b) {
    return pair(static_cast<std::uint32_t>(a), static_cast<std::uint32_t>(b));
}

std::uint64_t pair(float a, float b) {
    return pair(std::bit_cast<std::uint32_t>(a), std::bit_cast<std::uint32_t>(b));
}

std::uint64_t hash_of(const Shape& shape, const std::vector<Corner>& corners) {
    auto hash = with(shape.texture->name, pair(shape.bounds.left, shape.bounds.top));
    hash = with(hash, pair(shape.bounds.right, shape.bounds.bottom));
    for (const auto index : shape.corners) {
        const auto& corner = corners[index];
        hash = with(hash, pair(corner.x, corner.y));
        hash = with(hash, pair(corner.u, corner.v));
        hash = with(hash, corner.color);
    }
    return hash;
}

}

std::vector<std::uint64_t> Damage::hash_tiles(const Scene& scene, std::uint32_t background) const {
    std::vector<std::uint64_t> tiles(static_cast<std::size_t>(columns_) * static_cast<std::size_t>(rows_), background);
    for (const auto& shape : scene.shapes) {
        const auto hash = hash_of(shape, scene.corners);
        const auto& bounds = shape.bounds;
        for (int row = bounds.top / tile; row <= (bounds.bottom - 1) / tile; ++row) {
            for (int column = bounds.left / tile; column <= (bounds.right - 1) / tile; ++column) {
                auto& one = tiles[static_cast<std::size_t>(row * columns_ + column)];
                one = with(one, hash);
            }
        }
    }
    return tiles;
}

std::vector<PixelRect> Damage::rectangles(const std::vector<std::uint64_t>& now) const {
    std::vector<PixelRect> found;
    for (int row = 0; row < rows_; ++row) {
        const auto differs = [&](int column) {
            const auto at = static_cast<std::size_t>(row * columns_ + column);
            return now[at] != before_[at];
        };
        for (int column = 0; column < columns_; ++column) {
            if (!differs(column)) continue;
            const int begin = column;
            while (column < columns_ && differs(column))
                ++column;
            const PixelRect run{begin * tile, row * tile, std::min(column * tile, width_), std::min((row + 1) * tile, height_)};
            const auto above = std::ranges::find_if(
                found, [&](const PixelRect& one) { return one.bottom == run.top && one.left == run.left && one.right == run.right; });
            if (above == found.end()) {
                found.push_back(run);
            } else {
                above->bottom = run.bottom;
            }
        }
    }
    if (found.size() <= most_rectangles) return found;
    auto all = found.front();
    for (const auto& one : found) {
        all = {std::min(all.left, one.left), std::min(all.top, one.top), std::max(all.right, one.right), std::max(all.bottom, one.bottom)};
    }
    return {all};
}

std::vector<PixelRect> Damage::changed(const Scene& scene, int width, int height, std::uint32_t background) {
    if (width != width_ || height != height_) before_.clear();
    width_ = width;
    height_ = height;
    columns_ = (width + tile - 1) / tile;
    rows_ = (height + tile - 1) / tile;
    auto now = hash_tiles(scene, background);
    std::vector<PixelRect> parts;
    if (!before_.empty()) {
        parts = rectangles(now);
    } else if (!now.empty()) {
        parts.push_back({0, 0, width, height});
    }
    before_ = std::move(now);
    return parts;
}

}
