#include "app/platform/render/raster/scene.hpp"

#include "tests/support/app/draw_lists.hpp"

#include <catch2/catch_test_macros.hpp>

#include <limits>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("rectangles and letters become rectangles, everything else triangles") {
    DrawLists lists({100, 100});
    lists.list.AddRectFilled({0, 0}, {10, 10}, ~0u);
    lists.list.AddImage(DrawLists::reference(lists.white), {20, 20}, {30, 30});
    lists.list.AddRectFilledMultiColor({40, 40}, {50, 50}, ~0u, 0xff000000u, ~0u, 0xff000000u);
    lists.list.AddQuadFilled({60, 60}, {70, 61}, {70, 71}, {60, 70}, ~0u);
    const auto scene = lists.scene();
    REQUIRE(scene.shapes.size() > 6);
    CHECK(scene.shapes[0].is_rectangle);
    CHECK(scene.shapes[0].bounds == PixelRect{0, 0, 10, 10});
    CHECK(scene.shapes[1].is_rectangle);
    for (std::size_t i = 2; i < scene.shapes.size(); ++i)
        CHECK_FALSE(scene.shapes[i].is_rectangle);
}

TEST_CASE("what cannot be seen is no part of a scene") {
    DrawLists lists({100, 100});
    lists.list.AddRectFilled({-20, 0}, {-5, 10}, ~0u);
    lists.list.AddRectFilled({0, 100}, {10, 120}, ~0u);
    lists.list.AddRectFilled({10.6f, 10}, {11.4f, 20}, ~0u); // no middle of a pixel
    lists.list.PushClipRect({50, 50}, {60, 60});
    lists.list.AddRectFilled({0, 0}, {40, 40}, ~0u);
    lists.list.PopClipRect();
    CHECK(lists.scene().shapes.empty());
}

TEST_CASE("a window without a size, or without pixels, is empty") {
    for (const auto& [size, scale] : {std::pair<ImVec2, float>{{0, 100}, 1.0f},
                                      {{100, 0}, 1.0f},
                                      {{100, 100}, 0.0f},
                                      {{100, 100}, -1.0f},
                                      {{100, 100}, std::numeric_limits<float>::quiet_NaN()},
                                      {{-5, 10}, 1.0f}}) {
        DrawLists lists(size);
        lists.list.AddRectFilled({0, 0}, {10, 10}, ~0u);
        lists.data.FramebufferScale = {scale, scale};
        Scene scene;
        build_scene(scene, lists.data, 100, 100);
        CHECK(scene.shapes.empty());
    }
}

TEST_CASE("a display of several pixels a unit is drawn with all of them, from where it begins") {
    DrawLists lists({50, 50});
    lists.data.FramebufferScale = {2, 2};
    lists.data.DisplayPos = {100, 200};
    lists.list.PushClipRect({101, 200}, {150, 249.5f});
    lists.list.AddRectFilled({100, 240}, {110, 260}, ~0u);
    const auto scene = lists.scene();
    REQUIRE(scene.shapes.size() == 1);
    CHECK(scene.shapes[0].bounds == PixelRect{2, 80, 20, 99});
    CHECK(scene.corners[0].x == 0);
    CHECK(scene.corners[0].y == 80 * 16);
}

TEST_CASE("indices and textures that are not there are left out") {
    DrawLists lists({100, 100});
    lists.list.AddRectFilled({0, 0}, {10, 10}, ~0u);
    lists.list.IdxBuffer[1] = 1000;
    CHECK(lists.scene().shapes.size() == 1); // the other half of it
    lists.list.CmdBuffer[0].ElemCount = 600;
    CHECK(lists.scene().shapes.empty());
    DrawLists without({100, 100});
    without.white.texels = {};
    without.list.AddRectFilled({0, 0}, {10, 10}, ~0u);
    CHECK(without.scene().shapes.empty());
}
