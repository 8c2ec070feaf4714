#include "core/analysis/balance.hpp"
#include "core/analysis/names.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/calm_deal.hpp"

#include <catch2/catch_approx.hpp>
#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>

using namespace middleground;
using namespace middleground::test;
using enum CommitmentEventKind;

namespace {

Balance balance(const Deal& deal, Date day = today()) {
    return balance_of(deal, nullptr, english(), day);
}

std::string list(const Balance& found) {
    std::string text;
    for (const auto& signal : found.signals) {
        text += std::string(signal.id) + ": " + signal.why + '\n';
    }
    return text;
}

struct Case {
    std::string_view signal;
    std::function<void(Deal&)> fires;
    std::function<void(Deal&)> neighbour; // nearly the same, and it does not fire
};

void ask(Deal& deal, const CommitmentId& id, int days_ago, std::vector<StakeholderId> who = {anna}) {
    commitment_in(deal, id).events.push_back(event_of(asked, today() - days_ago, std::move(who)));
}
void forget(Deal& deal, const CommitmentId& id) {
    commitment_in(deal, id).events.clear();
}
// One more, ready since the deal began.
CommitmentId add_ready(Deal& deal, const char* id) {
    auto more = commitment_in(deal, third);
    more.id = {id};
    more.decides = false;
    more.prerequisites.clear();
    more.created = today() - 3;
    deal.commitments.push_back(more);
    return more.id;
}
void write_in_vain(Deal& deal, int count) {
    for (int i = 0; i < count; ++i) {
        auto mail = interaction_in(deal, talk);
        mail.id = {"ma1x0" + std::to_string(i)};
        mail.on = today() - 4 + i;
        mail.kind = InteractionKind::email;
        mail.direction = Direction::outbound;
        deal.interactions.push_back(mail);
    }
}
void raise(Deal& deal, int days_ago) {
    deal.concerns = {{{"w0rry1"}, today() - days_ago, bert, "Payback", {{ConcernEventKind::raised, today() - days_ago, {}}}, {}}};
}
void promise(Deal& deal, int due_in) {
    deal.promises = {{{"pr0m11"}, today() - 20, bert, "Figures", today() + due_in, {{PromiseEventKind::made, today() - 20, {}}}, {}}};
}

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"asked_too_early", [](Deal& d) { ask(d, third, 2); },
         [](Deal& d) {
             commitment_in(d, second).events.push_back(event_of(kept, today() - 3));
             ask(d, third, 2);
         }},
        {"asked_again_after_no",
         [](Deal& d) {
             forget(d, second);
             ask(d, second, 18);
             commitment_in(d, second).events.push_back(event_of(declined, today() - 17, {anna}));
             ask(d, second, 10);
         },
         [](Deal& d) {
             forget(d, second);
             ask(d, second, 18);
             commitment_in(d, second).events.push_back(event_of(declined, today() - 17, {anna}));
             ask(d, second, 4);
         }},
        {"asked_without_value",
         [](Deal& d) {
             const auto id = add_ready(d, "extra1");
             commitment_in(d, id).value_offered.clear();
             ask(d, id, 2);
         },
         [](Deal& d) { ask(d, add_ready(d, "extra1"), 2); }},
        {"too_many_asks",
         [](Deal& d) {
             for (const auto* id : {"extra1", "extra2", "extra3"})
                 ask(d, add_ready(d, id), 2);
         },
         [](Deal& d) {
             for (const auto* id : {"extra1", "extra2"})
                 ask(d, add_ready(d, id), 2);
         }},
        {"more_asks_than_value",
         [](Deal& d) {
             for (const auto* id : {"extra1", "extra2", "extra3", "extra4"})
                 ask(d, add_ready(d, id), 2);
         },
         [](Deal& d) {
             for (const auto* id : {"extra1", "extra2"})
                 ask(d, add_ready(d, id), 2);
         }},
        {"unanswered_messages", [](Deal& d) { write_in_vain(d, 3); }, [](Deal& d) { write_in_vain(d, 2); }},
        {"own_target_too_early",
         [](Deal& d) {
             d.playbook = "ten-commitments";
             d.commitments[2].step = "decide";
             d.targets = {{today(), today() + 3, TargetReason::seller_target, {}}};
         },
         [](Deal& d) {
             d.playbook = "ten-commitments";
             d.commitments[2].step = "decide";
             d.targets = {{today(), today() + 300, TargetReason::seller_target, {}}};
         }},
        {"hard_sell", [](Deal& d) { commitment_in(d, second).ask = "It is your last chance before prices go up."; },
         [](Deal& d) { commitment_in(d, third).ask = "It is your last chance before prices go up."; }}, // never asked
        {"one_contact_asked",
         [](Deal& d) {
             for (auto& one : d.interactions)
                 one.people = {anna};
             ask(d, third, 2);
         },
         [](Deal& d) { ask(d, third, 2); }},
        {"no_next_step", [](Deal& d) { interaction_in(d, talk).next.reset(); }, [](Deal& d) { interaction_in(d, visit).next.reset(); }},
        {"ready_not_asked",
         [](Deal& d) {
             const auto id = add_ready(d, "extra1");
             commitment_in(d, id).created = today() - 8;
         },
         [](Deal& d) {
             const auto id = add_ready(d, "extra1");
             commitment_in(d, id).created = today() - 7;
         }},
        {"due_passed", [](Deal& d) { commitment_in(d, second).events.back().due = today() - 4; },
         [](Deal& d) { commitment_in(d, second).events.back().due = today() - 6; }}, // and talked since
        {"silence",
         [](Deal& d) {
             for (auto& one : d.interactions)
                 one.on = today() - 15;
         },
         [](Deal& d) {
             for (auto& one : d.interactions)
                 one.on = today() - 14;
         }},
        {"no_value",
         [](Deal& d) {
             for (auto& one : d.interactions)
                 one.value_given.clear();
         },
         [](Deal& d) { interaction_in(d, talk).value_given.clear(); }},
        {"function_unheard",
         [](Deal& d) {
             person_in(d, carl).problem.clear();
             for (auto& one : d.interactions)
                 one.people = {anna, bert};
         },
         [](Deal& d) {
             for (auto& one : d.interactions)
                 one.people = {anna, bert};
         }},
        {"stance_unknown", [](Deal& d) { person_in(d, carl).stances.clear(); },
         [](Deal& d) {
             person_in(d, carl).stances.clear();
             person_in(d, carl).created = today() - 21;
         }},
        {"concern_untouched", [](Deal& d) { raise(d, 12); },
         [](Deal& d) {
             raise(d, 12);
             interaction_in(d, talk).concerns = {{"w0rry1"}};
         }},
        {"decision_not_asked", [](Deal& d) { commitment_in(d, second).events.push_back(event_of(kept, today() - 3)); },
         [](Deal& d) { commitment_in(d, second).events.push_back(event_of(kept, today() - 2)); }},
        {"they_asked",
         [](Deal& d) {
             raise(d, 1);
             d.concerns[0].kind = ConcernKind::question;
         },
         [](Deal& d) {
             raise(d, 0);
             d.concerns[0].kind = ConcernKind::question;
         }},
        {"they_asked",
         [](Deal& d) {
             ask(d, third, 1);
             commitment_in(d, third).events.back().by = Asker::them;
         },
         [](Deal& d) { ask(d, third, 1); }},
        {"asked_too_early", [](Deal& d) { ask(d, third, 2); },
         [](Deal& d) {
             ask(d, third, 2);
             commitment_in(d, third).events.back().by = Asker::them;
         }},
        {"promise_overdue", [](Deal& d) { promise(d, -1); }, [](Deal& d) { promise(d, 0); }},
        {"promise_overdue", [](Deal& d) { promise(d, -1); },
         [](Deal& d) { // there is nobody to keep it to
             promise(d, -1);
             person_in(d, bert).left = Departure{today(), {}};
         }},
    };
    return all;
}

}

