#include "app/session/shipped.hpp"

#include <catch2/catch_test_macros.hpp>

#include <set>

using namespace middleground;

TEST_CASE("what comes with the program can be read, and its words are English") {
    const auto shipped = read_shipped();
    CHECK_FALSE(shipped.problem);
    CHECK(shipped.wording.language == "en");
    CHECK(shipped.log_words.language == "en");
    std::optional<Error> problem;
    CHECK(read_shipped_vocabularies(problem).size() == 12);
    CHECK_FALSE(problem);
    REQUIRE_FALSE(shipped.playbooks.empty());
    CHECK(shipped.playbooks.front().id == "ten-commitments");
    std::set<std::string> ids;
    for (const auto& playbook : shipped.playbooks) {
        CHECK(ids.insert(playbook.id).second);
    }
}
