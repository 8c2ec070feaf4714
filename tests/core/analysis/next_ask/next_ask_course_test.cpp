// Deals that took a turn, as an experienced coach reads them: the first ask is his, and nothing that he would never say is in the list.
#include "core/analysis/next_ask/next_ask.hpp"

#include "core/analysis/names.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/calm_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;
using enum CommitmentEventKind;

namespace {

const Date day = *Date::parse("2026-06-16");

StakeholderId id_of(std::string_view name) {
    auto text = std::string(name.substr(0, 6));
    text.resize(6, '0');
    for (auto& letter : text) {
        letter = letter >= 'A' && letter <= 'Z' ? static_cast<char>(letter - 'A' + 'a') : letter;
        if (letter == ' ' || letter == 'i' || letter == 'l' || letter == 'o' || letter == 'u') letter = '0'; // never in an id
    }
    return {text};
}

Deal begun(std::string_view playbook, int days_ago) {
    const auto found = std::ranges::find(shipped_playbooks(), playbook, &Playbook::id);
    Random random(7);
    auto deal = start_deal(*found, "A deal", "An account", day - days_ago, random);
    deal.expected_group_size = 5;
    return deal;
}

Stakeholder& with(Deal& deal, const char* name, Function function, Role role, Stance stance, int influence) {
    auto& one = deal.stakeholders.emplace_back();
    one.id = id_of(name);
    one.created = deal.opened;
    one.name = name;
    one.function = function;
    one.role = role;
    one.influence = influence;
    if (stance != Stance::unknown) one.stances = {{deal.opened + 5, stance, {}}};
    return one;
}

Commitment& step(Deal& deal, std::string_view id) {
    return *std::ranges::find(deal.commitments, id, &Commitment::step);
}

void keep(Deal& deal, std::string_view id, int days_ago, std::vector<StakeholderId> who) {
    auto& one = step(deal, id);
    one.people = who;
    one.events.push_back(event_of(asked, day - days_ago - 5, who));
    one.events.push_back(event_of(kept, day - days_ago, who));
}

Interaction& talk_with(Deal& deal, int days_ago, InteractionKind kind, Direction direction, std::vector<StakeholderId> people, std::string summary) {
    auto& one = deal.interactions.emplace_back();
    one.id = {"ta1k" + std::to_string(10 + deal.interactions.size())};
    one.on = one.created = day - days_ago;
    one.kind = kind;
    one.direction = direction;
    one.people = std::move(people);
    one.summary = std::move(summary);
    return one;
}

Assessment looked_at(const Deal& deal) {
    for (const auto& problem : validate(deal, day)) {
        FAIL_CHECK(problem.message());
    }
    return assessed(deal, day);
}

std::string said(const Assessment& all) {
    std::string text;
    for (const auto& ask : all.next.list) {
        text += std::string(key_of(ask.order)) + " | " + ask.title + " | " + ask.why + " | " + ask.offer + " | " + ask.wording + " | " + ask.avoid + '\n';
    }
    return text;
}

bool says(const Assessment& all, std::string_view words) {
    return said(all).find(words) != std::string::npos;
}

const auto lea = id_of("Lea Arnd");
const auto tor = id_of("Tor Holm");

// The champion left eight days ago; somebody of the same function covers for her and has written.
Deal champion_gone() {
    auto deal = begun("enterprise", 90);
    auto& champion = with(deal, "Lea Arnd", Function::operations, Role::influencer, Stance::champion, 75);
    champion.left = Departure{day - 8, "New job"};
    with(deal, "Tor Holm", Function::operations, Role::influencer, Stance::neutral, 40);
    with(deal, "Eva Blix", Function::executive, Role::decision_maker, Stance::unknown, 90);
    with(deal, "Ira Dahl", Function::it, Role::approver, Stance::neutral, 70);
    keep(deal, "first-conversation", 80, {lea});
    keep(deal, "implicate-pain", 60, {lea});
    keep(deal, "metrics", 45, {id_of("Ira Dahl")});
    keep(deal, "champion", 44, {lea});
    auto& way = step(deal, "economic-buyer");
    way.people = {id_of("Eva Blix"), lea};
    way.buyer_owner = lea;
    way.events.push_back(event_of(asked, day - 20, {lea}));
    way.events.push_back(event_of(agreed, day - 19, {lea}));
    way.events.push_back(event_of(due, day - 19));
    way.events.back().due = day + 3;
    auto& map = step(deal, "decision-process");
    map.people = {lea};
    map.events.push_back(event_of(asked, day - 15, {lea}));
    talk_with(deal, 60, InteractionKind::meeting, Direction::mutual, {lea, id_of("Ira Dahl")}, "Workshop");
    talk_with(deal, 7, InteractionKind::email, Direction::inbound, {tor}, "I look after this for the time being");
    return deal;
}

// Who approves said no to the money until the fourth quarter.
Deal frozen() {
    auto deal = begun("ten-commitments", 90);
    with(deal, "Ada Krog", Function::operations, Role::decision_maker, Stance::supportive, 80);
    auto& money = with(deal, "Jon Vik", Function::finance, Role::approver, Stance::neutral, 85);
    money.stances.push_back({day - 5, Stance::opposed, "The board stopped new spending", *Date::parse("2026-10-01")});
    with(deal, "Una Moe", Function::it, Role::evaluator, Stance::supportive, 45);
    for (const auto* id : {"time", "explore", "change", "collaborate", "build-consensus"}) {
        keep(deal, id, 30, {id_of("Ada Krog")});
    }
    keep(deal, "review", 9, {id_of("Una Moe")});
    keep(deal, "resolve-concerns", 8, {id_of("Una Moe")});
    auto& invest = step(deal, "invest");
    invest.people = {id_of("Jon Vik"), id_of("Ada Krog")};
    invest.buyer_owner = id_of("Jon Vik");
    invest.events.push_back(event_of(asked, day - 15, invest.people));
    invest.events.push_back(event_of(declined, day - 5, {id_of("Jon Vik")}));
    invest.events.back().not_before = Date::parse("2026-10-01").value();
    talk_with(deal, 30, InteractionKind::meeting, Direction::mutual, {id_of("Ada Krog"), id_of("Jon Vik")}, "All in one room");
    auto& call = talk_with(deal, 5, InteractionKind::call, Direction::mutual, {id_of("Jon Vik")}, "Not before October");
    call.next = NextStep{{}, day + 2, "Call Ada"};
    return deal;
}

// One user who loves it and asks for the contract; nobody else is known.
Deal one_user() {
    auto deal = begun("ten-commitments", 40);
    const auto mia = id_of("Mia Rost");
    with(deal, "Mia Rost", Function::end_user, Role::user, Stance::champion, 20);
    keep(deal, "time", 35, {mia});
    keep(deal, "explore", 28, {mia});
    keep(deal, "collaborate", 12, {mia});
    auto& decide = step(deal, "decide");
    decide.people = {mia};
    decide.buyer_owner = mia;
    decide.events.push_back({asked, day - 4, {mia}, {}, {}, {}, Asker::them});
    talk_with(deal, 35, InteractionKind::call, Direction::mutual, {mia}, "First call");
    talk_with(deal, 12, InteractionKind::call, Direction::mutual, {mia}, "Changed the draft");
    talk_with(deal, 4, InteractionKind::call, Direction::inbound, {mia}, "Please send the contract");
    return deal;
}

// Ten weeks of silence, two messages of ours, and the target has passed.
Deal silent() {
    auto deal = begun("ten-commitments", 140);
    const auto pia = id_of("Pia Lund");
    with(deal, "Pia Lund", Function::operations, Role::influencer, Stance::champion, 60);
    with(deal, "Max Eide", Function::executive, Role::decision_maker, Stance::neutral, 95);
    with(deal, "Rut Berg", Function::it, Role::evaluator, Stance::neutral, 40);
    keep(deal, "time", 130, {pia});
    keep(deal, "explore", 115, {pia});
    keep(deal, "change", 98, {pia, id_of("Max Eide")});
    keep(deal, "collaborate", 88, {pia});
    auto& round = step(deal, "build-consensus");
    round.people = {id_of("Max Eide"), pia};
    round.buyer_owner = pia;
    round.events.push_back(event_of(asked, day - 80, round.people));
    round.events.push_back(event_of(agreed, day - 74, round.people));
    round.events.push_back(event_of(due, day - 74));
    round.events.back().due = day - 60;
    deal.targets = {{deal.opened, day - 12, TargetReason::buyer_event, "Season"}};
    talk_with(deal, 115, InteractionKind::workshop, Direction::mutual, {pia, id_of("Rut Berg")}, "Three years of orders");
    talk_with(deal, 70, InteractionKind::call, Direction::mutual, {pia}, "She brings them together");
    talk_with(deal, 50, InteractionKind::email, Direction::outbound, {pia}, "How is it going");
    talk_with(deal, 30, InteractionKind::email, Direction::outbound, {pia}, "Any news");
    return deal;
}

// Who decides alone asks for the contract today; five steps were never needed.
Deal urgent() {
    auto deal = begun("ten-commitments", 9);
    const auto finn = id_of("Finn Aas");
    with(deal, "Finn Aas", Function::executive, Role::decision_maker, Stance::champion, 90);
    with(deal, "Gro Lie", Function::it, Role::evaluator, Stance::supportive, 50);
    keep(deal, "time", 8, {finn});
    keep(deal, "explore", 6, {finn, id_of("Gro Lie")});
    deal.commitments[0].events[1].on = deal.commitments[0].created = deal.opened;
    keep(deal, "change", 5, {finn});
    for (const auto* id : {"time", "explore", "change"}) {
        step(deal, id).events.front().on = step(deal, id).events[1].on = deal.opened;
    }
    step(deal, "decide").events.push_back({asked, day - 1, {finn}, {}, {}, {}, Asker::them});
    deal.targets = {{deal.opened, day + 29, TargetReason::buyer_event, "The old one is switched off"}};
    talk_with(deal, 6, InteractionKind::meeting, Direction::mutual, {finn, id_of("Gro Lie")}, "Saw how they work").value_given = {{{}, "A plan for the move", {}}};
    talk_with(deal, 1, InteractionKind::email, Direction::inbound, {finn}, "Send me the contract, I sign up to 100k");
    return deal;
}

}

