#include "app/ui/details/deal_details.hpp"

#include "app/ui/shell/header_facts.hpp"
#include "app/ui/shell/shell.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/app/applied.hpp"
#include "tests/support/example_deal.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

// The panel beside nothing, with the example deal.
struct Details : PageFixture {
    explicit Details(Deal deal = example_deal(), ImVec2 size = ImVec2(1440, 1400)) : PageFixture(size) {
        today = test::today();
        open(std::move(deal));
        view.details_open = true;
        draw(draw_deal_details);
    }
    void press(std::string_view label) { PageFixture::press(label, draw_deal_details); }
    void press_key(ImGuiKey key) { PageFixture::press_key(key, draw_deal_details); }
    // Replaces what the field holds and keeps it.
    void fill(std::string_view label, std::string_view text) {
        press(label);
        auto& io = ImGui::GetIO();
        io.AddKeyEvent(ImGuiMod_Ctrl, true);
        press_key(ImGuiKey_A);
        io.AddKeyEvent(ImGuiMod_Ctrl, false);
        draw(draw_deal_details);
        type(text, draw_deal_details);
        press_key(ImGuiKey_Enter);
    }
    const Deal& deal() const { return document.entries.front().deal; }
    // What was typed is still there, and nothing was asked for.
    void refused(std::string_view label, std::string_view typed) {
        CHECK(item(label)->value == typed);
        CHECK_FALSE(has_action<action::Apply>());
    }
};

}

TEST_CASE("Deal details: each fact changes the deal") {
    Details page;
    SECTION("title") {
        page.fill("Deal title", "Six depots");
        CHECK(deal_after(page).title == "Six depots");
    }
    SECTION("account") {
        page.fill("Deal account", "Brightwater Group");
        CHECK(deal_after(page).account == "Brightwater Group");
    }
    SECTION("whether they buy already") {
        CHECK(page.item("Deal customer")->value == "Not known yet");
        page.press("Deal customer");
        page.press_key(ImGuiKey_C);
        page.press_key(ImGuiKey_Enter);
        CHECK(deal_after(page).client == Client::current);
    }
    SECTION("what its chance begins with") {
        CHECK(page.item("Deal base chance")->value == "By the playbook");
        page.press("Deal base chance");
        page.press_key(ImGuiKey_DownArrow);
        page.press_key(ImGuiKey_Enter);
        CHECK(page.view.history.open);
        CHECK_FALSE(page.has_action<action::Apply>());
    }
    SECTION("back to the playbook's chance") {
        page.document.entries.front().deal.own_base = OwnBase{620, "deals.csv"};
        page.draw(draw_deal_details);
        CHECK(page.item("Deal base chance")->value == "62 of 100, by your closed deals");
        CHECK(page.says("deals.csv"));
        page.press("Deal base chance");
        page.press_key(ImGuiKey_UpArrow);
        page.press_key(ImGuiKey_Enter);
        CHECK_FALSE(deal_after(page).own_base);
    }
    SECTION("amount, of the deal's currency where none is typed") {
        page.fill("Deal amount", "212k");
        CHECK(deal_after(page).amount == Money{21200000, "EUR"});
    }
    SECTION("no amount") {
        page.press("Deal amount");
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
        page.press_key(ImGuiKey_A);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
        page.press_key(ImGuiKey_Delete);
        page.press_key(ImGuiKey_Enter);
        CHECK_FALSE(deal_after(page).amount);
    }
    SECTION("target date, as one more entry of its history") {
        page.fill("Deal target date", short_date(page.today + 20, page.today));
        const auto targets = deal_after(page).targets;
        REQUIRE(targets.size() == 2);
        CHECK(targets.back().date == page.today + 20);
        CHECK(targets.back().on == page.today);
    }
    SECTION("whose date") {
        page.press("Their event");
        CHECK(target_of(deal_after(page))->reason == TargetReason::buyer_event);
        CHECK(target_of(deal_after(page))->date == page.today + 60);
    }
    SECTION("its reason is one entry, not one for each letter") {
        page.fill("Target reason", "Peak season");
        CHECK(deal_after(page).targets.size() == 2);
        CHECK(target_of(deal_after(page))->note == "Peak season");
    }
    SECTION("opened, on an earlier day") {
        page.fill("Deal opened", short_date(page.today - 60, page.today));
        CHECK(deal_after(page).opened == page.today - 60);
    }
    SECTION("seller") {
        page.fill("Deal seller", "Nora Whitfield");
        CHECK(deal_after(page).seller == "Nora Whitfield");
    }
    SECTION("who sets the steps") {
        page.press("Their tender");
        CHECK(deal_after(page).process == Process::buyer_led);
    }
    SECTION("group size") {
        page.fill("Expected group size", "9");
        CHECK(deal_after(page).expected_group_size == 9);
    }
    SECTION("an alternative is added") {
        page.press("Add an alternative");
        page.type("Kestrel Routing", draw_deal_details);
        page.press_key(ImGuiKey_Enter);
        const auto list = deal_after(page).alternatives;
        REQUIRE(list.size() == 1);
        CHECK(list.front().name == "Kestrel Routing");
    }
    SECTION("private notes") {
        page.fill("Private notes", "Elena decides in July");
        CHECK(deal_after(page).notes == "Elena decides in July");
    }
    SECTION("a tag") {
        page.press("Tags");
        page.type("food", draw_deal_details);
        page.press_key(ImGuiKey_Enter);
        CHECK(deal_after(page).tags == std::vector<Tag>{{"food"}});
    }
    SECTION("a link") {
        page.press("Add a link");
        page.type("example.com/offer", draw_deal_details);
        page.fill("Link title", "Offer 3");
        const auto links = deal_after(page).links;
        REQUIRE(links.size() == 1);
        CHECK(links.front() == DocumentLink{"Offer 3", "https://example.com/offer"});
    }
}

