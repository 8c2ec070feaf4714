// Own playbooks on their page: by mouse, keyboard and finger; and what a deal takes over of them.
#include "app/session/playbooks/own_playbooks.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update.hpp"
#include "app/ui/pages.hpp"
#include "core/model/playbooks/playbook_edits.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/analysis.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui_internal.h> // the order of windows

using namespace middleground;
using namespace middleground::test;

namespace {

class Program {
public:
    explicit Program(ImVec2 size = ImVec2(1440, 900)) : page(size) {
        page.document.playbooks = shipped_playbooks();
        page.document.wording = english();
        page.go(Screen::playbooks);
    }
    void draw() { page.draw(live_); }
    void press(std::string_view label) { page.press(label, live_); }
    void key(ImGuiKey key) { page.press_key(key, live_); }
    void type(std::string_view text) { page.type(text, live_); }
    void act(const Action& action) {
        update(page.world(), action);
        draw();
    }
    const Playbook& own() const {
        REQUIRE_FALSE(page.document.own_playbooks.empty());
        return page.document.own_playbooks.front().playbook;
    }
    void add_depot() {
        auto playbook = with_new_step(new_playbook("p1ayb0", "Depot rollout"), {}, "Time").value();
        act(action::PutPlaybook{with_new_step(playbook, "time", "See two depots").value(), {}, "Made", false});
    }

    PageFixture page;

private:
    std::function<void(const Context&)> live_ = [this](const Context& context) {
        ImGui::BringWindowToDisplayBack(ImGui::GetCurrentWindow());
        draw_shell(context);
        auto actions = std::exchange(page.actions, {});
        for (const auto& action : actions) {
            update(page.world(), action);
        }
    };
};

}

TEST_CASE("a built-in playbook is read only, and becomes mine by a copy") {
    Program program;
    program.draw();
    CHECK(program.page.says("Built in"));
    CHECK_FALSE(program.page.says("Yours"));
    program.press("Ten commitments");
    program.draw();
    program.press("Make it mine");
    CHECK(program.own().title == "Ten commitments, mine");
    program.draw();
    CHECK(program.page.says("Yours"));
    CHECK(program.page.says("From Ten commitments."));
    CHECK(program.page.says("Not used in a deal yet."));
}

TEST_CASE("a playbook is made from nothing by keyboard alone") {
    Program program;
    program.draw();
    program.press("New playbook");
    program.draw();
    program.type("Depot rollout");
    program.key(ImGuiKey_Enter);
    program.draw();
    CHECK(program.own().title == "Depot rollout");
    CHECK(program.own().steps.size() == 1);
    program.page.view.focus_field = "New step";
    program.draw();
    program.draw();
    program.type("First hour");
    program.key(ImGuiKey_Enter);
    program.draw();
    program.draw();
    program.type("See two depots");
    program.key(ImGuiKey_Enter);
    program.draw();
    REQUIRE(program.own().steps.size() == 3);
    CHECK(program.own().steps[0].title == "First hour");
    CHECK(program.own().steps[1].prerequisites == std::vector<std::string>{"first-hour"});
    CHECK(program.own().steps[2].decides);
}

// After a quick press the program draws four frames, then rests: letters typed from then on would be keys.
TEST_CASE("the name of a new playbook takes what is typed right after the press that asks for it") {
    for (const auto size : {ImVec2(1440, 900), ImVec2(390, 844)}) {
        Program program(size);
        program.draw();
        const auto* button = program.page.item("New playbook");
        REQUIRE(button);
        auto& io = ImGui::GetIO();
        io.AddMousePosEvent((button->min.x + button->max.x) / 2, (button->min.y + button->max.y) / 2);
        program.draw();
        CHECK_FALSE(io.WantTextInput);
        io.AddMouseButtonEvent(0, true);
        io.AddMouseButtonEvent(0, false);
        program.draw();
        CHECK(io.WantTextInput);
    }
}

