#include "core/model/edit/edit.hpp"
#include "core/model/plan/plan.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/forecasts.hpp"
#include "tests/support/random_deal.hpp"
#include "tests/support/random_things.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cmath>

using namespace middleground;
using namespace middleground::test;

// What must hold of every deal, however far it has come: each over a thousand generated ones, with the whole way from the deal to the chance,
// not only what-ifs.

namespace {

constexpr int deals = 1000;
constexpr std::uint32_t futures = 400;

// Nothing for deals that have no forecast.
std::optional<Forecast> forecast_on(const Deal& deal, Date day, ForecastTables& tables, std::uint32_t count = futures) {
    const auto assessment = assessed(deal, day);
    const auto input = forecast_input(deal, playbook_of(deal), assessment.consensus, assessment.balance.lasting_push, day);
    auto prepared = prepare_deal(input, ForecastSettings{}, tables);
    if (!prepared || prepared->settled) return std::nullopt;
    Simulation simulation(std::move(*prepared), 5, Record::everything);
    simulation.run(count);
    return forecast_of(simulation);
}

std::optional<std::uint32_t> won_on(const Deal& deal, Date day, ForecastTables& tables, std::uint32_t count = futures) {
    const auto forecast = forecast_on(deal, day, tables, count);
    return forecast ? std::optional(forecast->won.count) : std::nullopt;
}

template <typename Check>
void for_open_deals(int least, const Check& check) {
    ForecastTables tables;
    int checked = 0;
    for (std::uint64_t seed = 0; seed < deals; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        auto deal = random_deal(random);
        deal.outcome = Open{};
        if (check(deal, random, tables)) ++checked;
    }
    CHECK(checked >= least);
}

const Commitment* open_step(const Deal& deal, Random& random) {
    std::vector<const Commitment*> open;
    for (const auto& one : deal.commitments) {
        if (is_open(one) && !one.decides) open.push_back(&one);
    }
    return open.empty() ? nullptr : open[random.below(static_cast<std::uint32_t>(open.size()))];
}

Commitment* decision_of(Deal& deal) {
    const auto found = std::ranges::find(deal.commitments, true, &Commitment::decides);
    return found == deal.commitments.end() ? nullptr : &*found;
}

CommitmentEvent event_of(CommitmentEventKind kind) {
    CommitmentEvent event;
    event.kind = kind;
    event.on = today();
    return event;
}

// Draws of two plans are not the same ones where their steps differ: what may lie between them by chance.
std::uint32_t by_chance(std::uint32_t won, std::uint32_t count) {
    const double share = (won + 1.0) / (count + 2.0);
    return static_cast<std::uint32_t>(3 * std::sqrt(2 * share * (1 - share) * count)) + 1;
}

}

TEST_CASE("with nothing done, no day raises the chance") {
    for_open_deals(400, [](const Deal& deal, Random&, ForecastTables& tables) {
        auto before = won_on(deal, today(), tables);
        if (!before) return false;
        for (const int days : {1, 2, 7, 15, 30, 31, 60, 90, 240}) {
            INFO(days << " days later");
            const auto later = won_on(deal, today() + days, tables);
            REQUIRE(later);
            CHECK(*later <= *before);
            before = later;
        }
        return true;
    });
}

TEST_CASE("taking a step out, or dropping it, never raises the chance; not needing it never lowers it") {
    constexpr std::uint32_t count = 2000;
    for_open_deals(300, [](const Deal& deal, Random& random, ForecastTables& tables) {
        const auto* step = open_step(deal, random);
        const auto before = won_on(deal, today(), tables, count);
        if (!before || step == nullptr) return false;
        // A step more than the playbook has is one more that can fail.
        const auto* playbook = playbook_of(deal);
        const auto usual = playbook == nullptr ? ForecastSettings{}.usual_steps : static_cast<int>(playbook->steps.size());
        if (step_count(deal) > usual) return false;
        const auto with = [&](const Edit& edit) {
            const auto then = apply(deal, edit, today());
            REQUIRE(then);
            return *won_on(*then, today(), tables, count);
        };
        INFO("without " << step->id.text << " of step " << step->step);
        CHECK(with(edit::RemoveCommitment{step->id}) <= *before + by_chance(*before, count));
        CHECK(with(edit::AddCommitmentEvent{step->id, event_of(CommitmentEventKind::dropped)}) <= *before + by_chance(*before, count));
        CHECK(with(edit::AddCommitmentEvent{step->id, event_of(CommitmentEventKind::not_needed)}) >= *before);
        return true;
    });
}

TEST_CASE("keeping a step never lowers the chance") {
    constexpr std::uint32_t count = 2000;
    for_open_deals(250, [](const Deal& deal, Random& random, ForecastTables& tables) {
        const auto* step = open_step(deal, random);
        const auto before = won_on(deal, today(), tables, count);
        if (!before || step == nullptr) return false;
        auto then = deal;
        for (auto& one : then.commitments) {
            if (one.id == step->id) one.events.push_back(event_of(CommitmentEventKind::kept));
        }
        // With two commitments for one step, or some of one's own, another one may come to be played for a step: other draws.
        CHECK(*won_on(then, today(), tables, count) + by_chance(*before, count) >= *before);
        return true;
    });
}

