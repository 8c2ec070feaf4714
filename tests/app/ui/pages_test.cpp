#include "app/ui/pages.hpp"
#include "tests/app/ui/page_fixture.hpp"

#include "core/files/link/snapshot_link.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;

namespace {

Playbook playbook(std::string id, std::string title) {
    Playbook result;
    result.id = std::move(id);
    result.title = std::move(title);
    result.what = "For " + result.title;
    PlaybookStep first;
    first.id = "time";
    first.title = "Time";
    first.ask = "Would you give me 45 minutes?";
    first.days_mode = 7;
    first.odds_a = 8;
    first.odds_b = 2;
    first.origin = "Our default, not measured.";
    PlaybookStep last = first;
    last.id = "decide";
    last.title = "Decide";
    last.prerequisites = {"time"};
    last.decides = true;
    result.steps = {first, last};
    return result;
}

Deal deal(const Date today, std::string account) {
    Random random{5};
    auto result = start_deal(playbook("ten-commitments", "Ten commitments"), "Delivery planning", std::move(account), today - 20, random);
    result.amount = Money{18400000, "EUR"};
    return result;
}

}

TEST_CASE("Deals: the row opens its deal, and its actions are for it alone") {
    PageFixture page;
    page.document.entries.resize(1);
    page.document.entries[0].deal = deal(page.today, "Brightwater Foods");
    const auto id = page.document.entries[0].deal.id;
    page.draw(draw_deals);
    CHECK(page.says("One ask is ready, one deal has been quiet for over 14 days"));

    SECTION("the row") {
        page.press("Brightwater Foods", draw_deals);
        CHECK(page.action<action::OpenDeal>().id == id);
        CHECK_FALSE(page.has_action<action::RemoveDeal>());
    }
    SECTION("duplicate") {
        page.press("More for Brightwater Foods", draw_deals);
        page.press("Duplicate", draw_deals);
        CHECK(page.action<action::DuplicateDeal>().id == id);
        CHECK_FALSE(page.has_action<action::OpenDeal>());
    }
    SECTION("remove") {
        page.press("More for Brightwater Foods", draw_deals);
        page.press("Remove", draw_deals);
        CHECK(page.action<action::RemoveDeal>().id == id);
        CHECK_FALSE(page.has_action<action::OpenDeal>());
    }
    SECTION("a file") {
        page.press("Open a file", draw_deals);
        CHECK(page.has_action<action::ChooseFile>());
    }
    SECTION("a search that finds nothing can be taken back") {
        page.press("Search deals", draw_deals);
        page.type("nobody", draw_deals);
        CHECK_FALSE(page.shows("Brightwater Foods"));
        page.press("Show all", draw_deals);
        CHECK(page.shows("Brightwater Foods"));
    }
}

TEST_CASE("Deals on a phone: rows open, the menu removes") {
    PageFixture page(ImVec2(390, 844));
    page.document.entries.resize(1);
    page.document.entries[0].deal = deal(page.today, "Brightwater Foods");
    page.draw(draw_deals);
    SECTION("the row") {
        page.press("Brightwater Foods", draw_deals);
        CHECK(page.has_action<action::OpenDeal>());
    }
    SECTION("the menu") {
        page.press("More for Brightwater Foods", draw_deals);
        CHECK_FALSE(page.has_action<action::OpenDeal>());
        page.press("Remove", draw_deals);
        CHECK(page.has_action<action::RemoveDeal>());
    }
}

TEST_CASE("Deals without a deal offers to start one or to bring the samples back") {
    PageFixture page;
    page.draw(draw_deals);
    CHECK(page.shows("No deals yet"));
    page.press("Put the samples back", draw_deals);
    CHECK(page.has_action<action::AddSamples>());
    page.press("New deal", draw_deals);
    CHECK(page.view.new_deal.open);
}

