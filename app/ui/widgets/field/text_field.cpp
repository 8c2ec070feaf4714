#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/page_field.hpp"
#include "app/ui/widgets/field/text_field_draw.hpp"
#include "app/ui/widgets/field/typing.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/letters/scripts.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

FieldEvent event_of(ImGuiID id, bool was_active, bool edited, bool changed) {
    const bool active = GImGui->ActiveId == id;
    if (!active && (was_active || ImGui::IsItemDeactivated())) {
        const bool escape = was_active && ImGui::IsKeyPressed(ImGuiKey_Escape, false);
        const bool enter = was_active && is_enter_pressed();
        if ((escape || enter) && GImGui->NavId == id) {
            // Left by keyboard: the ring shows where the focus is, and Tab goes on from here. What the pointer rests on is not meant.
            ImGui::SetNavCursorVisible(true);
            GImGui->NavHighlightItemUnderNav = true;
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

// Enter keeps and Shift+Enter makes a line; screen keyboards have no Shift+Enter, so that there Enter makes a line and leaving keeps.
// Ctrl+Enter always keeps. ImGui knows only one key for each, which may be chosen anew in each frame.
ImGuiInputTextFlags enter_flags(const Ui& ui) {
    const auto& io = ImGui::GetIO();
    const bool line = !io.KeyCtrl && (io.KeyShift || ui.theme.touch);
    return line == io.KeyCtrl ? ImGuiInputTextFlags_CtrlEnterForNewLine : ImGuiInputTextFlags_None;
}

struct Place {
    ImVec2 min;
    ImVec2 max;
    float padding = 0; // from its left to the words
    float top = 0;
};

bool run_input(const Ui& ui, const Place& place, const FieldOptions& options, bool hide_words, VerticalArrows arrows, Typing& typing) {
    ImGui::PushStyleVar(ImGuiStyleVar_FramePadding, {place.padding, place.top});
    ImGui::PushStyleColor(ImGuiCol_InputTextCursor, options.multiline ? ImGui::GetColorU32(ImGuiCol_Text) : 0);
    if (hide_words) {
        ImGui::PushStyleColor(ImGuiCol_Text, 0);
        ImGui::PushStyleColor(ImGuiCol_TextSelectedBg, 0);
    }
    const std::string hint(typing.value.empty() && !hide_words ? options.placeholder : std::string_view{});
    ImGuiInputTextFlags flags =
        ImGuiInputTextFlags_CallbackResize | ImGuiInputTextFlags_CallbackEdit | ImGuiInputTextFlags_CallbackCharFilter;
    if (options.multiline) {
        flags |= ImGuiInputTextFlags_Multiline | enter_flags(ui);
    } else if (arrows == VerticalArrows::stay) {
        flags |= ImGuiInputTextFlags_CallbackHistory;
    }
    if (options.dots) {
        flags |= ImGuiInputTextFlags_Password;
    }
    ImGui::SetCursorScreenPos(place.min);
    const PastedText pasted(options.multiline ? nullptr : options.pasted);
    const bool changed = ImGui::InputTextEx("##text", hint.c_str(), typing.value.data(), static_cast<int>(typing.value.capacity()) + 1,
                                            place.max - place.min, flags, on_typing, &typing);
    if (hide_words) {
        ImGui::PopStyleColor(2);
    }
    ImGui::PopStyleColor();
    ImGui::PopStyleVar();
    return changed;
}

}

TextInput text_input(const Ui& ui, std::string_view label, std::string& value, const FieldOptions& options, VerticalArrows arrows) {
    const auto id = field_id(label);
    const bool focus = takes_focus_now(id, options.focus);
    if (window_skips()) {
        return {};
    }
    const auto limit = left_out_words(id, value, options.max_bytes);
    auto boxed = options;
    boxed.error = options.error.empty() ? std::string_view(limit) : options.error;
    const float line = ui.theme.line_height(options.style);
    const float wanted_height = options.height > 0 ? options.height : 3 * line + ui.px(12);
    const float lines_height = std::max(wanted_height, ui.theme.touch ? ui.px(44) : 0);
    const FieldBox box(ui, label, boxed, options.multiline ? std::round(lines_height) : field_height(ui, options));
    const auto words = field_words(ui, box.min(), box.max(), box.padding(), options);

    TextInput input{.drawn = true, .was_active = GImGui->ActiveId == id, .min = box.min(), .max = box.max()};
    const bool hovered = GImGui->HoveredIdPreviousFrame == id && !pointer_is_touch();
    const auto state = input.was_active ? FieldBox::State::active : hovered ? FieldBox::State::hovered : FieldBox::State::idle;
    box.draw_fill(state);

    const float inner = words.right - words.left;
    const bool cut = !options.multiline && !input.was_active && words_width(words.font, words.size, box_words(value, options)) > inner;
    // Drawn by us: cut, wrapped, or of letters that depend on each other.
    const bool on_page = input.was_active && is_on_page(ui, id);
    const bool shaped = !options.multiline && !options.dots && !is_all_plain(value) && !on_page;
    const bool hide_words = cut || shaped || on_page || (options.multiline && !input.was_active);
    const float top = options.multiline ? ui.px(6) : text_top(words.font, words.size, (box.min().y + box.max().y) / 2) - box.min().y;
    Typing typing{value, typing_room(id, value, options.max_bytes)};
    if (focus) {
        ImGui::SetKeyboardFocusHere();
    }
    const Place place{{words.left - box.padding(), box.min().y}, box.max(), box.padding(), top};
    ImGui::PushID(label.data(), label.data() + label.size());
    ImGui::PushFont(words.font, words.size);
    const bool changed = run_input(ui, place, options, hide_words, arrows, typing);
    ImGui::PopFont();
    ImGui::PopID();

    // The icon is part of the field.
    if (options.icon && !options.multiline && ImGui::IsMouseClicked(0) && ImGui::IsWindowHovered() &&
        ImGui::IsMouseHoveringRect(box.min(), {place.min.x, box.max().y})) {
        takes_focus_next(id);
    }
    input.active = GImGui->ActiveId == id;
    remember_left_out(id, typing, input.active && !input.was_active);
    const float scroll = input.active ? GImGui->InputTextState.Scroll.x : 0;
    auto* list = ImGui::GetWindowDrawList();
    if (on_page && input.active) {
        // The page's own field covers its place.
    } else if (shaped && input.was_active && input.active) {
        draw_edited_words(ui, words, box.min(), box.max());
    } else if ((shaped || (on_page && !options.multiline)) && !cut) {
        draw_words(list, words.font, words.size, words.left, (box.min().y + box.max().y) / 2, ui.color().text, value);
    } else if (cut) {
        draw_text_in(ui, list, options.style, {words.left, box.min().y}, {words.right, box.max().y}, ui.color().text,
                     box_words(value, options));
    } else if (hide_words) {
        draw_wrapped(ui, box, value, options);
    } else if (options.multiline) {
        draw_waves_while_typing(ui, box, words, value, options, top);
        if (input.active && !ui.theme.touch) {
            draw_line_hint(ui, box, words, value);
        }
    } else if (input.active && input.was_active) {
        draw_caret(ui, box, words, options);
    }
    if (!options.multiline) {
        draw_underlines(ui, box, words, value, options, scroll);
    }
    const float inset = options.multiline ? top : ui.px(2);
    const float inside = box.max().y - box.min().y - 2 * inset;
    if (!options.secret) {
        ask_page_field(ui, id, value, words, {words.left, box.min().y + inset}, {words.right, box.max().y - inset},
                       options.multiline ? line : inside, options.multiline);
    }
    box.draw_border(input.active ? FieldBox::State::active : state == FieldBox::State::active ? FieldBox::State::idle : state);
    ui.note(ItemRole::field, visible_label(label).empty() ? options.placeholder : label, options.secret ? std::string_view() : value);
    ui.note_kind(options.secret ? "password" : options.multiline ? "multiline" : "");
    ui.note_about(options.placeholder);
    draw_field_marks(ui, box.min(), box.max(), words, value, options);
    if (cut && !input.active && !options.secret) {
        tooltip(ui, value);
    }
    input.event = event_of(id, input.was_active, typing.edited, changed);
    input.item = GImGui->LastItemData;
    return input;
}

FieldEvent text_field(const Ui& ui, std::string_view label, std::string& value, const FieldOptions& options) {
    return text_input(ui, label, value, options).event;
}

std::optional<std::string> text_edit(const Ui& ui, std::string_view label, std::string_view current, const FieldOptions& options) {
    std::string value(current);
    // Handed on with every change, not when the field is left: a field that vanishes while it is edited would lose its text
    // (ocornut/imgui #4714, #8149).
    const auto event = text_field(ui, label, value, options);
    return event != FieldEvent::none && value != current ? std::optional(std::move(value)) : std::nullopt;
}

}
