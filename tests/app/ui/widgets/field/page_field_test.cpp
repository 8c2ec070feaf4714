#include "app/ui/widgets/field/page_field.hpp"

#include "tests/support/app/made_up_fonts.hpp"
#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using test::Headless;
using test::MadeUpFonts;

namespace {

struct Form {
    std::string value;
    FieldOptions options{.width = 300};
    Headless headless;

    explicit Form(SystemFonts* fonts, bool page, std::string text) : value(std::move(text)), headless({.fonts = fonts}) {
        headless.asks_page_field = page;
        headless.show([this](const Ui& ui) {
            text_field(ui, "Account", value, options);
            std::string other;
            text_field(ui, "Title", other, {.width = 300});
        });
    }
};

}

TEST_CASE("A text that needs shaping is typed in a field of the page, in its place; Latin is not") {
    MadeUpFonts fonts;
    Form form(&fonts, true, "Acme");
    CHECK_FALSE(form.headless.page_field);
    form.headless.click("Account");
    CHECK_FALSE(form.headless.page_field);
    form.headless.type(" 日本 Москва");
    CHECK_FALSE(form.headless.page_field); // letters for themselves
    form.headless.type(" שלום");
    REQUIRE(form.headless.page_field);
    const auto shown = *form.headless.page_field;
    const auto* box = form.headless.find("Account");
    CHECK(shown.min.x > box->min.x);
    CHECK(shown.min.y > box->min.y);
    CHECK(shown.max.x < box->max.x);
    CHECK(shown.max.y < box->max.y);
    CHECK(shown.size == 13);
    CHECK(shown.weight == 400);
    CHECK_FALSE(shown.lines);
    CHECK(shown.color == form.headless.theme.color.text);
    CHECK(shown.background == form.headless.theme.color.surface);

    // It stays while the caret is there, whatever is typed.
    form.headless.key(ImGuiKey_A, ImGuiMod_Ctrl);
    form.headless.type("Acme");
    CHECK(form.value == "Acme");
    CHECK(form.headless.page_field);
    form.headless.click("Title");
    CHECK_FALSE(form.headless.page_field);
    form.headless.click("Account");
    CHECK_FALSE(form.headless.page_field);
}

TEST_CASE("Several lines are the page's, too; what is secret never is") {
    MadeUpFonts fonts;
    Form form(&fonts, true, "नमस्ते");
    form.options.multiline = true;
    form.headless.step();
    form.headless.click("Account");
    REQUIRE(form.headless.page_field);
    CHECK(form.headless.page_field->lines);
    CHECK_FALSE(form.headless.page_field->enter_makes_line);
    CHECK(form.headless.page_field->line_height == form.headless.theme.line_height(TextStyle::body));
    form.headless.theme.touch = true;
    form.headless.step();
    CHECK(form.headless.page_field->enter_makes_line);
    form.options.secret = true;
    form.headless.step();
    CHECK_FALSE(form.headless.page_field);
}

TEST_CASE("A field that nobody types in draws its words as they are drawn everywhere") {
    MadeUpFonts fonts;
    Form form(&fonts, true, "שלום");
    CHECK(std::ranges::count(fonts.drawn, "שלום") == 1);
    form.options.dots = true;
    form.headless.step();
    CHECK_FALSE(form.headless.page_field);
}

TEST_CASE("Where no page shows it, the words are drawn as a whole while they are typed, with caret and selection") {
    MadeUpFonts fonts;
    Form form(&fonts, false, "שלום");
    form.headless.click("Account");
    CHECK_FALSE(form.headless.page_field);
    form.headless.key(ImGuiKey_End);
    form.headless.type("ש");
    CHECK(form.value == "שלוםש");
    CHECK(std::ranges::count(fonts.drawn, "שלוםש") == 1);
    const auto before = form.headless.drawn();
    form.headless.key(ImGuiKey_A, ImGuiMod_Ctrl);
    CHECK_FALSE(form.headless.drawn() == before); // what is selected is seen
    form.headless.key(ImGuiKey_Escape);
    CHECK(form.value == "שלום");
}
