#include "core/analysis/findings.hpp"
#include "core/analysis/names.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/calm_deal.hpp"
#include "tests/support/crowded_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <functional>

using namespace middleground;
using namespace middleground::test;
using enum CommitmentEventKind;

namespace {

std::vector<Finding> findings(const Deal& deal, Date day = today()) {
    const auto consensus = consensus_of(deal);
    const Balance none;
    return findings_of({deal, playbook_of(deal), consensus, none, day});
}

std::string list(const std::vector<Finding>& found) {
    std::string text;
    for (const auto& finding : found) {
        text += std::string(key_of(finding.severity)) + ' ' + std::string(finding.id) + ": " + finding.what + ' ' + finding.why + '\n';
    }
    return text;
}

struct Case {
    std::string_view finding;
    std::function<void(Deal&)> fires;
    std::function<void(Deal&)> neighbour; // nearly the same, and it does not fire
};

void stand(Deal& deal, const StakeholderId& id, Stance stance) {
    person_in(deal, id).stances.push_back({today() - 4, stance, {}});
}
void only_with(Deal& deal, std::vector<StakeholderId> people) {
    for (auto& one : deal.interactions) {
        one.people = people;
    }
}
void repeat_talk(Deal& deal, int times) {
    for (int i = 0; i < times; ++i) {
        auto more = interaction_in(deal, talk);
        more.id = {"more0" + std::to_string(i)};
        deal.interactions.push_back(more);
    }
}
void answer(Deal& deal, int days_ago) {
    deal.concerns = {{{"w0rry1"},
                      today() - 40,
                      bert,
                      "Payback",
                      {{ConcernEventKind::raised, today() - 40, {}}, {ConcernEventKind::answered, today() - days_ago, {}}},
                      {}}};
}
void target(Deal& deal, int days, TargetReason reason = TargetReason::buyer_event) {
    deal.targets = {{today() - 50, today() + days, reason, {}}};
}
void plan_by_book(Deal& deal) {
    deal.playbook = "ten-commitments";
    commitment_in(deal, second).step = "change";
    commitment_in(deal, third).step = "decide";
}
void keep_second(Deal& deal, int days_ago) {
    commitment_in(deal, second).events.push_back(event_of(kept, today() - days_ago));
}
void promised(Deal& deal, PromiseEventKind end) {
    deal.promises = {
        {{"pr0m11"}, today() - 20, bert, "Figures", today() + 3, {{PromiseEventKind::made, today() - 20, {}}, {end, today() - 2, {}}}, {}}};
}

void ask_us(Deal& deal, int days_ago) {
    deal.concerns = {{{"w0rry1"}, today() - days_ago, bert, "Which data?", {{ConcernEventKind::raised, today() - days_ago, {}}}, {}}};
    deal.concerns[0].kind = ConcernKind::question;
}
// Everything of theirs as many days ago or more, and one message of ours since.
void write_in_vain(Deal& deal, int days_ago) {
    deal.opened = today() - 200;
    for (auto& one : deal.interactions) {
        one.on = today() - days_ago;
    }
    for (auto& one : deal.commitments) {
        for (auto& event : one.events) {
            event.on = std::min(event.on, today() - days_ago);
        }
    }
    auto mail = interaction_in(deal, talk);
    mail.id = {"ma1x01"};
    mail.on = today() - 10;
    mail.kind = InteractionKind::email;
    mail.direction = Direction::outbound;
    deal.interactions.push_back(mail);
}

const std::vector<Case>& cases() {
    static const std::vector<Case> all{
        {"no_decision_maker", [](Deal& d) { person_in(d, anna).role = Role::influencer; },
         [](Deal& d) { person_in(d, bert).role = Role::influencer; }},
        {"decision_maker_never_met",
         [](Deal& d) {
             only_with(d, {bert, carl});
         },
         [](Deal& d) {
             interaction_in(d, talk).people = {bert, carl};
         }},
        {"influence_unknown", [](Deal& d) { stand(d, anna, Stance::unknown); }, [](Deal& d) { stand(d, carl, Stance::unknown); }},
        {"no_opponent",
         [](Deal& d) {
             stand(d, carl, Stance::neutral);
             auto more = person_in(d, bert);
             more.id = {"d1et01"};
             d.stakeholders.push_back(more);
         },
         [](Deal& d) {
             auto more = person_in(d, bert);
             more.id = {"d1et01"};
             d.stakeholders.push_back(more);
         }},
        {"opponents_outweigh", [](Deal& d) { stand(d, anna, Stance::opposed); }, [](Deal& d) { stand(d, bert, Stance::opposed); }},
        {"single_contact",
         [](Deal& d) {
             repeat_talk(d, 2);
             only_with(d, {bert});
         },
         [](Deal& d) {
             repeat_talk(d, 2);
             only_with(d, {bert, carl});
         }},
        {"no_champion",
         [](Deal& d) {
             repeat_talk(d, 2);
             stand(d, anna, Stance::supportive);
         },
         [](Deal& d) {
             repeat_talk(d, 1);
             stand(d, anna, Stance::supportive);
         }},
        {"champion_weak",
         [](Deal& d) {
             stand(d, anna, Stance::supportive);
             stand(d, carl, Stance::champion);
         },
         [](Deal& d) { stand(d, carl, Stance::champion); }},
        {"function_absent",
         [](Deal& d) {
             d.amount = Money{15000000, "EUR"};
         },
         [](Deal& d) {
             d.amount = Money{1500000, "JPY"};
         }},
        {"in_conflict",
         [](Deal& d) {
             d.influences = {{anna, carl, 300, today(), {}}};
         },
         [](Deal& d) {
             d.influences = {{anna, bert, 300, today(), {}}};
         }},
        {"long_unheard",
         [](Deal& d) {
             d.interactions[0].on = today() - 61;
             interaction_in(d, talk).people = {anna, carl};
         },
         [](Deal& d) {
             d.interactions[0].on = today() - 60;
             interaction_in(d, talk).people = {anna, carl};
         }},
        {"owner_against", [](Deal& d) { commitment_in(d, second).buyer_owner = carl; },
         [](Deal& d) { commitment_in(d, third).buyer_owner = carl; }},
        {"seats_open", [](Deal& d) { d.expected_group_size = 6; }, [](Deal& d) { d.expected_group_size = 5; }},
        {"no_deciding_commitment", [](Deal& d) { commitment_in(d, third).decides = false; },
         [](Deal& d) { commitment_in(d, third).decides = true; }},
        {"no_done_when", [](Deal& d) { commitment_in(d, second).done_when.clear(); },
         [](Deal& d) { commitment_in(d, third).done_when.clear(); }},
        {"agreed_without_date", [](Deal& d) { commitment_in(d, second).events.back().due.reset(); },
         [](Deal& d) { commitment_in(d, second).events.back().due = today() + 1; }},
        {"no_buyer_owner", [](Deal& d) { commitment_in(d, second).buyer_owner = {}; },
         [](Deal& d) { commitment_in(d, third).buyer_owner = {}; }},
        {"kept_out_of_order",
         [](Deal& d) {
             commitment_in(d, third).events = {event_of(asked, today() - 3), event_of(kept, today() - 2)};
         },
         [](Deal& d) {
             keep_second(d, 3);
             commitment_in(d, third).events = {event_of(asked, today() - 3), event_of(kept, today() - 2)};
         }},
        {"broken_by_buyer", [](Deal& d) { commitment_in(d, second).events.push_back(event_of(broken, today() - 1)); },
         [](Deal& d) { keep_second(d, 1); }},
        {"stalled", [](Deal& d) { commitment_in(d, first).events.back().on = today() - 43; },
         [](Deal& d) { commitment_in(d, first).events.back().on = today() - 42; }},
        {"target_passed", [](Deal& d) { target(d, -1); }, [](Deal& d) { target(d, 0); }},
        {"target_too_early",
         [](Deal& d) {
             plan_by_book(d);
             target(d, 1);
         },
         [](Deal& d) {
             plan_by_book(d);
             target(d, 300);
         }},
        {"dates_cannot_hold",
         [](Deal& d) {
             auto due = event_of(CommitmentEventKind::due, today() - 5);
             due.due = today() + 9;
             commitment_in(d, third).events = {due};
         },
         [](Deal& d) {
             auto due = event_of(CommitmentEventKind::due, today() - 5);
             due.due = today() + 10;
             commitment_in(d, third).events = {due};
         }},
        {"no_buyer_event", [](Deal& d) { target(d, 200, TargetReason::seller_target); },
         [](Deal& d) {
             target(d, 200, TargetReason::seller_target);
             d.opened = today() - 21;
         }},
        {"promise_broken", [](Deal& d) { promised(d, PromiseEventKind::broken); }, [](Deal& d) { promised(d, PromiseEventKind::kept); }},
        {"outcome_not_addressed",
         [](Deal& d) {
             interaction_in(d, visit).value_given[1].to = anna;
             person_in(d, bert).needed_outcome = "Payback this year";
         },
         [](Deal& d) { person_in(d, bert).needed_outcome = "Payback this year"; }},
        {"value_to_one_only",
         [](Deal& d) {
             for (auto& one : d.interactions)
                 for (auto& value : one.value_given)
                     value.to = anna;
         },
         [](Deal& d) {
             for (auto& value : interaction_in(d, visit).value_given)
                 value.to = anna;
         }}, // and a summary for all
        {"answer_not_confirmed", [](Deal& d) { answer(d, 15); }, [](Deal& d) { answer(d, 14); }},
        {"do_nothing_not_named", [](Deal& d) { d.alternatives.clear(); },
         [](Deal& d) {
             d.alternatives.push_back({"Rival", AlternativeKind::competitor, {}, {}});
         }},
        {"sponsor_left",
         [](Deal& d) {
             person_in(d, anna).left = Departure{today() - 2, {}};
         },
         [](Deal& d) {
             person_in(d, carl).left = Departure{today() - 2, {}};
         }},
        {"owner_left",
         [](Deal& d) {
             person_in(d, anna).left = Departure{today() - 2, {}};
         },
         [](Deal& d) {
             person_in(d, bert).left = Departure{today() - 2, {}};
         }},
        {"stopper_against", [](Deal& d) { stand(d, bert, Stance::opposed); }, [](Deal& d) { stand(d, carl, Stance::opposed); }},
        {"stopper_against",
         [](Deal& d) {
             commitment_in(d, third).events = {event_of(asked, today() - 3, {bert}), event_of(declined, today() - 2, {bert})};
         },
         [](Deal& d) {
             commitment_in(d, third).events = {event_of(asked, today() - 3, {bert}), event_of(declined, today() - 2, {bert})};
             d.concerns = {{{"w0rry1"},
                            today() - 9,
                            bert,
                            "Payback",
                            {{ConcernEventKind::raised, today() - 9, {}}, {ConcernEventKind::resolved, today() - 1, {}}},
                            {}}};
         }},
        {"question_unanswered", [](Deal& d) { ask_us(d, 1); }, [](Deal& d) { ask_us(d, 0); }},
        {"due_soon", [](Deal& d) { commitment_in(d, second).events.back().due = today() + 4; },
         [](Deal& d) { commitment_in(d, second).events.back().due = today() + 5; }},
        {"deadline_near", [](Deal& d) { target(d, 4); }, [](Deal& d) { target(d, 4, TargetReason::seller_target); }},
        {"gone_quiet", [](Deal& d) { write_in_vain(d, 70); }, [](Deal& d) { write_in_vain(d, 38); }},
        {"reads_as_broken", [](Deal& d) { commitment_in(d, second).events.back().due = today() - 29; },
         [](Deal& d) { commitment_in(d, second).events.back().due = today() - 28; }},
        {"not_before",
         [](Deal& d) {
             person_in(d, bert).stances.push_back({today() - 2, Stance::neutral, {}, today() + 30});
         },
         [](Deal& d) {
             person_in(d, carl).stances.push_back({today() - 2, Stance::neutral, {}, today() + 30});
         }},
        {"competitor_unanswered",
         [](Deal& d) {
             d.alternatives.push_back({"Harbour", AlternativeKind::competitor, {}, {}});
         },
         [](Deal& d) {
             d.alternatives.push_back({"Harbour", AlternativeKind::competitor, "Slower in the season", {}});
         }},
        {"competitor_unanswered",
         [](Deal& d) {
             d.alternatives.push_back({"Harbour", AlternativeKind::competitor, {}, {}});
         },
         [](Deal& d) {
             d.alternatives.push_back({"Harbour", AlternativeKind::competitor, {}, {}});
             commitment_in(d, second).value_offered.push_back({bert, "A comparison with HARBOUR", {}});
         }},
        {"single_contact",
         [](Deal& d) {
             repeat_talk(d, 2);
             only_with(d, {bert});
         },
         [](Deal& d) { // a message that nobody answered is no contact
             repeat_talk(d, 2);
             only_with(d, {bert});
             for (auto& one : d.interactions) {
                 one.kind = InteractionKind::email;
                 one.direction = Direction::outbound;
             }
         }},
        {"no_amount", [](Deal& d) { d.amount.reset(); },
         [](Deal& d) {
             d.amount.reset();
             d.opened = today() - 30;
         }},
    };
    return all;
}

}