TEST_CASE("Deal details: bad input stays where it was typed and changes nothing") {
    Details page;
    SECTION("a date that cannot be") {
        page.fill("Deal target date", "31 Feb");
        page.refused("Deal target date", "31 Feb");
        CHECK(page.says("31 Feb"));
    }
    SECTION("an amount with two currencies") {
        page.fill("Deal amount", "\u20ac184,000 USD");
        page.refused("Deal amount", "\u20ac184,000 USD");
    }
    SECTION("opened after the first thing that happened") {
        const auto late = short_date(page.today - 10, page.today);
        page.fill("Deal opened", late);
        page.refused("Deal opened", late);
        CHECK(page.says("when the target date was set"));
    }
    SECTION("a link that is no address of the web") {
        page.press("Add a link");
        page.type("javascript:alert(1)", draw_deal_details);
        page.press("Add link");
        page.refused("Link address", "javascript:alert(1)");
        CHECK_FALSE(page.view.facts.link->error.empty());
    }
    SECTION("a group that is too large") {
        page.fill("Expected group size", "1000");
        page.refused("Expected group size", "1000");
        CHECK(page.says("Type a number from 1 to 100"));
    }
    SECTION("a name of 500 letters with three bytes each is cut to what the model takes, and said") {
        std::string name;
        for (int i = 0; i < 500; ++i) {
            name += "\u4e2d";
        }
        page.fill("Deal title", name);
        CHECK(deal_after(page).title.size() <= 500);
    }
}

TEST_CASE("Deal details: what is there can be changed and removed") {
    auto deal = example_deal();
    deal.alternatives = {{"Kestrel Routing", AlternativeKind::competitor, "runs on site", {}},
                         {"Plan by hand", AlternativeKind::do_nothing, {}, {}}};
    deal.tags = {{"food"}, {"peak"}};
    deal.links = {{"Offer 3", "https://example.com/offer"}};
    Details page(std::move(deal));
    SECTION("an alternative goes") {
        page.press("Remove alternative 1");
        REQUIRE(deal_after(page).alternatives.size() == 1);
        CHECK(deal_after(page).alternatives.front().name == "Plan by hand");
    }
    SECTION("its notes and name") {
        page.fill("Notes on alternative 2", "as today");
        CHECK(deal_after(page).alternatives[1].notes == "as today");
        page.fill("Alternative 2", "Excel");
        CHECK(deal_after(page).alternatives[1].name == "Excel");
    }
    SECTION("a tag goes") {
        page.press("Remove food");
        CHECK(deal_after(page).tags == std::vector<Tag>{{"peak"}});
    }
    SECTION("a link is opened, changed and removed") {
        page.press("Offer 3");
        CHECK(page.action<action::OpenUrl>().url == "https://example.com/offer");
        page.press("Change link Offer 3");
        page.fill("Link address", "https://example.com/offer4");
        CHECK(deal_after(page).links.front().url == "https://example.com/offer4");
        page.actions.clear();
        page.press("Remove link Offer 3");
        CHECK(deal_after(page).links.empty());
    }
}

TEST_CASE("Deal details: without commitments a playbook plans, with them it is what the deal is compared with") {
    auto deal = example_deal();
    const bool planned = GENERATE(false, true);
    CAPTURE(planned);
    if (!planned) {
        deal.commitments.clear();
        deal.interactions.clear();
    }
    Details page(std::move(deal));
    Playbook quick;
    quick.id = "small-quick";
    quick.title = "Small and quick";
    page.document.playbooks = {quick};
    page.draw(draw_deal_details);
    page.press("Deal playbook");
    page.press("Small and quick");
    if (planned) {
        CHECK(deal_after(page).playbook == "small-quick");
        CHECK(deal_after(page).commitments == page.deal().commitments);
    } else {
        CHECK(page.action<action::PlanDeal>().playbook == "small-quick");
    }
}

