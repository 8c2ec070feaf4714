// The list over all deals: by mouse, by keyboard and by finger, one step of undo each.
#include "app/ui/today/today_moves.hpp"
#include "app/session/update/update.hpp"
#include "app/session/update/show.hpp"
#include "app/ui/shell/shell.hpp"
#include "app/ui/pages.hpp"
#include "core/agenda/agenda_words.hpp"
#include "core/model/words/shown_name.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/analysis.hpp"
#include "tests/support/calm_deal.hpp"
#include "tests/support/crowded_deal.hpp"
#include "tests/support/lively_deal.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui_internal.h> // the order of windows

#include <algorithm>

using namespace middleground;
using namespace middleground::test;

namespace {

OurPromise promise(std::string id, std::string what, Date due) {
    return {{std::move(id)}, today() - 20, anna, std::move(what), due, {{PromiseEventKind::made, today() - 20, {}}}, {}};
}

// The whole program but its storage: what is pressed is done.
class Program {
public:
    explicit Program(ImVec2 size = ImVec2(1440, 900)) : page(size) {
        page.document.playbooks = shipped_playbooks();
        page.document.wording = english();
        page.today = test::today();
        static_cast<MemoryPlatform&>(page.world().platform).day = test::today();
    }
    void add(std::string id, std::string account, std::vector<OurPromise> promises) {
        auto deal = calm_deal();
        deal.id = {std::move(id)};
        deal.account = std::move(account);
        deal.promises = std::move(promises);
        page.open(std::move(deal));
    }
    void show_today() {
        page.go(Screen::today);
        draw();
    }
    void draw() { page.draw(live_); }
    void press(std::string_view label) { page.press(label, live_); }
    void key(ImGuiKey key) { page.press_key(key, live_); }
    void type(std::string_view text) { page.type(text, live_); }
    const Deal& deal(std::string_view id) const { return find_entry(page.document, DealId{std::string(id)})->deal; }
    PromiseState promise_of(std::string_view id) const { return state_of(deal(id).promises.at(0)); }
    const Agenda& agenda() { return page.caches.agenda.all(page.document, page.derived_cache, page.forecasts, page.today); }

    PageFixture page;

private:
    std::function<void(const Context&)> live_ = [this](const Context& context) {
        ImGui::BringWindowToDisplayBack(ImGui::GetCurrentWindow());
        draw_shell(context);
        auto actions = std::exchange(page.actions, {});
        for (const auto& action : actions) {
            update(page.world(), action);
            done.push_back(action);
        }
    };

public:
    std::vector<Action> done;
};

}

TEST_CASE("each line says the deal, the person, what, when; the one filled button is that of the chosen line") {
    Program program;
    program.add("d00001", "Solberg Marine", {promise("pp0001", "Sample of the parts data", today() - 27)});
    program.show_today();
    const auto* line = program.page.item("Sample of the parts data");
    REQUIRE(line);
    CHECK(line->value.contains("Solberg Marine, to " + name_of(program.deal("d00001"), anna)));
    CHECK(line->value.contains("27 days late"));
    CHECK(program.page.says("One promise is late"));
    CHECK(program.page.shows("Mark as kept"));
    CHECK(program.page.shows("Mark as kept: Sample of the parts data")); // the circle
    CHECK(program.page.shows("Snooze: Sample of the parts data"));
    CHECK(program.page.shows("Open the deal: Sample of the parts data"));
}

TEST_CASE("with the mouse: done is the same edit as on the deal's page, and is taken back with one undo") {
    Program program;
    program.add("d00001", "Solberg", {promise("pp0001", "The first", today() - 3)});
    program.add("d00002", "Ostara", {promise("pp0002", "The second", today() - 1)});
    program.show_today();
    program.press("Mark as kept: The second");
    CHECK(program.promise_of("d00002") == PromiseState::kept);
    CHECK(program.promise_of("d00001") == PromiseState::open);
    CHECK(screen_of(program.page.document) == Screen::today);
    CHECK_FALSE(program.page.shows("Mark as kept: The second"));
    update(program.page.world(), action::Undo{});
    CHECK(program.promise_of("d00002") == PromiseState::open);
    program.draw();
    CHECK(program.page.shows("Mark as kept: The second"));
    // The deal's own history has it as one step.
    update(program.page.world(), action::Redo{});
    CHECK(program.promise_of("d00002") == PromiseState::kept);
}