TEST_CASE("the champion left: ask who covers for her, then save what she was to bring about, and ask her for nothing") {
    const auto all = looked_at(champion_gone());
    INFO(said(all));
    const auto& list = all.next.list;
    REQUIRE(list.size() > 2);
    CHECK(list[0].title == "Ask Tor Holm what changes and who the sponsor is now");
    CHECK(list[0].order == AskClass::answer); // he has written
    CHECK(list[0].why == "Lea Arnd left on 8 Jun and carried it inside. Tor Holm has been in touch since and waits for an answer.");
    CHECK(list[1].title.starts_with("Save “"));
    CHECK(list[1].whom != std::vector{lea});
    CHECK(list[2].title.starts_with("Save “"));
    for (const auto& ask : list) {
        CHECK(std::ranges::find(ask.whom, lea) == ask.whom.end());
        CHECK(ask.title.find("Lea") == std::string::npos);
        CHECK(ask.avoid.find("Lea") == std::string::npos);
    }
    CHECK_FALSE(says(all, "Lea Arnd is the one to ask"));
    CHECK(all.findings.front().id == "sponsor_left");
    CHECK(all.findings.front().severity == Severity::high);
    CHECK(has_finding(all, "owner_left"));
}

TEST_CASE("once we have talked with who covers, and a new champion is there, the departure is behind us") {
    auto deal = champion_gone();
    talk_with(deal, 2, InteractionKind::call, Direction::mutual, {tor}, "He will stand behind it");
    auto all = looked_at(deal);
    const auto find_sponsor = [&] { return std::ranges::find(all.next.list, NextAction::find_sponsor, &NextAsk::action); };
    REQUIRE(find_sponsor() != all.next.list.end());
    CHECK(find_sponsor()->order == AskClass::rest);
    deal.stakeholders[1].stances.push_back({day - 1, Stance::champion, {}});
    all = looked_at(deal);
    CHECK(find_sponsor() == all.next.list.end());
    CHECK_FALSE(has_finding(all, "sponsor_left"));
}

