#include "app/session/diary/beliefs.hpp"

#include "app/session/store/store_news.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

// What was believed in two windows on one storage.

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
