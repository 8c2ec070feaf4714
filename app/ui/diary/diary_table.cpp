#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/diary/diary_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/diary/diary_words.hpp"
#include "core/base/text.hpp"
#include "core/model/members/closing.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr std::size_t shown_first = 6;

struct Ending {
    const char* icon;
    std::string_view word;
    ImU32 color;
};

Ending ending_of(const Ui& ui, const Deal& deal) {
    switch (closing_of(deal.outcome)->state) {
    case ClosedAs::won:
        return {icon::circle_check, "Won", ui.color().outcome_won};
    case ClosedAs::lost:
        return {icon::circle_x, "Lost", ui.color().outcome_lost};
    case ClosedAs::no_decision:
        break;
    }
    return {icon::circle_pause, "No decision", ui.color().outcome_no_decision};
}

void draw_icon_word(const Ui& ui, const Table& table, int column, const char* mark, ImU32 color, std::string_view words, std::string_view muted = {}) {
    const auto cell = table.cell(column);
    auto* list = table.list();
    draw_icon(ui, list, mark, {cell.min.x + ui.px(8), (cell.min.y + cell.max.y) / 2}, ui.px(16), color);
    const float left = cell.min.x + ui.px(24);
    draw_text_in(ui, list, TextStyle::body, {left, cell.min.y}, cell.max, ui.color().text, words);
    const float after = left + text_size(ui, TextStyle::body, words).x + ui.px(8);
    if (after < cell.max.x) draw_text_in(ui, list, TextStyle::body, {after, cell.min.y}, cell.max, ui.color().text_muted, muted);
}

void draw_chance(const Ui& ui, Table& table, int column, const Belief* belief) {
    if (belief) {
        table.text(column, believed_words(belief), TextStyle::strong);
    } else {
        table.text(column, "too new", TextStyle::body, ui.color().text_muted);
    }
}

void draw_wide_row(const Context& context, Table& table, const EndedDeal& one) {
    const auto& ui = context.ui;
    const auto& deal = *one.deal;
    const auto name = table.cell(0);
    const auto account = deal.account.empty() ? deal.title : deal.account;
    draw_text_in(ui, table.list(), TextStyle::strong, name.min, name.max, ui.color().text, account);
    const float after = name.min.x + text_size(ui, TextStyle::strong, account).x + ui.px(8);
    if (!deal.account.empty() && after < name.max.x) {
        draw_text_in(ui, table.list(), TextStyle::body, {after, name.min.y}, name.max, ui.color().text_muted, deal.title);
    }
    const auto ending = ending_of(ui, deal);
    draw_icon_word(ui, table, 1, ending.icon, ending.color, ending.word);
    draw_chance(ui, table, 2, one.ninety);
    draw_chance(ui, table, 3, one.sixty);
    draw_chance(ui, table, 4, one.thirty);
    table.text(6, short_date(one.ended, context.today));
    if (!one.dated) return;
    table.text(5, short_date(one.dated->on + one.dated->p50, context.today), TextStyle::body, ui.color().text_muted);
    const bool inside = one.inside();
    draw_icon_word(ui, table, 7, inside ? icon::circle_check : icon::triangle_alert, inside ? ui.color().middle : ui.color().warn, off_words(one.off()),
                   inside ? "in the band" : "outside");
}

void draw_narrow_row(const Context& context, Table& table, const EndedDeal& one) {
    const auto& ui = context.ui;
    const auto ending = ending_of(ui, *one.deal);
    auto second = std::string(ending.word) + " " + short_date(one.ended, context.today);
    if (one.thirty) second += ", " + believed_words(one.thirty) + " 30 days before";
    if (one.dated) second += ", " + off_words(one.off());
    table.two_lines(0, full_name(*one.deal), second);
}

std::string row_words(const EndedDeal& one, Date today) {
    return full_name(*one.deal) + ", ended " + short_date(one.ended, today) + "##" + one.deal->id.text;
}

