#include "app/widgets/draw.hpp"
#include "app/widgets/field_box.hpp"
#include "app/widgets/press.hpp"
#include "app/widgets/text.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cfloat>
#include <cmath>
#include <cstring>

namespace middleground {

namespace {

struct Typing {
    std::string& value;
    int room; // bytes that may still be typed
    bool edited = false;
};

int on_input(ImGuiInputTextCallbackData* data) {
    auto& typing = *static_cast<Typing*>(data->UserData);
    if (data->EventFlag == ImGuiInputTextFlags_CallbackResize) {
        typing.value.resize(static_cast<std::uint32_t>(data->BufTextLen));
        data->Buf = typing.value.data();
    } else if (data->EventFlag == ImGuiInputTextFlags_CallbackEdit) {
        typing.edited = true;
    } else if (data->EventFlag == ImGuiInputTextFlags_CallbackCharFilter) {
        const int bytes = data->EventChar < 0x80 ? 1 : data->EventChar < 0x800 ? 2 : data->EventChar < 0x10000 ? 3 : 4;
        if (typing.room < bytes) {
            return 1; // refused
        }
        typing.room -= bytes;
    }
    return 0;
}

int room_for(ImGuiID id, const std::string& value, int max_bytes) {
    auto* state = ImGui::GetInputTextState(id);
    if (!state) {
        return max_bytes - static_cast<int>(value.size());
    }
    const int selected = state->HasSelection() ? std::abs(state->GetSelectionEnd() - state->GetSelectionStart()) : 0;
    return max_bytes - state->TextLen + selected;
}

// What stands in the box: the words, or a star for each letter, as ImGui draws them.
std::string box_words(std::string_view words, const FieldOptions& options) {
    if (!options.dots) return std::string(words);
    return std::string(static_cast<std::size_t>(std::ranges::count_if(words, [](char c) { return (c & 0xc0) != 0x80; })), '*');
}

// ImGui's own caret is as high as the em and stands too high for a line of ours.
void draw_caret(const Ui& ui, const FieldBox& box, ImFont* font, float size, const FieldOptions& options) {
    auto& state = GImGui->InputTextState;
    const auto before = box_words({state.TextA.Data, static_cast<std::uint32_t>(state.GetCursorPos())}, options);
    const float left = box.min().x + box.padding() + words_width(font, size, before) - state.Scroll.x;
    const float center = (box.min().y + box.max().y) / 2;
    const float half = std::round(size * 0.66f);
    const float at = std::clamp(snapped(left), box.min().x + 1, box.max().x - 2);
    ImGui::GetWindowDrawList()->AddRectFilled({at, std::floor(center) - half}, {at + line_width(ui), std::floor(center) + half},
                                              ui.color().text);
}

// Under the words of a text of several lines while it is edited: ImGui has them in a window of their own, not wrapped.
void draw_waves_while_typing(const Ui& ui, const FieldBox& box, ImFont* font, float size, std::string_view value,
                             const FieldOptions& options, float top_padding) {
    const auto& children = ImGui::GetCurrentWindow()->DC.ChildWindows;
    if (children.empty() || options.marks.empty()) return;
    auto* window = children.back();
    const ImVec2 at = window->DC.CursorStartPos + ImVec2{box.padding() - GImGui->InputTextState.Scroll.x, top_padding};
    window->DrawList->PushClipRect(box.min(), box.max(), true);
    for (const auto& mark : options.marks) {
        float y = at.y;
        for (std::size_t line = 0; line <= value.size() && line < mark.end; y += size) {
            const auto end = std::min(value.find('\n', line), value.size());
            const auto from = std::max<std::size_t>(mark.begin, line);
            const auto to = std::min<std::size_t>(mark.end, end);
            if (from < to) {
                draw_wave(ui, window->DrawList, at.x + words_width(font, size, value.substr(line, from - line)),
                          at.x + words_width(font, size, value.substr(line, to - line)), y + size, ui.color().warn);
            }
            line = end + 1;
        }
    }
    window->DrawList->PopClipRect();
}

FieldEvent event_of(ImGuiID id, bool was_active, bool edited, bool changed) {
    const bool active = GImGui->ActiveId == id;
    if (!active && (was_active || ImGui::IsItemDeactivated())) {
        const bool escape = was_active && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
        const bool enter = was_active && (ImGui::IsKeyPressed(ImGuiKey_Enter, false) || ImGui::IsKeyPressed(ImGuiKey_KeypadEnter, false));
        if ((escape || enter) && GImGui->NavId == id) {
            // Left by keyboard: the ring shows where the focus is, and Tab goes on from here.
            ImGui::SetNavCursorVisible(true);
        }
        if (escape) {
            return FieldEvent::cancelled;
        }
        if (enter || ImGui::IsItemDeactivatedAfterEdit()) {
            return FieldEvent::kept;
        }
    }
    return edited || (changed && !active) ? FieldEvent::changed : FieldEvent::none;
}

// Several lines: as they are while they are edited, wrapped otherwise.
struct Editing {
    ImGuiID id;
    bool was_active;
    bool hide_words; // drawn by us: cut or wrapped
};

bool run_input(const FieldBox& box, const FieldOptions& options, const Editing& editing, Typing& typing, float top_padding) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {box.padding(), top_padding});
    ImGui::PushStyleColor(ImGuiCol_InputTextCursor, options.multiline ? ImGui::GetColorU32(ImGuiCol_Text) : 0);
    if (editing.hide_words) {
        ImGui::PushStyleColor(ImGuiCol_Text, 0);
    }
    const std::string hint(typing.value.empty() && !editing.hide_words ? options.placeholder : std::string_view{});
    ImGuiInputTextFlags flags =
        ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackEdit | ImGuiInputTextFlags_CallbackCharFilter;
    if (options.multiline) {
        flags |= ImGuiInputTextFlags_Multiline;
    }
    if (options.dots) {
        flags |= ImGuiInputTextFlags_Password;
    }
    const bool changed = ImGui::InputTextEx("##text", hint.c_str(), typing.value.data(), static_cast<int>(typing.value.capacity()) + 1,
                                            box.max() - box.min(), flags, on_input, &typing);
    if (editing.hide_words) {
        ImGui::PopStyleColor();
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    return changed;
}

}

