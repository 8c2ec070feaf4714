#include "core/intake/proposals/proposal.hpp"

#include "core/model/plan/coming_up.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/proposing.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;
using namespace middleground::test::proposing;

TEST_CASE("a mail of theirs: who, which way, what was said, and what it asks") {
    const auto deal = empty_deal();
    const auto files = std::vector{mail(dana, nora, "Hi Nora,\n\nI am worried about the effort for our team. How long does the pilot take per site?\n\nBest regards,\nDana")};
    const auto proposals = proposed(deal, files);
    CHECK(titles(proposals) == "Dana Ortiz joins the deal\n9 Jun: mail from Dana Ortiz\nDana Ortiz is concerned: Effort for our team\nDana Ortiz asks: How long does the pilot take per site?\n");
    CHECK(proposals.list[2].words == "I am worried about the effort for our team.");
    const auto taken = with_all(deal, proposals);
    CHECK(taken.opened == *Date::parse("2026-06-09"));
    REQUIRE(taken.interactions.size() == 1);
    const auto& entry = taken.interactions.front();
    CHECK(entry.kind == InteractionKind::email);
    CHECK(entry.direction == Direction::inbound);
    CHECK(entry.people == std::vector{taken.stakeholders.front().id});
    CHECK(entry.concerns.size() == 2);
    CHECK(entry.summary.starts_with("Pilot\n\nHi Nora,"));
    CHECK(taken.stakeholders.front().contact == "dana@kestrel.example");
    CHECK(taken.concerns[1].kind == ConcernKind::question);
    // The same file again.
    const auto again = proposed(taken, files);
    CHECK(again.list.empty());
    CHECK(again.known == 1);
}

TEST_CASE("a mail of ours: promises, asks, pushy wording, whether it was answered") {
    auto deal = empty_deal();
    const auto proposals = proposed(deal, {mail(nora, dana, "I will send you the sizing sheet by Friday. Could you start the security review?\nDon't you think it fits?", "Pilot", "8 Jun 2026"),
                                           mail(dana, nora, "Thanks.", "RE: Pilot", "9 Jun 2026")});
    CHECK(titles(proposals) == "Dana Ortiz joins the deal\n8 Jun: mail to Dana Ortiz\nWe promised: Sizing sheet\nWe asked for: Security review\n9 Jun: mail from Dana Ortiz\n");
    CHECK_FALSE(proposals.list[1].notes.empty());
    const auto taken = with_all(deal, proposals);
    CHECK(taken.interactions[0].direction == Direction::outbound);
    CHECK(taken.interactions[0].answered);
    CHECK(taken.interactions[0].asks == std::vector<CommitmentId>{{"c00001"}});
    CHECK(state_of(taken.commitments[0]) == CommitmentState::asked);
    CHECK(taken.commitments[0].events.front().who == std::vector{taken.stakeholders.front().id});
    CHECK(taken.commitments[0].events.front().interaction == taken.interactions[0].id);
    REQUIRE(taken.promises.size() == 1);
    CHECK(taken.promises.front().due == *Date::parse("2026-06-12"));
    CHECK(taken.promises.front().to == taken.stakeholders.front().id);
}

TEST_CASE("an answer of theirs to a step of the plan, and that they want to sign") {
    const auto deal = empty_deal();
    const auto proposals = proposed(deal, {mail(dana, nora, "We agreed to the security review. Please send us the contract.")});
    CHECK(titles(proposals) == "Dana Ortiz joins the deal\n9 Jun: mail from Dana Ortiz\nDana Ortiz: Security review, agreed\nDana Ortiz asks for: Decide\n");
    const auto taken = with_all(deal, proposals);
    CHECK(state_of(taken.commitments[0]) == CommitmentState::agreed);
    CHECK(asked_by_them(taken.commitments[1]));
}

TEST_CASE("a title that is a usual word is asked for only where it is written as the title") {
    auto deal = empty_deal();
    deal.commitments[0].title = "Invest";
    CHECK(proposed(deal, {mail(nora, dana, "Could you invest two hours into it?")}).list.size() == 2);
    CHECK(proposed(deal, {mail(nora, dana, "Could you tell me about Invest by then?")}).list.size() == 3);
}

TEST_CASE("a concern of somebody else's is theirs") {
    auto deal = empty_deal();
    Stakeholder person;
    person.id = {"p00001"};
    person.created = today;
    person.name = "Igor Petrov";
    deal.stakeholders.push_back(person);
    const auto proposals = proposed(deal, {mail(dana, nora, "Igor Petrov is worried about the effort.")});
    REQUIRE(proposals.list.size() == 3);
    CHECK(proposals.list[2].title == "Igor Petrov is concerned: Effort");
    CHECK(with_all(deal, proposals).concerns.front().stakeholder == person.id);
}

