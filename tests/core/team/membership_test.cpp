#include "core/team/membership.hpp"

#include "tests/support/team_world.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

std::string with(std::string text, std::string_view what, std::string_view by) {
    const auto at = text.find(what);
    REQUIRE(at != std::string::npos);
    return text.replace(at, what.size(), by);
}

}

TEST_CASE("A team.json is read as it is written", "[team]") {
    const auto server = team_server();
    const auto text = team::write_server(server);
    CHECK(text == R"({
  "middleground_team": 1,
  "id": "00112233445566778899aabbccddeeff",
  "name": "Brightwater Sales",
  "websocket": "/team",
  "nats": ["tls://nats1.brightwater.example:4222"],
  "bucket": "middleground",
  "replicas": 1
}
)");
    CHECK(team::read_server(text) == server);
    CHECK(team::read_server("\xEF\xBB\xBF" + with(text, "\"name\"", "\"later\": [1], \"name\"")) == server);
    for (std::size_t length = 0; length + 2 < text.size(); ++length) {
        CHECK_FALSE(team::read_server(text.substr(0, length)));
    }
}

TEST_CASE("A team.json that cannot be used says what and where", "[team]") {
    const auto text = team::write_server(team_server());
    const auto said = [&](std::string_view what, std::string_view by) {
        const auto read = team::read_server(with(text, what, by));
        return read ? std::string() : read.error().message();
    };
    CHECK(said("_team\": 1", "_team\": 2").starts_with("This was made by a newer version of Middleground"));
    CHECK(said("\"00112233445566778899aabbccddeeff\"", "\"0011\"") == "Expected 32 digits of 0 to 9 and a to f (id).");
    CHECK(said("\"Brightwater Sales\"", "\"  \"") == "The text is empty (name).");
    CHECK(said("\"Brightwater Sales\"", "7") == "Expected a text, found the number 7 (name).");
    CHECK(said("\"/team\"", "\"wss://elsewhere.example/team\"").contains("(websocket)"));
    CHECK(said("\"/team\"", "\"//elsewhere.example/team\"").contains("(websocket)"));
    CHECK(said("\"/team\"", "\"/te am\"").contains("(websocket)"));
    CHECK(said("tls://nats1", "https://nats1").contains("(nats[0])"));
    CHECK(said("tls://nats1", "tls://user@nats1").contains("(nats[0])"));
    CHECK(said("\"middleground\",", "\"middle.ground\",").contains("(bucket)"));
    CHECK(said("\"replicas\": 1", "\"replicas\": 2") == "Expected 1, 3 or 5 (replicas).");
    CHECK(said("\"replicas\": 1", "\"replicas\": -1").contains("(replicas)"));
    CHECK(team::read_server("<!doctype html>").error().message().starts_with("This is not well-formed JSON"));
    CHECK(team::read_server("{}").error().message().starts_with("This is not the file of a team"));
    CHECK_FALSE(team::read_server("[]"));
    CHECK_FALSE(team::read_server(std::string(100000, '[')));
}

TEST_CASE("A membership is kept with its key and read again", "[team]") {
    const auto membership = membership_of("Lena Holm", 3);
    const auto text = team::write_membership(membership);
    CHECK(team::read_membership(text) == membership);
    for (std::size_t length = 0; length < text.size(); ++length) {
        CHECK_FALSE(team::read_membership(text.substr(0, length)));
    }
    CHECK(team::read_membership(with(text, "\"me\":\"03", "\"me\":\"0X")).error().where == "me");
    CHECK(team::read_membership(with(text, "\"key\":\"A", "\"key\":\"")).error().where == "key");
    CHECK(team::read_membership(with(text, "\"bucket\":\"middleground\"", "\"bucket\":\"\"")).error().where == "server.bucket");
    CHECK(team::read_membership(with(text, "\"user\":\"user3\"", "\"user\":[]")).error().where == "login.user");
}

TEST_CASE("A passphrase gives the same key to everybody of a team, and to nobody else", "[team]") {
    const auto key = team::key_of_passphrase(" correct horse battery ", team_server());
    REQUIRE(key);
    CHECK(team::key_of_passphrase("correct horse battery", team_server()) == key);
    CHECK(team::key_of_passphrase("correct horse batterY", team_server()) != key);
    auto other = team_server();
    other.id[0] = 'f';
    CHECK(team::key_of_passphrase("correct horse battery", other) != key);
    CHECK_FALSE(team::key_of_passphrase("  ", team_server()));
    CHECK_FALSE(team::key_of_passphrase(std::string(io::most_passphrase_bytes + 1, 'a'), team_server()));
}
