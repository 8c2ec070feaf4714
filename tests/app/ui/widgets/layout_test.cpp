#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using test::Headless;

namespace {

constexpr Column columns[] = {{"Deal", -2, false, true}, {"Ask by", 100, false, true}, {"Amount", 100, true, false}, {"", 80}};

struct TableState {
    Sort sort;
    std::string opened;
    int acted = 0;
};

void three_rows(const Ui& ui, TableState& state) {
    Table table(ui, "deals", columns, &state.sort);
    for (const auto* name : {"Brightwater", "Kestrel", "Lumen"}) {
        ImGui::PushID(name);
        const bool pressed = table.row(name, 40);
        table.two_lines(0, name, "Delivery planning");
        table.text(2, "€184,000");
        table.begin_control(3, ui.theme.control_small_height());
        state.acted += button(ui, ButtonKind::outlined, std::string("Act on ") + name, {.small = true});
        table.end_control();
        ImGui::PopID();
        if (pressed) {
            state.opened = name;
        }
    }
}

}

TEST_CASE("A head sorts, a second press turns it round") {
    Headless headless;
    TableState state;
    headless.show([&](const Ui& ui) { three_rows(ui, state); });
    CHECK(headless.value("Deal").empty());
    headless.click(ItemRole::button, "Ask by");
    CHECK(state.sort.column == 1);
    CHECK_FALSE(state.sort.descending);
    CHECK(headless.value("Ask by") == "ascending");
    headless.click(ItemRole::button, "Ask by");
    CHECK(state.sort.descending);
    headless.click(ItemRole::button, "Deal");
    CHECK(state.sort.column == 0);
    CHECK_FALSE(state.sort.descending);
    CHECK_FALSE(headless.find(ItemRole::button, "Amount"));
}

TEST_CASE("Rows open by mouse and Enter; a control in a row acts alone") {
    Headless headless;
    TableState state;
    headless.show([&](const Ui& ui) { three_rows(ui, state); });
    const auto row = *headless.find(ItemRole::row, "Kestrel");
    CHECK(row.max.y - row.min.y == 40);
    headless.click_at({row.min.x + 30, row.min.y + 20});
    CHECK(state.opened == "Kestrel");
    state.opened.clear();
    headless.click("Act on Lumen");
    CHECK(state.acted == 1);
    CHECK(state.opened.empty());
    headless.keys({ImGuiKey_UpArrow, ImGuiKey_LeftArrow});
    const auto focused = headless.focused();
    CAPTURE(focused);
    headless.key(ImGuiKey_Enter);
    CHECK((state.acted == 2 || !state.opened.empty()));
}

TEST_CASE("A press in the very frame in which the pointer comes is not lost on a row") {
    Headless headless;
    TableState state;
    headless.show([&](const Ui& ui) { three_rows(ui, state); });
    const auto row = *headless.find(ItemRole::row, "Lumen");
    auto& io = ImGui::GetIO();
    io.AddMousePosEvent(row.min.x + 30, row.min.y + 20);
    io.AddMouseButtonEvent(0, true);
    io.AddMouseButtonEvent(0, false);
    headless.step(4);
    CHECK(state.opened == "Lumen");
    CHECK(state.acted == 0);
}

TEST_CASE("Rows that are scrolled away are not registered and can still be reached by keyboard") {
    Headless headless({.size = {600, 200}});
    headless.show([&](const Ui& ui) {
        const Page page(ui, "page", {0, 0}, {600, 200});
        Table table(ui, "many", columns);
        for (int i = 0; i < 200; ++i) {
            const auto name = "Row " + std::to_string(i);
            table.row(name, 40);
            table.text(0, name);
        }
    });
    CHECK(headless.has("Row 0"));
    CHECK_FALSE(headless.has("Row 50"));
    headless.key(ImGuiKey_Tab);
    CHECK(headless.focused() == "Row 0");
    for (int i = 0; i < 12; ++i) {
        headless.key(ImGuiKey_DownArrow);
    }
    CHECK(headless.focused() == "Row 12");
}

