#include "core/base/typed/fuzzy_match.hpp"

#include "core/base/random.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

Fit fit(std::string_view typed, std::string_view text) {
    return FuzzyQuery(typed).fit(text);
}

}

TEST_CASE("what was typed finds what was meant", "[fuzzy]") {
    struct Row {
        std::string_view typed;
        std::string_view text;
    };
    for (const auto& row : {Row{"mrcs", "Marcus Olsen"},
                            Row{"forcast", "Forecast"},
                            Row{"forcst", "Forecast"},
                            Row{"foreacst", "Forecast"},
                            Row{"lgo call", "Log a call"},
                            Row{"call log", "Log a call"},
                            Row{"mo", "Marcus Olsen"},
                            Row{"marol", "Marcus Olsen"},
                            Row{"mvo", "Marcus van Olsen"},
                            Row{"mo", "Marcus van Olsen"},
                            Row{"muller", "Jürgen Müller"},
                            Row{"müller", "Jurgen Muller"},
                            Row{"mueller", "Jürgen Müller"},
                            Row{"lodz", "Łódź"},
                            Row{"strasse", "Straße"},
                            Row{"olson", "Marcus Olsen"},
                            Row{"marcsu ols", "Marcus Olsen"},
                            Row{"comitment", "New commitment"},
                            Row{"comitm", "New commitment"},
                            Row{"ОЛЬГА", "Ольга"},
                            Row{"山田", "山田 太郎"},
                            Row{"山太", "山田 太郎"},
                            Row{"やまだ", "ヤマダ"},
                            Row{"ﾔﾏﾀﾞ", "山田 (ヤマダ)"},
                            Row{"ＡＣＭＥ", "Acme"},
                            Row{"احمد", "أَحْمَد"},
                            Row{"Олга", "Ольга"},
                            Row{"кориспонденция", "корреспонденция"},
                            Row{"राम", "श्री राम कुमार"},
                            Row{"", "anything"},
                            Row{"  ", "anything"},
                            Row{"?", "Really?"}}) {
        INFO(row.typed << " in " << row.text);
        CHECK(fit(row.typed, row.text));
    }
    for (const auto& row : {Row{"mrcs", "Elena Brandt"}, Row{"marcus elena", "Marcus Olsen"}, Row{"x", "Marcus"}, Row{"xy", "Exit yard"},
                            Row{"mn", "Marcus"}, Row{"olsen", "Marcus"}, Row{"forecast", "Four"}, Row{"a", ""}, Row{"?", "Really"},
                            Row{"ask", "Tisk"}, Row{"brandt", "Brad Smith"}, Row{"山由", "山田"}, Row{"田中", "田口"},
                            Row{"김민준", "김민정"}, Row{"はし", "ばし"}, Row{"om", "Marcus Olsen"}}) {
        INFO(row.typed << " in " << row.text);
        CHECK_FALSE(fit(row.typed, row.text));
    }
}

TEST_CASE("the better it fits, the more points", "[fuzzy]") {
    struct Row {
        std::string_view typed;
        std::vector<std::string_view> best_first;
    };
    const std::vector<Row> rows{
        {"marcus", {"Marcus", "Marcus Olsen", "Ask Marcus", "A Marcusson", "Xmarcus"}},
        {"log", {"Log", "Log a call", "The log", "A logbook", "Catalogue"}},
        {"olsen", {"Olsen", "Olsen, Marcus", "Marcus Olsen", "Marcus Olsensen", "Molsens"}},
        {"mrcs", {"mrcs", "mrcs of", "the mrcs", "the mrcss", "my red car stopped", "amrcs", "Marcus", "mrxs"}},
    };
    for (const auto& row : rows) {
        for (std::size_t i = 0; i + 1 < row.best_first.size(); ++i) {
            INFO(row.typed << ": " << row.best_first[i] << " before " << row.best_first[i + 1]);
            CHECK(fit(row.typed, row.best_first[i]).points > fit(row.typed, row.best_first[i + 1]).points);
        }
    }
    CHECK_FALSE(fit("marcus", "Marcus Olsen").guessed);
    CHECK_FALSE(fit("cus", "Marcus Olsen").guessed);
    CHECK_FALSE(fit("mo", "Marcus Olsen").guessed);
    CHECK(fit("mrcs", "Marcus Olsen").guessed);
    CHECK(fit("marcus olson", "Marcus Olsen").guessed);
}

TEST_CASE("words that the text does not have may stand beside it, as they are", "[fuzzy]") {
    const FuzzyQuery query("marcus finance");
    CHECK_FALSE(query.fit("Marcus Olsen"));
    CHECK(query.fit("Marcus Olsen", "CFO, finance"));
    CHECK(query.fit("Marcus Olsen, finance").points > query.fit("Marcus Olsen", "CFO, finance").points);
    CHECK_FALSE(FuzzyQuery("finace").fit("Marcus Olsen", "CFO, finance")); // no slips there
}

TEST_CASE("whatever is typed at whatever text takes little time and never fails", "[fuzzy]") {
    Random random(7);
    const std::string long_text(200000, 'a');
    const std::string long_words = [] {
        std::string words;
        for (int i = 0; i < 50000; ++i)
            words += "ab ";
        return words;
    }();
    for (const auto* typed :
         {"aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaab", "abababababababababababababababab", "b a"}) {
        (void)fit(typed, long_text);
        (void)fit(typed, long_words);
    }
    CHECK(fit(long_text, long_text));
    CHECK(fit(long_words, long_words));
    for (int round = 0; round < 3000; ++round) {
        std::string bytes;
        std::string typed;
        for (auto* text : {&bytes, &typed}) {
            const auto size = random.below(40);
            for (std::uint32_t i = 0; i < size; ++i)
                *text += static_cast<char>(random.below(256));
        }
        const auto found = fit(typed, bytes);
        CHECK(found.points >= 0);
        CHECK(fit(bytes, bytes));
    }
}
