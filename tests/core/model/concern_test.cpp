#include "core/model/concern.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

TEST_CASE("words that end in a question mark are a question") {
    for (const auto* text : {"Who hosts it?", "Who hosts it? ", "?", "\u8ab0\u304c\uff1f", "\u0645\u0646\u061f"}) {
        INFO(text);
        CHECK(kind_of_words(text) == ConcernKind::question);
    }
    for (const auto* text : {"", "Payback takes too long", "Who? That is not clear"}) {
        INFO(text);
        CHECK(kind_of_words(text) == ConcernKind::concern);
    }
}
