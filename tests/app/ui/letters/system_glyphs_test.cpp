#include "app/ui/letters/system_glyphs.hpp"

#include "tests/support/app/made_up_fonts.hpp"
#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui_internal.h>

using namespace middleground;
using test::Headless;
using test::MadeUpFonts;

TEST_CASE("What Inter has is Inter's, the rest is the system's, in its size and weight") {
    MadeUpFonts fonts;
    Headless headless({.density = 2, .fonts = &fonts});
    headless.show([&](const Ui& ui) {
        auto* semibold = ui.theme.fonts.semibold;
        auto* baked = semibold->GetFontBaked(15);
        const auto* letters = letters_of(semibold);
        REQUIRE(letters);
        CHECK(letters->weight == 600);
        for (const ImWchar own : {U'A', U'\u00df', U'\u20ac', U'\u2026', U'\u2192', U'\u1ec5'}) {
            CHECK(static_cast<int>(baked->FindGlyph(own)->SourceIdx) != letters->source);
        }
        const auto glyph = *baked->FindGlyph(U'日');
        CHECK(static_cast<int>(glyph.SourceIdx) == letters->source);
        CHECK(glyph.Visible);
        CHECK_FALSE(glyph.Colored);
        CHECK(glyph.AdvanceX == 15);
        CHECK(glyph.X1 - glyph.X0 == 14.5f); // 29 device pixels
        CHECK(baked->FindGlyph(U'\U0001F600')->Colored);
    });
    CHECK(fonts.drawn == std::vector<std::string>{"日", "\U0001F600"});
    CHECK(fonts.faces[0].em == 30);
    CHECK(fonts.faces[0].weight == 600);
}

TEST_CASE("No question mark stands for a letter: without fonts it is a box") {
    Headless headless;
    headless.show([](const Ui& ui) {
        auto* baked = ui.theme.fonts.regular->GetFontBaked(13);
        const auto* mark = baked->FindGlyph(U'?');
        for (const ImWchar c : {U'日', U'\u05d0', U'\U0001F600', U'\ufffd', U'\ue123'}) {
            const auto* box = baked->FindGlyph(c);
            CHECK(box != mark);
            CHECK(box->Visible);
            CHECK(box->AdvanceX > 4);
            CHECK(box->Codepoint == c);
        }
    });
}

TEST_CASE("Marks that nothing is seen of take no room; tabs stay what they are") {
    MadeUpFonts fonts;
    Headless headless({.fonts = &fonts});
    headless.show([](const Ui& ui) {
        auto* baked = ui.theme.fonts.regular->GetFontBaked(13);
        for (const ImWchar c : {U'\u200b', U'\u200d', U'\ufe0f', U'\ufeff', U'\u2066'}) {
            CHECK_FALSE(baked->FindGlyph(c)->Visible);
            CHECK(baked->FindGlyph(c)->AdvanceX == 0);
        }
        CHECK(baked->FindGlyph(U'\t')->AdvanceX == 4 * baked->FindGlyph(U' ')->AdvanceX);
    });
    CHECK(fonts.drawn.empty());
}

TEST_CASE("Icons have no letters behind them") {
    Headless headless;
    headless.show([](const Ui& ui) {
        CHECK(letters_of(ui.theme.fonts.icons) == nullptr);
        CHECK(letters_of(ui.theme.fonts.regular) != nullptr);
    });
}
