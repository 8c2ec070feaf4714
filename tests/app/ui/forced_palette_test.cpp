// The look in the system's own colours can be read. (app/ui/forced_palette.cpp)
#include "app/ui/forced_palette.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace middleground;

namespace {

// The contrast of WCAG 2: 1 to 21.
double luminance(ImU32 color) {
    const auto part = [&](int shift) {
        const double value = (color >> shift & 0xff) / 255.0;
        return value <= 0.04045 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * part(IM_COL32_R_SHIFT) + 0.7152 * part(IM_COL32_G_SHIFT) + 0.0722 * part(IM_COL32_B_SHIFT);
}

double contrast(ImU32 a, ImU32 b) {
    const double first = luminance(a) + 0.05;
    const double second = luminance(b) + 0.05;
    return first > second ? first / second : second / first;
}

constexpr SystemColors windows_black{0x000000, 0xffffff, 0xffff00, 0x1aebff, 0x3ff23f};
constexpr SystemColors windows_white{0xffffff, 0x000000, 0x00009f, 0x37006e, 0x600000};

}

TEST_CASE("Texts, controls and focus stand out from what is behind them in the system's colours") {
    for (const auto& system : {windows_black, windows_white}) {
        const auto p = forced_palette(system);
        for (const auto ink : {p.text, p.text_muted, p.accent, p.bad, p.warn, p.push, p.passive, p.middle}) {
            for (const auto ground : {p.background, p.surface, p.raised, p.fill, p.hover, p.bad_soft}) {
                CHECK(contrast(ink, ground) >= 7);
            }
        }
        CHECK(contrast(p.text, p.accent_soft) >= 4.5);
        CHECK(contrast(p.accent, p.accent_soft) >= 4.5);
        CHECK(contrast(p.on_accent, p.accent) >= 7);
        CHECK(contrast(p.on_stance, p.stance_champion) >= 7);
        CHECK(contrast(p.focus, p.surface) >= 3);
        CHECK(contrast(p.line_control, p.surface) >= 3);
        CHECK(contrast(p.chart_bar, p.surface) >= 3);
    }
}

TEST_CASE("Whether the system's colours are dark is what the page is told") {
    CHECK(windows_black.is_dark());
    CHECK_FALSE(windows_white.is_dark());
}

TEST_CASE("The page has exactly the colours that the system gave") {
    const auto p = forced_palette({0x010203, 0xf0f1f2, 0x102030, 0x405060, 0x708090});
    CHECK(p.background == IM_COL32(1, 2, 3, 255));
    CHECK(p.text == IM_COL32(0xf0, 0xf1, 0xf2, 255));
    CHECK(p.accent == IM_COL32(0x10, 0x20, 0x30, 255));
    CHECK(p.focus == IM_COL32(0x40, 0x50, 0x60, 255));
}
