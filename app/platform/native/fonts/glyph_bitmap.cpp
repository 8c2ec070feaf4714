#include "app/platform/native/fonts/glyph_bitmap.hpp"

#include "app/platform/native/fonts/scaled_pixels.hpp"

#include <ft2build.h>
#include <freetype/freetype.h>
#include <freetype/ftoutln.h>

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr int largest_side = 4096; // pixels; a font may ask for anything

std::uint32_t pixel_of_bgra(const unsigned char* bytes) {
    return std::uint32_t{bytes[3]} << 24 | std::uint32_t{bytes[0]} << 16 | std::uint32_t{bytes[1]} << 8 | bytes[2];
}

// The bitmap in the face's slot as it is.
GlyphBitmap slot_bitmap(const FT_GlyphSlotRec& slot) {
    GlyphBitmap result;
    const auto& bitmap = slot.bitmap;
    const auto width = static_cast<int>(bitmap.width);
    const auto height = static_cast<int>(bitmap.rows);
    if (bitmap.buffer == nullptr || width <= 0 || height <= 0 || width > largest_side || height > largest_side) return result;
    result.colored = bitmap.pixel_mode == FT_PIXEL_MODE_BGRA;
    if (!result.colored && bitmap.pixel_mode != FT_PIXEL_MODE_GRAY && bitmap.pixel_mode != FT_PIXEL_MODE_MONO) return result;
    result.left = slot.bitmap_left;
    result.top = -slot.bitmap_top;
    result.width = width;
    result.height = height;
    for (int y = 0; y < height; ++y) {
        const unsigned char* row = bitmap.buffer + static_cast<std::ptrdiff_t>(y) * bitmap.pitch;
        for (int x = 0; x < width; ++x) {
            if (result.colored) {
                result.pixels.push_back(pixel_of_bgra(row + 4 * x));
            } else if (bitmap.pixel_mode == FT_PIXEL_MODE_GRAY) {
                result.coverage.push_back(row[x]);
            } else {
                result.coverage.push_back((row[x / 8] >> (7 - x % 8) & 1) != 0 ? 255 : 0);
            }
        }
    }
    return result;
}

// What stands for a letter that no font has: a frame as wide as the pen moves.
GlyphBitmap missing_letter(float advance, float em) {
    const int line = std::max(1, static_cast<int>(std::lround(em / 16)));
    GlyphBitmap result;
    result.width = std::max(3 * line, static_cast<int>(std::lround(advance)) - 2 * line);
    result.height = std::max(3 * line, static_cast<int>(std::lround(em * 0.72F))); // as capitals
    result.left = line;
    result.top = -result.height;
    for (int y = 0; y < result.height; ++y) {
        for (int x = 0; x < result.width; ++x) {
            const bool inner = x >= line && y >= line && x < result.width - line && y < result.height - line;
            result.coverage.push_back(inner ? 0 : 255);
        }
    }
    return result;
}

// A picture of a fixed size at the size that is wanted.
GlyphBitmap scaled(GlyphBitmap bitmap, float scale, float x, float y) {
    if (bitmap.coverage.empty() && bitmap.pixels.empty()) return bitmap;
    if (!bitmap.colored) { // seldom: as white, for one way through
        for (const auto coverage : bitmap.coverage)
            bitmap.pixels.push_back(0x01010101u * coverage);
    }
    const float left = x + static_cast<float>(bitmap.left) * scale;
    const float top = y + static_cast<float>(bitmap.top) * scale;
    GlyphBitmap result;
    result.colored = bitmap.colored;
    result.left = static_cast<int>(std::floor(left));
    result.top = static_cast<int>(std::floor(top));
    result.width = static_cast<int>(std::ceil(left + static_cast<float>(bitmap.width) * scale)) - result.left;
    result.height = static_cast<int>(std::ceil(top + static_cast<float>(bitmap.height) * scale)) - result.top;
    if (result.width > largest_side || result.height > largest_side) return {};
    result.pixels = scaled_pixels(bitmap.pixels, {bitmap.width, bitmap.height}, {result.width, result.height}, scale,
                                  left - static_cast<float>(result.left), top - static_cast<float>(result.top));
    if (!result.colored) {
        for (const auto pixel : result.pixels)
            result.coverage.push_back(static_cast<std::uint8_t>(pixel >> 24));
        result.pixels.clear();
    }
    return result;
}

}

GlyphBitmap glyph_bitmap(const ShapedGlyph& glyph) {
    auto* face = glyph.face->get();
    const float scale = glyph.face->scale();
    const bool fixed = !FT_IS_SCALABLE(face);
    const FT_Int32 flags = FT_LOAD_NO_HINTING | FT_LOAD_COLOR | (fixed ? 0 : FT_LOAD_NO_BITMAP);
    if (FT_Load_Glyph(face, glyph.index, flags) != 0) return {};
    const int whole_x = static_cast<int>(std::floor(glyph.x));
    const int whole_y = static_cast<int>(std::floor(glyph.y));
    auto* slot = face->glyph;
    if (glyph.index == 0 && !fixed) {
        auto box = missing_letter(static_cast<float>(slot->advance.x) / 64, static_cast<float>(face->size->metrics.y_ppem));
        box.left += whole_x;
        box.top += whole_y;
        return box;
    }
    if (slot->format == FT_GLYPH_FORMAT_OUTLINE) {
        // An outline of absurd extent would take all memory to fill.
        constexpr FT_Pos most = FT_Pos{largest_side} * 64;
        const auto& size = slot->metrics;
        if (size.width > most || size.height > most || size.width < 0 || size.height < 0) return {};
        // The pen stands between two pixels: so do the letter's edges, y upwards.
        FT_Outline_Translate(&slot->outline, std::lround((glyph.x - static_cast<float>(whole_x)) * 64),
                             -std::lround((glyph.y - static_cast<float>(whole_y)) * 64));
        if (FT_Render_Glyph(slot, FT_RENDER_MODE_NORMAL) != 0) return {};
    } else if (slot->format != FT_GLYPH_FORMAT_BITMAP) {
        return {};
    }
    auto bitmap = slot_bitmap(*slot);
    if (scale != 1) return scaled(std::move(bitmap), scale, glyph.x, glyph.y);
    bitmap.left += whole_x;
    bitmap.top += whole_y;
    return bitmap;
}

}
