#include "core/report/export.hpp"

#include "core/codec/csv.hpp"
#include "core/report/calendar.hpp"
#include "core/report/deal_page.hpp"
#include "core/report/icalendar.hpp"
#include "core/report/paper.hpp"
#include "core/report/tables.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/random_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

std::vector<std::string> lines_of(std::string_view text) {
    std::vector<std::string> lines;
    while (!text.empty()) {
        const auto end = text.find("\r\n");
        REQUIRE(end != std::string_view::npos);
        lines.emplace_back(text.substr(0, end));
        text.remove_prefix(end + 2);
    }
    return lines;
}

}

TEST_CASE("an exported table reads back equal") {
    for (std::uint64_t seed = 0; seed < 200; ++seed) {
        INFO("seed " << seed);
        Random random(seed);
        const auto deal = random_deal(random);
        for (const auto& table : {deal_table(deal), plan_table(buyer_plan(deal, today()))}) {
            auto read = io::read_csv(io::write_csv(table));
            REQUIRE((read ? "" : read.error().message()) == "");
            for (auto& row : read->rows) {
                for (auto& value : row) {
                    value = std::string(io::without_apostrophe(value));
                }
            }
            REQUIRE(read->columns == table.columns);
            REQUIRE(read->rows == table.rows);
        }
    }
}

TEST_CASE("a formula in a cell is inert") {
    for (const std::string value : {"=cmd|' /C calc'!A0", "+1", "-1-1", "@SUM(A1)", "\t=1", "'=1", "''@x"}) {
        INFO(value);
        const auto text = io::write_csv({{"a"}, {{value}}});
        const auto read = io::read_csv(text);
        REQUIRE(read);
        CHECK(read->rows.front().front() == "'" + value);
        CHECK(io::without_apostrophe(read->rows.front().front()) == value);
    }
    for (const std::string value : {"a=b", "'tis", "12", "", "a;b"}) {
        INFO(value);
        const auto text = io::write_csv({{"a", "b"}, {{value, "x"}}});
        CHECK(io::read_csv(text)->rows.front().front() == value);
        CHECK(io::without_apostrophe(value) == value);
    }
}

TEST_CASE("a formula behind blanks, a line end or a byte order mark is inert") {
    for (const std::string before : {" ", "  ", "\n", "\r\n", "\t", "\v", "\f", "\ufeff", "\u00a0", "\u200b", "\u2003", "\u3000", "\u2028", "\u202e", "\u2066",
                                     "\u00ad", " \n\ufeff ", "' ", " '", "\x1b"}) {
        for (const std::string sign : {"=", "+", "-", "@", "\uff1d", "\uff0b", "\uff0d", "\uff20", "\u2212"}) {
            const auto value = before + sign + "SUM(1,2)";
            INFO(value);
            const auto text = io::write_csv({{"a", "b"}, {{value, "x"}}});
            const auto read = io::read_csv(text);
            REQUIRE(read);
            CHECK(read->rows.front().front() == "'" + value);
            CHECK(io::without_apostrophe(read->rows.front().front()) == value);
        }
    }
    for (const std::string value : {" a", "\ufeffa=b", "' a", "a\n=b", "\u00a0", " 1", "\ufeff"}) {
        INFO(value);
        CHECK(io::read_csv(io::write_csv({{"a", "b"}, {{value, "x"}}}))->rows.front().front() == value);
        CHECK(io::without_apostrophe(value) == value);
    }
}

TEST_CASE("a calendar has folded lines, escaped text and stays the same") {
    Calendar calendar{"Plan", *Date::parse("2026-06-30"), {}, {}};
    CalendarTodo todo;
    todo.uid = "step-a-b@middleground";
    todo.summary = "Gr\u00f6\u00dfe; a, b \\ c";
    for (int i = 0; i < 60; ++i) {
        todo.description += "\u00e4\u20ac";
    }
    todo.description += "\nsecond\r\nthird";
    todo.due = *Date::parse("2026-07-01");
    calendar.todos.push_back(todo);
    const auto text = write_calendar(calendar);
    std::string unfolded;
    for (const auto& line : lines_of(text)) {
        CHECK(line.size() <= 75);
        CHECK((static_cast<unsigned char>(line[line.starts_with(' ') ? 1 : 0]) & 0xc0) != 0x80);
        if (line.starts_with(' ')) {
            unfolded += line.substr(1);
        } else {
            unfolded += '\n' + line;
        }
    }
    CHECK(unfolded.contains("\nSUMMARY:Gr\u00f6\u00dfe\\; a\\, b \\\\ c\n"));
    CHECK(unfolded.contains("\u20ac\\nsecond\\nthird\n"));
    CHECK(unfolded.contains("\nDUE;VALUE=DATE:20260701\n"));
    CHECK(write_calendar(calendar) == text);
}