TEST_CASE("what prose suggests is taken alone only where it makes sense") {
    const auto deal = empty_deal();
    const auto proposals = proposed(deal, {mail(dana, nora, "How long does the pilot take per site?")});
    REQUIRE(proposals.list.size() == 3);
    const std::uint32_t question[]{2};
    const auto taken = take(deal, proposals, question, today);
    CHECK(taken.taken == std::vector<std::uint32_t>{0, 2}); // whose question it is comes along, the entry does not
    CHECK(taken.deal.interactions.empty());
    CHECK(taken.deal.concerns.size() == 1);
    CHECK(validate(taken.deal, today).empty());
    // Without the person the entry stands without them.
    const std::uint32_t entry[]{1};
    CHECK(take(deal, proposals, entry, today).deal.interactions.front().people.empty());
    CHECK(take(deal, proposals, {}, today).deal == deal);
    const std::uint32_t beyond[]{99};
    CHECK(take(deal, proposals, beyond, today).deal == deal);
}

TEST_CASE("people are matched by address first, then by name; a missing address is filled in") {
    auto deal = empty_deal();
    for (const auto& [id, name, contact] : {std::tuple("p00001", "D. Ortiz", "dana@kestrel.example"), std::tuple("p00002", "liam CHEN", ""), std::tuple("p00003", "Anna Berg", ""), std::tuple("p00004", "Anna Berg", "")}) {
        Stakeholder person;
        person.id = {id};
        person.created = today;
        person.name = name;
        person.contact = contact;
        deal.stakeholders.push_back(person);
    }
    const auto proposals = proposed(deal, {mail(dana, "Nora <nora@seller.example>, Liam Chen <liam@kestrel.example>, Anna Berg <berg@kestrel.example>", "Hello there, all.")});
    CHECK(titles(proposals) == "liam CHEN: what the deal does not have yet\n9 Jun: mail from Dana Ortiz\n");
    const auto taken = with_all(deal, proposals);
    CHECK(taken.interactions.front().people == std::vector<StakeholderId>{{"p00001"}, {"p00002"}});
    CHECK(taken.stakeholders[1].contact == "liam@kestrel.example");
}

TEST_CASE("colleagues and machines are nobody of theirs") {
    const auto proposals = proposed(empty_deal(), {mail(dana, "nora@seller.example, tim@seller.example, no-reply@kestrel.example", "Hello there.")});
    CHECK(titles(proposals) == "Dana Ortiz joins the deal\n9 Jun: mail from Dana Ortiz\n");
    // Everybody may have an address there.
    CHECK(titles(proposed(empty_deal(), {mail("Dana <dana@gmail.com>", "nora@gmail.com", "Hello there.")}, {"", {"nora@gmail.com"}})) == "Dana joins the deal\n9 Jun: mail from Dana\n");
}

TEST_CASE("who the seller is, where nobody says it") {
    auto deal = empty_deal();
    deal.seller.clear();
    const auto two = proposed(deal, {mail(dana, "nora@seller.example", "One."), mail("nora@seller.example", "Liam Chen <liam@kestrel.example>", "Two.")}, {});
    REQUIRE(two.notes.size() == 1);
    CHECK(two.notes.front().error.what == "You are taken for nora@seller.example");
    CHECK(two.list[3].title == "9 Jun: mail to Liam Chen");
    const auto by_account = proposed(deal, {mail(dana, "nora@seller.example", "One.")}, {});
    REQUIRE(by_account.notes.size() == 1);
    CHECK(by_account.notes.front().error.what == "You are taken for nora@seller.example");
    deal.account = "Acme";
    const auto unknown = proposed(deal, {mail(dana, "nora@seller.example", "One.")}, {});
    REQUIRE(unknown.notes.size() == 1);
    CHECK(unknown.notes.front().error.remedy == "Give your own address.");
    CHECK(titles(proposed(deal, {"Delivered-To: nora@seller.example\n" + mail(dana, "nora@seller.example, tim@seller.example", "One.")}, {})) ==
          "Dana Ortiz joins the deal\n9 Jun: mail from Dana Ortiz\n");
    deal.seller = "Nora Whitfield";
    CHECK(proposed(deal, {mail(nora, dana, "One.")}, {}).list[1].title == "9 Jun: mail to Dana Ortiz");
}

TEST_CASE("programs' mails, drafts and mails without a day") {
    const auto proposals = proposed(empty_deal(), {"Auto-Submitted: auto-replied\n" + mail(dana, nora, "Away"), "X-Unsent: 1\n" + mail(nora, dana, "Draft"),
                                                   "From: Dana Ortiz <dana@kestrel.example>\nTo: nora@seller.example\nSubject: Hi\n\nHello there.\n"});
    CHECK(proposals.notes.size() == 2);
    REQUIRE(proposals.list.size() == 2);
    CHECK(proposals.list[1].notes.front().find("today stands for it") != std::string::npos);
}

