#include "core/base/text.hpp"

#include "core/base/random.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("ill-formed UTF-8 is found at its first byte") {
    struct Row {
        std::string text;
        int at; // -1: well-formed
    };
    for (const auto& row : {Row{"", -1},
                            Row{"plain", -1},
                            Row{"Zo\u00eb \u5c71\u7530 \U0001f680", -1},
                            Row{std::string("\0", 1), -1},
                            Row{"\xf4\x8f\xbf\xbf", -1},
                            Row{"\xef\xbf\xbf", -1},
                            Row{"\xed\x9f\xbf", -1},
                            Row{"\xee\x80\x80", -1},
                            Row{"a\x80", 1},
                            Row{"ab\xc3", 2},
                            Row{"\xc0\x80", 0},
                            Row{"\xc1\xbf", 0},
                            Row{"\xe0\x80\xaf", 0},
                            Row{"\xe0\x9f\xbf", 0},
                            Row{"\xed\xa0\x80", 0},
                            Row{"\xed\xbf\xbf", 0},
                            Row{"\xf0\x80\x80\xaf", 0},
                            Row{"\xf0\x8f\xbf\xbf", 0},
                            Row{"\xf4\x90\x80\x80", 0},
                            Row{"\xf5\x80\x80\x80", 0},
                            Row{"\xfe", 0},
                            Row{"\xff", 0},
                            Row{"abc\xe2\x82", 3},
                            Row{"\xe2\x28\xa1", 0},
                            Row{"\xf0\x9f\x9a", 0},
                            Row{"\u00e9\xf8\x88\x80\x80\x80", 2}}) {
        INFO(row.at << ' ' << row.text.size());
        const auto found = first_invalid_utf8(row.text);
        CHECK((found ? static_cast<int>(*found) : -1) == row.at);
    }
}

TEST_CASE("trimmed takes white space from both ends only") {
    CHECK(trimmed("  a b \t\n") == "a b");
    CHECK(trimmed("\u00a0\u00a0a\u00a0") == "a");
    CHECK(trimmed(" \u00a0 ").empty());
    CHECK(trimmed("").empty());
    CHECK(trimmed("\u00e0") == "\u00e0"); // ends in the byte 0xa0
}

TEST_CASE("folded makes small letters in the scripts it knows") {
    struct Row {
        std::string text;
        std::string small;
    };
    for (const auto& row : {Row{"AbZ09[]", "abz09[]"}, Row{"ÀÖØÞ×ß", "àöøþ×ß"}, Row{"ĀĹŃŇŽŸĐŠ", "āĺńňžÿđš"}, Row{"ĸŉıſ", "ĸŉıs"},
                            Row{"İ", "i"}, Row{"ΑΒΓΣΩΆΈΏΪ", "αβγσωάέώϊ"}, Row{"ς", "σ"}, Row{"АБЯЁЏҐӀӁ", "абяёџґӏӂ"}, Row{"山田", "山田"},
                            Row{"\xff"
                                "A\xc3",
                                "\xff"
                                "a\xc3"}}) {
        CHECK(folded(row.text) == row.small);
    }
}

TEST_CASE("folding twice changes nothing, and keeps well-formed text well-formed") {
    bool all_right = true;
    for (std::uint32_t c = 1; c < 0x3000; ++c) {
        if (c >= 0x80) {
            std::string text;
            if (c < 0x800) {
                text += static_cast<char>(0xc0 | c >> 6);
            } else {
                text += static_cast<char>(0xe0 | c >> 12);
                text += static_cast<char>(0x80 | (c >> 6 & 0x3f));
            }
            text += static_cast<char>(0x80 | (c & 0x3f));
            const auto once = folded(text);
            all_right = all_right && folded(once) == once && !first_invalid_utf8(once) && code_point_count(once) == 1;
        }
    }
    CHECK(all_right);
}