TEST_CASE("who decides left: ask who decides now") {
    auto deal = champion_gone();
    deal.stakeholders[0].left.reset();
    deal.stakeholders[2].left = Departure{day - 3, {}};
    const auto all = looked_at(deal);
    INFO(said(all));
    CHECK(all.next.list[1].title.ends_with("what changes and who decides now"));
    CHECK(all.findings.front().what == "Eva Blix, who could stop it, has left.");
    for (const auto& ask : all.next.list) {
        CHECK(std::ranges::find(ask.whom, deal.stakeholders[2].id) == ask.whom.end());
    }
}

TEST_CASE("not before October: what would have to be in the plan for it, and no ask until then") {
    const auto deal = frozen();
    const auto all = looked_at(deal);
    INFO(said(all));
    const auto& first_ask = all.next.list.front();
    CHECK(first_ask.title == "Ask Jon Vik what would have to be in the plan for Q4");
    CHECK(first_ask.order == AskClass::course);
    CHECK(first_ask.day == Date::parse("2026-10-01").value());
    CHECK(first_ask.offer.find("Keep Ada Krog in the loop.") != std::string::npos);
    CHECK(first_ask.wording.find("on which day shall we take it up again?") != std::string::npos);
    CHECK(all.next.list[1].title == "Prepare “Call Ada” for 18 Jun");
    for (const auto& ask : all.next.list) {
        CHECK((ask.commitment.empty() || ask.action == NextAction::plan_for_day));
    }
    CHECK_FALSE(says(all, "for the decision"));
    CHECK(has_finding(all, "not_before"));
    CHECK(has_finding(all, "stopper_against"));
    CHECK_FALSE(has_signal(all.balance, "decision_not_asked"));

    // In October it can be asked again.
    const auto later = assessed(deal, *Date::parse("2026-10-01"));
    CHECK(std::ranges::none_of(later.next.list, [](const NextAsk& ask) { return ask.action == NextAction::plan_for_day; }));
    // Once it was talked over, other things come first.
    auto talked = deal;
    talk_with(talked, 1, InteractionKind::call, Direction::mutual, {id_of("Jon Vik")}, "What the plan needs");
    CHECK(looked_at(talked).next.list.front().action == NextAction::prepare);
}

