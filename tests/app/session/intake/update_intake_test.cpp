// Mails and the like that are dropped on the window, from being looked at to being taken back.
#include "app/session/intake/update_intake.hpp"

#include "app/session/imports.hpp"
#include "app/session/update/update_import.hpp"
#include "app/session/update/show.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/app/intake_tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

DealId deal_with_dana(IntakeTab& tab, const std::string& title) {
    const auto id = tab.start(title);
    Stakeholder person;
    person.id = StakeholderId::make(tab.random);
    person.created = tab.platform.day;
    person.name = "Dana Ortiz";
    person.contact = "dana@kestrel.example";
    tab.act(apply_edit(edit::PutStakeholder{person}));
    return id;
}

}

TEST_CASE("mails dropped on an open deal are proposed for it, taken at once and taken back with one undo; again they change nothing") {
    IntakeTab tab;
    const auto id = tab.start("Routing");
    const auto before = tab.deal(id);
    tab.drop(two_mails());
    CHECK(screen_of(tab.document) == Screen::imports);
    CHECK(open_id(tab.document) == id);
    CHECK(tab.document.intake->deal() == id);
    CHECK(tab.deal(id) == before);
    tab.act(action::TakeProposals{});
    CHECK_FALSE(tab.document.intake);
    CHECK(screen_of(tab.document) == Screen::deal);
    const auto after = tab.deal(id);
    CHECK(after.stakeholders.size() == 1);
    CHECK(after.interactions.size() == 2);
    CHECK(after.concerns.size() == 1);
    CHECK(after.promises.size() == 1);
    CHECK(validate(after, tab.platform.day).empty());
    CHECK(tab.view.toast->undo);
    tab.act(action::Undo{});
    CHECK(tab.deal(id) == before);
    tab.act(action::Redo{});
    CHECK(tab.deal(id) == after);

    tab.drop(two_mails());
    CHECK(tab.proposals().list.empty());
    CHECK(tab.proposals().known == 2);
    tab.act(action::TakeProposals{});
    CHECK(tab.deal(id) == after);
    tab.act(action::CancelIntake{});
    CHECK(screen_of(tab.document) == Screen::deal);
    CHECK_FALSE(tab.document.intake);
}

TEST_CASE("with no deal open they are for the one that knows somebody, else for a new one, which one undo takes away") {
    IntakeTab tab;
    const auto known = deal_with_dana(tab, "Routing");
    tab.start("Another");
    tab.act(action::GoTo{Screen::deals});
    tab.drop(two_mails());
    CHECK(tab.document.intake->deal() == known);
    tab.act(action::ChooseIntakeDeal{});
    plan_intake(tab.world());
    CHECK(tab.document.intake->fresh().account == "Kestrel");
    tab.act(action::NameIntakeDeal{"Kestrel Logistics"});
    const auto count = tab.document.entries.size();
    tab.act(action::TakeProposals{});
    REQUIRE(tab.document.entries.size() == count + 1);
    const auto& made = tab.document.entries.front().deal;
    CHECK(made.account == "Kestrel Logistics");
    CHECK(made.interactions.size() == 2);
    CHECK(validate(made, tab.platform.day).empty());
    CHECK(open_id(tab.document) == made.id);
    tab.act(action::Undo{});
    CHECK(tab.document.entries.size() == count);

    // Two deals know her: nobody can tell.
    deal_with_dana(tab, "Third");
    tab.act(action::GoTo{Screen::deals});
    tab.drop(two_mails());
    CHECK(tab.document.intake->deal().empty());
}

TEST_CASE("what cannot be read is said once, beside what can, and nothing is lost") {
    IntakeTab tab;
    const auto id = tab.start("Routing");
    tab.drop({{"a.pdf", "%PDF-1.7 whatever"}});
    REQUIRE(tab.view.error);
    CHECK(tab.view.error->what == "This is a PDF");
    CHECK_FALSE(tab.document.intake);
    CHECK(screen_of(tab.document) == Screen::deal);
    tab.drop({{"a.pdf", "%PDF-1.7 whatever"}, {"b.eml", ""}, {"c.png", "\x89PNG\r\n\x1a\n"}});
    CHECK(tab.view.error->what == "3 files cannot be read");
    CHECK(tab.view.error->where.find("c.png: This is a picture") != std::string::npos);
    auto files = two_mails();
    files.emplace_back("a.pdf", "%PDF-1.7 whatever");
    tab.drop(files);
    CHECK_FALSE(tab.view.error);
    CHECK(tab.document.intake->refused().size() == 1);
    CHECK(tab.document.intake->files().size() == 2);
    tab.act(action::RemoveRecords{0});
    plan_intake(tab.world());
    CHECK(tab.document.intake->files().size() == 1);
    tab.act(action::RemoveRecords{0});
    CHECK_FALSE(tab.document.intake);
    CHECK(open_id(tab.document) == id);
}

