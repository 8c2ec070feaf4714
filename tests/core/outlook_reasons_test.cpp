#include "core/outlook_reasons.hpp"

#include "core/base/text.hpp"
#include "core/diary/believed_by.hpp"
#include "core/model/plan/plan.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <cstdlib>

using namespace middleground;
using namespace middleground::test;

namespace {

constexpr int week = 7;

struct Played {
    explicit Played(Deal of, Date on = today()) : deal(std::move(of)), day(on), assessment(assessed(deal, on)) {}

    PlayedDeal comparison() { return {deal, playbook_of(deal), english(), assessment, day, settings, tables, 1}; }
    std::optional<Belief> belief() {
        auto prepared = prepared_with(comparison(), {});
        if (!prepared) return {};
        Simulation simulation(std::move(*prepared), 1, Record::outcomes);
        simulation.run(10000);
        return belief_of(forecast_of(simulation), day, believed_by(playbook_of(deal)));
    }
    ChanceReasons why(const Belief& before, const Recalibration& record = {}) { return chance_reasons(comparison(), {before, *belief()}, record); }

    const Deal deal;
    const Date day;
    const Assessment assessment;
    const ForecastSettings settings;
    ForecastTables tables;
};

// What was believed of it then, as far as its records say how it was.
std::optional<Belief> believed_on(Deal deal, Date day) {
    take_back_all(deal, day);
    return Played(std::move(deal), day).belief();
}

int sum_of(const std::vector<ChanceReason>& reasons) {
    int sum = 0;
    for (const auto& one : reasons) {
        sum += one.points;
    }
    return sum;
}

bool has(const std::vector<std::string>& words, std::string_view one) {
    return std::ranges::find(words, one) != words.end();
}

Stakeholder* decider_of(Deal& deal) {
    const auto found = std::ranges::find(deal.stakeholders, Role::decision_maker, &Stakeholder::role);
    return found == deal.stakeholders.end() ? nullptr : &*found;
}

}

TEST_CASE("points of all reasons add up to what both chances show, the largest first, the same every time") {
    Random random(41);
    int told = 0;
    for (int i = 0; i < 40; ++i) {
        auto deal = random_deal(random);
        deal.outcome = Open{};
        Played played(deal);
        const int days = between(random, 1, 40);
        const int won = between(random, 0, 1000);
        if (!played.belief()) continue;
        const Belief before{.on = today() - days, .won = won, .by = played.belief()->by};
        const Recalibration record = one_in(random, 2) ? Recalibration{} : Recalibration{-0.5, 0.8, 46};
        const auto why = played.why(before, record);
        CHECK(sum_of(why.reasons) == why.points);
        CHECK(why.points == points_of(shown_chance(*played.belief(), record)) - points_of(shown_chance(before, record)));
        for (std::size_t at = 0; at < why.reasons.size(); ++at) {
            const auto& one = why.reasons[at];
            CHECK(one.points != 0);
            CHECK_FALSE(one.words.empty());
            if (at > 0) CHECK(std::abs(why.reasons[at - 1].points) >= std::abs(one.points));
            if (one.kind == ChanceReason::Kind::change) {
                REQUIRE(one.on);
                CHECK(*one.on > before.on);
                CHECK(*one.on <= today());
                ++told;
            }
        }
        for (std::size_t most = 2; most < 5; ++most) {
            const auto first = first_reasons(why, most);
            CHECK(first.size() <= most);
            CHECK(sum_of(first) == why.points);
        }
        const auto again = played.why(before, record);
        REQUIRE(again.reasons.size() == why.reasons.size());
        for (std::size_t at = 0; at < why.reasons.size(); ++at) {
            CHECK(again.reasons[at].words == why.reasons[at].words);
            CHECK(again.reasons[at].points == why.reasons[at].points);
        }
    }
    CHECK(told > 20);
}

TEST_CASE("where everything has its day nothing is left unexplained") {
    for (const auto* name : {"brightwater", "pushed", "passive"}) {
        INFO(name);
        auto deal = sample(name, today());
        for (const int days : {3, week, 21}) {
            const auto before = believed_on(deal, today() - days);
            if (!before) continue;
            Played played(deal);
            const auto why = played.why(*before);
            CHECK(std::ranges::none_of(why.reasons, [](const ChanceReason& one) { return one.kind == ChanceReason::Kind::rest; }));
        }
    }
}