TEST_CASE("about a calm deal there is nothing to say") {
    const auto found = balance(calm_deal());
    INFO(list(found));
    for (const auto& problem : validate(calm_deal(), today())) {
        FAIL_CHECK(problem.message());
    }
    CHECK(found.signals.empty());
    CHECK(found.score.is_middle_ground());
}

TEST_CASE("each signal fires, and its neighbour does not") {
    for (const auto& one : cases()) {
        INFO(one.signal);
        for (const bool fires : {true, false}) {
            auto deal = calm_deal();
            (fires ? one.fires : one.neighbour)(deal);
            const auto found = balance_of(deal, playbook_of(deal), english(), today());
            INFO(list(found));
            CHECK(has_signal(found, one.signal) == fires);
            for (const auto& signal : found.signals) {
                CHECK_FALSE(signal.why.empty());
                CHECK_FALSE(signal.remedy.empty());
                CHECK(signal.points > 0);
            }
        }
    }
}

TEST_CASE("what was set aside is not waited for; that it was asked again after a no stays", "[set_aside]") {
    auto deal = calm_deal();
    const auto ready = add_ready(deal, "rea001");
    commitment_in(deal, ready).created = today() - 30;
    auto due = event_of(CommitmentEventKind::due, today() - 20);
    due.due = today() - 2;
    commitment_in(deal, ready).events = {due};
    const auto said_of = [&](const CommitmentId& id, std::string_view signal) {
        const auto found = balance(deal);
        return std::ranges::any_of(found.signals, [&](const Signal& one) {
            return one.id == signal && std::ranges::any_of(one.evidence, [&](const Evidence& fact) { return fact.subject == Subject(id); });
        });
    };
    CHECK(said_of(ready, "ready_not_asked"));
    CHECK(said_of(ready, "due_passed"));
    commitment_in(deal, ready).events.push_back(event_of(not_needed, today()));
    CHECK_FALSE(said_of(ready, "ready_not_asked"));
    CHECK_FALSE(said_of(ready, "due_passed"));
    commitment_in(deal, ready).events = {event_of(asked, today() - 9, {anna}), event_of(declined, today() - 8, {anna}),
                                         event_of(asked, today() - 7, {anna})};
    CHECK(said_of(ready, "asked_again_after_no"));
    commitment_in(deal, ready).events.push_back(event_of(dropped, today()));
    CHECK(said_of(ready, "asked_again_after_no"));
}

