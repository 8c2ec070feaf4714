#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"
#include "tests/support/log_line.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>

using namespace middleground;
using namespace middleground::test;

namespace {

// Lines that hold every kind of part.
constexpr std::string_view lines[]{
    "call Marcus yesterday: budget frozen until Q4, invest declined, send payback sheet by fri",
    "met Elena and Tom on 3 Jun, asked invest + review, Elena agreed by 15 Aug, next: workshop in 2 weeks",
    "email to Priya: sent the security answers, she will check with Marcus by tue",
    "Tom called: loves it",
    "met Anna K, Maria and Markus on 12.6.: review declined because of the audit, gave the checklist",
    "call with Thomas Hadlow from Kestrel: worried about the depots, I'll send Elena the map by 30 June",
    "met Wilma, Mary and Robert on 10 June, explore kept",
    "J\u00f6rg M\u00fcller called: 3. M\u00e4rz is off, \u201cno budget\u201d, meet again on 12 Jul",
};

std::string lower(std::string_view text) {
    auto plain = plain_letters(text);
    std::erase(plain, '\'');
    return plain;
}

// Whether the words are somebody's name or its beginning, letter by letter.
bool begins_name(std::string_view words, const Stakeholder& person) {
    if (lower(words) == lower(initials(person.name))) return true;
    const auto first = lower(words.substr(0, words.find_first_of(" -")));
    const auto name = ' ' + lower(person.name);
    for (std::size_t at = 0; at < name.size(); ++at) {
        if ((name[at] == ' ' || name[at] == '-') && name.substr(at + 1).starts_with(first)) return true;
    }
    return false;
}

LogLine read(std::string_view line, const Deal& deal) {
    return read_log_line(line, deal, english_log(), log_today());
}

// Every claim about a commitment that any beginning of the line makes is one of the whole line.
bool claims(const LogLine& whole, const CommitmentId& id) {
    return std::ranges::any_of(whole.parts, [&](const LogPart& part) {
        const auto* ask = std::get_if<LogAsk>(&part.meaning);
        return ask && std::ranges::find(ask->commitments, id) != ask->commitments.end();
    });
}

}

TEST_CASE("typing a line letter by letter claims nobody and nothing that is not there", "[log_line]") {
    const auto deal = log_deal();
    for (const auto line : lines) {
        const auto whole = read(line, deal);
        for (std::size_t length = 0; length <= line.size(); ++length) {
            const auto typed = line.substr(0, length);
            INFO(typed);
            const auto now = read(typed, deal);
            if (!first_invalid_utf8(typed)) CHECK(broken_promise(now, typed, deal).empty());
            for (const auto& part : now.parts) {
                const auto words = typed.substr(part.begin, part.end - part.begin);
                if (const auto* person = std::get_if<LogPerson>(&part.meaning)) CHECK(begins_name(words, *find(deal, person->person)));
                if (const auto* ask = std::get_if<LogAsk>(&part.meaning)) {
                    for (const auto& id : ask->commitments)
                        CHECK(claims(whole, id));
                }
            }
        }
    }
}

TEST_CASE("a slip is offered and never taken", "[log_line]") {
    const auto deal = log_deal();
    for (const auto* line : {"call marcsu: hi", "met Elenna", "met Tim", "call with Judit Cramer", "met priay", "call Marcos Olsen"}) {
        INFO(line);
        const auto found = read(line, deal);
        const auto is_new = [](const LogPart& part) { return std::holds_alternative<LogNewPerson>(part.meaning); };
        const auto is_known = [](const LogPart& part) { return std::holds_alternative<LogPerson>(part.meaning); };
        REQUIRE(std::ranges::count_if(found.parts, is_new) == 1);
        CHECK(std::ranges::none_of(found.parts, is_known));
        CHECK_FALSE(std::get<LogNewPerson>(std::ranges::find_if(found.parts, is_new)->meaning).like.empty());
    }
}

