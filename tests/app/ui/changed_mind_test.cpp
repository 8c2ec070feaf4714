// People who change their mind half way, type at once what they were asked for, and press what they see: nothing of theirs goes, and nothing else is done.
#include "app/ui/pages.hpp"
#include "tests/app/ui/whole_program.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using namespace middleground::whole;

namespace {

const Deal& deal_of(const WholeProgram& program) {
    return program.page.document.entries.front().deal;
}

bool is_in_sight(const WholeProgram& program, std::string_view label, ImVec2 size) {
    const auto* item = program.page.item(label);
    return item && item->min.y >= 0 && item->max.y <= size.y && item->min.x >= 0 && item->max.x <= size.x;
}

}

TEST_CASE("the dialog of the target date takes what is typed at once, and the same day again changes nothing") {
    WholeProgram program;
    program.go(Screen::deal);
    program.press("Target date of the deal");
    program.type("1 Sep");
    program.key(ImGuiKey_Enter);
    REQUIRE(target_of(deal_of(program)));
    CHECK(target_of(deal_of(program))->date == Date::parse("2026-09-01").value());
    const auto edits = program.edits().size();
    program.write("Deal target date", "1 September 2026");
    CHECK(program.edits().size() == edits);
    CHECK(target_of(deal_of(program))->date == Date::parse("2026-09-01").value());
}

TEST_CASE("with the details open, too, it is the dialog that takes it") {
    WholeProgram program;
    program.details();
    program.press("Target date of the deal");
    program.type("1 Sep");
    program.key(ImGuiKey_Enter);
    REQUIRE(target_of(deal_of(program)));
    CHECK(target_of(deal_of(program))->date == Date::parse("2026-09-01").value());
}

TEST_CASE("an amount that is refused says so, covers nothing that can be pressed, and goes with Esc") {
    WholeProgram program;
    program.go(Screen::deal);
    const auto* before = program.page.item("Target date of the deal");
    REQUIRE(before);
    const auto left = before->min.x;
    program.write("Amount of the deal", "-5");
    CHECK(program.page.says("An amount cannot be negative"));
    const auto* field = program.page.item("Amount of the deal");
    const auto* chip = program.page.item("Target date of the deal");
    REQUIRE((field && chip));
    CHECK(field->max.x <= chip->min.x);
    CHECK(chip->min.x <= left);
    program.key(ImGuiKey_Escape);
    CHECK_FALSE(program.page.says("An amount cannot be negative"));
    CHECK(program.page.item("Amount of the deal")->value.empty());
    program.write("Amount of the deal", "12k");
    REQUIRE(deal_of(program).amount);
    CHECK(deal_of(program).amount->minor == 1200000);
}

TEST_CASE("a new deal that is put away by Esc has what was typed when it is opened again; Cancel begins anew") {
    WholeProgram program;
    program.go(Screen::deals);
    program.key(ImGuiKey_N);
    program.type("Transvia");
    program.key(ImGuiKey_Escape);
    CHECK_FALSE(program.page.view.new_deal.open);
    program.key(ImGuiKey_N);
    CHECK(program.page.view.new_deal.account == "Transvia");
    program.press("Cancel");
    program.key(ImGuiKey_N);
    CHECK(program.page.view.new_deal.account.empty());
}

TEST_CASE("before a person goes, what goes too is said where one looks, and the focus is on its button") {
    for (const auto size : {ImVec2(1440, 900), ImVec2(1024, 700)}) {
        CAPTURE(size.y);
        WholeProgram program(whole_deal(), size);
        program.person();
        for (int turn = 0; turn < 30 && !is_in_sight(program, "Remove this person", size); ++turn) {
            ImGui::GetIO().AddMousePosEvent(size.x - 100, size.y - 200);
            ImGui::GetIO().AddMouseWheelEvent(0, -3);
            program.draw();
        }
        program.press("Remove this person");
        for (int frame = 0; frame < 3; ++frame) {
            program.draw();
        }
        CHECK(is_in_sight(program, "Remove Elena Brandt", size));
        CHECK(is_in_sight(program, "Keep", size));
        ImGui::SetNavCursorVisible(true); // as by keyboard: Dear ImGui presses nothing by Enter before
        program.key(ImGuiKey_Enter);
        CHECK(program.asked_for([](const Edit& edit) { return std::holds_alternative<edit::RemoveStakeholder>(edit.any()); }));
    }
}
