#include "app/platform/render/raster/triangle.hpp"

#include "app/platform/render/raster/rectangle.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <utility>

namespace middleground {

namespace {

constexpr int edge_bits = 28; // of a place on an edge, below those of a corner: exact enough for every row of the largest triangle
constexpr int half_pixel = 1 << (subpixel_bits - 1);
constexpr float to_pixels = 1.0f / (1 << subpixel_bits);

// Where an edge is at the middle of each row. Always from its upper end, so that both triangles that share it find the same places.
class Edge {
public:
    Edge(const Corner& upper, const Corner& lower)
        : x_(static_cast<std::int64_t>(upper.x) << edge_bits), y_(upper.y),
          slope_(lower.y > upper.y ? floored(static_cast<std::int64_t>(lower.x - upper.x) << edge_bits, lower.y - upper.y) : 0) {}

    // The first pixel whose middle is at the edge or right of it.
    int column(int row) const {
        const auto down = (static_cast<std::int64_t>(row) << subpixel_bits) + half_pixel - y_;
        const auto x = x_ + down * slope_;
        constexpr std::int64_t pixel = std::int64_t{1} << (edge_bits + subpixel_bits);
        return static_cast<int>((x + pixel / 2 - 1) >> (edge_bits + subpixel_bits));
    }

private:
    // Rounded down, a middle of a pixel on the very edge stays right of it.
    static std::int64_t floored(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

    std::int64_t x_, y_, slope_;
};

// A value that grows evenly over the triangle.
class Plane {
public:
    Plane(const std::array<const Corner*, 3>& corner, float a, float b, float c) {
        const auto distance = [&](const Corner* to, std::int32_t Corner::*axis) {
            return static_cast<float>(to->*axis - corner[0]->*axis) * to_pixels;
        };
        const float x1 = distance(corner[1], &Corner::x), y1 = distance(corner[1], &Corner::y);
        const float x2 = distance(corner[2], &Corner::x), y2 = distance(corner[2], &Corner::y);
        const float area = x1 * y2 - x2 * y1;
        across_ = ((b - a) * y2 - (c - a) * y1) / area;
        down_ = ((c - a) * x1 - (b - a) * x2) / area;
        least_ = std::min({a, b, c});
        most_ = std::max({a, b, c});
        value_ = a;
        x_ = static_cast<float>(corner[0]->x) * to_pixels - 0.5f;
        y_ = static_cast<float>(corner[0]->y) * to_pixels - 0.5f;
    }
    // For the pixels of one row: `at` adds what the column does.
    float row(int y) const { return value_ + (static_cast<float>(y) - y_) * down_; }
    // Slivers have slopes that no float can follow: never outside of what the corners have. (What is no number is the least.)
    float at(float row, int x) const {
        const float value = row + (static_cast<float>(x) - x_) * across_;
        return value > least_ ? std::min(value, most_) : least_;
    }

private:
    float value_, across_, down_, least_, most_, x_, y_;
};

float channel(std::uint32_t color, int shift) {
    return static_cast<float>(color >> shift & 255);
}

std::uint32_t rounded(float value) {
    return static_cast<std::uint32_t>(value + 0.5f);
}

struct Colors {
    std::uint32_t a, b, c;

    bool all_same() const { return a == b && a == c; }
    bool differ_in_alpha_only() const { return ((a ^ b) & ~opaque) == 0 && ((a ^ c) & ~opaque) == 0; }
};

struct ColorPlanes {
    std::array<Plane, 4> planes;

    ColorPlanes(const std::array<const Corner*, 3>& corner, const Colors& colors)
        : planes{plane(corner, colors, 0), plane(corner, colors, 8), plane(corner, colors, 16), plane(corner, colors, 24)} {}

