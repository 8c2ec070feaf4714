#include "core/analysis/consensus.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;
using Catch::Approx;

namespace {

Stakeholder person(std::string id, Stance stance, int influence = 50, int openness = 50) {
    Stakeholder one;
    one.id = {std::move(id)};
    one.created = today();
    one.influence = influence;
    one.openness = openness;
    if (stance != Stance::unknown) one.stances.push_back({today(), stance, {}});
    return one;
}

Deal group(std::vector<Stakeholder> people) {
    Deal deal;
    deal.opened = deal.created = today();
    deal.expected_group_size = static_cast<int>(people.size());
    deal.stakeholders = std::move(people);
    return deal;
}

std::vector<double> opinions(const Consensus& consensus) {
    std::vector<double> list;
    for (const auto& one : consensus.people) {
        list.push_back(one.opinion);
    }
    return list;
}

}

TEST_CASE("a step up or down") {
    CHECK(one_step_up(Stance::unknown) == Stance::neutral);
    CHECK(one_step_up(Stance::opposed) == Stance::sceptical);
    CHECK(one_step_up(Stance::champion) == Stance::champion);
    CHECK(one_step_down(Stance::unknown) == Stance::opposed);
    CHECK(one_step_down(Stance::opposed) == Stance::opposed);
    CHECK(one_step_down(Stance::champion) == Stance::supportive);
}

TEST_CASE("nobody, one, and two people") {
    CHECK(consensus_of(group({})).of == 0);
    CHECK(consensus_of(group({})).index == 0);
    const auto alone = consensus_of(group({person("a", Stance::supportive, 50, 100)}));
    CHECK(alone.people[0].opinion == 0.5);
    CHECK(alone.index == 0.75);
    CHECK(alone.would_agree == 1);
    // x_a = 0.5 (1) + 0.5 x_b, x_b = 0.5 (-1) + 0.5 x_a: 1/3 and -1/3.
    const auto both = consensus_of(group({person("a", Stance::champion), person("b", Stance::opposed)}));
    CHECK(both.people[0].opinion == 0.333333333);
    CHECK(both.people[1].opinion == -0.333333333);
    CHECK(both.index == 0.5);
    CHECK(both.would_agree == 1);
    CHECK(both.of == 2);
}

TEST_CASE("an influence line is a share of a mind, and more than 1 is normalised") {
    auto deal = group({person("a", Stance::champion), person("b", Stance::opposed, 50, 100), person("c", Stance::opposed, 50, 0)});
    deal.influences.push_back({{"a"}, {"b"}, 1000, today(), {}});
    const auto one = consensus_of(deal);
    CHECK(one.people[1].opinion > 0); // b hears a only
    CHECK(one.people[2].opinion == -1);
    deal.influences.push_back({{"c"}, {"b"}, 1000, today(), {}});
    const auto halves = consensus_of(deal);
    const double a = halves.people[0].opinion;
    CHECK(halves.people[1].opinion == Approx(0.01 * -1 + 0.99 * (a - 1) / 2).epsilon(1e-6));
}

TEST_CASE("without influence, lines or openness nothing breaks") {
    const auto weightless = consensus_of(group({person("a", Stance::champion, 0), person("b", Stance::neutral, 0)}));
    CHECK(weightless.people[0].opinion == 1);
    CHECK(weightless.people[1].opinion == 0);
    CHECK(weightless.index == 0.75);
    const auto closed = consensus_of(group({person("a", Stance::champion, 90, 0), person("b", Stance::sceptical, 90, 0)}));
    CHECK(closed.people[0].opinion == 1);
    CHECK(closed.people[1].opinion == -0.5);
}

TEST_CASE("seats that nobody is named for count as unknown") {
    auto deal = group({person("a", Stance::champion)});
    deal.expected_group_size = 3;
    const auto result = consensus_of(deal);
    CHECK(result.unnamed == 2);
    CHECK(result.of == 3);
    CHECK(result.unnamed_opinion < 0.25);
    auto named = deal;
    named.stakeholders.push_back(person("b", Stance::unknown));
    CHECK(consensus_of(named).index == result.index);
    named.stakeholders.back().stances.push_back({today(), Stance::neutral, {}});
    CHECK(consensus_of(named).index > result.index);
}

TEST_CASE("consensus is reached when everybody who decides would agree") {
    auto deal = group({person("a", Stance::champion, 90), person("b", Stance::supportive, 50), person("c", Stance::supportive, 50)});
    CHECK_FALSE(consensus_of(deal).reached); // nobody decides
    deal.stakeholders[0].role = Role::decision_maker;
    CHECK(consensus_of(deal).reached);
    deal.stakeholders[1].role = Role::approver;
    CHECK(consensus_of(deal).reached);
    deal.stakeholders[1].stances.push_back({today(), Stance::opposed, {}});
    CHECK_FALSE(consensus_of(deal).reached);
}

