#include "core/records/json_records.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::records;

TEST_CASE("records come back from their text as they were, errors too") {
    FileRecords file;
    file.kind = FileKind::mailbox;
    file.name = "a \"b\"\n.eml";
    Mail mail;
    mail.key = "k";
    mail.from = {"Dana", "dana@k.example"};
    mail.to = {{"", "a@b.example"}, {"B", ""}};
    mail.mailbox = "n@s.example";
    mail.on = Date::from_days(-1);
    mail.automatic = true;
    mail.attachments = {"", "x"};
    Meeting meeting;
    meeting.on = Date::from_days(20000);
    meeting.organizer = Party{};
    meeting.attendees = {{{"C", ""}, Answer::tentative, true}};
    mail.meetings = {meeting};
    file.mails = {mail, Mail{}};
    file.sheets = {{"S", {{"a", "", "c"}, {"\u00e9\n"}, {}}, true}};
    file.plans = {{"P", {{"T", "O", Date::from_days(5), true, false, "S", "N", 3}}}};
    file.transcripts = {{"k", "t", {}, 5, {{"A", 1, 2}}, {{0, -1, "x"}}}};
    file.leave_out("w", "x", "y");
    CHECK(*records_from_json(records_as_json(file)) == file);
    CHECK(*records_from_json(records_as_json(FileRecords{})) == FileRecords{});
    const auto error = records_from_json(records_as_json(fail("What", "where", "remedy")));
    REQUIRE_FALSE(error);
    CHECK(error.error() == Error{"What", "where", "remedy"});
}

TEST_CASE("text that no worker wrote is refused") {
    for (const std::string_view text : {"", "{}", "[]", "{\"records\": 1}", "{\"records\": {\"kind\": 99}}", "{\"records\": {\"kind\": 1.5}}", "{\"records\": {\"mails\": [{\"on\": \"x\"}]}}",
                                        "{\"records\": {\"left_out_count\": 99999999999}}", "{\"error\": {}}", "{\"records\": {\"sheets\": [{\"rows\": \"a\"}]}}"}) {
        INFO(text);
        CHECK_FALSE(records_from_json(text));
    }
}
