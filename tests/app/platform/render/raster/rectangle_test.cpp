#include "app/platform/render/raster/rectangle.hpp"

#include "tests/support/app/draw_lists.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

constexpr std::uint32_t black = 0xff000000u;
constexpr std::uint32_t red = 0xff0000ffu;

// How many pixels of a picture are not black.
int touched(const Pixels& picture) {
    return static_cast<int>(std::ranges::count_if(picture.values, [](std::uint32_t one) { return one != black; }));
}

// Letters as the atlas has them: white, as opaque as they cover.
Texture letters(int width, int height) {
    Texture texture{Pixels(width, height), 7};
    for (int y = 0; y < height; ++y) {
        for (int x = 0; x < width; ++x)
            texture.texels.row(y)[x] = 0x00ffffffu | static_cast<std::uint32_t>((x * 37 + y * 91) % 256) << 24;
    }
    return texture;
}

}

TEST_CASE("a rectangle on whole pixels has exactly these") {
    DrawLists lists({20, 10});
    lists.list.AddRectFilled({3, 2}, {7, 5}, red);
    const auto picture = lists.drawn();
    CHECK(touched(picture) == 4 * 3);
    CHECK(pixel(picture, 3, 2) == red);
    CHECK(pixel(picture, 6, 4) == red);
    CHECK(pixel(picture, 7, 4) == black);
    CHECK(pixel(picture, 6, 5) == black);
}

TEST_CASE("a rectangle between pixels has those whose middle it covers") {
    DrawLists lists({20, 10});
    lists.list.AddRectFilled({3.4f, 2.6f}, {7.6f, 5.4f}, red);
    const auto picture = lists.drawn();
    CHECK(pixel(picture, 3, 3) == red);
    CHECK(pixel(picture, 7, 4) == red);
    CHECK(touched(picture) == 5 * 2);
}

TEST_CASE("a half-transparent colour is mixed with what is there, rounded to the nearest") {
    for (const std::uint32_t alpha : {0u, 1u, 2u, 63u, 127u, 128u, 200u, 254u, 255u}) {
        for (const std::uint32_t under : {0xff000000u, 0xffffffffu, 0xff8040c0u}) {
            DrawLists lists({4, 4});
            lists.list.AddRectFilled({0, 0}, {4, 4}, 0x00c01080u | alpha << 24);
            const auto found = pixel(lists.drawn(under), 1, 1);
            for (const int shift : {0, 8, 16}) {
                const double exact = ((0xc01080u >> shift & 255) * alpha + (under >> shift & 255) * (255.0 - alpha)) / 255;
                INFO(alpha << " over " << std::hex << under);
                CHECK(std::abs(static_cast<double>(found >> shift & 255) - exact) <= 0.5);
            }
            CHECK(found >> 24 == 255);
        }
    }
}

TEST_CASE("nothing is drawn outside of the clip rectangle") {
    DrawLists lists({20, 10});
    lists.list.PushClipRect({5, 3}, {8, 6});
    lists.list.AddRectFilled({0, 0}, {20, 10}, red);
    lists.list.PopClipRect();
    CHECK(touched(lists.drawn()) == 3 * 3);
    CHECK(pixel(lists.drawn(), 5, 3) == red);
    lists.list.PushClipRect({6, 6}, {6, 9});
    lists.list.AddRectFilled({0, 0}, {20, 10}, red);
    CHECK(touched(lists.drawn()) == 3 * 3);
}

TEST_CASE("a rectangle without width or height is nothing") {
    DrawLists lists({20, 10});
    lists.list.AddRectFilled({3, 2}, {3, 8}, red);
    lists.list.AddRectFilled({3, 2}, {9, 2}, red);
    CHECK(touched(lists.drawn()) == 0);
}