TEST_CASE("what was set aside is called off in a calendar, and told in words elsewhere", "[set_aside]") {
    auto deal = example_deal();
    deal.client = Client::current;
    deal.stakeholders[1].stances[0].not_before = *Date::parse("2026-10-01");
    deal.commitments[1].events = {{CommitmentEventKind::asked, today() - 3, {elena}, {}, {}, {}, Asker::them},
                                  {CommitmentEventKind::declined, today() - 2, {elena}, {}, "No people", {}, {}, *Date::parse("2026-09-01")},
                                  {CommitmentEventKind::dropped, today(), {}, {}, "No use", {}}};
    deal.concerns[0].kind = ConcernKind::question;
    const auto calendar = deal_calendar(deal, today());
    CHECK(calendar.contains("STATUS:CANCELLED"));
    deal.commitments[1].events.pop_back();
    CHECK_FALSE(deal_calendar(deal, today()).contains("STATUS:CANCELLED"));
    deal.commitments[1].events.push_back({CommitmentEventKind::dropped, today(), {}, {}, "No use", {}});
    const auto page = paper_html(deal_paper(deal, today()));
    for (const auto* words : {"They asked, Elena Brandt", "not before 1 Sep 2026", "Dropped: No use", "Current customer", "not before 1 Oct 2026",
                              "(question, open)"}) {
        INFO(words);
        CHECK(page.contains(words));
    }
}

TEST_CASE("the page of a deal has what was set aside under a heading of its own, the buyer's nothing of it", "[set_aside]") {
    auto deal = example_deal();
    const auto before = paper_html(deal_paper(deal, today()));
    CHECK_FALSE(before.contains("No longer in the plan"));
    deal.commitments[1].events = {{CommitmentEventKind::not_needed, today(), {}, {}, "They have one", {}}};
    const auto page = paper_html(deal_paper(deal, today()));
    const auto heading = page.find("No longer in the plan");
    REQUIRE(heading != std::string::npos);
    CHECK(page.find("Build consensus", heading) != std::string::npos);
    CHECK(page.find("Not needed: They have one") > heading);
    CHECK_FALSE(page.contains("2. Build consensus"));
    CHECK(page.contains("2. Invest"));
    for (const auto format : {ExportFormat::html, ExportFormat::markdown}) {
        const auto plan = export_plan(buyer_plan(deal, today()), format).bytes;
        CHECK_FALSE(plan.contains("Build consensus"));
        CHECK_FALSE(plan.contains("They have one"));
    }
}

TEST_CASE("pages have no script and load nothing") {
    Deal deal = example_deal();
    const std::string hostile = "<script src=//x.example></script><img src=x onerror=y>\" ' & ![a](http://x.example)";
    deal.account = hostile;
    for (auto& commitment : deal.commitments) {
        commitment.title = commitment.done_when = hostile;
    }
    for (auto& person : deal.stakeholders) {
        person.name = person.title = hostile;
    }
    for (const auto& page :
         {export_deal(deal, ExportFormat::html, today()).bytes, export_plan(buyer_plan(deal, today()), ExportFormat::html).bytes}) {
        for (const auto* never : {"<script", "<img", "<link", "<iframe", " src=\"", " href=", "url(", "@import", "<a "}) {
            INFO(never);
            CHECK_FALSE(page.contains(never));
        }
        CHECK(page.contains("&lt;script src=//x.example&gt;"));
    }
    const auto text = export_plan(buyer_plan(deal, today()), ExportFormat::markdown).bytes;
    CHECK(text.contains("\\<script"));
    CHECK(text.contains("\\!\\[a\\]"));
}

TEST_CASE("every export holds the deal") {
    const auto deal = example_deal();
    const auto& step = deal.commitments.front();
    for (const auto& format : names_of<ExportFormat>()) {
        INFO(format.key);
        const auto words = step.title.substr(0, 12);
        CHECK(export_deal(deal, format.value, today()).bytes.contains(words));
        CHECK(export_plan(buyer_plan(deal, today()), format.value).bytes.contains(words));
    }
}
