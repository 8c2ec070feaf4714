// Edits of a deal that is not open, from the list, and their undo there.
#include "app/ui/closing/closing.hpp"
#include "core/model/validate/validate.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using middleground::test::Tab;

namespace {

struct Listed : Tab {
    Listed() {
        a = start("A");
        b = start("B");
        act(action::GoTo{Screen::deals});
    }
    const Deal& deal(const DealId& id) { return find_entry(document, id)->deal; }
    void close(const DealId& id) {
        act(*closing_of(deal(id), close_draft_of(deal(id), CloseAs::lost, platform.today()), platform.today()));
    }
    bool closed(const DealId& id) { return !is_open(deal(id).outcome); }
    DealId a;
    DealId b;
};

}

TEST_CASE("a deal closed from the list comes back by undo there, and redo closes it again") {
    Listed tab;
    const auto before = tab.deal(tab.a);
    tab.close(tab.a);
    REQUIRE(tab.closed(tab.a));
    REQUIRE(tab.view.toast);
    CHECK(tab.view.toast->undo);
    CHECK(undo_what(tab.document) == "Closed Acme as lost");
    CHECK(open_id(tab.document).empty());
    tab.act(action::Undo{});
    CHECK(tab.deal(tab.a) == before);
    CHECK_FALSE(tab.closed(tab.b));
    tab.act(action::Redo{});
    CHECK(tab.closed(tab.a));
    tab.act(action::Undo{});
    CHECK(tab.deal(tab.a) == before);
    tab.save_all();
    CHECK(tab.text_of(tab.a).find("lost") == std::string::npos);
}

TEST_CASE("several deals closed from the list come back one after the other, between other steps of the list") {
    Listed tab;
    tab.close(tab.a);
    tab.act(action::RemoveDeal{tab.b});
    tab.act(action::Undo{});
    REQUIRE(find_entry(tab.document, tab.b));
    CHECK(tab.closed(tab.a));
    tab.close(tab.b);
    tab.act(action::Undo{});
    CHECK_FALSE(tab.closed(tab.b));
    tab.act(action::Undo{});
    CHECK_FALSE(tab.closed(tab.a));
}

TEST_CASE("closed and reopened from the list, both come back in turn") {
    Listed tab;
    tab.close(tab.a);
    tab.act(reopening_of(tab.deal(tab.a)));
    REQUIRE_FALSE(tab.closed(tab.a));
    tab.act(action::Undo{});
    CHECK(tab.closed(tab.a));
    tab.act(action::Undo{});
    CHECK_FALSE(tab.closed(tab.a));
}

TEST_CASE("what was closed from the list and then changed in the deal is undone in the deal") {
    Listed tab;
    tab.close(tab.a);
    tab.act(action::OpenDeal{tab.a, Screen::deal});
    tab.rename("Renamed");
    tab.act(action::GoTo{Screen::deals});
    tab.act(action::Undo{}); // not the renaming, and not the closing behind its back
    CHECK(tab.deal(tab.a).title == "Renamed");
    CHECK(tab.closed(tab.a));
    tab.act(action::OpenDeal{tab.a, Screen::deal});
    tab.act(action::Undo{});
    tab.act(action::Undo{});
    CHECK_FALSE(tab.closed(tab.a));
}

TEST_CASE("undone in the deal, it is not undone on the list a second time") {
    Listed tab;
    tab.close(tab.a);
    tab.act(action::OpenDeal{tab.a, Screen::deal});
    tab.act(action::Undo{});
    CHECK_FALSE(tab.closed(tab.a));
    tab.act(action::GoTo{Screen::deals});
    const auto count = tab.document.entries.size();
    tab.act(action::Undo{}); // the step before: B was started
    CHECK(tab.document.entries.size() == count - 1);
}

TEST_CASE("a closed deal stays editable") {
    Listed tab;
    tab.close(tab.a);
    tab.act(action::OpenDeal{tab.a, Screen::deal});
    tab.rename("Later known as");
    CHECK_FALSE(tab.view.error);
    CHECK(tab.deal(tab.a).title == "Later known as");
    tab.act(reopening_of(tab.deal(tab.a)));
    CHECK_FALSE(tab.closed(tab.a));
}

TEST_CASE("a copy of a deal whose title is as long as one may be is a valid deal, and says that it is a copy") {
    Listed tab;
    edit::SetDeal set;
    set.title = std::string(Limits::short_text, 'x');
    tab.act(action::Apply{{std::move(set)}, {}, "Renamed", false, tab.a});
    REQUIRE(tab.deal(tab.a).title.size() == Limits::short_text);
    tab.act(action::DuplicateDeal{tab.a});
    int copies = 0;
    for (const auto& entry : tab.document.entries) {
        CHECK(validate(entry.deal, tab.platform.today()).empty());
        copies += entry.deal.title.ends_with("x (copy)") ? 1 : 0;
    }
    CHECK(copies == 1);
}
