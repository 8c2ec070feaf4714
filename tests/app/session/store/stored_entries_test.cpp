// What stands beside the deals in storage: entries that cannot be read, settings, and deals that a wrong clock takes for the future's.
#include "app/session/store/store.hpp"
#include "app/session/store/store_news.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <string>
#include <vector>

using namespace middleground;
using middleground::test::MemoryStorage;
using middleground::test::Tab;

TEST_CASE("a removed entry that could not be read comes back with undo") {
    auto storage = std::make_shared<MemoryStorage>();
    storage->texts["deal/cut000"] = "{\"middleground\": 1, \"deal\"";
    Tab tab(storage);
    tab.act(action::RemoveDamaged{"deal/cut000"});
    CHECK_FALSE(storage->texts.contains("deal/cut000"));
    tab.act(action::Undo{});
    CHECK(storage->texts.at("deal/cut000") == "{\"middleground\": 1, \"deal\"");
    CHECK(tab.document.damaged.size() == 1);
    tab.act(action::Redo{});
    CHECK_FALSE(storage->texts.contains("deal/cut000"));
    CHECK(tab.document.damaged.empty());
}

TEST_CASE("settings of two tabs are merged by member") {
    auto storage = std::make_shared<MemoryStorage>();
    Tab mine(storage);
    mine.start("Pilot");
    Tab theirs(storage, 2);
    auto changed = theirs.document.settings;
    changed.theme = ThemeChoice::dark;
    changed.drawing = DrawingChoice::processor;
    theirs.act(action::SetSettings{changed});
    theirs.save_all();
    changed = mine.document.settings;
    changed.seller = "Elena";
    changed.text_percent = 125;
    mine.act(action::SetSettings{changed});
    mine.save_all();
    const auto settings = Tab(storage, 3).document.settings;
    CHECK(settings.theme == ThemeChoice::dark);
    CHECK(settings.drawing == DrawingChoice::processor);
    CHECK(settings.seller == "Elena");
    CHECK(settings.text_percent == 125);
    CHECK(mine.document.settings.theme == ThemeChoice::dark);
    take_storage_change(theirs.world(), "settings");
    CHECK(theirs.document.settings.seller == "Elena");
}

TEST_CASE("a clock that went back does not write the order of the deals away, and offers no sound deal for removal") {
    auto storage = std::make_shared<MemoryStorage>();
    std::vector<std::string> order;
    {
        Tab tab(storage);
        tab.start("A");
        tab.start("B");
        const auto c = tab.start("C");
        tab.act(action::MoveDeal{c, 1});
        tab.save_all();
        for (const auto& entry : tab.document.entries) {
            order.push_back(entry.deal.title);
        }
    }
    const auto deals = storage->texts;
    {
        Tab early(storage, 2, Date::from_calendar(2020, 1, 1).value());
        early.start("New");
        for (const auto& damaged : early.document.damaged) {
            early.act(action::RemoveDamaged{damaged.key});
        }
        CHECK(early.document.damaged.size() == 3);
        early.act(action::RemoveDeal{open_id(early.document)});
    }
    for (const auto& [key, text] : deals) {
        if (key.starts_with("deal/")) CHECK(storage->texts.at(key) == text);
    }
    std::vector<std::string> titles;
    for (const auto& entry : Tab(storage, 3).document.entries) {
        titles.push_back(entry.deal.title);
    }
    CHECK(titles == order);
}
