// Kinds of tables that sellers have, one small case each, as far as their deals.
#include "core/intake/tables/import_changes.hpp"

#include "core/model/names.hpp"
#include "core/model/origin_values.hpp"
#include "tests/support/import_files.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

// "title | account | amount | target | outcome", a line a deal.
std::string seen(const std::vector<Deal>& deals) {
    std::string lines;
    for (const auto& deal : deals) {
        const auto target = target_of(deal);
        lines += deal.title + '|' + deal.account + '|' + (deal.amount ? format_money(*deal.amount) : "") + '|' + (target && target->date ? target->date->iso() : "") + '|' +
                 outcome_text(deal.outcome).substr(0, outcome_text(deal.outcome).find(' ')) + '\n';
    }
    return lines;
}

struct Read {
    ImportFiles files;
    ImportChanges changes;

    explicit Read(std::string bytes, ImportOptions options = {.open_only = false}, const TableChoices& choices = {}) {
        files.add("table.csv", std::move(bytes), choices);
        changes = planned(files, {}, options);
    }
    const FileTable& file() const { return files.tables.front(); }
    std::string deals() const { return seen(changes.added); }
    std::vector<std::string> said() const {
        std::vector<std::string> lines;
        for (const auto& problem : changes.problems) lines.push_back(problem.where() + ": " + problem.error.what);
        return lines;
    }
};

}

TEST_CASE("the separator that Excel writes into the first line is obeyed", "[import]") {
    const Read read("sep=;\r\nDeal;Account;Amount;Expected close date\r\nProbe, A;Kern;15000;2026-11-30\r\n");
    CHECK(read.deals() == "Probe, A|Kern|\u20ac15,000|2026-11-30|\n");
    CHECK(read.file().separator == ';');
    CHECK(read.file().heading_line == 2);
    CHECK(read.file().lines == std::vector{3});
    CHECK(Read("\"sep=|\"\nDeal|Account\nA|B\n").deals() == "A|B|||\n");
}

TEST_CASE("commas in notes do not make them the separator", "[import]") {
    const Read read("Deal;Account;Amount;Notes\nProbe;Kern;15000;Eins, zwei, drei, vier, f\u00fcnf, sechs.\nAusbau;Brenn;9000;a, b, c, d, e\n");
    CHECK(read.deals() == "Probe|Kern|\u20ac15,000||\nAusbau|Brenn|\u20ac9,000||\n");
    CHECK(read.changes.added.front().notes.starts_with("Eins, zwei"));
}

TEST_CASE("quotes that are escaped with a backslash, and nothing written as a database writes it", "[import]") {
    const Read read("\"Deal\",\"Account\",\"Amount\",\"Expected close date\"\n\"Screen of 27\\\"\",\"Kern\",\"342.00000000\",\\N\n\"Probe\",\"C:\\\\x\",\"800.00000000\",NULL\n");
    CHECK(read.deals() == "Screen of 27\"|Kern|\u20ac342||\nProbe|C:\\x|\u20ac800||\n");
    CHECK(read.said().empty());
}

TEST_CASE("inches in plain values stand for themselves", "[import]") {
    CHECK(Read("Deal\tAccount\tAmount\nScreen 27\"\tKern\t300\nProbe\tBrenn 5\"\t100\n").deals() == "Screen 27\"|Kern|\u20ac300||\nProbe|Brenn 5\"|\u20ac100||\n");
}

TEST_CASE("lines above the headings and below the rows are passed over", "[import]") {
    const Read read("Open deals of my team,,,,\nAs of 2026-09-01,,,,\n,,,,\nOpportunity Name,Account Name,Stage,Close Date,Amount\n"
                    "Probe,Kern,Proposal,2026-11-30,15000\nGrand Totals (1 record),,,,15000\n,,,,\nConfidential Information - Do Not Distribute,,,,\nCopyright 2026,,,,\n");
    CHECK(read.deals() == "Probe|Kern|\u20ac15,000|2026-11-30|\n");
    CHECK(read.file().heading_line == 4);
    CHECK(read.changes.rows == 1);
    CHECK(read.changes.rows_of_totals == 3);
    CHECK(read.said().empty());
}

