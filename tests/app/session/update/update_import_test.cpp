// Tables that are dropped on the window, from being looked at to being taken back.
#include "app/session/imports.hpp"
#include "app/session/shipped.hpp"
#include "app/session/update/update_import.hpp"
#include "app/viewmodel/imports_data.hpp"
#include "app/ui/pages.hpp"
#include "core/files/json.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/app/tab.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using middleground::test::source_file;
using middleground::test::Tab;

namespace {

constexpr auto files = {"salesforce_roles.csv", "salesforce_contacts.csv", "salesforce_opportunities.csv"};

struct Importing : Tab {
    Importing() {
        auto shipped = read_shipped();
        document.playbooks = std::move(shipped.playbooks);
    }

    void drop(const std::string& name, std::string text = {}) {
        if (text.empty()) text = source_file("tests/fixtures/import/" + name);
        open_file(world(), name, text);
    }
    // As between frames, until nothing is left to do.
    void work() {
        std::vector<const Deal*> deals;
        for (const auto& entry : document.entries) {
            deals.push_back(&entry.deal);
        }
        while (document.import->work(deals, revision_of_deals(document))) {}
    }
    void import_all() {
        for (const auto* file : files) {
            drop(file);
        }
        work();
        act(action::TakeImport{});
    }
    std::vector<Deal> deals() const {
        std::vector<Deal> all;
        for (const auto& entry : document.entries) {
            all.push_back(entry.deal);
        }
        return all;
    }
};

}

TEST_CASE("dropped tables are looked at, taken with one action, and taken back with one undo") {
    Importing tab;
    tab.start("Pilot");
    const auto before = tab.deals();
    for (const auto* file : files) {
        tab.drop(file);
    }
    CHECK(screen_of(tab.document) == Screen::imports);
    CHECK(tab.document.import->is_reading());
    tab.act(action::TakeImport{}); // too early
    CHECK(tab.deals() == before);
    tab.work();
    REQUIRE(tab.document.import->changes());
    CHECK(import_title(*tab.document.import) == "4 deals to import");
    CHECK(tab.deals() == before);
    tab.act(action::TakeImport{});
    CHECK(screen_of(tab.document) == Screen::deals);
    CHECK(tab.document.entries.size() == 5);
    CHECK(tab.document.entries.front().deal.title == "Delivery planning, 6 depots");
    tab.save_all();
    const auto stored = tab.platform.storage->texts.size();
    const auto after = tab.deals();

    tab.act(action::Undo{});
    CHECK(tab.deals() == before);
    tab.save_all();
    CHECK(tab.platform.storage->texts.size() == stored - 4);
    tab.act(action::Redo{});
    CHECK(tab.deals() == after);
    tab.save_all();
    CHECK(tab.platform.storage->texts.size() == stored);
}

TEST_CASE("an import that changes deals is taken back too, and one that changes nothing offers nothing") {
    Importing tab;
    tab.import_all();
    const auto before = tab.deals();
    for (const auto* file : files) {
        tab.drop(file);
    }
    tab.work();
    CHECK(import_title(*tab.document.import) == "Nothing has changed since the last import");
    tab.act(action::CancelImport{});
    CHECK_FALSE(tab.document.import);

    auto text = source_file("tests/fixtures/import/salesforce_opportunities.csv");
    text.replace(text.find("9/30/2026"), 9, "10/9/2026");
    tab.drop("opportunities.csv", text);
    tab.work();
    CHECK(import_button(*tab.document.import->changes()) == "Update 1 deal");
    tab.act(action::TakeImport{});
    CHECK(tab.deals() != before);
    tab.act(action::Undo{});
    CHECK(tab.deals() == before);
}

TEST_CASE("a plan that the list of deals has outgrown is worked out anew") {
    Importing tab;
    tab.drop("salesforce_opportunities.csv");
    tab.work();
    const auto there = tab.document.import->changes()->added.front();
    Entry entry;
    entry.deal = there;
    entry.revision = tab.document.next_revision++;
    tab.document.entries.push_back(std::move(entry));
    tab.act(action::TakeImport{});
    CHECK(tab.document.entries.size() == 1);
    tab.work();
    CHECK(tab.document.import->changes()->added.size() == 3);
}

