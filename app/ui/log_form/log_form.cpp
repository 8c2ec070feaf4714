#include "app/ui/log_form/log_form.hpp"
#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/viewmodel/log_edits.hpp"
#include "core/base/random.hpp"
#include "core/model/deal.hpp"

#include "app/ui/log_form/log_entry.hpp"
#include "app/ui/log_form/log_form_parts.hpp"
#include "app/ui/log_form/log_line.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field_box.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h> // which window is on top

#include <algorithm>

namespace middleground {

namespace {

constexpr float two_columns = 1100;
constexpr float one_column = 640;

// What was typed in a list of names and not taken would be lost without a word.
std::optional<Error> half_typed(const LogDraft& draft) {
    const auto error = [](std::string_view query, std::string_view field) {
        return Error{"“" + std::string(trimmed(query)) + "” has not been added yet", std::string(field),
                     "Press Enter in the field, or clear it."};
    };
    if (!trimmed(draft.people_query).empty()) return error(draft.people_query, "With");
    if (!trimmed(draft.asks_query).empty()) return error(draft.asks_query, "Asked for");
    return {};
}

// True when it is saved; otherwise the draft says what is wrong.
bool save_form(const Context& context, LogDraft& draft) {
    if (const auto error = half_typed(draft)) {
        draft.error = error->message();
        return false;
    }
    auto edits = edits_of(draft, *context.deal, context.today, context.random);
    // Tried here first, so that a refusal leaves the form open with what was typed.
    auto deal = *context.deal;
    for (std::size_t i = 0; edits && i < edits->edits.size(); ++i) {
        auto next = apply(std::move(deal), edits->edits[i], context.today);
        if (!next) {
            edits = std::unexpected(next.error());
        } else {
            deal = std::move(*next);
        }
    }
    if (!edits) {
        draft.error = edits.error().message();
        return false;
    }
    context.act(action::Apply{std::move(edits->edits), {}, std::move(edits->what), true, {}});
    context.act(action::DropLogDraft{});
    if (is_home_page(context.screen)) return true; // the list over all deals stays, where it was logged from
    context.act(action::GoTo{Screen::log});
    show_entry(context, edits->interaction);
    return true;
}

// Rows of the form that say nothing make way for what the line adds.
void drop_empty_rows(LogDraft& draft) {
    std::erase_if(draft.raised, [](const LogDraft::Raised& one) { return trimmed(one.text).empty(); });
    std::erase_if(draft.given, [](const LogDraft::Given& one) { return trimmed(one.what).empty(); });
    std::erase_if(draft.promises, [](const LogDraft::Promise& one) { return trimmed(one.what).empty() && trimmed(one.due).empty(); });
}

// What Enter, or the button beside it, asks of the line. Refused: something that was typed there is open.
enum class LineWish : std::uint8_t { none, keep, refused };

// The entry in one line, for a new one.
LineWish draw_line(const LogForm& form) {
    const auto& ui = form.context.ui;
    auto& draft = form.draft;
    const auto line = draft.line;
    const bool keep = draw_log_line(form.context, draft);
    if (draft.line != line) drop_empty_rows(draft);
    gap(ui, 12);
    separator(ui);
    gap(ui, 12);
    text(ui, TextStyle::strong, "The same as a form");
    ui.note_level(2);
    gap(ui, 8);
    if (!keep) return LineWish::none;
    for (const auto& chip : chips_of(draft, *form.context.deal, form.context.today)) {
        if (!chip.open) continue;
        draft.error = "\u201c" + chip.value + "\u201d is still a question. Choose an answer below the line, or turn it into plain words.";
        return LineWish::refused;
    }
    return LineWish::keep;
}

void draw_fields(const LogForm& form, bool two) {
    const auto& ui = form.context.ui;
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float between = ui.px(32);
    const float left_width = two ? std::floor((width - between) / 2) : width;
    auto* window = ImGui::GetCurrentWindow();
    const float right = window->WorkRect.Max.x;
    const auto narrow_to = [&](float edge) { window->ContentRegionRect.Max.x = window->WorkRect.Max.x = edge; };
    narrow_to(start.x + left_width);
    draw_log_basics(form);
    draw_log_asks(form);
    draw_log_concerns(form);
    narrow_to(right);
    const float below = ImGui::GetCursorScreenPos().y;
    if (two) ImGui::SetCursorScreenPos({start.x + left_width + between, start.y});
    ImGui::BeginGroup();
    draw_log_given(form);
    draw_log_promises(form);
    draw_log_next(form);
    gap(ui, 4);
    draw_log_effects(form);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({start.x, std::max(below, ImGui::GetCursorScreenPos().y)});
    ImGui::Dummy({width, 0});
}

enum class Wish : std::uint8_t { none, save, close, discard };

Wish draw_buttons(const LogForm& form) {
    const auto& ui = form.context.ui;
    auto wish = Wish::none;
    // One filled button: a new entry has it beside its line.
    if (button(ui, form.draft.editing ? ButtonKind::filled : ButtonKind::outlined, form.draft.editing ? "Keep changes" : "Save",
               {.icon = icon::check, .key_hint = ui.theme.touch ? "" : "Ctrl Enter"})) {
        wish = Wish::save;
    }
    same_line(ui);
    if (says_anything(form.draft, *form.context.deal)) {
        if (button(ui, ButtonKind::quiet, "Discard draft", {.icon = icon::trash_2})) wish = Wish::discard;
    } else if (button(ui, ButtonKind::quiet, "Cancel")) {
        wish = Wish::discard;
    }
    return wish;
}

// What Esc, a press beside the dialog and Ctrl+Enter ask for, before the fields hear of them: a field would take back what was typed, and a
// list would add a name.
Wish wish_of_keys(const ImGuiWindow* dialog) {
    const auto& imgui = *GImGui;
    if (ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_Enter) || ImGui::IsKeyChordPressed(ImGuiMod_Ctrl | ImGuiKey_KeypadEnter)) {
        return Wish::save;
    }
    auto* storage = ImGui::GetStateStorage();
    const auto key = ImGui::GetID("covered last time");
    const bool was_covered = storage->GetBool(key);
    const bool covered = !imgui.OpenPopupStack.empty() && imgui.OpenPopupStack.back().Window != dialog;
    storage->SetBool(key, covered);
    if (covered || was_covered) return Wish::none;
    if (ImGui::IsKeyPressed(ImGuiKey_Escape, false)) return Wish::close;
    const bool beside = !ImGui::IsMouseHoveringRect(dialog->Pos, {dialog->Pos.x + dialog->Size.x, dialog->Pos.y + dialog->Size.y}, false);
    return !ImGui::IsWindowAppearing() && ImGui::IsMouseClicked(ImGuiMouseButton_Left) && beside ? Wish::close : Wish::none;
}

}

