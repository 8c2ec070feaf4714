// What the rows of a database say of deals: numbers instead of names, days instead of stages.
#include "core/intake/tables/import_changes.hpp"

#include "core/model/origin_values.hpp"
#include "tests/support/import_files.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

// "title | account | amount | outcome", a line a deal.
std::string seen(const ImportChanges& changes) {
    std::string lines;
    for (const auto& deal : changes.added) {
        lines += deal.title + '|' + deal.account + '|' + (deal.amount ? format_money(*deal.amount) : "") + '|' + outcome_text(deal.outcome) + '\n';
    }
    return lines;
}

std::vector<std::string> said(const ImportChanges& changes) {
    std::vector<std::string> lines;
    for (const auto& problem : changes.problems) lines.push_back(problem.where() + ": " + problem.error.message());
    return lines;
}

const ImportOptions with_closed{.open_only = false};

}

TEST_CASE("deals that only have a number are called by it, and it is said", "[import]") {
    ImportFiles files;
    files.add("deals.csv", "deal_id,account_id,deal_value,stage\n7,A1,1200,Proposal\n8,A2,900,Demo\n");
    const auto alone = planned(files);
    CHECK(seen(alone) == "Deal 7||\u20ac1,200|\nDeal 8||\u20ac900|\n");
    CHECK(said(alone) == std::vector<std::string>{"deals.csv: No column says what the deals are called: they are called by their ID. Add the table of the accounts, or say which column has the title."});
    // The same again changes nothing, and a name that was given stays.
    auto mine = alone.added;
    CHECK(planned(files, mine).updated.empty());
    mine.front().title = "Rollout";
    CHECK(planned(files, mine).updated.empty());
    // With the accounts beside it, known as another program's or nobody's, they have those.
    files.add("accounts.csv", "Id,Name,Industry,BillingCity\nA1,Kern GmbH,Steel,Ulm\nA2,Brenn AG,Wood,Bern\n");
    CHECK(seen(planned(files)) == "Deal 7|Kern GmbH|\u20ac1,200|\nDeal 8|Brenn AG|\u20ac900|\n");
}

TEST_CASE("a title in another file counts before the number", "[import]") {
    ImportFiles files;
    files.add("a.csv", "deal_id,deal_value,rep\n7,1200,Lena\n");
    files.add("b.csv", "deal_id,project,stage\n7,Pilot,Demo\n");
    CHECK(seen(planned(files)) == "Pilot||\u20ac1,200|\n");
}

TEST_CASE("where only the day of the end is said, its column says how it ended", "[import]") {
    ImportFiles files;
    files.add("deals.csv", "deal_id,title,created_date,stage_date_proposal,stage_date_closed_won,stage_date_closed_lost\n"
                           "1,Pilot,2025-01-05,2025-02-01,2025-03-01 10:00:00+00:00,\n2,Rollout,2025-01-06,2025-02-01,,2025-04-02\n3,Probe,2025-01-07,2025-02-01,,\n");
    CHECK(seen(planned(files, {}, with_closed)) == "Pilot|||won 2025-03-01\nRollout|||lost 2025-04-02\nProbe|||\n");
}

TEST_CASE("a currency in the heading of the amounts counts before a column about invoices", "[import]") {
    ImportFiles files;
    files.add("deals.csv", "deal_name,company,amount_usd,currency\nPilot,Kern,1200,none yet\nProbe,Brenn,900,COP\n");
    const auto changes = planned(files);
    CHECK(seen(changes) == "Pilot|Kern|$1,200|\nProbe|Brenn|$900|\n");
    CHECK(said(changes).empty());
    ImportFiles sign;
    sign.add("deals.csv", "deal_name,company,Value ($),currency\nPilot,Kern,1200,EUR\n");
    CHECK(seen(planned(sign)) == "Pilot|Kern|\u20ac1,200|\n");
}

TEST_CASE("people whom only a number names are said once", "[import]") {
    ImportFiles files;
    files.add("deals.csv", "deal_id,title,contact_id,stage\n1,Pilot,P1,Demo\n2,Probe,P2,Demo\n3,Rollout,P3,Demo\n");
    CHECK(said(planned(files)) == std::vector<std::string>{"deals.csv: People are named only by an ID, 3 times. Add the file with the contacts."});
    files.add("contacts.csv", "contact_id,first_name,last_name,email\nP1,Ann,Kern,ann@kern.example\n");
    CHECK(said(planned(files)).size() == 2); // now each that is missing
}

