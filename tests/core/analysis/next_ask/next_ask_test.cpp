#include "core/analysis/next_ask/next_ask.hpp"

#include "core/analysis/deal_course.hpp"
#include "core/analysis/names.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/plan/unnamed_commitments.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <utility>

using namespace middleground;
using namespace middleground::test;

namespace {

NextAsks asks_of(const Deal& deal, const Playbook* playbook = nullptr) {
    const auto group = consensus_of(deal);
    const auto balance = balance_of(deal, playbook, english(), today());
    return next_asks({deal, playbook, group, balance, english(), today()});
}

// As if the balance had said this about a person.
NextAsks asks_with_push(const Deal& deal, const StakeholderId& id, double push) {
    const auto group = consensus_of(deal);
    Balance balance;
    balance.people = {{id, {push, 0}}};
    return next_asks({deal, nullptr, group, balance, english(), today()});
}

const NextAsk* ask_for(const NextAsks& asks, const CommitmentId& id) {
    const auto found = std::find_if(asks.list.begin(), asks.list.end(), [&](const NextAsk& ask) { return ask.commitment == id; });
    return found == asks.list.end() ? nullptr : &*found;
}

const NextAsk* ask_with(const NextAsks& asks, NextAction action) {
    const auto found = std::find_if(asks.list.begin(), asks.list.end(), [&](const NextAsk& ask) { return ask.action == action; });
    return found == asks.list.end() ? nullptr : &*found;
}

CommitmentEvent event(CommitmentEventKind kind, int days_ago, std::vector<StakeholderId> who = {}) {
    return {kind, today() - days_ago, std::move(who), {}, {}, {}};
}

// The example without anything but its plan.
Deal plan_only() {
    auto deal = example_deal();
    deal.concerns.clear();
    deal.promises.clear();
    deal.commitments[1].people = {maria, tom, elena};
    deal.commitments[1].buyer_owner = tom;
    return deal;
}

std::string texts_of(const NextAsks& asks) {
    std::string text;
    for (const auto& ask : asks.list) {
        text += std::string(key_of(ask.action)) + ' ' + std::to_string(ask.score) + '\n' + ask.title + '\n' + ask.why + '\n' + ask.offer +
                '\n' + ask.wording + '\n' + ask.avoid + '\n';
        for (const auto& id : ask.whom) {
            text += id.text + ' ';
        }
    }
    return text + asks.nothing_because;
}

template <typename T>
void shuffle(Random& random, std::vector<T>& list) {
    for (std::size_t i = 0; i < list.size(); ++i) {
        std::swap(list[i], list[random.below(static_cast<std::uint32_t>(i + 1))]);
    }
}

}

TEST_CASE("what a ready commitment needs next follows from its state") {
    auto deal = plan_only();
    auto& commitment = deal.commitments[1];

    const auto fresh = asks_of(deal);
    REQUIRE(ask_for(fresh, commitment.id));
    CHECK(ask_for(fresh, commitment.id)->action == NextAction::ask);
    CHECK(ask_for(fresh, commitment.id)->why.starts_with("Ready for 20 days and not asked for."));
    CHECK(ask_for(fresh, invest) == nullptr); // waits for it

    commitment.events = {event(CommitmentEventKind::asked, 9, {elena, maria})};
    const auto asked = asks_of(deal);
    CHECK(ask_for(asked, commitment.id)->action == NextAction::follow_up);
    CHECK(ask_for(asked, commitment.id)->whom == std::vector{elena, maria});

    commitment.events.push_back(event(CommitmentEventKind::agreed, 8, {elena}));
    commitment.events.push_back({CommitmentEventKind::due, today() - 8, {}, {}, {}, today() - 1});
    const auto agreed = asks_of(deal);
    CHECK(ask_for(agreed, commitment.id)->action == NextAction::get_kept);
    CHECK(ask_for(agreed, commitment.id)->whom == std::vector{tom, maria}); // the owner, then who is missing
    CHECK(ask_for(agreed, commitment.id)->title == "Help Tom Hadley keep “Build consensus”");
    CHECK(ask_for(agreed, commitment.id)->why.find("Tom Hadley and Maria Costa have not agreed yet.") != std::string::npos);
    CHECK(ask_for(agreed, commitment.id)->why.find("passed yesterday") != std::string::npos);

    commitment.events.push_back(event(CommitmentEventKind::kept, 0));
    const auto kept = asks_of(deal);
    CHECK(ask_for(kept, commitment.id) == nullptr);
    CHECK(ask_for(kept, invest) != nullptr);
}