TEST_CASE("one user asks for the contract: answer, and find who decides together; ask the user for neither change nor money") {
    const auto all = looked_at(one_user());
    INFO(said(all));
    const auto& list = all.next.list;
    REQUIRE(list.size() >= 2);
    CHECK(list[0].title == "Answer Mia Rost on “Decide”");
    CHECK(list[0].why.find("find out together who decides and who pays") != std::string::npos);
    CHECK(list[0].wording.find("Who decides on it in the end") != std::string::npos);
    CHECK(list[1].title == "Find out who decides");
    CHECK(std::ranges::count(list, AskClass::answer, &NextAsk::order) == 1);
    CHECK_FALSE(says(all, "I have asked a lot of you"));
    const auto deal = one_user();
    for (const auto& ask : list) {
        const auto* commitment = find(deal, ask.commitment);
        CHECK((commitment == nullptr || (commitment->step != "change" && commitment->step != "invest" && commitment->step != "build-consensus")));
    }
    CHECK_FALSE(has_signal(all.balance, "one_contact_asked"));
    CHECK_FALSE(has_signal(all.balance, "asked_too_early"));
    CHECK_FALSE(has_signal(all.balance, "asked_without_value"));
    CHECK(has_signal(all.balance, "they_asked"));
}

TEST_CASE("ten weeks of silence: one question to the contact and the decider, and no ask of the plan") {
    const auto all = looked_at(silent());
    INFO(said(all));
    const auto& first_ask = all.next.list.front();
    CHECK(first_ask.title == "Ask Pia Lund and Max Eide whether it is still wanted");
    CHECK(first_ask.why ==
          "Nothing has come from them for 70 days, and your last 2 messages are unanswered. The target date, 4 Jun, has passed.");
    for (const auto& ask : all.next.list) {
        CHECK(ask.commitment.empty());
        CHECK(std::ranges::find(ask.whom, id_of("Rut Berg")) == ask.whom.end());
    }
    CHECK(has_finding(all, "gone_quiet"));
    CHECK(has_finding(all, "reads_as_broken"));
    CHECK_FALSE(has_finding(all, "stalled"));
    CHECK(has_signal(all.balance, "silence"));

    auto answered = silent();
    answered.interactions.back().answered = true;
    CHECK(looked_at(answered).next.list.front().action != NextAction::ask_if_wanted);
    auto not_written = silent();
    not_written.interactions.resize(2);
    CHECK(looked_at(not_written).next.list.front().action != NextAction::ask_if_wanted);
}

