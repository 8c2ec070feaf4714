#include "core/outlook.hpp"

#include "tests/support/analysis.hpp"
#include "tests/support/forecasts.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <array>

using namespace middleground;
using namespace middleground::test;

namespace {

// The table of a sample, worked out.
struct Table {
    explicit Table(std::string_view name) : Table(sample(name, today())) {}
    explicit Table(Deal of) : deal(std::move(of)), assessment(assessed(deal, today())), lines(comparison()) {
        while (!lines.is_finished()) {
            lines.step();
        }
    }
    PlayedDeal comparison() { return {deal, playbook_of(deal), english(), assessment, today(), settings, tables, 1}; }

    const Deal deal;
    const Assessment assessment;
    const ForecastSettings settings;
    ForecastTables tables;
    Sensitivity lines;
};

}

TEST_CASE("what would change the chance of winning: each open commitment, person and concern, and waiting") {
    Table table("passive");
    const auto& lines = table.lines.lines();
    int commitments = 0;
    int people = 0;
    for (const auto& line : lines) {
        INFO(line.id);
        using enum Driver::Kind;
        commitments += line.kind == commitment ? 1 : 0;
        people += line.kind == person ? 1 : 0;
        CHECK(line.won_up.count >= table.lines.won().count);
        CHECK(line.won_up.of == 10000);
        if (line.kind == person || line.kind == waiting) CHECK(line.won_down.count <= table.lines.won().count);
        // The error of a difference is that of the futures that differ, so it is below those of the two chances.
        CHECK(line.error_up < 0.008);
        if (line.won_up.count > table.lines.won().count) CHECK(line.error_up > 0);
        if (line.won_up.count == table.lines.won().count) CHECK(line.error_up == 0);
    }
    CHECK(commitments == 6);
    CHECK(people == static_cast<int>(table.deal.stakeholders.size()));
    REQUIRE(lines.back().kind == Driver::Kind::waiting);
    CHECK_FALSE(lines.back().up);
    CHECK(lines.back().won_down.count < table.lines.won().count);
    // The decision itself: kept is won.
    for (const auto& line : lines) {
        const auto* one = find(table.deal, CommitmentId{line.id});
        if (one != nullptr && one->decides) CHECK(line.won_up.value() == 1);
    }
}

TEST_CASE("with a forecast the samples are told first what takes them back to the middle, after what cannot wait") {
    const auto first_of = [](std::string_view name) {
        const Table table(name);
        const auto gains = gains_of(table.lines);
        REQUIRE_FALSE(gains.empty());
        auto next = assess(table.deal, playbook_of(table.deal), english(), today(), gains).next;
        // Answers, promises and what has a day are there whatever the forecast says.
        std::erase_if(next.list, [](const NextAsk& ask) { return ask.order < AskClass::in_the_way; });
        REQUIRE(next.list.size() > 3);
        return next.list;
    };
    // Nobody dares to ask: asks that have been due long.
    auto passive = first_of("passive");
    CHECK(passive[0].title.starts_with("Resolve Hana Ngata's concern")); // she can stop it
    CHECK(passive[1].action == NextAction::ask);
    CHECK(passive[1].gain > 0);
    CHECK(passive[2].action == NextAction::ask);
    // Pushed too hard, and hardly anything helps: who can stop it first, then something for the one who was pushed; nothing is asked for.
    const auto pushed = first_of("pushed");
    CHECK(pushed[0].title == "Hear what Henrik Dahl has against it");
    for (std::size_t i = 0; i < 4; ++i) {
        CHECK((pushed[i].action == NextAction::give_first || pushed[i].action == NextAction::resolve_concern || pushed[i].action == NextAction::hear));
    }
    CHECK(std::ranges::find(pushed, AskClass::rest, &NextAsk::order)->title == "Give Mei-Ling Tan something before you ask again");
}

