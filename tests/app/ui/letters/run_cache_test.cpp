#include "app/ui/letters/run_cache.hpp"

#include "tests/support/app/made_up_fonts.hpp"
#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using test::Headless;
using test::MadeUpFonts;

namespace {

constexpr TypeFace face{20, 400};
constexpr std::uint32_t white = 0xffffffffu;

std::string name(int number) {
    return "\u05d0" + std::to_string(1000 + number);
}

}

TEST_CASE("A text is measured once and drawn once") {
    MadeUpFonts fonts;
    RunCache runs(&fonts);
    Headless headless;
    headless.show([&](const Ui&) {
        CHECK(runs.advance("नमस्ते", face) == 60.0f);
        const auto picture = runs.picture(*ImGui::GetIO().Fonts, "नमस्ते", face, white);
        REQUIRE(picture);
        CHECK(picture->width == 59);
        CHECK(picture->height == 20);
        CHECK(picture->top == -20);
        CHECK_FALSE(picture->colored);
        CHECK(picture->uv_max.x > picture->uv_min.x);
    });
    headless.step(5);
    CHECK(fonts.measured == 1);
    CHECK(fonts.drawn.size() == 1);
}

TEST_CASE("Other weights, sizes and colours are other pictures") {
    MadeUpFonts fonts;
    RunCache runs(&fonts);
    Headless headless;
    headless.show([&](const Ui&) {
        auto& atlas = *ImGui::GetIO().Fonts;
        runs.picture(atlas, "\U0001F600 ok", face, white);
        runs.picture(atlas, "\U0001F600 ok", face, 0xff112233u);
        runs.picture(atlas, "\U0001F600 ok", {20, 600}, white);
        runs.picture(atlas, "\U0001F600 ok", {25, 400}, white);
    });
    CHECK(fonts.drawn.size() == 4);
    CHECK(fonts.colors[1] == 0xff112233u);
}

TEST_CASE("What was not used for longest goes first, and nothing that this frame shows") {
    MadeUpFonts fonts;
    RunCache runs(&fonts, {.texts = 1000, .pixels = 10 * 99 * 20});
    Headless headless;
    int from = 0;
    int to = 8;
    headless.show([&](const Ui&) {
        for (int i = from; i < to; ++i) {
            CHECK(runs.picture(*ImGui::GetIO().Fonts, name(i), face, white));
        }
    });
    CHECK(fonts.drawn.size() == 8);
    CHECK(runs.texts() == 8);
    from = 6;
    to = 14;
    headless.step(3);
    CHECK(fonts.drawn.size() == 14); // 6 and 7 were there
    CHECK(runs.texts() == 10);
    CHECK(runs.pixels() <= 10 * 99 * 20);
    // More than there is room for, all in one frame.
    from = 0;
    to = 40;
    headless.step(2);
    CHECK(runs.texts() == 40);
    fonts.drawn.clear();
    headless.step(2);
    CHECK(fonts.drawn.empty());
    from = 0;
    to = 1;
    headless.step();
    from = 50;
    to = 51;
    headless.step();
    CHECK(runs.texts() <= 10);
    CHECK(runs.pixels() <= 10 * 99 * 20);
}

TEST_CASE("Texts that are only measured are bounded, too") {
    MadeUpFonts fonts;
    RunCache runs(&fonts, {.texts = 20, .pixels = 1000});
    Headless headless;
    int from = 0;
    headless.show([&](const Ui&) {
        for (int i = from; i < from + 15; ++i) {
            runs.advance(name(i), face);
        }
    });
    for (from = 15; from < 300; from += 15) {
        headless.step();
        CHECK(runs.texts() <= 20);
    }
}

TEST_CASE("Another ratio of pixels forgets what was drawn for the last one") {
    MadeUpFonts fonts;
    RunCache runs(&fonts);
    Headless headless;
    float em = 20;
    headless.show([&](const Ui&) {
        runs.picture(*ImGui::GetIO().Fonts, "שלום", {em, 400}, white);
        runs.picture(*ImGui::GetIO().Fonts, "עולם", {em, 400}, white);
    });
    CHECK(runs.texts() == 2);
    em = 40;
    ImGui::GetIO().DisplayFramebufferScale = {2, 2};
    headless.step();
    CHECK(runs.texts() == 2);
    CHECK(runs.pixels() == 2 * (4 * 40 - 1) * 40);
}

TEST_CASE("What no font has, or the system does not tell, is nothing; and it is asked once") {
    MadeUpFonts fonts;
    fonts.refuses = true;
    RunCache runs(&fonts);
    RunCache none(nullptr);
    Headless headless;
    headless.show([&](const Ui&) {
        CHECK_FALSE(runs.advance("שלום", face));
        CHECK_FALSE(runs.picture(*ImGui::GetIO().Fonts, "שלום", face, white));
        CHECK_FALSE(none.advance("שלום", face));
        CHECK_FALSE(none.picture(*ImGui::GetIO().Fonts, "שלום", face, white));
        CHECK_FALSE(none.glyph("日", face));
    });
    CHECK(fonts.measured == 1);
    CHECK(fonts.drawn.size() == 1);
}

TEST_CASE("The atlas may be packed anew: pictures are found where they are then") {
    MadeUpFonts fonts;
    RunCache runs(&fonts);
    Headless headless;
    int count = 1;
    headless.show([&](const Ui&) {
        for (int i = 0; i < count; ++i) {
            const auto picture = runs.picture(*ImGui::GetIO().Fonts, name(i), {60, 400}, white);
            REQUIRE(picture);
            const auto* texture = ImGui::GetIO().Fonts->TexData;
            const auto x = static_cast<int>(picture->uv_min.x * static_cast<float>(texture->Width) + 0.5f);
            const auto y = static_cast<int>(picture->uv_min.y * static_cast<float>(texture->Height) + 0.5f);
            const auto* pixel = static_cast<const unsigned char*>(const_cast<ImTextureData*>(texture)->GetPixelsAt(x, y));
            CHECK(pixel[0] == 255); // white, not what the system gave
            CHECK(pixel[3] == 255);
        }
    });
    count = 200; // 200 * 299 * 60 pixels: it has to grow
    headless.step(2);
    CHECK(fonts.drawn.size() == 200);
}
