#include "core/base/typed/plain_letters.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace middleground;

TEST_CASE("letters are compared without their accents, and other scripts as they are") {
    struct Row {
        const char* text;
        const char* plain;
        const char* spelt_out;
    };
    for (const auto& [text, plain, spelt_out] : {
             Row{"", "", ""},
             Row{"ACME 3", "acme 3", "acme 3"},
             Row{"Zo\u00eb O\u2019H\u00e1ra", "zoe o'hara", "zoe o'hara"},
             Row{"M\u00fcller-Stra\u00dfe", "muller-strasse", "mueller-strasse"},
             Row{"\u0141ukasz \u017d", "lukasz z", "lukasz z"},
             Row{"e\u0301", "e", "e"},
             Row{"\u65e5\u672c", "\u65e5\u672c", "\u65e5\u672c"},
             Row{"\xff\xc3", "\xff\xc3", "\xff\xc3"},
         }) {
        INFO(text);
        CHECK(plain_letters(text) == plain);
        CHECK(spelt_out_letters(text) == spelt_out);
    }
}

TEST_CASE("a word gets a capital letter, and what has none stays") {
    CHECK(capitalised("\u00e9lodie") == "\u00c9lodie");
    CHECK(capitalised("3rd") == "3rd");
    CHECK(capitalised("").empty());
}