TEST_CASE("a workbook of deals goes to the tables with a choice of sheet, one of contacts to the people or to the tables") {
    IntakeTab tab;
    tab.drop({{"deals.xlsx", workbook_of({{"Notes", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Hello</t></is></c></row>"},
                                          {"Deals", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Deal Name</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Account Name</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>Amount</t></is></c></row>"
                                                    "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Pilot</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>Kestrel, \"Inc\"</t></is></c><c r=\"C2\"><v>41500</v></c></row>"}})}});
    REQUIRE(tab.document.import);
    CHECK_FALSE(tab.document.intake);
    const auto work = [&] {
        while (tab.document.import->work({}, revision_of_deals(tab.document))) {}
    };
    work();
    const auto& table = tab.document.import->tables().front();
    CHECK(table.sheet == 1);
    REQUIRE(table.file);
    CHECK(table.file->table.rows.front()[1] == "Kestrel, \"Inc\"");
    tab.act(action::ChooseSheet{0, 0});
    work();
    CHECK(tab.document.import->tables().front().sheet == 0);
    tab.act(action::ChooseSheet{0, 7}); // there is none
    CHECK(tab.document.import->tables().front().sheet == 0);

    const auto contacts = workbook_of({{"People", "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>First Name</t></is></c><c r=\"B1\" t=\"inlineStr\"><is><t>Last Name</t></is></c><c r=\"C1\" t=\"inlineStr\"><is><t>E-mail Address</t></is></c><c r=\"D1\" t=\"inlineStr\"><is><t>Company</t></is></c></row>"
                                                  "<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>Dana</t></is></c><c r=\"B2\" t=\"inlineStr\"><is><t>Ortiz</t></is></c><c r=\"C2\" t=\"inlineStr\"><is><t>dana@kestrel.example</t></is></c><c r=\"D2\" t=\"inlineStr\"><is><t>Kestrel</t></is></c></row>"}});
    tab.drop({{"people.xlsx", contacts}});
    REQUIRE(tab.document.intake);
    CHECK(tab.view.imports.records);
    CHECK(tab.proposals().list.size() == 1);
    tab.act(action::UseAsTable{0});
    CHECK_FALSE(tab.document.intake);
    CHECK(tab.document.import->tables().size() == 2);
}

TEST_CASE("tables and mails dropped together are both there, and each is taken by itself") {
    IntakeTab tab;
    const auto id = tab.start("Routing");
    auto files = two_mails();
    for (const auto& [name, bytes] : files) {
        take_records(tab.world(), readers::read_file(bytes, name, read_options()));
    }
    open_file(tab.world(), "deals.csv", "Deal Name,Account Name,Amount\nPilot,Kestrel,41500\n");
    hear_of_reading(tab.world(), {}, 0);
    plan_intake(tab.world());
    CHECK(tab.view.imports.records);
    tab.act(action::TakeProposals{});
    CHECK(screen_of(tab.document) == Screen::imports);
    CHECK(tab.document.import);
    const DealId made = tab.document.entries.front().deal.id;
    tab.act(action::CancelImport{});
    CHECK(screen_of(tab.document) == Screen::deal);
    CHECK((made == id || tab.document.entries.size() == 2));
}

TEST_CASE("what is being read is known, and is over with the last one or when it is given up") {
    IntakeTab tab;
    hear_of_reading(tab.world(), "big.mbox", 3);
    tab.platform.clock_ms += 500;
    hear_of_reading(tab.world(), "next.eml", 2);
    REQUIRE(tab.view.imports.reading);
    CHECK(tab.view.imports.reading->name == "next.eml");
    CHECK(tab.view.imports.reading->since_ms == 1000);
    hear_of_reading(tab.world(), {}, 0);
    CHECK_FALSE(tab.view.imports.reading);
    CHECK_FALSE(tab.document.intake);
}

TEST_CASE("a deal that changes or goes away meanwhile is looked at anew, and the seller's own addresses are kept") {
    IntakeTab tab;
    const auto id = tab.start("Routing");
    tab.drop(two_mails());
    const auto count = tab.proposals().list.size();
    tab.act(action::SetOwnAddresses{"nora@seller.example; nw@other.example and rubbish"});
    CHECK(tab.document.settings.own_addresses == std::vector<std::string>{"nora@seller.example", "nw@other.example"});
    plan_intake(tab.world());
    CHECK(tab.proposals().list.size() == count);
    tab.act(action::ChooseProposals{{}, false});
    CHECK(tab.document.intake->chosen().empty());
    tab.act(action::TakeProposals{});
    CHECK(tab.document.intake);
    CHECK(tab.deal(id).interactions.empty());
    tab.act(action::ChooseProposals{{}, true});
    tab.act(action::RemoveDeal{id});
    plan_intake(tab.world());
    CHECK(tab.document.intake->deal().empty());
    tab.act(action::TakeProposals{});
    CHECK(tab.document.entries.front().deal.interactions.size() == 2);
}
