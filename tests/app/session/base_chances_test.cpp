#include "app/session/base_chances.hpp"

#include "core/files/json.hpp"
#include "generated/assets.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

const Date today = Date::from_calendar(2026, 6, 16).value();

}

TEST_CASE("fresh deals of the shipped playbooks end as their base rates were fitted") {
    BaseChances chances;
    int played = 0;
    for (const auto& asset : assets::playbooks()) {
        const auto playbook = io::read_playbook(asset.bytes);
        REQUIRE(playbook);
        const auto won = chances.of(*playbook, today);
        REQUIRE(won);
        INFO(playbook->id << ' ' << won->value());
        REQUIRE(playbook->base);
        // "... is won in 28 of 100 futures ..."
        const auto& origin = playbook->base->origin;
        const auto at = origin.find("won in ");
        REQUIRE(at != std::string::npos);
        CHECK(std::abs(won->value() * 100 - std::stoi(origin.substr(at + 7))) < 2);
        ++played;
    }
    CHECK(played > 3);
}

TEST_CASE("a playbook that changed is played anew, one that cannot be played says nothing") {
    BaseChances chances;
    auto playbook = io::read_playbook(assets::playbooks().front().bytes).value();
    const auto before = chances.of(playbook, today);
    CHECK(chances.of(playbook, today)->count == before->count);
    playbook.base->log_odds += 3;
    CHECK(chances.of(playbook, today)->count > before->count);
    playbook.base.reset();
    CHECK(chances.of(playbook, today));
    playbook.steps.clear();
    CHECK_FALSE(chances.of(playbook, today));
}
