#include "app/platform/render/raster/scene.hpp"

#include <algorithm>
#include <cmath>
#include <span>

namespace middleground {

namespace {

constexpr float farthest = 1 << 20; // pixels; what is beyond is drawn as if it were there
constexpr std::int32_t no_place = INT32_MIN;

std::int32_t on_grid(float pixels) {
    if (std::isnan(pixels)) return no_place;
    // Not lround, which is no instruction of WebAssembly.
    return static_cast<std::int32_t>(std::floor(std::clamp(pixels, -farthest, farthest) * (1 << subpixel_bits) + 0.5f));
}

// Pixels per unit of Dear ImGui, as its backends for OpenGL map them: the whole pixels of the target to all of the display.
struct Mapping {
    ImVec2 origin, scale;

    Corner corner(const ImDrawVert& vertex) const {
        return {on_grid((vertex.pos.x - origin.x) * scale.x), on_grid((vertex.pos.y - origin.y) * scale.y), vertex.uv.x, vertex.uv.y,
                vertex.col};
    }
};

int whole(float pixels) {
    return std::isnan(pixels) ? 0 : static_cast<int>(std::clamp(pixels, -farthest, farthest));
}

// Those backends cut the fractions off, of rows from the bottom.
PixelRect clip_of(const ImDrawCmd& command, const ImDrawData& data, int height) {
    const auto& [offset, scale] = std::pair(data.DisplayPos, data.FramebufferScale);
    const float left = (command.ClipRect.x - offset.x) * scale.x;
    const float top = (command.ClipRect.y - offset.y) * scale.y;
    const float right = (command.ClipRect.z - offset.x) * scale.x;
    const float bottom = (command.ClipRect.w - offset.y) * scale.y;
    if (!(right > left) || !(bottom > top)) return {};
    const int under = whole(static_cast<float>(height) - bottom);
    return {whole(left), height - under - whole(bottom - top), whole(left) + whole(right - left), height - under};
}

class Builder {
public:
    Builder(Scene& scene, const PixelRect& clip, const Texture& texture, std::uint32_t first)
        : scene_(scene), clip_(clip), texture_(texture), first_(first) {}

    void add(std::span<const ImDrawIdx> indices) {
        std::size_t i = 0;
        while (i + 3 <= indices.size()) {
            if (i + 6 <= indices.size() && add_rectangle(indices.subspan(i, 6))) {
                i += 6;
            } else {
                add_triangle(indices.subspan(i, 3));
                i += 3;
            }
        }
    }

private:
    const Corner* corner(ImDrawIdx index) const {
        const auto at = first_ + index;
        return at < scene_.corners.size() ? &scene_.corners[at] : nullptr;
    }

    // As ImDrawList::PrimRect and the letters of a text have it: two triangles that share the diagonal from the first corner to the third.
    bool add_rectangle(std::span<const ImDrawIdx> index) {
        if (index[3] != index[0] || index[4] != index[2]) return false;
        const auto *a = corner(index[0]), *b = corner(index[1]), *c = corner(index[2]), *d = corner(index[5]);
        if (!a || !b || !c || !d) return false;
        const bool upright = a->x == d->x && b->x == c->x && a->y == b->y && c->y == d->y && a->x < b->x && a->y < d->y;
        const bool somewhere = a->x != no_place && a->y != no_place;
        const bool one_color = a->color == b->color && a->color == c->color && a->color == d->color;
        const bool texture_upright = a->u == d->u && b->u == c->u && a->v == b->v && c->v == d->v;
        if (!upright || !somewhere || !one_color || !texture_upright) return false;
        append({{first_ + index[0], first_ + index[1], first_ + index[2], first_ + index[5]}, true, &texture_, {}}, a->x, c->x, a->y, c->y);
        return true;
    }

    void add_triangle(std::span<const ImDrawIdx> index) {
        const auto *a = corner(index[0]), *b = corner(index[1]), *c = corner(index[2]);
        if (!a || !b || !c) return;
        const auto [left, right] = std::minmax({a->x, b->x, c->x});
        const auto [top, bottom] = std::minmax({a->y, b->y, c->y});
        if (left == no_place || top == no_place) return;
        append({{first_ + index[0], first_ + index[1], first_ + index[2], first_ + index[0]}, false, &texture_, {}}, left, right, top,
               bottom);
    }

    void append(Shape shape, std::int32_t left, std::int32_t right, std::int32_t top, std::int32_t bottom) {
        shape.bounds = common(clip_, {first_column(left), first_row(top), first_column(right), first_row(bottom)});
        if (!shape.bounds.empty()) scene_.shapes.push_back(shape);
    }

    Scene& scene_;
    const PixelRect clip_;
    const Texture& texture_;
    const std::uint32_t first_; // of the vertices, in scene_.corners
};

}

void build_scene(Scene& scene, const ImDrawData& data, int width, int height) {
    scene.corners.clear();
    scene.shapes.clear();
    const int pixels_x = whole(data.DisplaySize.x * data.FramebufferScale.x);
    const int pixels_y = whole(data.DisplaySize.y * data.FramebufferScale.y);
    if (pixels_x <= 0 || pixels_y <= 0) return;
    const ImVec2 scale{static_cast<float>(pixels_x) / data.DisplaySize.x, static_cast<float>(pixels_y) / data.DisplaySize.y};
    const Mapping mapping{data.DisplayPos, scale};
    const auto target = common({0, 0, width, height}, {0, 0, pixels_x, pixels_y});
    for (const auto* list : data.CmdLists) {
        const auto first = static_cast<std::uint32_t>(scene.corners.size());
        scene.corners.resize(first + static_cast<std::size_t>(list->VtxBuffer.Size));
        std::transform(list->VtxBuffer.begin(), list->VtxBuffer.end(), scene.corners.begin() + first,
                       [&](const ImDrawVert& vertex) { return mapping.corner(vertex); });
        for (const auto& command : list->CmdBuffer) {
            if (command.UserCallback || command.ElemCount == 0) continue; // callbacks are for OpenGL; the program has none
            const auto* texture = reinterpret_cast<const Texture*>(command.GetTexID());
            const auto clip = common(target, clip_of(command, data, pixels_y));
            if (!texture || texture->texels.values.empty() || clip.empty()) continue;
            const auto indices = std::span(list->IdxBuffer.Data, static_cast<std::size_t>(list->IdxBuffer.Size));
            if (command.IdxOffset > indices.size() || command.ElemCount > indices.size() - command.IdxOffset) continue;
            Builder(scene, clip, *texture, first + command.VtxOffset).add(indices.subspan(command.IdxOffset, command.ElemCount));
        }
    }
}

}
