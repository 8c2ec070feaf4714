#include "app/platform/render/raster/rasterize.hpp"

#include "tests/support/app/draw_lists.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("what was drawn last lies on top") {
    DrawLists lists({10, 10});
    lists.list.AddRectFilled({0, 0}, {6, 10}, 0xff0000ffu);
    lists.list.AddRectFilled({3, 0}, {10, 10}, 0xff00ff00u);
    CHECK(pixel(lists.drawn(), 2, 5) == 0xff0000ffu);
    CHECK(pixel(lists.drawn(), 4, 5) == 0xff00ff00u);
}

TEST_CASE("only the part that was asked for is touched, and gets what the whole picture has there") {
    DrawLists lists({60, 40});
    lists.list.AddRectFilled({2, 2}, {50, 30}, 0x900000ffu, 9);
    lists.list.AddLine({0, 0}, {60, 40}, 0xff00ff00u, 3);
    lists.list.AddCircleFilled({30, 20}, 12, 0x60ffffffu);
    const auto whole = lists.drawn(0xff202020u);
    Pixels picture(60, 40);
    std::ranges::fill(picture.values, 0x12345678u);
    const PixelRect part{13, 7, 47, 29};
    rasterize(picture, part, lists.scene(), 0x00202020u);
    for (int y = 0; y < 40; ++y) {
        for (int x = 0; x < 60; ++x) {
            const bool inside = x >= part.left && x < part.right && y >= part.top && y < part.bottom;
            REQUIRE(pixel(picture, x, y) == (inside ? pixel(whole, x, y) : 0x12345678u));
        }
    }
}

TEST_CASE("a part outside of the picture is none") {
    DrawLists lists({10, 10});
    lists.list.AddRectFilled({0, 0}, {10, 10}, ~0u);
    Pixels picture(10, 10);
    rasterize(picture, {-100, -100, 0, 400}, lists.scene(), 0);
    rasterize(picture, {10, 0, 4, 10}, lists.scene(), 0);
    for (const auto one : picture.values)
        CHECK(one == 0);
    rasterize(picture, {-100, -100, 400, 400}, lists.scene(), 0);
    for (const auto one : picture.values)
        CHECK(one == ~0u);
}