TEST_CASE("shorter rows have nothing in the rest, and it is said", "[import]") {
    const Read read("Deal;Account;Amount;Notes\nProbe;Kern;15000\nAusbau;Brenn;9000;;;\n");
    CHECK(read.deals() == "Probe|Kern|\u20ac15,000||\nAusbau|Brenn|\u20ac9,000||\n");
    CHECK(read.said() == std::vector<std::string>{"table.csv: 1 row is shorter than the headings: what is not there is taken as empty"});
}

TEST_CASE("a value with a comma and a blank in it, without quotes, is put together, and it is said", "[import]") {
    const Read read("Deal,Account,Expected close date\nProbe,Kern,March 15th, 2026\nAusbau,Brenn,Friday, March 13, 2026\n");
    CHECK(read.deals() == "Probe|Kern||2026-03-15|\nAusbau|Brenn||2026-03-13|\n");
    CHECK(read.said() == std::vector<std::string>{"table.csv: In 2 rows a value has the separator in it without quotation marks, and was put together by the blank behind it"});
}

TEST_CASE("longer rows are named", "[import]") {
    const Read read("Deal,Account,Amount\nProbe,Kern,1,500\nAusbau,Brenn,9000\n");
    CHECK(read.deals() == "Ausbau|Brenn|\u20ac9,000||\n");
    CHECK(read.said() == std::vector<std::string>{"table.csv, line 2: 4 values in a row under 3 headings"});
}

TEST_CASE("days as numbers of a spreadsheet, and the day that databases write for none", "[import]") {
    CHECK(Read("Deal,Account,Expected close date\nA,K,2026-05-15\nB,L,46157\nC,M,15/05/2026\nD,N,46157.5\n").deals() ==
          "A|K||2026-05-15|\nB|L||2026-05-15|\nC|M||2026-05-15|\nD|N||2026-05-15|\n");
    const Read none("Deal,Account,Expected close date\nA,K,0000-00-00\nB,L,0000-00-00 00:00:00\nC,M,00/00/0000\n");
    CHECK(none.deals() == "A|K|||\nB|L|||\nC|M|||\n");
    CHECK(none.said().empty());
}

TEST_CASE("days as people write them, never a wrong one", "[import]") {
    const Read read("Deal,Account,Expected close date\nA,X,17.03.21\nB,X,17/03/21\nC,X,17-03-21\nD,X,17.03.2021\nE,X,03.17.2021\nF,X,01 NOV 2021\nG,X,14 / 07 / 1994\n"
                    "H,X,2007-4-30 1:6:40.000PM\nI,X,15 de marzo de 2026\nJ,X,15 ene 2026\nK,X,\"March 15th, 2026\"\nL,X,\"Friday, March 13, 2026\"\nM,X,2026\u5e743\u670815\u65e5\n"
                    "N,X,Q3 2026\nO,X,2026-03\nP,X,\"15 Apr, 2021 00:02:00\"\nQ,X,2023-09-26 15:15:00.000000 UTC\nR,X,2567-03-15\nS,X,\"aout 3, 2026\"\nT,X,15 \u043c\u0430\u0440\u0442\u0430 2026 \u0433.\n");
    CHECK(read.deals() == "A|X||2021-03-17|\nB|X||2021-03-17|\nC|X||2021-03-17|\nD|X||2021-03-17|\nE|X||2021-03-17|\nF|X||2021-11-01|\nG|X||1994-07-14|\nH|X||2007-04-30|\n"
                          "I|X||2026-03-15|\nJ|X||2026-01-15|\nK|X||2026-03-15|\nL|X||2026-03-13|\nM|X||2026-03-15|\nN|X|||\nO|X|||\nP|X||2021-04-15|\nQ|X||2023-09-26|\nR|X|||\n"
                          "S|X||2026-08-03|\nT|X||2026-03-15|\n");
    CHECK(read.said() == std::vector<std::string>{"table.csv, line 15, Expected close date: \"Q3 2026\" is not a date",
                                                  "table.csv, line 16, Expected close date: \"2026-03\" is not a date",
                                                  "table.csv, line 19, Expected close date: \"2567-03-15\" is not a date"});
}

