#include "core/readers/mail/mail.hpp"

#include "tests/support/readers.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;
using namespace std::string_literals;

TEST_CASE("hostile mails end soon") {
    const std::string head = "From: Dana <dana@kestrel.example>\nTo: nora@seller.example\nDate: Tue, 9 Jun 2026 16:05:11 +0000\n";
    SECTION("parts within each other, ten thousand deep") {
        std::string text = head + "Content-Type: multipart/mixed; boundary=b0\n\n";
        for (int i = 0; i < 10000; ++i) {
            text += "--b" + std::to_string(i) + "\nContent-Type: multipart/mixed; boundary=b" + std::to_string(i + 1) + "\n\n";
        }
        CHECK(read_records(text, "a.eml").mails.size() == 1);
    }
    SECTION("one boundary for all of them") {
        std::string text = head + "Content-Type: multipart/mixed; boundary=b\n\n";
        for (int i = 0; i < 20000; ++i) {
            text += "--b\nContent-Type: multipart/mixed; boundary=b\n\n";
        }
        CHECK(read_records(text, "a.eml").mails.size() == 1);
    }
    SECTION("a heading without end") {
        const auto read = read_records(head + "Subject: " + std::string(5000000, 'x'), "a.eml");
        CHECK(read.mails.front().subject.size() <= 1u << 16);
    }
    SECTION("a hundred thousand headings") {
        auto text = head;
        for (int i = 0; i < 100000; ++i) {
            text += "X-" + std::to_string(i) + ": y\n z\n";
        }
        CHECK(read_records(text + "\nwords\n", "a.eml").mails.size() == 1);
    }
    SECTION("40 MB of an attachment") {
        auto text = head + "Content-Type: multipart/mixed; boundary=b\n\n--b\nContent-Type: text/plain\n\nWords\n--b\nContent-Type: application/zip; name=a.zip\nContent-Transfer-Encoding: "
                           "base64\n\n";
        for (int i = 0; i < 530000; ++i) {
            text += "QUJDREVGR0hJSktMTU5PUFFSU1RVVldYWVphYmNkZWZnaGlqa2xtbm9wcXJzdHV2d3h5ejAxMjM0\n";
        }
        const auto read = read_records(text + "--b--\n", "a.eml");
        CHECK(read.mails.front().text == "Words");
        CHECK(read.mails.front().attachments == std::vector<std::string>{"a.zip"});
    }
    SECTION("too many bytes") {
        CHECK(read_refusal(std::string((64u << 20) + 1, 'x'), "a.eml").what == "The file has more than 64 MB");
    }
    SECTION("NULs and bytes that are no letters") {
        const auto read = read_records(head + "Subject: a\0b \xff\xfe\x1b[31m\n\nx\0y\x07 \xc3\n"s, "a.eml");
        CHECK(read.mails.size() == 1);
    }
    SECTION("addresses of bytes that are no letters") {
        const auto mail = read_records("From: Dana <dana@kestrel.example\x93>\nTo: a\x01 <b\x02@c.example>\nDate: Tue, 9 Jun 2026 16:05:11 +0000\nSubject: \xe9\n\nx\n", "a.eml").mails.front();
        CHECK(mail.from.name == "Dana");
        CHECK(mail.subject == "\u00e9");
    }
    SECTION("HTML without end") {
        std::string text = head + "Content-Type: text/html\n\n";
        for (int i = 0; i < 50000; ++i) {
            text += "<div><blockquote><a href=\"&amp;";
        }
        CHECK(read_records(text, "a.eml").mails.size() == 1);
    }
    SECTION("many addresses") {
        std::string to;
        for (int i = 0; i < 20000; ++i) {
            to += "\"A\" <a" + std::to_string(i) + "@kestrel.example>, ";
        }
        CHECK(read_records("From: Dana <dana@kestrel.example>\nDate: Tue, 9 Jun 2026 16:05:11 +0000\nTo: " + to + "\n\nx\n", "a.eml").mails.front().to.size() <= 500);
    }
}