TEST_CASE("waiting inside the buyer's own schedule is not passivity") {
    auto deal = calm_deal();
    interaction_in(deal, talk).next.reset();
    for (auto& one : deal.interactions) {
        one.on = today() - 40;
        one.value_given.clear();
    }
    CHECK(has_signal(balance(deal), "silence"));
    deal.process = Process::buyer_led;
    CHECK_FALSE(has_signal(balance(deal), "silence"));
    CHECK_FALSE(has_signal(balance(deal), "no_next_step"));
    CHECK_FALSE(has_signal(balance(deal), "no_value"));
    CHECK(has_signal(balance(deal, today() + 300), "silence")); // their dates have passed
}

TEST_CASE("scores combine without ever passing 100") {
    Signal twenty;
    twenty.points = 20;
    Signal thirty;
    thirty.points = 30;
    CHECK(score_of(std::vector{twenty, thirty}).push == Catch::Approx(44));
    CHECK(score_of(std::vector<Signal>(50, thirty)).push <= 100);
    CHECK(BalanceScore{30, 30}.is_middle_ground());
    CHECK_FALSE(BalanceScore{31, 30}.is_middle_ground());
    CHECK_FALSE(BalanceScore{0, 16}.is_middle_ground());
}

TEST_CASE("closed deals have no signals") {
    auto deal = calm_deal();
    promise(deal, -10);
    deal.outcome = Won{today()};
    CHECK(balance(deal).signals.empty());
}

TEST_CASE("who is pushed sees it, and others do not") {
    auto deal = calm_deal();
    ask(deal, third, 2, {bert});
    const auto found = balance(deal);
    CHECK(find(found, bert)->score.push > 0);
    CHECK(find(found, carl)->score.push == 0);
}

TEST_CASE("properties of the balance of generated deals") {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        auto deal = random_deal(random);
        deal.outcome = Open{};
        const auto before = balance(deal);
        for (const auto& signal : before.signals) {
            INFO(signal.id);
            for (const auto& evidence : signal.evidence) {
                REQUIRE(is_there(deal, evidence.subject));
            }
            for (const auto& id : signal.people) {
                REQUIRE((id.empty() || find(deal, id) != nullptr));
            }
        }
        REQUIRE(before.score.push <= 100);
        REQUIRE(before.score.passive <= 100);
        // Time alone never makes a seller less passive.
        for (const int days : {1, 8, 40}) {
            REQUIRE(balance(deal, today() + days).score.passive >= before.score.passive);
        }
        auto permuted = deal;
        std::ranges::reverse(permuted.stakeholders);
        std::ranges::reverse(permuted.commitments);
        const auto mirrored = balance(permuted);
        REQUIRE(mirrored.score == before.score);
        for (const auto& one : before.people) {
            REQUIRE(find(mirrored, one.id)->score == one.score);
        }
        if (deal.interactions.empty()) continue;
        const auto which = static_cast<std::size_t>(between(random, 0, static_cast<int>(deal.interactions.size()) - 1));
        auto given = deal;
        given.interactions[which].value_given.push_back({{}, "A summary", {}});
        REQUIRE(balance(given).score.push <= before.score.push);
        REQUIRE(balance(given).score.passive <= before.score.passive);
        if (const auto& next = deal.interactions[which].next; !next || !next->on) {
            auto dated = deal;
            if (!next) dated.interactions[which].next.emplace();
            dated.interactions[which].next->on = dated.interactions[which].on + 7;
            REQUIRE(balance(dated).score.push <= before.score.push);
            REQUIRE(balance(dated).score.passive <= before.score.passive);
        }
        if (deal.commitments.empty()) continue;
        auto more = deal;
        more.interactions[which].asks.push_back(deal.commitments.front().id);
        REQUIRE(balance(more).score.passive <= before.score.passive);
    }
}
