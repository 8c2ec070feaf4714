#include "tests/support/analysis.hpp"
#include "tests/support/forecasts.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <numeric>
#include <string>
#include <string_view>
#include <utility>

using namespace middleground;
using namespace middleground::test;

namespace {

Commitment& deciding(Deal& deal) {
    for (auto& one : deal.commitments) {
        if (one.decides) return one;
    }
    throw std::runtime_error("nothing decides");
}

void add(Commitment& commitment, CommitmentEventKind kind, std::optional<Date> due = {}) {
    commitment.events.push_back({.kind = kind, .on = today(), .who = {}, .interaction = {}, .why = {}, .due = due});
}

Deal fresh() {
    const auto& all = shipped_playbooks();
    for (const auto& playbook : all) {
        if (playbook.id == "ten-commitments") return deal_with(playbook);
    }
    throw std::runtime_error("the default playbook is gone");
}

bool are_the_same(const Forecast& a, const Forecast& b) {
    return a.won == b.won && a.lost == b.lost && a.no_decision == b.no_decision && a.weekly == b.weekly && a.close.p10 == b.close.p10 &&
           a.close.p50 == b.close.p50 && a.close.p90 == b.close.p90 && a.commitments.size() == b.commitments.size();
}

}

TEST_CASE("a fresh average deal ends as deals do on average") {
    const auto forecast = forecast_of(simulated(fresh(), today(), 20000));
    CHECK(forecast.won.value() >= 0.20);
    CHECK(forecast.won.value() <= 0.35);
    const double of_the_rest = forecast.no_decision.value() / (1 - forecast.won.value());
    CHECK(of_the_rest >= 0.40);
    CHECK(of_the_rest <= 0.60);
}

TEST_CASE("a fresh deal of each playbook begins with its own base rate") {
    constexpr std::array<std::pair<std::string_view, int>, 5> of_100{
        {{"renewal-expansion", 70}, {"small-quick", 35}, {"ten-commitments", 28}, {"enterprise", 22}, {"rfp", 20}}};
    for (const auto& [id, chance] : of_100) {
        INFO(id);
        const auto playbook = std::ranges::find(shipped_playbooks(), id, &Playbook::id);
        REQUIRE(playbook != shipped_playbooks().end());
        REQUIRE(playbook->base);
        CHECK(playbook->base->origin.find("in " + std::to_string(chance) + " of 100 futures") != std::string::npos);
        CHECK(std::abs(forecast_of(simulated(deal_with(*playbook), today(), 20000)).won.value() - chance / 100.0) < 0.02);
    }
}

TEST_CASE("outcomes add up, weeks add up, dates are in order") {
    for (const auto* name : {"brightwater", "passive", "pushed"}) {
        INFO(name);
        const auto forecast = forecast_of(simulated(sample(name, today()), today(), 5000));
        CHECK(forecast.won.count + forecast.lost.count + forecast.no_decision.count == forecast.futures);
        CHECK(std::accumulate(forecast.weekly.begin(), forecast.weekly.end(), 0u) == forecast.won.count);
        REQUIRE(forecast.close.p50);
        CHECK(*forecast.close.p10 <= *forecast.close.p50);
        CHECK(*forecast.close.p50 <= *forecast.close.p90);
        for (const auto& one : forecast.commitments) {
            CHECK(one.dates.p10.has_value() == (one.kept.count > 0));
            if (!one.dates.p10) continue;
            CHECK(*one.dates.p10 >= today());
            CHECK(*one.dates.p10 <= *one.dates.p25);
            CHECK(*one.dates.p25 <= *one.dates.p50);
            CHECK(*one.dates.p50 <= *one.dates.p75);
            CHECK(*one.dates.p75 <= *one.dates.p90);
            CHECK(one.critical.count <= one.critical.of);
        }
    }
}

TEST_CASE("slices change nothing, and futures do not depend on how many there are") {
    const auto deal = sample("passive", today());
    const auto whole = simulated(deal, today(), 3000, Record::outcomes);
    Simulation sliced(whole.prepared(), 1, Record::outcomes);
    for (const std::uint32_t slice : {1u, 63u, 64u, 65u, 807u, 2000u}) {
        sliced.run(slice);
    }
    CHECK(sliced.counts().won == whole.counts().won);
    CHECK(sliced.counts().won_on == whole.counts().won_on);
    CHECK(sliced.won_days() == whole.won_days());
    CHECK(are_the_same(forecast_of(simulated(deal, today(), 3000)), forecast_of(simulated(deal, today(), 3000))));
    const auto other = simulated(deal, today(), 3000, Record::outcomes, 2);
    CHECK(other.won_days() != whole.won_days());
    // What is written down changes nothing either.
    CHECK(simulated(deal, today(), 3000).counts().won_on == whole.counts().won_on);
}

