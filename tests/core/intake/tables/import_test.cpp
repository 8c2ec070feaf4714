#include "core/intake/tables/import_changes.hpp"

#include "core/model/edit/edit.hpp"
#include "core/model/names.hpp"
#include "tests/support/import_files.hpp"
#include "tests/support/random_deal.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

ImportFiles fixtures(const std::vector<std::string>& names) {
    ImportFiles files;
    for (const auto& name : names) {
        files.add(name, source_file("tests/fixtures/import/" + name));
    }
    return files;
}

const std::vector<std::string> salesforce{"salesforce_opportunities.csv", "salesforce_contacts.csv", "salesforce_roles.csv"};

Date day(std::string_view iso) {
    return *Date::parse(iso);
}

std::vector<std::string> said(const ImportChanges& changes) {
    std::vector<std::string> lines;
    for (const auto& problem : changes.problems) {
        lines.push_back(problem.where() + ": " + problem.error.what);
    }
    return lines;
}

}

TEST_CASE("tables of other programs are recognised", "[import]") {
    struct Expected {
        const char* file;
        OriginSystem system;
        ImportKind kind;
        int known; // columns with a meaning
    };
    using enum ImportKind;
    for (const auto& expected :
         {Expected{"salesforce_opportunities.csv", OriginSystem::salesforce, deals, 9}, Expected{"salesforce_contacts.csv", OriginSystem::salesforce, people, 9},
          Expected{"salesforce_roles.csv", OriginSystem::salesforce, roles, 3}, Expected{"hubspot_deals_de.csv", OriginSystem::hubspot, deals, 11},
          Expected{"hubspot_kontakte_de.csv", OriginSystem::hubspot, people, 9}, Expected{"pipedrive_deals.csv", OriginSystem::pipedrive, deals, 14},
          Expected{"pipedrive_people.csv", OriginSystem::pipedrive, people, 6}, Expected{"ambiguous_dates.csv", OriginSystem::other, deals, 4}}) {
        INFO(expected.file);
        const auto files = fixtures({expected.file});
        const auto& mapping = files.list.front().mapping;
        CHECK(mapping.recognised);
        CHECK(key_of(mapping.system) == key_of(expected.system));
        CHECK(key_of(mapping.kind) == key_of(expected.kind));
        CHECK(std::ranges::count_if(mapping.fields, [](ImportField field) { return field != ImportField::nothing; }) == expected.known);
    }
}

TEST_CASE("opportunities, contacts and roles of Salesforce become deals with people", "[import]") {
    const auto changes = planned(fixtures(salesforce));
    CHECK(changes.added.size() == 4);
    CHECK(changes.closed_left_out == 2);
    CHECK(changes.rows_of_totals == 5);
    CHECK(changes.people_added == 4);
    CHECK(changes.people_without_deal == 1);
    const auto& deal = titled(changes.added, "Delivery planning, 6 depots");
    CHECK(deal.account == "Brightwater Foods");
    CHECK(deal.amount == Money{18400000, "USD"});
    CHECK(deal.seller == "Nora Whitfield");
    CHECK(deal.opened == day("2026-04-28"));
    CHECK(target_of(deal)->date == day("2026-09-30"));
    CHECK(deal.commitments.empty());
    CHECK(deal.origin->id == "0065f00000AbCdE");
    CHECK(named(deal, "Elena Brandt").role == Role::decision_maker);
    CHECK(named(deal, "Elena Brandt").function == Function::executive);
    CHECK(named(deal, "Elena Brandt").contact == "elena.brandt@brightwater.example, +49 40 5550101");
    CHECK(named(deal, "Tom Hadley").function == Function::finance);
    CHECK(named(deal, "Sofia Okafor").role == Role::evaluator);
    // A formula is a text like any other.
    CHECK(titled(changes.added, "+Pilot").account == "=HYPERLINK(\"http://example.org\")");
    CHECK(said(changes) == std::vector<std::string>{"salesforce_opportunities.csv, line 7, Amount: \"$12,0x0\" is not an amount",
                                                 "salesforce_roles.csv, line 6: There is no deal with the ID 0065f00000ZzZzZ",
                                                 "salesforce_roles.csv, line 7: There is no person with the ID 0035f00000Aaa99"});
}