TEST_CASE("who decides asks for the contract: it is sent, and nothing says to keep the decision out of it") {
    const auto all = looked_at(urgent());
    INFO(said(all));
    const auto& first_ask = all.next.list.front();
    CHECK(first_ask.title == "Answer Finn Aas on “Decide”");
    CHECK(first_ask.wording.find("Who else has to sign or agree") != std::string::npos);
    CHECK(first_ask.offer.starts_with("Send what was asked for"));
    CHECK_FALSE(says(all, "bring up the decision"));
    CHECK_FALSE(says(all, "I have asked a lot of you"));
    auto not_asked = urgent();
    step(not_asked, "decide").events.pop_back();
    CHECK(all.balance.score.push == looked_at(not_asked).balance.score.push);
    // Writing his yes down costs nothing either.
    auto agreed_too = urgent();
    step(agreed_too, "decide").events.push_back(event_of(agreed, day, {id_of("Finn Aas")}));
    CHECK(looked_at(agreed_too).balance.score.push <= all.balance.score.push);
    auto by_us = urgent();
    step(by_us, "decide").events.back().by = Asker::us;
    for (auto& one : by_us.interactions) {
        one.summary.clear(); // nothing is to be read there either
    }
    CHECK(looked_at(by_us).balance.score.push > all.balance.score.push + 10);
}

TEST_CASE("an owner who is alone is not told that somebody else usually pays") {
    auto deal = begun("small-quick", 20);
    const auto kit = id_of("Kit Roe");
    with(deal, "Kit Roe", Function::executive, Role::decision_maker, Stance::supportive, 100);
    keep(deal, "talk", 10, {kit});
    keep(deal, "try", 4, {kit});
    step(deal, "agree-inside").people = {kit};
    talk_with(deal, 4, InteractionKind::meeting, Direction::mutual, {kit}, "Tried it");
    deal.expected_group_size = 1;
    const auto alone = looked_at(deal);
    INFO(said(alone));
    CHECK_FALSE(says(alone, "usually pays"));
    CHECK(says(alone, "Is there anybody besides you who pays for it"));
    with(deal, "Bo Friis", Function::finance, Role::approver, Stance::neutral, 40);
    CHECK(says(looked_at(deal), "usually pays"));
}

TEST_CASE("where the buyer leads, asks go to who runs the procedure, and their questions are no push") {
    auto deal = begun("rfp", 30);
    deal.process = Process::buyer_led;
    const auto pam = id_of("Pam Quist");
    const auto ceo = id_of("Olav Tho");
    with(deal, "Pam Quist", Function::procurement, Role::gatekeeper, Stance::neutral, 40);
    with(deal, "Olav Tho", Function::executive, Role::decision_maker, Stance::unknown, 95);
    keep(deal, "documents", 20, {pam});
    auto& questions = step(deal, "questions");
    questions.people = {pam};
    questions.events.push_back(event_of(asked, day - 2, {pam}));
    questions.events.push_back(event_of(due, day - 2));
    questions.events.back().due = day + 4;
    step(deal, "requirements").people = {ceo};
    talk_with(deal, 20, InteractionKind::email, Direction::inbound, {pam}, "The documents");
    talk_with(deal, 2, InteractionKind::email, Direction::outbound, {pam}, "Our questions");
    const auto all = looked_at(deal);
    INFO(said(all));
    CHECK(all.next.list.front().order == AskClass::soon);
    CHECK(all.next.list.front().commitment == questions.id);
    for (const auto& ask : all.next.list) {
        CHECK(std::ranges::find(ask.whom, ceo) == ask.whom.end());
    }
    CHECK(all.balance.score.push == 0);
    CHECK(has_finding(all, "due_soon"));
    deal.process = Process::seller_led;
    CHECK(looked_at(deal).balance.score.push > 0);
}
