#include "core/analysis/next_ask/next_ask.hpp"

#include "core/analysis/deal_course.hpp"
#include "core/analysis/names.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/plan/unnamed_commitments.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/calm_deal.hpp"
#include "tests/support/lively_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <set>

using namespace middleground;
using namespace middleground::test;
using enum CommitmentEventKind;

namespace {

constexpr std::uint64_t generated = 1000;

NextAsks asks_of(const Deal& deal, std::span<const AskGain> gains = {}) {
    const auto* playbook = playbook_of(deal);
    const auto group = consensus_of(deal);
    const auto balance = balance_of(deal, playbook, english(), today());
    return next_asks({deal, playbook, group, balance, english(), today(), gains});
}

std::string list(const NextAsks& asks) {
    std::string text;
    for (const auto& ask : asks.list) {
        text += std::string(key_of(ask.order)) + ' ' + std::string(key_of(ask.action)) + ' ' + std::to_string(ask.score) + ' ' + ask.title + '\n';
    }
    return text;
}

bool has(const std::vector<StakeholderId>& people, const StakeholderId& id) {
    return std::ranges::find(people, id) != people.end();
}

bool any_of_them(const NextAsks& asks, const auto& is) {
    return std::ranges::any_of(asks.list, is);
}

bool is_at_work(const Deal& deal) {
    return is_open(deal.outcome) && std::ranges::any_of(deal.commitments, is_named) && kept_decision(deal) == nullptr;
}

bool asks_for_a_commitment(const NextAsk& ask) {
    return ask.action == NextAction::ask || ask.action == NextAction::ask_again || ask.action == NextAction::follow_up ||
           ask.action == NextAction::get_kept;
}

void promise(Deal& deal, int due_in) {
    deal.promises = {{{"pr0m11"}, today() - 20, bert, "Figures", today() + due_in, {{PromiseEventKind::made, today() - 20, {}}}, {}}};
}

Concern concern_of(const StakeholderId& id, const char* text, ConcernKind kind, int days_ago) {
    Concern one{{"w0rry" + id.text.substr(5)}, today() - days_ago, id, text, {{ConcernEventKind::raised, today() - days_ago, {}}}, {}};
    one.kind = kind;
    return one;
}

}

TEST_CASE("the lively deals are valid deals, and have some of everything") {
    std::set<NextAction> actions;
    std::set<AskClass> classes;
    for (std::uint64_t seed = 0; seed < generated; ++seed) {
        Random random(seed);
        const auto deal = lively_deal(random);
        if (seed < 100) {
            for (const auto& problem : validate(deal, today())) {
                FAIL_CHECK("seed " << seed << ": " << problem.message());
            }
        }
        for (const auto& ask : asks_of(deal).list) {
            actions.insert(ask.action);
            classes.insert(ask.order);
        }
    }
    CHECK(actions.size() == names_of<NextAction>().size());
    CHECK(classes.size() == names_of<AskClass>().size());
}

TEST_CASE("the next asks of any deal come in the order of their classes") {
    for (std::uint64_t seed = 0; seed < generated; ++seed) {
        Random random(seed);
        const auto deal = lively_deal(random);
        const auto asks = asks_of(deal);
        INFO("seed " << seed << '\n' << list(asks));
        REQUIRE(std::ranges::is_sorted(asks.list, {}, &NextAsk::order));
        double lowest = 100;
        std::optional<Date> day;
        for (std::size_t i = 0; i < asks.list.size(); ++i) {
            const auto& ask = asks.list[i];
            if (i > 0 && asks.list[i - 1].order != ask.order) lowest = 100;
            if (ask.order == AskClass::soon) {
                REQUIRE(ask.day);
                REQUIRE(*ask.day >= today());
                REQUIRE(*ask.day <= today() + soon_days);
                REQUIRE((!day || *day <= *ask.day));
                day = ask.day;
            }
            if (ask.order != AskClass::rest && ask.order != AskClass::in_the_way) continue;
            REQUIRE(ask.score <= lowest + 1);
            lowest = std::min(lowest, ask.score);
        }
    }
}

