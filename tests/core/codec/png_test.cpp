#include "tests/support/png.hpp"

#include "core/base/random.hpp"

#include <catch2/catch_test_macros.hpp>

#include <array>

using namespace middleground;
using namespace middleground::test;

namespace {

// Flat fields, gradients and noise: every filter is the best one somewhere.
io::Raster made_up(Random& random, int width, int height, int channels) {
    io::Raster raster{width, height, channels, {}};
    const auto kind = random.below(4);
    for (int y = 0; y < height; ++y) {
        for (int i = 0; i < width * channels; ++i) {
            const auto noise = random.below(kind == 3 ? 256 : 3);
            const int value = kind == 0 ? 200 : kind == 1 ? 3 * i + 5 * y : kind == 2 ? y * y : 0;
            raster.samples += static_cast<char>(value + static_cast<int>(noise));
        }
    }
    return raster;
}

}

TEST_CASE("a PNG has the pixels that went in, of any size and with any channels") {
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const int channels = std::array{1, 3, 4}[random.below(3)];
        const auto raster = made_up(random, 1 + static_cast<int>(random.below(40)), 1 + static_cast<int>(random.below(40)), channels);
        const auto read = read_png(io::write_png(raster));
        REQUIRE(read);
        REQUIRE(read->width == raster.width);
        REQUIRE(read->height == raster.height);
        REQUIRE(read->channels == raster.channels);
        REQUIRE(read->samples == raster.samples);
    }
}

TEST_CASE("a large flat picture becomes a small PNG") {
    io::Raster raster{300, 200, 3, std::string(300 * 200 * 3, '\xf6')};
    const auto bytes = io::write_png(raster);
    CHECK(bytes.size() < 600);
    CHECK(read_png(bytes)->samples == raster.samples);
}

TEST_CASE("a raster whose sizes do not fit its samples makes no PNG") {
    CHECK(io::write_png({0, 1, 3, {}}).empty());
    CHECK(io::write_png({1, -1, 3, "abc"}).empty());
    CHECK(io::write_png({1, 1, 3, "ab"}).empty());
    CHECK(io::write_png({1, 1, 2, "ab"}).empty());
}