TEST_CASE("closed deals come with their outcome when they are wanted", "[import]") {
    const auto changes = planned(fixtures(salesforce), {}, {.open_only = false});
    CHECK(changes.added.size() == 6);
    CHECK(titled(changes.added, "Fleet telematics").outcome == Outcome(Won{day("2026-06-12")}));
    CHECK(titled(changes.added, "Yard management").outcome == Outcome(NoDecision{day("2026-05-29"), "No Decision / Non-Responsive"}));
}

TEST_CASE("HubSpot in German: semicolons, Windows-1252, UTF-16", "[import]") {
    const auto changes = planned(fixtures({"hubspot_deals_de.csv", "hubspot_kontakte_de.csv"}));
    CHECK(said(changes).empty());
    CHECK(changes.added.size() == 2);
    CHECK(changes.closed_left_out == 1);
    const auto& deal = titled(changes.added, "Lagersteuerung S\u00fcd");
    CHECK(deal.account == "S\u00fcdkorn M\u00fchlen GmbH");
    CHECK(deal.amount == Money{123456700, "EUR"});
    CHECK(target_of(deal)->date == day("2026-09-30"));
    CHECK(deal.opened == day("2026-05-04"));
    CHECK(deal.stakeholders.size() == 1);
    CHECK(named(deal, "Petra M\u00fcller").role == Role::decision_maker);
    CHECK(named(deal, "Petra M\u00fcller").function == Function::executive);
    const auto& other = titled(changes.added, "Tourenplanung");
    CHECK(other.stakeholders.size() == 2);
    CHECK(named(other, "Anke Gro\u00df").function == Function::procurement);
    CHECK(named(other, "Kai B\u00f6hm").role == Role::user);
    // Without the file of the contacts their names and addresses are in the deals.
    const auto alone = planned(fixtures({"hubspot_deals_de.csv"}));
    CHECK(named(titled(alone.added, "Tourenplanung"), "Kai B\u00f6hm").contact == "kai.boehm@nordfracht.example");
}

TEST_CASE("Pipedrive deals and persons", "[import]") {
    const auto changes = planned(fixtures({"pipedrive_deals.csv", "pipedrive_people.csv"}));
    CHECK(said(changes).empty());
    CHECK(changes.added.size() == 2);
    const auto& deal = titled(changes.added, "Cold chain monitoring");
    CHECK(deal.amount == Money{7550000, "GBP"});
    CHECK(named(deal, "Ruth Fenwick").title == "Owner");
    CHECK(named(deal, "Ruth Fenwick").origin->id == "71");
    CHECK(titled(changes.added, "Dock scheduling").amount == Money{1200050, "GBP"});
    CHECK_FALSE(target_of(titled(changes.added, "Dock scheduling")));
}

TEST_CASE("a table of nobody in particular asks how its dates are written", "[import]") {
    auto files = fixtures({"ambiguous_dates.csv"});
    const auto finding = date_order_of(files.tables.front().table, files.list.front().mapping);
    CHECK_FALSE(finding.order);
    CHECK(finding.example == "03/04/2027");
    files.list.front().mapping.dates = DateOrder::dmy;
    CHECK(target_of(titled(planned(files).added, "Sheeting line"))->date == day("2027-04-03"));
    files.list.front().mapping.dates = DateOrder::mdy;
    CHECK(target_of(titled(planned(files).added, "Sheeting line"))->date == day("2027-03-04"));
}

TEST_CASE("imported again nothing changes, whatever the order of the files", "[import]") {
    const std::vector<std::vector<std::string>> sets{
        salesforce, {"hubspot_deals_de.csv", "hubspot_kontakte_de.csv"}, {"pipedrive_people.csv", "pipedrive_deals.csv"}};
    for (const auto& names : sets) {
        auto order = names;
        std::ranges::sort(order);
        const auto first = planned(fixtures(order));
        do {
            const auto changes = planned(fixtures(order));
            CHECK(changes.added == first.added);
            CHECK(said(changes) == said(first));
            const auto again = planned(fixtures(order), first.added, {}, today() + 3);
            CHECK(again.added.empty());
            CHECK(again.updated.empty());
            CHECK(again.unchanged >= static_cast<int>(first.added.size()));
        } while (std::ranges::next_permutation(order).found);
    }
}

