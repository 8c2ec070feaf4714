#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/intake/intake_session.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/intake/imports_parts.hpp"
#include "app/ui/intake/proposals_parts.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/surroundings.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/imports_data.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

void draw_progress(const Ui& ui, double share, float width) {
    const auto start = ImGui::GetCursorScreenPos();
    const float height = ui.px(6);
    auto* list = ImGui::GetWindowDrawList();
    list->AddRectFilled(start, {start.x + width, start.y + height}, ui.color().fill, height / 2);
    list->AddRectFilled(start, {start.x + width * static_cast<float>(std::clamp(share, 0.0, 1.0)), start.y + height}, ui.color().accent, height / 2);
    ImGui::Dummy({width, height});
}

// Something to take, and room for it.
bool can_take(const ImportChanges* changes, bool too_large) {
    return changes && !too_large && !(changes->added.empty() && changes->updated.empty());
}

void draw_buttons(const Context& context, const ImportChanges* changes, bool too_large) {
    const auto& ui = context.ui;
    if (button(ui, ButtonKind::quiet, "Cancel")) context.act(action::CancelImport{});
    same_line(ui, 8);
    if (button(ui, ButtonKind::outlined, "Add a file", {.icon = icon::file_up, .tooltip = "People, roles or accounts that belong to them"})) {
        context.act(action::ChooseFile{});
    }
    if (!can_take(changes, too_large)) return;
    if (context.phone) {
        gap(ui, 8);
    } else {
        same_line(ui, 12);
    }
    if (button(ui, ButtonKind::filled, import_button(*changes), {.icon = icon::check, .width = context.phone ? -1.0f : 0.0f})) {
        context.act(action::TakeImport{});
    }
}

void draw_head(const Context& context, const ImportSession& session, bool too_large, float width) {
    const auto& ui = context.ui;
    const auto* changes = session.changes();
    const auto question = session.question();
    const bool works = !changes && !question;
    const std::string subtitle = question ? question->text : "Nothing is imported until you press the button, and one undo takes it all back.";
    const auto start = ImGui::GetCursorScreenPos();
    float buttons = 0;
    if (!context.phone) {
        buttons = button_width(ui, "Cancel") + ui.px(8) + button_width(ui, "Add a file", {.icon = icon::file_up});
        if (can_take(changes, too_large)) buttons += ui.px(12) + button_width(ui, import_button(*changes), {.icon = icon::check});
    }
    const float words = width - (buttons > 0 ? buttons + ui.px(24) : 0);
    ImGui::BeginGroup();
    text_wrapped(ui, TextStyle::title, import_title(session), words);
    text_wrapped_muted(ui, TextStyle::body, subtitle, words);
    ImGui::EndGroup();
    const auto after = ImGui::GetCursorScreenPos();
    if (context.phone) {
        gap(ui, 12);
        draw_buttons(context, changes, too_large);
    } else {
        ImGui::SetCursorScreenPos({start.x + width - buttons, start.y});
        draw_buttons(context, changes, too_large);
        ImGui::SetCursorScreenPos(after);
    }
    if (works) {
        gap(ui, 8);
        draw_progress(ui, session.share_done(), width);
    }
}

void draw_options(const Context& context, const ImportSession& session) {
    const auto& ui = context.ui;
    auto options = session.options();
    const auto* changes = session.changes();
    const auto flip = [&](std::string_view label, bool& option) {
        if (switch_control(ui, label, option)) {
            option = !option;
            context.act(action::SetImportOptions{options});
        }
        gap(ui, 6);
    };
    // Only what would make a difference, or does.
    if (!options.open_only || (changes && changes->has_closed)) flip("Only open deals", options.open_only);
    if (options.people_by_account || (changes && changes->people_without_deal > 0)) {
        flip("People without a deal join the open deals of their account", options.people_by_account);
    }
    const bool yours_stays =
        changes && std::ranges::find(changes->problems, ProblemKind::yours_stays, &ImportProblem::kind) != changes->problems.end();
    if (options.overwrite || yours_stays) flip("Replace what you changed by hand", options.overwrite);
    bool says_amounts = false;
    for (const auto& table : session.tables()) {
        const auto has = [&](ImportField field) { return std::ranges::find(table.mapping.fields, field) != table.mapping.fields.end(); };
        says_amounts = says_amounts || (has(ImportField::amount) && !has(ImportField::currency));
    }
    if (!says_amounts) return;
    constexpr std::array<std::string_view, 12> currencies{"EUR", "USD", "GBP", "CHF", "SEK", "NOK", "DKK", "PLN", "CZK", "CAD", "AUD", "JPY"};
    std::vector<Choice> choices;
    int chosen = -1;
    for (const auto currency : currencies) {
        if (currency == options.currency) chosen = static_cast<int>(choices.size());
        choices.push_back({currency});
    }
    if (chosen < 0) {
        chosen = static_cast<int>(choices.size());
        choices.push_back({options.currency});
    }
    if (const auto picked = select(ui, "Amounts without a currency are in", choices, chosen, {.width = ui.px(200), .show_label = true})) {
        options.currency = std::string(choices[static_cast<std::size_t>(*picked)].label);
        context.act(action::SetImportOptions{options});
    }
}

