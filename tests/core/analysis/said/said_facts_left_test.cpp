#include "core/analysis/said/said_facts.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

struct Row {
    std::string_view text;
    std::string_view said;
};

std::string in_notes(std::string_view text) {
    auto deal = said_deal();
    deal.stakeholders[0].notes = text; // Dana Cole
    return said_in(deal);
}

}

TEST_CASE("Somebody who has left, as the log says it") {
    constexpr Row rows[]{
        {"Igor writes that Dana left Kestrel last week; he covers for her until somebody is found", "left Dana Cole 2026-06-01"},
        {"Dana has left the company.", "left Dana Cole 2026-06-08"},
        {"Dana Cole left the company on 2026-06-05", "left Dana Cole 2026-06-05"},
        {"Unfortunately Dana left the firm at the end of May, Igor takes over", "left Dana Cole 2026-05-31"},
        {"dana left kestrel elevators in may", "left Dana Cole 2026-05-01"},
        {"Dana, who left Kestrel on 1 June, is replaced by Igor", "left Dana Cole 2026-06-01"},
        {"COO Hal Meyer has already left the company", "left Hal Meyer 2026-06-08"},
        {"Our champion Dana is no longer with Kestrel since 3 June", "left Dana Cole 2026-06-03"},
        {"Dana no longer works at Kestrel.", "left Dana Cole 2026-06-08"},
        {"Dana is no longer there", "left Dana Cole 2026-06-08"},
        {"Dana doesn't work for the company any more", "left Dana Cole 2026-06-08"},
        {"Dana isn't with Kestrel anymore, ask Igor", "left Dana Cole 2026-06-08"},
        {"Dana was laid off", "left Dana Cole 2026-06-08"},
        {"Reorganisation: Hal was let go on Friday", "left Hal Meyer 2026-06-05"},
        {"Cole has retired", "left Dana Cole 2026-06-08"},
        {"Dana quit her job", "left Dana Cole 2026-06-08"},
        {"Dana has changed jobs", "left Dana Cole 2026-06-08"},
        {"Dana left last month", "left Dana Cole 2026-05-01"},
        {"Because Dana left Kestrel, the meeting did not take place", "left Dana Cole 2026-06-08"},
        {"DANA LEFT THE COMPANY", "left Dana Cole 2026-06-08"},
        {"Dana is leaving Kestrel on 12 June", "left Dana Cole 2026-06-12"},
        {"Dana's last day at Kestrel is 12 June", "left Dana Cole 2026-06-12"},
        {"Anna Berg left the company last week", "left Anna Berg 2026-06-01"},
        {"Dana is no longer part of the project", "left Dana Cole 2026-06-08"},
        {"May has left the company", "left May Chen 2026-06-08"},
    };
    for (const auto& [text, said] : rows) {
        INFO(text);
        CHECK(said_in({.text = std::string(text)}) == said);
    }
}

TEST_CASE("What only sounds as if somebody had left") {
    constexpr std::string_view rows[]{
        "Dana has not left the company",
        "Dana hasn't left Kestrel",
        "Dana never left Kestrel",
        "Has Dana left the company?",
        "If Dana left the company, who would lead it",
        "Dana may leave the company",
        "Dana might have left the company",
        "Dana would have left the company",
        "Dana is leaving Kestrel",
        "Dana will leave Kestrel in August",
        "Dana leaves the company on 30 June",
        "Dana's last day is 30 June",
        "Igor thinks Dana left the company",
        "Rumour: Dana left the company",
        "Not true that Dana left the company",
        "Igor does not believe that Dana left Kestrel",
        "Igor asks whether Dana left the company",
        "Dana left a message",
        "Dana left the meeting early",
        "Dana left the room",
        "Dana left early",
        "Dana left on Sunday", // "yesterday": on the way home
        "Dana left us the figures",
        "Dana left it to Igor to decide",
        "Dana left the company car at the gate",
        "Dana left Kestrel impressed",
        "Dana left Kestrel at five in the afternoon",
        "Dana left the business card on the table",
        "Dana left the company name out of the list",
        "Dana has two weeks left",
        "Dana turned left",
        "Much is left to do for Dana",
        "We left Kestrel at noon, Dana came along",
        "She left the company",
        "Their old CIO left the company",
        "Peter left the company",
        "Anna left the company", // two of that name
        "Alex left the company", // the seller
        "Maria Dana left the company",
        "Dana Smith left the company",
        "Dana's boss left the company",
        "Dana's successor has left Kestrel",
        "Neither Dana nor Igor left the company",
        "Dana or Hal left the company",
        "Dana left Siemens ten years ago to join Kestrel",
        "Before Dana left the company she did the figures",
        "When Dana left the company, everything stopped",
        "Dana is no longer against it",
        "Dana was let down",
        "Dana left the firm offer on the table",
        "Dana no longer works on the weekends",
        "Dana left the company on 30 June", // a day that has not been
        "",
        "left",
    };
    for (const auto text : rows) {
        INFO(text);
        CHECK(said_in({.text = std::string(text)}).empty());
    }
}

