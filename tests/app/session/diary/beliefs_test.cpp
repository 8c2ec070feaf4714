#include "app/session/diary/beliefs.hpp"

#include "app/session/backup.hpp"
#include "app/session/restore.hpp"
#include "app/session/store/store_news.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
using middleground::test::MemoryStorage;
using middleground::test::Tab;

namespace {

Entry& entry_of(Tab& tab, const DealId& id) {
    return *find_entry(tab.document, id);
}

void believe(Tab& tab, const DealId& id, int won, int by = 65536) {
    const Believed one{id, entry_of(tab, id).revision, {tab.platform.day, won, 10, 30, 90, by}};
    put_down_beliefs(tab.document, {&one, 1}, tab.platform.now_ms());
}

Diary stored_diary(Tab& tab, const DealId& id) {
    return io::read_deal(tab.text_of(id), tab.platform.day).value().diary;
}

// What the page does by itself after some seconds.
void pass(Tab& tab) {
    tab.platform.clock_ms += 5000;
    save(tab.document, tab.platform, SaveWhen::when_due);
}

// Two tabs that show one deal.
struct Pair {
    Pair() {
        id = mine.start("Pilot");
        theirs = std::make_unique<Tab>(storage, 2);
        theirs->act(action::OpenDeal{id, Screen::deal});
        // What is known of the settings goes from one to the other first.
        take_storage_change(mine.world(), {});
    }
    std::optional<std::string> tell(Tab& tab) { return take_storage_change(tab.world(), deal_key(id)); }

    std::shared_ptr<MemoryStorage> storage = std::make_shared<MemoryStorage>();
    Tab mine{storage};
    std::unique_ptr<Tab> theirs;
    DealId id;
};

}

TEST_CASE("a belief is no change of the deal: no revision, no undo, nothing for a backup") {
    Tab tab;
    const auto id = tab.start("Pilot");
    mark_backed_up(tab.document, tab.platform.day, tab.document.next_revision);
    tab.save_all();
    const auto revision = entry_of(tab, id).revision;
    const auto undo = undo_what(tab.document);
    believe(tab, id, 310);
    CHECK(entry_of(tab, id).deal.diary.size() == 1);
    CHECK(entry_of(tab, id).revision == revision);
    CHECK_FALSE(entry_of(tab, id).changed);
    CHECK(is_saved(entry_of(tab, id).state));
    CHECK(undo_what(tab.document) == undo);
    CHECK_FALSE(keeps_something_here(tab.document));
}

TEST_CASE("storage has the belief some seconds later, once") {
    Tab tab;
    const auto id = tab.start("Pilot");
    believe(tab, id, 310);
    CHECK_FALSE(is_saved(tab.document));
    CHECK(next_save_in_ms(tab.document, tab.platform.now_ms()) == diary_delay_ms);
    const auto before = tab.platform.writes;
    pass(tab);
    CHECK(tab.platform.writes == before + 1);
    CHECK(stored_diary(tab, id).size() == 1);
    CHECK(is_saved(tab.document));
    CHECK_FALSE(next_save_in_ms(tab.document, tab.platform.now_ms()));
    // The same again, as with each frame of the same day: nothing is written any more.
    believe(tab, id, 310);
    pass(tab);
    CHECK(tab.platform.writes == before + 1);
}

TEST_CASE("a belief of a deal as it was before the last edit, of a sample or a closed deal is not put down") {
    Tab tab;
    const auto id = tab.start("Pilot");
    const Believed old{id, entry_of(tab, id).revision, {.on = tab.platform.day, .won = 310}};
    tab.rename("Pilot 2");
    put_down_beliefs(tab.document, {&old, 1}, 0);
    CHECK(entry_of(tab, id).deal.diary.empty());
    entry_of(tab, id).deal.sample = true;
    believe(tab, id, 310);
    CHECK(entry_of(tab, id).deal.diary.empty());
    entry_of(tab, id).deal.sample = false;
    entry_of(tab, id).deal.outcome = Won{tab.platform.day};
    believe(tab, id, 310);
    CHECK(entry_of(tab, id).deal.diary.empty());
    const Believed gone{DealId{"zzzzzz"}, 1, {}};
    put_down_beliefs(tab.document, {&gone, 1}, 0);
}

TEST_CASE("undo and redo lose no belief") {
    Tab tab;
    const auto id = tab.start("Pilot");
    believe(tab, id, 310);
    tab.rename("Pilot 2");
    tab.platform.day = tab.platform.day + 1;
    believe(tab, id, 220);
    tab.act(action::Undo{});
    CHECK(tab.title(id) == "Pilot");
    CHECK(entry_of(tab, id).deal.diary.size() == 2);
    tab.act(action::Redo{});
    CHECK(tab.title(id) == "Pilot 2");
    CHECK(entry_of(tab, id).deal.diary.size() == 2);
}

