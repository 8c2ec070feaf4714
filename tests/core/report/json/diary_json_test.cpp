#include "core/report/json/diary_json.hpp"

#include "tests/support/random_things.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>

#include <regex>
#include <vector>

using namespace middleground;
using namespace middleground::test;

namespace {

std::vector<Deal> closed(int count) {
    Random random(4);
    std::vector<Deal> deals;
    for (int i = 0; i < count; ++i) {
        Deal deal;
        deal.id = DealId::make(random);
        deal.outcome = i % 3 == 0 ? Outcome(Won{today() - i}) : Outcome(Lost{today() - i, {}, {}});
        deal.diary = {{today() - i - 70, 200 + 10 * (i % 30), 20, 60, 200, 1}, {today() - i - 40, 300, 20, 35, 90, 1}};
        deals.push_back(std::move(deal));
    }
    return deals;
}

std::string report_of(const std::vector<Deal>& deals) {
    std::vector<const Deal*> all;
    for (const auto& deal : deals) {
        all.push_back(&deal);
    }
    return write_how_good(how_good(all));
}

}

TEST_CASE("the report on the diary has what is specified, and every member of it is") {
    const auto report = report_of(closed(45));
    CHECK(report.starts_with("{\n  \"middleground_diary\": 1,\n  \"closed\": 45,\n  \"without_diary\": 0,"));
    CHECK(report.contains("\"recalibration\""));
    CHECK(report.contains("\"sixty\": 0."));
    const auto formats = source_file("core/files/FORMATS.md");
    const std::regex name("\"([a-z_]+)\":");
    for (std::sregex_iterator found(report.begin(), report.end(), name), end; found != end; ++found) {
        INFO((*found)[1].str());
        REQUIRE(formats.contains('`' + (*found)[1].str() + '`'));
    }
    CHECK(report_of(closed(45)) == report);
}

TEST_CASE("with nothing closed the report says so") {
    const auto report = report_of({});
    CHECK(report.contains("\"closed\": 0"));
    CHECK_FALSE(report.contains("recalibration"));
}
