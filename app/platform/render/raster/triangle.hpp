#pragma once

#include "app/platform/render/raster/scene.hpp"

namespace middleground {

// Draws a triangle of a scene over opaque pixels, as far as it lies in `part`, which lies in its bounds. Two triangles that share an edge
// draw no pixel twice and leave none out.
void fill_triangle(Pixels& target, const PixelRect& part, const Corner& a, const Corner& b, const Corner& c, const Texture& texture);

}
