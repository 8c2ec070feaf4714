#include "app/session/playbooks/own_playbooks.hpp"

#include "app/session/backup.hpp"
#include "app/session/base_chances.hpp"
#include "app/session/own_odds.hpp"
#include "app/session/restore.hpp"
#include "app/session/update/show.hpp"
#include "core/files/link/playbook_link.hpp"
#include "core/model/playbooks/edition_changes.hpp"
#include "core/model/playbooks/playbook_edits.hpp"
#include "core/outlook.hpp"
#include "tests/support/app/tab.hpp"

#include <catch2/catch_test_macros.hpp>

#include <cmath>

using namespace middleground;
using namespace middleground::test;

namespace {

Playbook depot() {
    auto playbook = new_playbook("p1ayb0", "Depot rollout");
    playbook = with_new_step(playbook, {}, "Time").value();
    return with_new_step(playbook, "time", "See").value();
}

void put(Tab& tab, Playbook playbook) {
    tab.act(action::PutPlaybook{std::move(playbook), {}, "Changed", false});
}

const Playbook& own(const Tab& tab, std::string_view id = "p1ayb0") {
    const auto* playbook = find_playbook(tab.document, id);
    REQUIRE(playbook);
    return *playbook;
}

}

TEST_CASE("an own playbook is stored, and there the next time") {
    auto storage = std::make_shared<MemoryStorage>();
    {
        Tab tab(storage);
        put(tab, depot());
        CHECK_FALSE(is_saved(tab.document));
        tab.save_all();
        CHECK(is_saved(tab.document));
    }
    Tab again(storage, 2);
    CHECK(own(again).title == "Depot rollout");
    CHECK(io::read_playbook(storage->texts.at("playbook/p1ayb0")) == own(again));
    // Shipped ones come first, and are not stored.
    CHECK(again.document.playbooks.front().edition == 0);
    CHECK(again.document.playbooks.back().edition == 1);
}

TEST_CASE("every change counts the edition up, undo takes it back, and typing is one step") {
    Tab tab;
    tab.act(action::GoTo{Screen::playbooks});
    put(tab, depot());
    auto renamed = own(tab);
    renamed.title = "Depots";
    put(tab, renamed);
    CHECK(own(tab).edition == 2);
    for (const auto* text : {"F", "Fo", "For"}) {
        auto typed = own(tab);
        typed.what = text;
        tab.act(action::PutPlaybook{typed, "p1ayb0 what", "Changed what it is for", false});
    }
    CHECK(own(tab).edition == 3);
    tab.act(action::Undo{});
    CHECK(own(tab).what.empty());
    tab.act(action::Undo{});
    CHECK(own(tab).title == "Depot rollout");
    tab.act(action::Undo{});
    CHECK_FALSE(find_playbook(tab.document, "p1ayb0"));
    tab.act(action::Redo{});
    tab.act(action::Redo{});
    CHECK(own(tab).title == "Depots");
    CHECK(undo_what(tab.document) == "Changed");
}

TEST_CASE("what is not valid is refused, and nothing has changed") {
    Tab tab;
    put(tab, depot());
    const auto before = own(tab);
    auto wrong = before;
    wrong.steps[0].title.clear();
    put(tab, wrong);
    REQUIRE(tab.view.error);
    CHECK(tab.view.error->what == "The title is missing");
    CHECK(own(tab) == before);
}

TEST_CASE("a deleted playbook comes back by undo, and its deals keep all they have") {
    Tab tab;
    put(tab, depot());
    tab.act(action::CreateDeal{"Rollout", "Acme", "p1ayb0"});
    const auto id = open_id(tab.document);
    const auto deal = find_entry(tab.document, id)->deal;
    CHECK(deal.commitments.size() == 3);
    REQUIRE(deal.planned_with);
    tab.act(action::GoTo{Screen::playbooks});
    tab.act(action::RemovePlaybook{"p1ayb0"});
    tab.save_all();
    CHECK_FALSE(tab.platform.storage->texts.contains("playbook/p1ayb0"));
    CHECK(find_entry(tab.document, id)->deal == deal);
    CHECK(playbook_of(tab.document, deal) != nullptr);
    tab.act(action::Undo{});
    tab.save_all();
    CHECK(tab.platform.storage->texts.contains("playbook/p1ayb0"));
}

