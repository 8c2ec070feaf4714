#include "core/base/letters/scripts.hpp"

#include "core/base/letters/clusters.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace middleground;

namespace {

std::vector<std::string> parts(std::string_view line) {
    std::vector<std::string> parts;
    for (const auto& run : script_runs(line)) {
        parts.push_back((run.shaped ? "*" : "") + std::string(line.substr(run.begin, run.end - run.begin)));
    }
    return parts;
}

using Parts = std::vector<std::string>;

}

TEST_CASE("each script is written in its way") {
    struct Row {
        char32_t letter;
        Writing writing;
    };
    using enum Writing;
    for (const auto& [letter, writing] : std::initializer_list<Row>{
             {U'a', plain},
             {U'\u00df', plain},
             {U'\u1ec5', plain}, // Vietnamese, composed
             {U'\u03a9', plain},
             {U'\u0416', plain},
             {U'\u65e5', plain},
             {U'\u30ab', plain},
             {U'\ud55c', plain},
             {U'\u2026', plain},
             {U'\u20ac', plain},
             {U'\u2192', plain},
             {U'\uff21', plain},
             {U'\u0e3f', plain},
             {U'\u2600', plain},
             {U'\u0301', shaped},
             {U'\u0915', shaped},
             {U'\u0e01', shaped},
             {U'\u1780', shaped},
             {U'\u0f40', shaped},
             {U'\u1000', shaped},
             {U'\u1100', shaped},
             {U'\u0bb5', shaped},
             {U'\u3099', shaped},
             {U'\U00020000', shaped},
             {U'\u05d0', right_to_left},
             {U'\u0627', right_to_left},
             {U'\u0710', right_to_left},
             {U'\ufb50', right_to_left},
             {U'\u200f', right_to_left},
             {U'\U0001e900', right_to_left},
             {U'\u200d', invisible},
             {U'\ufe0f', invisible},
             {U'\ufeff', invisible},
             {U'\U000e0067', invisible},
             {U'\u2705', emoji},
             {U'\U0001f600', emoji},
             {U'\U0001f1ef', emoji},
             {U'\U0001f3fd', emoji},
             {U'\U0001fae0', emoji},
         }) {
        CAPTURE(static_cast<std::uint32_t>(letter));
        CHECK(writing_of(letter) == writing);
    }
}

TEST_CASE("Latin with its punctuation is plain, one mark of another kind is not") {
    CHECK(is_all_plain(""));
    CHECK(is_all_plain("Brandt \xE2\x80\x93 184.000 \xE2\x82\xAC, \xC3\x84rger\xE2\x80\xA6"));
    CHECK(is_all_plain("日本太郎 Ελλάδα Москва 한국"));
    CHECK_FALSE(is_all_plain("e\u0301"));
    CHECK_FALSE(is_all_plain("Team \U0001F600"));
    CHECK_FALSE(is_all_plain("सुनीता"));
    CHECK(is_all_plain("\xff\xfe broken \xe2\x80"));
}

TEST_CASE("a line has as few parts as possible") {
    CHECK(parts("").empty());
    CHECK(parts("Elena Brandt") == Parts{"Elena Brandt"});
    CHECK(parts("日本太郎様") == Parts{"日本太郎様"});
    CHECK(parts("Dr. सुनीता शर्मा, CFO") == Parts{"Dr. ", "*सुनीता शर्मा", ", CFO"});
    CHECK(parts("ok \U0001F44D\U0001F3FD \U0001F1EF\U0001F1F5 ok") == Parts{"ok ", "*\U0001F44D\U0001F3FD \U0001F1EF\U0001F1F5", " ok"});
    CHECK(parts("สวัสดี ") == Parts{"*สวัสดี", " "});
    CHECK(parts("Nguye\u0302\u0303n") == Parts{"Nguy", "*e\u0302\u0303", "n"});
    // From the right: the system puts all of it into its order.
    CHECK(parts("שלום: Acme 12, ok") == Parts{"*שלום: Acme 12, ok"});
    // Within a line from the left: each stretch for itself, with its own number, and what follows stays behind it.
    CHECK(parts("Acme: שלום 12, ok") == Parts{"Acme: ", "*שלום 12", ", ok"});
    CHECK(parts("Talk about בניית הסכמה, 20 Jun") == Parts{"Talk about ", "*בניית הסכמה", ", 20 Jun"});
    CHECK(parts("From (שלום) to مرحبا بك.") == Parts{"From (", "*שלום", ") to ", "*مرحبا بك", "."});
    CHECK(parts("a שלום 😀") == Parts{"a ", "*שלום", " ", "*😀"});
    CHECK(parts("\U0001F600 مرحبا") == Parts{"*\U0001F600 مرحبا"});
}

TEST_CASE("the parts of a line are the line, and no cluster is in two of them") {
    for (const std::string line : {"a\U0001F468\u200D\U0001F469\u200D\U0001F467\u200D\U0001F466b", "क्षि and क्षि",
                                   "e\u0301\u0302 x \U0001F1E9\U0001F1EA\U0001F1EB\U0001F1F7", "日本\U0001F600語 한국어",
                                   "\xe0\xa4 bad \xf0\x9f", "  \U0001F600  ", "a\u200Bb", "a שלום 12 (שלום) b", "\u200Eשלום a"}) {
        CAPTURE(line);
        std::size_t at = 0;
        for (const auto& run : script_runs(line)) {
            CHECK(run.begin == at);
            CHECK(run.end > run.begin);
            CHECK(cluster_begin(line, run.end) == run.end);
            at = run.end;
        }
        CHECK(at == line.size());
    }
}

TEST_CASE("a line runs as its first letter does") {
    CHECK(runs_from_right("שלום"));
    CHECK(runs_from_right("12: مرحبا Acme"));
    CHECK(runs_from_right("(\u200f) Acme"));
    CHECK_FALSE(runs_from_right("Acme: שלום"));
    CHECK_FALSE(runs_from_right("日本 שלום"));
    CHECK_FALSE(runs_from_right("12 %"));
    CHECK(has_right_to_left("Acme: שלום"));
    CHECK_FALSE(has_right_to_left("Acme 日本 सुनीता"));
}

TEST_CASE("where a line may end without a blank") {
    CHECK(may_break_between(U'日', U'本'));
    CHECK(may_break_between(U'a', U'本'));
    CHECK(may_break_between(U'カ', U'タ'));
    CHECK_FALSE(may_break_between(U'日', U'。'));
    CHECK_FALSE(may_break_between(U'日', U'」'));
    CHECK_FALSE(may_break_between(U'「', U'日'));
    CHECK_FALSE(may_break_between(U'カ', U'ー'));
    CHECK_FALSE(may_break_between(U'a', U'b'));
    CHECK_FALSE(may_break_between(U'한', U'국')); // Korean has blanks
    CHECK_FALSE(may_break_between(U'म', U'क'));
    CHECK(may_break_between(U'ก', U'ข'));
    CHECK_FALSE(may_break_between(U'\u0e40', U'ก')); // a vowel that is written before its consonant
    CHECK_FALSE(may_break_between(U'ก', U'\u0e32'));
    CHECK(may_break_between(U'\U0001F600', U'\U0001F601'));
}