TEST_CASE("files that are no tables say so, and go away one by one") {
    Importing tab;
    tab.drop("deals.xlsx", "PK\x03\x04 and more");
    tab.drop("pipedrive_deals.csv");
    tab.work();
    REQUIRE(tab.document.import->tables().size() == 2);
    CHECK(tab.document.import->tables()[0].error->what == "This is a workbook, not a text table");
    CHECK(tab.document.import->changes()->added.size() == 2);
    tab.act(action::RemoveTable{0});
    tab.act(action::RemoveTable{0});
    CHECK_FALSE(tab.document.import);
    // A deal that was saved under the name of a table is still a deal.
    CHECK_FALSE(is_table("deal.txt", "{\"middleground\": 1}"));
    CHECK(is_table("Deals.CSV", "a,b"));
    // What was pasted has no ending.
    CHECK(is_table("Pasted text", "Account,Title,Amount\nAcme,Pilot,1200\n"));
    CHECK_FALSE(is_table("Pasted text", "{\"a\": 1,\n\"b\": 2}"));
    CHECK_FALSE(is_table("Pasted text", "Nora, thank you,\nwe meet on Monday, then.\n"));
    CHECK_FALSE(is_table("deal.json", "Account,Title,Amount\nAcme,Pilot,1200\n"));
}

TEST_CASE("deals that do not fit are said so before") {
    CHECK(import_too_large(1000, {0, {}}).empty());
    CHECK(import_too_large(1000, {0, 2000}).empty());
    CHECK(import_too_large(3000000, {1000000, 5000000}).starts_with("These deals need about 6.0 MB, but only 4.0 MB is left"));
}

TEST_CASE("an imported deal is planned with one action") {
    Importing tab;
    tab.import_all();
    tab.act(action::OpenDeal{tab.document.entries.front().deal.id, Screen::deal});
    tab.act(action::PlanDeal{"ten-commitments"});
    const auto& deal = tab.document.entries.front().deal;
    CHECK(deal.commitments.size() == 10);
    CHECK(deal.playbook == "ten-commitments");
    CHECK(deal.stakeholders.size() == 3);
    tab.act(action::PlanDeal{"rfp"});
    CHECK(tab.view.error->what == "The deal already has a plan");
    tab.act(action::Undo{});
    CHECK(tab.document.entries.front().deal.commitments.empty());
}

TEST_CASE("Import: columns, the question of dates, what comes of it") {
    Importing tab;
    tab.drop("ambiguous_dates.csv");
    tab.work();
    for (const auto size : {ImVec2(1440, 900), ImVec2(390, 844)}) {
        PageFixture page(size);
        page.document.import = tab.document.import;
        page.draw(draw_imports);
        CHECK(page.shows("One question first"));
        CHECK(page.says("Does 03/04/2027 begin with the day or the month?"));
        page.press("Month first", draw_imports);
        CHECK(page.action<action::MapTable>().mapping.dates == DateOrder::mdy);
        if (size.x > 1000) tab.act(page.action<action::MapTable>());
        if (size.x > 1000) {
            tab.work();
            page.draw(draw_imports);
            page.press("Import 2 deals", draw_imports);
            CHECK(page.has_action<action::TakeImport>());
            auto mapping = tab.document.import->tables()[0].mapping;
            mapping.dates.reset();
            tab.act(action::MapTable{0, mapping});
        }
    }
}

TEST_CASE("Import: what may be a thousand times as much is asked about before anything is taken") {
    Importing tab;
    tab.drop("list.csv", "Deal,Account,Amount\nPilot,Kern,\"1,5\"\nTrial,Brenn,\"120,000\"\n");
    tab.work();
    REQUIRE(tab.document.import->question());
    CHECK(tab.document.import->question()->text == "list.csv: Say whether a point or a comma begins the decimals: 120,000 can be read in two ways.");
    CHECK_FALSE(tab.document.import->changes());
    const auto& table = tab.document.import->tables()[0];
    tab.act(action::MapTable{0, with_decimals(table.mapping, static_cast<int>(DecimalSign::point))});
    tab.work();
    REQUIRE(tab.document.import->changes());
    CHECK(tab.document.import->changes()->added.back().amount == Money{12000000, "EUR"});
}

