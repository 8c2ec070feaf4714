#include "app/platform/render/raster/triangle.hpp"

#include "core/base/random.hpp"
#include "tests/support/app/draw_lists.hpp"

#include <catch2/catch_test_macros.hpp>

#include <limits>
#include <numbers>

using namespace middleground;
using namespace middleground::test;

namespace {

constexpr std::uint32_t black = 0xff000000u;
constexpr int side = 48;

class Places {
public:
    explicit Places(std::uint64_t seed) : random_(seed) {}
    // On the grid of 1/16 pixel, up to a little outside of the picture; often on a whole pixel or in the middle of one.
    float place() {
        const auto whole = static_cast<float>(static_cast<int>(random_.below(side + 16)) - 8);
        const auto part = random_.below(4);
        return whole + (part == 0 ? 0.0f : part == 1 ? 0.5f : static_cast<float>(random_.below(16)) / 16.0f);
    }
    ImVec2 point() { return {place(), place()}; }
    std::uint32_t color() { return static_cast<std::uint32_t>(random_.next()); }

private:
    Random random_;
};

// Whether the middle of a pixel lies in a triangle, by the rule for edges that are shared: computed as slowly as it is written.
bool covers(const ImVec2 (&corner)[3], int x, int y) {
    const double px = x + 0.5, py = y + 0.5;
    const auto turn = [](ImVec2 a, ImVec2 b, double cx, double cy) { return (b.x - a.x) * (cy - a.y) - (b.y - a.y) * (cx - a.x); };
    const bool clockwise = turn(corner[0], corner[1], corner[2].x, corner[2].y) > 0;
    for (int i = 0; i < 3; ++i) {
        auto a = corner[i], b = corner[(i + 1) % 3];
        if (!clockwise) std::swap(a, b);
        const double side_of = turn(a, b, px, py);
        // Clockwise downwards: a left edge goes up, a lower one to the left.
        const bool takes_edge = b.y < a.y || (b.y == a.y && b.x < a.x);
        if (side_of < 0 || (side_of == 0 && !takes_edge)) return false;
    }
    return turn(corner[0], corner[1], corner[2].x, corner[2].y) != 0;
}

int touched(const Pixels& picture) {
    return static_cast<int>(std::ranges::count_if(picture.values, [](std::uint32_t one) { return one != black; }));
}

}

TEST_CASE("a triangle has exactly the pixels whose middle it covers") {
    Places places(1);
    for (int i = 0; i < 1500; ++i) {
        const ImVec2 corner[3]{places.point(), places.point(), places.point()};
        DrawLists lists({side, side});
        lists.triangle(corner[0], corner[1], corner[2], 0xffffffffu);
        const auto picture = lists.drawn();
        int wrong = 0;
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x)
                wrong += covers(corner, x, y) != (pixel(picture, x, y) != black) ? 1 : 0;
        }
        INFO(corner[0].x << "," << corner[0].y << " " << corner[1].x << "," << corner[1].y << " " << corner[2].x << "," << corner[2].y);
        REQUIRE(wrong == 0);
    }
}

TEST_CASE("triangles around one point leave no pixel out and draw none twice") {
    Places places(2);
    for (int i = 0; i < 300; ++i) {
        // The picture as a fan of four triangles, each half-transparent: twice would be darker.
        const auto middle = ImVec2{std::clamp(places.place(), 1.0f, side - 1.0f), std::clamp(places.place(), 1.0f, side - 1.0f)};
        const ImVec2 corner[4]{{-4, -4}, {side + 4, -4}, {side + 4, side + 4}, {-4, side + 4}};
        DrawLists lists({side, side});
        for (int j = 0; j < 4; ++j)
            lists.triangle(middle, corner[j], corner[(j + 1) % 4], 0x80ffffffu);
        for (const auto one : lists.drawn().values)
            REQUIRE(one == 0xff808080u);
    }
}