TEST_CASE("with the keyboard alone: down, up, done, snooze, open") {
    Program program;
    program.add("d00001", "Solberg", {promise("pp0001", "The first", today() - 3)});
    program.add("d00002", "Ostara", {promise("pp0002", "The second", today() - 1)});
    program.show_today();
    program.key(ImGuiKey_DownArrow);
    CHECK(program.page.view.today.chosen == "d00002 promise pp0002");
    program.key(ImGuiKey_UpArrow);
    CHECK(program.page.view.today.chosen == "d00001 promise pp0001");
    program.key(ImGuiKey_UpArrow); // the first one stays
    CHECK(program.page.view.today.chosen == "d00001 promise pp0001");
    program.key(ImGuiKey_J);
    program.key(ImGuiKey_K);
    CHECK(program.page.view.today.chosen == "d00001 promise pp0001");
    program.key(ImGuiKey_E);
    CHECK(program.promise_of("d00001") == PromiseState::kept);
    // What stood below is chosen now, and Enter does what its button says.
    program.key(ImGuiKey_Enter);
    CHECK(program.promise_of("d00002") == PromiseState::kept);
    update(program.page.world(), action::Undo{});
    program.draw();
    program.page.view.today.chosen = "d00002 promise pp0002";
    program.key(ImGuiKey_S);
    REQUIRE(program.page.view.today.snooze);
    program.key(ImGuiKey_Enter); // tomorrow
    REQUIRE(program.deal("d00002").snoozes.size() == 1);
    CHECK(program.deal("d00002").snoozes[0] == Snooze{"promise pp0002", today() + 1});
    CHECK_FALSE(program.page.shows("The second"));
    CHECK(program.agenda().put_off.size() == 1);
    update(program.page.world(), action::Undo{});
    CHECK(program.deal("d00002").snoozes.empty());
    program.draw();
    program.page.view.today.chosen = "d00002 promise pp0002";
    program.key(ImGuiKey_O);
    CHECK(open_id(program.page.document).text == "d00002");
    CHECK(screen_of(program.page.document) == Screen::people);
    CHECK(program.page.view.person == anna);
}

TEST_CASE("a line is put off until any day, and comes back by hand") {
    Program program;
    program.add("d00001", "Solberg", {promise("pp0001", "The first", today() - 3)});
    program.show_today();
    program.press("Snooze: The first");
    program.press("Another day");
    program.type("+9");
    program.key(ImGuiKey_Enter);
    REQUIRE(program.deal("d00001").snoozes.size() == 1);
    CHECK(program.deal("d00001").snoozes[0].until == today() + 9);
    CHECK(program.page.says("1 snoozed"));
    program.press("Show");
    CHECK(program.page.shows("The first"));
    program.page.view.today.chosen = "d00001 promise pp0001";
    program.draw();
    program.press("Take up again");
    CHECK(program.deal("d00001").snoozes.empty());
    CHECK(program.page.shows("Mark as kept: The first"));
}

TEST_CASE("what wants more than a press is logged over the list, and the list stays") {
    Program program;
    auto deal = calm_deal();
    deal.id = {"d00001"};
    auto& next = interaction_in(deal, talk).next;
    next->what = "Call Anna";
    next->on = today();
    program.page.open(std::move(deal));
    program.show_today();
    program.press("Log what came of it: Call Anna");
    CHECK(program.page.view.log.open);
    CHECK(screen_of(program.page.document) == Screen::today);
    program.draw();
    program.type("Anna chose the line");
    program.key(ImGuiKey_Enter);
    program.draw();
    CHECK_FALSE(program.page.view.log.open);
    CHECK(program.deal("d00001").interactions.size() == calm_deal().interactions.size() + 1);
    CHECK(screen_of(program.page.document) == Screen::today);
    CHECK(open_id(program.page.document).empty());
    CHECK_FALSE(program.page.shows("Log what came of it: Call Anna"));
    update(program.page.world(), action::Undo{});
    CHECK(program.deal("d00001").interactions.size() == calm_deal().interactions.size());
}

TEST_CASE("the brief of a meeting is one press away, and back leads to the list") {
    Program program;
    auto deal = calm_deal();
    deal.id = {"d00001"};
    interaction_in(deal, talk).next->what = "Call Anna";
    interaction_in(deal, talk).next->on = today() + 1;
    program.page.open(std::move(deal));
    program.show_today();
    program.press("Brief");
    CHECK(screen_of(program.page.document) == Screen::brief);
    CHECK(program.page.document.shown.home() == Screen::today);
}

