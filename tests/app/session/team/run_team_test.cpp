// People who share deals over one bucket: what each of them sees, loses (nothing) and can take back (their own).
#include "app/session/team/run_team.hpp"
#include "app/session/team/team_keys.hpp"
#include "app/viewmodel/team/team_words.hpp"
#include "core/merge/merge.hpp"
#include "tests/support/app/team_tab.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

std::string content(const Deal& deal) {
    return team::shared_text(deal);
}

// Lena and Otto, one deal shared by Lena and with both.
struct Pair : TeamWorldOfTabs {
    explicit Pair(std::size_t count = 2) : TeamWorldOfTabs(count) {
        join(0, "Lena");
        for (std::size_t i = 1; i < count; ++i) {
            join(i, i == 1 ? "Otto" : "Mara");
        }
        run(500);
        id = tabs[0]->start("Pilot");
        run(1000);
        tabs[0]->ask_team(team_action::Share{id});
        run(3000);
    }
    TeamTab& a() { return *tabs[0]; }
    TeamTab& b() { return *tabs[1]; }
    DealId id;
};

void choose(TeamTab& tab, MergeSide side) {
    const auto* preview = preview_of(tab.document);
    REQUIRE(preview);
    const auto& mine = tab.deal(preview->deal.id);
    const auto compared = merge({preview->base ? &*preview->base : nullptr, mine, preview->deal, tab.platform.today()});
    tab.act(action::ApplyMerge{std::vector<MergeSide>(compared.conflicts.size(), side)});
}

}

TEST_CASE("a deal that is shared is with colleagues, and what one changes the other has") {
    Pair world;
    REQUIRE(world.b().has(world.id));
    CHECK(content(world.b().deal(world.id)) == content(world.a().deal(world.id)));
    CHECK(world.b().has_said("Lena shared Pilot"));
    CHECK(find_entry(world.a().document, world.id)->sharing == Sharing::mine);
    CHECK(find_entry(world.b().document, world.id)->sharing == Sharing::colleagues);

    world.b().rename(world.id, "Pilot in Porto");
    CHECK(team_saved_words(world.b().document).empty());
    world.run(100);
    CHECK(team_saved_words(world.b().document) == "Saved here, 1 to send");
    world.run(3000);
    CHECK(team_saved_words(world.b().document).empty());
    CHECK(world.a().deal(world.id).title == "Pilot in Porto");
    // It is stored there, too.
    CHECK(world.a().platform.storage->texts.at(deal_key(world.id)).find("Pilot in Porto") != std::string::npos);
    CHECK(is_team_stored(world.a().document));
}

TEST_CASE("undo takes back one's own and nothing of what colleagues changed meanwhile") {
    Pair world;
    auto& lena = world.a();
    auto& otto = world.b();
    lena.act(action::OpenDeal{world.id});
    lena.rename(world.id, "Mine");
    world.run(2500);
    otto.account(world.id, "Otto's account");
    world.run(3000);
    REQUIRE(lena.deal(world.id).account == "Otto's account");
    CHECK(undo_what(lena.document).find("title") != std::string::npos);
    lena.act(action::Undo{});
    CHECK(lena.deal(world.id).title == "Pilot");
    CHECK(lena.deal(world.id).account == "Otto's account");
    world.run(3000);
    CHECK(otto.deal(world.id).title == "Pilot");
    CHECK(otto.deal(world.id).account == "Otto's account");
    lena.act(action::Redo{});
    CHECK(lena.deal(world.id).title == "Mine");
    CHECK(lena.deal(world.id).account == "Otto's account");
    // Otto never changed the title: his undo goes back to the account alone.
    otto.act(action::OpenDeal{world.id});
    world.run(3000);
    otto.act(action::Undo{});
    CHECK(otto.deal(world.id).account == "Acme");
    CHECK(otto.deal(world.id).title == "Mine");
    // Nothing of Lena's is among what he could take back.
    CHECK_FALSE(find_entry(otto.document, world.id)->history.can_undo());
    world.run(3000);
    CHECK(content(lena.deal(world.id)) == content(otto.deal(world.id)));
}

