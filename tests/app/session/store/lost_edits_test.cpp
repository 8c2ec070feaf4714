// Ways in which a deal was once lost, hidden, overwritten or brought back: a test for each.
#include "app/session/store/store.hpp"
#include "app/session/store/store_news.hpp"
#include "app/session/imports.hpp"
#include "app/session/update/update_import.hpp"
#include "tests/support/app/tab.hpp"
#include "tests/support/source_file.hpp"

#include <catch2/catch_test_macros.hpp>
#include <catch2/generators/catch_generators.hpp>

#include <algorithm>

using namespace middleground;
using middleground::test::MemoryStorage;
using middleground::test::source_file;
using middleground::test::Tab;

namespace {

// Two tabs that show the same deal, "Pilot".
struct TwoTabs {
    TwoTabs() {
        id = mine.start("Pilot");
        theirs = std::make_unique<Tab>(storage, 2);
        theirs->act(action::OpenDeal{id, Screen::deal});
    }
    // What the page does when its window is looked at again, and when it no longer is.
    void focus(Tab& tab) { take_storage_change(tab.world(), {}); }
    void blur(Tab& tab) { tab.save_all(); }
    // The storage event of the deal, in both of its forms.
    void tell(Tab& tab) {
        take_storage_change(tab.world(), deal_key(id));
        take_storage_change(tab.world(), archive_key(id));
    }
    void rename_theirs(const std::string& title) {
        theirs->rename(title);
        theirs->save_all();
    }
    std::string stored_title() const {
        const auto found = storage->texts.find(deal_key(id));
        if (found == storage->texts.end()) return {};
        const auto deal = io::read_deal(found->second, today);
        return deal ? deal->title : std::string("unreadable");
    }

    std::shared_ptr<MemoryStorage> storage = std::make_shared<MemoryStorage>();
    Tab mine{storage};
    std::unique_ptr<Tab> theirs;
    DealId id;
    Date today = mine.platform.today();
};

bool has_title(const Document& document, std::string_view title) {
    return std::ranges::any_of(document.entries, [&](const Entry& entry) { return entry.deal.title == title; });
}

struct Importing : Tab {
    explicit Importing(std::shared_ptr<MemoryStorage> storage, std::uint64_t seed = 1) : Tab(std::move(storage), seed) {
    }
    void import_one() {
        open_file(world(), "deals.csv", "Opportunity Name,Account Name,Stage,Close Date\nImported,Acme,Prospecting,2026-09-30\n");
        std::vector<const Deal*> deals;
        for (const auto& entry : document.entries) {
            deals.push_back(&entry.deal);
        }
        while (document.import->work(deals, revision_of_deals(document))) {}
        act(action::TakeImport{});
        save_all();
    }
};

}

TEST_CASE("a conflict is not overwritten by leaving the window and entering it again") {
    TwoTabs tabs;
    tabs.rename_theirs("Theirs");
    tabs.mine.rename("Mine");
    for (int i = 0; i < 3; ++i) {
        tabs.blur(tabs.mine);
        tabs.focus(tabs.mine);
        tabs.tell(tabs.mine);
    }
    CHECK(tabs.mine.title(tabs.id) == "Mine");
    CHECK(tabs.stored_title() == "Theirs");
    SECTION("and keep both keeps both") {
        tabs.mine.act(action::KeepBoth{tabs.id});
        tabs.mine.save_all();
        CHECK(tabs.mine.title(tabs.id) == "Theirs");
        CHECK(tabs.mine.title(open_id(tabs.mine.document)) == "Mine (mine)");
    }
    SECTION("and what comes later from there is theirs still") {
        tabs.rename_theirs("Theirs again");
        tabs.tell(tabs.mine);
        tabs.mine.act(action::LoadTheirs{tabs.id});
        CHECK(tabs.mine.title(tabs.id) == "Theirs again");
        tabs.mine.act(action::Undo{});
        CHECK(tabs.mine.title(tabs.id) == "Mine");
    }
}