TEST_CASE("whom to win next: who moves the index most") {
    const auto deal = group({person("a", Stance::champion, 90), person("b", Stance::sceptical, 90), person("c", Stance::opposed, 10)});
    const auto result = consensus_of(deal);
    CHECK(result.people[0].gain == 0);
    CHECK(result.people[1].gain > result.people[2].gain);
    CHECK(whom_to_win_next(result).front() == StakeholderId{"b"});
    auto moved = deal;
    moved.stakeholders[1].stances.push_back({today(), Stance::neutral, {}});
    const auto after = consensus_of(moved);
    CHECK(after.index - result.index == Approx(result.people[1].gain).margin(3e-9));
    CHECK(after.would_agree - result.would_agree == result.people[1].gain_agree);
}

TEST_CASE("people three steps apart with a line between them are in conflict") {
    auto deal = group({person("a", Stance::champion), person("b", Stance::sceptical), person("c", Stance::neutral)});
    CHECK(consensus_of(deal).conflicts.empty());
    deal.influences = {{{"a"}, {"b"}, 100, today(), {}}, {{"b"}, {"a"}, 100, today(), {}}, {{"a"}, {"c"}, 100, today(), {}}};
    REQUIRE(consensus_of(deal).conflicts.size() == 1);
    CHECK(consensus_of(deal).conflicts[0].second == StakeholderId{"b"});
}

TEST_CASE("a function in which somebody spoke was heard") {
    auto deal = example_deal();
    const auto consensus_now = consensus_of(deal);
    for (const auto function : consensus_now.never_heard) {
        for (std::size_t i = 0; i < deal.stakeholders.size(); ++i) {
            if (deal.stakeholders[i].function == function) CHECK_FALSE(consensus_now.people[i].heard);
        }
    }
    for (auto& one : deal.stakeholders) {
        one.problem = "Too slow";
    }
    CHECK(consensus_of(deal).never_heard.empty());
}

TEST_CASE("properties of the consensus of generated deals") {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        auto deal = random_deal(random);
        const auto before = consensus_of(deal);
        double low = before.unnamed > 0 ? -0.25 : 2;
        double high = before.unnamed > 0 ? -0.25 : -2;
        for (const auto& one : before.people) {
            low = std::min(low, one.stated);
            high = std::max(high, one.stated);
        }
        for (const auto& one : before.people) {
            REQUIRE(one.opinion >= low);
            REQUIRE(one.opinion <= high);
            REQUIRE(one.gain >= 0);
            REQUIRE(one.gain_agree >= 0);
        }
        REQUIRE(before.index >= 0);
        REQUIRE(before.index <= 1);
        if (deal.stakeholders.empty()) continue;

        auto closed = deal;
        for (auto& one : closed.stakeholders) {
            one.openness = 0;
        }
        for (const auto& one : consensus_of(closed).people) {
            REQUIRE(one.opinion == one.stated);
        }

        auto permuted = deal;
        std::ranges::reverse(permuted.stakeholders);
        std::ranges::reverse(permuted.influences);
        auto mirrored = opinions(consensus_of(permuted));
        std::ranges::reverse(mirrored);
        REQUIRE(mirrored == opinions(before));
        REQUIRE(consensus_of(permuted).index == before.index);

        const auto who = static_cast<std::size_t>(between(random, 0, static_cast<int>(deal.stakeholders.size()) - 1));
        auto& raised = deal.stakeholders[who];
        raised.stances.push_back({today(), one_step_up(stance_of(raised)), {}});
        const auto after = consensus_of(deal);
        REQUIRE(after.index >= before.index);
        for (std::size_t i = 0; i < before.people.size(); ++i) {
            REQUIRE(after.people[i].opinion >= before.people[i].opinion);
        }
    }
}

TEST_CASE("what the CFO attended means that finance was heard; our own unanswered message does not") {
    auto cfo = person("cfo000", Stance::neutral);
    cfo.function = Function::finance;
    auto deal = group({cfo});
    Interaction interaction;
    interaction.id = {"int000"};
    interaction.on = interaction.created = today();
    interaction.people = {cfo.id};
    const auto finance_heard = [&](InteractionKind kind, Direction direction) {
        interaction.kind = kind;
        interaction.direction = direction;
        deal.interactions = {interaction};
        return consensus_of(deal).never_heard.empty();
    };
    CHECK_FALSE(consensus_of(deal).never_heard.empty());
    CHECK_FALSE(finance_heard(InteractionKind::email, Direction::outbound));
    CHECK_FALSE(finance_heard(InteractionKind::call, Direction::outbound));
    CHECK(finance_heard(InteractionKind::email, Direction::inbound));
    CHECK(finance_heard(InteractionKind::call, Direction::mutual));
    CHECK(finance_heard(InteractionKind::meeting, Direction::mutual));
    CHECK(finance_heard(InteractionKind::meeting, Direction::outbound));
    CHECK(finance_heard(InteractionKind::demo, Direction::outbound));
    CHECK(finance_heard(InteractionKind::workshop, Direction::outbound));
}

TEST_CASE("nobody is to be won who would agree already") {
    Random random(8);
    for (int i = 0; i < 200; ++i) {
        const auto result = consensus_of(random_deal(random));
        for (const auto& id : whom_to_win_next(result)) {
            CHECK_FALSE(find(result, id)->would_agree);
        }
    }
}
