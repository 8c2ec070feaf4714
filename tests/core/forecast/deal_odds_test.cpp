#include "core/forecast/deal_odds.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/forecasts.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace middleground;
using namespace middleground::test;

namespace {

Deal ten_commitments() {
    for (const auto& playbook : shipped_playbooks()) {
        if (playbook.id == "ten-commitments") return deal_with(playbook);
    }
    throw std::runtime_error("the default playbook is gone");
}

DealOdds odds_of(const Deal& deal, Date on = today()) {
    const auto assessment = assessed(deal, on);
    return deal_odds(forecast_input(deal, playbook_of(deal), assessment.consensus, assessment.balance.lasting_push, on), ForecastSettings{});
}

double won(const Deal& deal) {
    return forecast_of(simulated(deal, today(), 10000)).won.value();
}

Stakeholder person(std::string_view id, Role role, Stance stance) {
    Stakeholder one;
    one.id = {std::string(id)};
    one.name = std::string(id);
    one.role = role;
    one.created = today() - 60;
    one.stances.push_back({today() - 50, stance, {}});
    return one;
}

}

TEST_CASE("a competitor costs much, being a customer already gains much, and both say how much") {
    const auto deal = ten_commitments();
    const double fresh = won(deal);
    auto with = deal;
    with.alternatives.push_back({"Kestrel", AlternativeKind::competitor, {}, {}});
    CHECK(won(with) < 0.6 * fresh);
    CHECK(odds_of(with).competitor == -1);
    // The points that it costs are those that it would gain without.
    const double points = odds_of(with).without(odds_of(with).competitor);
    CHECK(std::abs(points * odds_of(with).chance - odds_of(deal).chance) < 1e-9);
    with.alternatives.front().kind = AlternativeKind::do_nothing;
    CHECK(won(with) == fresh);
    auto current = deal;
    current.client = Client::current;
    CHECK(won(current) > 1.3 * fresh);
    current.client = Client::new_client;
    CHECK(won(current) == fresh);
}

TEST_CASE("age and quiet count against a deal, and what they did last ends the quiet") {
    auto deal = ten_commitments();
    deal.opened = today() - 60;
    CHECK(odds_of(deal).age_days == 60);
    CHECK(odds_of(deal).quiet_days == 60);
    CHECK(odds_of(deal, today() + 10).chance < odds_of(deal).chance);
    Interaction call;
    call.id = {"i00001"};
    call.on = today() - 5;
    call.kind = InteractionKind::call;
    call.direction = Direction::inbound;
    auto heard = deal;
    heard.interactions.push_back(call);
    CHECK(odds_of(heard).quiet_days == 5);
    heard.interactions.front().direction = Direction::outbound; // nobody answered
    CHECK(odds_of(heard).quiet_days == 60);
    heard.interactions.front().answered = true;
    CHECK(odds_of(heard).quiet_days == 5);
    // As old as the other, and heard from: likelier, by what the silence costs.
    CHECK(odds_of(deal).quiet < odds_of(heard).quiet);
    CHECK(odds_of(heard).age == odds_of(deal).age);
    CHECK(odds_of(heard).chance > odds_of(deal).chance);
    CHECK(won(heard) > won(deal));
}

TEST_CASE("who led it and has left is missed until somebody follows") {
    auto deal = ten_commitments();
    deal.opened = today() - 60;
    deal.stakeholders = {person("p00001", Role::influencer, Stance::champion), person("p00002", Role::evaluator, Stance::neutral)};
    const auto before = odds_of(deal);
    CHECK(before.sponsor_left == 0);
    deal.stakeholders[0].left = Departure{today() - 3, {}};
    CHECK(odds_of(deal).sponsor_left < 0);
    auto follower = person("p00003", Role::influencer, Stance::neutral);
    follower.created = today() - 1;
    deal.stakeholders.push_back(follower);
    CHECK(odds_of(deal).sponsor_left < 0); // the finding says so, too: nobody leads it yet
    deal.stakeholders.back().stances.back().stance = Stance::champion;
    CHECK(odds_of(deal).sponsor_left == 0);
}

TEST_CASE("our messages without an answer cost a little, the first of them nothing") {
    auto deal = ten_commitments();
    deal.opened = today() - 60;
    Interaction mail;
    mail.id = {"i00001"};
    mail.kind = InteractionKind::email;
    mail.on = today() - 12;
    mail.direction = Direction::outbound;
    deal.interactions.push_back(mail);
    CHECK(odds_of(deal).messages == 1);
    CHECK(odds_of(deal).unanswered == 0);
    mail.id = {"i00002"};
    mail.on = today() - 5;
    deal.interactions.push_back(mail);
    CHECK(odds_of(deal).messages == 2);
    CHECK(odds_of(deal).unanswered < 0);
    auto answered = deal;
    answered.interactions.back().answered = true;
    CHECK(odds_of(answered).unanswered == 0);
    auto heard = deal;
    mail.id = {"i00003"};
    mail.on = today() - 1;
    mail.direction = Direction::inbound;
    heard.interactions.push_back(mail);
    CHECK(odds_of(heard).messages == 0);
}

TEST_CASE("one voice that does not decide is too few after a month") {
    auto deal = ten_commitments();
    deal.opened = today() - 40;
    deal.stakeholders = {person("p00001", Role::user, Stance::champion), person("p00002", Role::approver, Stance::unknown)};
    Interaction call;
    call.id = {"i00001"};
    call.on = today() - 5;
    call.direction = Direction::mutual;
    call.people = {{"p00001"}};
    deal.interactions.push_back(call);
    CHECK(odds_of(deal).one_voice < 0);
    auto two = deal;
    two.interactions.front().people.push_back({"p00002"});
    CHECK(odds_of(two).one_voice == 0);
    auto decides = deal;
    decides.stakeholders.front().role = Role::decision_maker;
    CHECK(odds_of(decides).one_voice == 0);
    auto young = deal;
    young.opened = today() - 20;
    CHECK(odds_of(young).one_voice == 0);
}

TEST_CASE("who decides and asks for the decision makes it likely, without the steps that nobody asked for") {
    auto deal = ten_commitments();
    deal.opened = today() - 9;
    deal.stakeholders = {person("p00001", Role::decision_maker, Stance::champion)};
    deal.stakeholders.front().created = today() - 9;
    deal.stakeholders.front().stances.front().on = today() - 5;
    const double before = won(deal);
    for (auto& one : deal.commitments) {
        if (!one.decides) continue;
        CommitmentEvent asked{CommitmentEventKind::asked, today() - 1, {{"p00001"}}, {}, {}, {}};
        asked.by = Asker::them;
        one.events.push_back(asked);
    }
    const double after = won(deal);
    CHECK(after > 0.75);
    CHECK(after > before + 0.3);
    // From somebody who does not decide it says nothing.
    deal.stakeholders.front().role = Role::user;
    CHECK(won(deal) < 0.5);
}