TEST_CASE("the decision maker who turned against it is why the chance fell, and the same the other way round") {
    auto deal = sample("brightwater", today());
    for (auto& person : deal.stakeholders) {
        person.stances = {{today() - 40, Stance::supportive, {}}};
    }
    auto* decider = decider_of(deal);
    REQUIRE(decider != nullptr);
    const auto name = decider->name;
    const auto turns = [&](Stance from, Stance to) {
        decider->stances = {{today() - 40, from, {}}, {today() - 2, to, {}}};
        const auto before = believed_on(deal, today() - week);
        Played played(deal);
        return played.why(before.value_or(Belief{}));
    };
    const auto down = turns(Stance::supportive, Stance::opposed);
    REQUIRE_FALSE(down.reasons.empty());
    CHECK(down.points < 0);
    const auto& largest = down.reasons.front();
    CHECK(largest.kind == ChanceReason::Kind::change);
    CHECK(largest.change.about == Subject(decider->id));
    CHECK(largest.words == name + " went from supportive to opposed");
    CHECK(largest.points < -4);
    CHECK(largest_words(down, today()) == name + " went from supportive to opposed (Sun 28 Jun): " + points_words(largest.points));
    // Where something that no record explains is larger still, what happened is said all the same.
    auto unexplained = down;
    unexplained.reasons.insert(unexplained.reasons.begin(), {.kind = ChanceReason::Kind::rest, .change = {}, .words = "Changes without a date, or dated back", .on = {}, .points = -90});
    CHECK(largest_words(unexplained, today()) == largest_words(down, today()));
    const auto up = turns(Stance::opposed, Stance::champion);
    REQUIRE_FALSE(up.reasons.empty());
    CHECK(up.points > 0);
    CHECK(up.reasons.front().points > 4);
    CHECK(largest_words(up, today()) == name + " went from opposed to champion (Sun 28 Jun): " + points_words(up.reasons.front().points));
}

TEST_CASE("where only days went by that is said, and so is another edition of the forecast") {
    auto deal = sample("passive", today());
    take_back_all(deal, today() - 60);
    const auto before = believed_on(deal, today() - 50);
    REQUIRE(before);
    Played played(deal);
    const auto why = played.why(*before);
    CHECK(why.nothing_recorded);
    REQUIRE(why.reasons.size() == 1);
    CHECK(why.reasons[0].words == "50 days went by, and nobody on their side acted");
    CHECK(why.reasons[0].points < 0);
    CHECK(together_words(why) == "Nothing else is recorded in between.");
    auto other = *before;
    other.won += 200;
    other.by += 1;
    const auto changed = played.why(other);
    CHECK(has(why_words(changed, 5, today()), "The forecast itself changed in between: 20 points lower"));
    other.by = before->by;
    CHECK(has(why_words(played.why(other), 5, today()), "Changes without a date, or dated back: 20 points lower"));
    CHECK(played.why(*played.belief()).reasons.empty());
}

TEST_CASE("more changes than can be told one by one stand together, and slices change nothing") {
    auto deal = sample("passive", today());
    for (int i = 0; i < 60; ++i) {
        Concern one{.id = {"q0000" + std::to_string(i)}, .created = today() - 3, .stakeholder = deal.stakeholders.front().id, .text = "Worry", .events = {}, .extra = {}};
        one.events.push_back({ConcernEventKind::raised, today() - 3, {}});
        deal.concerns.push_back(std::move(one));
    }
    const auto before = believed_on(deal, today() - week);
    REQUIRE(before);
    Played played(deal);
    const BeliefChange change{*before, *played.belief()};
    ReasonSearch search(played.comparison(), change);
    int steps = 0;
    for (; !search.is_finished(); ++steps) {
        search.step();
    }
    CHECK(steps > static_cast<int>(most_changes));
    const auto why = search.reasons({});
    CHECK(sum_of(why.reasons) == why.points);
    CHECK(why.reasons.size() <= most_changes + 2);
    CHECK(std::ranges::none_of(why.reasons, [](const ChanceReason& one) { return one.kind == ChanceReason::Kind::rest; }));
}