TEST_CASE("what they asked, what we promised and what has a day is in the list of any deal, in its class") {
    for (std::uint64_t seed = 0; seed < generated; ++seed) {
        Random random(seed);
        const auto deal = lively_deal(random);
        if (!is_at_work(deal)) continue;
        const auto asks = asks_of(deal);
        INFO("seed " << seed << '\n' << list(asks));
        for (const auto& concern : deal.concerns) {
            if (concern.kind != ConcernKind::question || state_of(concern) != ConcernState::open) continue;
            REQUIRE(any_of_them(asks, [&](const NextAsk& ask) { return ask.order == AskClass::answer && ask.concern == concern.id; }));
        }
        for (const auto& commitment : deal.commitments) {
            if (!is_named(commitment) || state_of(commitment) != CommitmentState::asked || !asked_by_them(commitment)) continue;
            REQUIRE(any_of_them(asks, [&](const NextAsk& ask) { return ask.order == AskClass::answer && ask.commitment == commitment.id; }));
        }
        for (const auto& message : messages_to_answer(deal)) {
            for (const auto& id : message.from) {
                REQUIRE(any_of_them(asks, [&](const NextAsk& ask) { return ask.order == AskClass::answer && has(ask.whom, id); }));
            }
        }
        for (const auto& promise : deal.promises) {
            const bool now = is_owed(deal, promise) && promise.due && *promise.due <= today();
            REQUIRE(now == any_of_them(asks, [&](const NextAsk& ask) { return ask.order == AskClass::promise && ask.promise == promise.id; }));
        }
        for (const auto& interaction : deal.interactions) {
            const auto* step = planned_step(interaction);
            if (step == nullptr || !step->on || *step->on < today() || *step->on > today() + soon_days) continue;
            REQUIRE(any_of_them(asks, [&](const NextAsk& ask) { return (ask.order == AskClass::soon || ask.order == AskClass::answer) && ask.interaction == interaction.id; }));
        }
    }
}

TEST_CASE("whom any deal asks: nobody who left, only deciders for the decision, no end user for money") {
    for (std::uint64_t seed = 0; seed < generated; ++seed) {
        Random random(seed);
        const auto deal = lively_deal(random);
        const auto* playbook = playbook_of(deal);
        const auto asks = asks_of(deal);
        INFO("seed " << seed << '\n' << list(asks));
        for (const auto& ask : asks.list) {
            for (const auto& id : ask.whom) {
                const auto* person = find(deal, id);
                REQUIRE(person);
                REQUIRE_FALSE(person->left);
                const auto* commitment = find(deal, ask.commitment);
                if (!commitment || !asks_for_a_commitment(ask)) continue;
                const bool decider = person->role == Role::decision_maker || person->role == Role::approver;
                if (commitment->decides) REQUIRE(decider);
                const auto* step = playbook ? find_step(*playbook, commitment->step) : nullptr;
                const bool for_deciders = step && !step->roles.empty() && std::ranges::all_of(step->roles, [](Role role) {
                                              return role == Role::decision_maker || role == Role::approver;
                                          });
                if (for_deciders && !decider) {
                    REQUIRE(person->role != Role::user);
                    REQUIRE(person->function != Function::end_user);
                    REQUIRE(std::ranges::find(step->functions, person->function) != step->functions.end());
                }
                if (deal.process == Process::buyer_led && step && decider && person->role != Role::gatekeeper &&
                    person->function != Function::procurement) {
                    REQUIRE(std::ranges::find(step->roles, person->role) != step->roles.end());
                }
            }
            if (ask.action != NextAction::give_first || ask.whom.empty()) continue;
            // A gift of its own is not for who has just asked us for something.
            if (ask.commitment.empty()) {
                REQUIRE_FALSE(any_of_them(asks, [&](const NextAsk& other) { return other.order == AskClass::answer && has(other.whom, ask.whom.front()); }));
            }
        }
    }
}

