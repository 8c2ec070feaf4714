#include "app/widgets/draw.hpp"
#include "app/widgets/field_box.hpp"
#include "app/widgets/option_list.hpp"
#include "app/widgets/press.hpp"
#include "app/widgets/text.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

struct Pill {
    ImVec2 min;
    ImVec2 max;
};

// What is pressed reaches from row to row, wherever a finger has to hit it.
float reach(const Ui& ui) {
    return ui.theme.touch ? std::round(ui.px(6)) : 0;
}

// Where the pills and the place to type in stand inside the box; rows wrap.
struct Layout {
    std::vector<Pill> pills; // from the box's corner
    ImVec2 input;            // from the box's corner
    float input_width = 0;
    float height = 0;
};

float pill_height(const Ui& ui) {
    return std::round(ui.px(ui.theme.touch ? 32.0f : 24.0f));
}

Layout lay_out(const Ui& ui, std::span<const Choice> choices, const std::vector<int>& chosen, float width) {
    Layout layout;
    const float inset = std::round(ui.px(ui.theme.touch ? 6.0f : 4.0f));
    const float away = std::round(ui.px(4));
    const float row = pill_height(ui) + std::max(away, 2 * reach(ui));
    const float least_input = ui.px(96);
    ImVec2 at{inset, inset};
    for (const int index : chosen) {
        const float words = text_size(ui, TextStyle::body, choices[static_cast<std::uint32_t>(index)].label).x;
        const float wide = std::min(std::ceil(words + ui.px(34)), width - 2 * inset);
        if (at.x > inset && at.x + wide > width - inset) {
            at = {inset, at.y + row};
        }
        layout.pills.push_back({at, {at.x + wide, at.y + pill_height(ui)}});
        at.x += wide + away;
    }
    if (at.x > inset && at.x + least_input > width - inset) {
        at = {inset, at.y + row};
    }
    layout.input = at;
    layout.input_width = width - inset - at.x;
    layout.height = at.y + pill_height(ui) + inset;
    return layout;
}

// True when its cross (or it, by Enter) was pressed.
bool draw_pill(const Ui& ui, const Choice& choice, int index, ImVec2 min, ImVec2 max) {
    const ImVec2 around{0, reach(ui)};
    ImGui::SetCursorScreenPos(min - around);
    ImGui::PushID(index);
    const auto press = press_area(ImGui::GetID("##pill"), max - min + around + around);
    ImGui::PopID();
    if (!press.visible) {
        return press.pressed;
    }
    auto* list = ImGui::GetWindowDrawList();
    const auto& color = ui.color();
    const float center = (min.y + max.y) / 2;
    list->AddRectFilled(min, max, press.hovered ? color.line : color.fill, ui.px(4));
    draw_text_in(ui, list, TextStyle::body, {min.x + ui.px(8), min.y}, {max.x - ui.px(22), max.y}, color.text, choice.label);
    draw_icon(ui, list, icon::x, {max.x - ui.px(13), center}, ui.px(14), press.hovered ? color.text : color.text_muted);
    if (is_keyboard_focused()) {
        draw_focus_ring(ui, min, max, ui.px(4), Ring::inset);
    }
    ui.note(ItemRole::button, "Remove " + std::string(choice.label));
    return press.pressed;
}

// The choices that are not chosen and match what is typed, the best first.
std::vector<int> matching(std::span<const Choice> choices, const std::vector<int>& chosen, std::string_view query) {
    struct Match {
        int index;
        int score;
    };
    std::vector<Match> found;
    const auto words = trimmed(query);
    for (int i = 0; i < static_cast<int>(choices.size()); ++i) {
        const int score = words.empty() ? 1 : match_score(choices[static_cast<std::uint32_t>(i)].label, words);
        if (score > 0 && std::ranges::find(chosen, i) == chosen.end()) {
            found.push_back({i, score});
        }
    }
    std::ranges::stable_sort(found, std::greater{}, &Match::score);
    std::vector<int> indices;
    for (const auto& match : found) {
        indices.push_back(match.index);
    }
    return indices;
}

struct Input {
    bool active = false;
    bool was_active = false;
    bool enter = false;
    int step = 0; // by the arrow keys
};

int on_arrow(ImGuiInputTextCallbackData* data) {
    if (data->EventFlag == ImGuiInputTextFlags_CallbackHistory) {
        *static_cast<int*>(data->UserData) += data->EventKey == ImGuiKey_UpArrow ? -1 : 1;
    }
    return 0;
}

// ImGui's own editing in a buffer of ours: a query is a few words.
Input run_query(const Ui& ui, ImGuiID id, ImVec2 min, ImVec2 max, std::string& query, const std::string& hint) {
    char buffer[256];
    const auto length = std::min<std::size_t>(query.size(), sizeof buffer - 1);
    std::copy_n(query.begin(), length, buffer);
    buffer[length] = 0;
    auto* font = ui.theme.font(TextStyle::body);
    const float size = ui.theme.font_size(TextStyle::body);
    Input input;
    input.was_active = GImGui->ActiveId == id;
    auto& io = ImGui::GetIO();
    // Enter takes an entry and typing goes on.
    const bool keep_before = io.ConfigInputTextEnterKeepActive;
    io.ConfigInputTextEnterKeepActive = true;
    ImGui::SetCursorScreenPos(min);
    ImGui::PushFont(font, size);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(8), text_top(font, size, (min.y + max.y) / 2) - min.y});
    input.enter = ImGui::InputTextEx("##text", hint.c_str(), buffer, sizeof buffer, max - min,
                                     ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackHistory, on_arrow, &input.step);
    ImGui::PopStyleVar();
    ImGui::PopFont();
    io.ConfigInputTextEnterKeepActive = keep_before;
    query = buffer;
    input.active = GImGui->ActiveId == id;
    return input;
}

