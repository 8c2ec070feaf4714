#include "core/readers/recognise.hpp"

#include "tests/support/readers.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;
using namespace std::string_literals;
using readers::recognise;
using enum records::FileKind;

TEST_CASE("a file is what is in it, whatever it is called") {
    for (const std::string_view name : {"a.eml", "a.csv", "a.vcf", "a.xlsx", "a", ""}) {
        INFO(name);
        CHECK(recognise("BEGIN:VCARD\r\nVERSION:3.0\r\n", name) == contacts_cards);
        CHECK(recognise("\xef\xbb\xbf" "BEGIN:VCALENDAR\n", name) == calendar);
        CHECK(recognise("WEBVTT\n\n00:01.000 --> 00:02.000\nHi\n", name) == transcript);
        CHECK(recognise("1\r\n00:00:01,000 --> 00:00:04,000\r\nDana: Hello\r\n", name) == transcript);
        CHECK(recognise("[Dana Ortiz] 10:01:02\nHello\n\n[Nora] 10:01:09\nHi\n", name) == transcript);
        CHECK(recognise("Dana Ortiz: Hello\nNora W: Hi\nDana Ortiz: How are you\nNora W: Fine\n", name) == transcript);
        CHECK(recognise("Received: x\nFrom: a@b.example\nSubject: x\n\nHi\n", name) == mail);
        CHECK(recognise("From: Dana\nSent: Tuesday\nTo: Nora\nSubject: Hi\n\nHi\n", name) == mail);
        CHECK(recognise("From - Tue Jun 9\nFrom: a@b.example\n\nHi\n", name) == mailbox);
        CHECK(recognise("# Plan\n- [ ] One\n- [x] Two\n", name) == action_plan);
        CHECK(recognise("{\"middleground\": 2}", name) == deal_file);
        CHECK(recognise("%PDF-1.7\n", name) == pdf);
        CHECK(recognise("\x89PNG\r\n\x1a\n", name) == picture);
        CHECK(recognise("<!DOCTYPE html><html>", name) == page);
        CHECK(recognise(zip_of({{"xl/workbook.xml", "<x/>"}}), name) == workbook);
        CHECK(recognise(zip_of({{"word/document.xml", "<x/>"}}), name) == document);
        CHECK(recognise(zip_of({{"a.txt", "x"}}), name) == archive);
        CHECK(recognise("", name) == nothing);
        CHECK(recognise(" \n\t\n", name) == nothing);
        CHECK(recognise("\0\1\2\3\4\5\6\7\xff\xff"s, name) == unknown);
    }
}

TEST_CASE("tables: contacts, plans and others by their headings") {
    CHECK(recognise("First Name,Last Name,URL,Email Address,Company,Position,Connected On\nDana,Ortiz,,,Kestrel,COO,05 Jun 2026\n", "x.csv") == contacts_table);
    CHECK(recognise("Name,Given Name,Family Name,E-mail 1 - Value,Organization 1 - Name\nDana Ortiz,Dana,Ortiz,d@k.example,Kestrel\n", "x.csv") == contacts_table);
    CHECK(recognise("Step,Owner,Due\nLegal,Dana,12 Jun\n", "x.csv") == action_plan);
    CHECK(recognise("Deal Name,Amount,Close Date\nA,1,2026-01-01\n", "x.csv") == table);
    CHECK(recognise("Deal Name\tAmount\nA\t1\n", "") == pasted_table);
    CHECK(recognise("Hello Nora,\nthanks for the call, it was good, really.\n", "note.txt") == text);
}

TEST_CASE("a table of commas or semicolons needs no name") {
    for (const std::string_view name : {"", "Pasted text", "deals.txt", "deals.export"}) {
        INFO(name);
        CHECK(recognise("Account,Title,Amount\nAcme,Pilot,1200\nBrook,Trial,900\n", name) == table);
        CHECK(recognise("\xef\xbb\xbf" "Account;Title;Amount\r\nAcme;Pilot;1.200,50\r\n", name) == table);
        CHECK(recognise("Account,Note\n\"Acme, Inc.\",\"Said \"\"yes\"\", then\nno\"\n", name) == table);
        // Other kinds stay what they are, commas or not.
        CHECK(recognise("From: Dana, Otto\nSent: Tuesday, 9 June\nTo: Nora, Lena\nSubject: Hi, all\n\nHi, Nora\n", name) == mail);
        CHECK(recognise("Dana Ortiz: Hello, Nora\nNora W: Hi, Dana\nDana Ortiz: Well, yes\nNora W: Fine, then\n", name) == transcript);
        CHECK(recognise("Step,Owner,Due\nLegal,Dana,12 Jun\n", name) == action_plan);
        CHECK(recognise("First Name,Last Name,Email Address,Company,Connected On\nDana,Ortiz,,Kestrel,05 Jun 2026\n", name) == contacts_table);
        CHECK(recognise("{\"a\": 1,\n\"b\": 2}", name) == deal_file);
        CHECK(recognise("Hello Nora,\nthanks for the call, it was good.\n", name) == text);
        CHECK(recognise("Nora, thank you for today.\nDana, please send the offer.\n", name) == text);
    }
    CHECK(read_refusal("Nora, thank you.\nDana, please call.\n", "Pasted text").what.find("nor a table") != std::string::npos);
}

TEST_CASE("what Outlook keeps for itself is told from other old files") {
    const auto wide = [](std::string_view word) {
        std::string bytes;
        for (const char c : word) {
            bytes += c;
            bytes += '\0';
        }
        return bytes;
    };
    const auto compound = "\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"s + std::string(504, '\0');
    CHECK(recognise(compound + wide("__substg1.0_0037001F"), "mail.eml") == outlook_message);
    CHECK(recognise(compound + wide("Workbook"), "a.xlsx") == old_office);
    const auto said = read_refusal(compound + wide("__properties_version1.0"), "offer.msg");
    CHECK(said.what.find("(.msg)") != std::string::npos);
    CHECK(said.remedy.find(".eml") != std::string::npos);
    CHECK(said.where == "offer.msg");
}

TEST_CASE("UTF-16 is read by its bytes") {
    std::string wide = "\xff\xfe";
    for (const char c : std::string_view("BEGIN:VCARD\r\nFN:Dana Ortiz\r\nEND:VCARD\r\n")) {
        wide += c;
        wide += '\0';
    }
    CHECK(recognise(wide, "a.vcf") == contacts_cards);
    CHECK(read_records(wide, "a.vcf").contacts.size() == 1);
    CHECK(read_records(wide.substr(2), "a.vcf").contacts.size() == 1);
}

TEST_CASE("each kind that is not read says what to do") {
    for (const auto& [bytes, words] : {std::pair("%PDF-1.4"s, "PDF"s), {"\x89PNG\r\n"s, "picture"s}, {zip_of({{"a.txt", "x"}}), "archive"s}, {"<html></html>"s, "web page"s}, {""s, "empty"s},
                                       {"Just some words"s, "neither a mail"s}, {"ID3\3"s, "recording"s}}) {
        const auto said = read_refusal(bytes, "x.eml");
        CHECK(said.what.find(words) != std::string::npos);
        CHECK(said.where == "x.eml");
    }
}
