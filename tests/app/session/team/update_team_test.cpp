#include "app/session/team/update_team.hpp"
#include "app/session/backup.hpp"
#include "app/session/restore.hpp"
#include "app/viewmodel/team/team_words.hpp"
#include "core/files/any_file.hpp"
#include "core/files/backup.hpp"
#include "core/files/link/snapshot_link.hpp"
#include "core/report/export.hpp"
#include "tests/support/app/team_tab.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::test;

namespace {

struct Shared : TeamWorldOfTabs {
    Shared() : TeamWorldOfTabs(3) {
        join(0, "Lena");
        join(1, "Otto");
        join(2, "Mara");
        run(500);
        id = tabs[0]->start("Pilot");
        run(600);
        tabs[0]->ask_team(team_action::Share{id});
        run(3000);
    }
    std::string me(std::size_t index) { return tabs[index]->team().membership().me; }
    DealId id;
};

}

TEST_CASE("a deal is handed over: then it is the other one's, on their Today and theirs to take back") {
    Shared world;
    CHECK(shared_words(world[1].document, world.id).whose == "Lena owns it");
    world[1].ask_team(team_action::TakeBack{world.id});
    REQUIRE(world[1].view.error);
    CHECK(world[1].view.error->what.find("Lena") != std::string::npos);

    world[0].ask_team(team_action::HandOver{world.id, world.me(1)});
    world.run(3000);
    CHECK(find_entry(world[1].document, world.id)->sharing == Sharing::mine);
    CHECK(find_entry(world[0].document, world.id)->sharing == Sharing::colleagues);
    CHECK(shared_words(world[0].document, world.id).whose == "Otto owns it");
    CHECK(has_own_open_deal(world[1].document));
    CHECK_FALSE(has_own_open_deal(world[0].document));
    CHECK(owner_of(world[2].document, world.id).name == "Otto");
}

TEST_CASE("a deal is taken back or removed for everybody: copies stay, and it is said by whom") {
    for (const bool removes : {false, true}) {
        Shared world;
        world[0].ask_team(removes ? AnyTeamAction(team_action::RemoveForAll{world.id}) : AnyTeamAction(team_action::TakeBack{world.id}));
        world.run(3000);
        CHECK(world[1].has_said(removes ? "Lena removed Pilot for everybody. Your copy stays" : "Lena took back Pilot. Your copy stays"));
        for (auto& tab : world.tabs) {
            CHECK(tab->has(world.id));
            CHECK(find_entry(tab->document, world.id)->sharing == Sharing::alone);
            CHECK_FALSE(shared_words(tab->document, world.id).shared);
        }
        world[0].rename(world.id, "Mine again");
        world.run(3000);
        CHECK(world[1].deal(world.id).title == "Pilot");
    }
}

TEST_CASE("removed from one's own list it stays with colleagues, and undo brings it back as it is there by then") {
    Shared world;
    auto& otto = world[1];
    otto.act(action::RemoveDeal{world.id});
    world.run(2000);
    world[0].rename(world.id, "Changed while it was away");
    world.run(3000);
    CHECK_FALSE(otto.has(world.id));
    CHECK(world[0].has(world.id));
    otto.act(action::Undo{});
    world.run(4000);
    REQUIRE(otto.has(world.id));
    CHECK(otto.deal(world.id).title == "Changed while it was away");
    CHECK(world[0].deal(world.id).title == "Changed while it was away");
}

TEST_CASE("what colleagues changed is counted until it was looked at, with who has the deal open") {
    Shared world;
    auto& lena = world[0];
    lena.act(action::GoTo{Screen::deals});
    world.run(200);
    world[1].rename(world.id, "Otto's title");
    world[1].act(action::OpenDeal{world.id});
    world.run(3000);
    world[2].account(world.id, "Mara's account");
    world.run(3000);
    auto words = shared_words(lena.document, world.id);
    CHECK(words.changed == "Otto and Mara changed 2 things");
    CHECK(words.here == "Otto has it open");
    const auto lines = seen_lines(lena.document, world.id, lena.platform.today());
    REQUIRE(lines.size() == 2);
    CHECK(lines[0].by.starts_with("Otto, "));
    CHECK(lines[0].words == "Title: Otto's title");
    CHECK(lines[1].words == "Account: Mara's account");
    // It was looked at when it is left.
    lena.act(action::OpenDeal{world.id});
    world.run(200);
    CHECK_FALSE(shared_words(lena.document, world.id).changed.empty());
    lena.act(action::GoTo{Screen::deals});
    world.run(200);
    CHECK(shared_words(lena.document, world.id).changed.empty());
    const auto members = team_members(lena.document);
    REQUIRE(members.size() == 3);
    CHECK(members[0].words == "you");
    CHECK(members[1].name == "Mara");
    CHECK(members[2].words == "here, in Otto's title");
}