TEST_CASE("search: every word has to be there") {
    CHECK(match_score("Elena Brandt", "") > 0);
    CHECK(match_score("Elena Brandt", "bra") > 0);
    CHECK(match_score("Elena Brandt", "BRANDT ele") > 0);
    CHECK(match_score("Elena Brandt", "elena x") == 0);
    CHECK(match_score("", "a") == 0);
    CHECK(match_score("ÉCOLE", "école") > 0);
    CHECK(match_score("Ольга", "ОЛЬГА") > 0);
    CHECK(match_score("Jürgen Müller", "muller") > 0);
    CHECK(match_score("Jurgen Muller", "müller") > 0);
    CHECK(match_score("ヤマダ タロウ", "やまだ") > 0);
    CHECK(match_score("ﾔﾏﾀﾞ", "ヤマダ") > 0);
    CHECK(match_score("مُحَمَّد", "محمد") > 0);
    CHECK(match_score("Đỗ Nguyễn", "do nguyen") > 0);
    CHECK(match_score("山田太郎", "山本") == 0);
    // The start of the text before the start of a word before the inside of one.
    CHECK(match_score("Brandt", "bra") > match_score("Elena Brandt", "bra"));
    CHECK(match_score("Elena Brandt", "bra") > match_score("Zebra", "bra"));
    CHECK(match_score("Zebra brand", "bra") == match_score("A brand", "bra"));
    CHECK(match_score("a-brand", "bra") == match_score("a brand", "bra"));
}

TEST_CASE("initials") {
    struct Row {
        std::string name;
        std::string letters;
    };
    for (const auto& row :
         {Row{"Elena Brandt", "EB"}, Row{"elena", "E"}, Row{" Anna Maria  von Zell ", "AZ"}, Row{"", "?"}, Row{"  ", "?"}, Row{"...", "?"},
          Row{"Ángel ñandú", "ÁÑ"}, Row{"ольга ёлкина", "ОЁ"}, Row{"山田 太郎", "山太"}, Row{"(IT) Bob", "IB"}, Row{"निशा शर्मा", "निश"},
          Row{"e\u0301va b", "E\u0301B"}, Row{"\U0001f468\u200d\U0001f680 Yuri", "\U0001f468\u200d\U0001f680Y"}, Row{"김민준", "김"},
          Row{"محمد علي", "مع"}, Row{"7 of nine", "7N"}, Row{"ÿ", "Ÿ"}, Row{"άννα", "Ά"}, Row{"\xff\xfe Bo", "B"}}) {
        INFO(row.name);
        CHECK(initials(row.name) == row.letters);
    }
}

TEST_CASE("words for numbers and lists") {
    CHECK(counted(1, "person", "people") == "1 person");
    CHECK(counted(0, "person", "people") == "0 people");
    CHECK(counted(3, "person", "people") == "3 people");
    CHECK(joined({}).empty());
    CHECK(joined({"a"}) == "a");
    CHECK(joined({"a", "b"}) == "a and b");
    CHECK(joined({"a", "b", "c"}) == "a, b and c");
}

TEST_CASE("code points are counted, ill-formed bytes one each") {
    CHECK(code_point_count("") == 0);
    CHECK(code_point_count("a\u00e9\u5c71\U0001f680") == 4);
    CHECK(code_point_count("a\xff\xc3"
                           "b") == 4);
}

TEST_CASE("no text function trips over random bytes") {
    for (std::uint64_t seed = 0; seed < 3000; ++seed) {
        Random random(seed);
        std::string bytes;
        for (auto i = random.below(40); i > 0; --i) {
            bytes += static_cast<char>(random.below(256));
        }
        INFO("seed " << seed);
        CHECK(folded(bytes).size() <= bytes.size() + 40);
        CHECK(match_score(bytes, bytes) > 0);
        CHECK_FALSE(initials(bytes).empty());
        CHECK(code_point_count(bytes) <= static_cast<int>(bytes.size()));
        const auto bad = first_invalid_utf8(bytes);
        CHECK((!bad || !first_invalid_utf8(bytes.substr(0, *bad))));
    }
}
