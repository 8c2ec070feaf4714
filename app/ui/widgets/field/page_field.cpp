#include "app/ui/widgets/field/page_field.hpp"

#include "app/ui/letters/line.hpp"
#include "app/ui/letters/system_glyphs.hpp"
#include "app/ui/widgets/draw.hpp"
#include "core/base/letters/scripts.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

ImGuiID shown_key(ImGuiID id) {
    return ImHashStr("page field", 0, id);
}

}

bool is_on_page(const Ui& ui, ImGuiID id) {
    return ui.page_field && ImGui::GetStateStorage()->GetBool(shown_key(id));
}

void ask_page_field(const Ui& ui, ImGuiID id, std::string_view value, const FieldWords& words, ImVec2 min, ImVec2 max, float line_height,
                    bool lines) {
    if (!ui.page_field) return;
    auto* storage = ImGui::GetStateStorage();
    const auto key = shown_key(id);
    const bool before = storage->GetBool(key);
    // It stays when the last such letter goes: another one may follow.
    const bool now = GImGui->ActiveId == id && (before || !is_all_plain(value));
    if (now != before) storage->SetBool(key, now);
    if (!now) return;
    const auto* list = ImGui::GetWindowDrawList();
    const auto* letters = letters_of(words.font);
    *ui.page_field = PageField{min,
                               max,
                               list->GetClipRectMin(),
                               list->GetClipRectMax(),
                               words.size,
                               line_height,
                               letters ? letters->weight : 400,
                               lines,
                               lines && ui.theme.touch,
                               ui.color().text,
                               ui.color().surface};
}

void draw_edited_words(const Ui& ui, const FieldWords& words, ImVec2 min, ImVec2 max) {
    const auto& state = GImGui->InputTextState;
    const std::string_view text(state.TextA.Data, static_cast<std::size_t>(state.TextLen));
    const auto place = [&](int at) {
        return caret_place(words.font, words.size, text, static_cast<std::size_t>(std::clamp(at, 0, state.TextLen)));
    };
    // The caret is always in view.
    const float room = words.right - words.left;
    const float left = words.left - std::max(0.0f, place(state.GetCursorPos()) - room + ui.px(2));
    auto* list = ImGui::GetWindowDrawList();
    list->PushClipRect({words.left, min.y}, {words.right, max.y}, true);
    const float center = (min.y + max.y) / 2;
    if (state.HasSelection()) {
        const auto [from, to] = std::minmax({place(state.GetSelectionStart()), place(state.GetSelectionEnd())});
        list->AddRectFilled({left + from, center - words.size * 0.66f}, {left + to, center + words.size * 0.66f},
                            ImGui::GetColorU32(ImGuiCol_TextSelectedBg));
    }
    draw_words(list, words.font, words.size, left, center, ui.color().text, text);
    list->PopClipRect();
    const float caret = std::clamp(snapped(left + place(state.GetCursorPos())), min.x + 1, max.x - 2);
    const float half = std::round(words.size * 0.66f);
    list->AddRectFilled({caret, std::floor(center) - half}, {caret + line_width(ui), std::floor(center) + half}, ui.color().text);
}

}