    static Plane plane(const std::array<const Corner*, 3>& corner, const Colors& colors, int shift) {
        return {corner, channel(colors.a, shift), channel(colors.b, shift), channel(colors.c, shift)};
    }
    std::uint32_t at(int x, int y) const {
        std::uint32_t color = 0;
        for (int i = 0; i < 4; ++i) {
            const auto& one = planes[static_cast<std::size_t>(i)];
            color |= rounded(one.at(one.row(y), x)) << 8 * i;
        }
        return color;
    }
};

// Calls fill(y, begin, end) for the pixels of each row.
template <typename Fill>
void each_row(const PixelRect& part, std::array<const Corner*, 3> corner, Fill fill) {
    for (const auto at : {0u, 1u, 0u}) { // from top to bottom
        if (corner[at + 1]->y < corner[at]->y) std::swap(corner[at], corner[at + 1]);
    }
    const auto& [upper, middle, lower] = corner;
    const auto right_of = static_cast<std::int64_t>(middle->x - upper->x) * (lower->y - upper->y) -
                          static_cast<std::int64_t>(lower->x - upper->x) * (middle->y - upper->y);
    if (right_of == 0) return; // no area
    const Edge whole(*upper, *lower), first(*upper, *middle), second(*middle, *lower);
    const int turn = first_row(middle->y);
    for (int y = std::max(part.top, first_row(upper->y)); y < std::min(part.bottom, first_row(lower->y)); ++y) {
        int begin = whole.column(y);
        int end = (y < turn ? first : second).column(y);
        if (right_of < 0) std::swap(begin, end);
        begin = std::max(begin, part.left);
        end = std::min(end, part.right);
        if (begin < end) fill(y, begin, end);
    }
}

void fill_textured(Pixels& target, const PixelRect& part, const std::array<const Corner*, 3>& corner, const Texture& texture) {
    const ColorPlanes colors(corner, {corner[0]->color, corner[1]->color, corner[2]->color});
    const auto width = static_cast<float>(texture.texels.width);
    const auto height = static_cast<float>(texture.texels.height);
    const Plane across(corner, corner[0]->u * width, corner[1]->u * width, corner[2]->u * width);
    const Plane down(corner, corner[0]->v * height, corner[1]->v * height, corner[2]->v * height);
    each_row(part, corner, [&](int y, int begin, int end) {
        for (int x = begin; x < end; ++x) {
            const auto texel = sampled(texture, texel_place(across.at(across.row(y), x)), texel_place(down.at(down.row(y), x)));
            draw_texel(target.row(y)[x], texel, colors.at(x, y));
        }
    });
}

}

void fill_triangle(Pixels& target, const PixelRect& part, const Corner& a, const Corner& b, const Corner& c, const Texture& texture) {
    const std::array corner{&a, &b, &c};
    if (a.u != b.u || a.u != c.u || a.v != b.v || a.v != c.v) return fill_textured(target, part, corner, texture);
    const auto texel = texel_at(texture, a.u, a.v);
    const Colors colors{tinted(a.color, texel), tinted(b.color, texel), tinted(c.color, texel)};
    if (colors.all_same()) {
        each_row(part, corner, [&](int y, int begin, int end) { fill_row(target.row(y), begin, end, colors.a); });
    } else if (colors.differ_in_alpha_only()) {
        // The soft edges of everything round or slanted.
        const Plane alpha = ColorPlanes::plane(corner, colors, 24);
        const auto over = channels_of(colors.a | opaque);
        each_row(part, corner, [&](int y, int begin, int end) {
            auto* pixels = target.row(y);
            for (int x = begin; x < end; ++x) {
                pixels[x] = blended(pixels[x], over, rounded(alpha.at(alpha.row(y), x)));
            }
        });
    } else {
        const ColorPlanes planes(corner, colors);
        each_row(part, corner, [&](int y, int begin, int end) {
            auto* pixels = target.row(y);
            for (int x = begin; x < end; ++x) {
                const auto color = planes.at(x, y);
                pixels[x] = blended(pixels[x], channels_of(color | opaque), color >> 24);
            }
        });
    }
}

}
