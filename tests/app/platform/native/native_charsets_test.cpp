#include "app/platform/native/native_charsets.hpp"

#include <catch2/catch_test_macros.hpp>

using middleground::NativeCharsets;

TEST_CASE("The system's character sets go by the names of the web") {
    struct Case {
        std::string_view label, bytes;
        std::optional<std::string> text;
    };
    const Case cases[] = {
        {"windows-1250", "\xa3\xf3" "d\x9f", "\u0141\u00f3d\u017a"},
        {"windows-1250", "a\x81z", "a\u0081z"}, // a byte that stands for no letter, as browsers have it
        {"windows-1251", "\xd1\xe4\xe5\xeb\xea\xe0", "\u0421\u0434\u0435\u043b\u043a\u0430"},
        {"Shift_JIS", "\x8e\xe6\x88\xf8\x90\xe6", "\u53d6\u5f15\u5148"},
        {"shift_jis", "\x87\x40", "\u2460"}, // Windows' own
        {"gb2312", "\xbf\xcd\xbb\xa7", "\u5ba2\u6237"},
        {"gbk", "\xbf\xcd\xbb\xa7", "\u5ba2\u6237"},
        {"gb18030", "\xbf\xcd\xbb\xa7", "\u5ba2\u6237"},
        {"euc-kr", "\xb0\xc5\xb7\xa1", "\uac70\ub798"},
        {"big5", "\xab\xc8\xa4\xe1", "\u5ba2\u6236"},
        {"macintosh", "caf\x8e", "caf\u00e9"},
        {"koi8-r", "\xf3", "\u0421"},
        {"iso-8859-2", "\xb3", "\u0142"},
        {"iso-8859-15", "\xa4", "\u20ac"},
        {"euc-jp", "\xbc\xe8", "\u53d6"},
        {"iso-2022-jp", "\x1b$B<h\x1b(B", "\u53d6"},
        {"shift_jis", "\x8e", std::nullopt}, // cut off
        {"euc-kr", "\xff", std::nullopt},
        {"no such set", "a", std::nullopt},
        {"utf-8//ignore", "\xff", std::nullopt},
        {"gb18030", "", ""},
    };
    for (const auto& [label, bytes, text] : cases) {
        CAPTURE(label, bytes);
        CHECK(NativeCharsets().to_utf8(bytes, label) == text);
    }
}

TEST_CASE("A long text in another set") {
    std::string bytes, text;
    for (int i = 0; i < 100000; ++i) {
        bytes += "\xbf\xcd";
        text += "\u5ba2";
    }
    CHECK(NativeCharsets().to_utf8(bytes, "gbk") == text);
}
