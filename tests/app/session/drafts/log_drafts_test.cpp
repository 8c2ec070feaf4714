// Drafts of the log: kept per deal, over switching deals and a reload, and gone when they are saved, dropped or their deal goes.
#include "app/session/drafts/log_draft_json.hpp"
#include "app/session/drafts/log_drafts.hpp"
#include "app/session/update/show.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using middleground::test::MemoryStorage;
using middleground::test::Tab;

namespace {

LogDraft full_draft() {
    LogDraft draft;
    draft.line = "call Marcus: budget frozen";
    draft.line_state.plain = {"invest"};
    draft.line_state.new_people = {"Marcus"};
    draft.kind = InteractionKind::call;
    draft.direction = Direction::inbound;
    draft.on = "last tue";
    draft.people = {{"aaaaaa"}, {"bbbbbb"}};
    draft.new_people = {"Marcus \"M\" Olsen", "Jürgen\n"};
    draft.summary = "Two\nlines";
    draft.asks = {{"cccccc"}};
    draft.answers = {{{"cccccc"}, CommitmentEventKind::declined, "fri", "too expensive", "Q4", true}};
    draft.given = {{"A list", {"aaaaaa"}, "Less waste"}};
    draft.concerns = {{"dddddd"}};
    draft.concern_answers = {{{"dddddd"}, ConcernEventKind::resolved}};
    draft.raised = {{"Too dear", {"bbbbbb"}}, {"Hosting", {}, ConcernKind::question, true}};
    draft.promises = {{"Payback sheet", "fri", {"aaaaaa"}}};
    draft.next_commitment = {"cccccc"};
    draft.next_what = "Call";
    draft.next_on = "+3";
    draft.next_state = NextStepState::dropped;
    draft.closes = {{"eeeeee"}};
    draft.answered = true;
    draft.moves_opened = false;
    draft.editing = InteractionId{"ffffff"};
    return draft;
}

// As a page that is reloaded.
void reload(Tab& tab, const DealId& id) {
    show(tab.world(), shown::DealPage{id});
    load_log_draft(tab.world());
}

}

TEST_CASE("a draft is read as it was written, an empty one too") {
    for (const auto& draft : {full_draft(), LogDraft{}}) {
        const auto text = write_log_draft(draft);
        const auto read = read_log_draft(text);
        REQUIRE(read.has_value());
        CHECK(*read == draft);
        CHECK(write_log_draft(*read) == text);
    }
}

TEST_CASE("a draft that ends too early, or has one byte that is wrong, is read or refused with words") {
    const auto text = write_log_draft(full_draft());
    for (std::size_t i = 0; i < text.size(); ++i) {
        const auto read = read_log_draft(std::string_view(text).substr(0, i));
        REQUIRE_FALSE(read.has_value());
        REQUIRE_FALSE(read.error().what.empty());
    }
    for (std::size_t i = 0; i < text.size(); ++i) {
        for (const char c : {'\0', '"', '{', '9', '\xff'}) {
            auto damaged = text;
            damaged[i] = c;
            if (const auto read = read_log_draft(damaged)) REQUIRE(read_log_draft(write_log_draft(*read)).has_value());
        }
    }
}

TEST_CASE("what is no draft is refused, and unknown members are left out") {
    for (const auto* text :
         {"", "null", "[]", "{}", R"({"middleground_log_draft": 2, "draft": {}})", R"({"middleground_log_draft": 1})",
          R"({"middleground_log_draft": "1", "draft": {}})", R"({"middleground_log_draft": 1, "draft": []})",
          R"({"middleground_log_draft": 1, "draft": {"people": "aaaaaa"}})", R"({"middleground_log_draft": 1, "draft": {"kind": "dance"}})",
          R"({"middleground_log_draft": 1, "draft": {"raised": [7]}})"}) {
        INFO(text);
        const auto read = read_log_draft(text);
        REQUIRE_FALSE(read.has_value());
        CHECK_FALSE(read.error().what.empty());
    }
    CHECK_FALSE(read_log_draft(std::string(2u << 20, ' ')).has_value());
    const auto read = read_log_draft(R"({"middleground_log_draft": 1, "draft": {"summary": "Hi", "mood": {"x": [1]}}, "more": 1})");
    REQUIRE(read.has_value());
    CHECK(read->summary == "Hi");
}

TEST_CASE("each deal keeps its draft, over other deals and a reload, until it is dropped") {
    auto storage = std::make_shared<MemoryStorage>();
    Tab tab(storage);
    const auto a = tab.start("A");
    const auto b = tab.start("B");
    tab.view.log.open = true;
    tab.view.log.summary = "Of B";
    tab.act(action::KeepLogDraft{});
    CHECK(tab.view.toast->text == "Kept as a draft");
    CHECK(storage->texts.contains(draft_key(b)));

    tab.act(action::OpenDeal{a, Screen::deal});
    CHECK(tab.view.log.summary.empty());
    tab.view.log.summary = "Of A"; // typed, and not kept yet
    tab.act(action::GoTo{Screen::deals});
    tab.act(action::OpenDeal{b, Screen::deal});
    CHECK(tab.view.log.summary == "Of B");
    CHECK_FALSE(tab.view.log.open);

    Tab later(storage, 2);
    reload(later, a);
    CHECK(later.view.log.summary == "Of A");
    later.act(action::DropLogDraft{});
    CHECK_FALSE(storage->texts.contains(draft_key(a)));
    CHECK(later.view.log.summary.empty());
    CHECK(storage->texts.contains(draft_key(b)));
}