TEST_CASE("no future is won before a day that who can stop it named, whatever they said it of") {
    auto deal = sample("brightwater", today());
    const auto day = today() + 200;
    const auto earliest_of = [](const Deal& of) {
        const auto forecast = forecast_of(simulated(of, today(), 5000));
        REQUIRE(forecast.won.count > 0);
        const auto week = std::ranges::find_if(forecast.weekly, [](std::uint32_t won) { return won > 0; }) - forecast.weekly.begin();
        return today() + 7 * (week + 1); // after the last day of that week
    };
    CHECK(earliest_of(deal) < day);
    auto person_says = deal;
    const auto decider = std::ranges::find(person_says.stakeholders, Role::decision_maker, &Stakeholder::role);
    REQUIRE(decider != person_says.stakeholders.end());
    decider->stances.push_back({today(), Stance::neutral, "The budget is frozen"});
    decider->stances.back().not_before = day;
    CHECK(earliest_of(person_says) >= day);
    auto answer_says = deal;
    const auto decision = std::ranges::find(answer_says.commitments, true, &Commitment::decides);
    CommitmentEvent agreed;
    agreed.on = today();
    agreed.kind = CommitmentEventKind::agreed;
    agreed.not_before = day;
    decision->events.push_back(agreed);
    CHECK(earliest_of(answer_says) >= day);
    // Of somebody who cannot stop it and whom no step needs, it holds nothing back.
    auto other_says = deal;
    Stakeholder other;
    other.id = {"p09999"};
    other.name = "Otto";
    other.role = Role::influencer;
    other.created = today();
    other.stances.push_back({today(), Stance::neutral, {}});
    other.stances.back().not_before = day;
    other_says.stakeholders.push_back(other);
    CHECK(earliest_of(other_says) < day);
}

TEST_CASE("a settled deal and one that nobody can decide have nothing to compare") {
    auto deal = sample("passive", today());
    deal.outcome = Lost{today(), {}, {}};
    CHECK(Table(deal).lines.lines().empty());
    deal.outcome = Open{};
    for (auto& one : deal.commitments) {
        one.decides = false;
    }
    CHECK(Table(deal).lines.lines().empty());
    CHECK(Table(deal).lines.won().of == 0);
}

TEST_CASE("push stays that of the deal as it is") {
    Table table("pushed");
    const auto comparison = table.comparison();
    const auto now = prepared_with(comparison, {});
    REQUIRE(now);
    const auto& concern = table.deal.concerns.front();
    const auto then = prepared_with(comparison, std::array<WhatIf, 1>{what_if::Resolved{concern.id}});
    REQUIRE(then);
    CHECK(then->parts.front().push == now->parts.front().push);
    const auto later = prepared_with(comparison, std::array<WhatIf, 1>{what_if::Waiting{28}});
    REQUIRE(later);
    CHECK(later->wait_days == 28);
    CHECK(later->parts.front().push == now->parts.front().push);
    CHECK(later->odds.chance < now->odds.chance);
}

TEST_CASE("a what-if leaves the deal alone and changes the copy") {
    const auto deal = sample("passive", today());
    const auto& commitment = deal.commitments.back();
    const auto& person = deal.stakeholders.front();
    const std::array<WhatIf, 4> all{what_if::Kept{commitment.id}, what_if::StanceBecomes{person.id, Stance::opposed},
                                    what_if::SomebodyNamed{}, what_if::Kept{{"nobody"}}};
    const auto copy = with_what_ifs(deal, all, today());
    CHECK(state_of(*find(copy, commitment.id)) == CommitmentState::kept);
    CHECK(stance_of(*find(copy, person.id)) == Stance::opposed);
    CHECK(copy.stakeholders.size() == deal.stakeholders.size() + 1);
    CHECK(deal == sample("passive", today()));
    CHECK(with_what_ifs(deal, std::array<WhatIf, 1>{what_if::Kept{{"nobody"}}}, today()) == deal);
}

TEST_CASE("what-ifs are read from words") {
    const auto deal = sample("passive", today());
    const auto& commitment = deal.commitments.back().id;
    const auto& person = deal.stakeholders.front().id;
    const auto& concern = deal.concerns.front().id;
    const auto reads = [&](const std::string& text, const WhatIf& expected) {
        INFO(text);
        const auto read = parse_what_if(text, deal);
        REQUIRE(read);
        CHECK(*read == expected);
    };
    reads("kept:" + commitment.text, what_if::Kept{commitment});
    reads("declined:" + commitment.text, what_if::Declined{commitment});
    reads("stance:" + person.text + "=champion", what_if::StanceBecomes{person, Stance::champion});
    reads("resolved:" + concern.text, what_if::Resolved{concern});
    reads("named", what_if::SomebodyNamed{});
    reads("wait:28", what_if::Waiting{28});
    for (const std::string& text :
         std::vector<std::string>{"", "kept", "kept:", "kept:nobody", "declined:" + person.text, "stance:" + person.text,
                                  "stance:" + person.text + "=happy", "stance:nobody=champion", "resolved:nobody", "named:1",
                                  "wait:", "wait:-1", "wait:4000", "wait:1x", "wait:99999999999", "Kept:" + commitment.text}) {
        INFO(text);
        const auto read = parse_what_if(text, deal);
        REQUIRE_FALSE(read);
        CHECK(!read.error().remedy.empty());
    }
}