TEST_CASE("each column of days has its own order, and one that says both is asked about", "[import]") {
    const Read read("Deal,Account,Created on,Expected close date\nA,X,05/30/2026,04/05/2027\nB,X,06/07/2026,28/05/2027\n");
    CHECK(read.deals() == "A|X||2027-05-04|\nB|X||2027-05-28|\n");
    CHECK(read.changes.added.front().opened == *Date::parse("2026-05-30"));
    ImportFiles files;
    files.add("both.csv", "Deal,Account,Expected close date\nA,X,13/03/2027\nB,X,03/13/2027\nC,X,04/05/2027\n");
    const auto finding = date_order_of(files.tables.front().table, files.list.front().mapping);
    CHECK_FALSE(finding.order);
    CHECK(finding.example == "04/05/2027");
}

TEST_CASE("amounts as people and programs write them", "[import]") {
    const Read read("Deal;Account;Amount\nA;X;1,12\nB;X;4,25\nC;X;1.240.294,00\nD;X;-21.419,06\nE;X;3,100\nF;X;1.234,5678\nG;X;R$ 1.234,56\nH;X;$22,700.00\nI;X;USD 1,234.00\n"
                    "J;X;1\u202f234,56 \u20ac\nK;X;1.2E+05\nL;X;50 lakhs\nM;X;12k\nN;X;CHF 12'500.00\nO;X;10000-15000\nP;X;~5000\nQ;X;1.500\nR;X;3 crore INR\nS;X;1,5 \u043c\u043b\u043d \u0440\u0443\u0431.\nT;X;tbd\n");
    CHECK(read.deals() == "A|X|\u20ac1.12||\nB|X|\u20ac4.25||\nC|X|\u20ac1,240,294||\nD|X|||\nE|X|\u20ac3.10||\nF|X|\u20ac1,234.57||\nG|X|R$1,234.56||\nH|X|$22,700||\nI|X|$1,234||\n"
                          "J|X|\u20ac1,234.56||\nK|X|\u20ac120,000||\nL|X|\u20ac5,000,000||\nM|X|\u20ac12,000||\nN|X|CHF 12,500||\nO|X|||\nP|X|\u20ac5,000||\nQ|X|\u20ac1,500||\nR|X|INR 30,000,000||\n"
                          "S|X|RUB 1,500,000||\nT|X|||\n");
    CHECK(read.said() == std::vector<std::string>{"table.csv: \"3,100\" can be read in two ways: a comma begins the decimals, as in most amounts of this table",
                                                  "table.csv, line 5, Amount: \"-21.419,06\" is below zero, and no amount of a deal is",
                                                  "table.csv, line 16, Amount: \"10000-15000\" is not one amount"});
    CHECK(Read("Deal,Account,Amount\nA,X,\"3,100\"\nB,X,1.500\n").deals() == "A|X|\u20ac3,100||\nB|X|\u20ac1,500||\n");
}

TEST_CASE("RMB is the yuan, and a currency that is none is named", "[import]") {
    CHECK(Read("Deal,Account,Amount,Currency\nA,X,1000,RMB\nB,X,1000,US Dollar\n").changes.added.front().amount == Money{100000, "CNY"});
    const Read read("Deal,Account,Amount,Currency\nA,X,1000,Taler\n");
    CHECK_FALSE(read.changes.added.front().amount);
    CHECK(read.said() == std::vector<std::string>{"table.csv, line 2, Currency: \"Taler\" is not a currency, so the amount is left out"});
}

