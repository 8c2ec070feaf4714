#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/doubles/doubles.hpp"
#include "app/ui/doubles/doubles_fields.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/doubles/doubles_data.hpp"
#include "core/merge/doubles/merge_people.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr float dialog_width = 720;

bool is_about_people(const DoublesDraft& draft) {
    return draft.about == DoublesDraft::About::people;
}

// Who or what else: the first question of a merge by hand.
void draw_other(const Context& context, const DoublesDialog& dialog, DoublesDraft& draft, float width) {
    const auto& ui = context.ui;
    text_wrapped(ui, TextStyle::body,
                 is_about_people(draft) ? dialog.kept_name + " stays. Who is the same person?" : dialog.kept_name + " stays. Which deal is the same?", width);
    gap(ui, 12);
    if (dialog.others.empty()) {
        text_wrapped_muted(ui, TextStyle::body, "There is nothing else to merge it with.", width);
        return;
    }
    std::vector<Choice> choices;
    for (const auto& name : dialog.others) choices.push_back({name});
    const auto label = is_about_people(draft) ? "Who is the same person" : "Which deal is the same";
    if (draft.just_opened) ImGui::SetKeyboardFocusHere();
    if (const auto chosen = select(ui, label, choices, -1, {.width = width, .placeholder = "Choose"})) {
        draft.gone = dialog.other_ids[static_cast<std::size_t>(*chosen)];
        draft.choices.clear();
        draft.pairs.reset();
    }
}

void merge(const Context& context, const DoublesDialog& dialog, DoublesDraft& draft) {
    if (is_about_people(draft)) {
        const auto* entry = find_entry(context.document, draft.deal);
        auto edit = merging_people(entry->deal, {draft.kept}, {draft.gone}, draft.choices, context.today);
        if (!edit) {
            draft.error = edit.error().message();
            return;
        }
        context.view.person = edit->kept.id;
        action::Apply apply{{Edit(std::move(*edit))}, {}, {}, true, {}};
        if (draft.deal != context.deal->id) apply.deal = draft.deal;
        context.act(std::move(apply));
    } else {
        context.act(action::MergeDeals{{draft.kept}, {draft.gone}, dialog.pairs, draft.choices});
    }
    draft.about = DoublesDraft::About::nothing;
}

void say_apart(const Context& context, DoublesDraft& draft) {
    NotDoubles pair{is_about_people(draft) ? draft.deal : DealId{}, draft.kept, draft.gone};
    context.act(action::SetSettings{with_not_doubles(context.document.settings, std::move(pair))});
    draft.about = DoublesDraft::About::nothing;
}

void draw_buttons(const Context& context, const DoublesDialog& dialog, DoublesDraft& draft, float width) {
    const auto& ui = context.ui;
    const bool chosen = !dialog.gone_name.empty();
    const ButtonOptions options{.icon = icon::check, .key_hint = context.phone ? "" : "Ctrl Enter", .disabled = !chosen || !dialog.error.empty()};
    const bool enter = ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter) && !options.disabled;
    const auto left = ImGui::GetCursorScreenPos();
    const float go = button_width(ui, "Merge", options);
    const float apart = button_width(ui, "Not the same");
    const float cancel = button_width(ui, "Cancel");
    const float buttons = go + ui.px(8) + cancel + (chosen ? apart + ui.px(8) : 0);
    if (!context.phone && width - buttons > ui.px(120)) {
        draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, left, {left.x + width - buttons - ui.px(16), left.y + ui.theme.control_height()},
                     ui.color().text_muted, "Undo makes them two again.");
    }
    float x = left.x + std::max(0.0f, width - buttons);
    ImGui::SetCursorScreenPos({x, left.y});
    if (chosen) {
        if (button(ui, ButtonKind::outlined, "Not the same", {.tooltip = "They stay two, and are not proposed again"})) say_apart(context, draft);
        x += apart + ui.px(8);
        ImGui::SetCursorScreenPos({x, left.y});
    }
    if (button(ui, ButtonKind::quiet, "Cancel")) draft.about = DoublesDraft::About::nothing;
    ImGui::SetCursorScreenPos({x + cancel + ui.px(8), left.y});
    if (button(ui, ButtonKind::filled, "Merge", options) || enter) merge(context, dialog, draft);
}

// What is compared scrolls between the title and the buttons, which stay in sight.
void draw_body(const Context& context, const DoublesDialog& dialog, DoublesDraft& draft, float width) {
    const auto& ui = context.ui;
    const auto screen = ImGui::GetIO().DisplaySize;
    const float around = ui.theme.control_height() + ui.px(context.phone ? 140.0f : 180.0f);
    const float most = std::max(ui.px(160), screen.y - around);
    auto* storage = ImGui::GetStateStorage();
    const auto key = ImGui::GetID("height of what is compared");
    const float known = storage->GetFloat(key, most);
    ImGui::BeginChild("compared", {width, std::min(most, known)}, ImGuiChildFlags_NavFlattened);
    const float top = ImGui::GetCursorPosY();
    const float inner = width - ui.px(12);
    draw_compared(context, dialog, draft, inner);
    storage->SetFloat(key, std::ceil(ImGui::GetCursorPosY() - top));
    ImGui::EndChild();
}

[[gnu::noinline]] void draw_open_dialog(const Context& context) {
    auto& draft = context.view.doubles;
    const auto dialog = doubles_dialog(context.document, draft, context.today);
    const bool of_other_deal = is_about_people(draft) && (!context.deal || context.deal->id != draft.deal);
    const auto& ui = context.ui;
    bool open = !dialog.title.empty() && !of_other_deal;
    const auto title = is_about_people(draft) ? (draft.proposed ? "Are these one person?##doubles" : "Merge two people##doubles")
                                              : (draft.proposed ? "Are these one deal?##doubles" : "Merge two deals##doubles");
    if (Dialog box(ui, title, open, dialog_width); box) {
        const float width = ImGui::GetContentRegionAvail().x;
        if (dialog.gone_name.empty()) {
            draw_other(context, dialog, draft, width);
        } else {
            draw_body(context, dialog, draft, width);
        }
        gap(ui, 16);
        const auto& error = draft.error.empty() ? dialog.error : draft.error;
        if (!error.empty()) {
            band(ui, Band::error, "They cannot be merged.", error);
            gap(ui, 12);
        }
        draw_buttons(context, dialog, draft, width);
        draft.just_opened = false;
    }
    if (!open || draft.about == DoublesDraft::About::nothing) {
        bool closed = false;
        Dialog gone(ui, title, closed, dialog_width); // gives the page its focus back
        draft = {};
    }
}

}

void draw_doubles_dialog(const Context& context) {
    // The first picture of a first visit goes no further.
    if (context.view.doubles.about != DoublesDraft::About::nothing) draw_open_dialog(context);
}

}
