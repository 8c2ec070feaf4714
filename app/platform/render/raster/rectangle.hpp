#pragma once

#include "app/platform/render/raster/scene.hpp"

namespace middleground {

// Draws a rectangle of a scene over opaque pixels, as far as it lies in `part`, which lies in its bounds.
void fill_rectangle(Pixels& target, const PixelRect& part, const Corner& upper_left, const Corner& lower_right, const Texture& texture);

// A row of pixels in one colour, whose alpha says how much of it.
void fill_row(std::uint32_t* row, int begin, int end, std::uint32_t color);

// A texel (channels, with its alpha) in a colour over a pixel.
void draw_texel(std::uint32_t& pixel, Channels texel, std::uint32_t color);

// What a texture is at one place, in parts of it; and what a colour becomes there.
Channels texel_at(const Texture& texture, float u, float v);
std::uint32_t tinted(std::uint32_t color, Channels texel);

// A place on a texture in 1/256 texel from the middle of the first one, for `sampled`.
int texel_place(float texels);

}
