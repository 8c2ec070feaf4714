#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace middleground {

// Whole pixels, from the upper left corner; right and bottom do not belong to it.
struct PixelRect {
    int left = 0, top = 0, right = 0, bottom = 0;

    bool empty() const { return left >= right || top >= bottom; }
    bool operator==(const PixelRect&) const = default;
};

inline PixelRect common(const PixelRect& a, const PixelRect& b) {
    return {std::max(a.left, b.left), std::max(a.top, b.top), std::min(a.right, b.right), std::min(a.bottom, b.bottom)};
}

// Pixels row by row from the top, red in the lowest byte and alpha in the highest, as Dear ImGui packs colours.
struct Pixels {
    int width = 0, height = 0;
    std::vector<std::uint32_t> values;

    Pixels() = default;
    Pixels(int w, int h) : width(w), height(h), values(static_cast<std::size_t>(w) * static_cast<std::size_t>(h)) {}

    PixelRect all() const { return {0, 0, width, height}; }
    std::uint32_t* row(int y) { return values.data() + static_cast<std::ptrdiff_t>(y) * width; }
    const std::uint32_t* row(int y) const { return values.data() + static_cast<std::ptrdiff_t>(y) * width; }
};

}