TEST_CASE("a person whom one table has a number for and another only a name is one person, whichever comes first", "[import]") {
    const auto both = planned(fixtures({"pipedrive_deals.csv", "pipedrive_people.csv"}));
    const auto deals = fixtures({"pipedrive_deals.csv"});
    CHECK(planned(deals, both.added).updated.empty());
    const auto by_name = planned(deals);
    const auto later = planned(fixtures({"pipedrive_deals.csv", "pipedrive_people.csv"}), by_name.added);
    CHECK(later.people_added == 0);
    const auto& deal = titled(later.updated, "Cold chain monitoring");
    REQUIRE(deal.stakeholders.size() == 1);
    CHECK(deal.stakeholders[0].origin->id == "71");
    CHECK(deal.stakeholders[0].title == "Owner");
}

TEST_CASE("contacts and roles may come after the deals", "[import]") {
    const auto deals = planned(fixtures({"salesforce_opportunities.csv"}));
    CHECK(deals.people_added == 0);
    const auto changes = planned(fixtures({"salesforce_roles.csv", "salesforce_contacts.csv"}), deals.added);
    CHECK(changes.added.empty());
    CHECK(changes.updated.size() == 2);
    CHECK(named(titled(changes.updated, "Delivery planning, 6 depots"), "Tom Hadley").role == Role::decision_maker);
}

TEST_CASE("what was edited by hand stays, the rest follows the file", "[import]") {
    auto deals = planned(fixtures(salesforce)).added;
    auto& deal = deals.front();
    REQUIRE(deal.title == "Delivery planning, 6 depots");
    deal.amount = Money{20000000, "USD"};
    deal.stakeholders[0].role = Role::approver;
    const auto removed = deal.stakeholders[1];
    deal = *apply(deal, edit::RemoveStakeholder{removed.id}, today());

    auto text = source_file("tests/fixtures/import/salesforce_opportunities.csv");
    const auto replace = [&](std::string_view what, std::string_view with) { text.replace(text.find(what), what.size(), with); };
    replace("$184,000.00", "$190,000.00");
    replace("9/30/2026", "10/15/2026");
    ImportFiles files = fixtures({"salesforce_contacts.csv", "salesforce_roles.csv"});
    files.add("salesforce_opportunities.csv", text);
    const auto later = today() + 5;
    const auto changes = planned(files, deals, {}, later);
    REQUIRE(changes.updated.size() == 1);
    const auto& updated = changes.updated.front();
    CHECK(updated.amount == Money{20000000, "USD"});
    CHECK(target_of(updated)->date == day("2026-10-15"));
    CHECK(updated.targets.size() == 2); // how it slipped is kept
    CHECK(updated.stakeholders[0].role == Role::approver);
    CHECK(updated.stakeholders.size() == 2); // who was removed by hand stays away
    CHECK(std::ranges::count(changes.problems, ProblemKind::yours_stays, &ImportProblem::kind) == 1);

    const auto forced = planned(files, deals, {.overwrite = true}, later);
    REQUIRE(forced.updated.size() == 1);
    CHECK(forced.updated.front().amount == Money{19000000, "USD"});
    CHECK(forced.updated.front().stakeholders[0].role == Role::decision_maker);
    CHECK(forced.updated.front().stakeholders.size() == 3);
}

TEST_CASE("a deal that was made by hand is known again by its names", "[import]") {
    Random random(3);
    auto own = random_deal(random);
    own.sample = false;
    own.outcome = Open{};
    own.title = "driver app";
    own.account = "Harrow & Pike Ltd.";
    own.amount.reset();
    const auto changes = planned(fixtures(salesforce), {own});
    CHECK(changes.added.size() == 3);
    REQUIRE(changes.updated.size() == 1);
    CHECK(changes.updated.front().id == own.id);
    CHECK(changes.updated.front().title == "driver app");
    CHECK(changes.updated.front().commitments == own.commitments);
}

