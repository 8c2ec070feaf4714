#include "core/readers/mail/mail.hpp"

#include "tests/support/readers.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;
using records::Party;

namespace {

constexpr std::string_view outlook = R"mail(Received: from AM0PR08MB.eurprd08.prod.outlook.com (2603:10a6:208::1)
 by AM0PR08MB.eurprd08.prod.outlook.com; Tue, 9 Jun 2026 16:05:13 +0000
From: "Ortiz, Dana" <Dana.Ortiz@kestrel.example>
To: Nora Whitfield <nora@seller.example>
CC: =?iso-8859-1?Q?J=FCrgen_M=FCller?= <juergen.mueller@kestrel.example>
Subject: RE: [EXTERNAL] AW: Pricing for the pilot
Thread-Topic: Pricing for the pilot
Date: Tue, 9 Jun 2026 16:05:11 +0000
Message-ID: <AM0PR08MB1234@AM0PR08MB.eurprd08.prod.outlook.com>
Content-Type: multipart/alternative;
	boundary="_000_AM0PR08MB_"
MIME-Version: 1.0

--_000_AM0PR08MB_
Content-Type: text/plain; charset="Windows-1252"
Content-Transfer-Encoding: quoted-printable

Hi Nora,

thank you =96 the numbers help our warehouse =
team.

Best regards,
Dana Ortiz
COO

________________________________
From: Nora Whitfield <nora@seller.example>
Sent: Monday, June 8, 2026 10:12 AM
To: Ortiz, Dana <Dana.Ortiz@kestrel.example>
Subject: Pricing for the pilot

Dear Dana,
here are the numbers.

--_000_AM0PR08MB_
Content-Type: text/html; charset="Windows-1252"
Content-Transfer-Encoding: quoted-printable

<html><body><p>Other words</p></body></html>

--_000_AM0PR08MB_--
)mail";

constexpr std::string_view gmail = R"mail(MIME-Version: 1.0
Date: Mon, 8 Jun 2026 10:12:05 +0200
References: <x@mail.gmail.com>
Message-ID: <CAF+abc@mail.gmail.com>
Subject: =?UTF-8?B?UHJpY2luZyDigJMg?= =?UTF-8?B?cGlsb3Q=?=
From: Nora Whitfield <nora@seller.example>
To: Dana Ortiz <dana@kestrel.example>, "Procurement (Kestrel)" <buy@kestrel.example>
Content-Type: multipart/alternative; boundary="000000000000a1"

--000000000000a1
Content-Type: text/plain; charset="UTF-8"

Dear Dana,

see attached.

On Fri, Jun 5, 2026 at 4:01 PM Dana Ortiz <dana@kestrel.example>
wrote:

> Could you send numbers?
>
--000000000000a1
Content-Type: text/html; charset="UTF-8"

<div dir="ltr">Dear Dana</div>
--000000000000a1--
)mail";

constexpr std::string_view apple = R"mail(From: Dana Ortiz <dana@kestrel.example>
Content-Type: text/html;
	charset=utf-8
Content-Transfer-Encoding: 7bit
Mime-Version: 1.0 (Mac OS X Mail 16.0 \(3776.700.51\))
Subject: Re: Termin
Date: Sat, 6 Jun 2026 08:00:00 +0200
Message-Id: <0A1B@kestrel.example>
To: nora@seller.example

<html><head><style>p {color: red}</style></head><body dir="auto">Gerne am <b>Dienstag</b> um 10&nbsp;Uhr.<div><br></div><div>Viele Gr&uuml;&szlig;e</div><div>Dana</div><div><br id="lineBreakAtBeginningOfMessage"><div><br><blockquote type="cite"><div>Am 05.06.2026 um 18:00 schrieb Nora Whitfield &lt;nora@seller.example&gt;:</div><div>Wann passt es?</div></blockquote></div></div></body></html>
)mail";

constexpr std::string_view pasted = R"mail(Von: Dana Ortiz <dana@kestrel.example>
Gesendet: Dienstag, 9. Juni 2026 18:05
An: Nora Whitfield <nora@seller.example>; Liam Chen <liam@kestrel.example>
Betreff: AW: Vertrag