TEST_CASE("what is next in each deal is the same on its page, in the list of deals and here") {
    PageFixture page(ImVec2(1440, 2400));
    page.document.playbooks = shipped_playbooks();
    page.document.wording = english();
    page.today = test::today();
    for (std::uint64_t seed = 0; seed < 120; ++seed) {
        Random random(seed);
        auto deal = lively_deal(random);
        deal.id = {"d" + std::to_string(10000 + seed)};
        deal.sample = false;
        page.open(std::move(deal));
    }
    page.go(Screen::today);
    page.view.today.all_asks = page.view.today.all_quiet = true;
    page.draw(draw_today);
    while (page.forecasts.work()) {
    }
    page.draw(draw_today);
    const auto& rows = page.deals_cache.rows(page.document, page.derived_cache, page.today, page.forecasts, page.own_odds.playbooks());
    const auto& agenda = page.caches.agenda.all(page.document, page.derived_cache, page.forecasts, page.today);
    int checked = 0;
    for (const auto& row : rows) {
        INFO(row.deal->id.text << ": " << row.ask);
        const auto& derived = page.derived_cache.of(*row.deal, knowledge_of(page.document), find_entry(page.document, row.deal->id)->revision, page.today);
        const AgendaEntry* next = nullptr;
        for (const auto group : all_agenda_groups) {
            for (const auto& entry : agenda.of(group)) {
                if (entry.deal == row.deal && entry.line->is_next) next = &entry;
            }
        }
        const auto* ask_first = first_ask(derived);
        CHECK((next != nullptr) == (ask_first != nullptr));
        CHECK((ask_first ? ask_first->title : std::string()) == row.ask);
        if (!next) continue;
        CHECK(next->line->ask.title == row.ask);
        CHECK(next->line->ask.gain == ask_first->gain);
        // Where nothing in the deal is late, both name the same day.
        if (next->line->group == AgendaGroup::ask && row.days_late == 0 && next->line->day) CHECK(next->line->day == row.by);
        ++checked;
    }
    CHECK(checked > 60);
}

TEST_CASE("the page is there without deals, with samples only, crowded, and on a phone") {
    for (const auto size : {ImVec2(1440, 900), ImVec2(1024, 700), ImVec2(700, 600), ImVec2(390, 844), ImVec2(320, 568)}) {
        CAPTURE(size.x);
        Program program(size);
        program.show_today();
        CHECK(program.page.says("No deal is open"));
        auto sample = calm_deal();
        sample.sample = true;
        program.page.open(sample);
        program.show_today();
        CHECK(program.page.says("These are samples"));
        for (int i = 0; i < 30; ++i) {
            auto deal = crowded_deal(today(), {.people = 6, .commitments = 12, .interactions = 20});
            deal.id = {"d" + std::to_string(10000 + i)};
            program.page.open(std::move(deal));
        }
        program.show_today();
        CHECK_FALSE(program.page.says("These are samples"));
        CHECK(program.agenda().for_today() > 0);
        for (const auto group : all_agenda_groups) {
            if (program.agenda().for_today(group) == 0) continue;
            CHECK(program.page.says(agenda_heading(program.agenda(), group)));
            break;
        }
    }
}

TEST_CASE("a finger does everything: the chosen line has its buttons, a press on another chooses it") {
    Program program(ImVec2(390, 844));
    program.add("d00001", "Solberg", {promise("pp0001", "The first", today() - 3)});
    program.add("d00002", "Ostara", {promise("pp0002", "The second", today() - 1)});
    program.show_today();
    CHECK(program.page.shows("Snooze: The first"));
    CHECK_FALSE(program.page.shows("Snooze: The second"));
    program.press("The second");
    CHECK(program.page.shows("Snooze: The second"));
    program.press("Mark as kept: The second");
    CHECK(program.promise_of("d00002") == PromiseState::kept);
    program.press("Mark as kept: The first"); // the circle, or its own buttons once it is chosen
    CHECK(program.promise_of("d00001") == PromiseState::kept);
}

TEST_CASE("the list is copied as text, printed, and goes to the calendar") {
    Program program;
    program.add("d00001", "Solberg", {promise("pp0001", "The first", today() - 3)});
    program.show_today();
    program.press("Copy as text");
    CHECK(std::get<action::CopyText>(program.done.back().any()).text == agenda_text(program.agenda(), today()));
    program.press("Print");
    CHECK(std::get<action::PrintPage>(program.done.back().any()).html.contains("The first"));
    program.press("My calendar");
    program.press("With an alarm at 16 the day before");
    CHECK(std::get<action::SaveCalendar>(program.done.back().any()).alarm == CalendarAlarm::day_before);
}

TEST_CASE("over a deal that somebody sent nothing of the list can be changed") {
    Program program;
    program.add("d00001", "Solberg", {promise("pp0001", "The first", today() - 3)});
    program.page.read_only = true;
    program.show_today();
    CHECK(program.page.shows("The first"));
    CHECK_FALSE(program.page.shows("Mark as kept: The first"));
    program.key(ImGuiKey_E);
    CHECK(program.promise_of("d00001") == PromiseState::open);
}
