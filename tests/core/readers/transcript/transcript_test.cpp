#include "core/readers/transcript/transcript.hpp"

#include "tests/support/readers.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;
using records::Said;

namespace {

records::Transcript one(std::string_view text, std::string_view name = "call.vtt") {
    const auto file = read_records(text, name);
    CHECK(file.kind == records::FileKind::transcript);
    REQUIRE(file.transcripts.size() == 1);
    return file.transcripts.front();
}

}

TEST_CASE("Zoom's WebVTT: names before the words, what one says in a row is one") {
    const auto call = one("WEBVTT\r\n\r\n1\r\n00:00:03.120 --> 00:00:06.500\r\nNora Whitfield: Thanks for the time.\r\n\r\n2\r\n00:00:07.000 --> 00:00:15.500\r\nDana Ortiz: Happy to.\r\n\r\n3\r\n"
                          "00:00:16.000 --> 00:00:20.500\r\nDana Ortiz: What does it cost: per site?\r\n",
                          "GMT20260609-160000_Recording.transcript.vtt");
    CHECK(call.on == *Date::parse("2026-06-09"));
    CHECK(call.seconds == 20);
    REQUIRE(call.speakers.size() == 2);
    CHECK(call.speakers[1] == records::Speaker{"Dana Ortiz", 8, 12});
    CHECK(call.said == std::vector<Said>{{0, 3, "Thanks for the time."}, {1, 7, "Happy to. What does it cost: per site?"}});
}

TEST_CASE("Teams' WebVTT: voices, cues with names of their own, entities") {
    const auto call = one("WEBVTT\n\nNOTE language:en-us\nnot said\n\n8f1c2b/12-0\n00:00:01.000 --> 00:00:02.000\n<v Dana Ortiz>Costs &amp; benefits</v>\n\n8f1c2b/13-0\n00:00:02.500 --> 00:00:03.000\n<v Liam Chen>Yes,</v>\n<v "
                          "Liam Chen>right.</v>\n");
    CHECK(call.said == std::vector<Said>{{0, 1, "Costs & benefits"}, {1, 2, "Yes, right."}});
    const auto old = one("0:0:0.0 --> 0:0:3.200\nDana Ortiz\nHello there.\n\n0:0:4.0 --> 0:0:5.0\nNora Whitfield\nHi.\n", "meeting.txt");
    CHECK(old.seconds == 5);
}

TEST_CASE("texts of Teams, Zoom, Otter and SRT") {
    const auto teams = one("Kestrel demo\nJune 9, 2026, 4:05PM\n34m 12s\n\nDana Ortiz   0:02\nHello there.\n\nNora Whitfield   0:09\nHi Dana.\n", "Kestrel.txt");
    CHECK(teams.on == *Date::parse("2026-06-09"));
    CHECK(teams.speakers.size() == 2);
    CHECK(teams.said.back() == Said{1, 9, "Hi Dana."});
    const auto zoom = one("[Dana Ortiz] 10:01:02\nHello there.\n\n[Nora Whitfield] 10:01:12\nHi Dana.\n", "2026-06-08 Zoom.txt");
    CHECK(zoom.on == *Date::parse("2026-06-08"));
    CHECK(zoom.said.back() == Said{1, 10, "Hi Dana."});
    const auto chat = one("10:01:02 From Dana Ortiz to Everyone: Hello\n10:01:20 From Nora Whitfield to Everyone: Hi\n", "chat.txt");
    CHECK(chat.said.front().text == "Hello");
    const auto srt = one("1\n00:00:01,000 --> 00:00:04,000\nDana Ortiz: Hello\n\n2\n00:00:05,000 --> 00:00:06,000\nNora: Hi\n", "call.srt");
    CHECK(srt.said.size() == 2);
    const auto plain = one("Dana Ortiz: Hello\nNora W: Hi\nDana Ortiz: How long?\nNora W: Three weeks\n", "call.txt");
    CHECK(plain.said.size() == 4);
    CHECK(plain.said.back().at == -1);
}

TEST_CASE("days in names of files") {
    CHECK(readers::day_in_name("GMT20260609-160000_Recording.vtt")->iso() == "2026-06-09");
    CHECK(readers::day_in_name("Call 2026-06-09.txt")->iso() == "2026-06-09");
    CHECK_FALSE(readers::day_in_name("call 12345678.txt"));
    CHECK_FALSE(readers::day_in_name("20261399.txt"));
    CHECK_FALSE(readers::day_in_name(""));
}

TEST_CASE("transcripts that say nothing, are cut or endless") {
    CHECK(read_records("WEBVTT\n\n", "a.vtt").left_out.front().what == "Nobody says anything in the transcript");
    const std::string text = "WEBVTT\n\n1\n00:00:03.120 --> 00:00:06.500\n<v Dana>Hi &amp; so</v>\n\n2\n00:00:07.000 --> 00:00:15.500\nNora: x\n";
    for_each_cut(text, [](std::string_view cut) {
        const auto read = readers::read_file(cut, "a.vtt", read_options());
        if (read) CHECK(broken_promise(*read).empty());
    });
    std::string many = "WEBVTT\n\n";
    for (int i = 0; i < 60000; ++i) {
        many += "00:00:01.000 --> 00:00:02.000\n<v A" + std::to_string(i % 2) + ">x\n\n";
    }
    const auto file = read_records(many, "a.vtt");
    CHECK(static_cast<int>(file.transcripts.front().said.size()) == readers::most_cues);
    CHECK(read_records("WEBVTT\n\n99999999999:99:99.999 --> 9:9\n" + std::string(1000000, '<') + "\n", "a.vtt").transcripts.size() <= 1);
}
