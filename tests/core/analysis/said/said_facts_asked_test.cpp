#include "core/analysis/said/said_facts.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;
using enum CommitmentEventKind;

namespace {

Date day(std::string_view text) {
    return Date::parse(text).value();
}

std::string frank(std::string_view text, Direction direction = Direction::inbound) {
    return said_in({.text = std::string(text), .direction = direction, .people = {"Frank Moser"}});
}

}

TEST_CASE("They ask for the decision") {
    constexpr std::string_view rows[]{
        "Frank: \"Please send the contract today, I want to sign this week. I can sign up to 100k alone.\"",
        "He loves it and asks us to send the contract; he will push it through",
        "Please send the contract",
        "Could you send us the contract?",
        "Can you please email the contract today?",
        "Send me the order form, please.",
        "I want to sign this week",
        "We are ready to sign",
        "We'd like to order",
        "Let's sign it on Friday",
        "When can we sign?",
        "Where is the contract?",
        "I need the contract by Friday",
        "Frank asks for the contract",
        "He asked for the contract.",
        "Frank wants to sign before Friday",
        "He is ready to sign",
        "Frank wants us to send him the contract",
        "He would like to sign the contract next week",
        "He is waiting for the contract",
        "Asks for the contract",
        "Everything is clear. Please send over the contract!",
    };
    for (const auto text : rows) {
        INFO(text);
        CHECK(frank(text) == "asked Frank Moser 2026-06-08");
    }
    CHECK(frank("Frank asks for the contract", Direction::mutual) == "asked Frank Moser 2026-06-08");
    CHECK(frank("He asked us to send the contract", Direction::mutual) == "asked Frank Moser 2026-06-08");
    CHECK(frank("Frank: please send the contract", Direction::mutual) == "asked Frank Moser 2026-06-08");
}

TEST_CASE("What only sounds as if they asked for the decision") {
    constexpr std::string_view rows[]{
        "He did not ask for the contract",
        "Frank doesn't want to sign",
        "Please don't send the contract",
        "Please do not send the contract yet",
        "Before we send the contract he wants a demo",
        "If legal agrees, please send the contract",
        "Please send the contract if legal agrees",
        "Please send the contract once the test is done",
        "Please send the contract back",
        "Please send the contract template",
        "Please send the contract terms of last year",
        "Please send the documents",
        "Does he want to sign?",
        "Should we send the contract?",
        "Would he be ready to sign?",
        "Her boss asks for the contract",
        "The lawyers want the contract",
        "Hal wants to sign", // did not take part
        "He may be ready to sign",
        "He thinks they want to sign",
        "He is not ready to sign",
        "He wants to sign up for the newsletter",
        "I want to sign off on the minutes",
        "He asked for the contract value",
        "We asked whether he wants the contract",
        "He asked what the contract would say",
        "He signed the visitor's book",
        "He contracts a cold",
        "Example of a bad mail: please send the contract",
        "We wrote: please send the contract",
        "He said he never asked for the contract",
        "Anna asks for the contract",
    };
    for (const auto text : rows) {
        INFO(text);
        CHECK(frank(text).empty());
    }
    // What we say, or nobody could hear.
    CHECK(frank("Please send the contract", Direction::mutual).empty());
    CHECK(frank("Asked for the contract", Direction::mutual).empty());
    CHECK(frank("We asked for the contract", Direction::mutual).empty());
    CHECK(frank("I: please send the contract back", Direction::mutual).empty());
    CHECK(frank("Please send the contract", Direction::outbound).empty());
    CHECK(frank("He asks for the contract", Direction::outbound).empty());
    // By whom of two?
    CHECK(said_in({.text = "Please send the contract", .people = {"Frank Moser", "Dana Cole"}}).empty());
    CHECK(said_in({.text = "Frank: please send the contract", .people = {"Frank Moser", "Dana Cole"}}) == "asked Frank Moser 2026-06-08");
}

TEST_CASE("That they asked is over once it was answered, or too long ago") {
    auto deal = said_deal();
    put(deal, {.text = "Please send the contract", .people = {"Frank Moser"}});
    auto& events = deal.commitments[2].events;
    CHECK(said_in(deal) == "asked Frank Moser 2026-06-08");
    CHECK(said_in(deal, day("2026-07-01")) != "");
    CHECK(said_in(deal, day("2026-08-01")).empty());

    SECTION("We asked later") {
        events.push_back({asked, day("2026-06-10"), {{"aaaaa4"}}, {}, {}, {}});
        CHECK(said_in(deal).empty());
    }
    SECTION("We asked on that day: it was their question") {
        events.push_back({asked, day("2026-06-08"), {{"aaaaa4"}}, {}, {}, {}});
        CHECK(said_in(deal) == "asked Frank Moser 2026-06-08");
    }
    SECTION("It is recorded that they asked") {
        events.push_back({asked, day("2026-06-08"), {{"aaaaa4"}}, {}, {}, {}});
        events.back().by = Asker::them;
        CHECK(said_in(deal).empty());
    }
    SECTION("They answered") {
        events.push_back({asked, day("2026-06-01"), {{"aaaaa4"}}, {}, {}, {}});
        CHECK(said_in(deal) == "asked Frank Moser 2026-06-08");
        events.push_back({declined, day("2026-06-09"), {{"aaaaa4"}}, {}, {}, {}});
        CHECK(said_in(deal).empty());
    }
    SECTION("They want to wait now") {
        put(deal, {.text = "He will not sign before Q4", .people = {"Frank Moser"}, .on = "2026-06-12"});
        CHECK(said_in(deal) == "Frank Moser not before 2026-10-01");
    }
    SECTION("Who asked has left") {
        put(deal, {.text = "Frank left the company", .on = "2026-06-12"});
        CHECK(said_in(deal) == "left Frank Moser 2026-06-12");
    }
    SECTION("Nothing decides") {
        deal.commitments.pop_back();
        CHECK(said_in(deal).empty());
    }
    SECTION("Of several, who can decide") {
        put(deal, {.text = "Please send the contract", .people = {"May Chen"}, .on = "2026-06-10"});
        CHECK(said_in(deal) == "asked Frank Moser 2026-06-08");
    }
}