FieldEvent text_field(const Ui& ui, std::string_view label, std::string& value, const FieldOptions& options) {
    const auto id = field_id(label);
    const bool focus = takes_focus_now(id, options.focus);
    if (window_skips()) {
        return FieldEvent::none;
    }
    auto* font = ui.theme.font(options.style);
    const float size = ui.theme.font_size(options.style);
    const float line = ui.theme.line_height(options.style);
    const float wanted_height = options.height > 0 ? options.height : 3 * line + ui.px(12);
    const float lines_height = std::max(wanted_height, ui.theme.touch ? ui.px(44) : 0);
    const FieldBox box(ui, label, options, options.multiline ? std::round(lines_height) : field_height(ui, options));

    const Editing before{id, GImGui->ActiveId == id, false};
    const bool hovered = GImGui->HoveredIdPreviousFrame == id && !pointer_is_touch();
    const auto state = before.was_active ? FieldBox::State::active : hovered ? FieldBox::State::hovered : FieldBox::State::idle;
    box.draw_fill(state);

    const float inner = box.max().x - box.min().x - 2 * box.padding();
    const bool cut = !options.multiline && !before.was_active && words_width(font, size, box_words(value, options)) > inner;
    const Editing editing{id, before.was_active, cut || (options.multiline && !before.was_active)};
    const float top = options.multiline ? ui.px(6) : text_top(font, size, (box.min().y + box.max().y) / 2) - box.min().y;
    Typing typing{value, room_for(id, value, options.max_bytes)};
    if (focus) {
        ImGui::SetKeyboardFocusHere();
    }
    ImGui::PushID(label.data(), label.data() + label.size());
    ImGui::PushFont(font, size);
    const bool changed = run_input(box, options, editing, typing, top);
    ImGui::PopFont();
    ImGui::PopID();

    const bool active = GImGui->ActiveId == id;
    auto* list = ImGui::GetWindowDrawList();
    const ImVec2 words_min{box.min().x + box.padding(), box.min().y};
    if (editing.hide_words && !options.multiline) {
        draw_text_in(ui, list, options.style, words_min, {words_min.x + inner, box.max().y}, ui.color().text,
                     box_words(value, options));
    } else if (editing.hide_words) {
        list->PushClipRect(box.min(), box.max(), true);
        const bool empty = value.empty();
        draw_text_wrapped(ui, list, options.style, {words_min.x, words_min.y + ui.px(6)}, empty ? ui.color().text_muted : ui.color().text,
                          empty ? options.placeholder : std::string_view(value), inner);
        for (const auto& mark : options.marks) {
            draw_wave_wrapped(ui, list, options.style, {words_min.x, words_min.y + ui.px(6)}, ui.color().warn, value, inner, mark.begin,
                              mark.end);
        }
        list->PopClipRect();
    } else if (options.multiline) {
        draw_waves_while_typing(ui, box, font, size, value, options, top);
    } else if (active && !options.multiline && before.was_active) {
        draw_caret(ui, box, font, size, options);
    }
    box.draw_border(active ? FieldBox::State::active : state == FieldBox::State::active ? FieldBox::State::idle : state);
    ui.note(ItemRole::field, visible_label(label).empty() ? options.placeholder : label, options.secret ? std::string_view() : value);
    if (cut && !active && !options.secret) {
        tooltip(ui, value);
    }
    return event_of(id, before.was_active, typing.edited, changed);
}

std::optional<std::string> text_edit(const Ui& ui, std::string_view label, std::string_view current, const FieldOptions& options) {
    std::string value(current);
    // Handed on with every change, not when the field is left: a field that vanishes while it is edited would lose its text
    // (ocornut/imgui #4714, #8149).
    const auto event = text_field(ui, label, value, options);
    return event != FieldEvent::none && value != current ? std::optional(std::move(value)) : std::nullopt;
}

}