TEST_CASE("undo of an import keeps what colleagues changed meanwhile") {
    Pair world;
    auto before = world.a().deal(world.id);
    before.title = "Before the import";
    WorkspaceStep step;
    step.kind = WorkspaceStep::Kind::imported;
    step.changed = {before};
    world.a().document.undo_steps.push_back(step);
    world.b().account(world.id, "Otto's account");
    world.run(3000);
    REQUIRE(world.a().deal(world.id).account == "Otto's account");
    const auto& kept = world.a().document.undo_steps.back().changed.front();
    CHECK(kept.title == "Before the import");
    CHECK(kept.account == "Otto's account");
}

TEST_CASE("both change the same thing: the page that compares asks, and both have what was chosen") {
    for (const auto side : {MergeSide::mine, MergeSide::theirs}) {
        Pair world;
        auto& lena = world.a();
        auto& otto = world.b();
        otto.platform.link.go_offline();
        world.run(200);
        lena.rename(world.id, "Lena's title");
        otto.rename(world.id, "Otto's title");
        world.run(3000);
        CHECK(team_saved_words(otto.document) == "Offline, 1 to send");
        otto.platform.link.come_back();
        world.run(3000);
        REQUIRE(otto.document.team->conflicts.contains(world.id));
        CHECK(otto.deal(world.id).title == "Otto's title"); // nothing is overwritten
        CHECK(lena.deal(world.id).title == "Lena's title");
        const auto bands = team_bands(otto.document);
        REQUIRE(bands.size() == 1);
        CHECK(bands.front().strong == "Lena changed Otto's title, too");
        CHECK(shared_words(otto.document, world.id).state == "Waits for your choice");

        otto.ask_team(team_action::Compare{world.id});
        REQUIRE(screen_of(otto.document) == Screen::merge);
        CHECK(team_bands(otto.document).empty());
        choose(otto, side);
        CHECK(otto.document.team->conflicts.empty());
        CHECK(open_id(otto.document) == world.id);
        world.run(3000);
        const std::string chosen = side == MergeSide::mine ? "Otto's title" : "Lena's title";
        CHECK(otto.deal(world.id).title == chosen);
        CHECK(lena.deal(world.id).title == chosen);
        CHECK(otto.team().to_send() == 0);
        CHECK(content(lena.deal(world.id)) == content(otto.deal(world.id)));
    }
}

TEST_CASE("a further change while the question is open: the page that compares has the newer one") {
    Pair world;
    auto& lena = world.a();
    auto& otto = world.b();
    otto.platform.link.go_offline();
    world.run(200);
    lena.rename(world.id, "Lena's title");
    otto.rename(world.id, "Otto's title");
    world.run(3000);
    otto.platform.link.come_back();
    world.run(3000);
    otto.ask_team(team_action::Compare{world.id});
    const auto first_revision = preview_of(otto.document)->revision;
    lena.rename(world.id, "Lena's second title");
    world.run(3000);
    REQUIRE(preview_of(otto.document));
    CHECK(preview_of(otto.document)->deal.title == "Lena's second title");
    CHECK(preview_of(otto.document)->revision > first_revision);
    choose(otto, MergeSide::theirs);
    world.run(3000);
    CHECK(otto.deal(world.id).title == "Lena's second title");
    CHECK(content(lena.deal(world.id)) == content(otto.deal(world.id)));
}

TEST_CASE("three places, offline and back with many edits each: all have the same, and every entry of the log") {
    Pair world(3);
    Random dice(7);
    std::set<std::string> logged;
    for (auto& tab : world.tabs) {
        tab->platform.link.go_offline();
    }
    world.run(200);
    for (int i = 0; i < 24; ++i) {
        auto& tab = *world.tabs[dice.below(3)];
        Interaction met;
        met.id = InteractionId::make(tab.random);
        met.on = met.created = tab.platform.today();
        met.summary = "Entry " + std::to_string(i);
        logged.insert(met.summary);
        tab.act(action::Apply{{edit::PutInteraction{met}}, {}, {}, false, world.id});
        world.run(100);
    }
    for (auto& tab : world.tabs) {
        tab->platform.link.come_back();
        world.run(1500);
    }
    world.run(8000);
    for (auto& tab : world.tabs) {
        CHECK(tab->document.team->conflicts.empty());
        CHECK(tab->team().to_send() == 0);
        CHECK(content(tab->deal(world.id)) == content(world.a().deal(world.id)));
        std::set<std::string> found;
        for (const auto& one : tab->deal(world.id).interactions) {
            found.insert(one.summary);
        }
        CHECK(found == logged);
    }
}

