#include "core/base/letters/plain_letters.hpp"

#include "core/base/code_point.hpp"
#include "core/base/random.hpp"
#include "core/base/text.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <sstream>
#include <string>
#include <vector>

using namespace middleground;

namespace {

std::string of(std::uint32_t code_point) {
    std::string text;
    append_code_point(text, code_point);
    return text;
}

}

TEST_CASE("letters are compared without their accents, however they are written", "[letters]") {
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
             Row{"Mu\u0308ller", "muller", "mueller"},
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

TEST_CASE("what people write in two ways is one in a search", "[letters]") {
    const std::vector<std::pair<std::string, std::string>> rows{
        {"\uff21\uff22\uff43\uff11\uff08\u682a\uff09", "abc1(\u682a)"}, // full width
        {"\u3231\u3000\u5c71\u7530", "(\u682a) \u5c71\u7530"},
        {"\uff76\uff9e\uff77\uff8a\uff9f\uff70", "\u304c\u304d\u3071\u30fc"}, // half-width kana with marks of voice
        {"\u30ac\u30ad\u30d1\u30f4", "\u304c\u304d\u3071\u3094"},             // katakana
        {"\u304b\u3099\u306f\u309a\u3046\u3099\u308f\u3099", "\u304c\u3071\u3094\u30f7"},
        {"\u30b8\u30e7\u30f3\u30fb\u30b9\u30df\u30b9", "\u3058\u3087\u3093 \u3059\u307f\u3059"},
        {"\u0645\u064f\u062d\u064e\u0645\u0651\u064e\u062f", "\u0645\u062d\u0645\u062f"}, // harakat
        {"\u0645\u062d\u0640\u0640\u0645\u062f", "\u0645\u062d\u0645\u062f"},             // tatweel
        {"\u0623\u062d\u0645\u062f \u0625\u0622\u0671", "\u0627\u062d\u0645\u062f \u0627\u0627\u0627"},
        {"\u0639\u0644\u06cc \u0639\u0644\u0649", "\u0639\u0644\u064a \u0639\u0644\u064a"},
        {"\ufefb\ufe8d", "\u0644\u0627\u0627"}, // presentation forms
        {"\u0661\u0662\u06f3\u096a", "1234"},
        {"\u05e9\u05c1\u05b8\u05dc\u05d5\u05b9\u05dd", "\u05e9\u05dc\u05d5\u05dd"},
        {"\u0110\u1ed7 Nguy\u1ec5n", "do nguyen"},
        {"\u0386\u03bd\u03bd\u03b1 \u1f08\u03c7\u03b9\u03bb\u03bb\u03b5\u03cd\u03c2",
         "\u03b1\u03bd\u03bd\u03b1 \u03b1\u03c7\u03b9\u03bb\u03bb\u03b5\u03c5\u03c3"},
        {"\u0401\u043b\u043a\u0438\u043d\u0430", "\u0435\u043b\u043a\u0438\u043d\u0430"},
        {"\u0531\u0580\u0561\u0574", "\u0561\u0580\u0561\u0574"},
        {"STRASSE Stra\u1e9ee", "strasse strasse"},
        {"\u0130I\u0131", "iii"},
        {"\ufb01\u00b2\u2167\u2460", "fi2viii1"},
        {"\U0001d5d7\U0001d5f6\U0001d5d4", "dia"}, // bold letters of mathematics
        {"\u0958", "\u0915"},
        {"\u0915\u093f", "\u0915\u093f"}, // a vowel of Devanagari is no accent
        {"\u0e17\u0e35\u0e48", "\u0e17\u0e35\u0e48"},
        {"\ud55c\uae00", "\ud55c\uae00"},
        {"\u1112\u1161\u11ab\u1100\u1173\u11af", "\ud55c\uae00"},
        {"a\u200d\ufe0fb\u202ec\u00ad", "abc"},
        {"\U0001f468\u200d\U0001f469", "\U0001f468\U0001f469"},
    };
    for (const auto& [text, plain] : rows) {
        INFO(text);
        CHECK(plain_letters(text) == plain);
    }
}

TEST_CASE("composed or not is the same in a search", "[letters]") {
    std::istringstream lines(test::unicode_file("UnicodeData.txt"));
    int tried = 0;
    for (std::string line; std::getline(lines, line);) {
        std::istringstream fields(line);
        std::string code, field;
        std::getline(fields, code, ';');
        for (int i = 0; i < 5; ++i)
            std::getline(fields, field, ';');
        const auto value = static_cast<std::uint32_t>(std::stoul(code, nullptr, 16));
        // Ideographs for compatibility and signs beyond the basic plane have no row.
        if (field.empty() || field.front() == '<' || (value >= 0xf900 && value <= 0xfaff) || value >= 0x10000 || value == 0x309e ||
            value == 0x30fe || (value >= 0x2190 && value <= 0x23ff)) {
            continue;
        }
        std::string parts;
        std::istringstream words(field);
        for (std::string word; words >> word;)
            parts += of(static_cast<std::uint32_t>(std::stoul(word, nullptr, 16)));
        ++tried;
        if (plain_letters(of(value)) != plain_letters(parts)) FAIL_CHECK(code << " is not " << field);
    }
    CHECK(tried > 900);
    for (std::uint32_t syllable = 0xac00; syllable <= 0xd7a3; ++syllable) {
        const auto place = syllable - 0xac00;
        auto parts = of(0x1100 + place / 588) + of(0x1161 + place % 588 / 28);
        if (place % 28 != 0) parts += of(0x11a7 + place % 28);
        if (plain_letters(parts) != of(syllable)) FAIL_CHECK(syllable);
    }
}

TEST_CASE("folding twice changes nothing, and what is well-formed stays so", "[letters]") {
    for (std::uint32_t c = 1; c < 0x110000; ++c) {
        if (c == 0xd800) c = 0xe000;
        const auto once = plain_letters(of(c));
        if (plain_letters(once) != once || first_invalid_utf8(once)) FAIL_CHECK(c);
    }
    for (std::uint64_t seed = 0; seed < 2000; ++seed) {
        Random random(seed);
        std::string bytes;
        for (auto i = random.below(40); i > 0; --i)
            bytes += static_cast<char>(random.below(256));
        const auto once = plain_letters(bytes);
        CHECK(once.size() <= 4 * bytes.size());
        CHECK(sort_key(bytes).ends_with(bytes));
        (void)spelt_out_letters(bytes);
        (void)capitalised(bytes);
    }
}

TEST_CASE("names are sorted as they are looked for, script after script", "[letters]") {
    const std::vector<std::string> sorted{"",
                                          "Anna",
                                          "anna",
                                          "\u00c4nne",
                                          "Anne Marie",
                                          "\u0110o",
                                          "\u00c9lodie",
                                          "M\u00fcller",
                                          "Mulligan",
                                          "Zo\u00eb",
                                          "\u0391\u03bd\u03bd\u03b1",
                                          "\u0412\u0435\u0440\u0430",
                                          "\u05d3\u05d5\u05d3",
                                          "\u0639\u0644\u064a",
                                          "\u0930\u093e\u092e",
                                          "\u3042\u304d",
                                          "\u30a2\u30b2",
                                          "\u5c71\u7530",
                                          "\uae40"};
    auto mixed = sorted;
    std::ranges::reverse(mixed);
    std::ranges::sort(mixed, {}, sort_key);
    CHECK(mixed == sorted);
}

TEST_CASE("a word gets a capital letter, and what has none stays", "[letters]") {
    CHECK(capitalised("\u00e9lodie") == "\u00c9lodie");
    CHECK(capitalised("e\u0301lodie") == "E\u0301lodie");
    CHECK(capitalised("3rd") == "3rd");
    CHECK(capitalised("\u0930\u093e\u092e") == "\u0930\u093e\u092e");
    CHECK(capitalised("").empty());
}
