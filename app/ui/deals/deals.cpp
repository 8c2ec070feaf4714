#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/forecasts.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/context.hpp"
#include "app/ui/deals/damaged.hpp"
#include "app/ui/deals/deals_filters.hpp"
#include "app/ui/deals/deals_table.hpp"
#include "app/ui/doubles/doubles.hpp"
#include "app/ui/pages.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/deals/saved_filters.hpp"
#include "app/viewmodel/deals_cache.hpp"
#include "app/viewmodel/deals_data.hpp"
#include "app/viewmodel/settings_data.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

void draw_buttons(const Context& context) {
    const auto& ui = context.ui;
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x + 1;
    // Where there is little room, opening a file does the same.
    if (!context.phone) {
        if (button(ui, ButtonKind::outlined, "Import",
                   {.icon = icon::table_2, .tooltip = "Deals from Salesforce, HubSpot, Pipedrive or a table"})) {
            context.act(action::GoTo{Screen::imports});
        }
        same_line(ui, 12);
    }
    if (button(ui, ButtonKind::outlined, "Open a file", {.icon = icon::file_up, .tooltip = "A deal, a backup, or a table to import"})) {
        context.act(action::ChooseFile{});
    }
    const ButtonOptions with_plus{.icon = icon::plus};
    if (ImGui::GetItemRectMax().x + ui.px(12) + button_width(ui, "New deal", with_plus) <= right) {
        same_line(ui, 12);
    } else {
        gap(ui, 8);
    }
    if (button(ui, ButtonKind::filled, "New deal", with_plus)) {
        context.view.new_deal.show();
    }
}

// The finding at the left, what can be done with all deals at the right; below each other on a phone.
void draw_head(const Context& context, const std::vector<DealRow>& rows, float width) {
    const auto& ui = context.ui;
    const auto title = deals_title(rows);
    const auto subtitle = deals_subtitle(rows);
    if (context.phone) {
        text_wrapped(ui, TextStyle::title, title);
        text_wrapped_muted(ui, TextStyle::body, subtitle);
        gap(ui, 12);
        draw_buttons(context);
        return;
    }
    const auto buttons = button_width(ui, "Import", {.icon = icon::table_2}) + ui.px(12) +
        button_width(ui, "Open a file", {.icon = icon::file_up}) + ui.px(12) + button_width(ui, "New deal", {.icon = icon::plus});
    const auto start = ImGui::GetCursorScreenPos();
    ImGui::BeginGroup();
    text_wrapped(ui, TextStyle::title, title, width - buttons - ui.px(24));
    text_wrapped_muted(ui, TextStyle::body, subtitle, width - buttons - ui.px(24));
    ImGui::EndGroup();
    const auto after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(start.x + width - buttons, start.y));
    draw_buttons(context);
    ImGui::SetCursorScreenPos(after);
}

// A stored text that cannot be read stays until the user has looked at it.
void draw_empty(const Context& context) {
    const auto& ui = context.ui;
    gap(ui, 48);
    if (empty_state(ui, icon::briefcase, "No deals yet", "A name is enough to start one.", "New deal", icon::plus)) {
        context.view.new_deal.show();
    }
    gap(ui, 12);
    const auto samples = button_width(ui, "Put the samples back", {.icon = icon::flask_conical});
    const auto file = button_width(ui, "Open a file", {.icon = icon::file_up});
    const auto total = samples + file + ui.px(12);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + std::max(0.0f, (ImGui::GetContentRegionAvail().x - total) / 2));
    if (button(ui, ButtonKind::outlined, "Put the samples back", {.icon = icon::flask_conical})) {
        context.act(action::AddSamples{});
    }
    same_line(ui, 12);
    if (button(ui, ButtonKind::outlined, "Open a file", {.icon = icon::file_up})) {
        context.act(action::ChooseFile{});
    }
}

void draw_table_link(const Context& context) {
    gap(context.ui, 4);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + context.ui.px(context.phone ? 4.0f : 20.0f));
    if (button(context.ui, ButtonKind::link, "Save as a table", {.icon = icon::table_2, .small = true})) context.view.deals.table_open = true;
}