TEST_CASE("what they say cannot happen yet is asked of nobody until then") {
    int seen = 0;
    for (std::uint64_t seed = 0; seed < generated; ++seed) {
        Random random(seed);
        const auto deal = lively_deal(random);
        const auto asks = asks_of(deal);
        INFO("seed " << seed << '\n' << list(asks));
        for (const auto& ask : asks.list) {
            const auto* commitment = find(deal, ask.commitment);
            if (commitment && asks_for_a_commitment(ask)) REQUIRE_FALSE(held_until(deal, *commitment, today()));
            if (ask.action == NextAction::plan_for_day) {
                ++seen;
                REQUIRE(ask.day);
                REQUIRE(*ask.day > today());
            }
        }
    }
    CHECK(seen > 50);
}

TEST_CASE("when they have gone quiet, nothing of the plan is asked for") {
    int seen = 0;
    for (std::uint64_t seed = 0; seed < generated; ++seed) {
        Random random(seed);
        const auto deal = lively_deal(random);
        const auto asks = asks_of(deal);
        if (!any_of_them(asks, [](const NextAsk& ask) { return ask.action == NextAction::ask_if_wanted; })) continue;
        ++seen;
        INFO("seed " << seed << '\n' << list(asks));
        REQUIRE_FALSE(any_of_them(asks, asks_for_a_commitment));
    }
    CHECK(seen > 5);
}

TEST_CASE("no text of any ask or finding has a hole where a name should be") {
    for (std::uint64_t seed = 0; seed < generated; ++seed) {
        Random random(seed);
        auto deal = lively_deal(random);
        for (std::size_t i = 0; i < deal.stakeholders.size(); ++i) {
            deal.stakeholders[i].name = "Person " + std::string(1, static_cast<char>('A' + i));
        }
        const auto all = assessed(deal, today());
        std::vector<std::string> texts;
        for (const auto& ask : all.next.list) {
            texts.insert(texts.end(), {ask.title, ask.why, ask.offer, ask.wording, ask.avoid});
        }
        for (const auto& finding : all.findings) {
            for (const auto* text : {&finding.what, &finding.why, &finding.remedy}) {
                REQUIRE_FALSE(text->empty());
                texts.push_back(*text);
            }
        }
        for (const auto& text : texts) {
            INFO("seed " << seed << ": " << text);
            REQUIRE(text.find("“”") == std::string::npos);
            REQUIRE(text.find("  ") == std::string::npos);
            REQUIRE_FALSE(text.starts_with(' '));
            REQUIRE(text.find("somebody's") == std::string::npos);
            REQUIRE(text.find("Ask somebody ") == std::string::npos);
            REQUIRE(text.find("Answer somebody") == std::string::npos);
        }
    }
}

TEST_CASE("answer them, then keep our word, then what has a day, then the rest") {
    auto deal = calm_deal();
    promise(deal, -9);
    deal.concerns = {concern_of(bert, "Which data leaves the house?", ConcernKind::question, 1)};
    commitment_in(deal, second).events.back().due = today() - 3;
    const auto asks = asks_of(deal);
    INFO(list(asks));
    REQUIRE(asks.list.size() >= 3);
    CHECK(asks.list[0].title == "Answer Bert Lund's question: “Which data leaves the house?”");
    CHECK(asks.list[1].title == "Keep your promise to Bert Lund"); // before they are asked what got in the way
    CHECK(asks.list[2].title == "Help Anna Berg keep “Change”");
    CHECK(asks.list[2].order == AskClass::soon);
    CHECK(asks.list[2].why.find("You planned to talk about it on 4 Jul.") != std::string::npos);
    interaction_in(deal, talk).next->what = "Walk the second hall";
    CHECK(asks_of(deal).list[2].title == "Prepare “Walk the second hall” for 4 Jul");
    CHECK(asks_of(deal).list[3].action == NextAction::get_kept);
    promise(deal, 0);
    CHECK(asks_of(deal).list[1].why.starts_with("Promised for today: “Figures.”"));
    promise(deal, 1);
    CHECK_FALSE(any_of_them(asks_of(deal), [](const NextAsk& ask) { return ask.action == NextAction::keep_promise; }));
}

