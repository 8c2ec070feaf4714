#include "core/model/playbooks/playbook_from_deal.hpp"

#include "core/files/json.hpp"
#include "core/model/playbooks/playbook_edits.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_things.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("a playbook of a deal has its plan, and nothing else of it") {
    auto deal = example_deal();
    deal.title = "Secret title";
    deal.account = "Secret account";
    deal.notes = "Secret notes";
    const auto playbook = playbook_from_deal(deal, nullptr, "p1ayb0", "Depot rollout");
    CHECK(validate(playbook).empty());
    REQUIRE(playbook.steps.size() == deal.commitments.size());
    CHECK(playbook.steps[0].title == deal.commitments[0].title);
    CHECK(playbook.edition == 1);
    const auto text = io::write_playbook(playbook);
    CHECK_FALSE(text.contains("Secret"));
    for (const auto& person : deal.stakeholders) {
        CHECK_FALSE(text.contains(person.name));
    }
}

TEST_CASE("every deal gives a valid playbook, and one without a plan that of the decision alone") {
    for (std::uint64_t seed = 0; seed < 300; ++seed) {
        Random random(seed);
        auto deal = random_deal(random);
        const auto from = random_playbook(random, "p2ayb0");
        CHECK(validate(playbook_from_deal(deal, one_in(random, 2) ? &from : nullptr, "p1ayb0", "Again")).empty());
        deal.commitments.clear();
        CHECK(playbook_from_deal(deal, nullptr, "p1ayb0", "Again").steps.size() == 1);
    }
}

TEST_CASE("steps of a deal keep the numbers of the playbook that it was planned with") {
    Random random(4);
    const auto of = random_playbook(random, "p2ayb0");
    const auto deal = start_deal(of, "One", "Two", today(), random);
    const auto again = playbook_from_deal(deal, &of, "p1ayb0", "Again");
    REQUIRE(again.steps.size() == of.steps.size());
    for (std::size_t i = 0; i < of.steps.size(); ++i) {
        CHECK(again.steps[i] == of.steps[i]);
    }
}
