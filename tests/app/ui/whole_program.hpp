#pragma once

#include "app/ui/details/deal_details.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/shell/shell.hpp"
#include "tests/app/ui/page_fixture.hpp"

#include <imgui_internal.h> // the order of windows

#include <algorithm>
#include <functional>
#include <string>
#include <string_view>
#include <variant>
#include <vector>

namespace middleground::whole { // names of its own: other headers of tests have a "talk", too

inline const Date today = Date::from_calendar(2026, 6, 16).value();

inline const StakeholderId elena{"000001"};
inline const StakeholderId marcus{"000002"};
inline const CommitmentId talk{"ccccc1"};
inline const InteractionId met{"mmmmmm"};

// A deal with two people, three steps, and one of each of what the log holds.
inline Deal whole_deal() {
    Deal deal;
    deal.id = {"aaaaaa"};
    deal.created = deal.opened = today - 60;
    deal.title = "Delivery planning";
    deal.account = "Brightwater";
    deal.playbook = "small-quick";
    for (const auto* name : {"Elena Brandt", "Marcus Olsen"}) {
        Stakeholder person;
        person.id = deal.stakeholders.empty() ? elena : marcus;
        person.created = deal.opened;
        person.name = name;
        deal.stakeholders.push_back(person);
    }
    for (const auto* id : {"ccccc1", "ccccc2", "ccccc3"}) {
        Commitment commitment;
        commitment.id = {id};
        commitment.created = deal.opened;
        commitment.title = std::string("Step ") + std::to_string(deal.commitments.size() + 1);
        deal.commitments.push_back(commitment);
    }
    deal.commitments.back().decides = true;
    Interaction meeting;
    meeting.id = met;
    meeting.on = meeting.created = today - 7;
    meeting.people = {elena};
    meeting.summary = "A first talk";
    meeting.next = NextStep{{}, today - 2, "Call Elena"};
    deal.interactions = {meeting};
    deal.concerns = {{{"wwwwww"}, today - 9, elena, "Payback", {{ConcernEventKind::raised, today - 9, {}}}, {}}};
    deal.promises = {{{"pppppp"}, today - 9, elena, "A calculation", today + 2, {{PromiseEventKind::made, today - 9, {}}}, {}}};
    return deal;
}

// The whole program but its storage: edits are applied, pages are gone to.
class WholeProgram {
public:
    explicit WholeProgram(Deal deal = whole_deal(), ImVec2 size = ImVec2(1440, 1600)) : page(size) {
        page.document.playbooks = {};
        page.open(std::move(deal));
    }
    void draw() { page.draw(live_); }
    void press(std::string_view label) { page.press(label, live_); }
    void type(std::string_view text) { page.type(text, live_); }
    void key(ImGuiKey key) { page.press_key(key, live_); }
    void go(Screen screen) {
        page.go(screen);
        draw();
    }
    void write(std::string_view field, std::string_view text) {
        press(field);
        select_all();
        type(text);
        key(ImGuiKey_Enter);
    }
    void select_all() {
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
        key(ImGuiKey_A);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
        draw();
    }
    // Another one than the first of the list.
    void pick(std::string_view field) {
        press(field);
        key(ImGuiKey_DownArrow);
        key(ImGuiKey_DownArrow);
        key(ImGuiKey_Enter);
    }
    void person(const StakeholderId& id = elena) {
        page.view.person = id;
        go(Screen::people);
    }
    void commitment(const CommitmentId& id = talk) {
        page.view.commitment = id;
        go(Screen::commitments);
    }
    void details() {
        page.view.details_open = true;
        go(Screen::deal);
    }

    std::vector<Edit> edits() const {
        std::vector<Edit> all;
        for (const auto& action : page.actions) {
            if (const auto* apply = std::get_if<action::Apply>(&action.any())) all.insert(all.end(), apply->edits.begin(), apply->edits.end());
        }
        return all;
    }
    bool asked_for(const std::function<bool(const Edit&)>& is) const { return std::ranges::any_of(edits(), is); }

    PageFixture page;

private:
    void carry_out() {
        auto& entry = page.document.entries.front();
        for (; done_ < page.actions.size(); ++done_) {
            const auto& any = page.actions[done_].any();
            if (const auto* go = std::get_if<action::GoTo>(&any)) page.go(go->screen);
            const auto* edits = std::get_if<action::Apply>(&any);
            if (!edits) continue;
            for (const auto& edit : edits->edits) {
                if (auto next = apply(entry.deal, edit, today)) {
                    entry.deal = std::move(*next);
                    entry.revision = page.document.next_revision++;
                }
            }
        }
    }
    std::size_t done_ = 0;
    std::function<void(const Context&)> live_ = [this](const Context& context) {
        ImGui::BringWindowToDisplayBack(ImGui::GetCurrentWindow()); // the shell has a window of its own, which the test's must not cover
        draw_shell(context);
        carry_out();
    };
};

}
