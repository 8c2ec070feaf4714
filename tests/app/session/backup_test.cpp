// A backup holds all that is the user's, and restoring it into an empty storage gives that storage again.

#include "app/session/backup.hpp"

#include "app/session/drafts/log_drafts.hpp"
#include "app/session/store/store_settings.hpp"
#include "core/files/settings.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

// What the texts of storage say, without the marks of who wrote them and without the page that is open.
std::map<std::string, std::string> content_of(Tab& tab) {
    std::map<std::string, std::string> content;
    for (const auto& [key, text] : tab.platform.storage->texts) {
        if (key == settings_key) {
            auto settings = io::read_settings(text).value();
            settings.last_open = {};
            settings.last_open_on = {};
            content[key] = io::write_settings(settings);
        } else if (const auto id = deal_of_key(key)) {
            const auto& deal = find_entry(tab.document, *id)->deal;
            const bool archived = key.starts_with("archive/");
            REQUIRE((archived ? io::read_archived(text, tab.platform.day) : io::read_deal(text, tab.platform.day)) == deal);
            content[key] = io::write_deal(deal);
        } else {
            content[key] = text;
        }
    }
    return content;
}

int changed_count(const Document& document) {
    return static_cast<int>(std::ranges::count_if(document.entries, [](const Entry& entry) { return entry.changed; }));
}

struct FullTab : Tab {
    DealId a = start("A");
    DealId b = start("B");
    DealId c = start("C");
    FullTab() {
        act(action::MoveDeal{b, 0});
        act(action::ArchiveDeal{a});
        document.settings.seller = "Nora";
        document.settings.currency = "SEK";
        document.settings.theme = ThemeChoice::dark;
        document.settings.text_percent = 120;
        document.settings.extra = R"({"from_later":[1.50]})";
        act(action::OpenDeal{c, Screen::log});
        act(action::SaveDealFile{}); // keeps a snapshot
        view.log.summary = "She wants to see it first";
        REQUIRE(keep_log_draft(world()));
        document.settings_unsaved = true;
        save_all();
    }
    std::string back_up() {
        act(action::BackUpAll{});
        save_all();
        return platform.files.at("middleground-backup-2026-06-16.json");
    }
};

}

TEST_CASE("back up, wipe, restore: storage holds the same") {
    FullTab tab;
    const auto backup = tab.back_up();
    const auto before = content_of(tab);
    REQUIRE(before.size() == 6);
    for (const auto* key : {"archive/", "draft/", "snapshots/", "settings"}) {
        INFO(key);
        CHECK(std::ranges::any_of(before, [&](const auto& one) { return one.first.starts_with(key); }));
    }
    Tab other(std::make_shared<MemoryStorage>(), 50);
    open_file(other.world(), "backup.json", backup);
    CHECK_FALSE(other.view.error);
    other.save_all();
    CHECK(content_of(other) == before);
    CHECK(changed_count(other.document) == 0);
    // Once more changes nothing.
    open_file(other.world(), "backup.json", backup);
    other.save_all();
    CHECK(content_of(other) == before);
}

TEST_CASE("a backup has what is not saved yet, and what cannot be read") {
    FullTab tab;
    tab.platform.storage->texts["deal/broken"] = "{\"middleground\": 1, \"deal\": {";
    Tab again(tab.platform.storage, 9);
    again.act(action::OpenDeal{tab.b, Screen::deal});
    again.platform.storage->refuses = false;
    again.rename("B, renamed a moment ago");
    const auto backup = backup_of(again.document, again.platform);
    CHECK(backup.contains("B, renamed a moment ago"));
    CHECK(backup.contains("deal/broken"));
    Tab other(std::make_shared<MemoryStorage>(), 50);
    open_file(other.world(), "backup.json", backup);
    CHECK(other.title(tab.b) == "B, renamed a moment ago");
    REQUIRE(other.view.error);
    CHECK(other.view.error->what == "1 part of the backup could not be restored");
}

TEST_CASE("what changed after the last backup is known in every tab and after a reload") {
    FullTab tab;
    CHECK(changed_count(tab.document) == 3);
    tab.back_up();
    CHECK(changed_count(tab.document) == 0);
    tab.act(action::OpenDeal{tab.b, Screen::deal});
    tab.rename("B changed");
    tab.save_all();
    Tab other(tab.platform.storage, 50);
    CHECK(find_entry(other.document, tab.b)->changed);
    CHECK(changed_count(other.document) == 1);
    // One tab backs up, the other changes a deal before it hears of that.
    tab.back_up();
    other.act(action::OpenDeal{tab.c, Screen::deal});
    other.rename("C changed");
    other.save_all();
    CHECK(changed_count(other.document) == 1);
    CHECK(find_entry(other.document, tab.c)->changed);
    CHECK(other.document.settings.last_backup == other.platform.day);
}

TEST_CASE("a backup counts for what it holds, not for what changed while it was written") {
    FullTab tab;
    const auto revision = tab.document.next_revision;
    tab.act(action::OpenDeal{tab.b, Screen::deal});
    tab.rename("B changed");
    mark_backed_up(tab.document, tab.platform.day, revision);
    CHECK(changed_count(tab.document) == 1);
    CHECK(find_entry(tab.document, tab.b)->changed);
}

TEST_CASE("the text of a backup stays the same until something changes, although it was written") {
    FullTab tab;
    const auto first = backup_of(tab.document, tab.platform);
    mark_backed_up(tab.document, tab.platform.day, tab.document.next_revision);
    tab.save_all();
    CHECK(backup_of(tab.document, tab.platform) == first);
}

TEST_CASE("storage is to be kept from the first deal of one's own on, which is asked for once") {
    Tab tab;
    tab.act(action::AddSamples{});
    tab.save_all();
    CHECK(tab.platform.asked_to_keep == 0);
    tab.start("First");
    CHECK(tab.platform.asked_to_keep == 1);
    tab.rename("Again");
    tab.start("Second");
    CHECK(tab.platform.asked_to_keep == 1);
}