TEST_CASE("what happened is said in plain words") {
    Deal deal;
    deal.stakeholders.push_back({.id = {"aaaaaa"}, .created = today() - 60, .name = "Anna Berg"});
    auto& anna = deal.stakeholders.back();
    const auto after = today() - week;
    const auto said = [&](ChangeKind kind, Subject about, int count = 1) {
        return happened_words(deal, {.kind = kind, .on = today() - 1, .about = std::move(about), .count = count, .said = {}}, after, today());
    };
    const Subject of_anna = anna.id;
    anna.stances = {{today() - 1, Stance::opposed, {}}};
    CHECK(said(ChangeKind::stance, of_anna) == "Anna Berg turned out to be opposed");
    anna.stances = {{today() - 20, Stance::neutral, {}}, {today() - 1, Stance::neutral, {}, today() + 31}};
    CHECK(said(ChangeKind::stance, of_anna) == "Anna Berg says: nothing before 31 Jul");
    anna.left = Departure{today() - 1, {}};
    CHECK(said(ChangeKind::left, of_anna) == "Anna Berg left");
    CHECK(said(ChangeKind::person, of_anna) == "Anna Berg was added, neutral");
    deal.commitments.push_back({.id = {"cccccc"}, .created = today() - 60, .title = "Review"});
    auto& review = deal.commitments.back();
    const Subject of_review = review.id;
    review.events = {{.kind = CommitmentEventKind::asked, .on = today() - 3}, {.kind = CommitmentEventKind::agreed, .on = today() - 2, .who = {anna.id}},
                     {.kind = CommitmentEventKind::due, .on = today() - 2, .due = today() + 9}};
    CHECK(said(ChangeKind::commitment, of_review) == "Anna Berg agreed to \u201cReview\u201d");
    review.events.push_back({.kind = CommitmentEventKind::kept, .on = today() - 1});
    CHECK(said(ChangeKind::commitment, of_review) == "\u201cReview\u201d was kept");
    CHECK(said(ChangeKind::planned, of_review) == "\u201cReview\u201d was added to the plan, and kept");
    deal.concerns.push_back({.id = {"dddddd"}, .created = today() - 3, .stakeholder = anna.id, .text = "Who pays for training?", .events = {{ConcernEventKind::raised, today() - 3, {}}},
                             .extra = {}, .kind = ConcernKind::question});
    // Nobody was spoken to on that day: it was written down then.
    CHECK(said(ChangeKind::concern, deal.concerns.back().id) == "A question of Anna Berg was noted: \u201cWho pays for training?\u201d");
    deal.concerns.back().kind = ConcernKind::concern;
    CHECK(said(ChangeKind::concern, deal.concerns.back().id) == "A worry of Anna Berg was noted: \u201cWho pays for training?\u201d");
    deal.concerns.back().kind = ConcernKind::question;
    deal.interactions.push_back({.id = {"gggggg"}, .created = today() - 3, .on = today() - 3, .kind = InteractionKind::call, .people = {anna.id}, .concerns = {deal.concerns.back().id}});
    CHECK(last_heard(deal, anna.id) == today() - 3);
    CHECK(said(ChangeKind::concern, deal.concerns.back().id) == "Anna Berg asked \u201cWho pays for training?\u201d, and waits for an answer");
    deal.promises.push_back({.id = {"eeeeee"}, .created = today() - 30, .what = "Send the price list", .events = {{PromiseEventKind::made, today() - 30, {}}, {PromiseEventKind::broken, today() - 1, {}}}});
    CHECK(said(ChangeKind::promise, deal.promises.back().id) == "You broke your promise \u201cSend the price list\u201d");
    deal.interactions.push_back({.id = {"ffffff"}, .created = today() - 2, .on = today() - 2, .kind = InteractionKind::call, .people = {anna.id}});
    CHECK(said(ChangeKind::contact, deal.interactions.back().id) == "Call with Anna Berg");
    CHECK(said(ChangeKind::contact, deal.interactions.back().id, 3) == "Call with Anna Berg and 2 more contacts");
    CHECK(said(ChangeKind::unanswered, deal.interactions.back().id, 2) == "2 messages or calls of yours without an answer");
    CHECK(said(ChangeKind::others, Function::other, 5) == "5 earlier changes, taken together");
    CHECK(points_words(-24) == "24 points lower");
    CHECK(points_words(1) == "1 point higher");
}

TEST_CASE("the reasons of a change have the largest of those that went where it went") {
    const auto reason = [](ChanceReason::Kind kind, std::string words, int points) {
        return ChanceReason{.kind = kind, .change = {}, .words = std::move(words), .on = {}, .points = points};
    };
    using enum ChanceReason::Kind;
    ChanceReasons down{.change = {}, .reasons = {reason(time, "35 days went by", -6), reason(change, "Call with Petra", 3)}, .points = -3};
    CHECK(largest_words(down, today()) == "35 days went by: 6 points lower");
    down.reasons.push_back(reason(change, "Tom left", -2));
    down.points = -5;
    CHECK(largest_words(down, today()) == "35 days went by: 6 points lower; Tom left: 2 points lower");
    // Many small ones against a large one.
    const ChanceReasons mixed{.change = {}, .reasons = {reason(change, "A call", 5), reason(change, "A no", -4), reason(change, "Another", -4)}, .points = -3};
    CHECK(largest_words(mixed, today()) == "A no: 4 points lower");
    const auto two = first_reasons(mixed, 2);
    REQUIRE(two.size() == 2);
    CHECK(two[0].words == "A no");
    CHECK(two[0].points + two[1].points == mixed.points);
    Random random(17);
    for (int i = 0; i < 300; ++i) {
        ChanceReasons all;
        const int count = between(random, 1, 8);
        for (int k = 0; k < count; ++k) {
            const int points = between(random, -9, 9);
            if (points == 0) continue;
            all.points += points;
            all.reasons.push_back(reason(one_in(random, 4) ? time : change, "Reason " + std::to_string(k), points));
        }
        std::ranges::stable_sort(all.reasons, std::ranges::greater(), [](const ChanceReason& one) { return std::abs(one.points); });
        if (all.points == 0) continue;
        int largest = 0;
        for (const auto& one : all.reasons) {
            if ((one.points < 0) == (all.points < 0)) largest = std::max(largest, std::abs(one.points));
        }
        const auto way = all.points < 0 ? " lower" : " higher";
        CHECK(largest_words(all, today()).contains(counted(largest, "point", "points") + way));
        for (std::size_t most = 2; most < 5; ++most) {
            const auto shown = first_reasons(all, most);
            CHECK(std::ranges::any_of(shown, [&](const ChanceReason& one) { return one.points == (all.points < 0 ? -largest : largest); }));
        }
    }
}
