#include "core/model/words/said_patterns.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("Patterns and rows are found by their first word") {
    SaidWords words;
    words.left = {"[has|had] left", "retired"};
    words.company = {"the company", "the"};
    words.names_too = {"Will"};
    const SaidPatterns patterns(words);
    CHECK(patterns.beginning_with("has").size() == 1);
    CHECK(patterns.beginning_with("left").size() == 1);
    CHECK(patterns.beginning_with("retired").size() == 1);
    CHECK(patterns.beginning_with("gone").empty());
    const auto tokens = log_tokens("The Company, the company. the (company)").list;
    CHECK(patterns.row(SaidRows::company, tokens, 0) == 2);
    CHECK(patterns.row(SaidRows::company, tokens, 2) == 2);
    CHECK(patterns.row(SaidRows::company, tokens, 4) == 1); // not over a mark
    CHECK(patterns.row(SaidRows::company, tokens, 1) == 0);
    CHECK(patterns.row(SaidRows::company, tokens, 99) == 0);
    CHECK(patterns.is_name_too("will"));
}