TEST_CASE("a coming meeting, moved, cancelled, held: each file once") {
    const auto deal = empty_deal();
    const auto first = invitation("DTSTART:20260616T100000\nDTSTAMP:20260609T080000Z\n");
    auto proposals = proposed(deal, {first});
    CHECK(titles(proposals) == "Dana Ortiz joins the deal\n\u201cSecurity review\u201d on 16 Jun, 10:00\n");
    const auto planned = with_all(deal, proposals);
    const auto coming = coming_up(planned);
    CHECK(std::ranges::any_of(coming, [](const ComingUp& one) { return one.what == "Security review, 10:00" && one.on == *Date::parse("2026-06-16"); }));
    CHECK(proposed(planned, {first}).list.empty());

    const auto later = invitation("SEQUENCE:1\nDTSTART:20260618T140000\n");
    proposals = proposed(planned, {later});
    CHECK(titles(proposals) == "\u201cSecurity review\u201d is on 18 Jun, 14:00 now\n");
    const auto moved = with_all(planned, proposals);
    CHECK(moved.interactions.front().next->on == *Date::parse("2026-06-18"));
    CHECK(proposed(moved, {later}).list.empty());

    const auto accepted = invitation("DTSTART:20260618T140000\nATTENDEE;CN=Liam;PARTSTAT=ACCEPTED:mailto:liam@kestrel.example\n", "REPLY");
    CHECK(titles(proposed(moved, {accepted})) == "\u201cSecurity review\u201d was accepted\n");

    const auto cancelled = invitation("SEQUENCE:2\nDTSTART:20260618T140000\n", "CANCEL");
    proposals = proposed(moved, {cancelled});
    CHECK(titles(proposals) == "\u201cSecurity review\u201d is cancelled\n");
    const auto gone = with_all(moved, proposals);
    CHECK(gone.interactions.front().next->state == NextStepState::dropped);
    CHECK(proposed(gone, {cancelled}).list.empty());

    // Seen again when its day has passed.
    std::vector<records::FileRecords> files{read_records(later, "a.ics")};
    const auto after = propose(files, moved, us, {english_log(), english()}, today + 20, 7);
    CHECK(titles(after) == "18 Jun: \u201cSecurity review\u201d was held\n");
    const auto held = take(moved, after, after.likely(), today + 20);
    CHECK(held.refused.empty());
    CHECK(held.deal.interactions.size() == 2);
    CHECK(held.deal.interactions.front().next->state == NextStepState::happened);
    CHECK(propose(files, held.deal, us, {english_log(), english()}, today + 20, 7).list.empty());
}

TEST_CASE("a past meeting goes to the log, a cancelled one nowhere") {
    const auto proposals = proposed(empty_deal(), {invitation("DTSTART:20260603T100000\n")});
    CHECK(titles(proposals) == "Dana Ortiz joins the deal\n3 Jun: \u201cSecurity review\u201d was held\n");
    const auto none = proposed(empty_deal(), {invitation("DTSTART:20260616T100000\nSTATUS:CANCELLED\n")});
    CHECK(none.list.empty());
    CHECK(none.notes.size() == 1);
}

TEST_CASE("contacts: those of the account are likely, of others only by their number") {
    std::string cards;
    for (int i = 0; i < 12; ++i) {
        cards += "BEGIN:VCARD\nFN:Person " + std::string(1, static_cast<char>('A' + i)) + "\nORG:" + (i == 3 ? "Kestrel Logistics GmbH" : "Other Ltd") + "\nTITLE:Head of Procurement\nEMAIL:p" + std::to_string(i) + "@o.example\nEND:VCARD\n";
    }
    const auto deal = empty_deal();
    const auto proposals = proposed(deal, {cards});
    CHECK(proposals.list.size() == 12);
    CHECK(proposals.likely() == std::vector<std::uint32_t>{3});
    const auto taken = with_all(deal, proposals);
    REQUIRE(taken.stakeholders.size() == 1);
    CHECK(taken.stakeholders.front().function == Function::procurement);
    CHECK(taken.stakeholders.front().title == "Head of Procurement");
    CHECK(proposed(taken, {cards}).list.size() == 11);
}

