#include "core/codec/charset.hpp"

#include <catch2/catch_test_macros.hpp>

using middleground::io::Charsets;

TEST_CASE("What is built in") {
    struct Case {
        std::string_view label, bytes;
        std::optional<std::string> text;
    };
    using namespace std::string_view_literals;
    const Case cases[] = {
        {"utf-8", "\xef\xbb\xbf" "a\xc3\xa9", "a\u00e9"},
        {" UTF8 ", "a", "a"},
        {"utf-8", "a\xe9", std::nullopt},
        {"windows-1252", "a\xe9\x80\x81", "a\u00e9\u20ac\u0081"},
        {"ISO-8859-1", "\x93", "\u201c"},
        {"latin1", "", ""},
        {"utf-16le", "\xff\xfe" "a\0"sv, "a"},
        {"utf-16", "\xfe\xff\0a"sv, "a"},
        {"utf-16", "a\0"sv, "a"},
        {"utf-16be", "\xd8\x3d\xde\x00"sv, "\U0001f600"},
        {"utf-16be", "\xd8\x3d"sv, std::nullopt},
        {"utf-16le", "a\0b"sv, std::nullopt},
        {"shift_jis", "a", std::nullopt},
        {"no such set", "a", std::nullopt},
        {"", "a", std::nullopt},
    };
    for (const auto& [label, bytes, text] : cases) {
        CAPTURE(label, bytes);
        CHECK(Charsets().to_utf8(bytes, label) == text);
    }
}

TEST_CASE("What a system says is checked") {
    struct Liar final : Charsets {
        std::optional<std::string> others_to_utf8(std::string_view, std::string_view label) const override {
            return label == "shift_jis" ? "\xff" : "fine";
        }
    };
    CHECK_FALSE(Liar().to_utf8("a", "Shift_JIS"));
    CHECK(Liar().to_utf8("a", "euc-kr") == "fine");
}
