#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using test::Headless;

TEST_CASE("Text that fits is not touched") {
    Headless headless;
    headless.show([](const Ui& ui) {
        const std::string_view words = "Elena Brandt";
        CHECK(fitted(ui, TextStyle::body, words, text_size(ui, TextStyle::body, words).x) == words);
    });
}

TEST_CASE("Cutting never splits a code point and never exceeds the width") {
    Headless headless;
    headless.show([](const Ui& ui) {
        const std::string_view words = "Müller – „Größe“ 日本語 €184,000 \xF0\x9F\x99\x82 Ελένη";
        for (float width = 0; width < 400; width += 3.7f) {
            const auto cut = fitted(ui, TextStyle::strong, words, width);
            CHECK_FALSE(first_invalid_utf8(cut));
            CHECK(text_size(ui, TextStyle::strong, cut).x <= width + 0.01f);
        }
    });
}

TEST_CASE("Wrapped text is as high as its lines, and no line is wider than the place") {
    Headless headless;
    headless.show([](const Ui& ui) {
        const float line = ui.theme.line_height(TextStyle::body);
        CHECK(wrapped_height(ui, TextStyle::body, "One", 200) == line);
        CHECK(wrapped_height(ui, TextStyle::body, "One\nTwo", 200) == 2 * line);
        CHECK(wrapped_height(ui, TextStyle::body, "One\n\nTwo", 200) == 3 * line);
        const float word = text_size(ui, TextStyle::body, "consensus").x;
        CHECK(wrapped_height(ui, TextStyle::body, "consensus consensus consensus", word + 2) == 3 * line);
        CHECK(wrapped_height(ui, TextStyle::body, "", 200) == line);
        // A word that is wider than its place is broken, not lost and not endless.
        CHECK(wrapped_height(ui, TextStyle::body, "consensusconsensus", word / 2) >= 4 * line);
    });
}

TEST_CASE("A line ends at a blank: no closing quotation mark begins one, no amount is broken") {
    Headless headless;
    headless.show([](const Ui& ui) {
        const float line = ui.theme.line_height(TextStyle::body);
        const auto lines_without_room_for_the_last = [&](std::string_view first, std::string_view rest) {
            const float width = text_size(ui, TextStyle::body, first).x - 1;
            return wrapped_height(ui, TextStyle::body, std::string(first) + std::string(rest), width) / line;
        };
        // Broken before the mark, what follows would have fitted into two lines.
        CHECK(lines_without_room_for_the_last("consensus too long.\u201d", " consensus too") == 3);
        CHECK(lines_without_room_for_the_last("consensus \u20ac184,000", " consensus 18") == 3);
        CHECK(lines_without_room_for_the_last("\u20ac184,000", "") == 2); // but where there is no blank
    });
}

TEST_CASE("Titles are headings, the rest is text") {
    Headless headless;
    headless.show([](const Ui& ui) {
        text(ui, TextStyle::title, "3 of 10 kept");
        text_wrapped(ui, TextStyle::body, "Finance and procurement never met the others.");
    });
    CHECK(headless.find(ItemRole::heading, "3 of 10 kept"));
    CHECK(headless.find(ItemRole::text, "Finance and procurement never met the others."));
}

TEST_CASE("Figures of one style are equally wide") {
    Headless headless;
    headless.show([](const Ui& ui) {
        for (const auto style : {TextStyle::number, TextStyle::body, TextStyle::strong, TextStyle::caption}) {
            CHECK(text_size(ui, style, "1111").x == text_size(ui, style, "8888").x);
        }
    });
}
