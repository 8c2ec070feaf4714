#include "core/analysis/deal_course.hpp"

#include "tests/support/analysis.hpp"
#include "tests/support/calm_deal.hpp"
#include "tests/support/lively_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;
using enum CommitmentEventKind;

TEST_CASE("a day that they named holds a commitment back until it has come") {
    auto deal = calm_deal();
    CHECK_FALSE(decision_held_until(deal, today()));
    commitment_in(deal, third).events = {event_of(asked, today() - 4, {bert}), event_of(declined, today() - 3, {bert})};
    commitment_in(deal, third).events.back().not_before = today() + 40;
    CHECK(held_until(deal, commitment_in(deal, third), today()) == today() + 40);
    CHECK(held_until(deal, commitment_in(deal, third), today() + 39) == today() + 40);
    CHECK_FALSE(held_until(deal, commitment_in(deal, third), today() + 40));
    CHECK_FALSE(held_until(deal, commitment_in(deal, second), today()));
    // What one who can stop it says for themselves counts for the decision, and for what they have a part in.
    person_in(deal, bert).stances.push_back({today() - 1, Stance::neutral, {}, today() + 60});
    CHECK(decision_held_until(deal, today()) == today() + 60);
    person_in(deal, bert).left = Departure{today(), {}};
    CHECK(decision_held_until(deal, today()) == today() + 40);
}

TEST_CASE("quiet is more than three cadences without an act of theirs and a message of ours that nobody answered") {
    auto deal = calm_deal();
    const auto later = today() + 60;
    CHECK_FALSE(has_gone_quiet(deal, nullptr, later)); // nobody has written
    auto mail = interaction_in(deal, talk);
    mail.id = {"ma1x01"};
    mail.on = today() + 20;
    mail.kind = InteractionKind::email;
    mail.direction = Direction::outbound;
    deal.interactions.push_back(mail);
    CHECK(has_gone_quiet(deal, nullptr, later));
    CHECK_FALSE(has_gone_quiet(deal, nullptr, today() + 37)); // 42 days since they last did something
    CHECK(has_gone_quiet(deal, nullptr, today() + 38));
    CHECK(unanswered_since_their_last_act(deal, later).size() == 1);
    auto waits = deal;
    person_in(waits, bert).stances.push_back({today(), Stance::neutral, {}, today() + 90});
    CHECK_FALSE(has_gone_quiet(waits, nullptr, later));
    deal.interactions.back().answered = true;
    CHECK_FALSE(has_gone_quiet(deal, nullptr, later));
}

TEST_CASE("what counts as answered: only something with that very person, and later") {
    auto deal = calm_deal();
    auto mail = interaction_in(deal, talk);
    mail.id = {"ma1x01"};
    mail.on = today() - 5; // the day of the talk, and after it in the log
    mail.kind = InteractionKind::email;
    mail.direction = Direction::inbound;
    mail.people = {bert, carl};
    deal.interactions.push_back(mail);
    REQUIRE(messages_to_answer(deal).size() == 1);
    CHECK(messages_to_answer(deal)[0].from == std::vector{bert, carl});
    auto reply = mail;
    reply.id = {"ma1x02"};
    reply.direction = Direction::outbound;
    reply.people = {carl};
    deal.interactions.push_back(reply);
    CHECK(messages_to_answer(deal)[0].from == std::vector{bert});
    person_in(deal, bert).left = Departure{today(), {}};
    CHECK(messages_to_answer(deal).empty());
    person_in(deal, bert).left.reset();
    deal.interactions[2].kind = InteractionKind::meeting; // both were there
    CHECK(messages_to_answer(deal).empty());
}

TEST_CASE("whoever asked, what they asked for is never push") {
    for (std::uint64_t seed = 0; seed < 1000; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = lively_deal(random);
        const auto* playbook = playbook_of(deal);
        const auto before = balance_of(deal, playbook, english(), today());
        for (std::size_t i = 0; i < deal.commitments.size(); ++i) {
            for (std::size_t k = 0; k < deal.commitments[i].events.size(); ++k) {
                if (deal.commitments[i].events[k].kind != asked) continue;
                auto turned = deal;
                turned.commitments[i].events[k].by = Asker::them;
                const auto after = balance_of(turned, playbook, english(), today());
                REQUIRE(after.score.push <= before.score.push);
                REQUIRE(after.lasting_push <= before.lasting_push);
                for (const auto& one : after.people) {
                    REQUIRE(one.score.push <= find(before, one.id)->score.push);
                }
            }
        }
    }
}
