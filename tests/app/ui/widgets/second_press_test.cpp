#include "app/ui/widgets/second_press.hpp"
#include "app/ui/theme.hpp"

#include <catch2/catch_test_macros.hpp>
#include <imgui.h>
#include <imgui_internal.h> // what a window without a renderer leaves behind

#include <string>
#include <vector>

using namespace middleground;

namespace {

// A list whose first row goes when it is pressed, so that the next one lies in its place.
class List {
public:
    List() : imgui_(ImGui::CreateContext()) {
        ImGui::SetCurrentContext(imgui_);
        auto& io = ImGui::GetIO();
        io.BackendFlags |= ImGuiBackendFlags_RendererHasTextures;
        io.ConfigFlags |= ImGuiConfigFlags_NavEnableKeyboard;
        io.DisplaySize = {400, 400};
        io.DeltaTime = 0.02f;
        load_fonts();
        frames(3);
    }
    ~List() {
        for (auto* texture : ImGui::GetPlatformIO().Textures) {
            texture->SetTexID(ImTextureID_Invalid);
            texture->SetStatus(ImTextureStatus_Destroyed);
        }
        ImGui::DestroyContext(imgui_);
    }
    List(const List&) = delete;
    List& operator=(const List&) = delete;

    void frames(int count) {
        for (int frame = 0; frame < count; ++frame) {
            ImGui::NewFrame();
            second_.after_new_frame();
            if (by_key) ImGui::SetNavCursorVisible(true);
            ImGui::SetNextWindowPos({0, 0});
            ImGui::SetNextWindowSize({400, 400});
            ImGui::Begin("list");
            std::string gone;
            for (const auto& row : rows) {
                if (focus == row) ImGui::SetKeyboardFocusHere();
                if (ImGui::Button(row.c_str(), {100, 30})) gone = row;
            }
            focus.clear();
            ImGui::End();
            if (!gone.empty()) {
                pressed.push_back(gone);
                if (goes) std::erase(rows, gone);
                if (goes && !rows.empty()) focus = rows.front();
            }
            second_.after_frame();
            ImGui::Render();
        }
    }
    void click(ImVec2 at, int pause) {
        auto& io = ImGui::GetIO();
        io.AddMousePosEvent(at.x, at.y);
        frames(1);
        io.AddMouseButtonEvent(0, true);
        frames(1);
        io.AddMouseButtonEvent(0, false);
        frames(1 + pause);
    }
    void key(ImGuiKey key, int pause) {
        auto& io = ImGui::GetIO();
        io.AddKeyEvent(key, true);
        frames(1);
        io.AddKeyEvent(key, false);
        frames(1 + pause);
    }
    void enter(int pause) { key(ImGuiKey_Enter, pause); }

    std::vector<std::string> rows{"first", "second", "third", "fourth"};
    std::vector<std::string> pressed;
    std::string focus;
    bool goes = true;
    bool by_key = false;

private:
    ImGuiContext* imgui_;
    SecondPress second_;
};

constexpr ImVec2 top{40, 40};
constexpr int soon = 3;   // 60 ms
constexpr int later = 30; // 600 ms

}

TEST_CASE("a double click on a row that goes leaves the next one alone; a click after a pause presses it") {
    List list;
    list.click(top, soon);
    list.click(top, soon);
    list.click(top, soon); // and a third
    CHECK(list.pressed == std::vector<std::string>{"first"});
    list.frames(later);
    list.click(top, later);
    CHECK(list.pressed == std::vector<std::string>{"first", "second"});
    list.click(top, later);
    CHECK(list.pressed == std::vector<std::string>{"first", "second", "third"});
}

TEST_CASE("what stays in its place is pressed as often as it is clicked, and another row at once") {
    List list;
    list.goes = false;
    list.click(top, soon);
    list.click(top, soon);
    list.click({top.x, top.y + 36}, soon);
    CHECK(list.pressed == std::vector<std::string>{"first", "first", "second"});
}

TEST_CASE("Enter twice does not press what has taken the focus between; after a pause it does") {
    List list;
    list.by_key = true;
    list.focus = "first";
    list.frames(3);
    list.enter(later); // it is pressed
    REQUIRE(list.pressed.size() == 1);
    list.frames(later);
    list.enter(soon);
    list.enter(soon);
    CHECK(list.pressed == std::vector<std::string>{"first", "second"});
    list.frames(later);
    list.enter(soon);
    CHECK(list.pressed == std::vector<std::string>{"first", "second", "third"});
}

TEST_CASE("Enter, down, Enter presses both rows, however quick") {
    List list;
    list.by_key = true;
    list.goes = false;
    list.focus = "first";
    list.frames(3);
    list.enter(1);
    list.key(ImGuiKey_DownArrow, 1);
    list.enter(1);
    CHECK(list.pressed == std::vector<std::string>{"first", "second"});
}

TEST_CASE("Ctrl+Enter presses nothing that has the focus") {
    List list;
    list.by_key = true;
    list.goes = false;
    list.focus = "second";
    list.frames(3);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, true);
    list.enter(later);
    ImGui::GetIO().AddKeyEvent(ImGuiMod_Ctrl, false);
    list.frames(3);
    CHECK(list.pressed.empty());
    list.enter(later);
    CHECK(list.pressed == std::vector<std::string>{"second"});
}
