#include "core/model/words/said_words.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("A pattern begins with a word that may be missing, or with one that may not") {
    bool question = false;
    CHECK(said_elements("left {company} [on] [{day}]", question).size() == 4);
    CHECK(!question);
    CHECK(said_elements("[has] {also} left", question).size() == 3);
    CHECK(said_elements("[has] {company} left", question).empty());
    CHECK(said_elements("can|could you send {contract} ?", question).size() == 4);
    CHECK(question);
    CHECK(said_elements("", question).empty());
    CHECK(said_elements("?", question).empty());
    CHECK(said_elements("[has]", question).empty());
    CHECK(said_elements("* left", question).empty());
    CHECK(said_elements("{day} left", question).empty());
    CHECK(said_elements("left {dya}", question).empty());
    CHECK(said_elements("left ? now", question).empty());
    CHECK(said_elements("left |", question).empty());
}
