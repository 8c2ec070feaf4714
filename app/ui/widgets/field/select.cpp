#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field_box.hpp"
#include "app/ui/widgets/field/option_list.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h>

#include <algorithm>

namespace middleground {

namespace {

constexpr double typing_pause = 1.0; // seconds after which a letter begins a new word

char letter_pressed() {
    for (int i = 0; i < 26; ++i) {
        if (ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_A + i), false)) {
            return static_cast<char>('a' + i);
        }
    }
    for (int i = 0; i < 10; ++i) {
        if (ImGui::IsKeyPressed(static_cast<ImGuiKey>(ImGuiKey_0 + i), false)) {
            return static_cast<char>('0' + i);
        }
    }
    return 0;
}

int first_with(std::span<const Choice> choices, std::string_view start, int from) {
    const int count = static_cast<int>(choices.size());
    for (int i = 0; i < count; ++i) {
        const int index = (from + i) % count;
        if (plain_letters(choices[static_cast<std::uint32_t>(index)].label).starts_with(start)) {
            return index;
        }
    }
    return -1;
}

// Jumps to the entry that begins with what has been typed within a second.
int jumped(std::span<const Choice> choices, int index) {
    const char letter = ImGui::GetIO().KeyCtrl || ImGui::GetIO().KeyAlt ? '\0' : letter_pressed();
    if (!letter) {
        return index;
    }
    auto* storage = ImGui::GetStateStorage();
    const auto key = ImGui::GetID("typed");
    const auto time_key = ImGui::GetID("typed at");
    // Four letters are packed into one number: enough to tell names apart.
    const double now = ImGui::GetTime();
    std::uint32_t packed =
        now - static_cast<double>(storage->GetFloat(time_key, -10)) < typing_pause ? static_cast<std::uint32_t>(storage->GetInt(key)) : 0;
    if (packed < 1u << 24) {
        packed = packed << 8 | static_cast<std::uint8_t>(letter);
    }
    storage->SetInt(key, static_cast<int>(packed));
    storage->SetFloat(time_key, static_cast<float>(now));
    std::string start;
    for (int shift = 24; shift >= 0; shift -= 8) {
        if (const auto byte = packed >> shift & 0xff) {
            start += static_cast<char>(byte);
        }
    }
    const int found = first_with(choices, start, start.size() == 1 ? index + 1 : index);
    return found >= 0 ? found : index;
}

std::optional<int> run_list(const Ui& ui, std::span<const Choice> choices, int chosen) {
    auto* storage = ImGui::GetStateStorage();
    const auto key = ImGui::GetID("highlighted");
    const bool appearing = ImGui::IsWindowAppearing();
    const int count = static_cast<int>(choices.size());
    int index = appearing ? std::max(chosen, 0) : std::clamp(storage->GetInt(key), 0, std::max(0, count - 1));
    const int before = index;
    bool enter = false;
    if (!appearing) {
        index = moved_by_keys(index, count);
        index = ImGui::IsKeyPressed(ImGuiKey_Home) ? 0 : ImGui::IsKeyPressed(ImGuiKey_End) ? count - 1 : jumped(choices, index);
        for (const auto choose : {ImGuiKey_Enter, ImGuiKey_KeypadEnter, ImGuiKey_Space}) {
            if (ImGui::IsKeyPressed(choose, false)) {
                enter = true;
                swallow_key(choose);
            }
        }
    }
    const bool scroll = index != before || appearing;
    std::optional<int> answer;
    int pointed = index;
    for (int i = 0; i < count; ++i) {
        const auto highlight = i != index ? Highlight::no : scroll ? Highlight::scroll_to : Highlight::yes;
        const auto row = option_row(ui, i, choices[static_cast<std::uint32_t>(i)], {highlight, i == chosen});
        if (row.pointed) {
            pointed = i;
        }
        if (row.pressed) {
            answer = i;
        }
    }
    storage->SetInt(key, pointed);
    if (enter && count > 0) {
        answer = index;
    }
    if (answer || ImGui::IsKeyPressed(ImGuiKey_Tab, false)) {
        ImGui::CloseCurrentPopup();
    }
    return answer;
}

}