TEST_CASE("tables of other alphabets are read without being told", "[import]") {
    struct Case {
        std::string_view bytes, encoding, deals;
    };
    for (const auto& one : {
             Case{"\xd1\xe4\xe5\xeb\xea\xe0;\xca\xeb\xe8\xe5\xed\xf2;\xd1\xf3\xec\xec\xe0\n\xcf\xe8\xeb\xee\xf2;\xc0\xeb\xfc\xf4\xe0;1000\n", "windows-1251",
                  "\u041f\u0438\u043b\u043e\u0442|\u0410\u043b\u044c\u0444\u0430|\u20ac1,000||\n"},
             Case{"\x8f\xa4\x92\x6b\x96\xbc,\x8e\xe6\x88\xf8\x90\xe6,\x8b\xe0\x8a\x7a\n\x93\xb1\x93\xfc,\x93\x8c\x8b\x9e\x8f\xa4\x8e\x96,1000\n", "shift_jis",
                  "\u5c0e\u5165|\u6771\u4eac\u5546\u4e8b|\u20ac1,000||\n"},
             Case{"Deal;Account;Amount\nPilot;\xa3\xf3" "d\x9f Sp. z o.o.;1000\n", "windows-1250", "Pilot|\u0141\u00f3d\u017a Sp. z o.o.|\u20ac1,000||\n"},
             Case{"\xcf\xee\xc4\xbf,\xbf\xcd\xbb\xa7,\xbd\xf0\xb6\xee\n\xca\xd4\xb5\xe3,\xb1\xb1\xbe\xa9,1000\n", "gb18030", "\u8bd5\u70b9|\u5317\u4eac|\u20ac1,000||\n"},
             Case{"\xb0\xc5\xb7\xa1,\xb0\xed\xb0\xb4,\xb1\xdd\xbe\xd7\nA,\xbc\xad\xbf\xef,1000\n", "euc-kr", "A|\uc11c\uc6b8|\u20ac1,000||\n"},
             Case{"Affaire;Client;Montant\nR\x8e" "fection;H\x99tel d'Angl\x8eterre;1000\n", "macintosh", "R\u00e9fection|H\u00f4tel d'Angl\u00e9terre|\u20ac1,000||\n"},
             Case{"Deal;Account;Amount\nPilot;M\xfcller & S\xf6hne \x96 Z\xfcrich;1000\n", "windows-1252", "Pilot|M\u00fcller & S\u00f6hne \u2013 Z\u00fcrich|\u20ac1,000||\n"},
             Case{"Deal;Account;Amount\nPilot;M\xc3\xbcller;1000\n", "utf-8", "Pilot|M\u00fcller|\u20ac1,000||\n"},
         }) {
        INFO(one.encoding);
        const Read read{std::string(one.bytes)};
        CHECK(read.file().encoding == one.encoding);
        CHECK(read.deals() == one.deals);
    }
}

TEST_CASE("UTF-16 of either byte order, by its mark", "[import]") {
    using namespace std::string_view_literals;
    CHECK(Read(std::string("\xfe\xff\0D\0e\0a\0l\0\t\0A\0c\0c\0o\0u\0n\0t\0\n\0A\0\t\0B\0\n"sv)).deals() == "A|B|||\n");
}

TEST_CASE("UTF-8 that was taken for something else on its way is mended, and entities are what they stand for", "[import]") {
    const Read read("Deal,Account,Amount\nCaf\u00c3\u00a9,M\u00c3\u00bcller,100\nProbe,Smith &amp; Co,100\nAusbau,Smith & Co,200\nDritte,O&#039;Brien,300\n");
    CHECK(read.deals() == "Caf\u00e9|M\u00fcller|\u20ac100||\nProbe|Smith & Co|\u20ac100||\nAusbau|Smith & Co|\u20ac200||\nDritte|O'Brien|\u20ac300||\n");
    CHECK(read.file().mended_values == 2);
    CHECK(read.file().entity_values == 2);
}