TEST_CASE("a stored text that cannot be read can be kept and removed") {
    PageFixture page;
    page.document.damaged.push_back({"deal/abc123", "{ broken", Error{"The text ends too early", "line 1", ""}});
    page.draw(draw_deals);
    CHECK(page.says("The text ends too early"));
    CHECK(page.says("deal/abc123"));
    page.press("Download", draw_deals);
    CHECK(page.action<action::SaveDamaged>().key == "deal/abc123");
    page.press("Remove", draw_deals);
    CHECK_FALSE(page.has_action<action::RemoveDamaged>());
    page.press("Remove entry", draw_deals);
    CHECK(page.action<action::RemoveDamaged>().key == "deal/abc123");
}

TEST_CASE("New deal: a name and Enter are enough") {
    PageFixture page;
    page.document.playbooks = {playbook("small-quick", "Small and quick"), playbook("ten-commitments", "Ten commitments")};
    page.view.new_deal.open = true;
    page.view.new_deal.just_opened = true;
    page.draw(draw_new_deal);
    CHECK(page.says("For Ten commitments"));

    SECTION("the first field has the focus") {
        page.type("Brightwater Foods", draw_new_deal);
        page.press_key(ImGuiKey_Enter, draw_new_deal);
        const auto& made = page.action<action::CreateDeal>();
        CHECK(made.account == "Brightwater Foods");
        CHECK(made.title.empty());
        CHECK(made.playbook == "ten-commitments");
        CHECK_FALSE(page.view.new_deal.open);
    }
    SECTION("Tab goes on to the title and creates nothing") {
        page.type("Brightwater Foods", draw_new_deal);
        page.press_key(ImGuiKey_Tab, draw_new_deal);
        CHECK_FALSE(page.has_action<action::CreateDeal>());
        page.type("Six depots", draw_new_deal);
        page.press_key(ImGuiKey_Enter, draw_new_deal);
        CHECK(page.action<action::CreateDeal>().title == "Six depots");
        CHECK(page.action<action::CreateDeal>().account == "Brightwater Foods");
    }
    SECTION("without any name it says what is missing") {
        page.press("Create deal", draw_new_deal);
        CHECK_FALSE(page.has_action<action::CreateDeal>());
        CHECK(page.view.new_deal.open);
        CHECK(page.says("Either is enough"));
    }
    SECTION("Esc closes it") {
        page.press_key(ImGuiKey_Escape, draw_new_deal);
        page.press_key(ImGuiKey_Escape, draw_new_deal);
        CHECK_FALSE(page.view.new_deal.open);
        CHECK_FALSE(page.has_action<action::CreateDeal>());
    }
}

TEST_CASE("Playbooks: the chosen one is described and starts a deal") {
    PageFixture page;
    page.document.playbooks = {playbook("ten-commitments", "Ten commitments"), playbook("small-quick", "Small and quick")};
    page.draw(draw_playbooks);
    CHECK(page.says("For Ten commitments"));
    CHECK(page.says("Usually kept 8 times in 10"));
    CHECK(page.says("Nothing, it can come first"));
    page.press("Small and quick", draw_playbooks);
    CHECK(page.says("For Small and quick"));
    page.press("Start a deal", draw_playbooks);
    CHECK(page.view.new_deal.open);
    CHECK(page.view.new_deal.playbook == "small-quick");
}

TEST_CASE("Settings: theme, text size, drawing and data") {
    PageFixture page;
    page.document.entries.resize(1);
    page.document.entries[0].deal = deal(page.today, "Brightwater Foods");
    page.draw(draw_settings);
    CHECK(page.says("1 deal kept on this device, never backed up"));
    CHECK(page.says("312 KB of 5 MB, 1 deal"));
    page.press("Dark", draw_settings);
    CHECK(page.action<action::SetSettings>().settings.theme == ThemeChoice::dark);
    page.press("Larger text", draw_settings);
    CHECK(page.action<action::SetSettings>().settings.text_percent == 110);
    page.press("Processor", draw_settings);
    CHECK(page.action<action::SetSettings>().settings.drawing == DrawingChoice::processor);
    CHECK(page.says("from the next start on"));
    page.press("Show recalibrated chances", draw_settings);
    CHECK_FALSE(page.action<action::SetSettings>().settings.recalibrates);
    page.press("Back up all", draw_settings);
    CHECK(page.has_action<action::BackUpAll>());
    page.press("Restore", draw_settings);
    CHECK(page.has_action<action::ChooseFile>());
    page.press("Put the samples back", draw_settings);
    CHECK(page.has_action<action::AddSamples>());
    page.press("Keyboard shortcuts", draw_settings);
    CHECK(page.view.help_open);
}