namespace {

enum class ListOpen : int { no, by_pointer, by_keyboard };

// ImGui hides its cursor while a list without its navigation is open. Who opened it by keyboard gets the focus ring back.
void remember_open(ImGuiID popup, bool just_opened) {
    auto& memory = *ImGui::GetStateStorage()->GetIntRef(popup, static_cast<int>(ListOpen::no));
    if (just_opened) {
        memory = static_cast<int>(GImGui->NavCursorVisible ? ListOpen::by_keyboard : ListOpen::by_pointer);
    } else if (memory != static_cast<int>(ListOpen::no) && !ImGui::IsPopupOpen(popup, 0)) {
        if (memory == static_cast<int>(ListOpen::by_keyboard) && !ImGui::GetIO().MouseDown[0]) {
            ImGui::SetNavCursorVisible(true);
        }
        memory = static_cast<int>(ListOpen::no);
    }
}

}

std::optional<int> select(const Ui& ui, std::string_view label, std::span<const Choice> choices, int chosen, const SelectOptions& options) {
    if (window_skips()) {
        return std::nullopt;
    }
    const FieldOptions field{.width = options.width, .in_place = options.in_place, .show_label = options.show_label};
    const FieldBox box(ui, label, field, field_height(ui, field));
    ImGui::PushID(label.data(), label.data() + label.size());
    const auto id = ImGui::GetID("##text");
    const auto popup = ImGui::GetID("##list");
    ImGui::PopID();

    const auto press = press_area(id, box.max() - box.min());
    const bool has = chosen >= 0 && chosen < static_cast<int>(choices.size());
    const auto shown = has ? choices[static_cast<std::uint32_t>(chosen)] : Choice{.label = options.placeholder};
    if (press.visible) {
        const bool open = ImGui::IsPopupOpen(popup, 0);
        const auto state = open ? FieldBox::State::active : press.hovered ? FieldBox::State::hovered : FieldBox::State::idle;
        box.draw_fill(state);
        auto* list = ImGui::GetWindowDrawList();
        const float center = (box.min().y + box.max().y) / 2;
        float left = box.min().x + box.padding();
        const float right = box.max().x - ui.px(options.in_place ? 24.0f : 32.0f);
        if (shown.icon) {
            draw_icon(ui, list, shown.icon, {left + ui.px(8), center}, ui.px(16), ui.color().text_muted);
            left += ui.px(24);
        }
        draw_text_in(ui, list, TextStyle::body, {left, box.min().y}, {right, box.max().y}, has ? ui.color().text : ui.color().text_muted,
                     shown.label);
        if (!options.in_place || state != FieldBox::State::idle || is_keyboard_focused()) {
            draw_icon(ui, list, icon::chevron_down, {right + ui.px(options.in_place ? 12.0f : 14.0f), center}, ui.px(16),
                      ui.color().text_muted);
        }
        box.draw_border(state);
        ui.note(ItemRole::field, label, has ? shown.label : std::string_view{});
        ui.note_kind(open ? "combobox expanded" : "combobox");
        if (text_size(ui, TextStyle::body, shown.label).x > right - left && !open) {
            tooltip(ui, shown.label);
        }
    }
    const bool opens = press.pressed && !choices.empty();
    if (opens) {
        ImGui::OpenPopupEx(popup);
    }
    remember_open(popup, opens);
    if (!ImGui::IsPopupOpen(popup, 0)) {
        return std::nullopt;
    }
    // As wide as its longest entry, at least as the box.
    float widest = box.max().x - box.min().x;
    for (const auto& choice : choices) {
        const float hint = choice.hint.empty() ? 0 : text_size(ui, TextStyle::caption, choice.hint).x + ui.px(16);
        widest = std::max(widest, text_size(ui, TextStyle::body, choice.label).x + hint + ui.px(choice.icon ? 80.0f : 56.0f));
    }
    widest = std::min(widest, std::max(box.max().x - box.min().x, ui.px(400)));
    const OptionListPlace place{box.min(), {box.min().x + widest, box.max().y}, static_cast<int>(choices.size())};
    const auto last = GImGui->LastItemData;
    std::optional<int> answer;
    if (begin_option_list(ui, popup, place, ListFocus::takes)) {
        const Part part(ui, ItemRole::listbox, label);
        answer = run_list(ui, choices, chosen);
        end_option_list();
    }
    GImGui->LastItemData = last;
    return answer && *answer != chosen ? answer : std::nullopt;
}

}
