#include "core/files/backup.hpp"
#include "core/files/json.hpp"

#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

// Version 0 never left the house; it keeps the steps between versions tested. FORMATS.md says what it was.

TEST_CASE("a file of version 0 becomes one of today") {
    const auto deal = io::read_deal(R"({"middleground": 0, "deal": {
        "id": "d00001", "title": "Planning", "customer": "Brightwater", "opened": "2026-06-01",
        "stakeholders": [
            {"id": "p00001", "name": "Elena", "stance": "supportive", "created": "2026-06-10", "colour": "red"},
            {"id": "p00002", "stance": "unknown"},
            {"id": "p00003", "stance": "opposed"},
            {"id": "p00004"}]}})",
                                    today());
    REQUIRE((deal ? "" : deal.error().message()) == "");
    CHECK(deal->account == "Brightwater");
    const auto day = [](std::string_view text) { return *Date::parse(text); };
    CHECK(deal->stakeholders[0].stances == std::vector{StanceEvent{day("2026-06-10"), Stance::supportive, {}}});
    CHECK(deal->stakeholders[0].extra == R"({"colour":"red"})");
    CHECK(deal->stakeholders[1].stances.empty());
    CHECK(deal->stakeholders[2].stances == std::vector{StanceEvent{day("2026-06-01"), Stance::opposed, {}}});
    CHECK(deal->stakeholders[3].stances.empty());
    const auto text = io::write_deal(*deal);
    CHECK(text.starts_with("{\n  \"middleground\": 2,"));
    CHECK(*io::read_deal(text, today()) == *deal);
}

TEST_CASE("a file of today is not migrated") {
    const auto deal =
        io::read_deal(R"({"middleground": 2, "deal": {"id": "d00001", "opened": "2026-06-01", "customer": "Brightwater"}})", today());
    REQUIRE(deal);
    CHECK(deal->account.empty());
    CHECK(deal->extra == R"({"customer":"Brightwater"})");
}

TEST_CASE("a file of version 0 that has new members already keeps both") {
    const auto deal =
        io::read_deal(R"({"middleground": 0, "deal": {"id": "d00001", "opened": "2026-06-01", "customer": "old", "account": "new",
        "stakeholders": [{"id": "p00001", "stance": "opposed", "stances": []}]}})",
                      today());
    REQUIRE(deal);
    CHECK(deal->account == "new");
    CHECK(deal->extra == R"({"customer":"old"})");
    CHECK(deal->stakeholders[0].extra == R"({"stance":"opposed"})");
}

TEST_CASE("a file of version 1 gains nothing that it did not say", "[version_1]") {
    // Names that version 2 gave a meaning: then they were somebody else's.
    const auto deal = io::read_deal(R"({"middleground": 1, "deal": {
        "id": "d00001", "opened": "2026-06-01", "client": "gold", "x_client": 1,
        "stakeholders": [{"id": "p00001", "stances": [{"on": "2026-06-02", "stance": "neutral", "not_before": 4}]}],
        "commitments": [{"id": "c00001", "decides": true, "events": [{"kind": "asked", "on": "2026-06-02", "by": "them"},
            {"kind": "declined", "on": "2026-06-03", "not_before": "2026-10-01"}]}],
        "concerns": [{"id": "w00001", "stakeholder": "p00001", "kind": "question", "events": [{"kind": "raised", "on": "2026-06-02"}]}]}})",
                                    today());
    REQUIRE((deal ? "" : deal.error().message()) == "");
    CHECK(deal->client == Client::unknown);
    CHECK(deal->extra == R"({"x_x_client":"gold","x_client":1})");
    CHECK_FALSE(deal->stakeholders[0].stances[0].not_before);
    CHECK(deal->commitments[0].events[0].by == Asker::us);
    CHECK_FALSE(not_before(deal->commitments[0]));
    CHECK(deal->commitments[0].extra == R"({"events":{"0":{"x_by":"them"},"1":{"x_not_before":"2026-10-01"}}})");
    CHECK(deal->concerns[0].kind == ConcernKind::concern);
    CHECK(*io::read_deal(io::write_deal(*deal), today()) == *deal);
    // The same in a file of today means what it says.
    const auto said = io::read_deal(R"({"middleground": 2, "deal": {"id": "d00001", "opened": "2026-06-01", "client": "current"}})", today());
    REQUIRE(said);
    CHECK(said->client == Client::current);
}

TEST_CASE("only files that hold deals have a version 2", "[version_1]") {
    CHECK(io::read_playbook(R"({"middleground_playbook": 2})").error().what == "This file was made by a newer version of Middleground");
    CHECK(io::read_plan(R"({"middleground_plan": 2})").error().what == "This file was made by a newer version of Middleground");
    CHECK(io::read_deal(R"({"middleground": 3})", today()).error().what == "This file was made by a newer version of Middleground");
    const auto sample = io::read_sample(R"({"middleground_sample": 2, "deal": {"id": "d00001", "opened": -10, "client": "new"}})", today());
    REQUIRE((sample ? "" : sample.error().message()) == "");
    CHECK(sample->client == Client::new_client);
}

TEST_CASE("what has not the shape of version 0 is left to the reader's errors") {
    const auto error_of = [](std::string_view deal) {
        const auto read = io::read_deal(R"({"middleground": 0, "deal": )" + std::string(deal) + '}', today());
        return read ? "no error" : read.error().what + " at " + read.error().where;
    };
    CHECK(error_of("7") == "Expected an object, found the number 7 at deal");
    CHECK(error_of("{\"stakeholders\": {\"stance\": \"opposed\"}}") == "The member \"id\" is missing at deal");
    CHECK(error_of(R"({"id": "d00001", "opened": "2026-06-01", "stakeholders": {"stance": "opposed"}})") ==
          "Expected a list, found an object at deal.stakeholders");
    CHECK(error_of(R"({"id": "d00001", "opened": "2026-06-01", "stakeholders": ["opposed"]})") ==
          "Expected an object, found \"opposed\" at deal.stakeholders[0]");
    CHECK(error_of(R"({"id": "d00001", "opened": 5, "stakeholders": [{"id": "p00001", "stance": "opposed"}]})") ==
          "Expected a date like \"2026-06-30\", found the number 5 at deal.opened");
    CHECK(error_of(R"({"id": "d00001", "opened": "2026-06-01", "stakeholders": [{"id": "p00001", "stance": "lukewarm"}]})")
              .starts_with("Expected one of \"unknown\", "));
    CHECK(error_of(R"({"id": "d00001", "opened": "2026-06-01", "stakeholders": [{"id": "p00001", "stance": 3}]})") == "no error");
}

TEST_CASE("backups of version 0 are migrated deal by deal") {
    const auto deals = io::read_backup(
        R"({"middleground_backup": 0, "deals": [{"id": "d00001", "opened": "2026-06-01", "customer": "a"},
            {"id": "d00002", "opened": "2026-06-01", "customer": "b"}]})",
        today());
    REQUIRE(deals);
    REQUIRE(deals->deals.size() == 2);
    CHECK(deals->deals[0].deal.account == "a");
    CHECK(deals->deals[1].deal.account == "b");
}

TEST_CASE("kinds of files that have no version 0 say so") {
    const auto playbook = io::read_playbook(R"({"middleground_playbook": 0})");
    REQUIRE_FALSE(playbook);
    CHECK(playbook.error().what == "There is no version 0 of this kind of file");
    const auto sample = io::read_sample(R"({"middleground_sample": 0})", today());
    REQUIRE_FALSE(sample);
    CHECK(sample.error().what == "There is no version 0 of this kind of file");
}