TEST_CASE("who was for it and leaves never raises the chance") {
    for_open_deals(250, [](const Deal& deal, Random&, ForecastTables& tables) {
        const auto before = won_on(deal, today(), tables);
        const auto person = std::ranges::find_if(deal.stakeholders, [](const Stakeholder& one) { return stance_of(one) >= Stance::supportive && !one.left; });
        if (!before || person == deal.stakeholders.end()) return false;
        auto then = deal;
        then.stakeholders[static_cast<std::size_t>(person - deal.stakeholders.begin())].left = Departure{today(), {}};
        CHECK(*won_on(then, today(), tables) <= *before);
        return true;
    });
}

TEST_CASE("one more unanswered message of ours never raises the chance") {
    for_open_deals(400, [](const Deal& deal, Random& random, ForecastTables& tables) {
        const auto before = won_on(deal, today(), tables);
        if (!before) return false;
        auto then = deal;
        Interaction message;
        message.id = InteractionId::make(random);
        message.created = today();
        message.on = today();
        message.kind = InteractionKind::email;
        message.direction = Direction::outbound;
        if (!deal.stakeholders.empty()) message.people.push_back(deal.stakeholders.front().id);
        then.interactions.push_back(std::move(message));
        CHECK(*won_on(then, today(), tables) <= *before);
        return true;
    });
}

TEST_CASE("no decision against those who can stop it") {
    for_open_deals(400, [](Deal deal, Random& random, ForecastTables& tables) {
        if (decision_of(deal) == nullptr || !is_open(*decision_of(deal)) || deal.stakeholders.empty()) return false;
        // Whatever has been kept already.
        for (auto& one : deal.commitments) {
            if (!one.decides && is_open(one) && one_in(random, 2)) one.events.push_back(event_of(CommitmentEventKind::kept));
        }
        auto everybody = deal;
        everybody.expected_group_size = 1;
        for (auto& person : everybody.stakeholders) {
            person.left = std::nullopt;
            person.stances.push_back({today(), Stance::opposed, {}});
        }
        CHECK(*won_on(everybody, today(), tables, 2000) < 100); // 5 %
        auto immovable = deal;
        auto& decider = immovable.stakeholders.front();
        decider.role = Role::decision_maker;
        decider.openness = 0;
        decider.left = std::nullopt;
        decider.stances.push_back({today(), Stance::opposed, {}});
        CHECK(*won_on(immovable, today(), tables, 2000) < 100);
        auto refused = deal;
        auto& who = refused.stakeholders.front();
        who.role = Role::decision_maker;
        who.left = std::nullopt;
        std::erase_if(refused.concerns, [&](const Concern& one) { return one.stakeholder == who.id; });
        if (!who.stances.empty() && who.stances.back().on >= today()) return true;
        auto no = event_of(CommitmentEventKind::declined);
        no.who = {who.id};
        decision_of(refused)->events.push_back(no);
        CHECK(*won_on(refused, today(), tables, 2000) < 400); // 20 %
        return true;
    });
}

TEST_CASE("a no of the one who decides weighs more than everything else that speaks for the deal") {
    ForecastTables tables;
    for (const auto& playbook : shipped_playbooks()) {
        for (const int own_base : {0, 990}) {
            auto deal = deal_with(playbook);
            deal.client = Client::current;
            if (own_base > 0) deal.own_base = OwnBase{own_base, "deals.csv"};
            Stakeholder who;
            who.id = {"p00001"};
            who.name = "Ann";
            who.role = Role::decision_maker;
            who.created = today();
            who.stances.push_back({today() - 1, Stance::champion, {}});
            deal.stakeholders.push_back(who);
            for (auto& one : deal.commitments) {
                if (!one.decides) one.events.push_back(event_of(CommitmentEventKind::kept));
            }
            const auto before = *won_on(deal, today(), tables, 2000);
            auto no = event_of(CommitmentEventKind::declined);
            no.who = {who.id};
            decision_of(deal)->events.push_back(no);
            INFO(playbook.id << " " << own_base << ": " << before);
            CHECK(*won_on(deal, today(), tables, 2000) < 400); // 20 %
            CHECK(before > 1000);
        }
    }
}

TEST_CASE("dates are in order") {
    for_open_deals(400, [&](const Deal& deal, Random&, ForecastTables& tables) {
        const auto forecast = forecast_on(deal, today(), tables);
        if (!forecast) return false;
        if (!forecast->close.p50) return true;
        CHECK(*forecast->close.p10 <= *forecast->close.p50);
        CHECK(*forecast->close.p50 <= *forecast->close.p90);
        return true;
    });
}

TEST_CASE("with five open steps or more the dates are as wide as real ones") {
    ForecastTables tables;
    for (const auto& playbook : shipped_playbooks()) {
        auto deal = deal_with(playbook);
        for (std::size_t kept = 0; kept < deal.commitments.size(); ++kept) {
            INFO(playbook.id << ", " << kept << " kept");
            const auto forecast = forecast_on(deal, today(), tables, 20000);
            REQUIRE(forecast);
            const auto open = std::ranges::count_if(forecast->commitments, [](const CommitmentForecast& one) { return !one.after_decision; });
            if (open < 5) break;
            CHECK(*forecast->close.p90 - today() >= 4 * (*forecast->close.p10 - today()));
            deal.commitments[kept].events.push_back(event_of(CommitmentEventKind::kept));
        }
    }
}
