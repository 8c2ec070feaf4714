// Undo beyond one deal, copies from links and files, backups.
#include "core/files/json.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using middleground::test::MemoryStorage;
using middleground::test::Tab;

TEST_CASE("undo goes back before the deal was started, and redo forward again") {
    Tab tab;
    const auto id = tab.start("Pilot");
    tab.rename("Roof");
    tab.act(action::Undo{});
    CHECK(tab.title(id) == "Pilot");
    tab.act(action::Undo{});
    CHECK(tab.document.entries.empty());
    tab.save_all();
    CHECK_FALSE(tab.platform.storage->texts.contains(deal_key(id)));
    tab.act(action::Undo{}); // nothing left
    CHECK(tab.document.entries.empty());
    tab.act(action::Redo{});
    tab.act(action::Redo{});
    CHECK(tab.title(id) == "Roof");
    tab.save_all();
    CHECK(tab.platform.storage->texts.contains(deal_key(id)));
}

TEST_CASE("a removed deal comes back at its place") {
    Tab tab;
    tab.start("A");
    const auto b = tab.start("B");
    tab.start("C");
    const auto before = find_entry(tab.document, b)->deal;
    tab.act(action::GoTo{Screen::deals});
    tab.act(action::RemoveDeal{b});
    CHECK(tab.document.entries.size() == 2);
    CHECK_FALSE(tab.platform.storage->texts.contains(deal_key(b)));
    tab.act(action::Undo{});
    REQUIRE(tab.document.entries.size() == 3);
    CHECK(tab.document.entries[1].deal == before);
    tab.act(action::Redo{});
    CHECK_FALSE(find_entry(tab.document, b));
}

TEST_CASE("undo that storage refuses can be tried again") {
    Tab tab;
    tab.start("Pilot");
    tab.platform.storage->refuses = true;
    tab.act(action::Undo{});
    CHECK(tab.view.error);
    CHECK(tab.document.entries.size() == 1);
    tab.platform.storage->refuses = false;
    tab.act(action::Undo{});
    CHECK(tab.document.entries.empty());
}

TEST_CASE("a refused edit says why and changes nothing") {
    Tab tab;
    const auto id = tab.start("Pilot");
    const auto before = find_entry(tab.document, id)->deal;
    tab.act(apply_edit(edit::RemoveStakeholder{StakeholderId{"nobody"}}));
    CHECK(tab.view.error);
    CHECK(find_entry(tab.document, id)->deal == before);
}

TEST_CASE("a link is looked at, saved once, and never doubled") {
    Tab sender;
    const auto id = sender.start("Pilot");
    const auto link = io::encode_link(find_entry(sender.document, id)->deal).value();
    Tab reader(std::make_shared<MemoryStorage>(), 5);
    open_link(reader.world(), "https://example.org/" + link);
    REQUIRE(preview_of(reader.document));
    CHECK(reader.document.entries.empty());
    CHECK(reader.platform.storage->texts.empty());
    reader.act(action::SaveCopy{});
    reader.save_all();
    CHECK(same_content(find_entry(reader.document, id)->deal, find_entry(sender.document, id)->deal));
    CHECK(reader.platform.fragment_cleared);
    open_link(reader.world(), link);
    reader.act(action::SaveCopy{});
    CHECK(reader.document.entries.size() == 1);

    // With other content the copy is a deal of its own, and the reader's stays.
    reader.rename("Changed here");
    open_link(reader.world(), link);
    reader.act(action::SaveCopy{});
    REQUIRE(reader.document.entries.size() == 2);
    CHECK(reader.title(id) == "Changed here");
    CHECK(reader.title(open_id(reader.document)) == "Pilot (copy)");
}