TEST_CASE("an edit takes the belief along, and nothing is written twice") {
    Tab tab;
    const auto id = tab.start("Pilot");
    believe(tab, id, 310);
    tab.rename("Pilot 2");
    const auto before = tab.platform.writes;
    tab.save_all();
    CHECK(stored_diary(tab, id).size() == 1);
    const auto after = tab.platform.writes;
    pass(tab);
    CHECK(tab.platform.writes == after);
    CHECK(after > before);
}

TEST_CASE("two tabs that believe the same do not tell each other of it") {
    Pair pair;
    believe(pair.mine, pair.id, 310);
    believe(*pair.theirs, pair.id, 310);
    pass(pair.mine);
    const auto revision = entry_of(*pair.theirs, pair.id).revision;
    CHECK_FALSE(pair.tell(*pair.theirs));
    CHECK(entry_of(*pair.theirs, pair.id).revision == revision);
    const auto before = pair.theirs->platform.writes;
    pass(*pair.theirs);
    CHECK(pair.theirs->platform.writes == before);
    CHECK(is_saved(entry_of(*pair.theirs, pair.id).state));
    CHECK_FALSE(entry_of(*pair.theirs, pair.id).history.can_undo());
}

TEST_CASE("two tabs that believe different things, as those of two versions do, come to rest") {
    Pair pair;
    believe(pair.mine, pair.id, 310, 65536);
    believe(*pair.theirs, pair.id, 220, 131072);
    int writes = 0;
    for (int round = 0; round < 20; ++round) {
        for (auto* tab : {&pair.mine, pair.theirs.get()}) {
            const auto before = tab->platform.writes;
            pair.tell(*tab);
            pass(*tab);
            writes += tab->platform.writes - before;
            CHECK_FALSE(conflict_of(entry_of(*tab, pair.id).state));
        }
    }
    CHECK(writes <= 2);
    CHECK(entry_of(pair.mine, pair.id).deal.diary == entry_of(*pair.theirs, pair.id).deal.diary);
}

TEST_CASE("a belief of another tab is no conflict with what is edited here") {
    Pair pair;
    believe(pair.mine, pair.id, 310);
    pair.theirs->rename("Theirs");
    pass(pair.mine);
    // Whether the news come first or the save does.
    SECTION("the news") { pair.tell(*pair.theirs); }
    SECTION("the save") {}
    pair.theirs->save_all();
    CHECK_FALSE(conflict_of(entry_of(*pair.theirs, pair.id).state));
    CHECK(stored_diary(*pair.theirs, pair.id).size() == 1);
    pair.tell(pair.mine);
    CHECK(pair.mine.title(pair.id) == "Theirs");
    CHECK(entry_of(pair.mine, pair.id).deal.diary.size() == 1);
}

TEST_CASE("an edit that was saved in the same instant as a belief goes over it without a question") {
    Pair pair;
    believe(pair.mine, pair.id, 310);
    pair.theirs->rename("Theirs");
    const auto before = pair.theirs->text_of(pair.id);
    pass(pair.mine);
    // Theirs had not seen it: the browser lets both write, and the later one stays.
    pair.storage->texts[deal_key(pair.id)] = before;
    pair.theirs->save_all();
    pair.tell(pair.mine);
    CHECK_FALSE(conflict_of(entry_of(pair.mine, pair.id).state));
    CHECK(pair.mine.title(pair.id) == "Theirs");
    // The day that was written over comes back by itself.
    CHECK(entry_of(pair.mine, pair.id).deal.diary.size() == 1);
    pass(pair.mine);
    CHECK(stored_diary(pair.mine, pair.id).size() == 1);
}

TEST_CASE("the days of two tabs come together") {
    Pair pair;
    believe(pair.mine, pair.id, 310);
    pair.theirs->platform.day = pair.theirs->platform.day + 1;
    believe(*pair.theirs, pair.id, 220);
    pass(pair.mine);
    pass(*pair.theirs); // what is stored is not what it saw: the news come first
    pair.tell(*pair.theirs);
    pass(*pair.theirs);
    pair.tell(pair.mine);
    CHECK(entry_of(pair.mine, pair.id).deal.diary.size() == 2);
    CHECK(stored_diary(pair.mine, pair.id).size() == 2);
}

TEST_CASE("storage that is full does not trouble anybody because of a belief") {
    Tab tab;
    const auto id = tab.start("Pilot");
    tab.platform.storage->capacity = tab.platform.storage->used();
    believe(tab, id, 310);
    pass(tab);
    CHECK(is_saved(tab.document));
    CHECK(entry_of(tab, id).deal.diary.size() == 1);
    CHECK_FALSE(keeps_something_here(tab.document));
}

TEST_CASE("an archived deal keeps its diary, a copy has none of its own") {
    Tab tab;
    const auto id = tab.start("Pilot");
    believe(tab, id, 310);
    tab.act(action::ArchiveDeal{id, true});
    Tab again(tab.platform.storage, 3);
    CHECK(entry_of(again, id).archived);
    CHECK(entry_of(again, id).deal.diary.size() == 1);
    again.act(action::DuplicateDeal{id});
    CHECK(again.document.entries.front().deal.id != id);
    CHECK(again.document.entries.front().deal.diary.empty());
}