TEST_CASE("Import: how a table is read is chosen above it, and read again at once") {
    Importing tab;
    tab.drop("list.csv", "Deal;Account;Amount\nPilot;M\xfcller;1.500\n");
    tab.work();
    PageFixture page;
    page.document.import = tab.document.import;
    page.draw(draw_imports);
    for (const auto* words : {"Encoding", "Separator", "Headings", "Decimals", "Pilot", "M\u00fcller"}) {
        INFO(words);
        CHECK(page.says(words));
    }
    CHECK(tab.document.import->changes()->added.front().amount == Money{150000, "EUR"});
    const auto& table = tab.document.import->tables()[0];
    CHECK(encoding_choice(table).names[static_cast<std::size_t>(encoding_choice(table).chosen)] == "Windows-1252, Western Europe");
    CHECK(separator_choice(table).chosen == 1);
    CHECK(heading_choice(table).chosen == 1);
    CHECK(decimal_choice(table).chosen == -1);
    tab.act(action::MapTable{0, with_decimals(table.mapping, static_cast<int>(DecimalSign::point))});
    tab.work();
    CHECK(tab.document.import->changes()->added.front().amount == Money{150, "EUR"});
    tab.act(action::ChooseReading{0, with_separator(tab.document.import->tables()[0].choices, 2)});
    tab.work();
    CHECK(tab.document.import->question()->text.starts_with("list.csv: "));
    tab.act(action::ChooseReading{0, with_encoding({}, 0)});
    tab.work();
    CHECK(tab.document.import->tables()[0].error->what == "The file is not written in UTF-8");
    tab.act(action::ChooseReading{0, {}});
    tab.work();
    CHECK(tab.document.import->changes()->added.size() == 1);
}

TEST_CASE("Import: a word that nobody knows is asked once") {
    Importing tab;
    const std::string text = "Deal,Account,Stage\nA,X,Closed\nB,Y,Demo\n";
    tab.drop("list.csv", text);
    tab.work();
    REQUIRE(tab.document.import->changes()->added.size() == 1);
    CHECK(tab.document.import->changes()->rows_waiting == 1);
    PageFixture page;
    page.document.import = tab.document.import;
    page.draw(draw_imports);
    CHECK(page.says("Words that nobody knows yet"));
    CHECK(import_title(*tab.document.import) == "1 deal to import, 1 word needs an answer");
    auto options = tab.document.import->options();
    options.words.push_back({"Closed", ImportedOutcome::won});
    options.open_only = false;
    tab.act(action::SetImportOptions{options});
    tab.work();
    CHECK(tab.document.import->changes()->added.size() == 2);
    CHECK(tab.document.settings.import_words == options.words);
    // The next table with that word.
    tab.act(action::CancelImport{});
    tab.drop("other.csv", text);
    tab.work();
    CHECK(tab.document.import->changes()->rows_waiting == 0);
}

TEST_CASE("Import: several rows of one deal are asked about") {
    Importing tab;
    tab.drop("history.csv", "Deal ID,Deal,Account,Amount\n1,A,X,5\n1,A,X,7\n");
    tab.work();
    CHECK(import_title(*tab.document.import) == "1 deal to import, 1 question is open");
    PageFixture page;
    page.document.import = tab.document.import;
    page.draw(draw_imports);
    page.press("The first", draw_imports);
    tab.act(page.action<action::SetImportOptions>());
    tab.work();
    CHECK(import_title(*tab.document.import) == "1 deal to import");
    CHECK(tab.document.import->changes()->added.front().amount == Money{500, "EUR"});
}

TEST_CASE("Import: a table without headings is agreed to") {
    Importing tab;
    tab.drop("list.csv", "Pilot,Kern GmbH,12000,2026-11-30\nRollout,Brenn AG,9000,2026-12-15\n");
    tab.work();
    CHECK(tab.document.import->question());
    PageFixture page;
    page.document.import = tab.document.import;
    page.draw(draw_imports);
    page.press("They are right", draw_imports);
    tab.act(page.action<action::MapTable>());
    tab.work();
    CHECK(tab.document.import->changes()->added.size() == 2);
}