TEST_CASE("archiving does not overwrite or remove a newer version") {
    TwoTabs tabs;
    tabs.rename_theirs("Theirs");
    SECTION("of a deal that was not changed here") {
        tabs.mine.act(action::ArchiveDeal{tabs.id});
    }
    SECTION("of one that was") {
        tabs.mine.rename("Mine");
        tabs.mine.act(action::ArchiveDeal{tabs.id});
        CHECK(tabs.mine.title(tabs.id) == "Mine");
    }
    SECTION("of one that waits for a choice") {
        tabs.mine.rename("Mine");
        tabs.mine.save_all();
        tabs.mine.act(action::ArchiveDeal{tabs.id});
        CHECK(tabs.mine.view.error);
    }
    SECTION("with all closed deals") {
        tabs.mine.act(action::Apply{{edit::SetOutcome{Won{tabs.today}}}, {}, {}, false});
        tabs.mine.act(action::ArchiveClosed{});
    }
    CHECK(has_title(Tab(tabs.storage, 3).document, "Theirs"));
}

TEST_CASE("a save that failed does not overwrite a newer version when it is tried again") {
    TwoTabs tabs;
    tabs.storage->capacity = tabs.storage->used();
    tabs.mine.rename("Mine, in so many words that there is no room for them");
    tabs.mine.save_all();
    tabs.storage->capacity = 1u << 30;
    SECTION("which came while it was not saved") {
        tabs.rename_theirs("Theirs");
        tabs.tell(tabs.mine);
        tabs.tell(tabs.mine);
        tabs.focus(tabs.mine);
    }
    SECTION("which it has not heard of") {
        tabs.rename_theirs("Theirs");
    }
    tabs.mine.act(action::RetrySave{});
    tabs.blur(tabs.mine);
    CHECK(tabs.stored_title() == "Theirs");
    CHECK(tabs.mine.title(tabs.id).starts_with("Mine"));
}

TEST_CASE("a save that failed is not lost when another tab removes or archives the deal") {
    TwoTabs tabs;
    tabs.storage->capacity = tabs.storage->used();
    tabs.mine.rename("Mine, in so many words that there is no room for them");
    tabs.mine.save_all();
    SECTION("removes") {
        tabs.theirs->act(action::RemoveDeal{tabs.id});
    }
    SECTION("archives") {
        tabs.storage->capacity = 1u << 30;
        tabs.theirs->act(action::ArchiveDeal{tabs.id});
    }
    tabs.tell(tabs.mine);
    REQUIRE(find_entry(tabs.mine.document, tabs.id));
    CHECK(tabs.mine.title(tabs.id).starts_with("Mine"));
}

TEST_CASE("a deal that another tab removed while it was changed here comes back only when the user says so") {
    TwoTabs tabs;
    tabs.mine.rename("Mine");
    tabs.theirs->act(action::RemoveDeal{tabs.id});
    const bool told = GENERATE(false, true);
    if (told) tabs.tell(tabs.mine);
    tabs.blur(tabs.mine);
    tabs.focus(tabs.mine);
    CHECK_FALSE(tabs.storage->texts.contains(deal_key(tabs.id)));
    CHECK(tabs.mine.title(tabs.id) == "Mine");
    tabs.mine.act(action::KeepBoth{tabs.id});
    tabs.mine.save_all();
    CHECK(tabs.stored_title() == "Mine");
}

TEST_CASE("a deal that was removed elsewhere while nobody listened goes when the window is entered, and does not return") {
    TwoTabs tabs;
    tabs.theirs->act(action::RemoveDeal{tabs.id});
    tabs.focus(tabs.mine); // a page that comes back from the browser's history; the desktop's window
    CHECK_FALSE(find_entry(tabs.mine.document, tabs.id));
    tabs.mine.save_all();
    CHECK(Tab(tabs.storage, 3).document.entries.empty());
}