TEST_CASE("of two tabs nobody writes over what the other one wrote") {
    auto storage = std::make_shared<MemoryStorage>();
    Tab one(storage, 1);
    put(one, depot());
    one.save_all();
    Tab two(storage, 2);
    auto mine = own(one);
    mine.title = "Mine";
    put(one, mine);
    auto theirs = own(two);
    theirs.title = "Theirs";
    put(two, theirs);
    two.save_all();
    one.save_all();
    CHECK(own(one).title == "Theirs");
    CHECK(one.document.own_playbooks.size() == 2);
    CHECK(one.document.own_playbooks[0].playbook.title == "Mine (changed here)");
    CHECK(io::read_playbook(storage->texts.at("playbook/p1ayb0"))->title == "Theirs");
    CHECK(is_saved(one.document));
}

TEST_CASE("what another version of the program wrote is set aside, and stays") {
    auto storage = std::make_shared<MemoryStorage>();
    storage->texts["playbook/p1ayb0"] = R"({"middleground_playbook": 7, "id": "p1ayb0"})";
    storage->texts["playbook/p2ayb0"] = "{";
    Tab tab(storage);
    CHECK(tab.document.damaged.size() == 2);
    CHECK(tab.document.own_playbooks.empty());
    put(tab, depot());
    tab.save_all();
    CHECK(storage->texts["playbook/p1ayb0"] == R"({"middleground_playbook": 7, "id": "p1ayb0"})");
    CHECK(tab.document.own_playbooks.size() == 1);
    CHECK(storage->texts.size() >= 3);
}

TEST_CASE("a backup brings own playbooks back, each once") {
    Tab tab;
    put(tab, depot());
    const auto text = backup_of(tab.document, tab.platform);
    Tab empty;
    open_file(empty.world(), "backup.json", text);
    CHECK(own(empty) == own(tab));
    open_file(empty.world(), "backup.json", text);
    CHECK(empty.document.own_playbooks.size() == 1);
    auto changed = own(empty);
    changed.what = "Changed since";
    put(empty, changed);
    open_file(empty.world(), "backup.json", text);
    REQUIRE(empty.document.own_playbooks.size() == 2);
    CHECK(empty.document.own_playbooks[1].playbook.title == "Depot rollout (restored)");
    open_file(empty.world(), "backup.json", text);
    CHECK(empty.document.own_playbooks.size() == 2);
}

TEST_CASE("a link is looked at, then added; the same edition is there, a newer one brings it up to date") {
    Tab maker;
    put(maker, depot());
    Tab tab;
    const auto link = io::encode_playbook_link(own(maker)).value();
    open_link(tab.world(), "https://m.example/" + link);
    REQUIRE(tab.view.playbooks.incoming);
    CHECK(screen_of(tab.document) == Screen::playbooks);
    CHECK(tab.document.own_playbooks.empty());
    tab.act(action::TakePlaybook{});
    CHECK(own(tab) == own(maker));
    open_link(tab.world(), link);
    tab.act(action::TakePlaybook{});
    CHECK(tab.document.own_playbooks.size() == 1);
    auto later = own(maker);
    later.title = "Depot rollout, again";
    put(maker, later);
    open_file(tab.world(), "depot.json", io::write_playbook(own(maker)));
    tab.act(action::TakePlaybook{});
    CHECK(tab.document.own_playbooks.size() == 1);
    CHECK(own(tab) == own(maker));
    open_link(tab.world(), link);
    tab.act(action::TakePlaybook{.as_copy = true});
    CHECK(tab.document.own_playbooks.size() == 2);
    open_link(tab.world(), link.substr(0, link.size() - 5));
    REQUIRE(tab.view.error);
    CHECK(tab.view.error->what == "The link to a playbook is cut off or has been changed");
    CHECK(tab.document.own_playbooks.size() == 2);
}