void draw_log_form(const Context& context) {
    auto& draft = context.view.log;
    if (!draft.open || context.read_only) return;
    const auto& ui = context.ui;
    const bool two = !context.narrow && !context.phone;
    bool open = true;
    auto wish = Wish::none;
    if (Dialog dialog(ui, draft.editing ? "Change the interaction" : "Log an interaction", open, two ? two_columns : one_column); dialog) {
        wish = wish_of_keys(ImGui::GetCurrentWindow());
        leave_out_what_is_gone(draft, *context.deal, context.document.log_words, context.today);
        if (!draft.left_out.empty()) {
            band(ui, Band::notice, "Changed meanwhile", draft.left_out);
            gap(ui, 12);
        }
        const auto typed = draft;
        const LogForm form{context, draft, context.phone};
        const auto field = field_id(log_line_label);
        const bool in_line = GImGui->ActiveId == field;
        const auto line = draft.editing ? LineWish::none : draw_line(form);
        bool refused = line == LineWish::refused;
        draw_fields(form, two);
        if (wish != Wish::none) draft = typed;
        if (!says_the_same(draft, typed) && !refused) draft.error.clear();
        if (line == LineWish::keep && wish == Wish::none) wish = Wish::save;
        draft.just_opened = false;
        gap(ui, 12);
        if (!draft.error.empty()) {
            band(ui, Band::error, draft.editing ? "Not changed" : "Not logged", draft.error);
            gap(ui, 12);
        }
        if (const auto pressed = draw_buttons(form); wish == Wish::none) wish = pressed;
        if (!open) wish = Wish::close;
        if (wish == Wish::save && !save_form(context, draft)) {
            wish = Wish::none;
            refused = true;
        }
        if (refused && in_line) takes_focus_next(field); // Enter has ended it, and what was typed there is to be mended
        if (wish != Wish::none) ImGui::CloseCurrentPopup();
    }
    if (wish == Wish::none) return;
    draft.open = false;
    draft.left_out.clear(); // it was told
    if (wish == Wish::close) context.act(action::KeepLogDraft{});
    if (wish == Wish::discard) context.act(action::DropLogDraft{});
}

bool draft_waits(const Context& context) {
    return context.deal && !context.read_only && !context.view.log.open && says_anything(context.view.log, *context.deal);
}

void begin_log(const Context& context, LogDraft draft) {
    if (!context.deal || context.read_only) return;
    auto& log = context.view.log;
    if (!draft_waits(context)) {
        log = std::move(draft);
        auto start = log;
        log.start = std::make_shared<const LogDraft>(std::move(start));
    }
    log.open = log.just_opened = true;
    log.error.clear();
}

void open_log_form(const Context& context) {
    begin_log(context, {});
}

}
