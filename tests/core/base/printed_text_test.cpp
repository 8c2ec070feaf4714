#include "core/base/printed_text.hpp"

#include "core/base/code_point.hpp"
#include "core/base/file_name.hpp"
#include "core/base/text.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("what is printed has no control characters and no marks of direction") {
    struct Row {
        std::string_view written;
        std::string_view text;
        std::string_view line;
    };
    using namespace std::string_view_literals;
    for (const auto& row : {Row{"One\x1b[2J\x07 two\x7f"sv, "One [2J  two ", "One [2J  two "}, Row{"a\0b"sv, "a b", "a b"},
                            Row{"a\tb\nc\r\nd\re", "a\tb\nc\nd\ne", "a b c d e"}, Row{"\u009b31m\u0085", " 31m ", " 31m "},
                            Row{"a\u2028b\u2029c", "a\nb\nc", "a b c"}, Row{"user\u202egnp.exe\u202c", "usergnp.exe", "usergnp.exe"},
                            Row{"\u2066a\u2067b\u2068c\u2069\u202a\u202b\u202d", "abc", "abc"}, Row{"a\xff\xc2", "a\ufffd\ufffd", "a\ufffd\ufffd"},
                            Row{"M\u00fcller \u05e9\u05dc\u05d5\u05dd\u200f \u5c71\u7530 \U0001f680\u00a0", "M\u00fcller \u05e9\u05dc\u05d5\u05dd\u200f \u5c71\u7530 \U0001f680\u00a0",
                                "M\u00fcller \u05e9\u05dc\u05d5\u05dd\u200f \u5c71\u7530 \U0001f680\u00a0"},
                            Row{"", "", ""}}) {
        INFO(row.text);
        CHECK(printed_text(row.written) == row.text);
        CHECK(printed_line(row.written) == row.line);
        CHECK(printed_text(printed_text(row.written)) == row.text);
    }
}

TEST_CASE("a text is cut between characters, with the marks that belong to them") {
    CHECK(cut_to("abc", 3) == "abc");
    CHECK(cut_to("abc", 2) == "ab");
    CHECK(cut_to("a\u00e4\u00e4", 4) == "a\u00e4");
    CHECK(cut_to("ae\u0301", 3) == "a"); // the accent stands on its own
    CHECK(cut_to("ab\U0001f469\u200d\U0001f680", 9) == "ab");
    CHECK(cut_to("ab\U0001f44d\U0001f3fdx", 6) == "ab");
    CHECK(cut_to("", 0).empty());
    CHECK(cut_to("\U0001f680", 3).empty());
    std::string marks = "a";
    for (int i = 0; i < 100; ++i) {
        marks += "\u0301";
    }
    CHECK(cut_to(marks, 50).size() == 49);
    CHECK_FALSE(first_invalid_utf8(cut_to(marks, 50)));
}

TEST_CASE("a file name has no controls, no marks of direction and nothing that cannot be seen") {
    CHECK(file_name_of("M\u00fcller & S\u00f6hne / Lager 4", ".json") == "M\u00fcller-S\u00f6hne-Lager-4.json");
    CHECK(file_name_of("offer\u202exslx", ".exe") == "offer-xslx.exe");
    CHECK(file_name_of("a\u009b\u0085\x1b\x7f\n\tb", ".md") == "a-b.md");
    CHECK(file_name_of("\u2066\u2069\ufeff\u200b\u00a0", ".md") == "deal.md");
    CHECK(file_name_of("a\xff\xfe" "b", ".md") == "a-b.md");
    CHECK(file_name_of("../../etc/passwd", "") == "etc-passwd");
    CHECK(file_name_of("\u5c71\u7530 \U0001f469\u200d\U0001f680", ".ics") == "\u5c71\u7530-\U0001f469\u200d\U0001f680.ics");
    CHECK(file_name_of("\u0634\u0631\u0643\u0629 \u202e\u0627\u0644\u0646\u0648\u0631 2026", ".pdf") ==
          "\u0634\u0631\u0643\u0629-\u0627\u0644\u0646\u0648\u0631-2026.pdf");
    CHECK(file_name_of("\u0936\u0930\u094d\u092e\u093e \u0917\u094d\u0930\u0941\u092a", ".md") ==
          "\u0936\u0930\u094d\u092e\u093e-\u0917\u094d\u0930\u0941\u092a.md");
    CHECK(file_name_of("\uff21\u682a\u5f0f\u4f1a\u793e\u3000\u7acb\u5c71", ".csv") == "\uff21\u682a\u5f0f\u4f1a\u793e-\u7acb\u5c71.csv");
}

TEST_CASE("a file name that would be longer than 255 bytes is cut at a whole character and keeps its extension") {
    for (const std::string letter : {"x", "\u00e4", "\u5c71", "\U0001f680", "e\u0301", "\U0001f44d\U0001f3fd"}) {
        INFO(letter);
        std::string words;
        while (words.size() < 1000) {
            words += letter;
        }
        const auto name = file_name_of(words, ".json");
        CHECK(name.size() <= longest_file_name);
        CHECK(name.size() > longest_file_name - letter.size());
        CHECK(name.ends_with(".json"));
        CHECK((name.size() - 5) % letter.size() == 0);
        CHECK_FALSE(first_invalid_utf8(name));
    }
    CHECK(file_name_of(std::string(250, 'x'), ".json").size() == 255);
    CHECK(file_name_of(std::string(249, 'x') + " y", ".json") == std::string(249, 'x') + ".json");
}
