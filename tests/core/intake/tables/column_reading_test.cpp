// What the cells of whole tables say together, and what is asked or said where they do not say it.
#include "core/intake/tables/column_reading.hpp"

#include "core/intake/tables/import_changes.hpp"
#include "core/model/names.hpp"
#include "tests/support/import_files.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

struct Seen {
    ImportFiles files;
    ImportChanges changes;

    explicit Seen(std::string bytes) {
        files.add("t.csv", std::move(bytes));
        changes = planned(files, {}, {.open_only = false});
    }
    // "$120,000 $45,000 -": the amounts in the order of the rows.
    std::string amounts() const {
        std::string words;
        for (const auto& deal : changes.added) words += (words.empty() ? "" : " ") + (deal.amount ? format_money(*deal.amount) : std::string("-"));
        return words;
    }
    std::vector<std::string> said() const {
        std::vector<std::string> lines;
        for (const auto& problem : changes.problems) lines.push_back(problem.where() + ": " + problem.error.what);
        return lines;
    }
    DecimalFinding decimals() const { return decimal_sign_of(files.tables.front().table, files.list.front().mapping); }
};

}

TEST_CASE("one cell with a unit does not make all others decimals", "[import]") {
    const Seen seen("My pipeline - updated by Kim on Friday,,,,,,\n,,,,,,\nCustomer,Project,Value,Expected,Contact,Status,Notes\nHarbor Clinics,Scheduling,\"$120,000\",Q3,\"Okonkwo, Ada\",hot,call her back\n"
                    ",Scheduling phase 2,\"$45k\",Q4 2026,\"Okonkwo, Ada\",warm,\n,,,,,,\nTidewater School District,Laptops,\"\u20ac 1,2 Mio\",end of August,\"de la Cruz, Mar\u00eda\",?,board votes in Aug\n"
                    "Lark & Sons,Website,TBD,next year,Lark,cold,\nPinecrest,Phones,\"\u00a3 8 500\",2026-09,\"O'Neill, Sean\",hot,\"says \"\"maybe\"\"\"\n,,,,,,\nTotal,,\"$173,500\",,,,\n");
    CHECK(seen.amounts() == "$120,000 $45,000 \u20ac1,200,000 - \u00a38,500");
    CHECK(seen.changes.added.front().stakeholders.front().name == "Ada Okonkwo");
    CHECK(seen.changes.added.back().stakeholders.front().name == "Sean O'Neill");
    // The column of days that are none is not passed over without a word.
    REQUIRE(seen.said().size() == 1);
    CHECK(seen.said().front() == "t.csv, Expected: Days such as \"Q3\" are not exact, so the column is not taken");
}

TEST_CASE("three digits behind a sign are asked about where too little shows what it is", "[import]") {
    const Seen one("Deal,Account,Amount\nA,X,\"1,5\"\nB,Y,\"120,000\"\n");
    CHECK(one.decimals().in_doubt);
    CHECK(one.decimals().example == "120,000");
    CHECK(one.decimals().column == "Amount");
    CHECK(one.amounts() == "\u20ac1.50 -");
    CHECK(one.said() == std::vector<std::string>{"t.csv, line 3, Amount: \"120,000\" can be read in two ways, so the amount is left out"});
    const Seen bare("Deal,Account,Amount\nA,X,\"1,5\"\nB,Y,\"2,5\"\nC,Z,3.5\nD,Z,4.5\nE,Z,\"120,000\"\n");
    CHECK(bare.decimals().in_doubt != bare.decimals().sign.has_value());
    // Nothing shows decimals: money has no three of them.
    CHECK(Seen("Deal,Account,Amount\nA,X,\"120,000\"\nB,Y,1.500\n").amounts() == "\u20ac120,000 \u20ac1,500");
    CHECK_FALSE(Seen("Deal,Account,Amount\nA,X,\"120,000\"\nB,Y,1.500\n").decimals().in_doubt);
    // A program that writes three decimals does so often; it is said.
    const Seen many("Deal;Account;Amount\nA;X;1234,500\nB;Y;0,250\nC;Z;3,100\n");
    CHECK(many.amounts() == "\u20ac1,234.50 \u20ac0.25 \u20ac3.10");
    CHECK(many.said().size() == 1);
}

TEST_CASE("a column of codes is the currency of the amounts, whatever it is called", "[import]") {
    CHECK(Seen("Name der Opportunity;Accountname;Betrag;W\u00e4hrung des Betrags;Schlusstermin\nUmbau;M\u00fcller;1.000,50;USD;30.09.2026\nNord;\u00d6ko;2.000,00;USD;15.10.2026\n").amounts() == "$1,000.50 $2,000");
    CHECK(Seen("Deal,Account,Amount,Ccy of it\nA,X,100,USD\nB,Y,200,CHF\n").amounts() == "$100 CHF 200");
    CHECK(Seen("Deal,Account,Amount,One,Two\nA,X,100,USD,CHF\n").amounts() == "\u20ac100");
    CHECK(Seen("Deal,Account,Amount,Land\nA,X,100,DEU\n").amounts() == "\u20ac100");
}

TEST_CASE("the German headings of a Salesforce report", "[import]") {
    const Seen seen("Name der Opportunity;Accountname;Betrag;W\u00e4hrung des Betrags;Schlusstermin\nUmbau;M\u00fcller;1.000,50;USD;30.09.2026\n");
    CHECK(seen.changes.added.front().title == "Umbau");
    CHECK(seen.files.list.front().mapping.system == OriginSystem::salesforce);
}

TEST_CASE("days that are not exact are said only where nothing else says when", "[import]") {
    const TextTable table{{"Deal", "When"}, {{"A", "Q3"}, {"B", "end of August"}, {"C", ""}}};
    TableMapping mapping;
    mapping.fields = {ImportField::title, ImportField::nothing};
    const auto today = *Date::parse("2026-06-16");
    CHECK(vague_days_in(table, mapping, today)->heading == "When");
    mapping.fields[1] = ImportField::notes;
    CHECK_FALSE(vague_days_in(table, mapping, today));
    mapping.fields = {ImportField::close_date, ImportField::nothing};
    CHECK_FALSE(vague_days_in(table, mapping, today));
    CHECK_FALSE(vague_days_in({{"A"}, {}}, {}, today));
}