TEST_CASE("a few NUL bytes of a database are left out, and it is said", "[import]") {
    std::string text = "deal_name,company,amount\nPilot,Kern,1200\n";
    for (int i = 0; i < 100; ++i) text += "Probe " + std::to_string(i) + ",Brenn and many others,900\n";
    text += "Roll";
    text += '\0';
    text += "out,Kern,100\n";
    ImportFiles files;
    files.add("deals.csv", text);
    const auto changes = planned(files);
    CHECK(titled(changes.added, "Rollout").account == "Kern");
    REQUIRE(said(changes).size() == 1);
    CHECK(said(changes).front().starts_with("deals.csv: In 1 value letters had been garbled on their way"));
}

TEST_CASE("a row of facts is no heading, whatever its words mean elsewhere", "[import]") {
    ImportFiles files;
    files.add("deals.csv", "100,Pilot,1795.00,2025-10-08,Closed Won,Cliente,2015-08-14\n104,Probe,420.00,2025-11-02,Closed Lost,Customer,2015-08-15\n");
    CHECK(files.tables.front().heading_line == 0);
    CHECK(files.tables.front().table.rows.size() == 2);
}

TEST_CASE("a row that was written over with the headings is passed over", "[import]") {
    ImportFiles files;
    files.add("deals.csv", "Deal,Client,Stage,Amount,Closing Date\nPilot,Kern,Demo,1200,2026-12-01\nNote,,Stage,Amount,Closing Date\nStage,Brenn,Demo,900,2026-12-02\n");
    CHECK(seen(planned(files)) == "Pilot|Kern|\u20ac1,200|\nStage|Brenn|\u20ac900|\n");
    CHECK(files.tables.front().repeated_headings == 1);
}

TEST_CASE("an ID of another program's record is no account, and one of noughts is none", "[import]") {
    ImportFiles files;
    files.add("deals.csv", "Id,Name,StageName,Amount,CloseDate,ContactId,Partner__c,LeadSource,ForecastCategoryName\n"
                           "0068a00001JMUl0AAH,Pilot,Proposal,1200,2026-12-01,000000000000000AAA,0018a000023hvGyAAI,,\n"
                           "0068a00001JMUl1AAH,Probe,Proposal,900,2026-12-02,000000000000000AAA,0018a000024zB8PAAU,,\n");
    const auto changes = planned(files);
    CHECK(seen(changes) == "Pilot||\u20ac1,200|\nProbe||\u20ac900|\n");
    CHECK(said(changes).empty());
}

TEST_CASE("accounts of nobody in particular are found by Salesforce's IDs, which its own tables have shorter", "[import]") {
    ImportFiles files;
    files.add("accounts.csv", "AccountId,AccountName,Industry,Region\n0011A00000bvc8vQAA,Kern GmbH,Steel,South\n");
    files.add("opportunities.csv", "OpportunityId,OpportunityName,AccountId,CloseDate,StageName\n0061A00000abc6QAA,Pilot,0011A00000bvc8vQAA,2026-12-01,Proposal\n");
    CHECK(seen(planned(files)) == "Pilot|Kern GmbH||\n");
}

TEST_CASE("of a stage that is a number, and of what is not won, it is asked how it ended", "[import]") {
    const auto questions = [](const ImportChanges& changes, const ImportOptions& options) {
        std::string all;
        for (const auto& question : questions_of(changes, options)) all += question.text + '\n';
        return all;
    };
    ImportFiles numbers;
    numbers.add("deals.csv", "dealname,dealstage,amount\nPilot,95180904,100\nProbe,95180904,200\nRollout,closedlost,300\n");
    auto changes = planned(numbers, {}, with_closed);
    CHECK(questions(changes, with_closed).contains("\"95180904\" (2 rows)"));
    auto answered = with_closed;
    answered.words = {{"95180904", ImportedOutcome::open}};
    changes = planned(numbers, {}, answered);
    CHECK(questions(changes, answered).empty());
    CHECK(changes.added.size() == 3);
    ImportFiles flags;
    flags.add("deals.csv", "Id,Name,IsWon,CreatedDate\n1,Pilot,1,2025-01-05\n2,Probe,0,2025-01-06\n");
    CHECK(questions(planned(flags, {}, with_closed), with_closed).contains("\"0\""));
    answered.words = {{"0", ImportedOutcome::lost}};
    CHECK(seen(planned(flags, {}, answered)) == "Pilot|||won 2025-01-05\nProbe|||lost 2025-01-06\n");
}
