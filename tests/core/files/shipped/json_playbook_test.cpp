#include "core/files/json.hpp"

#include "core/model/names.hpp"
#include "generated/assets.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

constexpr std::string_view small = R"({
    "middleground_playbook": 1, "id": "small", "title": "Small", "what": "For small deals", "origin": "Ours",
    "process": "buyer_led", "expected_group_size": 3, "cadence_days": 5,
    "steps": [
        {"id": "meet", "title": "Meet", "buyer_title": "First talk", "what": "A first talk", "why": "They know whom they buy from", "done_when": "We have talked",
         "functions": ["executive", "it"], "roles": ["decision_maker", "user"], "value_ideas": ["A list", "A page"], "ask": "May I?",
         "prerequisites": [], "days": {"min": 2, "mode": 5, "max": 14}, "odds": {"a": 4.25, "b": 2}, "origin": "Counted"},
        {"id": "decide", "title": "Decide", "prerequisites": ["meet"], "days": {"min": 0, "mode": 0, "max": 1},
         "odds": {"a": 1, "b": 1}, "decides": true}]})";

// The small playbook with one piece of its text changed.
Error error_with(std::string_view piece, std::string_view other) {
    auto text = std::string(small);
    const auto at = text.find(piece);
    REQUIRE(at != std::string::npos);
    const auto playbook = io::read_playbook(text.replace(at, piece.size(), other));
    return playbook ? Error{"no error", {}, {}} : playbook.error();
}

}

TEST_CASE("every member of a playbook is read") {
    const auto playbook = io::read_playbook(small);
    REQUIRE((playbook ? "" : playbook.error().message()) == "");
    Playbook expected{"small", "Small", "For small deals", "Ours", Process::buyer_led, 3, 5, {}};
    expected.steps.push_back({"meet",
                              "Meet",
                              "A first talk",
                              "They know whom they buy from",
                              "We have talked",
                              {Function::executive, Function::it},
                              {Role::decision_maker, Role::user},
                              {"A list", "A page"},
                              "May I?",
                              {},
                              2,
                              5,
                              14,
                              4.25,
                              2,
                              "Counted",
                              false,
                              "First talk"});
    PlaybookStep decide;
    decide.id = "decide";
    decide.title = "Decide";
    decide.prerequisites = {"meet"};
    decide.days_max = 1;
    decide.decides = true;
    expected.steps.push_back(decide);
    CHECK(*playbook == expected);
}

TEST_CASE("the playbooks of the program are valid") {
    CHECK(assets::playbooks().size() >= 5);
    for (const auto& asset : assets::playbooks()) {
        const auto playbook = io::read_playbook(asset.bytes);
        INFO(asset.name << ": " << (playbook ? "" : playbook.error().message()));
        REQUIRE(playbook);
        CHECK(playbook->id == asset.name);
    }
}

TEST_CASE("a playbook may say how its deals usually end", "[base]") {
    const auto with = [](std::string_view base) {
        auto text = std::string(small);
        text.insert(text.find("\"steps\""), "\"base\": " + std::string(base) + ", ");
        return io::read_playbook(text);
    };
    CHECK_FALSE(io::read_playbook(small)->base);
    CHECK(with(R"({"log_odds": -0.57, "origin": "Counted"})")->base == BaseRate{-0.57, "Counted"});
    CHECK(with(R"({"log_odds": 0})")->base == BaseRate{0, {}});
    CHECK(with(R"({"origin": "Counted"})").error().what == "The member \"log_odds\" is missing");
    CHECK(with("0.3").error().where == "base");
    CHECK(with(R"({"log_odds": 11})").error().what == "The base rate is out of range");
    CHECK(with(R"({"log_odds": 1, "odds": 2})").error().what == "Playbooks have no such member");
    for (const auto& asset : assets::playbooks()) {
        INFO(asset.name);
        const auto playbook = io::read_playbook(asset.bytes);
        REQUIRE((playbook && playbook->base));
        CHECK_FALSE(playbook->base->origin.empty());
    }
}

TEST_CASE("errors in playbooks say where") {
    const auto check = [](const Error& error, std::string_view what, std::string_view where) {
        CHECK(error.what == what);
        CHECK(error.where == where);
    };
    check(error_with("\"mode\": 5", "\"mode\": \"5\""), "Expected a whole number, found \"5\"", "steps[0].days.mode");
    check(error_with("\"a\": 4.25", "\"a\": 1e1"), "Expected a number of at most 6 decimals, found the number 1e1", "steps[0].odds.a");
    check(error_with("\"a\": 4.25", "\"a\": 4.2500001"), "Expected a number of at most 6 decimals, found the number 4.2500001",
          "steps[0].odds.a");
    check(error_with("\"a\": 4.25, ", ""), "The member \"a\" is missing", "steps[0].odds");
    check(error_with(", \"b\": 2}", "}"), "The member \"b\" is missing", "steps[0].odds");
    check(error_with("\"user\"]", "\"user\", \"boss\"]"),
          "Expected one of \"decision_maker\", \"approver\", \"evaluator\", \"influencer\", \"user\", \"gatekeeper\", found \"boss\"",
          "steps[0].roles");
    check(error_with("\"id\": \"decide\", ", ""), "The member \"id\" is missing", "steps[1]");
    check(error_with("\"why\"", "\"wyh\""), "Playbooks have no such member", "steps.0.wyh");
    check(error_with("\"min\": 2", "\"min\": 2, \"minimum\": 3"), "Playbooks have no such member", "steps.0.days.minimum");
    check(error_with("\"what\"", "\"waht\""), "Playbooks have no such member", "waht");
    CHECK(error_with("[\"meet\"]", "[\"met\"]").what == "It waits for \"met\", which is not a step of the playbook");
    CHECK(error_with("\"a\": 4.25", "\"a\": 0").what == "The odds are not positive numbers");
    CHECK(error_with("\"min\": 2", "\"min\": 20").what.starts_with("The days are 20, 5, 14"));
    check(error_with("_playbook\": 1", "_playbook\": 2"), "This file was made by a newer version of Middleground", "version 2");
    CHECK(error_with("_playbook", "").what == "This is a deal, not a playbook");
}

TEST_CASE("a playbook that was cut off anywhere is refused") {
    for (std::size_t length = 0; length < small.size(); ++length) {
        REQUIRE_FALSE(io::read_playbook(small.substr(0, length)));
    }
}
