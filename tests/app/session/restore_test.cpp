// Restoring backups: what is sound comes back, what is not is named, and nothing that is here is lost.

#include "app/session/restore.hpp"

#include "app/session/drafts/log_drafts.hpp"
#include "core/files/settings.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <nlohmann/json.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

using Json = nlohmann::ordered_json;

// What the page writes down after a crash.
std::string crash_backup(const MemoryStorage& storage) {
    auto stored = Json::array();
    for (const auto& [entry, text] : storage.texts) {
        stored.push_back({{"entry", entry}, {"text", text}});
    }
    return Json{{"middleground_backup", 1}, {"deals", Json::array()}, {"stored", stored}}.dump();
}

std::vector<std::string> titles(const Tab& tab) {
    std::vector<std::string> titles;
    for (const auto& entry : tab.document.entries) {
        titles.push_back(entry.deal.title);
    }
    return titles;
}

}

TEST_CASE("a crash backup with a deal that is not valid brings the others back and names it") {
    Tab tab;
    tab.start("First");
    const auto bad = tab.start("Second");
    tab.start("Third");
    auto& texts = tab.platform.storage->texts;
    auto& text = texts.at(deal_key(bad));
    text.replace(text.find("2026-"), 4, "2999");
    texts["deal/cut000"] = text.substr(0, 40);
    texts["deal/newer0"] = R"({"middleground": 7, "deal": {"title": "From the future"}})";
    Tab other(std::make_shared<MemoryStorage>(), 50);
    const auto mine = other.start("Mine");
    open_file(other.world(), "crash.json", crash_backup(*tab.platform.storage));
    CHECK(titles(other) == std::vector<std::string>{"Third", "First", "Mine"});
    CHECK(other.title(mine) == "Mine");
    REQUIRE(other.view.error);
    CHECK(other.view.error->what == "3 parts of the backup could not be restored");
    for (const auto* name : {"crash.json", "Acme, Second", "From the future", "newer version", "deal/cut000"}) {
        INFO(name);
        CHECK(other.view.error->where.contains(name));
    }
    REQUIRE(other.view.toast);
    CHECK(other.view.toast->text == "Restored 2 deals");
}

TEST_CASE("a backup brings archived deals, their order, settings and drafts back") {
    Tab tab;
    const auto a = tab.start("A");
    const auto b = tab.start("B");
    const auto c = tab.start("C");
    tab.act(action::MoveDeal{b, 0});
    tab.act(action::ArchiveDeal{a});
    tab.document.settings.seller = "Nora";
    tab.document.settings.currency = "SEK";
    tab.act(action::OpenDeal{c, Screen::log});
    tab.view.log.summary = "She wants to see it first";
    REQUIRE(keep_log_draft(tab.world()));
    tab.document.settings_unsaved = true;
    tab.save_all();
    const auto order = titles(tab);
    const auto backup = crash_backup(*tab.platform.storage);

    Tab other(std::make_shared<MemoryStorage>(), 50);
    other.document.settings.currency = "USD"; // set here: stays
    open_file(other.world(), "crash.json", backup);
    CHECK_FALSE(other.view.error);
    CHECK(titles(other) == order);
    CHECK(find_entry(other.document, a)->archived);
    CHECK(other.document.settings.seller == "Nora");
    CHECK(other.document.settings.currency == "USD");
    other.save_all();
    const auto& texts = other.platform.storage->texts;
    CHECK(texts.contains(archive_key(a)));
    CHECK_FALSE(texts.contains(deal_key(a)));
    CHECK(texts.at(draft_key(c)) == tab.platform.storage->texts.at(draft_key(c)));
    // Once more, nothing doubles.
    open_file(other.world(), "crash.json", backup);
    CHECK_FALSE(other.view.error);
    CHECK(titles(other) == order);
    CHECK(other.view.toast->text == "Restored 0 deals, 3 were there already");
}

TEST_CASE("a draft that is here already is not replaced by that of a backup, which comes beside it once") {
    Tab tab;
    const auto id = tab.start("A");
    tab.act(action::OpenDeal{id, Screen::log});
    tab.view.log.summary = "Theirs";
    REQUIRE(keep_log_draft(tab.world()));
    const auto backup = crash_backup(*tab.platform.storage);
    tab.view.log.summary = "Mine";
    REQUIRE(keep_log_draft(tab.world()));
    for (int time = 0; time < 2; ++time) {
        open_file(tab.world(), "crash.json", backup);
        CHECK_FALSE(tab.view.error);
        const auto& texts = tab.platform.storage->texts;
        CHECK(texts.at(draft_key(id)).contains("Mine"));
        CHECK(texts.at(draft_key(id, 2)).contains("Theirs"));
        CHECK_FALSE(texts.contains(draft_key(id, 3)));
    }
}

TEST_CASE("a deal that stands in a backup twice, or here with other content, comes beside the other one") {
    Tab tab;
    const auto id = tab.start("A");
    auto later = find_entry(tab.document, id)->deal;
    later.title = std::string(Limits::short_text - 2, 'x') + "\u00e4"; // no room for more
    const auto backup = io::write_backup({find_entry(tab.document, id)->deal, later, later});
    open_file(tab.world(), "backup.json", backup);
    REQUIRE(tab.document.entries.size() == 2);
    CHECK(tab.title(id) == "A");
    CHECK(tab.document.entries.front().deal.title.ends_with("x (restored)"));
    CHECK(validate(tab.document.entries.front().deal, tab.platform.today()).empty());
    CHECK(tab.view.toast->text == "Restored 1 deal, 2 were there already");
}

TEST_CASE("a copy of a deal with the longest title has a title that is short enough") {
    CHECK(told_apart("Pilot", " (copy)") == "Pilot (copy)");
    CHECK(told_apart(std::string(Limits::short_text, 'x'), " (copy)").size() == Limits::short_text);
}
