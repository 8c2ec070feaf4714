// What storage holds is never lost: two tabs, full and refused storage, damaged entries.
#include "app/session/store/store_news.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using middleground::test::MemoryStorage;
using middleground::test::Tab;

TEST_CASE("a change is stored after a while, at once when the page goes, and only once") {
    Tab tab;
    const auto id = tab.start("Pilot");
    const auto before = tab.text_of(id);
    tab.rename("Roof");
    const auto writes = tab.platform.writes;
    CHECK_FALSE(save(tab.document, tab.platform, SaveWhen::when_due));
    CHECK(tab.text_of(id) == before);
    tab.platform.clock_ms += save_delay_ms;
    CHECK(next_save_in_ms(tab.document, tab.platform.clock_ms) == 0);
    CHECK(save(tab.document, tab.platform, SaveWhen::when_due));
    CHECK(tab.text_of(id) != before);
    CHECK(tab.platform.writes == writes + 1);
    CHECK_FALSE(next_save_in_ms(tab.document, tab.platform.clock_ms));
    tab.rename("Wall");
    CHECK(save(tab.document, tab.platform, SaveWhen::now));
    CHECK(io::read_deal(tab.text_of(id), tab.platform.today())->title == "Wall");
}

TEST_CASE("another program start finds every deal as it was, in the same order") {
    auto storage = std::make_shared<MemoryStorage>();
    Tab first(storage);
    first.start("A");
    first.start("B");
    const auto c = first.start("C");
    first.act(action::MoveDeal{c, 2});
    first.save_all();
    Tab second(storage, 2);
    REQUIRE(second.document.entries.size() == 3);
    for (std::size_t i = 0; i < 3; ++i)
        CHECK(second.document.entries[i].deal == first.document.entries[i].deal);
}

TEST_CASE("a change in another tab arrives, and undo brings ours back") {
    auto storage = std::make_shared<MemoryStorage>();
    Tab mine(storage);
    const auto id = mine.start("Pilot");
    Tab theirs(storage, 2);
    theirs.act(action::OpenDeal{id, Screen::deal});
    theirs.rename("Roof");
    theirs.save_all();
    CHECK(take_storage_change(mine.world(), deal_key(id)));
    CHECK(mine.title(id) == "Roof");
    mine.act(action::Undo{});
    CHECK(mine.title(id) == "Pilot");
}

TEST_CASE("two tabs that both changed a deal: nothing is overwritten before the user chose") {
    auto storage = std::make_shared<MemoryStorage>();
    Tab mine(storage);
    const auto id = mine.start("Pilot");
    Tab theirs(storage, 2);
    theirs.act(action::OpenDeal{id, Screen::deal});
    theirs.rename("Theirs");
    theirs.save_all();
    const auto stored = mine.text_of(id);
    mine.rename("Mine");
    mine.save_all(); // its storage event is still on the way
    auto* entry = find_entry(mine.document, id);
    REQUIRE(conflict_of(entry->state));
    CHECK(mine.text_of(id) == stored);
    CHECK(entry->deal.title == "Mine");
    // Whatever happens before the choice does not write either.
    mine.rename("Mine 2");
    mine.save_all();
    CHECK(mine.text_of(id) == stored);

    SECTION("theirs, and back with undo") {
        mine.act(action::LoadTheirs{id});
        CHECK(mine.title(id) == "Theirs");
        mine.act(action::Undo{});
        CHECK(mine.title(id) == "Mine 2");
        mine.save_all();
        CHECK(io::read_deal(mine.text_of(id), mine.platform.today())->title == "Mine 2");
    }
    SECTION("both") {
        mine.act(action::KeepBoth{id});
        mine.save_all();
        CHECK(mine.title(id) == "Theirs");
        CHECK(mine.text_of(id) == stored);
        CHECK(mine.title(open_id(mine.document)) == "Mine 2 (mine)");
        CHECK(open_id(mine.document) != id);
        CHECK(storage->texts.contains(deal_key(open_id(mine.document))));
    }
}

