#pragma once

#include <cstdint>
#include <optional>
#include <string_view>
#include <vector>

namespace middleground {

// How a text is to look. Sizes are device pixels: what is drawn is shown pixel for pixel.
struct TypeFace {
    float em = 0;
    int weight = 400; // as CSS counts: 400 regular, 500 medium, 600 semibold
};

// A text as a picture. Its pen starts at (0, 0) on the baseline, x to the right and y down.
struct TextPicture {
    int width = 0; // 0 x 0 for blanks
    int height = 0;
    int left = 0; // of the picture's top left corner, from the pen's start
    int top = 0;
    float advance = 0;    // how far the pen moves
    bool colored = false; // some of it has colours of its own, as emoji have: shown as it is. Otherwise it is white, to be tinted.
    std::vector<std::uint32_t> pixels; // width * height, from the top; 0xAABBGGRR, not multiplied by alpha
};

// The fonts of the system that the program runs on, for what its own fonts have not. Texts are UTF-8, one line, and are shaped as a whole:
// letters join, marks stand where they belong, and what is written from right to left is.
class SystemFonts {
public:
    virtual ~SystemFonts() = default;
    // How far the pen moves over the text, in device pixels. Nothing where `draw` would draw nothing either.
    virtual std::optional<float> advance(std::string_view text, TypeFace face) = 0;
    // `color` (0xAABBGGRR) is for letters that stand beside coloured ones. Nothing when no font has any of it, or the system does not say
    // what it drew (a browser that keeps its canvas to itself): then a box takes the place of each letter.
    virtual std::optional<TextPicture> draw(std::string_view text, TypeFace face, std::uint32_t color) = 0;
};

}