TEST_CASE("after a no, it is asked again only when something was given or resolved since") {
    auto deal = plan_only();
    auto& commitment = deal.commitments[1];
    commitment.events = {event(CommitmentEventKind::asked, 9, {elena}), event(CommitmentEventKind::declined, 8, {elena})};
    commitment.events.back().why = "Too early";
    const auto action = [&] { return ask_for(asks_of(deal), commitment.id)->action; };
    CHECK(action() == NextAction::give_first);
    CHECK(ask_for(asks_of(deal), commitment.id)->why.find("Too early") != std::string::npos);

    auto given = deal;
    given.interactions[0].on = today() - 3;
    given.interactions[0].value_given = {{elena, "Payback by month", {}}};
    CHECK(ask_for(asks_of(given), commitment.id)->action == NextAction::ask_again);
    given.interactions[0].value_given[0].to = maria; // somebody else
    CHECK(ask_for(asks_of(given), commitment.id)->action == NextAction::give_first);

    deal.promises = {{offer, today() - 25, elena, "Figures", today(), {{PromiseEventKind::made, today() - 25, {}}}, {}}};
    CHECK(action() == NextAction::give_first);
    deal.promises[0].events.push_back({PromiseEventKind::kept, today() - 2, {}});
    CHECK(action() == NextAction::ask_again);
    deal.promises.clear();

    deal.concerns = {{downtime, today() - 25, elena, "Cost", {{ConcernEventKind::raised, today() - 25, {}}}, {}}};
    CHECK(action() == NextAction::give_first);
    deal.concerns[0].events.push_back({ConcernEventKind::resolved, today() - 2, {}});
    CHECK(action() == NextAction::ask_again);

    commitment.events.back() = event(CommitmentEventKind::agreed, 8, {elena});
    commitment.events.push_back(event(CommitmentEventKind::broken, 1));
    CHECK(action() == NextAction::give_first); // nothing since it was broken
}

TEST_CASE("whom to ask: who has not agreed yet, the owner first, then who weighs most") {
    auto deal = plan_only();
    auto& commitment = deal.commitments[1];
    const auto whom = [&](const Playbook* playbook = nullptr) { return ask_for(asks_of(deal, playbook), commitment.id)->whom; };
    CHECK(whom() == std::vector{tom, elena, maria});

    commitment.events = {event(CommitmentEventKind::asked, 30, {tom, elena, maria}), event(CommitmentEventKind::agreed, 29, {tom}),
                         event(CommitmentEventKind::broken, 28)};
    CHECK(whom() == std::vector{elena, maria});
    commitment.events.clear();

    commitment.people.clear();
    commitment.buyer_owner = {};
    CHECK(whom().empty());
    CHECK(ask_for(asks_of(deal), commitment.id)->why.find("choose one person first") != std::string::npos);
    deal.stakeholders[2].stances = {{today() - 4, Stance::supportive, {}}};
    deal.stakeholders[0].stances = {{today() - 4, Stance::champion, {}}};
    CHECK(whom() == std::vector{elena}); // the most influential of those who are for it

    Playbook playbook;
    PlaybookStep step;
    step.id = "meet";
    step.functions = {Function::operations, Function::it};
    playbook.steps = {step};
    commitment.step = "meet";
    CHECK(whom(&playbook) == std::vector{tom, maria}); // Tom was heard, Maria was not
    playbook.steps[0].functions = {Function::legal};
    CHECK(whom(&playbook) == std::vector{elena});
}

TEST_CASE("a person who was pushed gets something before the next ask") {
    auto deal = plan_only();
    deal.commitments[1].people = {elena};
    deal.commitments[1].buyer_owner = elena;
    deal.stakeholders[1].stances.clear();
    CHECK(asks_with_push(deal, elena, 30).list.front().action == NextAction::ask);
    CHECK(ask_with(asks_with_push(deal, elena, 30), NextAction::give_first) == nullptr);

    const auto pushed = asks_with_push(deal, elena, 60);
    const auto* gift = ask_with(pushed, NextAction::give_first);
    REQUIRE(gift);
    CHECK(gift == &pushed.list.front());
    CHECK(gift->whom == std::vector{elena});
    CHECK(gift->title == "Give Elena Brandt something before you ask again");
    CHECK(gift->score > ask_for(pushed, deal.commitments[1].id)->score);
}

