#pragma once

#include "app/platform/render/raster/pixels.hpp"
#include "app/platform/render/raster/texture.hpp"

#include <imgui.h>

#include <array>
#include <cstdint>
#include <vector>

namespace middleground {

// Corners lie on a grid of 1/16 pixel, the coarsest that OpenGL allows: what is meant to meet then does.
inline constexpr int subpixel_bits = 4;

struct Corner {
    std::int32_t x = 0, y = 0; // in 1/16 pixel
    float u = 0, v = 0;        // in parts of the texture
    std::uint32_t color = 0;   // as in Pixels
};

// A triangle, or a rectangle with upright edges, one colour and a texture that is not turned.
struct Shape {
    std::array<std::uint32_t, 4> corners{}; // in Scene::corners; of a rectangle the upper left one first, the lower right one third
    bool is_rectangle = false;
    const Texture* texture = nullptr; // never null
    PixelRect bounds;                 // what can be seen of it, never empty
};

// One frame of Dear ImGui as shapes in the order in which they are drawn. Points into the textures that it was made with.
struct Scene {
    std::vector<Corner> corners;
    std::vector<Shape> shapes;
};

// Replaces `scene`. Textures are found by ImTextureID, which is a Texture*; shapes without one, outside of their clip rectangle or of a
// target of width x height pixels, and those whose corners are no numbers, are left out.
void build_scene(Scene& scene, const ImDrawData& data, int width, int height);

// The first pixel whose middle lies at or after that place; the last ones before it end there. Downwards a middle on the very edge belongs
// to the shape above it, as where OpenGL counts rows from the bottom.
constexpr int first_column(std::int32_t x) {
    return (x + (1 << (subpixel_bits - 1)) - 1) >> subpixel_bits;
}
constexpr int first_row(std::int32_t y) {
    return (y + (1 << (subpixel_bits - 1))) >> subpixel_bits;
}

}