void draw_footer(const Context& context, const std::vector<const DealRow*>& rows, float width) {
    const auto& ui = context.ui;
    const auto sum = open_sum(rows);
    const auto words = sum.empty() ? std::string() : "Open deals: " + sum;
    gap(ui, 12);
    const auto inset = ui.px(context.phone ? 4.0f : 20.0f);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + inset);
    const auto start = ImGui::GetCursorScreenPos();
    const auto room = width - 2 * inset;
    auto counts = counted(static_cast<int>(rows.size()), "deal", "deals");
    // As the pages of a deal say it.
    const auto record = context.caches.own_record.in_force(context.document.settings);
    if (record.deals > 0) counts += ". Chances are recalibrated by your record of " + counted(record.deals, "closed deal", "closed deals") + '.';
    text_muted(ui, TextStyle::caption, counts);
    if (words.empty()) return draw_table_link(context);
    // At the right when both fit, else below.
    const auto words_width = text_size(ui, TextStyle::caption, words).x;
    if (text_size(ui, TextStyle::caption, counts).x + ui.px(24) + words_width <= room) {
        ImGui::SetCursorScreenPos(ImVec2(start.x + room - words_width, start.y));
        text_muted(ui, TextStyle::caption, words);
    } else {
        ImGui::SetCursorScreenPos(ImVec2(start.x, ImGui::GetCursorScreenPos().y));
        text_wrapped_muted(ui, TextStyle::caption, words, room);
    }
    draw_table_link(context);
}

void draw_backup_line(const Context& context, float width) {
    const auto& ui = context.ui;
    const auto reminder = backup_reminder(context.document, context.today);
    if (reminder.urgency == BackupReminder::Urgency::none || reminder.urgency == BackupReminder::Urgency::loud) return; // that one is a band
    gap(ui, 8);
    const auto inset = ui.px(context.phone ? 4.0f : 20.0f);
    ImGui::SetCursorPosX(ImGui::GetCursorPosX() + inset);
    if (reminder.urgency == BackupReminder::Urgency::quiet) return text_muted(ui, TextStyle::caption, reminder.words);
    const auto start = ImGui::GetCursorScreenPos();
    icon_text(ui, TextStyle::body, icon::triangle_alert, ui.color().warn, reminder.words);
    constexpr std::string_view link = "Back up all";
    const auto end = ImGui::GetItemRectMax().x + ui.px(12);
    // A link has no padding: at the height of the words when both fit, else below them.
    if (end + text_size(ui, TextStyle::label, link).x <= start.x + width - 2 * inset) {
        ImGui::SetCursorScreenPos({end, (ImGui::GetItemRectMin().y + ImGui::GetItemRectMax().y) / 2 - button_height(ui, ButtonKind::link) / 2});
    } else {
        ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
    }
    if (button(ui, ButtonKind::link, link)) context.act(action::BackUpAll{});
}

}

void draw_deals(const Context& context) {
    const auto& ui = context.ui;
    const Page page(ui, "deals page", context.min, context.max);
    draw_damaged(context);
    if (context.document.entries.empty()) {
        draw_empty(context);
        return;
    }
    auto& cache = context.caches.deals;
    const auto& rows = cache.rows(context.document, context.caches.derived, context.today, context.caches.forecasts, context.caches.own_odds.playbooks());
    draw_head(context, rows, page.width());
    gap(ui, 16);
    draw_deal_filters(context, page.width());
    gap(ui, 16);
    draw_deal_doubles(context, page.width());
    const auto filter = filter_of(context.view.deals.filter);
    const auto sort = deal_sort(context.view);
    if (context.view.deals.sort.column < 0) {
        context.view.deals.sort = {static_cast<int>(sort.column), sort.descending};
    }
    auto& search = context.caches.search;
    search.ask(context.document, context.view.deals.query);
    if (!search.query().empty()) search.work(context.document, context.today); // few deals are looked through at once
    const auto& shown = cache.chosen({filter, context.view.deals.query, sort.column, sort.descending, context.view.deals.marks, context.view.deals.sort_field, context.document.team ? context.view.deals.owner : std::string()}, search);
    draw_marks_dialog(context);
    if (context.document.team) draw_owners_dialog(context);
    draw_save_filter_dialog(context);
    draw_table_dialog(context, shown);
    if (shown.empty()) {
        const bool searching = !search.query().empty() && !search.is_done();
        text_muted(ui, TextStyle::body, searching ? "Looking in all deals." : "No deals match.");
        same_line(ui);
        if (button(ui, ButtonKind::link, "Show all")) show_all(context.view.deals);
        return;
    }
    if (context.phone) {
        draw_deals_list(context, shown);
    } else if (context.view.deals.as_board) {
        draw_deals_board(context, shown, page.width());
    } else {
        draw_deals_table(context, shown);
    }
    draw_footer(context, shown, page.width());
    draw_backup_line(context, page.width());
    draw_expected_months(context, cache.months(context.today), page.width());
}

}