// Empties the text that is being edited, too: ImGui would put it back.
void clear_query(std::string& query) {
    query.clear();
    auto& state = GImGui->InputTextState;
    if (GImGui->ActiveId == state.ID) {
        state.ClearText();
    }
}

}

bool multi_pick(const Ui& ui, std::string_view label, std::span<const Choice> choices, std::vector<int>& chosen, std::string& query,
                const FieldOptions& options, std::string* on_new) {
    ImGui::PushID(label.data(), label.data() + label.size());
    const auto id = ImGui::GetID("##text");
    const auto popup = ImGui::GetID("##list");
    const auto highlight_key = ImGui::GetID("##highlighted");
    ImGui::PopID();
    const bool focus = takes_focus_now(id, options.focus);
    if (window_skips()) {
        return false;
    }
    std::erase_if(chosen, [&](int index) { return index < 0 || index >= static_cast<int>(choices.size()); });

    auto* storage = ImGui::GetStateStorage();
    const float width = options.width > 0 ? options.width : ImGui::GetContentRegionAvail().x;
    const auto layout = lay_out(ui, choices, chosen, width);
    bool changed = false;
    std::optional<int> removed;
    Input input;
    ImGuiLastItemData field_item;
    ImVec2 box_min;
    ImVec2 box_max;
    {
        auto own = options;
        own.in_place = false;
        const FieldBox box(ui, label, own, std::max(layout.height, field_height(ui, own)));
        box_min = box.min();
        box_max = box.max();
        const bool active = GImGui->ActiveId == id;
        const auto state = active ? FieldBox::State::active : FieldBox::State::idle;
        box.draw_fill(state);
        ImGui::PushID(label.data(), label.data() + label.size());
        for (std::size_t i = 0; i < layout.pills.size(); ++i) {
            const int index = chosen[i];
            if (draw_pill(ui, choices[static_cast<std::uint32_t>(index)], index, box_min + layout.pills[i].min,
                          box_min + layout.pills[i].max)) {
                removed = static_cast<int>(i);
            }
        }
        if (focus) {
            ImGui::SetKeyboardFocusHere();
        }
        const bool was_empty = query.empty();
        const auto input_min = box_min + layout.input;
        const ImVec2 around{0, reach(ui)};
        const auto input_max = input_min + ImVec2{std::max(ui.px(24), layout.input_width), pill_height(ui)};
        input = run_query(ui, id, input_min - around, input_max + around, query,
                          chosen.empty() ? std::string(options.placeholder) : std::string());
        if (input.was_active && was_empty && query.empty() && !chosen.empty() && ImGui::IsKeyPressed(ImGuiKey_Backspace)) {
            removed = static_cast<int>(chosen.size()) - 1;
        }
        box.draw_border(input.active ? FieldBox::State::active : state);
        ui.note(ItemRole::field, label, query);
        field_item = GImGui->LastItemData;
        ImGui::PopID();
    }
    if (removed) {
        chosen.erase(chosen.begin() + *removed);
        changed = true;
    }

    // The list follows the field; a press on one of its rows takes the focus for a moment.
    const auto rows = matching(choices, chosen, query);
    const bool list_held = ImGui::IsPopupOpen(popup, 0) && !input.active && (ImGui::IsMouseDown(0) || ImGui::IsMouseReleased(0));
    const int count = static_cast<int>(rows.size());
    int index = std::clamp(storage->GetInt(highlight_key), 0, std::max(0, count - 1));
    const bool typed = input.active && count > 0;
    const int before = index;
    if (typed && input.step != 0) {
        index = (index + input.step + count) % count;
    }
    std::optional<int> taken;
    if (input.enter) {
        swallow_key(ImGuiKey_Enter);
        swallow_key(ImGuiKey_KeypadEnter);
        if (count > 0) {
            taken = rows[static_cast<std::uint32_t>(index)];
        } else if (on_new && !trimmed(query).empty()) {
            *on_new = std::string(trimmed(query));
            clear_query(query);
            changed = true;
        }
    }
    if (count > 0 && (input.active || list_held)) {
        if (!ImGui::IsPopupOpen(popup, 0)) {
            ImGui::OpenPopupEx(popup);
        }
        if (begin_option_list(ui, popup, {box_min, box_max, count}, ListFocus::leaves)) {
            for (int i = 0; i < count; ++i) {
                const auto highlight = i != index ? Highlight::no : index != before ? Highlight::scroll_to : Highlight::yes;
                const auto row =
                    option_row(ui, i, choices[static_cast<std::uint32_t>(rows[static_cast<std::uint32_t>(i)])], {highlight, false});
                if (row.pointed) {
                    index = i;
                }
                if (row.pressed) {
                    taken = rows[static_cast<std::uint32_t>(i)];
                }
            }
            if (taken && !input.active) {
                ImGui::CloseCurrentPopup();
            }
            end_option_list();
        }
    } else if (ImGui::IsPopupOpen(popup, 0)) {
        ImGui::ClosePopupToLevel(GImGui->BeginPopupStack.Size, !input.active);
    }
    if (taken) {
        chosen.push_back(*taken);
        clear_query(query);
        index = 0;
        changed = true;
        if (!input.active) {
            storage->SetBool(ImHashStr("wants focus", 0, id), true);
        }
    }
    storage->SetInt(highlight_key, query.empty() && !input.active ? 0 : index);
    GImGui->LastItemData = field_item;
    return changed;
}

}