TEST_CASE("the order in the file changes nothing") {
    auto deal = sample("pushed", today());
    const auto before = forecast_of(simulated(deal, today(), 2000));
    std::ranges::reverse(deal.stakeholders);
    std::ranges::reverse(deal.commitments);
    std::ranges::reverse(deal.concerns);
    CHECK(are_the_same(before, forecast_of(simulated(deal, today(), 2000))));
}

TEST_CASE("decided is won") {
    auto deal = fresh();
    add(deciding(deal), CommitmentEventKind::kept);
    const auto forecast = forecast_of(simulated(deal, today(), 1000));
    CHECK(forecast.won.count == 1000);
    CHECK(forecast.close.p50 == today());
    CHECK(forecast.weekly == std::vector<std::uint32_t>{1000});
    CHECK(forecast.commitments.empty());
    REQUIRE(forecast.settled);
}

TEST_CASE("a closed deal has ended as it has") {
    auto deal = fresh();
    deal.targets.push_back({today() - 30, today() - 5, TargetReason::buyer_event, {}});
    deal.outcome = Won{today() - 10};
    auto forecast = forecast_of(simulated(deal, today(), 100));
    CHECK(forecast.won.count == 100);
    CHECK(forecast.close.p90 == today() - 10);
    CHECK(forecast.won_by_target->count == 100);
    deal.outcome = Lost{today() - 3, {}, {}};
    forecast = forecast_of(simulated(deal, today(), 100));
    CHECK(forecast.lost.count == 100);
    CHECK_FALSE(forecast.close.p50);
    deal.outcome = NoDecision{today() - 3, {}};
    CHECK(forecast_of(simulated(deal, today(), 100)).no_decision.count == 100);
}

TEST_CASE("without a deciding commitment there is no forecast") {
    auto deal = fresh();
    deciding(deal).decides = false;
    ForecastTables tables;
    const auto prepared = prepare_deal(plain_input(deal, playbook_of(deal), today()), ForecastSettings{}, tables);
    REQUIRE_FALSE(prepared);
    CHECK(prepared.error().remedy.find("is the decision") != std::string::npos);
}

TEST_CASE("what cannot be in time is never won") {
    auto deal = fresh();
    auto& last = deciding(deal);
    add(last, CommitmentEventKind::asked);
    add(last, CommitmentEventKind::agreed);
    add(last, CommitmentEventKind::due, today() + 4 * 365);
    const auto forecast = forecast_of(simulated(deal, today(), 2000));
    CHECK(forecast.won.count == 0);
    CHECK(forecast.won.error() > 0);
    CHECK_FALSE(forecast.close.p50);
    CHECK(forecast.weekly.empty());
}

TEST_CASE("an agreed day moves the date") {
    auto deal = fresh();
    auto& first = deal.commitments.front();
    add(first, CommitmentEventKind::asked);
    add(first, CommitmentEventKind::agreed);
    const auto soon = forecast_of(simulated(deal, today(), 2000));
    add(first, CommitmentEventKind::due, today() + 60);
    const auto late = forecast_of(simulated(deal, today(), 2000));
    CHECK(*late.commitments.front().dates.p50 > *soon.commitments.front().dates.p50 + 14);
    CHECK(*late.commitments.front().dates.p90 >= today() + 40);
    CHECK(late.won.count <= soon.won.count);
}

TEST_CASE("a target in the past is never met, one far away by every won future") {
    auto deal = fresh();
    deal.targets.push_back({today() - 30, today() - 1, TargetReason::seller_target, {}});
    auto forecast = forecast_of(simulated(deal, today(), 1000));
    REQUIRE(forecast.won_by_target);
    CHECK(forecast.won_by_target->count == 0);
    deal.targets.push_back({today(), today() + 5000, TargetReason::seller_target, {}});
    forecast = forecast_of(simulated(deal, today(), 1000));
    CHECK(forecast.won_by_target->count == forecast.won.count);
    deal.targets.push_back({today(), std::nullopt, TargetReason::seller_target, {}});
    CHECK_FALSE(forecast_of(simulated(deal, today(), 1000)).won_by_target);
}

