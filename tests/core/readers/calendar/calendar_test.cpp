#include "core/readers/calendar/calendar.hpp"

#include "tests/support/readers.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;
using records::Answer;
using records::Party;

namespace {

records::FileRecords read(const std::string& events, const std::string& head = {}) {
    return read_records(with_crlf("BEGIN:VCALENDAR\nVERSION:2.0\n" + head + events + "END:VCALENDAR\n"), "invite.ics");
}

records::Meeting one(const std::string& lines, const std::string& head = {}) {
    const auto file = read("BEGIN:VEVENT\n" + lines + "END:VEVENT\n", head);
    REQUIRE(file.meetings.size() == 1);
    return file.meetings.front();
}

}

TEST_CASE("an invitation of Outlook: its own zone, tabs, an alarm") {
    const auto file = read(
        "BEGIN:VTIMEZONE\nTZID:W. Europe Standard Time\nBEGIN:STANDARD\nDTSTART:16010101T030000\nRRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10\nEND:STANDARD\nEND:VTIMEZONE\n"
        "BEGIN:VEVENT\nATTENDEE;CN=\"Chen, Liam\";ROLE=OPT-PARTICIPANT;PARTSTAT=ACCEPTED:mailto:liam.che\n\tn@kestrel.example\n"
        "ATTENDEE;CUTYPE=ROOM;CN=Room 4:mailto:room4@kestrel.example\n"
        "DTSTART;TZID=\"W. Europe Standard Time\":20260616T100000\nDTEND;TZID=\"W. Europe Standard Time\":20260616T113000\nDTSTAMP:20260609T120000Z\n"
        "ORGANIZER;CN=\"Dana Ortiz\":mailto:Dana@Kestrel.example\nSEQUENCE:2\nSUMMARY;LANGUAGE=en-us:Security review\\, part one\nUID:040000008200E00074C5\n"
        "DESCRIPTION:Bring the questionnaire.\\n\\n____________________________________\\nMicrosoft Teams meeting\\nJoin on your computer\\n\n"
        "BEGIN:VALARM\nTRIGGER:-PT15M\nDESCRIPTION:REMINDER\nSUMMARY:Not this\nEND:VALARM\nEND:VEVENT\n",
        "METHOD:REQUEST\n");
    REQUIRE(file.meetings.size() == 1);
    const auto& meeting = file.meetings.front();
    CHECK(meeting.title == "Security review, part one");
    CHECK(meeting.text == "Bring the questionnaire.");
    CHECK(meeting.on == *Date::parse("2026-06-16"));
    CHECK(meeting.from_minute == 600);
    CHECK(meeting.to_minute == 690);
    CHECK(meeting.organizer == Party{"Dana Ortiz", "dana@kestrel.example"});
    REQUIRE(meeting.attendees.size() == 1);
    CHECK(meeting.attendees.front() == records::Attendee{{"Liam Chen", "liam.chen@kestrel.example"}, Answer::accepted, true});
    CHECK(meeting.sequence == 2);
    CHECK_FALSE(meeting.cancelled);
}

TEST_CASE("what is written in UTC is moved to the clock here, whole days are not") {
    CHECK(one("DTSTART:20260616T233000Z\nSUMMARY:Late\n").on == *Date::parse("2026-06-17"));
    CHECK(one("DTSTART:20260616T233000Z\nSUMMARY:Late\n").from_minute == 90);
    const auto whole = one("DTSTART;VALUE=DATE:20260616\nDTEND;VALUE=DATE:20260617\nSUMMARY:Fair\n");
    CHECK(whole.on == *Date::parse("2026-06-16"));
    CHECK(whole.from_minute == -1);
    CHECK(whole.to_minute == -1);
    CHECK(one("DTSTART:20260616T100000\nDURATION:PT1H30M\n").to_minute == 690);
}