TEST_CASE("storage that was cleared elsewhere takes no deal away and gets none back unasked") {
    TwoTabs tabs;
    tabs.storage->texts.clear();
    tabs.focus(tabs.mine);
    REQUIRE(find_entry(tabs.mine.document, tabs.id));
    tabs.mine.rename("Mine");
    tabs.blur(tabs.mine);
    CHECK_FALSE(tabs.storage->texts.contains(deal_key(tabs.id)));
    CHECK(tabs.mine.title(tabs.id) == "Mine");
}

TEST_CASE("an import that was undone does not come back although another tab archived its deal") {
    auto storage = std::make_shared<MemoryStorage>();
    Importing mine(storage);
    mine.import_one();
    REQUIRE(mine.document.entries.size() == 1);
    const auto id = mine.document.entries[0].deal.id;
    Tab theirs(storage, 2);
    theirs.act(action::ArchiveDeal{id});
    const bool told = GENERATE(false, true);
    if (told) {
        take_storage_change(mine.world(), archive_key(id));
        take_storage_change(mine.world(), deal_key(id));
    }
    mine.act(action::Undo{});
    mine.save_all();
    CHECK(mine.document.entries.empty());
    CHECK(Tab(storage, 3).document.entries.empty());
    mine.act(action::Redo{});
    mine.save_all();
    CHECK(Tab(storage, 4).document.entries.size() == 1);
}

TEST_CASE("an import that was undone does not come back although its deal was archived here") {
    auto storage = std::make_shared<MemoryStorage>();
    Importing tab(storage);
    tab.import_one();
    const auto id = tab.document.entries[0].deal.id;
    tab.act(action::ArchiveDeal{id});
    tab.document.undo_steps.pop_back();
    tab.act(action::Undo{});
    CHECK(tab.document.entries.empty());
    CHECK(Tab(storage, 3).document.entries.empty());
}

TEST_CASE("a deal that is stored in both forms is removed in both") {
    auto storage = std::make_shared<MemoryStorage>();
    DealId id;
    {
        Tab tab(storage);
        id = tab.start("Pilot");
        const auto file = tab.text_of(id);
        tab.act(action::ArchiveDeal{id});
        storage->texts[deal_key(id)] = file; // the program ended between writing the one and removing the other
    }
    Tab tab(storage, 2);
    REQUIRE(tab.document.entries.size() == 1);
    tab.act(action::RemoveDeal{id});
    CHECK(tab.document.entries.empty());
    CHECK(Tab(storage, 3).document.entries.empty());
    tab.act(action::Undo{});
    tab.save_all();
    CHECK(Tab(storage, 4).document.entries.size() == 1);
}

TEST_CASE("removing a deal does not remove a newer version that nobody here has seen") {
    TwoTabs tabs;
    tabs.rename_theirs("Theirs");
    tabs.mine.act(action::RemoveDeal{tabs.id});
    CHECK(has_title(Tab(tabs.storage, 3).document, "Theirs"));
}

TEST_CASE("a newer version's text in a conflict has a way out, and is not touched") {
    TwoTabs tabs;
    const std::string newer = R"({"middleground": 99, "deal": {"title": "From the future"}})";
    tabs.mine.rename("Mine");
    tabs.storage->texts[deal_key(tabs.id)] = newer;
    tabs.mine.save_all();
    CHECK(tabs.mine.title(tabs.id) == "Mine");
    tabs.mine.act(action::KeepBoth{tabs.id});
    tabs.mine.save_all();
    CHECK(tabs.storage->texts.at(deal_key(tabs.id)) == newer);
    CHECK(has_title(Tab(tabs.storage, 3).document, "Mine (mine)"));
    CHECK(std::ranges::count(tabs.mine.document.damaged, deal_key(tabs.id), &Damaged::key) == 1);
}