TEST_CASE("a plan is shown alone, stored nowhere, and can be closed") {
    Tab sender;
    const auto id = sender.start("Pilot");
    const auto plan = buyer_plan(find_entry(sender.document, id)->deal, sender.platform.today());
    Tab reader(std::make_shared<MemoryStorage>(), 5);
    open_link(reader.world(), "https://example.org/" + io::encode_link(plan).value());
    REQUIRE(buyer_plan_page_of(reader.document));
    CHECK(buyer_plan_page_of(reader.document)->plan == plan);
    CHECK_FALSE(preview_of(reader.document));
    reader.save_all();
    CHECK(reader.document.entries.empty());
    reader.act(action::CloseBuyerPlan{});
    CHECK_FALSE(buyer_plan_page_of(reader.document));
    CHECK(reader.platform.fragment_cleared);
    open_file(reader.world(), "plan.json", io::write_plan(plan));
    REQUIRE(buyer_plan_page_of(reader.document));
    CHECK(buyer_plan_page_of(reader.document)->from_file);
    // A deal takes its place, and the other way round.
    open_link(reader.world(), io::encode_link(find_entry(sender.document, id)->deal).value());
    CHECK_FALSE(buyer_plan_page_of(reader.document));
    CHECK(preview_of(reader.document));
    open_file(reader.world(), "plan.json", "{\"middleground_plan\": 1}");
    REQUIRE(reader.view.error);
    CHECK(reader.view.error->what.contains("\"plan\""));
    CHECK(preview_of(reader.document));
}

TEST_CASE("a bad link or file gives one message and touches nothing") {
    Tab tab;
    const auto id = tab.start("Pilot");
    const auto before = tab.platform.storage->texts;
    for (const auto* text : {"", "#d1.", "#d1.AAAA", "#d9.AAAA", "https://example.org/#nothing"}) {
        tab.view.error.reset();
        open_link(tab.world(), text);
        INFO(text);
        CHECK(tab.view.error);
        CHECK_FALSE(preview_of(tab.document));
    }
    for (const auto* text : {"", "{", "[]", "{\"middleground\": 99, \"deal\": {}}", "{\"middleground_backup\": 99}", "\xff\xfe"}) {
        tab.view.error.reset();
        open_file(tab.world(), "deal.json", text);
        INFO(text);
        REQUIRE(tab.view.error);
        CHECK(tab.view.error->where.starts_with("deal.json"));
        CHECK_FALSE(preview_of(tab.document));
    }
    CHECK(tab.platform.storage->texts == before);
    CHECK(tab.title(id) == "Pilot");
}

TEST_CASE("a backup brings everything back and doubles nothing") {
    Tab tab;
    tab.start("A");
    const auto b = tab.start("B");
    tab.act(action::BackUpAll{});
    REQUIRE(tab.platform.files.size() == 1);
    const auto backup = tab.platform.files.begin()->second;
    CHECK(tab.document.settings.last_backup == tab.platform.today());
    open_file(tab.world(), "backup.json", backup);
    CHECK(tab.document.entries.size() == 2);
    tab.act(action::OpenDeal{b, Screen::deal});
    tab.rename("B later");
    open_file(tab.world(), "backup.json", backup);
    CHECK(tab.document.entries.size() == 3);
    CHECK(tab.title(b) == "B later");
    Tab empty;
    open_file(empty.world(), "backup.json", backup);
    CHECK(empty.document.entries.size() == 2);
}

TEST_CASE("where the program was is remembered, the list of deals too") {
    Tab tab;
    const auto id = tab.start("Pilot");
    CHECK(tab.document.settings.last_open == id);
    tab.act(action::GoTo{Screen::settings});
    CHECK(tab.document.settings.last_open == id);
    tab.act(action::GoTo{Screen::deals});
    CHECK(tab.document.settings.last_open.text.empty());
    CHECK_FALSE(tab.document.settings.last_open_on);
    // On another day the program begins with what is for today, so the day is remembered with it.
    tab.act(action::OpenDeal{id, Screen::deal});
    CHECK(tab.document.settings.last_open_on == tab.platform.today());
    tab.act(action::GoTo{Screen::today});
    CHECK(tab.document.settings.last_open.text.empty());
}

TEST_CASE("what is copied turns nothing around where it is pasted") {
    Tab tab;
    tab.act(action::CopyText{"Ask \u202eanelE\u202c and \u05d3\u05d5\u05d3\nfor \u2067an hour\u2069", "Copied"});
    CHECK(tab.platform.copied == "Ask anelE and \u05d3\u05d5\u05d3\nfor an hour");
    CHECK(tab.view.text_to_copy == tab.platform.copied);
}
