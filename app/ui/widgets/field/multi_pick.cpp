#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field_box.hpp"
#include "app/ui/widgets/field/option_list.hpp"
#include "app/ui/widgets/field/page_field.hpp"
#include "app/ui/widgets/field/pick_rows.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/ui/widgets/field/typing.hpp"
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
    return ui.theme.touch ? ui.px(6) : 0;
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
    const float away = ui.px(4);
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

struct Input {
    bool active = false;
    bool was_active = false;
    bool enter = false;
    int step = 0; // by the arrow keys
};

Input run_query(const Ui& ui, ImGuiID id, ImVec2 min, ImVec2 max, std::string& query, const std::string& hint, int max_bytes) {
    auto* font = ui.theme.font(TextStyle::body);
    const float size = ui.theme.font_size(TextStyle::body);
    Input input;
    input.was_active = GImGui->ActiveId == id;
    Typing typing{query, typing_room(id, query, max_bytes)};
    auto& io = ImGui::GetIO();
    // Enter takes an entry and typing goes on.
    const bool keep_before = io.ConfigInputTextEnterKeepActive;
    io.ConfigInputTextEnterKeepActive = true;
    ImGui::SetCursorScreenPos(min);
    ImGui::PushFont(font, size);
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {ui.px(8), text_top(font, size, (min.y + max.y) / 2) - min.y});
    constexpr auto flags = ImGuiInputTextFlags_EnterReturnsTrue | ImGuiInputTextFlags_CallbackHistory | ImGuiInputTextFlags_CallbackResize |
                           ImGuiInputTextFlags_CallbackEdit | ImGuiInputTextFlags_CallbackCharFilter;
    input.enter = ImGui::InputTextEx("##text", hint.c_str(), query.data(), static_cast<int>(query.capacity()) + 1, max - min, flags,
                                     on_typing, &typing);
    ImGui::PopStyleVar();
    ImGui::PopFont();
    io.ConfigInputTextEnterKeepActive = keep_before;
    input.active = GImGui->ActiveId == id;
    const float inset = ui.px(2);
    ask_page_field(ui, id, query, {min.x + ui.px(8), max.x - ui.px(8), font, size}, {min.x + ui.px(8), min.y + inset},
                   {max.x - ui.px(8), max.y - inset}, max.y - min.y - 2 * inset, false);
    input.step = typing.steps;
    remember_left_out(id, typing, input.active && !input.was_active);
    // With Ctrl it is the key of the form around the field; what is typed stays as it is, and is not selected.
    if (input.enter && io.KeyCtrl) {
        input.enter = false;
        GImGui->InputTextState.ClearSelection();
    }
    return input;
}

bool is_pointer_in_list(ImGuiID popup) {
    const auto* window = GImGui->HoveredWindow;
    return window && window->PopupId == popup && (ImGui::IsMouseDown(0) || ImGui::IsMouseReleased(0));
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
    const auto limit = left_out_words(id, query, options.max_bytes);
    const bool was_empty = query.empty();
    bool changed = false;
    std::optional<int> removed;
    Input input;
    ImGuiLastItemData field_item;
    ImVec2 box_min;
    ImVec2 box_max;
    {
        auto own = options;
        own.in_place = false;
        const bool is_nothing = !on_new && !trimmed(query).empty() && pick_rows(choices, chosen, query, {}).empty();
        if (own.error.empty()) own.error = is_nothing && limit.empty() ? options.no_match : std::string_view(limit);
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
        const auto input_min = box_min + layout.input;
        const ImVec2 around{0, reach(ui)};
        const auto input_max = input_min + ImVec2{std::max(ui.px(24), layout.input_width), pill_height(ui)};
        input = run_query(ui, id, input_min - around, input_max + around, query,
                          chosen.empty() ? std::string(options.placeholder) : std::string(), options.max_bytes);
        if (input.was_active && was_empty && query.empty() && !chosen.empty() && ImGui::IsKeyPressed(ImGuiKey_Backspace)) {
            removed = static_cast<int>(chosen.size()) - 1;
        }
        box.draw_border(input.active ? FieldBox::State::active : state);
        ui.note(ItemRole::field, label, query);
        ui.note_kind(input.active ? "combobox expanded typed" : "combobox typed");
        ui.note_about(options.placeholder);
        field_item = GImGui->LastItemData;
        ImGui::PopID();
    }
    if (removed) {
        chosen.erase(chosen.begin() + *removed);
        changed = true;
    }

    const auto rows = pick_rows(choices, chosen, query, on_new ? options.new_thing : std::string_view());
    const int count = static_cast<int>(rows.size());
    // Nothing is highlighted until something is typed or an arrow is pressed, so that Enter adds nothing by chance.
    constexpr int none = -1;
    int index = std::min(storage->GetInt(highlight_key, none), count - 1);
    if (index == none && !trimmed(query).empty()) {
        index = 0;
    }
    const int before = index;
    if (input.active && count > 0 && input.step != 0) {
        index = index == none ? (input.step > 0 ? 0 : count - 1) : (index + input.step + count) % count;
    }
    const PickRow* taken = nullptr;
    if (input.enter) {
        swallow_key(ImGuiKey_Enter);
        swallow_key(ImGuiKey_KeypadEnter);
        taken = index >= 0 && index < count ? &rows[static_cast<std::uint32_t>(index)] : nullptr;
    }
    // The list goes with the focus; a press on one of its rows takes that for a moment.
    const bool held = !input.active && is_pointer_in_list(popup);
    // Once something was taken it makes room for what is below, until more is typed or an arrow asks for it.
    constexpr int focus_returns = 4; // frames
    const auto taken_key = ImHashStr("taken", 0, id);
    const int frame = ImGui::GetFrameCount();
    int& taken_at = *storage->GetIntRef(taken_key, -1);
    if (!query.empty() || input.step != 0 || (!input.active && frame > taken_at + focus_returns)) taken_at = -1;
    if (count > 0 && taken_at < 0 && (input.active || held)) {
        if (!ImGui::IsPopupOpen(popup, 0)) {
            ImGui::OpenPopupEx(popup);
        }
        if (begin_option_list(ui, popup, {box_min, box_max, count}, ListFocus::leaves)) {
            const Part part(ui, ItemRole::listbox, label);
            for (int i = 0; i < count; ++i) {
                const auto& row = rows[static_cast<std::uint32_t>(i)];
                const bool is_new = row.index == PickRow::something_new;
                auto choice = is_new ? Choice{.icon = icon::plus} : choices[static_cast<std::uint32_t>(row.index)];
                choice.label = row.label;
                const auto highlight = i != index ? Highlight::no : index != before ? Highlight::scroll_to : Highlight::yes;
                const auto answer = option_row(ui, i, choice, {highlight, false});
                if (answer.pointed) {
                    index = i;
                }
                if (answer.pressed) {
                    taken = &row;
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
        if (taken->index == PickRow::something_new) {
            *on_new = std::string(trimmed(query));
        } else {
            chosen.push_back(taken->index);
        }
        clear_query(query);
        changed = true;
        storage->SetInt(taken_key, frame);
        if (!input.active) {
            storage->SetBool(ImHashStr("wants focus", 0, id), true);
        }
    }
    const bool starts_again = taken || !input.active || (query.empty() && !was_empty);
    storage->SetInt(highlight_key, starts_again ? none : index);
    GImGui->LastItemData = field_item;
    return changed;
}

}
