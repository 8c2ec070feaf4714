#include "core/readers/cards/cards.hpp"

#include "tests/support/import_files.hpp"
#include "tests/support/readers.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;
using records::Contact;

TEST_CASE("a card of an old phone: 2.1 with quoted-printable over two lines") {
    const auto file = read_records(with_crlf("BEGIN:VCARD\nVERSION:2.1\nN;CHARSET=UTF-8;ENCODING=QUOTED-PRINTABLE:M=C3=BCller;J=C3=BC=\nrgen;;Dr.;\nORG:Kestrel Logistics;IT\n"
                                             "TITLE;ENCODING=QUOTED-PRINTABLE;CHARSET=windows-1252:Leiter=20=96=20IT\nTEL;WORK;VOICE:+49 30 1234\nTEL;WORK;FAX:+49 30 9\nEMAIL;INTERNET:J.Mueller@Kestrel.example\n"
                                             "PHOTO;JPEG;ENCODING=BASE64:\n /9j/4AAQSkZJRg\n\nEND:VCARD\n"),
                                   "contact.vcf");
    REQUIRE(file.contacts.size() == 1);
    CHECK(file.contacts.front() == Contact{"J\u00fcrgen M\u00fcller", "Leiter \u2013 IT", "IT", "Kestrel Logistics", {"j.mueller@kestrel.example"}, {"+49 30 1234"}, "", ""});
}

TEST_CASE("cards of iOS, Google and Outlook: 3.0 and 4.0, groups, preferred addresses") {
    const auto file = read_records(with_crlf(R"(BEGIN:VCARD
VERSION:3.0
PRODID:-//Apple Inc.//iPhone OS 17.0//EN
N:Ortiz;Dana;;;
FN:Dana Ortiz
ORG:Kestrel\, Inc.;
TITLE:COO
item1.EMAIL;type=INTERNET:private@home.example
item1.X-ABLabel:_$!<Other>!$_
EMAIL;type=INTERNET;type=WORK;type=pref:dana@kestrel.example
TEL;type=CELL;type=VOICE:+47 22 33 44
item2.URL:https://www.linkedin.com/in/dana
NOTE:Met at the fair\nlikes numbers
END:VCARD
BEGIN:VCARD
VERSION:4.0
FN:Liam Chen
EMAIL;PREF=1:liam@kestrel.example
TEL;VALUE=uri;TYPE="voice,work":tel:+1-555-0100
END:VCARD
BEGIN:VCARD
VERSION:4.0
KIND:group
FN:Board
MEMBER:urn:uuid:1
END:VCARD
BEGIN:VCARD
VERSION:3.0
ORG:Nobody Ltd
END:VCARD
)"),
                                   "contacts.vcf");
    REQUIRE(file.contacts.size() == 2);
    CHECK(file.contacts[0] == Contact{"Dana Ortiz", "COO", "", "Kestrel, Inc.", {"dana@kestrel.example", "private@home.example"}, {"+47 22 33 44"}, "https://www.linkedin.com/in/dana",
                                      "Met at the fair\nlikes numbers"});
    CHECK(file.contacts[1].phones == std::vector<std::string>{"+1-555-0100"});
    REQUIRE(file.left_out.size() == 1);
    CHECK(file.left_out.front().what == "The card of Nobody Ltd names no person");
}

TEST_CASE("cards and lists in the set of an old machine are read in the one that their letters show") {
    auto options = read_options();
    options.charsets = &test_charsets();
    // "Иван Петров" and "Смирнова" in Windows-1251.
    const std::string card = with_crlf("BEGIN:VCARD\nVERSION:3.0\nFN:\xc8\xe2\xe0\xed \xcf\xe5\xf2\xf0\xee\xe2\nEMAIL:ivan@kestrel.example\nEND:VCARD\n");
    const auto read = readers::read_file(card, "old.vcf", options);
    REQUIRE(read);
    CHECK(read->contacts.front().name == "\u0418\u0432\u0430\u043d \u041f\u0435\u0442\u0440\u043e\u0432");
    const auto list = readers::read_file("First Name,Last Name,E-mail Address\n\xc0\xed\xed\xe0,\xd1\xec\xe8\xf0\xed\xee\xe2\xe0,anna@kestrel.example\n", "old.csv", options);
    REQUIRE(list);
    REQUIRE(list->contacts.size() == 1);
    CHECK(list->contacts.front().name == "\u0410\u043d\u043d\u0430 \u0421\u043c\u0438\u0440\u043d\u043e\u0432\u0430");
    // Western Europe, where no other set is known.
    CHECK(read_records(with_crlf("BEGIN:VCARD\nVERSION:3.0\nFN:J\xfcrgen M\xfcller\nEND:VCARD\n"), "old.vcf").contacts.front().name == "J\u00fcrgen M\u00fcller");
    for_each_cut(card, [&](std::string_view cut) {
        const auto one = readers::read_file(cut, "old.vcf", options);
        if (one) CHECK(broken_promise(*one).empty());
    });
}

TEST_CASE("cards that are cut, endless or odd end well") {
    const std::string text = with_crlf("BEGIN:VCARD\nVERSION:2.1\nN;ENCODING=QUOTED-PRINTABLE:A=C3=BC=\nb;C\nEMAIL:a@b.example\nEND:VCARD\n");
    for_each_cut(text, [](std::string_view cut) {
        const auto read = readers::read_file(cut, "a.vcf", read_options());
        if (read) CHECK(broken_promise(*read).empty());
    });
    CHECK(read_records("BEGIN:VCARD\nN;ENCODING=QUOTED-PRINTABLE:" + std::string(3000000, '='), "a.vcf").contacts.size() <= 1);
    std::string many;
    for (int i = 0; i < 50000; ++i) {
        many += "BEGIN:VCARD\nFN:A\n";
    }
    const auto file = read_records(many, "a.vcf");
    CHECK(static_cast<int>(file.contacts.size()) == readers::most_contacts);
    CHECK(read_records("BEGIN:VCARD\nFN:a\x01" "b\xff\nPHOTO:" + std::string(2000000, 'A') + "\nEND:VCARD\n", "a.vcf").contacts.size() == 1);
}