TEST_CASE("A card is as high as its content and gives the width back") {
    Headless headless;
    float around = 0;
    float inside = 0;
    float after = 0;
    ImVec2 min;
    ImVec2 max;
    headless.show([&](const Ui& ui) {
        around = ImGui::GetContentRegionAvail().x;
        {
            const Card card(ui, "one", {.width = 400});
            inside = ImGui::GetContentRegionAvail().x;
            CHECK(card.inner_width() == 360);
            gap(ui, 100);
        }
        min = ImGui::GetItemRectMin();
        max = ImGui::GetItemRectMax();
        same_line(ui, 16);
        CHECK(ImGui::GetCursorScreenPos().x == 416);
        { const Card card(ui, "two", {.height = 300}); }
        CHECK(ImGui::GetItemRectSize().y == 300);
        after = ImGui::GetContentRegionAvail().x;
    });
    CHECK(inside == 360);
    CHECK(max.y - min.y == 140);
    CHECK(max.x - min.x == 400);
    CHECK(after == around);
}

TEST_CASE("A dialog takes the keyboard, Esc and the cross close it, the page comes back") {
    Headless headless;
    bool open = false;
    int behind = 0;
    std::string text = "kept";
    headless.show([&](const Ui& ui) {
        behind += button(ui, ButtonKind::filled, "Behind");
        if (open) {
            if (const Dialog dialog(ui, "Keys", open); dialog) {
                text_field(ui, "Inside", text);
            }
        }
    });
    open = true;
    headless.step(4);
    REQUIRE(headless.find(ItemRole::dialog, "Keys"));
    headless.click("Behind");
    CHECK(behind == 0);

    SECTION("Esc closes") {
        headless.key(ImGuiKey_Escape);
        CHECK_FALSE(open);
    }
    SECTION("the cross closes") {
        headless.click("Close");
        CHECK_FALSE(open);
    }
    SECTION("Esc in a changed text first puts the text back") {
        headless.click("Inside");
        headless.type("more");
        headless.key(ImGuiKey_Escape);
        CHECK(open);
        CHECK(text == "kept");
        headless.key(ImGuiKey_Escape);
        CHECK_FALSE(open);
    }
    SECTION("the page may close it, too") {
        open = false;
    }
    headless.step(3);
    headless.click("Behind");
    CHECK(behind == 1);
}

TEST_CASE("Esc closes a list in a dialog, not the dialog") {
    Headless headless;
    bool open = true;
    int chosen = 0;
    constexpr Choice choices[] = {{"One"}, {"Two"}};
    headless.show([&](const Ui& ui) {
        if (const Dialog dialog(ui, "Keys", open); dialog) {
            chosen = select(ui, "Pick", choices, chosen).value_or(chosen);
        }
    });
    headless.step(3);
    headless.click("Pick");
    REQUIRE(headless.find(ItemRole::option, "Two"));
    headless.key(ImGuiKey_Escape);
    CHECK(open);
    CHECK_FALSE(headless.find(ItemRole::option, "Two"));
    headless.key(ImGuiKey_Escape);
    CHECK_FALSE(open);
}

TEST_CASE("Tab goes from outside a page into it") {
    Headless headless;
    headless.show([&](const Ui& ui) {
        button(ui, ButtonKind::quiet, "Rail");
        const Page page(ui, "page", {200, 0}, {1200, 800});
        button(ui, ButtonKind::quiet, "Inside");
    });
    headless.key(ImGuiKey_Tab);
    CHECK(headless.focused() == "Rail");
    headless.key(ImGuiKey_Tab);
    CHECK(headless.focused() == "Inside");
}

TEST_CASE("An empty state and a band offer their button") {
    Headless headless;
    int pressed = 0;
    int shown = 0;
    headless.show([&](const Ui& ui) {
        pressed += empty_state(ui, "x", "Nobody is on this deal yet", "Add the first person. A name is enough.", "Person", "x");
        shown += band(ui, Band::error, "Not imported.", "Line 14: \"2026-02-30\" is not a date.", "Show line");
    });
    CHECK(headless.find(ItemRole::heading, "Nobody is on this deal yet"));
    headless.click("Person");
    CHECK(pressed == 1);
    CHECK(headless.find(ItemRole::status, "Not imported."));
    headless.click("Show line");
    CHECK(shown == 1);
}