TEST_CASE("two deals of one account without a title are two", "[import]") {
    const Read read("Account,Stage,Amount\nKern,Proposal,1000\nKern,Demo,2000\n");
    CHECK(read.deals() == "|Kern|\u20ac1,000||\n|Kern|\u20ac2,000||\n");
    const auto again = planned(read.files, read.changes.added);
    CHECK(again.added.empty());
    CHECK(again.updated.empty());
}

TEST_CASE("two deals of one title and account: told by their amounts, else asked", "[import]") {
    const Read told("Deal,Account,Amount\nProbe,Kern,1000\nProbe,Kern,2000\n");
    CHECK(told.changes.added.size() == 2);
    CHECK(questions_of(told.changes, {}).empty());
    const std::string text = "Deal,Account,Stage\nProbe,Kern,Demo\nProbe,Kern,Proposal\nProbe,Kern,Won\n";
    const Read asked(text);
    REQUIRE(questions_of(asked.changes, {}).size() == 1);
    CHECK(questions_of(asked.changes, {}).front().about == ImportQuestion::About::same_names);
    ImportOptions one{.open_only = false, .same_names = SameNames::one};
    CHECK(Read(text, one).deals() == "Probe|Kern|||won\n");
    one.same_names = SameNames::several;
    CHECK(Read(text, one).changes.added.size() == 3);
}

TEST_CASE("headings again in the middle, empty rows and titles of groups are passed over", "[import]") {
    const Read read("Deal,Account,Amount\nProbe,Kern,100\n,,\nSecond group,,\nDeal,Account,Amount\nAusbau,Brenn,200\n\n\n");
    CHECK(read.deals() == "Probe|Kern|\u20ac100||\nAusbau|Brenn|\u20ac200||\n");
    CHECK(read.file().repeated_headings == 1);
}

TEST_CASE("a row for each change of a deal is said, with a choice", "[import]") {
    const std::string text = "Opportunity ID,Opportunity Name,Account Name,Stage,Amount,Last Modified Date\n7,Probe,Kern,Closed Won,300,2026-05-01\n7,Probe,Kern,Proposal,200,2026-04-01\n"
                             "7,Probe,Kern,Qualification,100,2026-03-01\n8,Ausbau,Brenn,Proposal,50,2026-03-01\n";
    const Read read(text);
    const auto questions = questions_of(read.changes, {});
    REQUIRE(questions.size() == 1);
    CHECK(questions.front().text == "The table has 3 rows for 1 deal, as they were from time to time. Which of them counts?");
    ImportOptions options{.open_only = false, .repeated_ids = RepeatedId::last};
    CHECK(Read(text, options).deals() == "Probe|Kern|\u20ac300||won\nAusbau|Brenn|\u20ac50||\n");
    options.repeated_ids = RepeatedId::first;
    CHECK(Read(text, options).deals() == "Probe|Kern|\u20ac100||\nAusbau|Brenn|\u20ac50||\n");
}

