// The whole program in three windows, which share a team: what is pressed and read in them.
#include "app/app.hpp"
#include "core/base/text.hpp"
#include "tests/support/app/app_window.hpp"

#include <catch2/catch_test_macros.hpp>

#include <functional>
#include <regex>

using namespace middleground;
using namespace middleground::test;

namespace {

struct Windows {
    explicit Windows(std::size_t count) : wire(bucket, 4, 1) {
        for (std::size_t i = 0; i < count; ++i) {
            all.push_back(std::make_unique<AppWindow>(wire, i));
        }
        run(200);
    }
    AppWindow& operator[](std::size_t index) { return *all[index]; }
    void run(std::int64_t ms) {
        for (const auto end = now_ms + ms; now_ms < end; now_ms += 50) {
            for (auto& window : all) {
                if (window) window->frame(now_ms);
            }
        }
    }
    std::function<void()> frames() {
        return [this] { run(150); };
    }
    void join(std::size_t index, const std::string& name) {
        auto& window = *all[index];
        window.platform.events.push_back(event::LinkOpened{invitation_to_team("user" + std::to_string(index))});
        run(300);
        REQUIRE(window.says("Brightwater Sales"));
        window.type(name, frames());
        REQUIRE(window.press("Join", frames()));
        run(600);
        REQUIRE(window.says("You are in Brightwater Sales now"));
    }

    BucketDouble bucket;
    Wire wire;
    std::vector<std::unique_ptr<AppWindow>> all;
    std::int64_t now_ms = 10'000;
};

void open_first(AppWindow& window, const std::function<void()>& frames) {
    const auto items = window.items();
    const auto row = std::ranges::find_if(items, [](const AppWindow::Seen& one) { return one.role == "row"; });
    REQUIRE(row != items.end());
    REQUIRE(window.press(row->label, frames));
}

std::string all_texts(AppWindow& window) {
    std::string all;
    for (const auto& one : window.items()) {
        all += one.label + '\n' + one.value + '\n';
    }
    return all;
}

}

TEST_CASE("three windows: joined, shared, changed, in conflict, and all have the same at the end") {
    Windows windows(3);
    windows.join(0, "Lena");
    windows.join(1, "Otto");
    windows.join(2, "Mara");
    const auto frames = windows.frames();

    auto& lena = windows[0];
    for (auto& window : windows.all) {
        REQUIRE(window->press("Deals", frames));
        open_first(*window, frames);
    }
    REQUIRE(lena.press("Share", frames));
    REQUIRE(lena.press("Share with the team", frames));
    windows.run(4000);
    CHECK(lena.says("You own it"));
    // The sample is everybody's: what Otto types is seen in the other two.
    const auto edit = [&](AppWindow& window, const std::string& title) {
        REQUIRE(window.press("Title of the deal", frames));
        window.io_of().AddKeyEvent(ImGuiMod_Ctrl, true);
        window.key(ImGuiKey_A, frames);
        window.io_of().AddKeyEvent(ImGuiMod_Ctrl, false);
        window.type(title, frames);
        window.key(ImGuiKey_Enter, frames);
    };
    REQUIRE(lena.press("Deal", frames));
    edit(windows[0], "Renamed by Lena");
    windows.run(4000);
    const auto title_in = [](AppWindow& window) { return window.app->state_json().find("Renamed by Lena") != std::string::npos; };
    CHECK(title_in(windows[0]));
    CHECK(title_in(windows[1]));
    CHECK(title_in(windows[2]));
    CHECK(windows[1].says("Lena changed 1 thing"));
    CHECK(windows[1].says("have it open"));

    // Both at once.
    windows[1].platform.link.go_offline();
    windows.run(200);
    edit(windows[0], "Lena again");
    edit(windows[1], "Otto's own");
    windows.run(3000);
    CHECK(windows[1].says("Offline, 1 to send"));
    windows[1].platform.link.come_back();
    windows.run(3000);
    REQUIRE(windows[1].says("Both changed the same thing."));
    const auto items = windows[1].items();
    const auto compare = std::ranges::find_if(items, [](const AppWindow::Seen& one) { return one.role == "button" && one.label.starts_with("Compare and choose"); });
    REQUIRE(compare != items.end());
    REQUIRE(windows[1].press(compare->label, frames));
    windows.run(300);
    INFO(all_texts(windows[1]));
    REQUIRE(windows[1].says("your choice"));
    const auto choices = windows[1].items();
    const auto theirs = std::ranges::find_if(choices, [](const AppWindow::Seen& one) { return one.role == "radio" && one.label.starts_with("Yours"); });
    REQUIRE(theirs != choices.end());
    REQUIRE(windows[1].press(theirs->label, frames));
    REQUIRE(windows[1].press("Apply", frames));
    windows.run(4000);
    for (auto& window : windows.all) {
        CHECK(window->app->state_json().find("Otto's own") != std::string::npos);
        CHECK(window->app->is_saved());
    }
}

TEST_CASE("no secret of the membership is in what the page tells other programs, on any page") {
    Windows windows(1);
    windows.join(0, "Lena");
    auto& window = windows[0];
    std::string out;
    const auto frames = windows.frames();
    for (const auto* page : {"Settings", "Deals", "Today", "Week", "Diary", "Playbooks"}) {
        REQUIRE(window.press(page, frames));
        out += all_texts(window) + window.app->state_json();
        window.app->take_outline();
        windows.run(100);
        out += window.app->outline_json();
    }
    REQUIRE(window.press("Settings", frames));
    REQUIRE(window.press("Invite a colleague", frames));
    REQUIRE(window.press("Password of that user", frames));
    window.type("typed-marker-55", frames);
    out += all_texts(window) + window.app->outline_json();
    REQUIRE(window.press("Show", frames));
    out += all_texts(window) + window.app->outline_json();
    out += window.app->backup() + window.app->title();
    for (const auto* secret : {"pw-marker-7391", "typed-marker-55", "user0", "KKKKKKKK", "S0tLS0tL", "4b4b4b4b"}) {
        CHECK(out.find(secret) == std::string::npos);
    }
}

TEST_CASE("without a team no page and no command says a word of one") {
    Windows windows(1);
    auto& window = windows[0];
    const auto frames = windows.frames();
    std::string out;
    for (const auto* page : {"Deals", "Settings", "Today", "Week", "Diary", "Playbooks"}) {
        REQUIRE(window.press(page, frames));
        out += all_texts(window);
        window.app->take_outline();
        windows.run(100);
        out += window.app->outline_json();
    }
    REQUIRE(window.press("Deals", frames));
    const auto columns = window.find("Columns");
    if (columns) {
        window.press("Columns", frames);
        out += all_texts(window);
        window.key(ImGuiKey_Escape, frames);
    }
    open_first(window, frames);
    for (const auto* page : {"Share", "Commitments", "People", "Log", "Forecast", "Brief", "Deal"}) {
        REQUIRE(window.press(page, frames));
        out += all_texts(window);
    }
    REQUIRE(window.press("Search or run", frames));
    out += all_texts(window);
    window.type("team", frames);
    out += all_texts(window);
    for (const auto* word : {"Share with the team", "Team settings", "Leave the team", "Invite", "colleague has", "Everybody's", "Owner\n", "Join a team", "\nTeam\n", "to send"}) {
        CAPTURE(word);
        CHECK(out.find(word) == std::string::npos);
    }
    CHECK(window.platform.link.openings == 0);
    CHECK(window.platform.asked_server == 0);
    for (const auto& key : window.platform.reads) {
        CHECK(key.find("team") == std::string::npos);
    }
}
