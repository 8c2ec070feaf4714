#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/context.hpp"
#include "app/ui/people/people_grid.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/people_data.hpp"
#include "core/model/deal.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::vector<PersonColumn> columns_for(const Ui& ui, float width) {
    using enum PersonColumn;
    if (width >= ui.px(1000)) {
        return {person, function, influence, stance, problem, needs, concern, heard};
    }
    if (width >= ui.px(720)) {
        return {person, function, influence, stance, concern, heard};
    }
    return {person, influence, stance, concern, heard};
}

Column column_of(PersonColumn column, bool wide, bool concern_as_number) {
    switch (column) {
    case PersonColumn::person:
        return {"Person", wide ? -1.8f : -1.9f, false, true};
    case PersonColumn::function:
        return {"Function", 94, false, true};
    case PersonColumn::influence:
        return {"Influence", 66, true, true};
    case PersonColumn::stance:
        return {"Stance", 92, false, true};
    case PersonColumn::problem:
        return {"Problem", -1.45f, false, true};
    case PersonColumn::needs:
        return {"Needs", -1.2f, false, true};
    case PersonColumn::concern:
        return concern_as_number ? Column{"Concerns", 66, true, true} : Column{"Open concern", -1.2f, false, true};
    case PersonColumn::heard:
        return {"Last heard", 76, false, true};
    case PersonColumn::order:
        break;
    }
    return {};
}

// Influence first, the strongest on top, until another head is pressed.
Sort sort_of(const ViewState& view) {
    const int last = static_cast<int>(PersonColumn::order);
    return view.people.sort.column < 0 || view.people.sort.column > last ? Sort{static_cast<int>(PersonColumn::influence), true}
                                                                         : view.people.sort;
}

// Draws a cell of one line, an icon before it; says in the tooltip what does not fit.
class Cells {
public:
    Cells(const Context& context, Table& table) : context_(context), ui_(context.ui), table_(table) {}

    void words(int column, std::string_view text, ImU32 color, const char* icon = nullptr, Align align = Align::left) {
        auto cell = table_.cell(column);
        if (icon) {
            draw_icon(ui_, table_.list(), icon, {cell.min.x + ui_.px(7), (cell.min.y + cell.max.y) / 2}, ui_.px(14), color);
            cell.min.x += ui_.px(20);
        }
        draw_text_in(ui_, table_.list(), TextStyle::body, cell.min, cell.max, color, text, align);
        remember(cell, TextStyle::body, text);
    }

    // Where the function has no column of its own, the second line says the role too.
    void person(int column, const PersonRow& row, bool with_role) {
        auto cell = table_.cell(column);
        const float middle = (cell.min.y + cell.max.y) / 2;
        draw_avatar(ui_, table_.list(), {cell.min.x + ui_.px(14), middle}, row.name, 28);
        cell.min.x += ui_.px(40);
        const auto line = line_under_name(*row.person, with_role ? person_line(*row.person) : row.person->title, context_.today);
        two_lines(cell, row.name, line, TextStyle::strong);
    }

    void function(int column, const Stakeholder& person) {
        two_lines(table_.cell(column), label_of(person.function), label_of(person.role), TextStyle::body);
    }
    void stance(int column, const PersonRow& row) {
        if (row.gone) return words(column, stance_label(row), ui_.color().text_muted);
        auto cell = table_.cell(column);
        draw_stance_mark(ui_, table_.list(), snapped({cell.min.x + ui_.px(7), (cell.min.y + cell.max.y) / 2}), row.stance);
        cell.min.x += ui_.px(20);
        draw_text_in(ui_, table_.list(), TextStyle::body, cell.min, cell.max, ui_.color().text, stance_label(row));
    }

    void heard(int column, const PersonRow& row) {
        const auto color = row.unheard ? ui_.color().warn : ui_.color().text_muted;
        words(column, heard_words(row, context_.today), color, row.gone ? nullptr : !row.heard ? icon::ear_off : row.unheard ? icon::clock_alert : nullptr);
    }

private:
    void two_lines(const Table::Cell& cell, std::string_view first, std::string_view second, TextStyle style) {
        const float upper = ui_.theme.line_height(style);
        const float lower = second.empty() ? 0 : ui_.theme.line_height(TextStyle::caption);
        const float top = (cell.min.y + cell.max.y - upper - lower) / 2;
        draw_text_in(ui_, table_.list(), style, {cell.min.x, top}, {cell.max.x, top + upper}, ui_.color().text, first);
        draw_text_in(ui_, table_.list(), TextStyle::caption, {cell.min.x, top + upper}, {cell.max.x, top + upper + lower},
                     ui_.color().text_muted, second);
        remember({cell.min, {cell.max.x, top + upper}}, style, first);
        remember({{cell.min.x, top + upper}, cell.max}, TextStyle::caption, second);
    }