TEST_CASE("outcomes in the words of many tongues", "[import]") {
    const Read read("Deal,Account,Stage\n0,X0,Won't proceed\n1,X1,Not won\n2,X2,Dead\n3,X3,Ganho\n4,X4,Perdido\n5,X5,Descartada\n6,X6,"
                    "\u0421\u0434\u0435\u043b\u043a\u0430 \u043f\u0440\u043e\u0432\u0430\u043b\u0435\u043d\u0430\n7,X7,Closed\n8,X8,On Hold\n9,X9,Closed - Won/Lost TBD\n10,X10,G. Project Won\n"
                    "11,X11,gewonnen\n12,X12,6 - Closed/Lost\n13,X13,Fechado\n14,X14,\u53d7\u6ce8\n15,X15,\u5931\u6ce8\n16,X16,Our very own stage\n17,X17,\u672a\u53d7\u6ce8\n");
    CHECK(read.deals() == "0|X0|||lost\n1|X1|||lost\n2|X2|||lost\n3|X3|||won\n4|X4|||lost\n5|X5|||lost\n6|X6|||lost\n8|X8|||\n10|X10|||won\n11|X11|||won\n12|X12|||lost\n"
                          "14|X14|||won\n15|X15|||lost\n16|X16|||\n17|X17|||\n");
    CHECK(read.changes.rows_waiting == 3);
    const auto questions = questions_of(read.changes, {});
    REQUIRE(questions.size() == 1);
    CHECK(questions.front().text == "What do \"Closed\" (1 row), \"Closed - Won/Lost TBD\" (1 row) and \"Fechado\" (1 row) mean?");
    REQUIRE(read.changes.words.size() == 4);
    CHECK(read.changes.words.back().word == "Our very own stage");
    CHECK_FALSE(read.changes.words.back().waits);
    const Read answered("Deal,Account,Stage\n7,X7,Closed\n9,X9,closed - won/lost tbd\n", {.open_only = false, .words = {{"Closed", ImportedOutcome::won}, {"Closed - Won/Lost TBD", ImportedOutcome::open}}});
    CHECK(answered.deals() == "7|X7|||won\n9|X9|||\n");
    CHECK(questions_of(answered.changes, {}).empty());
}

TEST_CASE("a second import with empty cells keeps what is there, and says so", "[import]") {
    const Read first("Deal ID,Deal,Account,Amount,Owner\n1,Probe,Kern,1000,Ann\n");
    ImportFiles files;
    files.add("second.csv", "Deal ID,Deal,Account,Amount,Owner\n1,Probe,Kern,,\n");
    const auto second = planned(files, first.changes.added);
    CHECK(second.updated.empty());
    CHECK(second.unchanged == 1);
    CHECK(second.values_kept == 2);
    CHECK(second.problems.front().error.message() == "The file has nothing any more for the seller. What is here stays.");
}

TEST_CASE("a quotation mark that is never closed swallows nothing", "[import]") {
    const Read read("Deal,Account,Notes\nProbe,Kern,\"he said\nAusbau,Brenn,ok\n");
    CHECK(read.deals() == "Probe|Kern|||\nAusbau|Brenn|||\n");
    CHECK(read.changes.added.front().notes == "\"he said");
    CHECK(read.said() == std::vector<std::string>{"table.csv: A quotation mark in line 2 is never closed, and taken as a sign like any other"});
    // Nor does one that another closes some lines below.
    CHECK(Read("Deal,Account,Notes\nProbe,Kern,\"he said\nAusbau,Brenn,a \"good\" one\nDritte,Holm,\"x\"\n").changes.added.size() == 3);
}

TEST_CASE("an export of Pipedrive in Portuguese", "[import]") {
    const Read read("Neg\u00f3cio - ID,Neg\u00f3cio - T\u00edtulo,Neg\u00f3cio - Valor,Neg\u00f3cio - Organiza\u00e7\u00e3o,Neg\u00f3cio - Pessoa de contato,Neg\u00f3cio - Etapa,Neg\u00f3cio - Status,"
                    "Neg\u00f3cio - Data de fechamento esperada,Neg\u00f3cio - Ganho em\n1,Piloto,\"15.000,00\",Kern,Ana,Proposta,Ganho,30/11/2026,15/06/2026\n");
    CHECK(read.files.list.front().mapping.system == OriginSystem::pipedrive);
    CHECK(read.deals() == "Piloto|Kern|\u20ac15,000|2026-11-30|won\n");
    CHECK(outcome_text(read.changes.added.front().outcome) == "won 2026-06-15");
    CHECK(named(read.changes.added.front(), "Ana").name == "Ana");
}
