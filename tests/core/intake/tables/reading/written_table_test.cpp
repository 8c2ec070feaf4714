#include "core/intake/tables/reading/written_table.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>

using namespace middleground;

TEST_CASE("even lines of headings and facts are a table") {
    for (const char* text : {
             "Account,Title,Amount\nAcme,Pilot,1200\nBrook,Trial,900\n",
             "Account,Title,Amount\nAcme,Pilot,1200",
             "\n\nAccount;Title;Amount\r\nAcme;Pilot;1.200,50\r\nBrook;Trial;900,00\r\n",
             "Account\tTitle\nAcme\tPilot\n",
             "Account,Amount\nAcme,1200\n",
             "Account,Title\nAcme,Pilot\n",
             "Account, Title, Amount\nAcme, Pilot, 1200\nBrook, Trial, 900\n",
             "Account,Note\n\"Acme, Inc.\",\"Wants a pilot, soon\"\n\"Brook, Ltd.\",\"Said \"\"no\"\", twice\"\n",
             "Account,Note,Won?\nAcme,\"two\nlines\",yes\n",
             "Deal No.,Amount (EUR),Close date\n17,1200,2026-06-12\n",
             "Name,Stage,\nAcme,Won,\nBrook,Lost,\n",
             "Acme,Pilot,1200\nBrook,Trial,900\n", // no headings
             "Klant,Bedrag,Datum\nAcme,,\nBrook,,\n",
         }) {
        INFO(text);
        CHECK(is_written_as_table(text));
        CHECK(is_written_as_table(std::string("\xef\xbb\xbf") + text));
    }
}

TEST_CASE("words with commas are no table") {
    for (const char* text : {
             "",
             "\n \n",
             "Account,Title,Amount\n",
             "Hello Nora,\nthanks for the call, really.\n",
             "Hello,\nworld,\n",
             "Nora, thank you for today.\nDana, please send the offer.\n",
             "Nora, Dana and I, we met.\nWe talked, we ate, we left.\n",
             "Nora, Dana, Otto came\nThey met, talked, left\n",
             "- apples, pears\n- plums, figs\n",
             "It costs 1,200 for the pilot\nand 3,400 for the rollout\n",
             "It is between 1,200 and 3,400\nor between 2,100 and 5,600\n",
             "Costs 1,5\nGains 2,5\n",
             "We met; it was good.\nWe agreed; it is done.\n",
             "Kestrel Logistics\nMain Street 5, 12345 Berlin\nGermany\n",
             "Account,Title,Amount\nAcme,Pilot\nBrook\nOne more, and more, and more, of it\n",
         }) {
        INFO(text);
        CHECK_FALSE(is_written_as_table(text));
    }
}

TEST_CASE("a long table is judged by its beginning, and one cut anywhere is no trouble") {
    std::string table = "Account,Title,Amount\n";
    for (int i = 0; i < 20000; ++i) table += "Acme " + std::to_string(i) + ",\"Pilot, the first\"," + std::to_string(i) + "\n";
    CHECK(is_written_as_table(table));
    for (std::size_t length = 0; length < 200; ++length) {
        (void)is_written_as_table(std::string_view(table).substr(0, length));
    }
    CHECK_FALSE(is_written_as_table(std::string(100000, ',')));
    CHECK_FALSE(is_written_as_table(std::string(100000, '"')));
    CHECK_FALSE(is_written_as_table(std::string("a,b\n\0\0,\0\n", 9)));
}