    void remember(const Table::Cell& cell, TextStyle style, std::string_view text) {
        const auto mouse = ImGui::GetMousePos();
        const bool pointed =
            table_.row_hovered() && mouse.x >= cell.min.x && mouse.x < cell.max.x && mouse.y >= cell.min.y && mouse.y < cell.max.y;
        if (pointed && text_size(ui_, style, text).x > cell.width() + 0.5f) {
            tooltip(ui_, text);
        }
    }

    const Context& context_;
    const Ui& ui_;
    Table& table_;
};

void draw_cell(const Context& context, Cells& cells, int at, PersonColumn column, const PersonRow& row, bool concern_as_number) {
    const auto& color = context.ui.color();
    const auto known = [&](const std::string& text) {
        cells.words(at, text.empty() ? "not asked yet" : text, text.empty() ? color.text_muted : color.text);
    };
    switch (column) {
    case PersonColumn::person:
        return cells.person(at, row, concern_as_number);
    case PersonColumn::function:
        return cells.function(at, *row.person);
    case PersonColumn::influence:
        return cells.words(at, std::to_string(row.person->influence), color.text, nullptr, Align::right);
    case PersonColumn::stance:
        return cells.stance(at, row);
    case PersonColumn::problem:
        return known(row.person->problem);
    case PersonColumn::needs:
        return known(row.person->needed_outcome);
    case PersonColumn::concern: {
        const bool none = row.open_concerns.empty();
        if (concern_as_number) {
            return cells.words(at, none ? "none" : std::to_string(row.open_concerns.size()) + " open", none ? color.text_muted : color.warn,
                               nullptr, Align::right);
        }
        return none ? cells.words(at, "none", color.text_muted) : cells.words(at, concern_words(row), color.warn, icon::circle_alert);
    }
    case PersonColumn::heard:
        return cells.heard(at, row);
    case PersonColumn::order:
        return;
    }
}

void draw_order(const Context& context) {
    constexpr Sort own{static_cast<int>(PersonColumn::order), false};
    const RowOrder order{"In your own order", "Show your own order", context.view.people.sort.column == own.column};
    if (context.deal->stakeholders.size() > 1 && draw_row_order(context, order, ImGui::GetContentRegionAvail().x)) {
        context.view.people.sort = own;
    }
}

// Right after the row.
void move_by_keys(const Context& context, const PersonRow& row) {
    const auto move = row_moved_by_keys();
    if (move != RowMove::none && !context.read_only) move_person(context, row.person->id, move);
}

// Only when it is out of sight: what is seen stays where it is. After the row was drawn.
void scroll_if_asked(const Context& context) {
    if (!context.view.scroll_to_selection) {
        return;
    }
    const auto min = ImGui::GetItemRectMin();
    const auto max = ImGui::GetItemRectMax();
    if (min.y < context.min.y || max.y > context.max.y) {
        ImGui::SetScrollHereY();
    }
    context.view.scroll_to_selection = false;
}

}

// In the deal's own order, which the list then shows.
void move_person(const Context& context, const StakeholderId& id, RowMove move) {
    auto edit = moved_person(*context.deal, id, move == RowMove::up ? -1 : 1);
    if (!edit) return;
    const int order = static_cast<int>(PersonColumn::order);
    const bool sorted = context.view.people.sort.column != order;
    context.view.people.sort = {order, false};
    auto what = "Moved " + name_of(*context.deal, id) + (move == RowMove::up ? " up" : " down");
    if (sorted) what += ". The list is in your own order now";
    context.act(action::Apply{{std::move(*edit)}, {}, std::move(what), true, {}});
}