TEST_CASE("a file without an edition, and one of the program's own, become new ones") {
    Tab tab;
    auto shipped = tab.document.playbooks.front();
    open_file(tab.world(), "shipped.json", io::write_playbook(shipped));
    tab.act(action::TakePlaybook{});
    CHECK(tab.document.own_playbooks.empty()); // it is there
    shipped.title = "Changed by hand";
    open_file(tab.world(), "shipped.json", io::write_playbook(shipped));
    tab.act(action::TakePlaybook{});
    REQUIRE(tab.document.own_playbooks.size() == 1);
    CHECK(is_id(tab.document.own_playbooks[0].playbook.id));
    CHECK(tab.document.own_playbooks[0].playbook.edition == 1);
}

TEST_CASE("how many are won of 100 is what a fresh deal's forecast says") {
    Tab tab;
    put(tab, depot());
    tab.act(action::SetPlaybookChance{"p1ayb0", 40});
    REQUIRE(own(tab).base);
    BaseChances chances;
    const auto won = chances.of(own(tab), tab.platform.today());
    REQUIRE(won);
    CHECK(std::abs(won->value() - 0.4) < 0.02);
    CHECK(io::read_playbook(io::write_playbook(own(tab))) == own(tab));
    tab.act(action::SetPlaybookChance{"p1ayb0", {}});
    CHECK_FALSE(own(tab).base);
}

TEST_CASE("a change of the playbook leaves its deals' forecast, until it is taken over") {
    Tab tab;
    put(tab, depot());
    tab.act(action::CreateDeal{"Rollout", "Acme", "p1ayb0"});
    const auto id = open_id(tab.document);
    OwnOdds odds;
    odds.refresh(tab.document, tab.platform.today());
    const auto before = planned_with(*playbook_of(odds.playbooks(), find_entry(tab.document, id)->deal));
    auto changed = own(tab);
    set_kept_of_ten(changed.steps[0], 1);
    put(tab, changed);
    CHECK(odds.refresh(tab.document, tab.platform.today()));
    const auto& deal = find_entry(tab.document, id)->deal;
    CHECK(planned_with(*playbook_of(odds.playbooks(), deal)) == before);
    const auto changes = edition_changes(deal, own(tab));
    REQUIRE(changes.size() == 1);
    Random random(5);
    tab.act(action::Apply{edits_to_take(deal, own(tab), changes, tab.platform.today(), random).value(), {}, "Took over", true, {}});
    CHECK(edition_changes(find_entry(tab.document, id)->deal, own(tab)).empty());
    tab.act(action::Undo{});
    CHECK(edition_changes(find_entry(tab.document, id)->deal, own(tab)).size() == 1);
}

TEST_CASE("own closed deals of any edition say how often a step is kept") {
    Tab tab;
    put(tab, depot());
    tab.act(action::CreateDeal{"Rollout", "Acme", "p1ayb0"});
    auto& entry = *find_entry(tab.document, open_id(tab.document));
    const auto today = tab.platform.today();
    entry.deal.opened = entry.deal.created = today - 30;
    entry.deal.commitments[0].events = {{CommitmentEventKind::asked, today - 9, {}, {}, {}, {}}, {CommitmentEventKind::kept, today - 5, {}, {}, {}, {}}};
    entry.deal.outcome = Lost{today, {}, {}};
    ++entry.revision;
    auto changed = own(tab);
    changed.what = "Later";
    put(tab, changed);
    OwnOdds odds;
    odds.refresh(tab.document, today);
    const auto* found = odds.find("p1ayb0");
    REQUIRE(found);
    CHECK(found->deals == 1);
    CHECK(find(*found, entry.deal.commitments[0].step)->kept == 1);
}