TEST_CASE("about a calm deal there is nothing to find") {
    const auto found = findings(calm_deal());
    INFO(list(found));
    CHECK(found.empty());
}

TEST_CASE("each rule fires, and its neighbour does not") {
    for (const auto& one : cases()) {
        INFO(one.finding);
        for (const bool fires : {true, false}) {
            auto deal = calm_deal();
            (fires ? one.fires : one.neighbour)(deal);
            const auto found = findings(deal);
            INFO(list(found));
            CHECK((std::ranges::find(found, one.finding, &Finding::id) != found.end()) == fires);
        }
    }
    CHECK(cases().size() >= 20);
}

TEST_CASE("nothing is found about what was set aside", "[set_aside]") {
    for (const auto& one : cases()) {
        for (const auto kind : {dropped, not_needed}) {
            INFO(one.finding);
            auto deal = calm_deal();
            one.fires(deal);
            std::vector<CommitmentId> aside;
            for (auto& commitment : deal.commitments) {
                if (commitment.decides || !is_open(commitment)) continue;
                commitment.events.push_back(event_of(kind, today()));
                aside.push_back(commitment.id);
            }
            for (const auto& found : findings(deal)) {
                INFO(found.what);
                for (const auto& id : aside) {
                    CHECK(std::ranges::find(found.about, Subject(id)) == found.about.end());
                }
            }
        }
    }
}