TEST_CASE("concerns, overdue promises and people who were never heard are things to do") {
    const auto asks = asks_of(example_deal());
    const auto* concern = ask_with(asks, NextAction::resolve_concern);
    REQUIRE(concern);
    CHECK(concern->concern == downtime);
    CHECK(concern->whom == std::vector{tom});
    const auto* hear = ask_with(asks, NextAction::hear);
    REQUIRE(hear);
    CHECK(hear->whom == std::vector{maria});
    CHECK(ask_with(asks, NextAction::find_person) != nullptr); // four of seven seats have no name
    CHECK(ask_with(asks, NextAction::keep_promise) == nullptr);

    auto late = example_deal();
    late.promises[0].due = today() - 4;
    late.concerns[0].events.push_back({ConcernEventKind::resolved, today(), {}});
    late.expected_group_size = 3;
    const auto other = asks_of(late);
    const auto* promise = ask_with(other, NextAction::keep_promise);
    REQUIRE(promise);
    CHECK(promise->promise == offer);
    CHECK(promise->why == "Promised for 26 Jun, 4 days late: “Send the offer.”");
    CHECK(promise->wording.empty());
    CHECK(ask_with(other, NextAction::resolve_concern) == nullptr);
    CHECK(ask_with(other, NextAction::find_person) == nullptr);
    late.stakeholders[0].role = Role::influencer;
    CHECK(ask_with(asks_of(late), NextAction::find_person)->title == "Find out who decides");
}

TEST_CASE("what is closed says what is left or what to learn") {
    auto deal = example_deal();
    deal.outcome = Won{today() - 2};
    auto asks = asks_of(deal);
    CHECK(asks.list.empty());
    CHECK(asks.nothing_because ==
          "Won on 28 Jun. Left to do until they have the result they bought: “Start” and 1 promise of ours.");
    deal.promises[0].events.push_back({PromiseEventKind::kept, today(), {}});
    deal.commitments[3].events = {event(CommitmentEventKind::asked, 1), event(CommitmentEventKind::kept, 0)};
    CHECK(asks_of(deal).nothing_because ==
          "Won on 28 Jun, and everything promised is kept: ask what it has brought them, and who else has the same problem.");

    deal.outcome = Lost{today() - 2, "Harbour", "Too expensive"};
    asks = asks_of(deal);
    CHECK(asks.list.empty());
    CHECK(asks.nothing_because ==
          "Lost on 28 Jun to Harbour (“Too expensive”): ask Elena Brandt what would have made the difference, and look "
          "again at “Build consensus”, the first step that was not kept; 1 person was never heard.");
    deal.outcome = NoDecision{today() - 2, {}};
    CHECK(asks_of(deal).nothing_because.starts_with("Ended without a decision on 28 Jun, no reason noted: ask Elena Brandt"));
}

TEST_CASE("nothing ready: it says what is missing") {
    auto deal = plan_only();
    deal.expected_group_size = 3;
    deal.interactions[0].people.push_back(maria);
    deal.stakeholders[1].stances.clear(); // nobody is against it
    for (auto& commitment : deal.commitments) {
        commitment.events = {event(CommitmentEventKind::asked, 9), event(CommitmentEventKind::kept, 8)};
    }
    CHECK(asks_of(deal).list.empty());
    CHECK(asks_of(deal).nothing_because.find("mark the deal as won") != std::string::npos);
    deal.commitments[2].decides = false;
    CHECK(asks_of(deal).nothing_because.find("none of its steps is the decision") != std::string::npos);
    deal.commitments.clear();
    CHECK(asks_of(deal).nothing_because.starts_with("The plan has no steps yet"));
}

