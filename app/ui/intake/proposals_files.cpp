#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/intake/intake_session.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/intake/proposals_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/intake/intake_data.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <string>

namespace middleground {

namespace {

constexpr int few_files = 6;               // listed at first, so that what one of them says is not far below
constexpr int most_files = 200;            // listed
constexpr int most_notes = 30;             // likewise
constexpr std::size_t longest_text = 4000; // bytes of a mail or a call that are shown

const char* icon_of(const records::FileRecords& file) {
    if (!file.mails.empty()) return icon::mail;
    if (!file.meetings.empty()) return icon::calendar;
    if (!file.contacts.empty()) return icon::users;
    if (!file.transcripts.empty()) return icon::phone;
    return file.plans.empty() ? icon::file_text : icon::workflow;
}

void draw_file(const Context& context, const IntakeSession& session, int index, float width) {
    const auto& ui = context.ui;
    const auto& file = session.files()[static_cast<std::size_t>(index)];
    const auto start = ImGui::GetCursorScreenPos();
    const auto number = std::to_string(index);
    const bool has_sheets = !file.sheets.empty();
    const float remove = ui.px(32);
    const float small = ui.theme.control_small_height();
    const ButtonOptions options{.icon = icon_of(file), .tooltip = file.name, .small = true, .width = width - remove, .selected = index == context.view.imports.file};
    if (button(ui, ButtonKind::quiet, file.name + "##file" + number, options)) context.view.imports.file = index;
    ImGui::SetCursorScreenPos({start.x + width - remove + ui.px(4), start.y});
    if (icon_button(ui, icon::x, "Leave out " + file.name + "##" + number, {.small = true})) context.act(action::RemoveRecords{index});
    ImGui::SetCursorScreenPos({start.x + ui.px(36), start.y + small});
    const auto words = records_words(file, context.today);
    text_fitted(ui, TextStyle::caption, ui.color().text_muted, words, width - ui.px(36));
    if (has_sheets) {
        ImGui::SetCursorScreenPos({start.x + ui.px(24), ImGui::GetCursorScreenPos().y});
        if (button(ui, ButtonKind::link, "Take it as a table of deals##" + number, {.icon = icon::table_2, .small = true})) context.act(action::UseAsTable{index});
    }
    ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
    gap(ui, 4);
}

// Which mails are ours follows from it. Where nobody has said it, it is one press, as long as the files name it.
void draw_own_addresses(const Context& context, const IntakeSession& session, float width) {
    const auto& ui = context.ui;
    if (context.document.settings.own_addresses.empty() && !context.view.imports.addresses) {
        const auto* entry = find_entry(context.document, session.deal());
        const auto candidates = own_address_candidates(session, entry ? &entry->deal : nullptr);
        if (!candidates.empty()) {
            text_wrapped_muted(ui, TextStyle::caption, "Which of these addresses is yours? It is asked once. Until then nothing of theirs is chosen.", width);
            gap(ui, 4);
        }
        for (const auto& address : candidates) {
            const ButtonOptions options{.icon = icon::user, .tooltip = "This address is mine", .small = true, .width = width};
            if (button(ui, ButtonKind::outlined, address + "##own", options)) context.act(action::SetOwnAddresses{address});
            gap(ui, 4);
        }
        if (!candidates.empty()) gap(ui, 4);
    }
    auto& draft = context.view.imports.addresses;
    auto value = draft.value_or(joined(context.document.settings.own_addresses));
    const FieldOptions options{.placeholder = "you@company.com", .width = width, .show_label = true};
    switch (text_field(ui, "Your own mail addresses", value, options)) {
    case FieldEvent::changed:
        draft = value;
        break;
    case FieldEvent::kept:
        context.act(action::SetOwnAddresses{value});
        draft.reset();
        break;
    case FieldEvent::cancelled:
        draft.reset();
        break;
    case FieldEvent::none:
        break;
    }
}

}

void draw_intake_files(const Context& context, const IntakeSession& session, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "files", {.width = width});
    const auto count = static_cast<int>(session.files().size());
    text(ui, TextStyle::heading, counted(count, "file", "files"));
    gap(ui, 8);
    auto& all = context.view.imports.all_files;
    const int listed = std::min(count, all ? most_files : few_files);
    for (int i = 0; i < listed; ++i) {
        draw_file(context, session, i, card.inner_width());
    }
    if (!all && count > few_files) {
        if (button(ui, ButtonKind::link, "Show all " + std::to_string(count) + " files", {.icon = icon::chevron_down, .small = true})) all = true;
    } else if (count > most_files) {
        text_muted(ui, TextStyle::caption, "And " + std::to_string(count - most_files) + " more.");
    }
    const bool has_mail = std::ranges::any_of(session.files(), [](const records::FileRecords& file) { return !file.mails.empty() || !file.meetings.empty(); });
    if (!has_mail) return;
    gap(ui, 8);
    separator(ui);
    gap(ui, 12);
    draw_own_addresses(context, session, card.inner_width());
}

void draw_intake_text(const Context& context, const IntakeSession& session, float width) {
    const auto& ui = context.ui;
    const auto index = std::clamp(context.view.imports.file, 0, static_cast<int>(session.files().size()) - 1);
    const auto& file = session.files()[static_cast<std::size_t>(index)];
    const auto words = text_in(file, context.today, longest_text);
    if (words.empty()) return;
    {
        const Card card(ui, "text", {.width = width});
        text_fitted(ui, TextStyle::heading, ui.color().text, file.name, card.inner_width());
        gap(ui, 8);
        const auto at = ImGui::GetCursorScreenPos();
        text_wrapped(ui, TextStyle::body, words, card.inner_width());
        auto* list = ImGui::GetWindowDrawList();
        for (const auto& found : words_found(words, *session.proposals(), file.name)) {
            draw_wave_wrapped(ui, list, TextStyle::body, at, ui.color().accent, words, card.inner_width(), found.begin, found.end);
        }
        gap(ui, 8);
        icon_text_wrapped(ui, TextStyle::caption, icon::lock, ui.color().text_muted, "What was proposed stands in the lines above. Quotes and signatures are left out, and the file itself is not kept.",
                          card.inner_width());
    }
    ImGui::Dummy({0, ui.px(context.phone ? 12.0f : 16.0f)});
}

void draw_intake_notes(const Context& context, const IntakeSession& session, float width) {
    const auto notes = intake_notes(session);
    if (notes.empty()) return;
    const auto& ui = context.ui;
    const Card card(ui, "notes", {.width = width});
    text(ui, TextStyle::heading, "To know");
    gap(ui, 8);
    const auto shown = std::min(notes.size(), static_cast<std::size_t>(most_notes));
    for (std::size_t i = 0; i < shown; ++i) {
        icon_text_wrapped(ui, TextStyle::body, icon::info, i < session.refused().size() ? ui.color().warn : ui.color().text_muted, notes[i], card.inner_width());
        gap(ui, 6);
    }
    if (notes.size() > shown) text_muted(ui, TextStyle::caption, "And " + std::to_string(notes.size() - shown) + " more.");
}

}