TEST_CASE("another name is what colleagues read from then on, and after a new start") {
    Shared world;
    world[1].ask_team(team_action::Rename{"  Otto Berg "});
    world.run(1500);
    CHECK(team_members(world[1].document).front().name == "Otto Berg");
    CHECK(std::ranges::any_of(team_members(world[0].document), [](const TeamMember& one) { return one.name == "Otto Berg"; }));
    world.restart(1);
    world.run(2000);
    CHECK(world[1].team().membership().name == "Otto Berg");
}

TEST_CASE("an invitation is copied for a user of its own, and opens the team") {
    Shared world;
    world[0].ask_team(team_action::CopyInvitation{" mara2 ", "her password"});
    const auto invitation = team::read_invitation(world[0].platform.copied);
    REQUIRE(invitation);
    CHECK(invitation->login == team::Login{"mara2", "her password"});
    CHECK(invitation->key == key_of_team());
    CHECK(invitation->server == server_of_team());
    world[0].ask_team(team_action::CopyOwnInvitation{});
    CHECK(team::read_invitation(world[0].platform.copied)->login.user == "user0");
}

TEST_CASE("backups, links and exports hold nothing of the membership, and no backup brings one in") {
    Shared world;
    auto& tab = world[0];
    world.run(1000);
    const auto stored = tab.platform.storage->texts.at("team");
    std::vector<std::string> secrets{std::string(team_password), "user0"};
    // The key, however it is written.
    secrets.push_back(std::string(32, 'K'));
    secrets.push_back("S0tLS0tLS0tLS0tL");
    secrets.push_back("4b4b4b4b4b4b4b4b");
    CHECK(std::ranges::any_of(secrets, [&](const std::string& one) { return stored.find(one) != std::string::npos; }));
    std::vector<std::string> out{backup_of(tab.document, tab.platform)};
    const auto& deal = tab.deal(world.id);
    out.push_back(io::write_deal(deal));
    out.push_back(io::encode_link(deal).value());
    tab.act(action::OpenDeal{world.id});
    for (const auto format : {ExportFormat::json, ExportFormat::html, ExportFormat::markdown, ExportFormat::calendar, ExportFormat::csv}) {
        tab.act(action::SaveExport{format, true});
        tab.act(action::SaveExport{format, false});
    }
    tab.act(action::SaveDealFile{});
    tab.act(action::BackUpAll{});
    for (const auto& [name, bytes] : tab.platform.files) {
        out.push_back(bytes);
    }
    CHECK(out.size() > 8);
    for (const auto& text : out) {
        for (const auto& secret : secrets) {
            CHECK(text.find(secret) == std::string::npos);
        }
        CHECK(text.find("middleground_team") == std::string::npos);
    }

    TeamWorldOfTabs other(1);
    auto file = io::read_any_file(io::write_backup({}, std::vector<io::Backup::Text>{{"team", stored}, {"team/" + world.id.text, "{}"}}), tab.platform.today());
    REQUIRE(file);
    restore_backup(other[0].world(), "evil.json", std::move(std::get<io::Backup>(*file)));
    other.run(2000);
    CHECK_FALSE(other[0].document.team);
    CHECK_FALSE(other[0].platform.storage->texts.contains("team"));
}

TEST_CASE("the server is full: it is said, the deal stays here, and it is sent when there is room") {
    Shared world;
    world.bucket.most_bytes = 10;
    world[0].rename(world.id, "Too much for it");
    world.run(6000);
    const auto words = shared_words(world[0].document, world.id);
    CHECK(words.is_problem);
    CHECK(words.state.find("full") != std::string::npos);
    CHECK(world[0].deal(world.id).title == "Too much for it");
    world.bucket.most_bytes = BucketDouble::unlimited;
    world[0].rename(world.id, "Now there is room");
    world.run(60000);
    CHECK(world[1].deal(world.id).title == "Now there is room");
}
