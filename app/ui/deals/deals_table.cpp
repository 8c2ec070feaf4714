#include "app/ui/deals/deals_table.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/session/document.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/cards/analysis/analysis_cards.hpp"
#include "app/ui/context.hpp"
#include "app/ui/deals/deals_cells.hpp"
#include "app/ui/deals/deals_filters.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/finger.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "app/viewmodel/team/team_words.hpp"
#include "core/base/text.hpp"
#include "core/model/own_fields/own_fields.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <cmath>
#include <string>

namespace middleground {

namespace {

constexpr float touch_row = 64;
constexpr float dense_row = 36;

float row_height(const Ui& ui) {
    return ui.theme.touch ? touch_row : dense_row;
}

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

// Where the words that are looked for stand, else why it is asked for now.
Line second_line(const Context& context, const DealRow& row) {
    const auto& ui = context.ui;
    const auto* found = context.caches.search.found(row.deal->id);
    if (found && !found->where.empty()) return {found->line(), ui.color().accent, TextStyle::caption, icon::search};
    return {row.ask_why, ui.color().text_muted, TextStyle::caption, nullptr};
}

void draw_tags(const Ui& ui, const Table& table, int column, const DealRow& row) {
    const auto cell = table.cell(column);
    float left = cell.min.x;
    for (std::size_t i = 0; i < row.deal->tags.size(); ++i) {
        const auto& name = row.deal->tags[i].name;
        const auto size = tag_size(ui, name);
        const float top = (cell.min.y + cell.max.y - size.y) / 2;
        if (left + size.x > cell.max.x) {
            const auto rest = i == 0 ? name : "+" + std::to_string(row.deal->tags.size() - i);
            draw_text_in(ui, table.list(), TextStyle::caption, {left, top}, {cell.max.x, top + size.y}, ui.color().text_muted, rest);
            return;
        }
        draw_tag(ui, table.list(), {left, top}, name, Tone::neutral);
        left += size.x + ui.px(4);
    }
}

void draw_own_field(const Context& context, const Table& table, int column, const std::string& name, const DealRow& row) {
    const auto* field = find_field(row.deal->fields, name);
    if (!field) return;
    draw_lines(context.ui, table, column, {own_value_words(*field, context.today), context.ui.color().text, TextStyle::body, nullptr}, {},
               field->kind == FieldKind::number ? Align::right : Align::left);
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
        draw_lines(ui, table, at, ask_line(ui, row), second_line(context, row));
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
                   row.people == 0 || row.too_early ? Line{row.people == 0 ? "nobody yet" : "nobody heard", ui.color().text_muted, TextStyle::body, nullptr}
                                   : body(std::to_string(row.would_agree) + " of " + std::to_string(row.group)),
                   {}, Align::right);
        break;
    case DealColumn::balance:
        if (!row.closed) {
            const auto word = balance_word(row.balance, row.too_early);
            draw_lines(ui, table, at, {word.text, row.too_early ? ui.color().text_muted : tone_color(ui, word.tone), TextStyle::body, word.icon},
                       row.too_early ? Line{} : muted(balance_scores(row.balance)));
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
    case DealColumn::tags:
        draw_tags(ui, table, at, row);
        break;
    case DealColumn::owner:
        draw_lines(ui, table, at, row.owner == not_shared ? Line{row.owner_name, ui.color().text_muted, TextStyle::body, nullptr} : body(row.owner_name), {});
        break;
    case DealColumn::amount:
        draw_lines(ui, table, at, body(row.deal->amount ? format_money(*row.deal->amount) : std::string()), {}, Align::right);
        break;
    }
}

Column column_of(const Context& context, const ColumnRef& ref) {
    if (ref.field.empty()) return column_of(ref.column);
    const auto& known = context.caches.deals.fields(context.document);
    const auto* field = find_field(known, FieldOwner::deal, ref.field);
    const bool number = field && field->kind == FieldKind::number;
    return {ref.field, field && (number || field->kind == FieldKind::date) ? 92.0f : 132.0f, number, true};
}

// Those that were chosen, as far as there is room for them from the left.
std::vector<ColumnRef> fitting(const Context& context, const std::vector<ColumnRef>& chosen, float width) {
    constexpr float for_words = 150; // of a column that shares what is left
    constexpr float around = 24;
    float left = width - context.ui.px(28 + around);
    std::vector<ColumnRef> shown;
    for (const auto& ref : chosen) {
        const float wide = column_of(context, ref).width;
        left -= context.ui.px((wide < 0 ? for_words : wide) + around);
        if (left < 0 && shown.size() > 1) break;
        shown.push_back(ref);
    }
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
    const float width = ImGui::GetContentRegionAvail().x;
    const bool in_team = context.document.team != nullptr;
    const auto usual = usual_columns(ui, width, in_team);
    const auto chosen = chosen_columns(context.document.settings, in_team);
    const auto shown = chosen.empty() ? usual : fitting(context, chosen, width);
    draw_columns_dialog(context, usual);

    std::vector<Column> columns;
    for (const auto& ref : shown) {
        columns.push_back(column_of(context, ref));
    }
    // Somebody has to take what is left.
    if (std::ranges::none_of(columns, [](const Column& column) { return column.width < 0; })) columns.front().width = -1;
    columns.push_back({"", 28, true, false});

    auto& draft = context.view.deals;
    const auto wanted = deal_sort(context.view);
    const auto place = std::ranges::find_if(shown, [&](const ColumnRef& ref) {
        return draft.sort_field.empty() ? ref.field.empty() && ref.column == wanted.column : !ref.field.empty() && same_field(ref.field, draft.sort_field);
    });
    Sort sort{place == shown.end() ? -1 : static_cast<int>(place - shown.begin()), wanted.descending};

    const Card card(ui, "deals table", {.flush = true});
    Table table(ui, "deals", columns, &sort);
    if (sort.column >= 0) {
        const auto& by = shown[static_cast<std::uint32_t>(sort.column)];
        draft.sort = {static_cast<int>(by.column), sort.descending};
        draft.sort_field = by.field;
    }
    const auto height = row_height(ui);
    const auto draw_row = [&](const DealRow& row) {
        const auto pressed = table.row(row.name + "##" + row.deal->id.text, height);
        const bool menu = wants_menu();
        for (int i = 0; i < static_cast<int>(shown.size()); ++i) {
            const auto& ref = shown[static_cast<std::uint32_t>(i)];
            if (ref.field.empty()) {
                draw_cell(context, table, i, ref.column, row);
            } else {
                draw_own_field(context, table, i, ref.field, row);
            }
        }
        table.begin_control(static_cast<int>(shown.size()), ui.theme.control_small_height());
        draw_deal_menu_button(context, row, {.small = true}, menu);
        table.end_control();
        if (opens_deal(context, pressed)) open_found(context, row);
    };
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()), ui.px(height));
    include_rows(ui, clipper, static_cast<int>(rows.size()));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            draw_row(*rows[static_cast<std::size_t>(i)]);
        }
    }
}

}
