#include "core/report/json/agenda_json.hpp"

#include "core/report/agenda_page.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/lively_deal.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <deque>
#include <regex>

using namespace middleground;
using namespace middleground::test;

namespace {

struct Made {
    explicit Made(int count) {
        for (int i = 0; i < count; ++i) {
            Random random(static_cast<std::uint64_t>(i));
            deals.push_back(lively_deal(random));
            const auto all = assessed(deals.back(), today());
            lines.push_back(agenda_of({deals.back(), playbook_of(deals.back()), all.next, all.consensus}, today()));
        }
        std::vector<AgendaOfDeal> all;
        for (std::size_t i = 0; i < deals.size(); ++i) {
            all.push_back({&deals[i], &lines[i]});
        }
        agenda = agenda_of(all, today());
    }
    std::deque<Deal> deals;
    std::deque<std::vector<AgendaLine>> lines;
    Agenda agenda;
};

}

TEST_CASE("the report on today has what is specified, and every member of it is") {
    const Made made(40);
    const auto report = write_agenda(made.agenda, today());
    CHECK(report.starts_with("{\n  \"middleground_today\": 1,\n"));
    CHECK(report.contains("\"count\": " + std::to_string(made.agenda.for_today())));
    const auto formats = source_file("core/files/FORMATS.md");
    const std::regex name("\"([a-z_]+)\":");
    for (std::sregex_iterator found(report.begin(), report.end(), name), end; found != end; ++found) {
        INFO((*found)[1].str());
        REQUIRE(formats.contains('`' + (*found)[1].str() + '`'));
    }
    CHECK(write_agenda(Made(40).agenda, today()) == report);
    CHECK(write_agenda(Made(0).agenda, today()).contains("\"lines\": []"));
}

TEST_CASE("the printed list has a section for each group that has something for today") {
    const Made made(40);
    const auto paper = agenda_paper(made.agenda, today());
    std::size_t items = 0;
    for (const auto& section : paper.sections) {
        CHECK_FALSE(section.items.empty());
        items += section.items.size();
    }
    CHECK(items == static_cast<std::size_t>(made.agenda.for_today()));
    CHECK(paper_html(paper).contains("<h1"));
}