TEST_CASE("a question that was answered is nothing to do any more, a concern is") {
    auto deal = calm_deal();
    deal.concerns = {concern_of(bert, "Which data leaves the house?", ConcernKind::question, 3)};
    deal.concerns[0].events.push_back({ConcernEventKind::answered, today() - 1, {}});
    const auto about_it = [](const NextAsk& ask) { return !ask.concern.empty(); };
    CHECK_FALSE(any_of_them(asks_of(deal), about_it));
    deal.concerns[0].kind = ConcernKind::concern;
    CHECK(any_of_them(asks_of(deal), about_it));
}

TEST_CASE("a message of theirs is answered once, and by anything of ours since") {
    auto deal = calm_deal();
    auto mail = interaction_in(deal, talk);
    mail.id = {"ma1x01"};
    mail.on = today() - 2;
    mail.kind = InteractionKind::email;
    mail.direction = Direction::inbound;
    mail.people = {bert};
    mail.summary = "Can this wait until autumn?";
    mail.next.reset();
    deal.interactions.push_back(mail);
    const auto asks = asks_of(deal);
    INFO(list(asks));
    CHECK(asks.list.front().title == "Answer Bert Lund's e-mail of 28 Jun");
    CHECK(asks.list.front().why == "Bert Lund wrote on 28 Jun, 2 days ago, and the log shows nothing of ours since: “Can this wait until autumn?”");
    CHECK(asks.list.front().interaction == mail.id);
    // Asked for in that very message: one answer.
    commitment_in(deal, third).events = {{asked, today() - 2, {bert}, mail.id, {}, {}, Asker::them}};
    CHECK(asks_of(deal).list.front().title == "Answer Bert Lund on “Decide”");
    CHECK(std::ranges::count(asks_of(deal).list, AskClass::answer, &NextAsk::order) == 1);
    commitment_in(deal, third).events.clear();
    auto reply = mail;
    reply.id = {"ma1x02"};
    reply.direction = Direction::outbound;
    deal.interactions.push_back(reply);
    CHECK_FALSE(any_of_them(asks_of(deal), [](const NextAsk& ask) { return ask.order == AskClass::answer; }));
    deal.interactions.back().people = {carl}; // somebody else
    CHECK(asks_of(deal).list.front().order == AskClass::answer);
}

TEST_CASE("a concern of who can stop it outranks asks of others, whatever these gain") {
    auto deal = calm_deal();
    interaction_in(deal, talk).next.reset();
    deal.concerns = {concern_of(bert, "Payback", ConcernKind::concern, 1)};
    const std::vector<AskGain> gains{{"sec0n1", 0.4, 1, 1}, {"w0rry1", 0.01, 1, 1}};
    const auto asks = asks_of(deal, gains);
    INFO(list(asks));
    CHECK(asks.list.front().concern == deal.concerns[0].id);
    deal.concerns[0].stakeholder = carl; // cannot stop it
    CHECK(asks_of(deal, gains).list.front().commitment == second);
}

TEST_CASE("where nothing gains anything, who stands in the way comes first and the rest as without a forecast") {
    auto deal = calm_deal();
    interaction_in(deal, talk).next.reset();
    person_in(deal, bert).stances.push_back({today() - 3, Stance::opposed, "No money this year"});
    const std::vector<AskGain> nothing{{"sec0n1", 0.0004, 1, 1}, {"bertb1", 0.0, 1, 1}, {"carac1", 0.0002, 1, 1}};
    const auto with = asks_of(deal, nothing);
    const auto without = asks_of(deal);
    INFO(list(with) << list(without));
    CHECK(with.list.front().title == "Hear what Bert Lund has against it");
    person_in(deal, bert).stances.back().stance = Stance::sceptical; // then only where nothing else helps
    CHECK(asks_of(deal, nothing).list.front().order == AskClass::in_the_way);
    CHECK(asks_of(deal).list.front().order == AskClass::rest);
    person_in(deal, bert).stances.back().stance = Stance::opposed;
    CHECK(with.list.front().why.find("has to approve and has been opposed since 27 Jun: “No money this year.”") != std::string::npos);
    REQUIRE(with.list.size() == without.list.size());
    for (std::size_t i = 0; i < with.list.size(); ++i) {
        CHECK(with.list[i].title == without.list[i].title);
    }
}
