// Undo on the list takes back what made a deal only while nothing was done to the deal after that.
#include "app/session/imports.hpp"
#include "app/session/update/update_import.hpp"
#include "core/model/belief.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace middleground;
using middleground::test::Tab;

namespace {

struct Listed : Tab {
    void list() { act(action::GoTo{Screen::deals}); }
    Deal& deal(const DealId& id) { return find_entry(document, id)->deal; }
    bool has(const DealId& id) const { return find_entry(document, id) != nullptr; }
    void change(const DealId& id, const std::string& account) {
        act(action::OpenDeal{id, Screen::deal});
        edit::SetDeal set;
        set.account = account;
        act(apply_edit(set));
        list();
    }
    void undo_in(const DealId& id) {
        act(action::OpenDeal{id, Screen::deal});
        act(action::Undo{});
        list();
    }
    void import(const std::string& lines) {
        open_file(world(), "deals.csv", "Opportunity ID,Opportunity Name,Account Name,Stage,Close Date\n" + lines);
        std::vector<const Deal*> deals;
        for (const auto& entry : document.entries) {
            deals.push_back(&entry.deal);
        }
        while (document.import->work(deals, revision_of_deals(document))) {}
        act(action::TakeImport{});
        list();
    }
    DealId titled(const std::string& title) const {
        for (const auto& entry : document.entries) {
            if (entry.deal.title == title) return entry.deal.id;
        }
        FAIL("no deal " << title);
        return {};
    }
};

constexpr const char* two_deals = "0061,Depots,Acme,Prospecting,2026-09-30\n0062,Trucks,Acme,Prospecting,2026-09-30\n";
constexpr const char* two_later = "0061,Depots,Acme,Prospecting,2026-10-30\n0062,Trucks,Acme,Prospecting,2026-10-30\n";

}

TEST_CASE("a deal that was started and then changed stays when the list is undone", "[undo]") {
    Listed tab;
    const auto id = tab.start("Signal boxes");
    tab.change(id, "Rail");
    CHECK(undo_what(tab.document).empty());
    tab.act(action::Undo{});
    REQUIRE(tab.has(id));
    CHECK(tab.deal(id).account == "Rail");
    // What was done is undone in the deal; then so can its start be.
    tab.undo_in(id);
    CHECK(undo_what(tab.document) == "Started Signal boxes");
    tab.act(action::Undo{});
    CHECK_FALSE(tab.has(id));
    tab.act(action::Redo{});
    CHECK(tab.has(id));
}

TEST_CASE("what the program writes down by itself is no change of the user's", "[undo]") {
    Listed tab;
    const auto id = tab.start("Signal boxes");
    tab.list();
    tab.deal(id).diary.emplace_back();
    CHECK(undo_what(tab.document) == "Started Signal boxes");
}

TEST_CASE("past a start that stays, the older step that loses nothing is undone, and the order of the others is kept", "[undo]") {
    Listed tab;
    const auto a = tab.start("A");
    const auto b = tab.start("B");
    tab.act(action::RemoveDeal{a});
    const auto c = tab.start("C");
    tab.change(c, "Rail");
    CHECK(undo_what(tab.document) == "Removed A");
    tab.act(action::Undo{});
    CHECK(tab.has(a));
    CHECK(undo_what(tab.document) == "Started B");
    tab.act(action::Undo{});
    CHECK_FALSE(tab.has(b));
    CHECK(undo_what(tab.document) == "Started A");
    CHECK(redo_what(tab.document) == "Started B");
    tab.act(action::Redo{});
    CHECK(tab.has(b));
    CHECK(tab.has(c));
}

TEST_CASE("a copy that was changed stays too", "[undo]") {
    Listed tab;
    const auto id = tab.start("A");
    tab.list();
    tab.act(action::DuplicateDeal{id});
    const auto copy = tab.titled("A (copy)");
    CHECK(undo_what(tab.document) == "Copied A");
    tab.change(copy, "Rail");
    CHECK(undo_what(tab.document) == "Started A");
}

TEST_CASE("a removal that was undone is not done again over what was changed meanwhile", "[undo]") {
    Listed tab;
    const auto id = tab.start("A");
    tab.list();
    tab.act(action::RemoveDeal{id});
    tab.act(action::Undo{});
    CHECK(redo_what(tab.document) == "Removed A");
    tab.change(id, "Rail");
    CHECK(redo_what(tab.document).empty());
    tab.act(action::Redo{});
    CHECK(tab.has(id));
}

TEST_CASE("an import of which one deal was changed is not undone, nor what it stands on", "[undo]") {
    Listed tab;
    const auto other = tab.start("Other");
    tab.list();
    tab.import(two_deals);
    tab.import(two_later);
    const auto depots = tab.titled("Depots");
    CHECK(undo_what(tab.document) == "Updated 2 deals");
    tab.change(depots, "Rail");
    // Neither the second import, nor the first, which it changed the deals of.
    CHECK(undo_what(tab.document) == "Started Other");
    tab.act(action::Undo{});
    CHECK_FALSE(tab.has(other));
    tab.undo_in(depots);
    CHECK(undo_what(tab.document) == "Updated 2 deals");
    tab.act(action::Undo{});
    tab.act(action::Undo{});
    CHECK(tab.document.entries.empty());
    tab.act(action::Redo{});
    tab.act(action::Redo{});
    CHECK(tab.document.entries.size() == 2);
}

TEST_CASE("a message's Undo is gone once Undo would take back something else", "[undo]") {
    Listed tab;
    const auto other = tab.start("Trucks");
    const auto id = tab.start("Signal boxes");
    const auto offers = [&] { return tab.view.toast && tab.view.toast->undo; };
    const auto change = [&](const std::string& account, bool toast) {
        edit::SetDeal set;
        set.account = account;
        tab.act(toast ? apply_with_toast(set) : apply_edit(set));
    };
    change("Rail", true);
    CHECK(offers());
    SECTION("by a further edit") { change("Rails", false); }
    SECTION("on the list") { tab.list(); }
    SECTION("in another deal") { tab.act(action::OpenDeal{other, Screen::deal}); }
    SECTION("but not on another page of the deal") {
        tab.act(action::GoTo{Screen::people});
        REQUIRE(offers());
        tab.act(action::Undo{});
        CHECK(tab.deal(id).account != "Rail");
    }
    CHECK_FALSE(offers());
}