TEST_CASE("Share: the link can be copied, opened and saved as a file") {
    PageFixture page;
    page.open(deal(page.today, "Brightwater Foods"));
    page.draw(draw_share);
    page.press("Internal", draw_share);
    CHECK(page.view.share.internal);
    page.draw(draw_share);
    CHECK(page.says("https://host.example/#d2."));
    CHECK(page.says("characters"));
    CHECK(page.says("The deal is inside the link"));
    page.press("Copy link", draw_share);
    CHECK(page.has_action<action::CopyLink>());
    page.press("Open", draw_share);
    CHECK(page.action<action::OpenUrl>().url.starts_with("https://host.example/#d2."));
    page.press("Deal file", draw_share);
    CHECK(page.has_action<action::SaveDealFile>());
    page.press("Table", draw_share);
    CHECK(page.action<action::SaveExport>().format == ExportFormat::csv);
    CHECK_FALSE(page.action<action::SaveExport>().buyer_safe);
}

TEST_CASE("Share begins with what is safe for the buyer, and shows it") {
    PageFixture page;
    auto shared = deal(page.today, "Brightwater Foods");
    shared.notes = "our private notes";
    page.open(shared);
    page.draw(draw_share);
    CHECK(page.says("What they will see, and nothing else"));
    CHECK(page.says("Our plan for a good decision"));
    CHECK(page.says("The plan is inside the link"));
    CHECK_FALSE(page.says("private notes"));
    const auto link = io::encode_link(buyer_plan(shared, page.today)).value();
    page.press("Copy link", draw_share);
    CHECK(page.action<action::CopyText>().text == "https://host.example/" + link);
    page.press("Calendar file", draw_share);
    CHECK(page.action<action::SaveExport>().format == ExportFormat::calendar);
    CHECK(page.action<action::SaveExport>().buyer_safe);
}

TEST_CASE("Share of a deal that is only looked at copies what is looked at") {
    PageFixture page;
    page.open(deal(page.today, "Brightwater Foods"));
    page.read_only = true;
    page.draw(draw_share);
    page.press("Internal", draw_share);
    page.draw(draw_share);
    CHECK_FALSE(page.shows("Deal file"));
    page.press("Copy link", draw_share);
    CHECK(page.action<action::CopyText>().text.starts_with("https://host.example/#d2."));
}

TEST_CASE("the buyer's page is alone, and closes only where it was opened by its maker") {
    PageFixture page;
    page.document.entries.resize(1);
    page.document.entries[0].deal = deal(page.today, "Another customer");
    page.document.entries[0].deal.sample = true;
    show(page.world(), shown::BuyerPlanPage{buyer_plan(deal(page.today, "Brightwater Foods"), page.today), false});
    page.draw(draw_shell);
    CHECK(page.says("Our plan for a good decision"));
    CHECK_FALSE(page.says("Another customer"));
    for (const auto* inside : {"Deals", "Settings", "Forecast", "Close"}) {
        INFO(inside);
        CHECK_FALSE(page.shows(inside));
    }
    page.draw(draw_buyer_plan);
    page.press("Print", draw_buyer_plan);
    CHECK(page.action<action::PrintPage>().html.contains("Our plan for a good decision"));
    page.document.entries[0].deal.sample = false;
    page.draw(draw_buyer_plan);
    page.press("Close", draw_buyer_plan);
    CHECK(page.has_action<action::CloseBuyerPlan>());
}