TEST_CASE("a link of a deal that is here keeps one's own diary") {
    Tab tab;
    const auto id = tab.start("Pilot");
    believe(tab, id, 310);
    const auto link = io::encode_link(entry_of(tab, id).deal).value();
    open_link(tab.world(), link);
    tab.act(action::SaveCopy{});
    CHECK(tab.document.entries.size() == 1);
    CHECK(entry_of(tab, id).deal.diary.size() == 1);
    auto theirs = entry_of(tab, id).deal;
    theirs.notes = "From a colleague";
    open_link(tab.world(), io::encode_link(theirs).value());
    REQUIRE(preview_of(tab.document));
    CHECK(preview_of(tab.document)->deal.diary.empty());
    tab.act(action::ApplyMerge{});
    CHECK(entry_of(tab, id).deal.diary.size() == 1);
}

namespace {

// What a frame does that shows the deal, until nothing is left to do.
void show_frame(Tab& tab, ForecastCache& cache, const DealId& id) {
    const auto& entry = entry_of(tab, id);
    const Knowledge knowledge{tab.document.playbooks, tab.document.wording};
    cache.of(entry.deal, derive(entry.deal, knowledge, tab.platform.day), knowledge, entry.revision, tab.platform.day, Depth::outcome);
    while (cache.work()) {}
    put_down_beliefs(tab.document, cache.take_beliefs(), tab.platform.now_ms());
}

DealId started(Tab& tab) {
    const auto id = tab.start("Pilot");
    auto& deal = entry_of(tab, id).deal;
    auto& call = deal.interactions.emplace_back(); // something has happened
    call.id = {"t00001"};
    call.on = call.created = tab.platform.day;
    touch(tab.document, entry_of(tab, id), tab.platform.now_ms());
    tab.save_all();
    return id;
}

}

TEST_CASE("frames that show the same deal write its belief once, and no frame follows from that") {
    Tab tab;
    ForecastCache cache;
    const auto id = started(tab);
    show_frame(tab, cache, id);
    REQUIRE(entry_of(tab, id).deal.diary.size() == 1);
    const auto changes = cache.changes();
    const auto before = tab.platform.writes;
    for (int i = 0; i < 50; ++i) {
        show_frame(tab, cache, id);
        pass(tab);
    }
    CHECK(tab.platform.writes == before + 1);
    CHECK(cache.changes() == changes);
    tab.platform.day = tab.platform.day + 1;
    show_frame(tab, cache, id);
    CHECK(entry_of(tab, id).deal.diary.size() == 2);
}

TEST_CASE("nothing is put down of a deal of which it is too early to say anything") {
    Tab tab;
    ForecastCache cache;
    const auto id = tab.start("Pilot"); // nobody is named, nothing was asked
    show_frame(tab, cache, id);
    CHECK(entry_of(tab, id).deal.diary.empty());
}

TEST_CASE("what is put down is what was played, whatever the record makes of it") {
    Tab tab;
    ForecastCache plain;
    ForecastCache judged;
    judged.judge_by({-0.8, 1, 46});
    const auto id = started(tab);
    show_frame(tab, plain, id);
    const auto diary = entry_of(tab, id).deal.diary;
    show_frame(tab, judged, id);
    CHECK(entry_of(tab, id).deal.diary == diary);
    const auto& entry = entry_of(tab, id);
    const Knowledge knowledge{tab.document.playbooks, tab.document.wording};
    const auto derived = derive(entry.deal, knowledge, tab.platform.day);
    const auto& outlook = judged.of(entry.deal, derived, knowledge, entry.revision, tab.platform.day, Depth::outcome);
    const auto& as_played = plain.of(entry.deal, derived, knowledge, entry.revision, tab.platform.day, Depth::outcome);
    CHECK(outlook.played == as_played.forecast->won);
    CHECK(outlook.forecast->won.count < as_played.forecast->won.count);
    CHECK(outlook.forecast->close.p50 == as_played.forecast->close.p50);
    CHECK(judged.gains(id).size() == plain.gains(id).size());
}

TEST_CASE("a backup is no other deal because more was believed since, and brings back what is missing") {
    Tab tab;
    const auto id = tab.start("Pilot");
    believe(tab, id, 310);
    const auto backup = backup_of(tab.document, tab.platform);
    tab.platform.day = tab.platform.day + 1;
    believe(tab, id, 220);
    open_file(tab.world(), "backup.json", backup);
    CHECK(tab.document.entries.size() == 1);
    CHECK(entry_of(tab, id).deal.diary.size() == 2);
    auto& diary = entry_of(tab, id).deal.diary;
    diary.erase(diary.begin());
    open_file(tab.world(), "backup.json", backup);
    CHECK(entry_of(tab, id).deal.diary.size() == 2);
}