Hallo Nora,
wir haben noch eine Frage.

Mit freundlichen Grüßen
Dana
)mail";

}

TEST_CASE("a mail of Outlook: headings, letters, the answer without what it answers") {
    const auto mail = one_mail(outlook);
    CHECK(mail.from == Party{"Dana Ortiz", "dana.ortiz@kestrel.example"});
    CHECK(mail.to == std::vector<Party>{{"Nora Whitfield", "nora@seller.example"}});
    CHECK(mail.copies == std::vector<Party>{{"J\u00fcrgen M\u00fcller", "juergen.mueller@kestrel.example"}});
    CHECK(mail.subject == "Pricing for the pilot");
    CHECK(mail.on == *Date::parse("2026-06-09"));
    CHECK(mail.text == "Hi Nora,\n\nthank you \u2013 the numbers help our warehouse team.");
    CHECK_FALSE(mail.automatic);
    CHECK_FALSE(mail.draft);
}

TEST_CASE("a mail of Gmail: encoded words in a row, a folded line above the quote") {
    const auto mail = one_mail(gmail);
    CHECK(mail.subject == "Pricing \u2013 pilot");
    CHECK(mail.text == "Dear Dana,\n\nsee attached.");
    CHECK(mail.to == std::vector<Party>{{"Dana Ortiz", "dana@kestrel.example"}, {"Procurement", "buy@kestrel.example"}});
}

TEST_CASE("a mail of Apple Mail that is HTML only") {
    const auto mail = one_mail(apple);
    CHECK(mail.text == "Gerne am Dienstag um 10 Uhr.");
    CHECK(mail.subject == "Termin");
}

TEST_CASE("a message that was copied out of Outlook in German") {
    const auto mail = one_mail(pasted);
    CHECK(mail.from == Party{"Dana Ortiz", "dana@kestrel.example"});
    CHECK(mail.to.size() == 2);
    CHECK(mail.on == *Date::parse("2026-06-09"));
    CHECK(mail.subject == "Vertrag");
    CHECK(mail.text == "Hallo Nora,\nwir haben noch eine Frage.");
}

TEST_CASE("a message is known by its id, one without by what is in it") {
    const auto one = one_mail(gmail);
    CHECK(one.key == one_mail(gmail).key);
    CHECK(one.key != one_mail(outlook).key);
    const auto without = one_mail(pasted);
    CHECK(without.key.size() == 12);
    CHECK(without.key == one_mail(pasted).key);
    CHECK(without.key != one_mail(std::string(pasted) + "PS: more\n").key);
}

TEST_CASE("what programs write is told apart") {
    for (const std::string_view heading : {"Auto-Submitted: auto-replied", "Precedence: bulk", "List-Unsubscribe: <https://x.example>", "Return-Path: <>",
                                           "Content-Type: multipart/report; boundary=x"}) {
        INFO(heading);
        CHECK(one_mail("From: Dana <dana@kestrel.example>\nTo: n@seller.example\nDate: Tue, 9 Jun 2026 16:05:11 +0000\n" + std::string(heading) + "\n\nOut of office\n").automatic);
    }
    CHECK(one_mail("From: no-reply@kestrel.example\nTo: n@seller.example\nDate: Tue, 9 Jun 2026 16:05:11 +0000\n\nx\n").automatic);
    CHECK(one_mail("X-Unsent: 1\nFrom: n@seller.example\nTo: d@kestrel.example\n\nx\n").draft);
    CHECK_FALSE(one_mail("Auto-Submitted: no\nFrom: d@kestrel.example\nTo: n@seller.example\n\nx\n").automatic);
}

TEST_CASE("attachments are named and not read; a forwarded mail has its words") {
    const auto mail = one_mail(R"mail(From: Dana <dana@kestrel.example>
To: nora@seller.example
Subject: WG: Plan
Date: Tue, 9 Jun 2026 16:05:11 +0000
Content-Type: multipart/mixed; boundary=b

--b
Content-Type: text/plain; charset=utf-8; format=flowed

---------- Forwarded message ---------
From: Liam Chen <liam@kestrel.example>
Date: Mon, Jun 8, 2026 at 9:00 AM
Subject: Plan
To: Dana <dana@kestrel.example>

The board meets on 
Friday.
--b
Content-Type: application/pdf
Content-Disposition: attachment; filename*0*=utf-8''Ma%C3%9F;
 filename*1*=nahmen.pdf
Content-Transfer-Encoding: base64

JVBERi0x
--b--
)mail");
    CHECK(mail.forwarded);
    CHECK(mail.text == "The board meets on Friday.");
    CHECK(mail.attachments == std::vector<std::string>{"Ma\u00dfnahmen.pdf"});
}