TEST_CASE("a deal that another tab removed goes, and can be brought back") {
    auto storage = std::make_shared<MemoryStorage>();
    Tab mine(storage);
    const auto id = mine.start("Pilot");
    Tab theirs(storage, 2);
    theirs.act(action::RemoveDeal{id});
    CHECK(take_storage_change(mine.world(), deal_key(id)));
    CHECK_FALSE(find_entry(mine.document, id));
    mine.act(action::Undo{});
    mine.save_all();
    CHECK(mine.title(id) == "Pilot");
    CHECK(storage->texts.contains(deal_key(id)));
}

TEST_CASE("full storage keeps the change in memory and the old text in storage, and tries again") {
    Tab tab;
    const auto id = tab.start("Pilot");
    const auto before = tab.text_of(id);
    tab.platform.storage->capacity = tab.platform.storage->used();
    tab.rename("A longer name than before, so that it does not fit");
    tab.save_all();
    auto* entry = find_entry(tab.document, id);
    REQUIRE(failure_of(entry->state));
    CHECK(tab.text_of(id) == before);
    CHECK(entry->deal.title.starts_with("A longer"));
    tab.platform.storage->capacity = 1u << 30;
    tab.act(action::RetrySave{});
    CHECK(is_saved(find_entry(tab.document, id)->state));
    CHECK(tab.text_of(id) != before);
}

TEST_CASE("refused storage leaves everything in memory and says so") {
    auto storage = std::make_shared<MemoryStorage>();
    storage->refuses = true;
    Tab tab(storage);
    CHECK(tab.document.storage_error);
    const auto id = tab.start("Pilot");
    CHECK(tab.title(id) == "Pilot");
    CHECK(failure_of(find_entry(tab.document, id)->state));
    CHECK(storage->texts.empty());
}

TEST_CASE("damaged entries are set aside as they are, the others load") {
    auto storage = std::make_shared<MemoryStorage>();
    DealId good;
    {
        Tab tab(storage);
        good = tab.start("Pilot");
    }
    const auto text = storage->texts.at(deal_key(good));
    storage->texts["deal/cut000"] = text.substr(0, text.size() / 2);
    storage->texts["deal/empty0"] = "";
    storage->texts["deal/newer0"] = R"({"middleground": 99, "deal": {}})";
    storage->texts["deal/wrong0"] = text; // another deal's text under this name
    const auto before = storage->texts;
    Tab tab(storage, 2);
    CHECK(tab.document.entries.size() == 1);
    CHECK(tab.document.damaged.size() == 4);
    tab.save_all();
    for (const auto& [key, stored] : before) {
        if (key.starts_with("deal/")) CHECK(storage->texts.at(key) == stored);
    }
    for (const auto& damaged : tab.document.damaged) {
        INFO(damaged.key);
        CHECK_FALSE(damaged.error.what.empty());
        CHECK_FALSE(damaged.error.remedy.empty());
    }
    tab.act(action::SaveDamaged{"deal/cut000"});
    CHECK(tab.platform.files.at("damaged-deal-cut000.txt") == before.at("deal/cut000"));
    tab.act(action::RemoveDamaged{"deal/cut000"});
    CHECK_FALSE(storage->texts.contains("deal/cut000"));
    CHECK(tab.document.damaged.size() == 3);
}

TEST_CASE("damaged settings are not overwritten, and the deals are there") {
    auto storage = std::make_shared<MemoryStorage>();
    { Tab(storage).start("Pilot"); }
    storage->texts["settings"] = "{not json";
    Tab tab(storage, 2);
    CHECK(tab.document.entries.size() == 1);
    tab.document.settings_unsaved = true;
    tab.save_all();
    CHECK(storage->texts.at("settings") == "{not json");
}

