#include "core/analysis/names.hpp"
#include "tests/support/analysis.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

std::string list(const Balance& balance) {
    std::string text = std::to_string(balance.score.push) + " push, " + std::to_string(balance.score.passive) + " passive\n";
    for (const auto& signal : balance.signals) {
        text +=
            std::string(key_of(signal.side)) + ' ' + std::string(signal.id) + ' ' + std::to_string(signal.points) + ' ' + signal.why + '\n';
    }
    return text;
}

}

TEST_CASE("the samples read as balanced, pushed and passive by a clear margin") {
    const auto day = *Date::parse("2026-06-16");
    const auto balance = [&](std::string_view name) {
        const auto deal = sample(name, day);
        return balance_of(deal, playbook_of(deal), english(), day);
    };
    const auto balanced = balance("brightwater");
    INFO(list(balanced));
    CHECK(balanced.score.is_middle_ground());
    CHECK(balanced.score.push <= 20);
    CHECK(balanced.score.passive <= 20);
    const auto pushed = balance("pushed");
    INFO(list(pushed));
    CHECK(pushed.score.push > 50);
    CHECK(pushed.score.needle() > 30);
    const auto passive = balance("passive");
    INFO(list(passive));
    CHECK(passive.score.passive > 50);
    CHECK(passive.score.needle() < -30);
}
