#include "app/platform/native/fonts/native_fonts.hpp"

#include "app/platform/native/fonts/font_choice.hpp"
#include "app/platform/native/fonts/glyph_bitmap.hpp"
#include "app/platform/native/fonts/shaped_text.hpp"
#include "core/base/code_point.hpp"
#include "core/base/printed_text.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr std::size_t longest_text = 4000; // bytes
constexpr float largest_em = 512;
constexpr int widest = 8192;
constexpr int highest = 2048;

struct Bounds {
    int left = 0;
    int top = 0;
    int right = 0;
    int bottom = 0;
};

Bounds bounds_of(const std::vector<GlyphBitmap>& bitmaps) {
    Bounds all;
    bool any = false;
    for (const auto& one : bitmaps) {
        const Bounds its{one.left, one.top, one.left + one.width, one.top + one.height};
        all = any ? Bounds{std::min(all.left, its.left), std::min(all.top, its.top), std::max(all.right, its.right),
                           std::max(all.bottom, its.bottom)}
                  : its;
        any = true;
    }
    all.left = std::max(all.left, -widest / 2);
    all.top = std::max(all.top, -highest / 2);
    all.right = std::clamp(all.right, all.left, all.left + widest);
    all.bottom = std::clamp(all.bottom, all.top, all.top + highest);
    return all;
}

std::uint32_t part_of(std::uint32_t value, std::uint32_t of_255) {
    return (value * of_255 + 127) / 255;
}

// Multiplied by alpha, one over the other.
std::uint32_t over(std::uint32_t below, std::uint32_t above) {
    const auto rest = 255 - (above >> 24);
    std::uint32_t result = 0;
    for (std::uint32_t shift = 0; shift < 32; shift += 8) {
        const auto sum = (above >> shift & 0xff) + part_of(below >> shift & 0xff, rest);
        result |= std::min(sum, 255u) << shift;
    }
    return result;
}

std::uint32_t multiplied(std::uint32_t color, std::uint32_t coverage) {
    const auto alpha = part_of(color >> 24, coverage);
    return alpha << 24 | part_of(color >> 16 & 0xff, alpha) << 16 | part_of(color >> 8 & 0xff, alpha) << 8 | part_of(color & 0xff, alpha);
}

std::uint32_t divided(std::uint32_t pixel) {
    const auto alpha = pixel >> 24;
    if (alpha == 0 || alpha == 255) return pixel;
    std::uint32_t result = alpha << 24;
    for (std::uint32_t shift = 0; shift < 24; shift += 8)
        result |= std::min(((pixel >> shift & 0xff) * 255 + alpha / 2) / alpha, 255u) << shift;
    return result;
}

class NativeFonts final : public SystemFonts {
public:
    explicit NativeFonts(const std::optional<std::string>& folder) : folder_(folder) {}

    std::optional<float> advance(std::string_view text, TypeFace face) override {
        const auto shaped = shaped_text(text, face);
        return shaped ? std::optional(shaped->advance) : std::nullopt;
    }

    std::optional<TextPicture> draw(std::string_view text, TypeFace face, std::uint32_t color) override {
        const auto shaped = shaped_text(text, face);
        if (!shaped) return {};
        std::vector<GlyphBitmap> bitmaps;
        for (const auto& glyph : shaped->glyphs) {
            if (std::abs(glyph.x) > widest || std::abs(glyph.y) > highest) continue;
            if (auto bitmap = glyph_bitmap(glyph); bitmap.width > 0 && bitmap.height > 0) bitmaps.push_back(std::move(bitmap));
        }
        return picture_of(bitmaps, shaped->advance, color);
    }

private:
    std::optional<ShapedText> shaped_text(std::string_view text, TypeFace face) {
        if (!(face.em > 0)) return {};
        // Fontconfig reads much, which most who start the program never need.
        if (!choice_) choice_.emplace(folder_);
        const auto runs = choice_->runs_of(printed_line(cut_to(text, longest_text)), face.weight);
        if (runs.letters.empty()) return ShapedText{};
        if (!runs.any) return {};
        return shape(runs, std::min(face.em, largest_em));
    }

    static TextPicture picture_of(const std::vector<GlyphBitmap>& bitmaps, float advance, std::uint32_t color) {
        TextPicture picture;
        picture.advance = advance;
        if (bitmaps.empty()) return picture;
        const auto bounds = bounds_of(bitmaps);
        picture.left = bounds.left;
        picture.top = bounds.top;
        picture.width = bounds.right - bounds.left;
        picture.height = bounds.bottom - bounds.top;
        picture.colored = std::ranges::any_of(bitmaps, &GlyphBitmap::colored);
        picture.pixels.resize(static_cast<std::size_t>(picture.width) * static_cast<std::size_t>(picture.height));
        const auto ink = picture.colored ? color : 0xffffffffu;
        for (const auto& bitmap : bitmaps) {
            for (int y = std::max(bitmap.top, bounds.top); y < std::min(bitmap.top + bitmap.height, bounds.bottom); ++y) {
                for (int x = std::max(bitmap.left, bounds.left); x < std::min(bitmap.left + bitmap.width, bounds.right); ++x) {
                    const auto from = static_cast<std::size_t>(y - bitmap.top) * static_cast<std::size_t>(bitmap.width) +
                                      static_cast<std::size_t>(x - bitmap.left);
                    const auto to = static_cast<std::size_t>(y - bounds.top) * static_cast<std::size_t>(picture.width) +
                                    static_cast<std::size_t>(x - bounds.left);
                    auto& pixel = picture.pixels[to];
                    pixel = over(pixel, bitmap.colored ? bitmap.pixels[from] : multiplied(ink, bitmap.coverage[from]));
                }
            }
        }
        for (auto& pixel : picture.pixels)
            pixel = divided(pixel);
        return picture;
    }

    std::optional<std::string> folder_;
    std::optional<FontChoice> choice_;
};

}

std::unique_ptr<SystemFonts> native_fonts(const std::optional<std::string>& folder) {
    return std::make_unique<NativeFonts>(folder);
}

}