TEST_CASE("the expected amount is the share won, exact however large") {
    auto deal = fresh();
    CHECK_FALSE(forecast_of(simulated(deal, today(), 1000)).expected);
    deal.amount = Money{18400000, "EUR"};
    const auto forecast = forecast_of(simulated(deal, today(), 1000));
    REQUIRE(forecast.expected);
    CHECK(forecast.expected->minor == 18400000 * static_cast<std::int64_t>(forecast.won.count) / 1000);
    CHECK(forecast.expected->currency == "EUR");
    CHECK(expected_amount({9'000'000'000'000'000'000, "JPY"}, {9999999, 10000000}).minor == 8'999'999'100'000'000'000);
    CHECK(expected_amount({5, "EUR"}, {}).minor == 0);
}

TEST_CASE("a commitment of no step, nobody named, and nothing but the decision: all have a forecast") {
    auto deal = fresh();
    deal.stakeholders.clear();
    deal.playbook = "somebody-else's";
    for (auto& one : deal.commitments) {
        one.step = "unheard-of";
    }
    const auto strange = forecast_of(simulated(deal, today(), 1000));
    CHECK(strange.won.count > 0);
    CHECK(strange.group == 7);
    CHECK(strange.against == 7);
    for (const auto& one : strange.commitments) {
        CHECK_FALSE(one.parts.own_step);
        CHECK(one.parts.decided_by.empty());
    }
    std::erase_if(deal.commitments, [](const Commitment& one) { return !one.decides; });
    const auto alone = forecast_of(simulated(deal, today(), 1000));
    CHECK(alone.won.count < strange.won.count); // what nobody has planned still has to be in place
    CHECK(alone.commitments[0].parts.unseen_steps == 5);
    REQUIRE(alone.commitments.size() == 1);
    CHECK(alone.commitments[0].critical.value() == 1);
    deal.expected_group_size = 0;
    CHECK(forecast_of(simulated(deal, today(), 1000)).won.count > 0);
}

TEST_CASE("with all else kept the decision has the highest odds of all, in every playbook") {
    for (const auto& playbook : shipped_playbooks()) {
        INFO(playbook.id);
        auto deal = deal_with(playbook);
        const auto before = forecast_of(simulated(deal, today(), 10));
        for (auto& one : deal.commitments) {
            if (!one.decides) add(one, CommitmentEventKind::kept);
        }
        const auto after = forecast_of(simulated(deal, today(), 10));
        REQUIRE(after.commitments.size() == 1);
        for (const auto& one : before.commitments) {
            if (!one.after_decision) CHECK(after.commitments[0].chance >= one.chance);
        }
    }
}

TEST_CASE("leaving out an open step of a playbook never raises the chance of winning") {
    for (const auto& playbook : shipped_playbooks()) {
        const auto deal = deal_with(playbook);
        const auto with = simulated(deal, today(), 3000, Record::outcomes).counts().won;
        for (const auto& one : deal.commitments) {
            if (one.decides) continue;
            INFO(playbook.id << " without " << one.step);
            const auto without = apply(deal, Edit{edit::RemoveCommitment{one.id}}, today());
            REQUIRE(without);
            CHECK(simulated(*without, today(), 3000, Record::outcomes).counts().won <= with);
        }
    }
}

TEST_CASE("what waits for something comes no earlier than it, in any part of the band") {
    Random random(23);
    for (int i = 0; i < 60; ++i) {
        const auto deal = i == 0 ? fresh() : i == 1 ? sample("passive", today()) : i == 2 ? sample("pushed", today()) : random_deal(random);
        if (std::ranges::none_of(deal.commitments, &Commitment::decides)) continue;
        const auto input = simulated(deal, today(), 600);
        const auto& prepared = input.prepared();
        if (prepared.settled) continue;
        const auto forecast = forecast_of(input);
        for (std::size_t at = 0; at < forecast.commitments.size(); ++at) {
            const auto& dates = forecast.commitments[at].dates;
            for (auto k = prepared.first_waits[at]; k < prepared.first_waits[at + 1]; ++k) {
                const auto& before = forecast.commitments[prepared.waits_for[k]].dates;
                if (!dates.p10 || !before.p10) continue;
                CHECK(*before.p10 <= *dates.p10);
                CHECK(*before.p25 <= *dates.p25);
                CHECK(*before.p50 <= *dates.p50);
                CHECK(*before.p75 <= *dates.p75);
                CHECK(*before.p90 <= *dates.p90);
            }
        }
    }
}