std::string title_of_playbook(const Context& context, const std::string& id) {
    const auto* playbook = find_playbook(context.document, id);
    const auto is_of_it = [&](const Entry& entry) { return entry.deal.planned_with && entry.deal.planned_with->id == id; };
    const auto noted = playbook ? context.document.entries.end() : std::ranges::find_if(context.document.entries, is_of_it);
    if (noted != context.document.entries.end()) return noted->deal.planned_with->title;
    return playbook ? playbook->title : id.empty() ? std::string("Without a playbook") : id;
}

}

void draw_playbook_scores_card(const Context& context, const HowGood& good, float width) {
    const auto& ui = context.ui;
    if (good.playbooks.empty()) return;
    {
        const Card card(ui, "playbook scores", {.width = width, .flush = true});
        const std::array<Column, 5> wide{Column{"Playbook", -1}, Column{"Deals", 64, true}, Column{"Won", 64, true}, Column{"Brier score", 104, true},
                                         Column{"Close dates in the band", 172, true}};
        const std::array<Column, 2> narrow{Column{"Playbook", -1}, Column{"Brier score", 104, true}};
        const bool fits = width >= ui.px(720);
        Table table(ui, "playbook scores", fits ? std::span<const Column>(wide) : std::span<const Column>(narrow));
        for (const auto& one : good.playbooks) {
            const auto& score = one.score;
            const auto name = title_of_playbook(context, one.playbook);
            const auto brier = score.is_few() ? std::string("too few") : diary_numbers({.score = score}).front().number;
            table.row(name + "##scores", fits ? 40 : 56);
            const auto brier_color = score.is_few() ? ui.color().text_muted : ui.color().text;
            if (!fits) {
                table.two_lines(0, name, counted(score.deals, "deal", "deals") + ", " + std::to_string(score.won) + " won");
                table.text(1, brier, TextStyle::body, brier_color);
                continue;
            }
            table.text(0, name, TextStyle::label);
            table.text(1, std::to_string(score.deals));
            table.text(2, std::to_string(score.won));
            table.text(3, brier, TextStyle::body, brier_color);
            const auto& dates = score.dates;
            table.text(4, dates.is_few() ? "too few" : std::to_string(dates.inside) + " of " + std::to_string(dates.looks), TextStyle::body,
                       dates.is_few() ? ui.color().text_muted : ui.color().text);
        }
    }
    gap(ui, 16);
}

void draw_ended_deals_card(const Context& context, const HowGood& good, float width) {
    const auto& ui = context.ui;
    if (good.deals.empty()) return;
    auto& all = context.view.diary.all_rows;
    const auto count = all ? good.deals.size() : std::min(shown_first, good.deals.size());
    const bool wide = width >= ui.px(960);
    const Card card(ui, "ended deals", {.width = width, .flush = true});
    {
        const std::array<Column, 8> columns{Column{"Closed deal", -1},      Column{"How it ended", 116},   Column{"90 days", 64, true}, Column{"60 days", 64, true},
                                            Column{"30 days", 64, true},    Column{"Believed close", 104}, Column{"Closed", 96},        Column{"Off by", 190}};
        const std::array<Column, 1> one{Column{"Closed deal", -1}};
        Table table(ui, "ended deals", wide ? std::span<const Column>(columns) : std::span<const Column>(one));
        for (std::size_t i = 0; i < count; ++i) {
            const auto& deal = good.deals[i];
            if (table.row(row_words(deal, context.today), wide ? 40 : 64)) context.act(action::OpenDeal{deal.deal->id, Screen::deal});
            if (wide) {
                draw_wide_row(context, table, deal);
            } else {
                draw_narrow_row(context, table, deal);
            }
        }
    }
    gap(ui, 8);
    const auto at = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({at.x + ui.px(20), at.y});
    ImGui::BeginGroup();
    if (good.deals.size() > shown_first) {
        const auto label = all ? std::string("Show the first six") : "Show " + std::to_string(good.deals.size() - shown_first) + " more";
        if (button(ui, ButtonKind::link, label + "##ended", {.small = true})) all = !all;
    }
    text_wrapped_muted(ui, TextStyle::caption, "What was played that many days before it closed. Nothing is rewritten afterwards.", width - ui.px(40));
    ImGui::EndGroup();
    gap(ui, 12);
}

}
