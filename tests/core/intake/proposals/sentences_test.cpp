#include "core/intake/proposals/sentences.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using Sentences = std::vector<std::string>;

TEST_CASE("sentences of a letter") {
    CHECK(sentences_of("Hi Nora,\n\nthe pilot went well. What does version 2.5 cost\nper site?\n- please send it\n1. We agreed.\n\n") ==
          Sentences{"Hi Nora,", "the pilot went well.", "What does version 2.5 cost per site?", "please send it", "We agreed."});
    CHECK(sentences_of("").empty());
    CHECK(sentences_of("...\n???\n").empty());
    CHECK(sentences_of(std::string(100000, 'x')).empty());
    CHECK(sentences_of(std::string(1000000, '\n')).empty());
}

TEST_CASE("what they say, as the log says it") {
    CHECK(without_we("We have agreed to it.") == "Agreed to it.");
    CHECK(without_we("Weather is fine.") == "Weather is fine.");
    CHECK(concern_in("I am worried about the effort") == "Effort");
    CHECK(concern_in("Am concerned that it is late") == "It is late");
    CHECK(concern_in("Budget frozen") == "Budget frozen");
    CHECK(promise_in("You the sizing sheet") == "Sizing sheet");
    CHECK(promise_in("Youth programme") == "Youth programme");
}

TEST_CASE("asking and small talk") {
    CHECK(asks_for_something("Could you send it by Friday."));
    CHECK(asks_for_something("Is that so?"));
    CHECK_FALSE(asks_for_something("It is so."));
    CHECK(is_small_talk("How are you today?"));
    CHECK_FALSE(is_small_talk("How long does it take?"));
}
