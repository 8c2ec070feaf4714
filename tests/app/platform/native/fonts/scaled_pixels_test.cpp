#include "app/platform/native/fonts/scaled_pixels.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace middleground;

TEST_CASE("an even picture stays even when it is scaled, and keeps as much ink", "[fonts]") {
    constexpr std::uint32_t pixel = 0xff804020;
    const std::vector<std::uint32_t> even(std::size_t{40} * 30, pixel);
    for (const float scale : {0.1F, 0.37F, 0.5F, 1.0F, 2.5F}) {
        const PixelSize to{static_cast<int>(std::ceil(40 * scale)) + 1, static_cast<int>(std::ceil(30 * scale)) + 1};
        const auto result = scaled_pixels(even, {40, 30}, to, scale, 0.3F, 0.6F);
        REQUIRE(result.size() == static_cast<std::size_t>(to.width) * static_cast<std::size_t>(to.height));
        CHECK(std::ranges::count(result, pixel) > 0);
        double alpha = 0;
        for (const auto one : result)
            alpha += (one >> 24) / 255.0;
        const double wanted = 40.0 * 30.0 * scale * scale;
        CHECK(std::abs(alpha - wanted) < 0.06 * wanted + 1);
    }
}

TEST_CASE("thin lines fade instead of vanishing", "[fonts]") {
    std::vector<std::uint32_t> lines;
    for (int y = 0; y < 64; ++y) {
        for (int x = 0; x < 64; ++x)
            lines.push_back(x % 8 == 3 ? 0xffffffff : 0);
    }
    const auto small = scaled_pixels(lines, {64, 64}, {8, 8}, 0.125F, 0, 0);
    CHECK(std::ranges::all_of(small, [](std::uint32_t pixel) { return pixel >> 24 > 20 && pixel >> 24 < 60; }));
}