TEST_CASE("an invitation in a mail is a meeting of it") {
    const auto mail = one_mail(R"mail(From: Dana <dana@kestrel.example>
To: nora@seller.example
Subject: Security review
Date: Tue, 9 Jun 2026 16:05:11 +0000
Content-Type: multipart/alternative; boundary=b

--b
Content-Type: text/plain

When: Tuesday
--b
Content-Type: text/calendar; charset="utf-8"; method=REQUEST
Content-Transfer-Encoding: base64

QkVHSU46VkNBTEVOREFSCk1FVEhPRDpSRVFVRVNUCkJFR0lOOlZFVkVOVApVSUQ6MQpTVU1NQVJZ
OlNlY3VyaXR5IHJldmlldwpEVFNUQVJUOjIwMjYwNjE2VDEwMDAwMApFTkQ6VkVWRU5UCkVORDpW
Q0FMRU5EQVIK
--b--
)mail");
    REQUIRE(mail.meetings.size() == 1);
    CHECK(mail.meetings.front().title == "Security review");
    CHECK(mail.meetings.front().on == *Date::parse("2026-06-16"));
}

TEST_CASE("a mailbox of Thunderbird: deleted messages and lines that begin with From") {
    const auto box = read_records(R"mail(From - Tue Jun  9 18:05:11 2026
X-Mozilla-Status: 0001
From: Dana Ortiz <dana@kestrel.example>
To: nora@seller.example
Date: Tue, 9 Jun 2026 18:05:11 +0200
Message-ID: <1@kestrel.example>
Subject: One

Words
>From here on it is plain.

From - Tue Jun  9 18:06:11 2026
X-Mozilla-Status: 0009
From: Dana Ortiz <dana@kestrel.example>
To: nora@seller.example
Date: Tue, 9 Jun 2026 18:06:11 +0200
Subject: Deleted

Gone

From - Tue Jun  9 18:07:11 2026
To: nora@seller.example
Date: Tue, 9 Jun 2026 18:07:11 +0200
Subject: Nobody

From tomorrow on, all is well.
)mail",
                                  "Inbox");
    CHECK(box.kind == records::FileKind::mailbox);
    REQUIRE(box.mails.size() == 1);
    CHECK(box.mails.front().text == "Words\nFrom here on it is plain.");
    REQUIRE(box.left_out.size() == 1);
    CHECK(box.left_out.front().where == "message 3");
}

TEST_CASE("an encrypted mail says so") {
    const auto said = read_refusal("From: Dana <dana@kestrel.example>\nTo: n@seller.example\nSubject: Secret\nContent-Type: multipart/encrypted; boundary=b\n\n--b\nContent-Type: "
                                   "application/octet-stream; name=x\n\nabc\n--b--\n",
                                   "a.eml");
    CHECK(said.what == "The message \u201cSecret\u201d is encrypted");
}

TEST_CASE("a mail cut anywhere is read or said what is wrong") {
    for (const auto text : {outlook, gmail, apple, pasted}) {
        for_each_cut(with_crlf(text), [](std::string_view cut) {
            const auto read = readers::read_file(cut, "a.eml", read_options());
            if (read) CHECK(broken_promise(*read).empty());
            else CHECK_FALSE(read.error().what.empty());
        });
    }
}

TEST_CASE("subjects lose what programs put before them") {
    CHECK(readers::plain_subject("Re: Fwd: RE[2]: TR : Offre") == "Offre");
    CHECK(readers::plain_subject("[Ticket 12] Re") == "[Ticket 12] Re");
    CHECK(readers::plain_subject("Note: read this") == "Note: read this");
    CHECK(readers::plain_subject("") == "");
}