TEST_CASE("colours go evenly from corner to corner") {
    Places places(3);
    int compared = 0;
    for (int i = 0; i < 400; ++i) {
        const ImVec2 at[3]{places.point(), places.point(), places.point()};
        const std::uint32_t color[3]{places.color(), places.color(), places.color()};
        const double area =
            static_cast<double>(at[1].x - at[0].x) * (at[2].y - at[0].y) - static_cast<double>(at[2].x - at[0].x) * (at[1].y - at[0].y);
        if (std::abs(area) < 20) continue; // of slivers only that they do no harm
        DrawLists lists({side, side});
        lists.triangle({at[0], {0.5f, 0.5f}, color[0]}, {at[1], {0.5f, 0.5f}, color[1]}, {at[2], {0.5f, 0.5f}, color[2]});
        const auto picture = lists.drawn(0xff406080u);
        for (int y = 0; y < side; ++y) {
            for (int x = 0; x < side; ++x) {
                if (!covers(at, x, y)) continue;
                const double px = x + 0.5 - at[0].x, py = y + 0.5 - at[0].y;
                const double b = (px * (at[2].y - at[0].y) - py * (at[2].x - at[0].x)) / area;
                const double c = (py * (at[1].x - at[0].x) - px * (at[1].y - at[0].y)) / area;
                const auto mixed_channel = [&](int shift) {
                    return (1 - b - c) * (color[0] >> shift & 255) + b * (color[1] >> shift & 255) + c * (color[2] >> shift & 255);
                };
                const double alpha = mixed_channel(24) / 255;
                for (const int shift : {0, 8, 16}) {
                    const double exact = mixed_channel(shift) * alpha + (0xff406080u >> shift & 255) * (1 - alpha);
                    REQUIRE(std::abs((pixel(picture, x, y) >> shift & 255) - exact) <= 1.6);
                    ++compared;
                }
            }
        }
    }
    CHECK(compared > 100'000);
}

TEST_CASE("a triangle with a picture on it shows the picture, turned as the triangle is") {
    Texture texture{Pixels(8, 8), 7};
    for (int i = 0; i < 64; ++i)
        texture.texels.values[static_cast<std::size_t>(i)] =
            0xff000000u | static_cast<std::uint32_t>(i % 8 * 32) | static_cast<std::uint32_t>(i / 8 * 32) << 8;
    DrawLists lists({8, 8});
    lists.list.PushTexture(DrawLists::reference(texture));
    // A quarter turn: what is right in the picture is below here.
    const ImDrawVert a{{0, 0}, {0, 1}, ~0u}, b{{8, 0}, {0, 0}, ~0u}, c{{8, 8}, {1, 0}, ~0u}, d{{0, 8}, {1, 1}, ~0u};
    lists.triangle(a, b, c);
    lists.triangle(a, c, d);
    const auto picture = lists.drawn();
    for (int y = 0; y < 8; ++y) {
        for (int x = 0; x < 8; ++x) {
            INFO(x << "," << y);
            CHECK(difference(pixel(picture, x, y), texture.texels.row(7 - x)[y]) <= 1);
        }
    }
}

TEST_CASE("what is round has soft edges and one colour within") {
    DrawLists lists({40, 40});
    lists.list.AddCircleFilled({20, 20}, 15, 0xff20c040u);
    const auto picture = lists.drawn(0xffffffffu);
    CHECK(pixel(picture, 20, 20) == 0xff20c040u);
    CHECK(pixel(picture, 8, 20) == 0xff20c040u);
    CHECK(pixel(picture, 1, 1) == 0xffffffffu);
    int soft = 0;
    double covered = 0;
    for (const auto one : picture.values) {
        soft += one != 0xffffffffu && one != 0xff20c040u ? 1 : 0;
        covered += (255.0 - (one & 255)) / (255.0 - 0x40);
    }
    CHECK(soft > 60);
    CHECK(std::abs(covered - 15 * 15 * std::numbers::pi) < 8);
}

TEST_CASE("corners that are far away or no numbers do no harm") {
    const float odd[]{std::numeric_limits<float>::quiet_NaN(),
                      std::numeric_limits<float>::infinity(),
                      -std::numeric_limits<float>::infinity(),
                      1e30f,
                      -1e30f,
                      3e6f,
                      -3e6f,
                      std::numeric_limits<float>::denorm_min()};
    for (const float x : odd) {
        for (const float y : odd) {
            DrawLists lists({20, 20});
            lists.triangle({{x, 3}, {0.5f, 0.5f}, 0xff0000ffu}, {{10, y}, {0.5f, 0.5f}, 0x00ff00ffu}, {{4, 18}, {0.5f, 0.5f}, 0x7f00ff00u});
            lists.list.AddRectFilled({x, 2}, {12, y}, 0x80ffffffu);
            for (const auto one : lists.drawn().values)
                REQUIRE(one >> 24 == 255);
        }
    }
    DrawLists lists({20, 20});
    lists.triangle({std::numeric_limits<float>::quiet_NaN(), 0}, {20, 0}, {0, 20}, 0xffffffffu);
    CHECK(touched(lists.drawn()) == 0);
    // Very large ones still cover what lies within.
    DrawLists large({20, 20});
    large.triangle({-1e6f, -1e6f}, {1e6f, -1e6f}, {0, 1e6f}, 0xffffffffu);
    CHECK(touched(large.drawn()) == 400);
}

TEST_CASE("slivers never leave the colours of their corners") {
    Places places(4);
    for (int i = 0; i < 500; ++i) {
        const auto a = places.point();
        DrawLists lists({side, side});
        lists.triangle({a, {0.5f, 0.5f}, 0xff203040u}, {{a.x + 30, a.y + 30}, {0.5f, 0.5f}, 0xff406080u},
                       {{a.x + 60, a.y + 60.0625f}, {0.5f, 0.5f}, 0xff304050u});
        for (const auto one : lists.drawn(0xff304050u).values) {
            REQUIRE((one & 255) >= 0x40);
            REQUIRE((one & 255) <= 0x80);
        }
    }
}

TEST_CASE("a triangle without area is nothing") {
    DrawLists lists({20, 20});
    lists.triangle({1, 1}, {10, 10}, {19, 19}, 0xffffffffu);
    lists.triangle({1, 5}, {10, 5}, {19, 5}, 0xffffffffu);
    lists.triangle({3, 3}, {3, 3}, {3, 3}, 0xffffffffu);
    CHECK(touched(lists.drawn()) == 0);
}
