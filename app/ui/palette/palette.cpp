#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/palette/commands.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"

#include <algorithm>
#include <string>
#include <utility>

namespace middleground {

namespace {

void draw_command(const Context& context, const Command& command, bool selected, bool& chosen) {
    const auto& ui = context.ui;
    const auto min = ImGui::GetCursorScreenPos();
    const ImVec2 size{ImGui::GetContentRegionAvail().x, ui.px(ui.theme.touch ? 48.0f : 36.0f)};
    const ImVec2 max{min.x + size.x, min.y + size.y};
    chosen = ImGui::InvisibleButton("command", size) || chosen;
    ui.note(ItemRole::option, command.label, command.hint);
    if (selected) ui.note_kind("highlighted");
    auto* list = ImGui::GetWindowDrawList();
    if (selected || ImGui::IsItemHovered()) {
        list->AddRectFilled(min, max, selected ? ui.color().accent_soft : ui.color().hover, ui.px(6));
    }
    const float middle = (min.y + max.y) / 2;
    draw_icon(ui, list, command.icon, {min.x + ui.px(20), middle}, ui.px(16), selected ? ui.color().accent : ui.color().text_muted);
    float right = max.x - ui.px(12);
    if (!command.keys.empty() && !ui.theme.touch) {
        draw_key(ui, list, right, middle, command.keys);
        right -= key_width(ui, command.keys) + ui.px(12);
    }
    const float left = min.x + ui.px(40);
    const auto label = fitted(ui, TextStyle::body, command.label, right - left);
    draw_text_in(ui, list, TextStyle::body, {left, min.y}, {right, max.y}, ui.color().text, label);
    const float hint_left = left + text_size(ui, TextStyle::body, label).x + ui.px(8);
    if (!command.hint.empty() && hint_left < right) {
        draw_text_in(ui, list, TextStyle::body, {hint_left, min.y}, {right, max.y}, ui.color().text_muted, command.hint);
    }
}

void draw_list(const Context& context, const std::vector<Command>& commands, int& chosen) {
    const auto& ui = context.ui;
    auto& palette = context.view.palette;
    std::optional<Command::Group> group;
    // Only what was just selected is brought into view: a finger or a wheel may move the list away from it.
    auto& shown = *ImGui::GetStateStorage()->GetIntRef(ImGui::GetID("shown"), 0);
    const int wanted = static_cast<int>(ImGui::GetID((palette.query + "\n" + std::to_string(palette.selected)).c_str()));
    const bool moved = wanted != std::exchange(shown, wanted);
    for (int i = 0; i < static_cast<int>(commands.size()); ++i) {
        const auto& command = commands[static_cast<std::size_t>(i)];
        if (group != command.group) {
            group = command.group;
            gap(ui, 6);
            ImGui::SetCursorPosX(ImGui::GetCursorPosX() + ui.px(12));
            text_muted(ui, TextStyle::caption, command.group == Command::Group::act ? "Do" : "Go to");
            gap(ui, 2);
        }
        ImGui::PushID(i);
        bool pressed = false;
        draw_command(context, command, i == palette.selected, pressed);
        ImGui::PopID();
        if (moved && i == palette.selected && !ImGui::IsItemVisible()) {
            ImGui::SetScrollHereY();
        }
        if (pressed) {
            chosen = i;
        }
    }
}

}

void draw_palette(const Context& context) {
    auto& palette = context.view.palette;
    if (!palette.open) {
        return;
    }
    const auto& ui = context.ui;
    constexpr const char* name = "Command palette";
    if (palette.just_opened) {
        ImGui::OpenPopup(name);
    }
    const float width = std::min(ui.px(640), context.max.x - context.min.x - ui.px(24));
    const float top = context.phone ? ui.px(12) : ui.px(96);
    ImGui::SetNextWindowPos({(context.min.x + context.max.x - width) / 2, top});
    ImGui::SetNextWindowSizeConstraints({width, 0}, {width, std::min(ui.px(480), context.max.y - top - ui.px(12))});
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, {ui.px(8), ui.px(8)});
    ImGui::PushStyleVar(ImGuiStyleVar_PopupRounding, ui.px(10));
    ImGui::PushStyleColor(ImGuiCol_PopupBg, ui.color().raised);
    ImGui::PushStyleColor(ImGuiCol_Border, ui.color().line_strong);
    const bool visible =
        ImGui::BeginPopup(name, ImGuiWindowFlags_AlwaysAutoResize | ImGuiWindowFlags_NoMove | ImGuiWindowFlags_NoNavInputs);
    ImGui::PopStyleColor(2);
    ImGui::PopStyleVar(2);
    if (!visible) {
        palette.open = false;
        return;
    }
    const Part part(ui, ItemRole::dialog, name);
    ui.note_kind("modal");
    const auto before = palette.query;
    text_field(ui, "Search or run", palette.query,
               {.placeholder = "Type a command, a name or a word", .style = TextStyle::reading, .focus = palette.just_opened});
    ui.note_kind("combobox expanded typed");
    palette.just_opened = false;
    if (before != palette.query) {
        palette.selected = 0;
    }
    const auto commands = commands_for(context, palette.query);
    const int last = static_cast<int>(commands.size()) - 1;
    if (ImGui::IsKeyPressed(ImGuiKey_DownArrow)) {
        palette.selected = std::min(palette.selected + 1, last);
    }
    if (ImGui::IsKeyPressed(ImGuiKey_UpArrow)) {
        palette.selected = std::max(palette.selected - 1, 0);
    }
    int chosen = is_enter_pressed() ? palette.selected : -1;
    const float room = std::min(ui.px(420), context.max.y - top - ui.px(90));
    ImGui::SetNextWindowSizeConstraints({0, 0}, {width, room});
    ImGui::BeginChild("commands", {0, 0}, ImGuiChildFlags_AutoResizeY, ImGuiWindowFlags_NoNavInputs);
    draw_list(context, commands, chosen);
    if (commands.empty()) {
        gap(ui, 8);
        text_wrapped_muted(ui, TextStyle::body, "Nothing matches. Try a name or another word.");
        gap(ui, 8);
    }
    ImGui::EndChild();
    if (chosen >= 0 && chosen <= last) {
        palette.open = false;
        ImGui::CloseCurrentPopup();
        commands[static_cast<std::size_t>(chosen)].run(context);
    } else if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) {
        palette.open = false;
        ImGui::CloseCurrentPopup();
    }
    ImGui::EndPopup();
}

}
