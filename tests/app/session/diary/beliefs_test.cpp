#include "app/session/diary/beliefs.hpp"

#include "app/session/backup.hpp"
#include "app/session/restore.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>

using namespace middleground;
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