TEST_CASE("ended and started again: what was not sent is sent, and nothing looks as if it had been changed") {
    Pair world;
    world.b().rename(world.id, "Offline words");
    world.b().platform.link.go_offline();
    world.run(1000);
    world.restart(1);
    CHECK(world.b().document.has_membership);
    CHECK(find_entry(world.b().document, world.id)->sharing == Sharing::colleagues); // before anything of the team is read
    CHECK_FALSE(world.b().document.team);
    world.run(3000);
    REQUIRE(world.b().document.team);
    CHECK(world.a().deal(world.id).title == "Offline words");
    const auto puts = world.bucket.puts;
    world.restart(0);
    world.restart(1);
    world.run(4000);
    CHECK(world.a().deal(world.id).title == "Offline words");
    CHECK(world.bucket.puts <= puts + 2); // each may say who it is
    CHECK(content(world.a().deal(world.id)) == content(world.b().deal(world.id)));
}

TEST_CASE("storage is full when colleagues' changes come: it is said, and started again nothing is taken back from them") {
    Pair world;
    auto& otto = world.b();
    auto& storage = *otto.platform.storage;
    storage.capacity = storage.used();
    world.a().rename(world.id, "A title that is a good deal longer than the one that was there before it was changed by Lena");
    world.run(3000);
    CHECK(otto.deal(world.id).title.starts_with("A title"));
    REQUIRE(failure_of(find_entry(otto.document, world.id)->state));
    CHECK_FALSE(is_team_stored(otto.document));
    // The window goes away without having been able to store it.
    world.restart(1);
    storage.capacity = 1u << 30;
    CHECK(world.b().deal(world.id).title == "Pilot");
    world.run(4000);
    CHECK(world.b().deal(world.id).title.starts_with("A title"));
    CHECK(world.a().deal(world.id).title.starts_with("A title"));
    CHECK(world.b().document.team->conflicts.empty());
}

TEST_CASE("ended at any moment while changes come: started again, nothing of colleagues' is taken back") {
    for (int moment = 0; moment < 40; ++moment) {
        Pair world;
        world.a().rename(world.id, "Lena's title");
        world.b().account(world.id, "Otto's account");
        world.run(20 * 2 * moment);
        world.restart(1);
        world.run(6000);
        CAPTURE(moment);
        CHECK(world.a().deal(world.id).title == "Lena's title");
        CHECK(world.b().deal(world.id).title == "Lena's title");
        CHECK(content(world.a().deal(world.id)) == content(world.b().deal(world.id)));
    }
}