TEST_CASE("a call: who spoke how much, and what was asked") {
    const auto deal = empty_deal();
    const std::string text = "WEBVTT\n\n00:00:01.000 --> 00:00:05.000\nNora Whitfield: I will send you the rollout plan tomorrow.\n\n00:10:00.000 --> 00:10:05.000\nDana Ortiz: What does the rollout cost per site?\n";
    const auto proposals = proposed(deal, {text});
    CHECK(titles(proposals) == "Dana Ortiz joins the deal\n10 Jun: call with 1 person of theirs\nWe promised: Rollout plan\nDana Ortiz asks: What does the rollout cost per site?\n");
    const auto taken = with_all(deal, proposals);
    CHECK(taken.interactions.front().kind == InteractionKind::call);
    CHECK(taken.interactions.front().summary.find("10 minutes.\nWho spoke: Nora Whitfield 53 %, Dana Ortiz 47 %") != std::string::npos);
    CHECK(proposed(taken, {text}).list.empty());
}

TEST_CASE("a long call gives what is concerned and promised before a few of its questions") {
    std::string text = "WEBVTT\n\n";
    for (int i = 0; i < 100; ++i) {
        text += "00:00:0" + std::to_string(i % 10) + ".000 --> 00:00:05.000\nDana Ortiz: What is the price of item number " + std::to_string(i) + "?\n\n00:00:06.000 --> 00:00:07.000\nNora: Good.\n\n";
    }
    text += "00:00:09.000 --> 00:00:10.000\nDana Ortiz: I am worried about the effort.\n";
    auto deal = empty_deal();
    deal.seller.clear();
    // "Nora" is who has the address nora@.
    const auto proposals = proposed(deal, {text});
    REQUIRE(proposals.list.size() == 18);
    CHECK(proposals.list[2].title == "Dana Ortiz is concerned: Effort");
    CHECK(proposals.list[1].notes.back() == "More was asked than is proposed below: read it yourself");
}

TEST_CASE("an action plan: their steps, our promises, what is done and what has moved") {
    const auto deal = empty_deal();
    const std::string text = "# Plan\n- [x] Security review\n- [ ] Data agreement (Dana Ortiz, 19 Jun)\n- [ ] Works council informed (Customer, 26 Jun)\n- [ ] Send references (us, 12 Jun)\n- [-] Nothing\n";
    const auto proposals = proposed(deal, {text});
    CHECK(titles(proposals) == "Dana Ortiz joins the deal\nNew step: Data agreement\nNew step: Works council informed\nWe promise: Send references\n");
    const auto taken = with_all(deal, proposals);
    REQUIRE(taken.commitments.size() == 4);
    CHECK(taken.commitments.back().decides);
    CHECK(taken.commitments.back().prerequisites.size() == 3);
    CHECK(taken.commitments[1].title == "Data agreement");
    CHECK(due_of(taken.commitments[1]) == *Date::parse("2026-06-19"));
    CHECK(taken.commitments[1].buyer_owner == taken.stakeholders.front().id);
    CHECK(proposed(taken, {text}).list.empty());
    const auto moved = proposed(taken, {"- [ ] Data agreement (Dana, 26 Jun)\n- [x] Works council informed\n"});
    CHECK(titles(moved) == "Data agreement is due on 26 Jun\n");
}

TEST_CASE("a whole mailbox or calendar gives only what is about the deal") {
    auto deal = empty_deal();
    Stakeholder person;
    person.id = {"p00001"};
    person.created = today;
    person.name = "Dana Ortiz";
    person.contact = "dana@kestrel.example";
    deal.stakeholders.push_back(person);
    std::string box, calendar = "BEGIN:VCALENDAR\n";
    for (int i = 0; i < 300; ++i) {
        const auto number = std::to_string(i);
        box += "From - x\n" + mail(i == 7 ? "Liam Chen <liam@kestrel.example>" : "X <x" + number + "@other.example>", nora, "Hello there, number " + number, "S", "9 Jun 2026", number) + "\n";
        calendar += "BEGIN:VEVENT\nUID:" + number + "\nDTSTART:20260616T100000\nSUMMARY:M\nATTENDEE:mailto:" + (i == 9 ? "dana@kestrel.example" : "x" + number + "@other.example") + "\nEND:VEVENT\n";
    }
    const auto proposals = proposed(deal, {box, calendar + "END:VCALENDAR\n"});
    CHECK(titles(proposals) == "Liam Chen joins the deal\n9 Jun: mail from Liam Chen\n\u201cM\u201d on 16 Jun, 10:00\n");
    REQUIRE(proposals.notes.size() == 2);
    CHECK(proposals.notes[0].error.what == "299 mails name nobody of this deal and no colleague of theirs");
}

TEST_CASE("the same files give the same proposals") {
    const std::vector files{mail(dana, nora, "How long does the pilot take per site? I am worried about the price."), invitation("DTSTART:20260616T100000\n")};
    const auto deal = empty_deal();
    CHECK(with_all(deal, proposed(deal, files)) == with_all(deal, proposed(deal, files)));
}
