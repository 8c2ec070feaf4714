#include "core/model/edit/history.hpp"

#include <catch2/catch_test_macros.hpp>

#include <limits>

using namespace middleground;

namespace {

Deal titled(std::string title) {
    Deal deal;
    deal.title = std::move(title);
    return deal;
}

}

TEST_CASE("undo and redo go back and forth") {
    History history;
    CHECK_FALSE(history.can_undo());
    CHECK_FALSE(history.undo(titled("a")));
    CHECK_FALSE(history.redo(titled("a")));
    CHECK(history.undo_what().empty());

    history.record(titled("a"), "to b", {}, 0);
    history.record(titled("b"), "to c", {}, 0);
    CHECK(history.undo_what() == "to c");
    CHECK(history.undo(titled("c"))->title == "b");
    CHECK(history.redo_what() == "to c");
    CHECK(history.undo_what() == "to b");
    CHECK(history.undo(titled("b"))->title == "a");
    CHECK_FALSE(history.can_undo());
    CHECK(history.redo(titled("a"))->title == "b");
    CHECK(history.redo(titled("b"))->title == "c");
    CHECK_FALSE(history.can_redo());
}

TEST_CASE("a new edit forgets what could be redone") {
    History history;
    history.record(titled("a"), "to b", {}, 0);
    (void)history.undo(titled("b"));
    history.record(titled("a"), "to x", {}, 0);
    CHECK_FALSE(history.can_redo());
    CHECK(history.undo(titled("x"))->title == "a");
}

TEST_CASE("typing in one field is one step") {
    History history;
    history.record(titled(""), "b", "title", 1000);
    history.record(titled("b"), "br", "title", 2000);
    history.record(titled("br"), "bri", "title", 2000 + History::coalesce_ms);
    CHECK(history.undo_what() == "bri");
    CHECK(history.undo(titled("bri"))->title.empty());
    CHECK_FALSE(history.can_undo());
}

TEST_CASE("another field, a pause, an empty key, an undo or a clock set back begin a new step") {
    const auto steps = [](std::string key, std::string next_key, std::int64_t first, std::int64_t second) {
        History history;
        history.record(titled("a"), "1", std::move(key), first);
        history.record(titled("b"), "2", std::move(next_key), second);
        int count = 0;
        for (auto deal = std::optional(titled("c")); (deal = history.undo(*deal));) {
            ++count;
        }
        return count;
    };
    CHECK(steps("title", "title", 0, History::coalesce_ms) == 1);
    CHECK(steps("title", "title", 0, History::coalesce_ms + 1) == 2);
    CHECK(steps("title", "account", 0, 1) == 2);
    CHECK(steps("", "", 0, 1) == 2);
    CHECK(steps("title", "title", 1000, 999) == 2);

    History history;
    history.record(titled("a"), "1", "title", 0);
    (void)history.undo(titled("b"));
    (void)history.redo(titled("a"));
    history.record(titled("b"), "2", "title", 1);
    CHECK(history.undo(titled("c"))->title == "b");
}

TEST_CASE("the oldest steps are forgotten") {
    History history;
    for (int i = 0; i < History::max_steps + 50; ++i) {
        history.record(titled(std::to_string(i)), {}, {}, 0);
    }
    int count = 0;
    std::string last;
    for (auto deal = std::optional(titled("end")); (deal = history.undo(*deal));) {
        last = deal->title;
        ++count;
    }
    CHECK(count == History::max_steps);
    CHECK(last == "50");
}

TEST_CASE("where others' changes came in, each step is moved; what is nothing of one's own any more goes, and so do the oldest") {
    const auto with_account = [](const Deal& step) {
        auto deal = step;
        deal.account = "Otto's";
        return std::optional(deal);
    };
    History history;
    history.record(titled("a"), "to b", {}, 0);
    history.record(titled("b"), "to c", {}, 0);
    history.record(titled("c"), "to d", {}, 0);
    (void)history.undo(titled("d")); // present: c
    auto present = titled("c");
    present.account = "Otto's";
    history.move_steps(present, with_account);
    CHECK(history.undo_what() == "to c");
    const auto again = history.redo(present);
    REQUIRE(again);
    CHECK(again->title == "d");
    CHECK(again->account == "Otto's");
    auto back = history.undo(*again);
    back = history.undo(*back);
    REQUIRE(back);
    CHECK(back->title == "b");
    CHECK(back->account == "Otto's");

    // Somebody else did the same: the step would change nothing.
    History same;
    same.record(titled("a"), "to b", {}, 0);
    same.move_steps(titled("b"), [](const Deal&) { return std::optional(titled("b")); });
    CHECK_FALSE(same.can_undo());
    // And what cannot be moved is forgotten.
    History none;
    none.record(titled("a"), "to b", {}, 0);
    none.move_steps(titled("b"), [](const Deal&) { return std::optional<Deal>(); });
    CHECK_FALSE(none.can_undo());

    History many;
    for (int i = 0; i < History::max_steps; ++i) {
        many.record(titled(std::to_string(i)), {}, {}, 0);
    }
    many.move_steps(titled("end"), [](const Deal& step) { return std::optional(step); });
    int count = 0;
    for (auto deal = std::optional(titled("end")); (deal = many.undo(*deal));) {
        ++count;
    }
    CHECK(count == History::max_moved);
}
