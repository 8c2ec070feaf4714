// The form when the deal changes under it, and when it refuses what stands in its line.
#include "app/ui/log_form/log_form.hpp"
#include "app/ui/pages.hpp"
#include "tests/app/ui/page_fixture.hpp"
#include "tests/support/example_deal.hpp"
#include "tests/support/log_line.hpp"

#include <catch2/catch_test_macros.hpp>

#include <algorithm>
#include <memory>

using namespace middleground;
using test::elena;

namespace {

void draw_form(const Context& context) {
    draw_log(context);
    draw_log_form(context);
}

struct Form {
    PageFixture page{ImVec2(1440, 2000)};

    explicit Form(Deal deal = test::example_deal()) {
        page.today = test::today();
        page.document.log_words = test::english_log();
        page.open(std::move(deal));
        open();
    }
    void open() {
        page.draw([](const Context& context) {
            if (!context.view.log.open) open_log_form(context);
            draw_form(context);
        });
    }
    void type(std::string_view text) { page.type(text, draw_form); }
    void key(ImGuiKey key) { page.press_key(key, draw_form); }
    void ctrl_enter() {
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
        key(ImGuiKey_Enter);
        ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
        page.draw(draw_form);
    }
    // As a colleague does, or another window.
    void remove(const StakeholderId& id) {
        auto& entry = page.document.entries.front();
        auto without = apply(entry.deal, edit::RemoveStakeholder{id}, page.today);
        REQUIRE(without.has_value());
        entry.deal = std::move(*without);
        entry.revision = page.document.next_revision++;
        page.draw(draw_form);
    }
    const std::string& line() const { return page.view.log.line; }
};

Deal with_kim(int count) {
    auto deal = test::example_deal();
    for (int i = 0; i < count; ++i) {
        Stakeholder person;
        person.id = {"kkkkk" + std::to_string(i)};
        person.created = deal.opened;
        person.name = "Sora Kim";
        deal.stakeholders.push_back(std::move(person));
    }
    return deal;
}

const StakeholderId kim{"kkkkk0"};

}

TEST_CASE("A log form whose line is refused has the focus in the line again, and what is typed goes on at its end", "[log_form]") {
    Form form(with_kim(2));
    form.type("Met Sora Kim");
    form.key(ImGuiKey_Enter);
    REQUIRE(form.page.says("still a question"));
    form.page.draw(draw_form);
    form.type(" x");
    CHECK(form.line() == "Met Sora Kim x");
    form.key(ImGuiKey_Backspace);
    CHECK(form.line() == "Met Sora Kim ");
    // The same refusal once more.
    form.key(ImGuiKey_Enter);
    form.page.draw(draw_form);
    form.type("y");
    CHECK(form.line() == "Met Sora Kim y");
    CHECK_FALSE(form.page.has_action<action::Apply>());
}

TEST_CASE("A log form leaves out who is removed while it is open, says so by name, and can be saved", "[log_form]") {
    Form form(with_kim(1));
    form.type("Met Sora Kim and Elena Brandt");
    REQUIRE(form.page.view.log.people.size() == 2);
    form.remove(kim);
    CHECK(form.page.says("Sora Kim is no longer in this deal and was left out of the draft."));
    CHECK(form.page.view.log.people == std::vector{elena});
    CHECK_FALSE(form.page.says("somebody"));
    form.ctrl_enter();
    CHECK_FALSE(form.page.says("kkkkk0"));
    REQUIRE(form.page.has_action<action::Apply>());
    auto deal = form.page.document.entries.front().deal;
    for (const auto& edit : form.page.action<action::Apply>().edits) {
        auto next = apply(std::move(deal), edit, form.page.today);
        REQUIRE(next.has_value());
        deal = std::move(*next);
    }
    CHECK(deal.interactions.back().people == std::vector{elena});
    CHECK(deal.interactions.back().summary.find("Sora Kim") != std::string::npos); // the words that were typed stay
}

TEST_CASE("A log form that was closed leaves out who was removed meanwhile", "[log_form]") {
    Form form(with_kim(1));
    form.type("Met Sora Kim and Elena Brandt");
    form.key(ImGuiKey_Escape);
    REQUIRE_FALSE(form.page.view.log.open);
    form.remove(kim);
    form.open();
    form.page.draw(draw_form);
    CHECK(form.page.says("Sora Kim is no longer in this deal and was left out of the draft."));
    CHECK(form.page.view.log.people == std::vector{elena});
    // Told once.
    form.key(ImGuiKey_Escape);
    form.open();
    form.page.draw(draw_form);
    CHECK_FALSE(form.page.says("no longer in this deal"));
}
