// What every view gets: which deal it is about, and what may be done to it.
#include "app/ui/context.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

TEST_CASE("Context: of no deal, of the open one, of a copy that is looked at", "[context]") {
    PageFixture page;
    page.today = test::today();
    struct Row {
        bool has_deal;
        bool read_only;
        Screen screen;
    };
    const auto check = [&](Row row) {
        page.draw([&](const Context& context) {
            CHECK((context.deal != nullptr) == row.has_deal);
            CHECK((context.derived != nullptr) == row.has_deal);
            CHECK((context.outlook != nullptr) == row.has_deal);
            CHECK((context.revision != 0) == row.has_deal);
            CHECK(context.read_only == row.read_only);
            CHECK(context.screen == row.screen);
        });
    };
    check({false, false, Screen::deals});
    page.open(example_deal());
    check({true, false, Screen::deal});
    page.go(Screen::settings);
    check({true, false, Screen::settings});
    show(page.world(), shown::PreviewPage{{example_deal(), page.document.next_revision++, "the link", {}}, Screen::people});
    check({true, true, Screen::people});
}

TEST_CASE("Context: what was supposed for one deal is not supposed for the next", "[context]") {
    PageFixture page;
    page.today = test::today();
    page.open(example_deal());
    page.draw([](const Context&) {});
    const auto first = page.view.forecast.what_ifs_of;
    page.view.forecast.what_ifs.resize(1);
    page.draw([](const Context&) {});
    CHECK(page.view.forecast.what_ifs.size() == 1);
    auto other = example_deal();
    other.id = {"other1"};
    page.open(std::move(other));
    page.draw([](const Context&) {});
    CHECK(page.view.forecast.what_ifs_of != first);
    CHECK(page.view.forecast.what_ifs.empty());
}

TEST_CASE("Context: a phone, a narrow window, a wide one", "[context]") {
    for (const auto& [width, phone, narrow] : {std::tuple{390.0f, true, true}, std::tuple{1000.0f, false, true}, std::tuple{1440.0f, false, false}}) {
        PageFixture page(ImVec2(width, 800));
        page.draw([&](const Context& context) {
            CHECK(context.phone == phone);
            CHECK(context.narrow == narrow);
            CHECK(context.max.x == width);
        });
    }
}