TEST_CASE("what was said to be plain words is summary", "[log_line]") {
    const auto deal = log_deal();
    const std::string_view line = "call Marcus yesterday: budget frozen, invest declined, send the sheet by fri";
    const auto with = [&](std::vector<std::string> plain) {
        return in_words(read_log_line(line, deal, english_log(), log_today(), plain), deal);
    };
    CHECK(with({"invest declined"}) == "call with | Marcus Olsen | day 2026-06-15 | concern Budget frozen | promise Sheet by 2026-06-19 | "
                                       "= Budget frozen, invest declined");
    CHECK(with({"send the sheet by fri", "budget frozen"}) == "call with | Marcus Olsen | day 2026-06-15 | declined Invest | "
                                                              "= Budget frozen, send the sheet by fri");
    CHECK(with({"Marcus"}).ends_with("= Call Marcus yesterday: budget frozen"));
    CHECK(with({"something else"}) == with({}));
}

TEST_CASE("all bytes are read", "[log_line]") {
    const auto deal = log_deal();
    for (const auto* line : {"",
                             " ",
                             ":",
                             ",,,,",
                             "\xff\xfe call \x80 Marcus",
                             "call \xc3",
                             "\xe2\x80",
                             "call Marcus\xe2",
                             "(((((",
                             "''''",
                             "'",
                             "@",
                             "a@b",
                             "call a@b",
                             "@Marcus",
                             "met \xf0\x9f\x98\x80 Marcus",
                             "\n\n\n",
                             "call\nMarcus\nyesterday",
                             "next:",
                             "next: ",
                             "send",
                             "asked",
                             "asked for",
                             "invest:",
                             "invest -",
                             "by",
                             "declined:",
                             "concern:",
                             "todo:",
                             "and and and",
                             "call and",
                             "call with",
                             "+",
                             "1:1",
                             "10:30",
                             "3."}) {
        INFO(line);
        const auto found = read(line, deal);
        CHECK(broken_promise(found, line, deal).empty());
        CHECK(read(line, deal) == found);
    }
    Deal empty;
    CHECK(in_words(read("call Marcus: invest declined", empty), empty) == "call with | new Marcus? | = Invest declined");
    CHECK(read_log_line("call Marcus: invest declined", deal, {}, log_today()).parts.empty());
}

TEST_CASE("people and titles without words are nobody's and nothing's", "[log_line]") {
    auto deal = log_deal();
    for (const auto* name : {"", " ", "?", "\xff", "'", "- -"}) {
        deal.stakeholders.front().name = name;
        deal.commitments.front().title = name;
        CHECK(in_words(read("call Marcus: invest declined", deal), deal) == "call with | Marcus Olsen | declined Invest | = ");
    }
}

// Twice the line may take twice the parts, not more: what grows faster would show here long before it shows in time.
TEST_CASE("long lines are read in one pass", "[log_line]") {
    const auto deal = log_deal();
    for (const std::string_view piece : {"call Marcus, ",
                                         "Marcus and ",
                                         "invest + ",
                                         "Xavier, ",
                                         "send the sheet by fri ",
                                         "a-",
                                         "'",
                                         "((",
                                         "met Anna ",
                                         "next: ",
                                         "by 3/4 ",
                                         "frozen ",
                                         "not ",
                                         "\xe2\x80\x99",
                                         "@",
                                         "a@",
                                         "w/ ",
                                         ". ",
                                         "asked invest, ",
                                         "Elena declined invest: "}) {
        INFO(piece);
        std::string line;
        while (line.size() < 20000)
            line += piece;
        const auto found = read(line, deal);
        CHECK(broken_promise(found, line, deal).empty());
        CHECK(found.parts.size() <= 20000 / piece.size() + 1);
    }
}

TEST_CASE("the lines kept for the fuzzer are read", "[log_line]") {
    const auto deal = log_deal();
    int count = 0;
    for (const auto& file : std::filesystem::directory_iterator(source_path("tests/fuzz/corpus/log_line_fuzz"))) {
        std::ifstream stream(file.path(), std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(stream)), std::istreambuf_iterator<char>());
        INFO(file.path().filename().string());
        const auto found = read(text, deal);
        CHECK(broken_promise(found, text, deal).empty());
        CHECK_FALSE(found.parts.empty());
        ++count;
    }
    CHECK(count >= 8);
}
