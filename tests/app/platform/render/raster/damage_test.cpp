#include "app/platform/render/raster/damage.hpp"

#include "core/base/random.hpp"
#include "tests/support/app/draw_lists.hpp"

#include <catch2/catch_test_macros.hpp>

#include <numeric>

using namespace middleground;
using namespace middleground::test;

namespace {

constexpr ImVec2 size{300, 200};
constexpr std::uint32_t grey = 0xff808080u;

int area(const std::vector<PixelRect>& parts) {
    return std::accumulate(parts.begin(), parts.end(), 0,
                           [](int sum, const PixelRect& one) { return sum + (one.right - one.left) * (one.bottom - one.top); });
}

// Things as they stand in a window; the same numbers give the same things.
void add_things(DrawLists& lists, Random random, int count, int changed) {
    for (int i = 0; i < count; ++i) {
        Random own(random.next() + (i == changed ? 1 : 0));
        const auto number = [&](std::uint32_t below) { return static_cast<float>(own.below(below * 4)) / 4; };
        const ImVec2 at{number(300) - 20, number(200) - 20};
        const auto color = static_cast<ImU32>(own.next()) | 0x40000000u;
        lists.list.PushClipRect({number(100), number(60)}, {200 + number(120), 120 + number(100)});
        switch (own.below(4)) {
        case 0:
            lists.list.AddRectFilled(at, {at.x + number(90), at.y + number(60)}, color);
            break;
        case 1:
            lists.list.AddRectFilled(at, {at.x + number(90), at.y + number(60)}, color, 6);
            break;
        case 2:
            lists.list.AddLine(at, {number(300), number(200)}, color, 1 + number(4));
            break;
        default:
            lists.triangle({at, {0.5f, 0.5f}, color}, {{number(300), number(200)}, {0.5f, 0.5f}, static_cast<ImU32>(own.next())},
                           {{number(300), number(200)}, {0.5f, 0.5f}, color});
        }
        lists.list.PopClipRect();
    }
}

}

TEST_CASE("the first picture is drawn as a whole, the same one again not at all") {
    Damage damage;
    DrawLists lists(size);
    add_things(lists, Random(5), 20, -1);
    CHECK(damage.changed(lists.scene(), 300, 200, grey) == std::vector<PixelRect>{{0, 0, 300, 200}});
    CHECK(damage.changed(lists.scene(), 300, 200, grey).empty());
    damage.forget();
    CHECK(damage.changed(lists.scene(), 300, 200, grey) == std::vector<PixelRect>{{0, 0, 300, 200}});
    CHECK(area(damage.changed(lists.scene(), 300, 200, grey + 1)) == 300 * 200);
    CHECK(area(damage.changed(lists.scene(), 299, 200, grey + 1)) == 299 * 200);
}

TEST_CASE("what changes in one place is drawn there only") {
    Damage damage;
    const auto changed_with = [&](float x, ImU32 color) {
        DrawLists lists(size);
        lists.list.AddRectFilled({0, 0}, size, 0xffffffffu);
        lists.list.AddRectFilled({x, 40}, {x + 2, 56}, color);
        return damage.changed(lists.scene(), 300, 200, grey);
    };
    changed_with(70, 0xff0000ffu);
    CHECK(changed_with(70, 0xff0000feu) == std::vector<PixelRect>{{64, 32, 96, 64}});
    CHECK(changed_with(201, 0xff0000feu) == std::vector<PixelRect>{{64, 32, 96, 64}, {192, 32, 224, 64}});
    CHECK(changed_with(500, 0xff0000feu) == std::vector<PixelRect>{{192, 32, 224, 64}});
    CHECK(changed_with(600, 0xff00ff00u).empty());
}

TEST_CASE("the parts that changed, drawn over the picture before, give the picture as a whole") {
    Random random(11);
    Damage damage;
    Pixels picture(300, 200);
    int drawn = 0;
    for (int frame = 0; frame < 400; ++frame) {
        // Often a frame is like the one before but for one thing.
        const Random things(1 + static_cast<std::uint64_t>(frame) / 20);
        DrawLists lists(size);
        add_things(lists, things, 30, static_cast<int>(random.below(60)));
        const auto scene = lists.scene();
        const auto parts = damage.changed(scene, 300, 200, grey);
        CHECK(parts.size() <= 12);
        for (std::size_t i = 0; i < parts.size(); ++i) {
            CHECK(common(parts[i], picture.all()) == parts[i]);
            for (std::size_t j = 0; j < i; ++j)
                CHECK(common(parts[i], parts[j]).empty());
            rasterize(picture, parts[i], scene, grey);
        }
        drawn += area(parts);
        REQUIRE(picture.values == lists.drawn(grey).values);
    }
    CHECK(drawn < 400 * 300 * 200 * 3 / 4);
}

TEST_CASE("a texture that changed where it was drawn from is drawn anew") {
    Damage damage;
    DrawLists lists(size);
    lists.list.AddRectFilled({10, 10}, {20, 20}, 0xffffffffu);
    damage.changed(lists.scene(), 300, 200, grey);
    lists.white.name = 2;
    CHECK(damage.changed(lists.scene(), 300, 200, grey) == std::vector<PixelRect>{{0, 0, 32, 32}});
}