void draw_result(const Context& context, const ImportSession& session, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "result", {.width = width});
    text(ui, TextStyle::heading, "What will happen");
    gap(ui, 8);
    if (const auto* changes = session.changes()) {
        for (const auto& fact : import_facts(session)) {
            text_wrapped(ui, TextStyle::body, fact + '.', card.inner_width());
        }
        if (!changes->added.empty()) {
            gap(ui, 4);
            text_wrapped_muted(ui, TextStyle::caption, "New deals come without a plan. Open one and choose a playbook to plan it.");
        }
    } else {
        text_wrapped_muted(ui, TextStyle::body, session.question() ? "It appears here once that is answered." : "Working it out.");
    }
    gap(ui, 12);
    draw_options(context, session);
}

}

void draw_import_files(const Context& context, const ImportSession& session, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "files", {.width = width});
    text(ui, TextStyle::heading, counted(static_cast<int>(session.tables().size()), "file", "files"));
    gap(ui, 4);
    int index = 0;
    for (const auto& table : session.tables()) {
        separator(ui);
        gap(ui, 6);
        const auto start = ImGui::GetCursorScreenPos();
        const float room = card.inner_width() - ui.px(48);
        const bool is_shown = index == std::clamp(context.view.imports.table, 0, static_cast<int>(session.tables().size()) - 1);
        const ButtonOptions options{.icon = icon::table_2, .tooltip = table.name, .small = true, .width = room, .selected = is_shown};
        if (button(ui, ButtonKind::quiet, table.name + "##table" + std::to_string(index), options)) context.view.imports.table = index;
        ImGui::SetCursorScreenPos({start.x + card.inner_width() - ui.px(32), start.y});
        if (icon_button(ui, icon::x, "Leave out " + table.name + "##" + std::to_string(index), {.small = true})) {
            context.act(action::RemoveTable{index});
        }
        ImGui::SetCursorScreenPos({start.x, start.y + ui.theme.control_small_height() + ui.px(2)});
        if (table.error) {
            text_wrapped(ui, TextStyle::body, table_words(table), card.inner_width());
        } else {
            text_wrapped_muted(ui, TextStyle::caption, table_words(table), card.inner_width());
        }
        if (is_shown) {
            gap(ui, 8);
            draw_import_choices(context, table, index, card.inner_width());
        }
        gap(ui, 6);
        ++index;
    }
}

[[gnu::noinline]] static void draw_tables_page(const Context& context, const Page& page, bool records) {
    const auto& ui = context.ui;
    const auto& session = *context.document.import;
    if (records) draw_what_came(context);
    const auto too_large = import_too_large(session.units(), context.around.usage);
    draw_head(context, session, !too_large.empty(), page.width());
    gap(ui, 16);
    if (!too_large.empty()) {
        band(ui, Band::error, "Not enough room.", too_large);
        gap(ui, 16);
    }
    const bool two_columns = page.width() >= ui.px(860);
    const auto space = ui.px(context.phone ? 12.0f : 16.0f);
    const auto left = two_columns ? (page.width() - space) * 0.6f : page.width();
    const auto right = two_columns ? page.width() - left - space : page.width();
    const auto start = ImGui::GetCursorScreenPos();
    const auto draw_outcome = [&] {
        if (has_import_questions(session)) {
            draw_import_questions(context, session, right);
            ImGui::Dummy({0, space});
        }
        draw_result(context, session, right);
        if (const auto* changes = session.changes(); changes && !changes->problems.empty()) {
            ImGui::Dummy({0, space});
            draw_import_problems(context, *changes, right);
        }
    };
    ImGui::BeginGroup();
    if (const float before = ImGui::GetCursorScreenPos().y; draw_import_asks(context, session, left), ImGui::GetCursorScreenPos().y > before) ImGui::Dummy({0, space});
    draw_import_files(context, session, left);
    ImGui::Dummy({0, space});
    if (!two_columns) {
        draw_outcome();
        ImGui::Dummy({0, space});
    }
    draw_import_columns(context, session, left);
    ImGui::EndGroup();
    const auto left_end = ImGui::GetCursorScreenPos().y;
    if (!two_columns) return;
    ImGui::SetCursorScreenPos({start.x + left + space, start.y});
    ImGui::BeginGroup();
    draw_outcome();
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({start.x, std::max(left_end, ImGui::GetCursorScreenPos().y)});
    ImGui::Dummy({0, 0});
}

void draw_imports(const Context& context) {
    const auto& ui = context.ui;
    const bool tables = context.document.import && !context.document.import->tables().empty();
    const auto* intake = context.document.intake.get();
    const bool records = intake && intake->proposals() && !intake->files().empty();
    if (records && (!tables || context.view.imports.records)) return draw_proposals_page(context, *intake);
    const Page page(ui, "imports page", context.min, context.max);
    if (!tables) {
        if (empty_state(ui, icon::file_up, "Bring along what you have", "Tables, mails, meetings, contacts and calls, as files or pasted.",
                        "Choose files", icon::file_up)) {
            context.act(action::ChooseFile{});
        }
        return;
    }
    draw_tables_page(context, page, records);
}

}