TEST_CASE("a tie goes to the earlier day, then to what waited longer, then by id") {
    Deal deal;
    deal.opened = today() - 20;
    deal.expected_group_size = 0;
    Stakeholder boss;
    boss.id = elena;
    boss.role = Role::decision_maker;
    boss.created = today() - 20;
    deal.stakeholders = {boss};
    for (const auto* id : {"c0000c", "c0000a", "c0000b"}) {
        auto& commitment = deal.commitments.emplace_back();
        commitment.id = {id};
        commitment.created = today() - 20;
        commitment.title = id;
        commitment.people = {elena};
        commitment.value_offered = {{elena, "Figures", {}}};
    }
    const auto order = [&] {
        std::string ids;
        const auto asks = asks_with_push(deal, elena, 0);
        for (const auto& ask : asks.list) {
            ids += ask.action == NextAction::ask ? ask.commitment.text.substr(5) : "";
        }
        return ids;
    };
    CHECK(order() == "abc");
    deal.commitments[0].events = {{CommitmentEventKind::due, today() - 20, {}, {}, {}, today() + 9}};
    CHECK(order() == "cab");
    deal.commitments[2].events = {{CommitmentEventKind::due, today() - 20, {}, {}, {}, today() + 8}};
    CHECK(order() == "bca");
    deal.commitments[1].created = today() - 19; // a little later: still within a point
    deal.commitments[0].events.clear();
    CHECK(order() == "bca");
}

TEST_CASE("next asks of any deal: whole, in order, with evidence that exists") {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = random_deal(random);
        const auto asks = asks_of(deal, playbook_of(deal));
        REQUIRE(asks.list.empty() != asks.nothing_because.empty());
        for (const auto& ask : asks.list) {
            REQUIRE(ask.score >= 0);
            REQUIRE(ask.score <= 100);
            REQUIRE_FALSE(ask.title.empty());
            REQUIRE_FALSE(ask.why.empty());
            REQUIRE_FALSE(ask.avoid.empty());
            REQUIRE(ask.wording.empty() == (ask.action == NextAction::keep_promise));
            REQUIRE(
                std::all_of(ask.evidence.begin(), ask.evidence.end(), [&](const Evidence& one) { return is_there(deal, one.subject); }));
            REQUIRE(std::all_of(ask.whom.begin(), ask.whom.end(), [&](const StakeholderId& id) { return find(deal, id) != nullptr; }));
        }
        // Never more than a point out of order: only a tie is decided by something else than the score.
        double lowest = 100;
        auto order = AskClass::in_the_way;
        for (const auto& ask : asks.list) {
            if (ask.order < AskClass::in_the_way) continue; // these go by what they are (next_ask_order_test)
            if (ask.order != order) lowest = 100;
            order = ask.order;
            REQUIRE(ask.score <= lowest + 1);
            lowest = std::min(lowest, ask.score);
        }
        // Everything that is ready, open or late has its place, or what has to come first: who could give it, or whether it is still wanted.
        const auto named = without_unnamed(deal).value_or(deal);
        const bool asks_at_all = is_open(named.outcome) && !named.commitments.empty() && kept_decision(deal) == nullptr;
        const bool finds = ask_with(asks, NextAction::find_person) || ask_with(asks, NextAction::ask_if_wanted) || ask_with(asks, NextAction::prepare);
        for (const auto& item : ready_next(deal)) {
            const bool held = held_until(deal, *find(deal, item.id), today()) && ask_with(asks, NextAction::plan_for_day);
            REQUIRE((ask_for(asks, item.id) != nullptr || ((finds || held) && asks_at_all)) == asks_at_all);
        }
        for (const auto& concern : deal.concerns) {
            const bool there =
                std::any_of(asks.list.begin(), asks.list.end(), [&](const NextAsk& ask) { return ask.concern == concern.id; });
            const auto* whose = find(deal, concern.stakeholder);
            const bool still_there = whose != nullptr && !whose->left;
            REQUIRE(there == (asks_at_all && !is_settled(concern) && (still_there || concern.kind == ConcernKind::question)));
        }
    }
}

TEST_CASE("the order of people and commitments in the deal changes no next ask") {
    for (std::uint64_t seed = 0; seed < 400; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        auto deal = random_deal(random);
        const auto before = texts_of(asks_of(deal, playbook_of(deal)));
        shuffle(random, deal.stakeholders);
        shuffle(random, deal.commitments);
        shuffle(random, deal.concerns);
        shuffle(random, deal.promises);
        REQUIRE(texts_of(asks_of(deal, playbook_of(deal))) == before);
    }
}
