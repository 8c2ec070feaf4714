#pragma once

#include "app/platform/native/fonts/shaped_text.hpp"

#include <cstdint>
#include <vector>

namespace middleground {

// A glyph as pixels, placed from the pen's start.
struct GlyphBitmap {
    int left = 0;
    int top = 0; // y down
    int width = 0;
    int height = 0;
    bool colored = false;
    std::vector<std::uint8_t> coverage; // width * height, of what has no colours
    std::vector<std::uint32_t> pixels;  // width * height, 0xAABBGGRR multiplied by alpha, of what has
};

// Empty for blanks, and for what the font cannot draw.
GlyphBitmap glyph_bitmap(const ShapedGlyph& glyph);

}
