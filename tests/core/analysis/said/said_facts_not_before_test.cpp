#include "core/analysis/said/said_facts.hpp"
#include "tests/support/said.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;
using enum CommitmentEventKind;

namespace {

struct Row {
    std::string_view text;
    std::string_view said;
};

Date day(std::string_view text) {
    return Date::parse(text).value();
}

Deal refused(std::string why, std::string_view on = "2026-06-11") {
    auto deal = said_deal();
    deal.commitments[1].events.push_back({declined, day(on), {{"aaaaa3"}}, {}, std::move(why), {}});
    return deal;
}

std::string klaus_says(std::string_view text) {
    return said_in({.text = std::string(text), .direction = Direction::mutual, .people = {"Klaus Reuter"}, .on = "2026-06-11"});
}

}

TEST_CASE("The reason of a refusal names a day") {
    constexpr Row rows[]{
        {"Hiring and spending freeze until Q4", "Invest not before 2026-10-01"},
        {"Not before Q4", "Invest not before 2026-10-01"},
        {"not until October", "Invest not before 2026-10-01"},
        {"Budget is frozen until the fourth quarter", "Invest not before 2026-10-01"},
        {"Budgets closed until 1 January 2027", "Invest not before 2027-01-01"},
        {"No budget this year", "Invest not before 2027-01-01"},
        {"Nothing new this year", "Invest not before 2027-01-01"},
        {"Not this quarter", "Invest not before 2026-07-01"},
        {"Everything on hold until the end of September", "Invest not before 2026-09-30"},
        {"Waiting until the new budget in January", ""},
        {"Waits until next year", "Invest not before 2027-01-01"},
        {"Project postponed to 2027", "Invest not before 2027-01-01"},
        {"In October at the earliest", "Invest not before 2026-10-01"},
        {"Earliest 15 September", "Invest not before 2026-09-15"},
        {"Ask again in September", "Invest not before 2026-09-01"},
        {"We will not sign before Q4", "Invest not before 2026-10-01"},
        {"He cannot release any budget before 1 August", "Invest not before 2026-08-01"},
    };
    for (const auto& [text, said] : rows) {
        INFO(text);
        CHECK(said_in(refused(std::string(text))) == said);
    }
}

TEST_CASE("The reason of a refusal that names a day for something else") {
    constexpr std::string_view rows[]{
        "Waits until Q4 results are in",
        "Not before the board has met",
        "No spending freeze until Q4",
        "He is in Berlin until Friday",
        "Spending freeze until the new CFO is there",
        "If there is a freeze until Q4",
        "Frozen until Q4?",
        "Frozen until Q4 unless the board agrees",
        "Freeze until Q4, if the numbers stay like this",
        "The last project was in Q4",
        "Too expensive",
        "Freeze until June 10", // the day before, and the next one is too far for what is meant
        "Not convinced before the demo in Q4",
        "until",
    };
    for (const auto text : rows) {
        INFO(text);
        const auto said = said_in(refused(std::string(text)));
        CHECK((said.empty() || text.starts_with("Freeze until June")));
    }
}

TEST_CASE("What somebody says about a day before which nothing happens") {
    constexpr Row rows[]{
        {"Klaus: freeze came from the board, he will not sign before Q4", "Klaus Reuter not before 2026-10-01"},
        {"He won't sign anything new before October", "Klaus Reuter not before 2026-10-01"},
        {"Klaus can't approve it until the fourth quarter", "Klaus Reuter not before 2026-10-01"},
        {"Klaus cannot release any budget until 1 October", "Klaus Reuter not before 2026-10-01"},
        {"Klaus does not want to decide before 1 September", "Klaus Reuter not before 2026-09-01"},
        {"He is not allowed to order before Q1 2027", "Klaus Reuter not before 2027-01-01"},
        {"Klaus has no budget before next year", "Klaus Reuter not before 2027-01-01"},
        {"Klaus has no budget for this this year", "Klaus Reuter not before 2027-01-01"},
        {"Klaus has no budget this year", "Klaus Reuter not before 2027-01-01"},
        {"Klaus wants to wait until Q4", "Klaus Reuter not before 2026-10-01"},
        {"He would like it, but will only decide in Q4", "Klaus Reuter not before 2026-10-01"},
        {"Klaus: spending freeze until Q4", "Klaus Reuter not before 2026-10-01"},
        {"Klaus: no new fixed cost before Q4", "Klaus Reuter not before 2026-10-01"},
        {"Klaus: we will not go ahead before 1 October", "Klaus Reuter not before 2026-10-01"},
        {"He refuses to sign before Q4.", "Klaus Reuter not before 2026-10-01"},
        {"Frank will not decide before September", "Frank Moser not before 2026-09-01"},
        {"Klaus: project on hold until 1 December", "Klaus Reuter not before 2026-12-01"},
    };
    for (const auto& [text, said] : rows) {
        INFO(text);
        CHECK(klaus_says(text) == said);
    }
}