TEST_CASE("a deal that the other program closes is closed here", "[import]") {
    const auto deals = planned(fixtures(salesforce)).added;
    auto text = source_file("tests/fixtures/import/salesforce_opportunities.csv");
    text.replace(text.find("Negotiation/Review"), 18, "Closed Won");
    text.replace(text.find("9/30/2026"), 9, "6/29/2026");
    ImportFiles files;
    files.add("opportunities.csv", text);
    const auto changes = planned(files, deals);
    REQUIRE(changes.updated.size() == 1);
    CHECK(changes.updated.front().outcome == Outcome(Won{day("2026-06-29")}));
}

TEST_CASE("people without a deal join those of their account when that is wanted", "[import]") {
    ImportFiles files;
    files.add("deals.csv", "Opportunity ID,Opportunity Name,Account Name,Stage,Close Date\n1,A,Kestrel,Open,2027-01-31\n2,B,Alder,Open,2027-01-31\n");
    files.add("people.csv", "First Name,Last Name,Email,Account Name\nAda,Lund,ada@kestrel.example,kestrel\nBo,Ek,bo@nowhere.example,Nowhere\n");
    CHECK(planned(files).people_without_deal == 2);
    const auto changes = planned(files, {}, {.people_by_account = true});
    CHECK(changes.people_without_deal == 1);
    CHECK(named(titled(changes.added, "A"), "Ada Lund").contact == "ada@kestrel.example");
}

TEST_CASE("rows that cannot be used are named, and the others are taken", "[import]") {
    ImportFiles files;
    files.add("list.csv", "Deal,Customer,Value,Status,Expected close date\n"
                          "A,Kestrel,100,open,31.12.2026\n"
                          ",,5,open,\n"
                          "B,Kestrel,-3,open,2026-13-01\n"
                          "C,Kestrel\n"
                          "A,Kestrel,100,open,31.12.2026\n"
                          "Total,,105,,\n");
    const auto changes = planned(files);
    CHECK(changes.added.size() == 3);
    CHECK(changes.rows == 5);
    CHECK(changes.rows_skipped == 2);
    CHECK(changes.rows_of_totals == 1);
    CHECK(said(changes) == std::vector<std::string>{"list.csv: 1 row is shorter than the headings: what is not there is taken as empty", "list.csv, line 3, Deal: The deal has no title and no account",
                                                 "list.csv, line 4, Value: \"-3\" is below zero, and no amount of a deal is",
                                                 "list.csv, line 4, Expected close date: \"2026-13-01\" is not a date",
                                                 "list.csv, line 6: The same deal is already in line 2"});
}

TEST_CASE("files that each say a part of the same deals are joined by their ids", "[import]") {
    ImportFiles files;
    files.add("a.csv", "Deal ID,Deal,Account\n1,A,Kestrel\n2,B,Alder\n");
    files.add("b.csv", "Deal ID,Account,Amount,Stage\n1,Kestrel,500,Won\n2,Alder,,Demo\n");
    const auto changes = planned(files, {}, {.open_only = false});
    CHECK(changes.added.size() == 2);
    CHECK(changes.rows_skipped == 0);
    CHECK(questions_of(changes, {}).empty());
    CHECK(titled(changes.added, "A").amount == Money{50000, "EUR"});
    CHECK(std::holds_alternative<Won>(titled(changes.added, "A").outcome));
}

TEST_CASE("a report with a row for each person makes one deal of them", "[import]") {
    ImportFiles files;
    files.add("report.csv", "Opportunity ID,Opportunity Name,Account Name,Amount,Stage,Contact ID,First Name,Last Name,Title,Email,Role\n"
                            "7,A,Kestrel,EUR 100.00,Proposal,c1,Ada,Lund,CFO,ada@kestrel.example,Decision Maker\n"
                            "7,A,Kestrel,EUR 100.00,Proposal,c2,Bo,Ek,Buyer,bo@kestrel.example,Evaluator\n");
    const auto changes = planned(files);
    REQUIRE(changes.added.size() == 1);
    CHECK(changes.rows_skipped == 0);
    CHECK(named(changes.added.front(), "Bo Ek").role == Role::evaluator);
    CHECK(named(changes.added.front(), "Ada Lund").function == Function::finance);
}
