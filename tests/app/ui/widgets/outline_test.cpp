// What the outline has: everything, also what is scrolled away, with what it lies in. (app/ui/widgets/outline.cpp)
#include "app/ui/widgets/ui.hpp"

#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui_internal.h>

#include <algorithm>

using namespace middleground;
using test::Headless;

namespace {

// As App::take_outline has it: one frame, nothing clipped.
Outline outline_of(Headless& headless) {
    Outline outline;
    headless.outline = &outline;
    headless.before_widgets = [] { GImGui->ItemUnclipByLog = true; };
    headless.step();
    headless.outline = nullptr;
    headless.before_widgets = nullptr;
    GImGui->ItemUnclipByLog = false;
    return outline;
}

const Item* find(const Outline& outline, ItemRole role, std::string_view label) {
    const auto found = std::ranges::find_if(outline.items, [&](const Item& item) { return item.role == role && item.label == label; });
    return found == outline.items.end() ? nullptr : &*found;
}

const Item& parent_of(const Outline& outline, const Item& item) {
    REQUIRE(item.parent >= 0);
    return outline.items[static_cast<std::size_t>(item.parent)];
}

}

TEST_CASE("What is scrolled away is in the outline and not on the screen") {
    Headless headless({.size = {400, 200}});
    headless.show([](const Ui& ui) {
        const Page page(ui, "page", {0, 0}, {400, 200});
        button(ui, ButtonKind::filled, "Above");
        gap(ui, 600);
        button(ui, ButtonKind::filled, "Below");
        text(ui, TextStyle::body, "The end");
    });
    CHECK(headless.has("Above"));
    CHECK_FALSE(headless.has("Below"));
    const auto outline = outline_of(headless);
    const auto* below = find(outline, ItemRole::button, "Below");
    REQUIRE(below);
    CHECK(below->id != 0);
    CHECK(below->min.y > 600);
    CHECK(find(outline, ItemRole::text, "The end"));
    // The frame that took it down left the screen's list as it was.
    headless.step();
    CHECK_FALSE(headless.has("Below"));
}

TEST_CASE("Words are in the outline whole, wherever they are drawn, and cut on the screen") {
    Headless headless;
    const std::string longer = "A sentence that has no room in the place that is left for it";
    headless.show([&](const Ui& ui) { draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::body, {0, 0}, {60, 20}, ui.color().text, longer); });
    CHECK(find(outline_of(headless), ItemRole::words, longer));
    CHECK(headless.items.empty());
}

TEST_CASE("Rows of a table hold their words, the table holds its columns and rows, and what comes after lies outside") {
    Headless headless;
    headless.show([](const Ui& ui) {
        {
            constexpr Column columns[] = {{"Name"}, {"Due"}};
            Table table(ui, "table", columns);
            for (const auto* name : {"First", "Second"}) {
                table.row(name, 40, name[0] == 'S');
                table.text(1, std::string("due of ") + name);
            }
        }
        text(ui, TextStyle::body, "After");
    });
    const auto outline = outline_of(headless);
    const auto* row = find(outline, ItemRole::row, "Second");
    const auto* words = find(outline, ItemRole::words, "due of Second");
    REQUIRE(row);
    REQUIRE(words);
    CHECK(&parent_of(outline, *words) == row);
    CHECK(row->value == "selected");
    const auto& table = parent_of(outline, *row);
    CHECK(table.role == ItemRole::table);
    REQUIRE(find(outline, ItemRole::column, "Due"));
    CHECK(&parent_of(outline, *find(outline, ItemRole::column, "Due")) == &table);
    REQUIRE(find(outline, ItemRole::text, "After"));
    CHECK(find(outline, ItemRole::text, "After")->parent == -1);
}

TEST_CASE("Kinds, descriptions and errors are said of the item that they belong to") {
    Headless headless;
    std::string name;
    headless.show([&](const Ui& ui) {
        switch_control(ui, "Dark", true);
        button(ui, ButtonKind::filled, "Ask", {.tooltip = "Asks now"});
        text_field(ui, "Name", name, {.placeholder = "Ada Young", .error = "Type a name"});
        constexpr Choice choices[] = {{"One"}, {"Two"}};
        select(ui, "Number", choices, 1);
    });
    const auto outline = outline_of(headless);
    REQUIRE(find(outline, ItemRole::checkbox, "Dark"));
    CHECK(std::string_view(find(outline, ItemRole::checkbox, "Dark")->kind) == "switch");
    REQUIRE(find(outline, ItemRole::button, "Ask"));
    CHECK(find(outline, ItemRole::button, "Ask")->about == "Asks now");
    const auto* field = find(outline, ItemRole::field, "Name");
    const auto* error = find(outline, ItemRole::error, "Type a name");
    REQUIRE(field);
    REQUIRE(error);
    CHECK(field->about == "Ada Young");
    CHECK(error->id == field->id);
    REQUIRE(find(outline, ItemRole::field, "Number"));
    CHECK(std::string_view(find(outline, ItemRole::field, "Number")->kind) == "combobox");
    CHECK(find(outline, ItemRole::field, "Number")->value == "Two");
}

TEST_CASE("A window that is left out when it is scrolled away is in the outline as a whole") {
    Headless headless({.size = {400, 200}});
    headless.show([](const Ui& ui) {
        const Page page(ui, "page", {0, 0}, {400, 200});
        gap(ui, 600);
        std::optional<WholeChildren> whole(ui);
        ImGui::BeginChild("child", {200, 100});
        whole.reset();
        button(ui, ButtonKind::filled, "Inside");
        ImGui::EndChild();
    });
    CHECK_FALSE(headless.has("Inside"));
    CHECK(find(outline_of(headless), ItemRole::button, "Inside"));
}

TEST_CASE("Of a long list, the outline has the first rows and those on screen") {
    Headless headless({.size = {400, 200}});
    headless.show([](const Ui& ui) {
        const Page page(ui, "page", {0, 0}, {400, 200});
        ImGuiListClipper clipper;
        clipper.Begin(5000, 32);
        include_rows(ui, clipper, 5000);
        while (clipper.Step()) {
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
                button(ui, ButtonKind::filled, "Row " + std::to_string(i));
            }
        }
    });
    CHECK(headless.has("Row 0"));
    CHECK_FALSE(headless.has("Row 100"));
    const auto outline = outline_of(headless);
    CHECK(find(outline, ItemRole::button, "Row 199"));
    CHECK_FALSE(find(outline, ItemRole::button, "Row 3000"));
}