TEST_CASE("Deal details that are only looked at have no controls") {
    auto deal = example_deal();
    deal.tags = {{"food"}};
    deal.links = {{"Offer 3", "https://example.com/offer"}};
    PageFixture page(ImVec2(1440, 1400));
    page.today = test::today();
    page.open(std::move(deal));
    page.read_only = true;
    page.view.details_open = true;
    page.draw(draw_deal_details);
    for (const auto* label : {"Deal title", "Deal amount", "Won", "Lost", "Add a link", "Remove link Offer 3", "Private notes"}) {
        CAPTURE(label);
        CHECK_FALSE(page.shows(label));
    }
    CHECK(page.says("food"));
    CHECK(page.says("Offer 3"));
    CHECK(page.says("Brightwater Foods"));
}

TEST_CASE("Deal details: Esc closes, and the focus goes to the button that opens them") {
    Details page;
    CHECK(page.shows("Deal details"));
    page.press_key(ImGuiKey_Escape);
    CHECK_FALSE(page.view.details_open);
    CHECK(page.view.focus_field == "Details");
}

TEST_CASE("Deal details on a phone are a sheet") {
    Details page(example_deal(), ImVec2(390, 844));
    CHECK(page.shows("Deal title"));
    page.press("Close");
    CHECK_FALSE(page.view.details_open);
}

namespace {

void draw_facts(const Context& context) {
    draw_header_facts(context, {32, 0}, {1000, 56});
}

struct Header : PageFixture {
    explicit Header(Deal deal) {
        today = test::today();
        open(std::move(deal));
        draw(draw_facts);
    }
    void fill(std::string_view label, std::string_view text) {
        press(label, draw_facts);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
        press_key(ImGuiKey_A, draw_facts);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
        draw(draw_facts);
        type(text, draw_facts);
    }
};

}

TEST_CASE("Header: facts are edited where they stand") {
    Header page(example_deal());
    SECTION("the amount, with Enter") {
        page.fill("Amount of the deal", "99k");
        page.press_key(ImGuiKey_Enter, draw_facts);
        CHECK(deal_after(page).amount == Money{9900000, "EUR"});
    }
    SECTION("the title, with every key") {
        page.fill("Title of the deal", "Six depots");
        CHECK(deal_after(page).title == "Six depots");
    }
    SECTION("Esc gives back what was there") {
        page.fill("Title of the deal", "Six depots");
        carry_out(page);
        page.draw(draw_facts);
        page.press_key(ImGuiKey_Escape, draw_facts);
        CHECK(deal_after(page).title == "Planning for Brightwater");
    }
    SECTION("by keyboard: Enter edits") {
        page.view.focus_field = "Account of the deal";
        page.draw(draw_facts);
        page.type("X", draw_facts);
        page.press_key(ImGuiKey_Enter, draw_facts);
        CHECK(page.has_action<action::Apply>());
    }
    SECTION("two currencies are refused there") {
        page.fill("Amount of the deal", "\u20ac5 USD");
        page.press_key(ImGuiKey_Enter, draw_facts);
        CHECK_FALSE(page.has_action<action::Apply>());
        CHECK(page.item("Amount of the deal")->value == "\u20ac5 USD");
    }
    SECTION("the target opens its editor") {
        page.press("Target date of the deal", draw_facts);
        CHECK(page.view.facts.target_open);
    }
}

TEST_CASE("Header: what is missing can be added") {
    auto deal = example_deal();
    deal.amount.reset();
    deal.targets.clear();
    Header page(std::move(deal));
    CHECK(page.item("Target date of the deal")->value == "Add a target date");
    page.press("Amount of the deal", draw_facts);
    page.type("12000", draw_facts);
    page.press_key(ImGuiKey_Enter, draw_facts);
    CHECK(deal_after(page).amount == Money{1200000, "EUR"});
}

TEST_CASE("Header: long names stay before the buttons") {
    auto deal = example_deal();
    deal.title = std::string(500, 'W');
    deal.account = std::string(500, 'M');
    Header page(std::move(deal));
    for (const auto* label : {"Account of the deal", "Title of the deal", "Amount of the deal", "Target date of the deal"}) {
        CAPTURE(label);
        if (const auto* item = page.item(label)) CHECK(item->max.x <= 1010);
    }
    CHECK(page.shows("Amount of the deal"));
}
