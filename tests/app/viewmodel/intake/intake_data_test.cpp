#include "app/viewmodel/intake/intake_data.hpp"

#include "tests/support/app/intake_tab.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("the page says what came, what is chosen and that nothing is new") {
    IntakeTab tab;
    const auto id = tab.start("Routing");
    tab.drop(two_mails());
    const auto& session = *tab.document.intake;
    CHECK(intake_title(session) == "1 person, 2 log entries, 1 question and 1 promise from 2 files");
    CHECK(intake_button(session) == "Take all 5");
    const auto groups = intake_groups(*session.proposals());
    std::size_t places = 0;
    for (const auto& group : groups) {
        places += group.places.size();
    }
    CHECK(places == session.proposals()->list.size());
    tab.act(action::ChooseProposals{{groups.front().places.front()}, false});
    CHECK(intake_button(session).ends_with(" of 5"));
    tab.act(action::ChooseProposals{{}, false});
    CHECK(intake_button(session).empty());
    tab.act(action::ChooseProposals{{}, true});
    tab.act(action::TakeProposals{});
    tab.drop(two_mails());
    CHECK(intake_title(*tab.document.intake) == "Nothing new: the deal has all of it already");
    CHECK(intake_button(*tab.document.intake).empty());
    CHECK(open_id(tab.document) == id);
}

TEST_CASE("each file is named by what is in it") {
    const auto day = *Date::parse("2026-06-10");
    CHECK(records_words(read_records(two_mails().front().second, "one.eml"), day) == "A mail from Dana Ortiz, 8 Jun");
    const auto card = std::string("BEGIN:VCARD\nVERSION:3.0\nFN:Dana Ortiz\nEND:VCARD\n");
    CHECK(records_words(read_records(with_crlf(card + card), "two.vcf"), day) == "2 contacts");
    CHECK(records_words(read_records("WEBVTT\n\n00:00:01.000 --> 00:02:09.000\n<v Dana>Hello Nora, how are you today?\n\n00:02:10.000 --> 00:03:00.000\n<v Nora>Fine, and you?\n", "call.vtt"), day) ==
          "A call of 3 minutes, 2 people speak");
}

TEST_CASE("what was proposed is found in the text that it was read from") {
    IntakeTab tab;
    tab.start("Routing");
    tab.drop(two_mails());
    const auto& session = *tab.document.intake;
    const auto text = text_in(session.files().front(), tab.platform.day, 4000);
    CHECK(text.starts_with("From: Dana Ortiz\nTo: Nora Whitfield\nDate: 8 Jun\nSubject: Pilot\n\n"));
    const auto found = words_found(text, *session.proposals(), "one.eml");
    REQUIRE(found.size() == 1);
    CHECK(text.substr(found.front().begin, found.front().end - found.front().begin) == "How long does the pilot take per site?");
    CHECK(words_found(text, *session.proposals(), "another.eml").empty());
    // Cut between letters.
    for (std::size_t most = 0; most < text.size(); ++most) {
        CHECK(text_in(session.files().front(), tab.platform.day, most).size() <= most + 4);
    }
}

TEST_CASE("which address is the seller's is asked with those that the files name, without people of the deal") {
    IntakeTab tab;
    tab.start("Routing");
    tab.drop(two_mails());
    CHECK(own_address_candidates(*tab.document.intake, nullptr) == std::vector<std::string>{"dana@kestrel.example", "nora@seller.example"});
    Deal deal;
    deal.stakeholders.emplace_back();
    deal.stakeholders.back().contact = "Dana@Kestrel.example, +1 555 0100";
    CHECK(own_address_candidates(*tab.document.intake, &deal) == std::vector<std::string>{"nora@seller.example"});
}

TEST_CASE("files that cannot be read are named with what to do") {
    IntakeTab tab;
    tab.start("Routing");
    auto files = two_mails();
    files.emplace_back("offer.pdf", "%PDF-1.7");
    tab.drop(files);
    const auto notes = intake_notes(*tab.document.intake);
    REQUIRE_FALSE(notes.empty());
    CHECK(notes.front() == "offer.pdf: This is a PDF. Copy the text that matters and paste it.");
}
