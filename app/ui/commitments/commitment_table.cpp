#include "app/ui/commitments/commitment_table.hpp"

#include "app/session/action.hpp"
#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/cards/row_moves.hpp"
#include "app/ui/commitments/commitment_columns.hpp"
#include "app/ui/commitments/commitment_node.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "core/base/letters/plain_letters.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/plan/unnamed_commitments.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>
#include <limits>
#include <tuple>

namespace middleground {

namespace {

constexpr const char* sort_draft = "commitments sort"; // "3" or "3 down"

struct PlanRow {
    int number = 0; // in the plan, from 1
    const PlanItem* item = nullptr;
    const Commitment* commitment = nullptr;
    std::string owner;
};

struct PlanSort {
    PlanColumn column = PlanColumn::number;
    bool descending = false;
    bool set = false;
};

PlanSort sort_of(const ViewState& view) {
    const auto found = view.texts.find(sort_draft);
    if (found == view.texts.end() || found->second.empty()) return {};
    return {static_cast<PlanColumn>(found->second.front() - '0'), found->second.ends_with("down"), true};
}

void keep_sort(ViewState& view, PlanColumn column, bool descending) {
    view.texts[sort_draft] = std::to_string(static_cast<int>(column)) + (descending ? " down" : "");
}

std::vector<PlanRow> rows_of(const Context& context) {
    std::vector<PlanRow> rows;
    for (const auto& item : context.derived->plan) {
        const auto* commitment = find(*context.deal, item.id);
        const auto owner = commitment->buyer_owner.empty() ? std::string() : name_of(*context.deal, commitment->buyer_owner);
        rows.push_back({static_cast<int>(rows.size()) + 1, &item, commitment, owner});
    }
    return rows;
}

std::tuple<int, std::string> key_of_row(const PlanRow& row, PlanColumn column) {
    switch (column) {
    case PlanColumn::number:
    case PlanColumn::move:
        return {row.number, {}};
    case PlanColumn::title:
        return {0, sort_key(row.commitment->title)};
    case PlanColumn::done_when:
        return {0, sort_key(row.commitment->done_when)};
    case PlanColumn::state:
        return {static_cast<int>(row.item->state), {}};
    case PlanColumn::owner:
        return {row.owner.empty() ? 1 : 0, sort_key(row.owner)};
    case PlanColumn::due:
        return {row.item->due && !is_set_aside(row.item->state) ? row.item->due->days() : std::numeric_limits<int>::max(), {}};
    case PlanColumn::needs:
        return {static_cast<int>(row.commitment->people.size()), {}};
    case PlanColumn::waits:
        return {static_cast<int>(row.commitment->prerequisites.size()), {}};
    }
    return {};
}

void sort_rows(std::vector<PlanRow>& rows, const PlanSort& sort) {
    sort_list(rows, [&](const PlanRow& a, const PlanRow& b) {
        const auto& first = sort.descending ? b : a;
        const auto& second = sort.descending ? a : b;
        return key_of_row(first, sort.column) < key_of_row(second, sort.column);
    });
}

// Right after the row. In the order of the plan, which the table then shows.
void move_by_keys(const Context& context, const PlanRow& row) {
    const auto move = row_moved_by_keys();
    if (move == RowMove::none || context.read_only) return;
    context.view.texts[sort_draft].clear();
    const auto& id = row.item->id;
    const auto edit = move == RowMove::up ? move_up(*context.deal, *context.derived, id) : move_down(*context.deal, *context.derived, id);
    if (edit) context.act(apply_with_toast(*edit));
}

// The usual next step; none for what waits, is done or set aside, or has no name yet.
std::optional<CommitmentMove> row_move(const PlanRow& row) {
    if (!is_named(*row.commitment) || row.item->state == PlanState::waiting || !is_open(row.item->state)) {
        return std::nullopt;
    }
    return moves_from(state_of(*row.commitment)).front();
}

void draw_move(const Context& context, const PlanRow& row, const CommitmentMove& move, ImVec2 min, ImVec2 max) {
    const auto& ui = context.ui;
    const auto* ask = first_ask(*context.derived);
    const bool next = ask && ask->action <= NextAction::get_kept && ask->commitment == row.item->id; // answers are given elsewhere
    const float words = text_size(ui, TextStyle::label, move.brief).x;
    const float wide = words + ui.px(next ? 20.0f : 0.0f);
    const float high = ui.theme.control_small_height();
    ImGui::SetCursorScreenPos({std::floor(max.x - wide), std::floor((min.y + max.y - high) / 2)});
    const auto label = std::string(move.brief) + ": " + shown_title(*row.commitment);
    const auto press = press_area(id_of(label + row.item->id.text), {wide, high});
    if (press.visible) {
        auto* list = ImGui::GetWindowDrawList();
        const auto fill = press.hovered ? ui.color().accent_hover : ui.color().accent;
        if (next) {
            list->AddRectFilled(press.min, press.max, fill, ui.px(6));
        } else if (press.hovered) {
            draw_line_across(ui, list, press.min.x, press.max.x, (press.min.y + press.max.y) / 2 + ui.px(8), fill);
        }
        draw_text_in(ui, list, TextStyle::label, press.min, press.max, next ? ui.color().on_accent : fill, move.brief, Align::center);
        if (is_keyboard_focused()) {
            draw_focus_ring(ui, press.min, press.max, ui.px(6), next ? Ring::outside : Ring::inset);
        }
        ui.note(ItemRole::button, label);
    }
    if (press.pressed) {
        context.act(apply_with_toast(edit::AddCommitmentEvent{row.item->id, event_of(*row.commitment, move.kind, context.today, {})}));
    }
}

void draw_cell(const Context& context, Table& table, int at, PlanColumn column, const PlanRow& row) {
    const auto& ui = context.ui;
    const auto cell = table.cell(at);
    const auto& item = *row.item;
    switch (column) {
    case PlanColumn::number:
        table.text(at, std::to_string(row.number), TextStyle::body, ui.color().text_muted);
        break;
    case PlanColumn::title: {
        const float mark = row.commitment->decides ? ui.px(22) : 0;
        const auto title = fitted(ui, TextStyle::strong, shown_title(*row.commitment), cell.width() - mark);
        table.text(at, title, TextStyle::strong, is_set_aside(item.state) ? ui.color().text_muted : 0);
        if (mark > 0) {
            draw_icon(ui, table.list(), icon::target,
                      {cell.min.x + text_size(ui, TextStyle::strong, title).x + ui.px(15), (cell.min.y + cell.max.y) / 2}, ui.px(14),
                      ui.color().text_muted);
        }
        break;
    }
    case PlanColumn::done_when:
        table.text(at, row.commitment->done_when, TextStyle::body, ui.color().text_muted);
        break;
    case PlanColumn::state: {
        const ImU32 color = state_color(ui, item, context.today);
        auto shown = item;
        shown.due.reset(); // it has a column of its own
        auto words = plan_words(shown, *row.commitment, context.today);
        if (is_late(item, context.today)) {
            words = counted(context.today - *item.due, "day late", "days late");
        }
        draw_icon(ui, table.list(), state_icon(item, context.today), {cell.min.x + ui.px(7), (cell.min.y + cell.max.y) / 2}, ui.px(14),
                  color);
        draw_text_in(ui, table.list(), TextStyle::body, {cell.min.x + ui.px(20), cell.min.y}, cell.max, color, words);
        ui.note_rect(ItemRole::text, words, cell.min, cell.max);
        break;
    }
    case PlanColumn::owner:
        if (row.owner.empty()) {
            table.text(at, "Nobody yet", TextStyle::body, ui.color().text_muted);
        } else {
            draw_avatar(ui, table.list(), {cell.min.x + ui.px(10), (cell.min.y + cell.max.y) / 2}, row.owner, 20);
            draw_text_in(ui, table.list(), TextStyle::body, {cell.min.x + ui.px(28), cell.min.y}, cell.max,
                         is_set_aside(item.state) ? ui.color().text_muted : ui.color().text, row.owner);
        }
        break;
    case PlanColumn::due:
        if (item.due && !is_set_aside(item.state)) {
            table.text(at, short_date(*item.due, context.today), TextStyle::body, is_late(item, context.today) ? ui.color().bad : 0);
        }
        break;
    case PlanColumn::needs:
        if (const auto count = static_cast<int>(row.commitment->people.size()); count > 0) {
            table.text(at, counted(count, "person", "people"), TextStyle::body, ui.color().text_muted);
        }
        break;
    case PlanColumn::waits:
        if (!row.commitment->prerequisites.empty()) {
            table.text(at, std::to_string(row.commitment->prerequisites.size()), TextStyle::body, ui.color().text_muted);
        }
        break;
    case PlanColumn::move:
        break;
    }
}

}

float draw_commitment_table(const Context& context, float width, TableRoom room) {
    const auto& ui = context.ui;
    auto rows = rows_of(context);
    const auto shown = columns_for(ui, width, room);
    std::vector<Column> columns;
    for (const auto column : shown)
        columns.push_back(column_of(column));
    const RowOrder order{{}, "Show in plan order", !sort_of(context.view).set};
    if (rows.size() > 1 && draw_row_order(context, order, width)) {
        context.view.texts[sort_draft].clear();
    }
    const auto wanted = sort_of(context.view);
    sort_rows(rows, wanted);
    const auto place = std::ranges::find(shown, wanted.column);
    Sort sort{!wanted.set || place == shown.end() ? -1 : static_cast<int>(place - shown.begin()), wanted.descending};
    {
        const Card card(ui, "table card", {.width = width, .flush = true});
        Table table(ui, "commitments", columns, &sort);
        for (const auto& row : rows) {
            const bool selected = context.view.commitment == row.item->id;
            const float height = ui.theme.row_height() / ui.theme.scale;
            const bool pressed = table.row(shown_title(*row.commitment) + "##" + row.item->id.text, height, selected);
            move_by_keys(context, row);
            if (selected && context.view.scroll_to_selection) {
                ImGui::SetScrollHereY();
                context.view.scroll_to_selection = false;
            }
            if (table.row_visible()) {
                for (int i = 0; i < static_cast<int>(shown.size()); ++i) {
                    draw_cell(context, table, i, shown[static_cast<std::size_t>(i)], row);
                }
            }
            const auto move = row_move(row);
            if (shown.back() == PlanColumn::move && move && !context.read_only) {
                const auto cell = table.cell(static_cast<int>(shown.size()) - 1);
                table.begin_control(static_cast<int>(shown.size()) - 1, ui.theme.control_small_height());
                draw_move(context, row, *move, cell.min, cell.max);
                table.end_control();
            }
            if (pressed) {
                context.view.commitment = row.item->id;
            }
        }
    }
    if (sort.column >= 0 && (!wanted.set || !context.view.texts[sort_draft].empty())) {
        keep_sort(context.view, shown[static_cast<std::size_t>(sort.column)], sort.descending);
    }
    return ImGui::GetItemRectMax().y;
}

}
