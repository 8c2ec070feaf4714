// Whatever the reason for which a deal leaves the list: nothing shows it as open any more, what was half typed goes along, and undo brings
// both back to their place.
#include "app/session/update/update_list.hpp"
#include "app/session/drafts/log_drafts.hpp"
#include "app/session/store/store_news.hpp"
#include "app/session/update/show.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <functional>

using namespace middleground;
using middleground::test::MemoryStorage;
using middleground::test::Tab;

namespace {

// B of three deals is open, and its log half typed.
struct Half {
    std::shared_ptr<MemoryStorage> storage = std::make_shared<MemoryStorage>();
    Tab tab{storage};
    DealId a = tab.start("A");
    DealId b = tab.start("B");
    DealId c = tab.start("C");

    Half() {
        tab.act(action::OpenDeal{b, Screen::log});
        tab.view.log.open = true;
        tab.view.log.summary = "Called Marcus";
    }
    std::string titles() const {
        std::string all;
        for (const auto& entry : tab.document.entries) {
            all += entry.deal.title;
        }
        return all;
    }
};

}

TEST_CASE("A deal leaves the list: removed here or in another window, its half-typed log comes back with it", "[list]") {
    const std::vector<std::pair<std::string, std::function<void(Half&)>>> ways{
        {"here", [](Half& half) { half.tab.act(action::RemoveDeal{half.b}); }},
        {"in another window",
         [](Half& half) {
             Tab theirs(half.storage, 2);
             theirs.act(action::RemoveDeal{half.b});
             take_storage_change(half.tab.world(), deal_key(half.b));
         }},
    };
    for (const auto& [name, leave] : ways) {
        INFO(name);
        Half half;
        leave(half);
        CHECK(half.titles() == "CA");
        CHECK(open_id(half.tab.document).empty());
        CHECK(screen_of(half.tab.document) == Screen::deals);
        CHECK(half.tab.view.log == LogDraft{});
        CHECK_FALSE(half.storage->texts.contains(draft_key(half.b))); // it would be nobody's
        REQUIRE(half.tab.document.undo_steps.back().kind == WorkspaceStep::Kind::removed);
        half.tab.act(action::Undo{});
        CHECK(half.titles() == "CBA");
        CHECK(screen_of(half.tab.document) == Screen::deals);
        CHECK(find_entry(half.tab.document, half.b)->drafts.empty());
        half.tab.act(action::OpenDeal{half.b, Screen::log});
        CHECK(half.tab.view.log.summary == "Called Marcus");
    }
}

TEST_CASE("A deal leaves the list: undo of its start takes the half-typed log, and redo opens both", "[list]") {
    Tab tab;
    const auto id = tab.start("A");
    tab.view.log.summary = "Called Marcus";
    tab.act(action::Undo{});
    CHECK(tab.document.entries.empty());
    CHECK(screen_of(tab.document) == Screen::deals);
    CHECK(tab.view.log.summary.empty());
    tab.act(action::Redo{});
    CHECK(open_id(tab.document) == id);
    CHECK(tab.view.log.summary == "Called Marcus");
}

TEST_CASE("A deal leaves the list: a version that nobody can read takes its place, and ours keeps the half-typed log", "[list]") {
    Half half;
    half.tab.rename("Mine");
    half.storage->texts[deal_key(half.b)] = "{ from a later version";
    half.tab.save_all();
    REQUIRE(conflict_of(find_entry(half.tab.document, half.b)->state));
    half.tab.act(action::KeepBoth{half.b});
    CHECK(half.titles() == "Mine (mine)CA");
    CHECK(half.tab.document.damaged.size() == 1);
    CHECK(half.tab.title(open_id(half.tab.document)) == "Mine (mine)");
    CHECK(screen_of(half.tab.document) == Screen::log);
    CHECK(half.tab.view.log.summary == "Called Marcus");
}

TEST_CASE("A deal leaves the list: storage that refuses keeps it there, open, with its log", "[list]") {
    Half half;
    half.storage->refuses = true;
    half.tab.act(action::RemoveDeal{half.b});
    CHECK(half.tab.view.error);
    CHECK(half.titles() == "CBA");
    CHECK(open_id(half.tab.document) == half.b);
    CHECK(half.tab.view.log.summary == "Called Marcus");
}

TEST_CASE("Many deals leave the list at once, in its order and with their places; those that are not there are passed over", "[list]") {
    Half half;
    const auto leaving = take_out_of_list(half.tab.world(), {half.a, DealId{"nobody"}, half.c});
    REQUIRE(leaving.size() == 2);
    CHECK(leaving[0].entry->deal.title == "C");
    CHECK(leaving[0].index == 0);
    CHECK(leaving[1].entry->deal.title == "A");
    CHECK(leaving[1].index == 2);
    CHECK(half.titles() == "B");
    CHECK(open_id(half.tab.document) == half.b);
    CHECK(half.tab.view.log.summary == "Called Marcus");
    put_back_at_top(half.tab.world(), std::vector{leaving[0].entry, leaving[1].entry});
    CHECK(half.titles() == "CAB");
}