TEST_CASE("a step is chosen in the table or the graph, moved, and removed; undo brings it back") {
    Program program;
    program.add_depot();
    program.page.view.playbooks.step = "time";
    program.draw();
    CHECK(program.page.says("Done when"));
    program.press("Down");
    CHECK(program.own().steps[0].title == "See two depots");
    program.draw();
    program.press("Remove");
    CHECK(program.own().steps.size() == 2);
    program.act(action::Undo{});
    CHECK(program.own().steps.size() == 3);
    program.act(action::Undo{});
    CHECK(program.own().steps[0].title == "Time");
}

TEST_CASE("the page of playbooks has everything on a phone") {
    Program program({390, 844});
    program.add_depot();
    program.draw();
    CHECK(program.page.says("See two depots"));
    program.press("See two depots");
    program.draw();
    CHECK(program.page.says("All steps"));
    CHECK(program.page.says("Done when"));
    program.press("All steps");
    program.draw();
    CHECK_FALSE(program.page.says("Done when"));
}

TEST_CASE("on a phone the list stays where steps are added, and a new playbook begins with it") {
    Program program({390, 844});
    program.draw();
    program.press("New playbook");
    program.type("Depot rollout");
    program.key(ImGuiKey_Enter);
    program.draw();
    REQUIRE(program.own().steps.size() == 1);
    for (const auto* title : {"First hour", "See two depots"}) {
        CHECK_FALSE(program.page.says("All steps"));
        program.press("New step");
        program.type(title);
        program.press("Step");
        program.draw();
    }
    CHECK_FALSE(program.page.says("All steps"));
    CHECK(program.page.says("See two depots"));
    REQUIRE(program.own().steps.size() == 3);
    CHECK(program.own().steps[1].title == "See two depots");
    CHECK(program.own().steps[1].prerequisites == std::vector<std::string>{"first-hour"});
}

TEST_CASE("very long names, forty steps and no step chosen draw without trouble") {
    for (const auto size : {ImVec2(1440, 900), ImVec2(1024, 700), ImVec2(390, 844), ImVec2(320, 480)}) {
        Program program(size);
        auto playbook = new_playbook("p1ayb0", std::string(500, 'W'));
        for (int i = 0; i < 40; ++i) {
            playbook = with_new_step(playbook, {}, std::string(490, 'M') + std::to_string(i)).value();
        }
        program.act(action::PutPlaybook{playbook, {}, "Made", true});
        program.draw();
        program.page.view.playbooks.step = playbook.steps[7].id;
        program.page.view.playbooks.scroll_to_step = true;
        program.draw();
        program.draw();
        if (size.x > 640) CHECK(program.page.says("Done when"));
    }
}

TEST_CASE("a deal offers what has changed in its playbook; all of it is one step of undo") {
    Program program;
    program.add_depot();
    program.act(action::CreateDeal{"Rollout", "Acme", "p1ayb0"});
    const auto id = open_id(program.page.document);
    auto changed = program.own();
    changed = with_new_step(changed, "time", "Count the cost").value();
    set_days(changed.steps[0], StepDay::most, 90);
    update(program.page.world(), action::PutPlaybook{changed, {}, "Changed", false});
    program.page.go(Screen::commitments);
    program.draw();
    program.draw();
    CHECK(program.page.says("Depot rollout has changed since this deal was planned: 3 changes to take over"));
    CHECK(program.page.says("New step: Count the cost"));
    program.press("Take over all");
    program.draw();
    CHECK(find_entry(program.page.document, id)->deal.commitments.size() == 4);
    CHECK_FALSE(program.page.says("has changed since this deal was planned"));
    program.act(action::Undo{});
    CHECK(find_entry(program.page.document, id)->deal.commitments.size() == 3);
    CHECK(program.page.says("has changed since this deal was planned"));
    program.press("Not now");
    program.draw();
    CHECK_FALSE(program.page.says("New step: Count the cost"));
}