TEST_CASE("a second tab of one browser: one of them is connected, both have all, undo in either stays one's own") {
    Pair world;
    auto& lena = world.a();
    auto& otto = world.b();
    world.tabs.push_back(std::make_unique<TeamTab>(world.wire, 3, otto.platform.browser, 50));
    auto& second = *world.tabs.back();
    world.run(1000);
    REQUIRE(second.document.team);
    CHECK(second.document.team->elsewhere);
    CHECK(team_state(second.document).words == "Connected in another tab");
    CHECK(find_entry(second.document, world.id)->sharing == Sharing::colleagues);
    CHECK(team_members(second.document).size() == 2);

    second.act(action::OpenDeal{world.id});
    second.rename(world.id, "From the second tab");
    world.run(4000);
    CHECK(otto.deal(world.id).title == "From the second tab");
    CHECK(lena.deal(world.id).title == "From the second tab");
    lena.account(world.id, "Lena's account");
    world.run(4000);
    CHECK(second.deal(world.id).account == "Lena's account");
    second.act(action::Undo{});
    CHECK(second.deal(world.id).title == "Pilot");
    CHECK(second.deal(world.id).account == "Lena's account");
    world.run(4000);
    CHECK(lena.deal(world.id).title == "Pilot");
    CHECK(lena.deal(world.id).account == "Lena's account");
    // What only the connected one can do is said.
    second.ask_team(team_action::TakeBack{world.id});
    REQUIRE(second.view.error);
    CHECK(second.view.error->what == "Middleground is connected to your team in another tab");

    // The first goes, and the second connects with what the first one knew.
    world.tabs.erase(world.tabs.begin() + 1);
    world.run(1000);
    CHECK_FALSE(second.document.team->elsewhere);
    lena.rename(world.id, "After the first was closed");
    world.run(4000);
    CHECK(second.deal(world.id).title == "After the first was closed");
    CHECK(second.document.team->conflicts.empty());
    second.account(world.id, "Second's account");
    world.run(4000);
    CHECK(lena.deal(world.id).account == "Second's account");
}

TEST_CASE("one tab leaves the team, and the other one is out of it, too") {
    Pair world;
    auto& otto = world.b();
    world.tabs.push_back(std::make_unique<TeamTab>(world.wire, 3, otto.platform.browser, 50));
    auto& second = *world.tabs.back();
    world.run(1000);
    otto.ask_team(team_action::Leave{});
    world.run(500);
    CHECK_FALSE(otto.document.team);
    CHECK_FALSE(second.document.team);
    CHECK(second.has_said("You left Brightwater Sales in another tab"));
    CHECK(second.has(world.id));
}

TEST_CASE("leaving: deals stay, and nothing of the team is left on the device") {
    Pair world;
    auto& otto = world.b();
    otto.ask_team(team_action::Leave{});
    world.run(1000);
    CHECK_FALSE(otto.document.team);
    CHECK(otto.has(world.id));
    CHECK(find_entry(otto.document, world.id)->sharing == Sharing::alone);
    for (const auto& [key, text] : otto.platform.storage->texts) {
        CHECK_FALSE(is_of_team(key));
        CHECK(text.find(team_password) == std::string::npos);
    }
    CHECK_FALSE(otto.platform.link.is_open);
    world.a().rename(world.id, "After Otto left");
    world.run(3000);
    CHECK(otto.deal(world.id).title == "Pilot");
    world.restart(1);
    world.run(1000);
    CHECK_FALSE(world.b().document.team);
}

TEST_CASE("without a team nothing of one is read, asked for or said") {
    TeamWorldOfTabs world(1);
    auto& tab = world[0];
    const auto id = tab.start("Alone");
    world.run(2000);
    world.restart(0);
    world[0].rename(id, "Still alone");
    world[0].platform.events.push_back(event::StorageChanged{deal_key(id)});
    world.run(2000);
    CHECK_FALSE(world[0].document.team);
    CHECK(world[0].platform.asked_server == 0);
    CHECK(world[0].platform.link.openings == 0);
    for (const auto& key : world[0].platform.reads) {
        CHECK(key.find("team") == std::string::npos);
    }
    for (const auto& [key, text] : world[0].platform.storage->texts) {
        CHECK(key.find("team") == std::string::npos);
    }
    CHECK_FALSE(team_wake_in_ms(world[0].document, world.now_ms));
}

TEST_CASE("with a team, the first picture reads which deals are colleagues' and nothing else of it") {
    Pair world;
    world.restart(1);
    std::vector<std::string> of_team;
    for (const auto& key : world.b().platform.reads) {
        if (is_of_team(key)) of_team.push_back(key);
    }
    CHECK(of_team == std::vector{std::string(colleagues_key)});
    CHECK(world.b().platform.link.openings == 0);
    world.run(20); // the first picture
    CHECK(world.b().platform.link.openings == 0);
    world.run(20);
    CHECK(world.b().platform.link.openings == 1);
}