TEST_CASE("an empty draft is not kept, and takes the place of one that was") {
    Tab tab;
    const auto id = tab.start("A");
    tab.view.log.open = true;
    tab.view.toast.reset();
    tab.act(action::KeepLogDraft{});
    CHECK_FALSE(tab.view.toast);
    CHECK_FALSE(tab.platform.storage->texts.contains(draft_key(id)));
    tab.view.log.summary = "Something";
    tab.act(action::KeepLogDraft{});
    CHECK(tab.platform.storage->texts.contains(draft_key(id)));
    tab.view.log.summary = " ";
    tab.act(action::KeepLogDraft{});
    CHECK_FALSE(tab.platform.storage->texts.contains(draft_key(id)));
}

TEST_CASE("a draft goes with its deal and is no deal itself") {
    auto storage = std::make_shared<MemoryStorage>();
    Tab tab(storage);
    const auto id = tab.start("A");
    tab.view.log.summary = "Something";
    tab.act(action::KeepLogDraft{});
    Tab later(storage, 2);
    CHECK(later.document.entries.size() == 1);
    CHECK(later.document.damaged.empty());
    tab.act(action::RemoveDeal{id});
    CHECK_FALSE(storage->texts.contains(draft_key(id)));
}

TEST_CASE("a damaged draft is told once, ignored, and stays where it is") {
    auto storage = std::make_shared<MemoryStorage>();
    Tab first(storage);
    const auto id = first.start("A");
    storage->texts[draft_key(id)] = "{ broken";
    Tab tab(storage, 2);
    REQUIRE(tab.document.damaged.size() == 1);
    CHECK(tab.document.damaged[0].key == draft_key(id));
    tab.act(action::OpenDeal{id, Screen::deal});
    CHECK(tab.view.log == LogDraft{});
    tab.view.log.summary = "Something";
    tab.act(action::KeepLogDraft{});
    CHECK(storage->texts.at(draft_key(id)) == "{ broken");
    CHECK(tab.view.toast->text == "Kept as a draft");
    CHECK(read_log_draft(storage->texts.at(draft_key(id, 2)))->summary == "Something");
    tab.act(action::DropLogDraft{});
    CHECK_FALSE(storage->texts.contains(draft_key(id, 2)));
    CHECK(storage->texts.at(draft_key(id)) == "{ broken");
}

TEST_CASE("drafts that two windows write of one deal are both kept, and each goes alone") {
    auto storage = std::make_shared<MemoryStorage>();
    Tab mine(storage);
    const auto id = mine.start("A");
    mine.save_all();
    Tab theirs(storage, 2);
    theirs.act(action::OpenDeal{id, Screen::deal});
    const auto type = [](Tab& tab, const char* words) {
        tab.view.log.open = true;
        tab.view.log.summary = words;
        return keep_log_draft(tab.world());
    };
    CHECK(type(mine, "Mine"));
    CHECK(type(theirs, "Theirs"));
    CHECK(type(mine, "Mine, and more"));
    CHECK(type(theirs, "Theirs, and more"));
    CHECK(read_log_draft(storage->texts.at(draft_key(id)))->summary == "Mine, and more");
    CHECK(read_log_draft(storage->texts.at(draft_key(id, 2)))->summary == "Theirs, and more");

    // A window that comes later has the last one, and after that the other.
    Tab later(storage, 3);
    later.act(action::OpenDeal{id, Screen::deal});
    CHECK(later.view.log.summary == "Theirs, and more");
    later.act(action::DropLogDraft{});
    CHECK(storage->texts.contains(draft_key(id)));
    CHECK_FALSE(storage->texts.contains(draft_key(id, 2)));
    reload(later, id);
    CHECK(later.view.log.summary == "Mine, and more");

    // What was only looked at is neither stored again nor brought back.
    mine.act(action::DropLogDraft{});
    later.act(action::GoTo{Screen::deals});
    CHECK_FALSE(storage->texts.contains(draft_key(id)));
    CHECK_FALSE(storage->texts.contains(draft_key(id, 2)));
    CHECK(deal_of_draft(draft_key(id)) == id);
    CHECK(deal_of_draft(draft_key(id, 9)) == id);
    CHECK_FALSE(deal_of_draft(draft_key(id) + ".10"));
    CHECK_FALSE(deal_of_draft("deal/" + id.text));
}

TEST_CASE("the tenth draft of one deal is refused in words, and those that are there stay") {
    Tab tab;
    const auto id = tab.start("A");
    for (int place = 1; place <= most_log_drafts; ++place) {
        CHECK(store_draft(tab.platform, id, "draft " + std::to_string(place)) == place);
    }
    CHECK(store_draft(tab.platform, id, "draft 3") == 3);
    CHECK(store_draft(tab.platform, id, "one more").error().what == "This deal has 9 drafts of its log already");
}

TEST_CASE("storage that refuses says why, and the draft stays on the screen") {
    Tab tab;
    tab.start("A");
    tab.view.log.summary = "Something";
    tab.platform.storage->refuses = true;
    tab.act(action::KeepLogDraft{});
    CHECK(tab.view.error);
    CHECK(tab.view.log.summary == "Something");
}

TEST_CASE("what is typed is due to be stored a moment later") {
    Tab tab;
    tab.start("A");
    LogDraftWatch watch;
    watch.look(tab.document, tab.view, 0);
    CHECK_FALSE(watch.due_in_ms(0));
    tab.view.log.open = true;
    tab.view.log.summary = "S";
    watch.look(tab.document, tab.view, 1000);
    CHECK(watch.due_in_ms(1000) == save_delay_ms);
    tab.view.log.summary = "So";
    watch.look(tab.document, tab.view, 1100);
    CHECK(watch.due_in_ms(1100) == save_delay_ms - 100);
    CHECK(watch.due_in_ms(1000 + save_delay_ms) == 0);
    watch.stored();
    watch.look(tab.document, tab.view, 2000);
    CHECK_FALSE(watch.due_in_ms(2000));
}
