#include "app/platform/render/raster/rectangle.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr Channels white = 0x0000'00ff'00ff'00ffu;
constexpr float largest_texture = 1 << 15;
constexpr float whole_pixel = 1 << subpixel_bits;

// Where on the texture the columns (or rows) of a rectangle are: place = start + pixel * step, in 1/65536 texel, for `sampled` after >> 8.
struct Walk {
    std::int64_t start = 0, step = 0;

    Walk(std::int32_t from, std::int32_t to, float texel_from, float texel_to, int first_pixel) {
        const float per_pixel = (texel_to - texel_from) * whole_pixel / static_cast<float>(to - from);
        const float middle = static_cast<float>(first_pixel) + 0.5f - static_cast<float>(from) / whole_pixel;
        const bool sound = std::abs(per_pixel) < largest_texture;
        step = sound ? static_cast<std::int64_t>(std::floor(per_pixel * 65536.0f + 0.5f)) : 0;
        start = static_cast<std::int64_t>(texel_place(texel_from + middle * per_pixel)) * 256 - first_pixel * step;
    }
    int place(int pixel) const { return static_cast<int>((start + pixel * step + 128) >> 8); }
    bool is_one_to_one(int pixel) const { return step == 65536 && (place(pixel) & 255) == 0; }
};

// Rows and columns of texels lie under those of the pixels: letters, mostly.
void copy_texels(Pixels& target, const PixelRect& part, const Texture& texture, int shift_x, int shift_y, std::uint32_t color) {
    const auto over = channels_of(color | opaque);
    const auto alpha = color >> 24;
    for (int y = part.top; y < part.bottom; ++y) {
        const auto* from = texture.texels.row(y + shift_y) + shift_x;
        auto* to = target.row(y);
        for (int x = part.left; x < part.right; ++x) {
            const auto texel = from[x];
            if (texel >> 24 == 0) continue;
            if ((texel & 0xffffff) == 0xffffff) {
                to[x] = blended(to[x], over, by_255((texel >> 24) * alpha));
            } else {
                draw_texel(to[x], channels_of(texel), color);
            }
        }
    }
}

void sample_texels(Pixels& target, const PixelRect& part, const Texture& texture, const Walk& across, const Walk& down,
                   std::uint32_t color) {
    for (int y = part.top; y < part.bottom; ++y) {
        const int v = down.place(y);
        auto* to = target.row(y);
        for (int x = part.left; x < part.right; ++x) {
            draw_texel(to[x], sampled(texture, across.place(x), v), color);
        }
    }
}

}

int texel_place(float texels) {
    const float place = texels * 256;
    if (!(std::abs(place) < largest_texture * 256)) return 0;
    return static_cast<int>(std::floor(place + 0.5f)) - 128; // lround is no instruction of WebAssembly
}

void fill_row(std::uint32_t* row, int begin, int end, std::uint32_t color) {
    const auto alpha = color >> 24;
    if (alpha == 255) {
        std::fill(row + begin, row + end, color);
    } else if (alpha > 0) {
        const auto over = channels_of(color | opaque) * alpha;
        for (int x = begin; x < end; ++x) {
            row[x] = pixel_of(channels_by_255(over + channels_of(row[x]) * (255 - alpha)));
        }
    }
}

void draw_texel(std::uint32_t& pixel, Channels texel, std::uint32_t color) {
    const auto alpha = by_255(static_cast<std::uint32_t>(texel >> 48) * (color >> 24));
    if (alpha == 0) return;
    if ((texel & white) != white) {
        Channels product = 0;
        for (int channel = 0; channel < 3; ++channel) {
            product |= (texel >> 16 * channel & 255) * (color >> 8 * channel & 255) << 16 * channel;
        }
        color = pixel_of(channels_by_255(product));
    }
    pixel = blended(pixel, channels_of(color | opaque), alpha);
}

Channels texel_at(const Texture& texture, float u, float v) {
    const auto& texels = texture.texels;
    return sampled(texture, texel_place(u * static_cast<float>(texels.width)), texel_place(v * static_cast<float>(texels.height)));
}

std::uint32_t tinted(std::uint32_t color, Channels texel) {
    if (texel == channel_mask) return color; // plain shapes: the white spot of the atlas
    Channels product = 0;
    for (int channel = 0; channel < 4; ++channel) {
        product |= (texel >> 16 * channel & 255) * (color >> 8 * channel & 255) << 16 * channel;
    }
    return pixel_of(channels_by_255(product));
}

void fill_rectangle(Pixels& target, const PixelRect& part, const Corner& upper_left, const Corner& lower_right, const Texture& texture) {
    const auto& texels = texture.texels;
    if (upper_left.u == lower_right.u && upper_left.v == lower_right.v) {
        const auto color = tinted(upper_left.color, texel_at(texture, upper_left.u, upper_left.v));
        for (int y = part.top; y < part.bottom; ++y) {
            fill_row(target.row(y), part.left, part.right, color);
        }
        return;
    }
    const auto width = static_cast<float>(texels.width);
    const auto height = static_cast<float>(texels.height);
    // Always from the rectangle's own first pixel: whichever part is drawn, it gets the same pixels.
    const Walk across(upper_left.x, lower_right.x, upper_left.u * width, lower_right.u * width, first_column(upper_left.x));
    const Walk down(upper_left.y, lower_right.y, upper_left.v * height, lower_right.v * height, first_row(upper_left.y));
    if (across.is_one_to_one(part.left) && down.is_one_to_one(part.top)) {
        const int shift_x = (across.place(part.left) >> 8) - part.left;
        const int shift_y = (down.place(part.top) >> 8) - part.top;
        const PixelRect on_texture{part.left + shift_x, part.top + shift_y, part.right + shift_x, part.bottom + shift_y};
        if (common(on_texture, texels.all()) == on_texture) return copy_texels(target, part, texture, shift_x, shift_y, upper_left.color);
    }
    sample_texels(target, part, texture, across, down, upper_left.color);
}

}