TEST_CASE("What only sounds like a day before which nothing happens") {
    constexpr std::string_view rows[]{
        "He will sign before Q4",
        "Klaus did not say that he will not sign before Q4",
        "Will he not sign before Q4?",
        "If we wait he will not sign before Q4",
        "He will not sign before Q4 unless the board agrees",
        "He will not sign before Q4 results are in",
        "He might not sign before Q4",
        "We will not start before Q4",       // we
        "We cannot sign before Q4",          // whoever that is in a talk of both
        "The board will not decide before Q4", // nobody of the deal
        "He will not be in the office before Monday",
        "He cannot talk before Monday",
        "Meeting postponed to Friday",
        "He worked until Q4 on something else",
        "There is no spending freeze until Q4",
        "The freeze until Q4 is off the table",
        "He will not sign before the end",
        "Anna will not sign before Q4",
        "The project was on hold until May, now it goes on",
        "Klaus thinks the board has no budget this year",
        "He will not wait until Q4",
    };
    for (const auto text : rows) {
        INFO(text);
        CHECK(klaus_says(text).empty());
    }
}

TEST_CASE("A day is over once it has passed, or once something newer says otherwise") {
    SECTION("Of a refusal") {
        auto deal = refused("Spending freeze until Q4");
        CHECK(said_in(deal, day("2026-09-30")) == "Invest not before 2026-10-01");
        CHECK(said_in(deal, day("2026-10-01")).empty());
        auto& events = deal.commitments[1].events;
        events.push_back({asked, day("2026-06-12"), {{"aaaaa3"}}, {}, {}, {}});
        CHECK(said_in(deal) == "Invest not before 2026-10-01"); // that we ask again takes nothing back
        events.push_back({agreed, day("2026-06-14"), {{"aaaaa3"}}, {}, {}, {}});
        CHECK(said_in(deal).empty());
    }
    SECTION("It is a member") {
        auto deal = refused("Spending freeze until Q4");
        deal.commitments[1].events.back().not_before = day("2026-09-01");
        CHECK(said_in(deal).empty());
    }
    SECTION("Given up, or reopened") {
        auto deal = refused("Spending freeze until Q4");
        deal.commitments[1].events.push_back({reopened, day("2026-06-12"), {}, {}, {}, {}});
        CHECK(said_in(deal).empty());
        deal.commitments[1].events.back() = {dropped, day("2026-06-12"), {}, {}, "too late", {}};
        CHECK(said_in(deal).empty());
    }
    SECTION("Of a person") {
        auto deal = said_deal();
        put(deal, {.text = "He will not sign before Q4", .direction = Direction::mutual, .people = {"Klaus Reuter"}});
        CHECK(said_in(deal) == "Klaus Reuter not before 2026-10-01");
        CHECK(said_in(deal, day("2026-10-01")).empty());
        SECTION("A newer stance") {
            deal.stakeholders[2].stances.push_back({day("2026-06-10"), Stance::supportive, {}});
            CHECK(said_in(deal).empty());
        }
        SECTION("A newer statement") {
            put(deal, {.text = "He will not sign before September", .direction = Direction::mutual, .people = {"Klaus Reuter"}, .on = "2026-06-10"});
            CHECK(said_in(deal) == "Klaus Reuter not before 2026-09-01");
        }
        SECTION("He has agreed") {
            deal.commitments[1].events.push_back({agreed, day("2026-06-12"), {{"aaaaa3"}}, {}, {}, {}});
            CHECK(said_in(deal).empty());
        }
        SECTION("He has left") {
            deal.stakeholders[2].left = Departure{day("2026-06-12"), {}};
            CHECK(said_in(deal).empty());
        }
        SECTION("It is a member") {
            deal.stakeholders[2].stances.back().not_before = day("2026-09-01");
            CHECK(said_in(deal).empty());
        }
    }
    SECTION("A stance and a concern say it, too") {
        auto deal = said_deal();
        deal.stakeholders[2].stances.push_back({day("2026-06-11"), Stance::opposed, "Will not sign before Q4"});
        CHECK(said_in(deal) == "Klaus Reuter not before 2026-10-01");
        deal.stakeholders[2].stances.pop_back();
        Concern concern{.id = {"ddddd1"}, .created = day("2026-06-11"), .stakeholder = {"aaaaa3"}, .text = "Spending freeze: no new fixed cost before Q4",
                        .events = {{ConcernEventKind::raised, day("2026-06-11"), {}}}, .extra = {}};
        deal.concerns.push_back(concern);
        CHECK(said_in(deal) == "Klaus Reuter not before 2026-10-01");
        deal.concerns[0].events.push_back({ConcernEventKind::resolved, day("2026-06-12"), {}});
        CHECK(said_in(deal).empty());
    }
}