void draw_people_table(const Context& context, std::vector<PersonRow> rows) {
    const auto& ui = context.ui;
    const float width = ImGui::GetContentRegionAvail().x;
    const auto shown = columns_for(ui, width);
    const bool wide = std::ranges::find(shown, PersonColumn::problem) != shown.end();
    const bool as_number = width < ui.px(720);
    std::vector<Column> columns;
    for (const auto column : shown) {
        columns.push_back(column_of(column, wide, as_number));
    }
    draw_order(context);
    const auto wanted = sort_of(context.view);
    sort_people(rows, static_cast<PersonColumn>(wanted.column), wanted.descending);

    const auto place = std::ranges::find(shown, static_cast<PersonColumn>(wanted.column));
    Sort sort{place == shown.end() ? -1 : static_cast<int>(place - shown.begin()), wanted.descending};
    const Card card(ui, "people table", {.flush = true});
    Table table(ui, "people", columns, &sort);
    if (sort.column >= 0) {
        context.view.people.sort = {static_cast<int>(shown[static_cast<std::size_t>(sort.column)]), sort.descending};
    }
    for (const auto& row : rows) {
        const bool selected = context.view.person == row.person->id;
        if (table.row(row.name + "##" + row.person->id.text, ui.theme.touch ? 56.0f : 48.0f, selected)) {
            context.view.person = row.person->id;
            context.view.scroll_to_selection = false; // it is where the pointer is
        }
        move_by_keys(context, row);
        if (selected) {
            scroll_if_asked(context);
        }
        if (!table.row_visible()) {
            continue;
        }
        Cells cells(context, table);
        for (int i = 0; i < static_cast<int>(shown.size()); ++i) {
            draw_cell(context, cells, i, shown[static_cast<std::size_t>(i)], row, as_number);
        }
    }
}

void draw_people_list(const Context& context, std::vector<PersonRow> rows) {
    const auto& ui = context.ui;
    draw_order(context);
    const auto wanted = sort_of(context.view);
    sort_people(rows, static_cast<PersonColumn>(wanted.column), wanted.descending);
    const Card card(ui, "people list", {.flush = true});
    bool first = true;
    for (const auto& row : rows) {
        if (!first) {
            separator(ui);
        }
        first = false;
        const auto press = press_area(id_of(row.name + "##" + row.person->id.text), {ImGui::GetContentRegionAvail().x, ui.px(72)});
        if (press.pressed) {
            context.view.person = row.person->id;
        }
        move_by_keys(context, row);
        if (!press.visible) {
            continue;
        }
        auto* list = ImGui::GetWindowDrawList();
        if (press.hovered) {
            list->AddRectFilled(press.min, press.max, ui.color().hover);
        }
        if (is_keyboard_focused()) {
            draw_focus_ring(ui, press.min, press.max, ui.px(10), Ring::inset);
        }
        ui.note(ItemRole::row, row.name, person_words(row, context.today));
        const float middle = (press.min.y + press.max.y) / 2;
        draw_avatar(ui, list, {press.min.x + ui.px(16 + 16), middle}, row.name, 32);
        const float line = ui.theme.line_height(TextStyle::body);
        const float left = press.min.x + ui.px(60);
        const float right = press.max.x - ui.px(16);
        const float top = middle - line;
        const auto stance = stance_label(row);
        const float stance_left = right - text_size(ui, TextStyle::caption, stance).x;
        if (!row.gone) draw_stance_mark(ui, list, snapped({stance_left - ui.px(12), top + line / 2}), row.stance);
        draw_text_in(ui, list, TextStyle::caption, {stance_left, top}, {right, middle}, row.gone ? ui.color().text_muted : ui.color().text, stance);
        const auto heard = (row.heard ? "Heard " : "") + heard_words(row, context.today) + (row.heard ? "" : " heard");
        const float heard_left = right - text_size(ui, TextStyle::caption, heard).x;
        const auto heard_color = row.unheard ? ui.color().warn : ui.color().text_muted;
        draw_text_in(ui, list, TextStyle::caption, {heard_left, middle}, {right, middle + line}, heard_color, heard);
        draw_text_in(ui, list, TextStyle::strong, {left, top}, {stance_left - ui.px(28), middle}, ui.color().text, row.name);
        draw_text_in(ui, list, TextStyle::caption, {left, middle}, {heard_left - ui.px(12), middle + line}, ui.color().text_muted,
                     line_under_name(*row.person, person_line(*row.person), context.today));
    }
}

}
