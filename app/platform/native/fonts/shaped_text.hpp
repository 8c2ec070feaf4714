#pragma once

#include "app/platform/native/fonts/font_choice.hpp"

#include <cstdint>
#include <memory>
#include <optional>
#include <vector>

namespace middleground {

struct ShapedGlyph {
    std::shared_ptr<FontFace> face; // set to the em
    std::uint32_t index = 0;        // in the face
    float x = 0;                    // of its origin from the pen's start, device pixels, y down
    float y = 0;
};

struct ShapedText {
    std::vector<ShapedGlyph> glyphs; // from left to right
    float advance = 0;
};

// Letters joined, marks placed, what is written from right to left turned around. Nothing when it fails: there is no memory.
std::optional<ShapedText> shape(const FontRuns& runs, float em);

}
