#include "app/platform/team_trouble.hpp"

#include "app/platform/team_inbox.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>
#include <string>

using namespace middleground;

namespace {

constexpr int troubles = static_cast<int>(TeamTrouble::other) + 1;

}

TEST_CASE("each trouble with a team's server is said in words of its own, with where and what to do") {
    std::set<std::string> said;
    for (int number = 0; number < troubles; ++number) {
        const auto error = team_error(static_cast<TeamTrouble>(number), "tls://nats.example:4222", "Authorization Violation");
        CHECK(said.insert(error.what).second);
        CHECK(error.where == "tls://nats.example:4222: Authorization Violation");
        CHECK(error.remedy.ends_with('.'));
        CHECK_FALSE(error.what.ends_with('.'));
    }
    CHECK(team_error(TeamTrouble::lost, "deals.example", {}).where == "deals.example");
    CHECK(team_error(TeamTrouble::lost, {}, "closed").where == "closed");
    CHECK(team_error(TeamTrouble::lost, {}, {}).where.empty());
}

TEST_CASE("what a page says of trouble that this program does not know is still said") {
    CHECK(team_error(static_cast<TeamTrouble>(200), {}, "new").what == team_error(TeamTrouble::other, {}, {}).what);
}

TEST_CASE("a refused login ends trying at once, a server without JetStream after the third time, nothing else ever") {
    for (int number = 0; number < troubles; ++number) {
        const auto trouble = static_cast<TeamTrouble>(number);
        CHECK(is_for_good(trouble, 1) == (trouble == TeamTrouble::login));
        CHECK(is_for_good(trouble, 3) == (trouble == TeamTrouble::login || trouble == TeamTrouble::no_part));
    }
}

TEST_CASE("an inbox is named after its user, without what a subject may not have") {
    CHECK(team_inbox("lena") == "_INBOX_lena");
    CHECK(team_inbox("lena.sommer@brightwater.example") == "_INBOX_lena_sommer_brightwater_example");
    CHECK(team_inbox("a>b *c") == "_INBOX_a_b__c");
    CHECK(team_inbox("") == "_INBOX");
}