TEST_CASE("an invitation of Google: a description in HTML, guests without names") {
    const auto meeting = one("DTSTART:20260616T080000Z\nDTEND:20260616T084500Z\nUID:abc@google.com\nORGANIZER;CN=dana@kestrel.example:mailto:dana@kestrel.example\n"
                             "ATTENDEE;CUTYPE=INDIVIDUAL;ROLE=REQ-PARTICIPANT;PARTSTAT=NEEDS-ACTION;RSVP=TRUE;CN=liam.chen@kestrel.example;X-NUM-GUESTS=0:mailto:liam.chen@kestrel.example\n"
                             "X-GOOGLE-CONFERENCE:https://meet.google.com/abc\nDESCRIPTION:<b>Agenda</b><br>Sizing &amp\\; price\\n\\n-::~:~::~:~:~\\nJoin with Google Meet: https://meet.google.com/abc\nSUMMARY:Sizing\n",
                             "PRODID:-//Google Inc//Google Calendar 70.9054//EN\nMETHOD:REQUEST\n");
    CHECK(meeting.on == *Date::parse("2026-06-16"));
    CHECK(meeting.from_minute == 600);
    CHECK(meeting.text.starts_with("Agenda\nSizing & price"));
    CHECK(meeting.text.find("meet.google") == std::string::npos);
    CHECK(meeting.organizer == Party{"", "dana@kestrel.example"});
    CHECK(meeting.attendees.front().who == Party{"Liam Chen", "liam.chen@kestrel.example"});
}

TEST_CASE("an invitation of Zoom: what it says of joining is left out") {
    const auto meeting = one("SUMMARY:Nora Whitfield's Zoom Meeting\nDTSTART;TZID=Europe/Berlin:20260617T140000\nDTEND;TZID=Europe/Berlin:20260617T143000\nUID:20260609T1@zoom.us\nLOCATION:https://us02web.zoom.us/j/1?pwd=a\n"
                             "DESCRIPTION:Rollout plan\\n\\nNora Whitfield is inviting you to a scheduled Zoom meeting.\\n\\nJoin Zoom Meeting\\nhttps://us02web.zoom.us/j/1\n");
    CHECK(meeting.text == "Rollout plan");
    CHECK(meeting.place == "https://us02web.zoom.us/j/1?pwd=a");
    CHECK(meeting.from_minute == 840);
    CHECK_FALSE(meeting.organizer);
}

TEST_CASE("cancellations and answers") {
    CHECK(one("UID:1\nDTSTART:20260616T100000\nSTATUS:CANCELLED\n").cancelled);
    CHECK(one("UID:1\nDTSTART:20260616T100000\n", "METHOD:CANCEL\n").cancelled);
    const auto outlook = one("UID:1\nDTSTART:20260616T100000\nSUMMARY:Canceled: Review\n");
    CHECK(outlook.cancelled);
    CHECK(outlook.title == "Review");
    const auto reply = one("UID:1\nDTSTART:20260616T100000\nATTENDEE;PARTSTAT=DECLINED:mailto:liam@kestrel.example\n", "METHOD:REPLY\n");
    CHECK(reply.answer_only);
    CHECK(reply.attendees.front().answer == Answer::declined);
}

TEST_CASE("a meeting is known by its UID, one without by title, day and organizer") {
    const std::string lines = "DTSTART:20260616T100000\nSUMMARY:Review\n";
    CHECK(one("UID:1\n" + lines).key == one("UID:1\nDTSTART:20260620T100000\nSEQUENCE:1\n").key);
    CHECK(one("UID:1\n" + lines).key != one("UID:2\n" + lines).key);
    CHECK(one(lines).key == one(lines).key);
    CHECK(one(lines).key != one("DTSTART:20260617T100000\nSUMMARY:Review\n").key);
    // The later version of two in a file.
    const auto two = read("BEGIN:VEVENT\nUID:1\nSEQUENCE:1\nDTSTART:20260617T100000\nEND:VEVENT\nBEGIN:VEVENT\nUID:1\nSEQUENCE:0\nDTSTART:20260616T100000\nEND:VEVENT\n");
    REQUIRE(two.meetings.size() == 1);
    CHECK(two.meetings.front().on == *Date::parse("2026-06-17"));
}

