#include "app/ui/widgets/field/typing.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cstdlib>

namespace middleground {

namespace {

constexpr int longest_letter = 4; // bytes

enum class LeftOut : int { nothing, letter, rest };

// ImGui asks the system for what is pasted by a plain function.
struct Pasting {
    std::string (*change)(std::string_view text) = nullptr;
    const char* (*get)(ImGuiContext*) = nullptr;
    std::string text;
};
Pasting pasting;

const char* changed_paste(ImGuiContext* context) {
    const char* text = pasting.get ? pasting.get(context) : nullptr;
    if (!text) return nullptr;
    pasting.text = pasting.change(text);
    return pasting.text.c_str();
}

}

int on_typing(ImGuiInputTextCallbackData* data) {
    auto& typing = *static_cast<Typing*>(data->UserData);
    switch (data->EventFlag) {
    case ImGuiInputTextFlags_CallbackResize:
        typing.value.resize(static_cast<std::size_t>(data->BufTextLen));
        data->Buf = typing.value.data();
        return 0;
    case ImGuiInputTextFlags_CallbackEdit:
        typing.edited = true;
        return 0;
    case ImGuiInputTextFlags_CallbackHistory:
        typing.steps += data->EventKey == ImGuiKey_UpArrow ? -1 : 1;
        return 0;
    case ImGuiInputTextFlags_CallbackCharFilter:
        break;
    default:
        return 0;
    }
    const int bytes = data->EventChar < 0x80 ? 1 : data->EventChar < 0x800 ? 2 : data->EventChar < 0x10000 ? 3 : longest_letter;
    // Nothing is taken behind a letter that was not: a shorter one would stand where it did not belong.
    if (typing.left_out > 0 || typing.room < bytes) {
        ++typing.left_out;
        return 1;
    }
    typing.room -= bytes;
    return 0;
}

PastedText::PastedText(std::string (*change)(std::string_view text)) : changes_(change != nullptr) {
    if (!changes_) return;
    auto& get = ImGui::GetPlatformIO().Platform_GetClipboardTextFn;
    pasting = {change, get, {}};
    get = changed_paste;
}

PastedText::~PastedText() {
    if (changes_) ImGui::GetPlatformIO().Platform_GetClipboardTextFn = pasting.get;
}

int typing_room(ImGuiID id, const std::string& value, int max_bytes) {
    auto* state = ImGui::GetInputTextState(id);
    if (!state) {
        return max_bytes - static_cast<int>(value.size());
    }
    const int selected = state->HasSelection() ? std::abs(state->GetSelectionEnd() - state->GetSelectionStart()) : 0;
    return max_bytes - state->TextLen + selected;
}

std::string left_out_words(ImGuiID id, std::string_view value, int max_bytes) {
    const bool full = static_cast<int>(value.size()) + longest_letter > max_bytes;
    const auto what = static_cast<LeftOut>(ImGui::GetStateStorage()->GetInt(ImHashStr("left out", 0, id)));
    if (!full || what == LeftOut::nothing) {
        return {};
    }
    auto words = std::to_string(max_bytes) + " characters at most";
    if (std::ranges::any_of(value, [](char c) { return (c & 0x80) != 0; })) {
        words += ", letters such as \u00e4 count twice";
    }
    return words + (what == LeftOut::rest ? ". The rest was left out." : ".");
}

void remember_left_out(ImGuiID id, const Typing& typing, bool began) {
    if (typing.left_out > 0 || typing.edited || began) {
        const auto what = typing.left_out > 1 ? LeftOut::rest : typing.left_out == 1 ? LeftOut::letter : LeftOut::nothing;
        ImGui::GetStateStorage()->SetInt(ImHashStr("left out", 0, id), static_cast<int>(what));
    }
}

}
