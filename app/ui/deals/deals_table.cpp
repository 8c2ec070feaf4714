#include "app/ui/deals/deals_table.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/analysis_cards.hpp"
#include "app/ui/context.hpp"
#include "app/ui/deals/deals_cells.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/finger.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace middleground {

namespace {

constexpr float two_line_row = 64;

void draw_lines(const Ui& ui, const Table& table, int column, const Line& first, const Line& second, Align align = Align::left) {
    const auto cell = table.cell(column);
    const auto first_height = ui.theme.line_height(first.style);
    const auto second_height = second.text.empty() ? 0.0f : ui.theme.line_height(second.style);
    const auto top = (cell.min.y + cell.max.y - first_height - second_height) / 2;
    draw_line(ui, table.list(), ImVec2(cell.min.x, top), ImVec2(cell.max.x, top + first_height), first, align);
    if (!second.text.empty()) {
        draw_line(ui, table.list(), ImVec2(cell.min.x, top + first_height), ImVec2(cell.max.x, top + first_height + second_height), second,
                  align);
    }
}

void draw_kept(const Ui& ui, const Table& table, int column, const DealRow& row) {
    const auto cell = table.cell(column);
    if (row.commitments == 0) {
        draw_lines(ui, table, column, {"none", ui.color().text_muted, TextStyle::body, nullptr}, {});
        return;
    }
    const auto line = ui.theme.line_height(TextStyle::caption);
    const auto top = (cell.min.y + cell.max.y - line - ui.px(14)) / 2;
    draw_pips(ui, table.list(), ImVec2(cell.min.x, top + ui.px(6)), cell.width(), row);
    draw_text_in(ui, table.list(), TextStyle::caption, ImVec2(cell.min.x, top + ui.px(14)), ImVec2(cell.max.x, top + ui.px(14) + line),
                 ui.color().text_muted, std::to_string(row.kept) + " of " + std::to_string(row.commitments));
}

void draw_cell(const Context& context, const Table& table, int at, DealColumn column, const DealRow& row) {
    const auto& ui = context.ui;
    const auto muted = [&](std::string text) { return Line{std::move(text), ui.color().text_muted, TextStyle::caption, nullptr}; };
    const auto body = [&](std::string text) { return Line{std::move(text), ui.color().text, TextStyle::body, nullptr}; };
    switch (column) {
    case DealColumn::deal: {
        const auto cell = table.cell(at);
        draw_deal_name(ui, table.list(), cell.min, cell.max, row, muted(row.about));
        break;
    }
    case DealColumn::ask:
        draw_lines(ui, table, at, ask_line(ui, row), muted(row.ask_why));
        break;
    case DealColumn::by: {
        auto second = muted(by_words(row, context.today));
        if (row.days_late > 0) {
            second.color = ui.color().bad;
        }
        draw_lines(ui, table, at, by_line(ui, row, context.today), second);
        break;
    }
    case DealColumn::kept:
        draw_kept(ui, table, at, row);
        break;
    case DealColumn::last_kept:
        draw_lines(ui, table, at, last_kept_line(ui, row, context.today), {}, Align::right);
        break;
    case DealColumn::people:
        draw_lines(ui, table, at,
                   row.people == 0 ? Line{"nobody yet", ui.color().text_muted, TextStyle::body, nullptr}
                                   : body(std::to_string(row.would_agree) + " of " + std::to_string(row.group)),
                   {}, Align::right);
        break;
    case DealColumn::balance:
        if (!row.closed) {
            const auto word = balance_word(row.balance);
            draw_lines(ui, table, at, {word.text, tone_color(ui, word.tone), TextStyle::body, word.icon},
                       muted(balance_scores(row.balance)));
        }
        break;
    case DealColumn::chance:
        if (row.chance) {
            draw_lines(ui, table, at, {percent_words(*row.chance), ui.color().text, TextStyle::strong, nullptr},
                       muted(error_words(*row.chance)), Align::right);
        } else if (row.too_early) {
            draw_lines(ui, table, at, {"too early", ui.color().text_muted, TextStyle::body, nullptr}, {}, Align::right);
        }
        break;
    case DealColumn::close:
        draw_lines(ui, table, at, body(row.close ? short_date(*row.close, context.today) : std::string()), {});
        break;
    case DealColumn::target:
        draw_lines(ui, table, at, body(row.target ? short_date(*row.target, context.today) : std::string()), {});
        break;
    case DealColumn::amount:
        draw_lines(ui, table, at, body(row.deal->amount ? format_money(*row.deal->amount) : std::string()), {}, Align::right);
        break;
    }
}

Column column_of(DealColumn column) {
    switch (column) {
    case DealColumn::deal:
        return {"Deal", -1.2f, false, true};
    case DealColumn::ask:
        return {"Ask next", -1.3f, false, true};
    case DealColumn::by:
        return {"Due", 84, false, true};
    case DealColumn::kept:
        return {"Kept", 112, false, true};
    case DealColumn::last_kept:
        return {"Last kept", 76, true, true};
    case DealColumn::people:
        return {"Would agree", 76, true, true};
    case DealColumn::balance:
        return {"Balance", 132, false, true};
    case DealColumn::chance:
        return {"Chance", 56, true, true};
    case DealColumn::close:
        return {"Close", 92, false, true};
    case DealColumn::target:
        return {"Target", 72, false, true};
    case DealColumn::amount:
        return {"Amount", 100, true, true};
    }
    return {};
}

// Columns go before names are cut: what can wait most goes first, until the deal and what to ask have their room.
std::vector<DealColumn> shown_columns(const Ui& ui, float width) {
    using enum DealColumn;
    constexpr float for_words = 470;
    constexpr float around = 24; // of a cell
    constexpr std::array by_need{by, chance, amount, close, last_kept, balance, people, kept, target};
    static_assert(by_need.size() + 2 == deal_column_count, "say how soon each column but the first two gives way");
    float left = width - ui.px(28 + around);
    std::vector<DealColumn> shown{deal, ask};
    for (const auto column : by_need) {
        const float wide = ui.px(column_of(column).width + around);
        if (left - wide < ui.px(for_words)) continue;
        left -= wide;
        shown.push_back(column);
    }
    std::ranges::sort(shown);
    return shown;
}

}