TEST_CASE("of a row of meetings the coming ones are read, and it is said") {
    const auto file = read("BEGIN:VEVENT\nUID:w\nDTSTART:20260105T090000\nRRULE:FREQ=WEEKLY;BYDAY=MO\nEXDATE:20260622T090000\nSUMMARY:Weekly\nEND:VEVENT\n"
                           "BEGIN:VEVENT\nUID:w\nRECURRENCE-ID:20260629T090000\nDTSTART:20260630T090000\nSUMMARY:Weekly, moved\nEND:VEVENT\n");
    REQUIRE(file.meetings.size() == 1 + readers::most_repeats);
    CHECK(file.meetings[0].on == *Date::parse("2026-06-30"));
    CHECK(file.meetings[1].on == *Date::parse("2026-06-15"));
    CHECK(file.meetings[2].on == *Date::parse("2026-07-06"));
    CHECK(file.meetings[1].repeats);
    CHECK(file.meetings[1].key != file.meetings[2].key);
    REQUIRE(file.left_out.size() == 1);
    CHECK(file.left_out.front().what.find("repeats: 8 coming days were read") != std::string::npos);
    // A rule that is not understood is not guessed.
    const auto odd = read("BEGIN:VEVENT\nUID:x\nDTSTART:20260615T090000\nRRULE:FREQ=MONTHLY;BYSETPOS=2;BYDAY=MO\nSUMMARY:Odd\nEND:VEVENT\n");
    CHECK(odd.meetings.size() == 1);
    CHECK(odd.left_out.front().what.find("not understood") != std::string::npos);
}

TEST_CASE("meetings without a day, cut off, or a thousand of them") {
    const auto none = read("BEGIN:VEVENT\nSUMMARY:When?\nDTSTART:soon\nEND:VEVENT\n");
    CHECK(none.meetings.empty());
    CHECK(none.left_out.front().what == "\u201cWhen?\u201d has no day that can be read");
    CHECK(read_records("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260616\n", "a.ics").left_out.front().what == "A meeting is cut off");
    std::string many;
    for (int i = 0; i < 6000; ++i) {
        many += "BEGIN:VEVENT\nUID:" + std::to_string(i) + "\nDTSTART:20260616T100000\nEND:VEVENT\n";
    }
    const auto all = read(many);
    CHECK(all.meetings.size() == readers::most_meetings);
    CHECK(all.left_out_count == 1000);
    CHECK(static_cast<int>(all.left_out.size()) == records::FileRecords::most_left_out);
}

TEST_CASE("a calendar cut anywhere, or that only looks like one, ends well") {
    const std::string text = with_crlf("BEGIN:VCALENDAR\nBEGIN:VEVENT\nUID:1\nDTSTART;TZID=Europe/Oslo:20260616T100000\nRRULE:FREQ=DAILY;COUNT=3\nSUMMARY:A\\;b\nATTENDEE;CN=\"X\":mailto:x@k.example\nEND:VEVENT\nEND:VCALENDAR\n");
    for_each_cut(text, [](std::string_view cut) {
        const auto read = readers::read_file(cut, "a.ics", read_options());
        if (read) CHECK(broken_promise(*read).empty());
    });
    std::string deep = "BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260616\n";
    for (int i = 0; i < 100000; ++i) {
        deep += "BEGIN:VALARM\n";
    }
    CHECK(read_records(deep, "a.ics").meetings.empty());
    CHECK(read_records("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:99999999T999999Z\nRRULE:FREQ=DAILY;INTERVAL=0\nEND:VEVENT\n", "a.ics").meetings.empty());
    CHECK(read_records("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:19000101\nRRULE:FREQ=DAILY;UNTIL=29991231\nEND:VEVENT\n", "a.ics").meetings.empty());
    CHECK(read_records("BEGIN:VCALENDAR\nBEGIN:VEVENT\nDTSTART:20260616T100000;" + std::string(3000000, ';') + "\nEND:VEVENT\n", "a.ics").meetings.size() <= 1);
}
