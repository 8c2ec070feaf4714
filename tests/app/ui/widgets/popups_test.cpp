// What lies over the page, and how "back" closes it.
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/popups.hpp"
#include "tests/support/headless_imgui.hpp"

#include <catch2/catch_test_macros.hpp>

using namespace middleground;
using test::Headless;

namespace {

struct Layers {
    Headless headless;
    bool dialog = false;
    std::string name;
    std::vector<int> picked;
    std::string query;

    Layers() {
        headless.show([this](const Ui& ui) {
            constexpr Choice choices[] = {{.label = "Anna"}, {.label = "Bo"}};
            if (button(ui, ButtonKind::outlined, "Menu")) ImGui::OpenPopup("menu");
            if (ImGui::BeginPopup("menu")) {
                button(ui, ButtonKind::quiet, "Duplicate");
                ImGui::EndPopup();
            }
            multi_pick(ui, "People", choices, picked, query, {.show_label = true});
            if (!dialog) return;
            if (Dialog over(ui, "Over it", dialog); over) {
                text_field(ui, "Name", name, {.show_label = true});
                select(ui, "Who", choices, 0, {.show_label = true});
            }
        });
    }
    void back() {
        headless.before_widgets = [this] {
            close_top_popup();
            headless.before_widgets = {};
        };
        headless.step(3);
    }
};

}

TEST_CASE("on the page alone there is nothing to close", "[back]") {
    Layers screen;
    CHECK(open_popups() == 0);
    screen.back();
    CHECK(open_popups() == 0);
}

TEST_CASE("back closes a menu", "[back]") {
    Layers screen;
    REQUIRE(screen.headless.click("Menu"));
    REQUIRE(screen.headless.has("Duplicate"));
    CHECK(open_popups() == 1);
    screen.back();
    CHECK_FALSE(screen.headless.has("Duplicate"));
    CHECK(open_popups() == 0);
}

TEST_CASE("back closes a list in a dialog, then the dialog, and nothing opens again", "[back]") {
    Layers screen;
    screen.dialog = true;
    screen.headless.step(3);
    CHECK(open_popups() == 1);
    REQUIRE(screen.headless.click("Who"));
    CHECK(open_popups() == 2);
    screen.back();
    CHECK(open_popups() == 1);
    CHECK(screen.dialog);
    screen.back();
    CHECK(open_popups() == 0);
    CHECK_FALSE(screen.dialog);
    // Opened anew, it stays.
    screen.dialog = true;
    screen.headless.step(5);
    CHECK(open_popups() == 1);
    CHECK(screen.dialog);
}

TEST_CASE("back closes a dialog whose text is being changed", "[back]") {
    Layers screen;
    screen.dialog = true;
    screen.headless.step(3);
    REQUIRE(screen.headless.click("Name"));
    screen.headless.type("Ada");
    screen.back();
    CHECK_FALSE(screen.dialog);
    CHECK(screen.name == "Ada");
}

TEST_CASE("the list that follows what is typed is no step of its own", "[back]") {
    Layers screen;
    REQUIRE(screen.headless.click("People"));
    REQUIRE(screen.headless.has("Anna"));
    CHECK(open_popups() == 0);
}

TEST_CASE("Esc that closes a list or a menu is not free for the panel around it", "[back]") {
    Headless headless;
    int freed = 0;
    constexpr Choice choices[] = {{.label = "Anna"}, {.label = "Bo"}};
    headless.show([&](const Ui& ui) {
        freed += is_esc_free() ? 1 : 0;
        if (button(ui, ButtonKind::outlined, "Menu")) ImGui::OpenPopup("menu");
        if (ImGui::BeginPopup("menu")) {
            button(ui, ButtonKind::quiet, "Duplicate");
            ImGui::EndPopup();
        }
        select(ui, "Who", choices, 0, {.show_label = true});
    });
    for (const auto* opens : {"Menu", "Who"}) {
        freed = 0;
        REQUIRE(headless.click(opens));
        REQUIRE(ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel));
        headless.key(ImGuiKey_Escape);
        CHECK_FALSE(ImGui::IsPopupOpen(nullptr, ImGuiPopupFlags_AnyPopupId | ImGuiPopupFlags_AnyPopupLevel));
        CHECK(freed == 0);
        headless.key(ImGuiKey_Escape);
        CHECK(freed == 1);
    }
}

TEST_CASE("Esc in a dialog of drafts closes it and leaves what was typed; in others it takes the change back first", "[back]") {
    Headless headless;
    bool open = true;
    std::string name;
    auto esc = EscInField::closes;
    headless.show([&](const Ui& ui) {
        if (!open) return;
        if (Dialog dialog(ui, "New", open, 480, esc); dialog) text_field(ui, "Name", name, {.show_label = true});
    });
    headless.step(3);
    REQUIRE(headless.click("Name"));
    headless.type("Ada");
    headless.key(ImGuiKey_Escape);
    CHECK_FALSE(open);
    CHECK(name == "Ada");
    open = true;
    esc = EscInField::takes_back;
    headless.step(3);
    REQUIRE(headless.click("Name"));
    headless.type("Bo");
    headless.key(ImGuiKey_Escape);
    CHECK(open);
    CHECK(name == "Ada");
    headless.key(ImGuiKey_Escape);
    CHECK_FALSE(open);
}
