#include "app/ui/details/own_history.hpp"

#include "app/session/history/update_history.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/app/applied.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

struct Learning : PageFixture {
    Learning() {
        today = test::today();
        open(example_deal());
        draw([](const Context& context) { open_own_history(context); });
        show();
    }
    void show() { draw(draw_own_history); }
    void press(std::string_view label) { PageFixture::press(label, draw_own_history); }
    void take(std::string_view text) {
        take_history(world(), "deals.csv", text);
        show();
    }
};

std::string closed_deals() {
    std::string text = "Deal,Client,Status\n";
    for (int i = 0; i < 120; ++i) {
        const bool current = i % 2 == 0;
        text += "D" + std::to_string(i) + (current ? ",Current" : ",New") + (i % 10 < (current ? 8 : 3) ? ",Won\n" : ",Lost\n");
    }
    return text;
}

}

TEST_CASE("Learn from closed deals: a table is asked for, then what is known of the deal, and its chance stays with it") {
    Learning page;
    CHECK(page.shows("Learn from closed deals"));
    page.press("Choose a table");
    CHECK(page.has_action<action::ChooseFile>());
    page.take(closed_deals());
    CHECK(page.item("Column that says how they ended")->value == "Status");
    CHECK(page.item("What it says of a won deal")->value == "Won");
    REQUIRE(page.item("Client"));
    CHECK(page.item("Client")->value == "Not known");
    CHECK(page.says("Nothing is known of this deal yet"));
    page.view.history.answers = {{"Client", "Current"}};
    page.show();
    CHECK(page.item("Client")->value == "Current");
    CHECK(page.says("Of deals like this one "));
    page.press("Use it for this deal");
    const auto deal = deal_after(page);
    REQUIRE(deal.own_base);
    CHECK(deal.own_base->won > 600);
    CHECK(deal.own_base->knows_client);
    CHECK(deal.own_base->answers == std::vector<OwnBaseAnswer>{{"Client", "Current"}});
    CHECK_FALSE(page.view.history.open);
}

TEST_CASE("Learn from closed deals: too few are said so, and nothing can be used") {
    Learning page;
    page.take("Client,Status\nNew,Won\nCurrent,Lost\n");
    CHECK(page.says("There are too few closed deals"));
    CHECK_FALSE(page.shows("Use it for this deal"));
    page.press("Cancel");
    CHECK_FALSE(page.view.history.open);
}

TEST_CASE("Learn from closed deals: another deal closes the dialog, and brings its own answers along") {
    Learning page;
    page.take(closed_deals());
    auto other = example_deal();
    other.id = {"d99999"};
    other.own_base = OwnBase{620, "deals.csv", {{"Client", "New"}}};
    page.open(other);
    page.show();
    CHECK_FALSE(page.view.history.open);
    page.draw([](const Context& context) { open_own_history(context); });
    CHECK(page.view.history.answers.size() == 1);
    CHECK(page.view.history.answers[0].value == "New");
}
