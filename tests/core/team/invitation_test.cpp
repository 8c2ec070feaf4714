#include "core/codec/base64url.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/team/membership.hpp"
#include "tests/support/team_world.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

const team::Invitation invitation{team_server(), {"otto", "a secret of his own"}, team_key()};
const std::string base = "https://deals.brightwater.example/";

}

TEST_CASE("An invitation goes through mail and chat and comes out again", "[team]") {
    const auto link = team::write_invitation(invitation, base);
    REQUIRE(link.starts_with(base + "#t1."));
    CHECK(team::read_invitation(link) == invitation);
    CHECK(team::read_invitation(link.substr(base.size())) == invitation);
    CHECK(team::read_invitation(link.substr(base.size() + 1)) == invitation);
    CHECK(team::read_invitation("Join us: <" + link + ">.") == invitation);
    CHECK(team::read_invitation(base + "%23" + link.substr(base.size() + 1)) == invitation);
    CHECK(team::looks_like_invitation(link));
    CHECK_FALSE(team::looks_like_invitation("https://deals.brightwater.example/"));
    CHECK_FALSE(io::looks_like_link(link));
    CHECK(link.find("otto") == std::string::npos);
    CHECK(team::read_invitation(team::write_invitation({team_server(), {}, team_key()}, "")) == team::Invitation{team_server(), {}, team_key()});
}

TEST_CASE("An invitation that was cut or changed anywhere says so", "[team]") {
    const auto link = team::write_invitation(invitation, base);
    for (std::size_t length = base.size() + 4; length < link.size(); ++length) {
        const auto read = team::read_invitation(link.substr(0, length));
        REQUIRE_FALSE(read);
        CHECK(read.error().message() == "The invitation is cut off or has been changed. Copy it again, or ask for a new one.");
    }
    for (std::size_t at = base.size() + 4; at < link.size(); ++at) {
        auto changed = link;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        if (changed != link) CHECK_FALSE(team::read_invitation(changed));
    }
    CHECK(team::read_invitation(base + "#t2.AAAA").error().message().starts_with("This invitation was made by another version"));
    CHECK(team::read_invitation("hello").error().message().starts_with("This is not an invitation to a team"));
    CHECK_FALSE(team::read_invitation(""));
    CHECK_FALSE(team::read_invitation(std::string(100000, 'a')));
}
