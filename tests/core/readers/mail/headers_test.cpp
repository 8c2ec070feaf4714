#include "core/readers/mail/headers.hpp"

#include "core/readers/mail/addresses.hpp"
#include "core/readers/mail/encoded.hpp"
#include "core/readers/mail/html_text.hpp"
#include "core/readers/mail/mail_date.hpp"
#include "core/readers/mail/parts.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::readers;
using records::Party;

namespace {

const io::Charsets charsets;

}

TEST_CASE("headings are unfolded, named in small letters, and end where the text begins") {
    const auto head = read_head("Subject: one\r\n two\r\nX-A : b\r\n\r\nText: x\r\n");
    CHECK(head["subject"] == "one two");
    CHECK(head["x-a"] == "b");
    CHECK_FALSE(head.has("text"));
    CHECK(read_head("no heading\nA: b").body == 0);
    CHECK(read_head("A: b\nprose without colon\n").headers.size() == 1);
    CHECK(read_head("").body == 0);
}

TEST_CASE("parameters in every form") {
    const std::string_view value = R"(text/plain; charset="utf-8"; NAME*=iso-8859-1'en'%A3.txt; title*0="a;b"; title*1=c; flag)";
    CHECK(main_value(value) == "text/plain");
    CHECK(parameter(value, "charset", charsets) == "utf-8");
    CHECK(parameter(value, "name", charsets) == "\u00a3.txt");
    CHECK(parameter(value, "title", charsets) == "a;bc");
    CHECK(parameter(value, "nothing", charsets).empty());
    CHECK(parameter("x; name=\"never closed", "name", charsets) == "never closed");
    CHECK(parameter("x; filename=\"=?utf-8?Q?Ma=C3=9F.pdf?=\"", "filename", charsets) == "Ma\u00df.pdf");
}

TEST_CASE("bytes as letters") {
    CHECK(from_base64("SGVs\r\nbG8=") == "Hello");
    CHECK(from_base64("!!") == "");
    CHECK(from_quoted_printable("a=3Db=\r\nc =\n d=ZZ=") == "a=bc  d=ZZ");
    CHECK(decoded_words("=?utf-8?Q?J=C3=BC?= =?utf-8?Q?rgen_M?= plain", charsets) == "J\u00fcrgen M plain");
    // A letter divided between two words.
    CHECK(decoded_words("=?UTF-8?B?4oI=?= =?UTF-8?B?rA==?=", charsets) == "\u20ac");
    CHECK(decoded_words("=?windows-1252?q?=80?=x =?broken", charsets) == "\u20acx =?broken");
    CHECK(decoded_words("M\xfcller", charsets) == "M\u00fcller");
}

TEST_CASE("who stands in a heading") {
    CHECK(parties_in("Dana Ortiz <Dana@Kestrel.example>", charsets) == std::vector<Party>{{"Dana Ortiz", "dana@kestrel.example"}});
    CHECK(parties_in("\"Ortiz, Dana (Ext)\" <dana@kestrel.example>, liam@kestrel.example (Liam Chen)", charsets) ==
          std::vector<Party>{{"Dana Ortiz", "dana@kestrel.example"}, {"Liam Chen", "liam@kestrel.example"}});
    CHECK(parties_in("Board: a@kestrel.example, B <b@kestrel.example>;", charsets).size() == 2);
    CHECK(parties_in("Ortiz, Dana <dana@kestrel.example>; Chen, Liam <liam@kestrel.example>", charsets) ==
          std::vector<Party>{{"Dana Ortiz", "dana@kestrel.example"}, {"Liam Chen", "liam@kestrel.example"}});
    CHECK(parties_in("'dana@kestrel.example' <dana@kestrel.example>", charsets) == std::vector<Party>{{"", "dana@kestrel.example"}});
    CHECK(parties_in("Acme, Inc. <info@acme.example>", charsets).front().name == "Acme, Inc.");
    CHECK(parties_in("", charsets).empty());
    CHECK(parties_in("<<>>,,;;()\"", charsets).empty());
    CHECK(parties_in("undisclosed-recipients:;", charsets).empty());
}

TEST_CASE("days of mails") {
    const auto day = [](std::string_view text) { return mail_day(text).value_or(Date()).iso(); };
    for (const std::string_view text : {"Tue, 9 Jun 2026 18:05:11 +0200 (CEST)", "9 Jun 26 18:05", "Tue,  9 JUN 2026 18:05:11 GMT", "Dienstag, 9. Juni 2026 18:05",
                                        "mardi 9 juin 2026 \u00e0 18:05", "Tuesday, June 9, 2026 6:05 PM", "2026-06-09 18:05", "Tue, 09-Jun-2026 18:05:11 +0000"}) {
        INFO(text);
        CHECK(day(text) == "2026-06-09");
    }
    for (const std::string_view text : {"", "yesterday", "Tue, 31 Jun 2026", "6/7/2026 6:05 PM", "99999 Jun 2026", "Jun"}) {
        INFO(text);
        CHECK_FALSE(mail_day(text));
    }
}

TEST_CASE("HTML as somebody reads it") {
    CHECK(html_text("<p>One</p><p>Two &amp; three&nbsp;&euro;</p><br>Four") == "One\n\nTwo & three \u20ac\n\nFour");
    CHECK(html_text("<script>x<y</script><style>a</style><!-- b --><b>c</b>") == "c");
    CHECK(html_text("<blockquote>old <blockquote>older</blockquote></blockquote>new").find("> old") == 0);
    CHECK(html_text("a < b && c > d &bogus; &#x20AC; &#0;") == "a < b && c > d &bogus; \u20ac");
    CHECK(html_text("<div class=\"gmail_quote\"><div>old</div></div>x").find("> old") != std::string::npos);
}

TEST_CASE("lines that go on are one") {
    const auto head = read_head("Content-Type: text/plain; format=flowed\n\n");
    CHECK(mail_body(head, "one \ntwo\n> quoted \n> more\n-- \nx\n", charsets).text == "one two\n> quoted more\n-- \nx\n");
}