TEST_CASE("Notes about a person need not name them") {
    CHECK(in_notes("LEFT THE COMPANY on 2026-06-07") == "left Dana Cole 2026-06-07");
    CHECK(in_notes("Likes figures. Left the company on 7 June 2026.") == "left Dana Cole 2026-06-07");
    CHECK(in_notes("She has left Kestrel") == "left Dana Cole 2026-03-02"); // nobody knows when: nothing was ever heard of her
    CHECK(in_notes("No longer with the company") == "left Dana Cole 2026-03-02");
    CHECK(in_notes("Igor left the company on 2026-06-01") == "left Igor Petrov 2026-06-01");
    CHECK(in_notes("Left the company in May 2026, says Igor") == "left Dana Cole 2026-05-01");
    CHECK(in_notes("Has not left the company").empty());
    CHECK(in_notes("Left Siemens for Kestrel in 2024").empty());
    CHECK(in_notes("Left-handed").empty());
    CHECK(in_notes("Left the company last week").empty()); // of which week
    CHECK(in_notes("Wants to leave the company").empty());
    CHECK(in_notes("Left of the entrance, second floor").empty());
    CHECK(in_notes("Left the company on 2027-06-07").empty());
}

TEST_CASE("Nobody has left who was there afterwards, and what is recorded is not read again") {
    auto deal = said_deal();
    put(deal, {.text = "Dana left Kestrel last week"});
    CHECK(said_in(deal) == "left Dana Cole 2026-06-01");

    SECTION("A call after that") {
        put(deal, {.text = "Back again", .direction = Direction::mutual, .people = {"Dana Cole"}, .on = "2026-06-10"});
        CHECK(said_in(deal).empty());
    }
    SECTION("A call in that week was before it") {
        put(deal, {.text = "Farewell", .direction = Direction::mutual, .people = {"Dana Cole"}, .on = "2026-06-03"});
        CHECK(said_in(deal) == "left Dana Cole 2026-06-03");
    }
    SECTION("Our own mail is no sign of life") {
        put(deal, {.text = "Are you there", .direction = Direction::outbound, .people = {"Dana Cole"}, .on = "2026-06-10"});
        CHECK(said_in(deal) == "left Dana Cole 2026-06-01");
    }
    SECTION("An answer after that") {
        deal.commitments[1].events.push_back({CommitmentEventKind::agreed, Date::parse("2026-06-11").value(), {{"aaaaa1"}}, {}, {}, {}});
        CHECK(said_in(deal).empty());
    }
    SECTION("It is recorded") {
        deal.stakeholders[0].left = Departure{Date::parse("2026-06-04").value(), {}};
        CHECK(said_in(deal).empty());
    }
    SECTION("The deal has ended") {
        deal.outcome = Lost{said_today(), {}, {}};
        CHECK(said_in(deal).empty());
    }
    SECTION("A day that is named weighs more") {
        deal.stakeholders[0].notes = "LEFT THE COMPANY on 2026-06-07";
        deal.interactions[0].summary = "Dana has left the company";
        CHECK(said_in(deal) == "left Dana Cole 2026-06-07");
    }
}

TEST_CASE("The evidence is the words, and where they stand") {
    auto deal = said_deal();
    put(deal, {.text = "Igor writes that Dana left Kestrel last week; he covers"});
    const auto facts = said_facts(deal, nullptr, *english().said, said_today());
    REQUIRE(facts.size() == 1);
    CHECK(facts[0].words == "left Kestrel last week");
    CHECK(facts[0].where.in == SaidIn::log);
    CHECK(facts[0].where.subject == Subject(deal.interactions[0].id));
    CHECK(deal.interactions[0].summary.substr(facts[0].where.begin, facts[0].where.end - facts[0].where.begin) == facts[0].words);
    CHECK(facts[0].where.on == Date::parse("2026-06-08").value());
}
