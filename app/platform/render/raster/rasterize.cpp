#include "app/platform/render/raster/rasterize.hpp"

#include "app/platform/render/raster/rectangle.hpp"
#include "app/platform/render/raster/triangle.hpp"

namespace middleground {

void rasterize(Pixels& picture, const PixelRect& part, const Scene& scene, std::uint32_t background) {
    const auto all = common(part, picture.all());
    if (all.empty()) return;
    for (int y = all.top; y < all.bottom; ++y) {
        fill_row(picture.row(y), all.left, all.right, background | opaque);
    }
    for (const auto& shape : scene.shapes) {
        const auto seen = common(all, shape.bounds);
        if (seen.empty()) continue;
        const auto& index = shape.corners;
        const auto& corners = scene.corners;
        if (shape.is_rectangle) {
            fill_rectangle(picture, seen, corners[index[0]], corners[index[2]], *shape.texture);
        } else {
            fill_triangle(picture, seen, corners[index[0]], corners[index[1]], corners[index[2]], *shape.texture);
        }
    }
}

}
