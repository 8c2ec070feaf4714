#include "core/readers/cards/contacts_table.hpp"

#include "tests/support/readers.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;
using records::Contact;

TEST_CASE("LinkedIn's connections with the notes above the headings") {
    const auto file = read_records("Notes:\n\"When exporting your connection data, you may notice that some of the email addresses are missing. You will only see email addresses for connections who have allowed "
                                   "it.\"\n\nFirst Name,Last Name,URL,Email Address,Company,Position,Connected On\nDana,Ortiz,https://www.linkedin.com/in/dana,,Kestrel Logistics,\"COO, EMEA\",05 Jun "
                                   "2026\n,,,,,,\nLiam,Chen,,liam@kestrel.example,Kestrel Logistics,Engineer,01 Jan 2020\n",
                                   "Connections.csv");
    CHECK(file.kind == records::FileKind::contacts_table);
    REQUIRE(file.contacts.size() == 2);
    CHECK(file.contacts[0] == Contact{"Dana Ortiz", "COO, EMEA", "", "Kestrel Logistics", {}, {}, "https://www.linkedin.com/in/dana", ""});
    CHECK(file.contacts[1].addresses == std::vector<std::string>{"liam@kestrel.example"});
}

TEST_CASE("Google's contacts, old and new headings, several addresses in a cell") {
    const auto before = read_records("Name,Given Name,Family Name,Notes,E-mail 1 - Type,E-mail 1 - Value,Phone 1 - Value,Organization 1 - Name,Organization 1 - Title\n"
                                     "Dana Ortiz,Dana,Ortiz,Fair,Work,Dana@kestrel.example ::: d@home.example,+47 22 ::: +47 23,Kestrel,COO\n",
                                     "contacts.csv");
    REQUIRE(before.contacts.size() == 1);
    CHECK(before.contacts.front() == Contact{"Dana Ortiz", "COO", "", "Kestrel", {"dana@kestrel.example", "d@home.example"}, {"+47 22"}, "", "Fair"});
    const auto now = read_records("First Name,Middle Name,Last Name,File As,Organization Name,Organization Title,Organization Department,E-mail 1 - Label,E-mail 1 - Value\nDana,M.,Ortiz,,Kestrel,COO,Board,Work,dana@kestrel.example\n",
                                  "contacts.csv");
    REQUIRE(now.contacts.size() == 1);
    CHECK(now.contacts.front().name == "Dana M. Ortiz");
    CHECK(now.contacts.front().department == "Board");
}

TEST_CASE("Outlook's contacts, in German too") {
    const auto german = read_records("Anrede;Vorname;Weitere Vornamen;Nachname;Firma;Abteilung;Position;E-Mail-Adresse;Mobiltelefon\nHerr;J\u00fcrgen;;M\u00fcller;Kestrel;IT;Leiter;jm@kestrel.example;+49 1\n", "kontakte.csv");
    CHECK(german.kind == records::FileKind::contacts_table);
    REQUIRE(german.contacts.size() == 1);
    CHECK(german.contacts.front() == Contact{"J\u00fcrgen M\u00fcller", "Leiter", "IT", "Kestrel", {"jm@kestrel.example"}, {"+49 1"}, "", ""});
    const auto english = read_records("Title,First Name,Last Name,Company,Department,Job Title,E-mail Address,Business Phone\nMs,Dana,Ortiz,Kestrel,Ops,COO,dana@kestrel.example,1\n", "contacts.csv");
    CHECK(english.contacts.front().title == "COO");
}

TEST_CASE("other tables of people are left to the import of tables") {
    CHECK_FALSE(readers::looks_like_contacts("Record ID,First Name,Last Name,Email\n1,Dana,Ortiz,d@k.example\n"));
    CHECK_FALSE(readers::looks_like_contacts("Deal Name,Amount\nA,1\n"));
    CHECK_FALSE(readers::looks_like_contacts(""));
    CHECK_FALSE(readers::looks_like_contacts("Hello, I am prose, with commas\nand lines, too\n"));
}
