#pragma once

#include "app/platform/render/raster/scene.hpp"

namespace middleground {

// Draws what of the scene lies in `part` of the picture, over one opaque colour (as in Pixels). Whatever parts a picture is drawn in, it
// gets the same pixels. The result is that of OpenGL with Dear ImGui's own blending and smooth textures, but for the last bits.
void rasterize(Pixels& picture, const PixelRect& part, const Scene& scene, std::uint32_t background);

}