TEST_CASE("an archived deal takes little room, is there at the next start, and a change takes it out again") {
    auto storage = std::make_shared<MemoryStorage>();
    Tab tab(storage);
    const auto id = tab.start("Pilot");
    tab.save_all();
    const auto size = tab.text_of(id).size();
    const auto deal = find_entry(tab.document, id)->deal;
    tab.act(action::ArchiveDeal{id});
    CHECK_FALSE(storage->texts.contains(deal_key(id)));
    const auto packed = tab.platform.read(archive_key(id));
    REQUIRE((packed && *packed));
    CHECK((*packed)->size() * 3 < size);
    {
        Tab next(storage, 2);
        REQUIRE(next.document.entries.size() == 1);
        CHECK(next.document.entries[0].archived);
        CHECK(next.document.entries[0].deal == deal);
    }
    tab.act(action::Undo{});
    CHECK_FALSE(find_entry(tab.document, id)->archived);
    CHECK(tab.text_of(id).size() == size);
    tab.act(action::ArchiveDeal{id});
    tab.rename("Roof");
    tab.save_all();
    CHECK_FALSE(find_entry(tab.document, id)->archived);
    CHECK(io::read_deal(tab.text_of(id), tab.platform.today())->title == "Roof");
    CHECK_FALSE(*tab.platform.read(archive_key(id)));
}

TEST_CASE("what is archived in one tab is archived in the other, and nothing that was changed there is lost") {
    auto storage = std::make_shared<MemoryStorage>();
    Tab mine(storage);
    const auto id = mine.start("Pilot");
    mine.save_all();
    Tab theirs(storage, 2);
    const auto tell = [](Tab& tab, const DealId& changed) {
        take_storage_change(tab.world(), archive_key(changed));
        take_storage_change(tab.world(), deal_key(changed));
    };
    theirs.act(action::ArchiveDeal{id});
    tell(mine, id);
    REQUIRE(mine.document.entries.size() == 1);
    CHECK(mine.document.entries[0].archived);
    theirs.act(action::ArchiveDeal{id, false});
    tell(mine, id);
    REQUIRE(mine.document.entries.size() == 1);
    CHECK_FALSE(mine.document.entries[0].archived);
    // Changed here while it is archived there: it is stored as a file again, and both hold it.
    mine.act(action::OpenDeal{id, Screen::deal});
    mine.rename("Roof");
    theirs.act(action::ArchiveDeal{id});
    tell(mine, id);
    mine.save_all();
    CHECK(io::read_deal(mine.text_of(id), mine.platform.today())->title == "Roof");
    tell(theirs, id);
    CHECK(theirs.title(id) == "Roof");
    CHECK_FALSE(find_entry(theirs.document, id)->archived);
    // Both forms are there: the next start takes the file.
    Tab next(storage, 3);
    REQUIRE(next.document.entries.size() == 1);
    CHECK(next.document.entries[0].deal.title == "Roof");
}

TEST_CASE("storage that refuses leaves a deal that was to be archived as it was") {
    auto storage = std::make_shared<MemoryStorage>();
    Tab tab(storage);
    const auto id = tab.start("Pilot");
    tab.save_all();
    const auto before = tab.text_of(id);
    storage->capacity = storage->used();
    tab.act(action::ArchiveDeal{id});
    CHECK(tab.view.error);
    CHECK_FALSE(find_entry(tab.document, id)->archived);
    CHECK(tab.text_of(id) == before);
}

TEST_CASE("all closed deals are archived at once, open ones stay") {
    Tab tab;
    const auto open = tab.start("Open");
    const auto won = tab.start("Won");
    tab.act(action::Apply{{edit::SetOutcome{Won{tab.platform.today()}}}, {}, {}, false});
    tab.act(action::ArchiveClosed{});
    CHECK(find_entry(tab.document, won)->archived);
    CHECK_FALSE(find_entry(tab.document, open)->archived);
}