TEST_CASE("letters on whole pixels are copied texel for texel, in their colour") {
    const auto texture = letters(32, 16);
    DrawLists lists({20, 20});
    lists.list.AddImage(DrawLists::reference(texture), {4, 5}, {12, 11}, {8 / 32.0f, 2 / 16.0f}, {16 / 32.0f, 8 / 16.0f}, 0xff4080ffu);
    const auto picture = lists.drawn(0xff102030u);
    for (int y = 0; y < 6; ++y) {
        for (int x = 0; x < 8; ++x) {
            const auto alpha = texture.texels.row(y + 2)[x + 8] >> 24;
            CHECK(pixel(picture, x + 4, y + 5) == blended(0xff102030u, channels_of(0xff4080ffu), alpha));
        }
    }
    CHECK(pixel(picture, 12, 5) == 0xff102030u);
}

TEST_CASE("half-transparent letters are as transparent as both together") {
    Texture texture{Pixels(4, 4), 7};
    std::ranges::fill(texture.texels.values, 0x80ffffffu);
    DrawLists lists({4, 4});
    lists.list.AddImage(DrawLists::reference(texture), {0, 0}, {4, 4}, {0, 0}, {1, 1}, 0x80ffffffu);
    CHECK(pixel(lists.drawn(), 1, 1) == 0xff404040u);
}

TEST_CASE("between texels, what is drawn lies between them") {
    Texture texture{Pixels(2, 1), 7};
    texture.texels.values = {0xff000000u, 0xffffffffu};
    DrawLists lists({8, 1});
    lists.list.AddImage(DrawLists::reference(texture), {0, 0}, {8, 1});
    const auto picture = lists.drawn();
    // From the middle of the first texel (at 2 pixels) to that of the second (at 6); the outermost goes on.
    const int expected[] = {0, 0, 32, 96, 159, 223, 255, 255};
    for (int x = 0; x < 8; ++x)
        CHECK(std::abs(static_cast<int>(pixel(picture, x, 0) & 255) - expected[x]) <= 1);
}

TEST_CASE("a picture in colours keeps them, and takes those that it is drawn with") {
    Texture texture{Pixels(2, 2), 7};
    texture.texels.values = {0xff0000ffu, 0xff00ff00u, 0x80ff0000u, 0x00123456u};
    DrawLists lists({2, 2});
    lists.list.AddImage(DrawLists::reference(texture), {0, 0}, {2, 2});
    const auto plain = lists.drawn();
    CHECK(plain.values == std::vector<std::uint32_t>{0xff0000ffu, 0xff00ff00u, 0xff800000u, black});
    DrawLists tinted({2, 2});
    tinted.list.AddImage(DrawLists::reference(texture), {0, 0}, {2, 2}, {0, 0}, {1, 1}, 0xff808080u);
    CHECK(tinted.drawn().values == std::vector<std::uint32_t>{0xff000080u, 0xff008000u, 0xff400000u, black});
}

TEST_CASE("a picture may be mirrored") {
    Texture texture{Pixels(2, 1), 7};
    texture.texels.values = {0xff0000ffu, 0xff00ff00u};
    DrawLists lists({2, 1});
    lists.list.AddImage(DrawLists::reference(texture), {0, 0}, {2, 1}, {1, 0}, {0, 1});
    CHECK(lists.drawn().values == std::vector<std::uint32_t>{0xff00ff00u, 0xff0000ffu});
}

TEST_CASE("a place on a texture that is no number, or far outside of it, does no harm") {
    for (const float odd : {std::numeric_limits<float>::quiet_NaN(), std::numeric_limits<float>::infinity(), 1e30f, -1e30f}) {
        DrawLists lists({4, 4});
        lists.list.AddImage(DrawLists::reference(lists.white), {0, 0}, {4, 4}, {odd, 0}, {1, odd});
        lists.list.AddImage(DrawLists::reference(lists.white), {0, 0}, {4, 4}, {odd, odd}, {odd, odd});
        for (const auto one : lists.drawn().values)
            CHECK(one >> 24 == 255);
    }
}