DealSort deal_sort(const ViewState& view) {
    if (view.deals.sort.column < 0 || view.deals.sort.column >= static_cast<int>(deal_column_count)) {
        return {};
    }
    return {static_cast<DealColumn>(view.deals.sort.column), view.deals.sort.descending};
}

void draw_deals_table(const Context& context, const std::vector<const DealRow*>& rows) {
    const auto& ui = context.ui;
    const auto shown = shown_columns(ui, ImGui::GetContentRegionAvail().x);

    std::vector<Column> columns;
    for (const auto column : shown) {
        columns.push_back(column_of(column));
    }
    columns.push_back({"", 28, true, false});

    const auto wanted = deal_sort(context.view);
    const auto place = std::ranges::find(shown, wanted.column);
    Sort sort{place == shown.end() ? -1 : static_cast<int>(place - shown.begin()), wanted.descending};

    const Card card(ui, "deals table", {.flush = true});
    Table table(ui, "deals", columns, &sort);
    if (sort.column >= 0) {
        context.view.deals.sort = {static_cast<int>(shown[static_cast<std::uint32_t>(sort.column)]), sort.descending};
    }
    const auto draw_row = [&](const DealRow& row) {
        const auto pressed = table.row(row.name + "##" + row.deal->id.text, two_line_row);
        const bool menu = wants_menu();
        for (int i = 0; i < static_cast<int>(shown.size()); ++i) {
            draw_cell(context, table, i, shown[static_cast<std::uint32_t>(i)], row);
        }
        table.begin_control(static_cast<int>(shown.size()), ui.theme.control_small_height());
        draw_deal_menu_button(context, row, {.small = true}, menu);
        table.end_control();
        if (opens_deal(context, pressed)) {
            context.act(action::OpenDeal{row.deal->id, Screen::deal});
        }
    };
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()), std::round(ui.px(two_line_row)));
    include_rows(ui, clipper, static_cast<int>(rows.size()));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            draw_row(*rows[static_cast<std::size_t>(i)]);
        }
    }
}

}