TEST_CASE("an answered question is not waiting for a word of theirs", "[set_aside]") {
    auto deal = calm_deal();
    answer(deal, 20);
    const auto waits = [&] {
        const auto found = findings(deal);
        return std::ranges::find(found, "answer_not_confirmed", &Finding::id) != found.end();
    };
    CHECK(waits());
    deal.concerns[0].kind = ConcernKind::question;
    CHECK_FALSE(waits());
}

TEST_CASE("findings of any deal are about things that are there, ordered by severity, and say what to do") {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = random_deal(random);
        const auto found = findings(deal);
        if (!std::holds_alternative<Open>(deal.outcome)) REQUIRE(found.empty());
        REQUIRE(std::ranges::is_sorted(found, {}, &Finding::severity));
        for (const auto& finding : found) {
            INFO(finding.id);
            REQUIRE_FALSE(finding.what.empty());
            REQUIRE_FALSE(finding.why.empty());
            REQUIRE_FALSE(finding.remedy.empty());
            for (const auto& subject : finding.about) {
                REQUIRE(is_there(deal, subject));
            }
        }
    }
}

TEST_CASE("a large deal is looked through") {
    const auto deal = crowded_deal(today());
    CHECK(findings(deal).size() < 60);
}

TEST_CASE("what many commitments lack is one finding with their number") {
    auto deal = calm_deal();
    for (int i = 0; i < 26; ++i) {
        auto one = commitment_in(deal, third);
        one.id = {"more" + std::to_string(10 + i)};
        one.title = "Step number " + std::to_string(i);
        one.decides = false;
        one.prerequisites.clear();
        one.done_when.clear();
        deal.commitments.push_back(std::move(one));
    }
    const auto all = findings(deal);
    const auto found = std::ranges::find(all, "no_done_when", &Finding::id);
    REQUIRE(found != all.end());
    CHECK(std::ranges::count(all, "no_done_when", &Finding::id) == 1);
    CHECK(found->what == "26 commitments do not say when they are done.");
    CHECK(found->about.size() == 26);
}

TEST_CASE("what is due today is said to be, and a date to come is no reason to lose the deal") {
    auto deal = calm_deal();
    commitment_in(deal, second).events.back().due = today();
    const auto all = findings(deal);
    const auto found = std::ranges::find(all, "due_soon", &Finding::id);
    REQUIRE(found != all.end());
    CHECK(found->what.ends_with(" is due today."));
    CHECK(found->severity == Severity::medium);
}
