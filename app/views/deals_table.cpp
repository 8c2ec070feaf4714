#include "app/views/deals_table.hpp"

#include "app/widgets/controls.hpp"
#include "app/widgets/text.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <string>

namespace middleground {

namespace {

constexpr float two_line_row = 64;
constexpr int most_pips = 12;

struct Line {
    std::string text;
    ImU32 color = 0;
    TextStyle style = TextStyle::body;
    const char* icon = nullptr;
};

// An optional icon and one line of text within the cell, cut to fit.
void draw_line(const Ui& ui, ImDrawList* list, ImVec2 min, ImVec2 max, const Line& line, Align align)
{
    const auto height = max.y - min.y;
    if (line.icon) {
        const auto size = ui.px(14);
        const auto gap_width = ui.px(6);
        const auto width = text_size(ui, line.style, line.text).x;
        const auto left = align == Align::right ? std::max(min.x, max.x - width - size - gap_width) : min.x;
        draw_icon(ui, list, line.icon, ImVec2(left + size / 2, min.y + height / 2), size, line.color);
        draw_text_in(ui, list, line.style, ImVec2(left + size + gap_width, min.y), max, line.color, line.text);
        return;
    }
    draw_text_in(ui, list, line.style, min, max, line.color, line.text, align);
}

void draw_lines(const Ui& ui, const Table& table, int column, const Line& first, const Line& second, Align align = Align::left)
{
    const auto cell = table.cell(column);
    const auto first_height = ui.theme.line_height(first.style);
    const auto second_height = second.text.empty() ? 0.0f : ui.theme.line_height(second.style);
    const auto top = (cell.min.y + cell.max.y - first_height - second_height) / 2;
    draw_line(ui, table.list(), ImVec2(cell.min.x, top), ImVec2(cell.max.x, top + first_height), first, align);
    if (!second.text.empty()) {
        draw_line(ui, table.list(), ImVec2(cell.min.x, top + first_height), ImVec2(cell.max.x, top + first_height + second_height), second, align);
    }
}

Line name_line(const Ui& ui, const DealRow& row)
{
    return { row.name, ui.color().text, TextStyle::strong, nullptr };
}

// The name, the mark of a sample right after it, and the title below.
void draw_deal(const Ui& ui, ImDrawList* list, ImVec2 min, ImVec2 max, const DealRow& row, const Line& second)
{
    const auto first_height = ui.theme.line_height(TextStyle::strong);
    const auto second_height = second.text.empty() ? 0.0f : ui.theme.line_height(second.style);
    const auto top = (min.y + max.y - first_height - second_height) / 2;
    auto right = max.x;
    if (row.deal->sample) {
        const auto mark = tag_size(ui, "Sample", icon::flask_conical);
        right = std::max(min.x, right - mark.x - ui.px(8));
        const auto name_width = std::min(text_size(ui, TextStyle::strong, row.name).x, right - min.x);
        draw_tag(ui, list, ImVec2(min.x + name_width + ui.px(8), top + (first_height - mark.y) / 2), "Sample", Tone::neutral, icon::flask_conical);
    }
    draw_line(ui, list, ImVec2(min.x, top), ImVec2(right, top + first_height), name_line(ui, row), Align::left);
    if (!second.text.empty()) {
        draw_line(ui, list, ImVec2(min.x, top + first_height), ImVec2(max.x, top + first_height + second_height), second, Align::left);
    }
}

Line ask_line(const Ui& ui, const DealRow& row)
{
    if (row.closed) {
        const bool won = std::holds_alternative<Won>(row.deal->outcome);
        const bool lost = std::holds_alternative<Lost>(row.deal->outcome);
        return { row.closed_words, won ? ui.color().middle : lost ? ui.color().bad : ui.color().text_muted, TextStyle::body,
            won ? icon::circle_check : lost ? icon::circle_x : icon::circle_pause };
    }
    if (!row.next) {
        return { row.commitments == 0 ? "No commitments yet" : "Everything is kept", ui.color().text_muted, TextStyle::body, nullptr };
    }
    return { row.ask, ui.color().text, TextStyle::body, nullptr };
}

Line by_line(const Ui& ui, const DealRow& row, Date today)
{
    if (!row.by) {
        return { row.next ? "no date" : "", ui.color().text_muted, TextStyle::body, nullptr };
    }
    const bool late = row.days_late > 0;
    return { short_date(*row.by, today), late ? ui.color().bad : ui.color().text, TextStyle::body, late ? icon::triangle_alert : nullptr };
}

Line last_kept_line(const Ui& ui, const DealRow& row, Date today)
{
    const auto words = last_kept_words(row, today);
    if (row.quiet) {
        return { words, ui.color().warn, TextStyle::body, icon::clock_alert };
    }
    return { words, row.last_kept ? ui.color().text : ui.color().text_muted, TextStyle::body, nullptr };
}

// Filled discs for what is kept, hollow ones for the rest; a bar when there are too many to count.
void draw_pips(const Ui& ui, ImDrawList* list, ImVec2 at, float width, const DealRow& row)
{
    const auto& color = ui.color();
    const auto radius = ui.px(3.5f);
    const auto step = ui.px(11);
    if (row.commitments > most_pips || step * static_cast<float>(row.commitments) > width + ui.px(4)) {
        const auto share = static_cast<float>(row.kept) / static_cast<float>(row.commitments);
        const auto height = ui.px(6);
        const auto length = std::min(width, ui.px(108));
        const ImVec2 min(at.x, at.y - height / 2);
        list->AddRectFilled(min, ImVec2(min.x + length, min.y + height), color.fill, height / 2);
        if (row.kept > 0) {
            list->AddRectFilled(min, ImVec2(min.x + std::max(height, length * share), min.y + height), color.middle, height / 2);
        }
        return;
    }
    for (int i = 0; i < row.commitments; ++i) {
        const ImVec2 center(at.x + radius + step * static_cast<float>(i), at.y);
        if (i < row.kept) {
            list->AddCircleFilled(center, radius + ui.px(0.5f), color.middle);
        } else {
            list->AddCircle(center, radius, color.line_control, 0, ui.px(1));
        }
    }
}

void draw_kept(const Ui& ui, const Table& table, int column, const DealRow& row)
{
    const auto cell = table.cell(column);
    if (row.commitments == 0) {
        draw_lines(ui, table, column, { "none", ui.color().text_muted, TextStyle::body, nullptr }, {});
        return;
    }
    const auto line = ui.theme.line_height(TextStyle::caption);
    const auto top = (cell.min.y + cell.max.y - line - ui.px(14)) / 2;
    draw_pips(ui, table.list(), ImVec2(cell.min.x, top + ui.px(6)), cell.width(), row);
    draw_text_in(ui, table.list(), TextStyle::caption, ImVec2(cell.min.x, top + ui.px(14)), ImVec2(cell.max.x, top + ui.px(14) + line), ui.color().text_muted,
        std::to_string(row.kept) + " of " + std::to_string(row.commitments));
}

void draw_cell(const Context& context, const Table& table, int at, DealColumn column, const DealRow& row)
{
    const auto& ui = context.ui;
    const auto muted = [&](std::string text) { return Line { std::move(text), ui.color().text_muted, TextStyle::caption, nullptr }; };
    const auto body = [&](std::string text) { return Line { std::move(text), ui.color().text, TextStyle::body, nullptr }; };
    switch (column) {
    case DealColumn::deal: {
        const auto cell = table.cell(at);
        draw_deal(ui, table.list(), cell.min, cell.max, row, muted(row.about));
        break;
    }
    case DealColumn::ask:
        draw_lines(ui, table, at, ask_line(ui, row), muted(row.ask_who));
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
        draw_lines(ui, table, at, row.people == 0 ? Line { "none", ui.color().text_muted, TextStyle::body, nullptr } : body(std::to_string(row.people)), {}, Align::right);
        break;
    case DealColumn::target:
        draw_lines(ui, table, at, body(row.target ? short_date(*row.target, context.today) : std::string()), {});
        break;
    case DealColumn::amount:
        draw_lines(ui, table, at, body(row.deal->amount ? format_money(*row.deal->amount) : std::string()), {}, Align::right);
        break;
    }
}

// What the row shows, for whoever cannot see it.
std::string spoken(const DealRow& row, Date today)
{
    std::string text = row.closed ? row.closed_words : row.ask;
    if (!row.ask_who.empty()) {
        text += ", " + row.ask_who;
    }
    if (row.by) {
        text += ", by " + short_date(*row.by, today) + ", " + by_words(row, today);
    }
    return text + ", kept " + std::to_string(row.kept) + " of " + std::to_string(row.commitments);
}

void row_actions(const Context& context, const DealRow& row)
{
    const auto& id = row.deal->id;
    if (icon_button(context.ui, icon::copy, "Duplicate " + row.name + "##" + id.text, { .small = true })) {
        context.act(action::DuplicateDeal { id });
    }
    same_line(context.ui, 4);
    if (icon_button(context.ui, icon::trash_2, "Remove " + row.name + "##" + id.text, { .small = true })) {
        context.act(action::RemoveDeal { id });
    }
}

Column column_of(DealColumn column)
{
    switch (column) {
    case DealColumn::deal:
        return { "Deal", -1.2f, false, true };
    case DealColumn::ask:
        return { "Ask next", -1.3f, false, true };
    case DealColumn::by:
        return { "Ask by", 112, false, true };
    case DealColumn::kept:
        return { "Kept", 140, false, true };
    case DealColumn::last_kept:
        return { "Last kept", 104, true, true };
    case DealColumn::people:
        return { "People", 84, true, true };
    case DealColumn::target:
        return { "Target", 100, false, true };
    case DealColumn::amount:
        return { "Amount", 112, true, true };
    }
    return {};
}

}

DealSort deal_sort(const ViewState& view)
{
    if (view.deals_sort.column < 0 || view.deals_sort.column > static_cast<int>(DealColumn::amount)) {
        return {};
    }
    return { static_cast<DealColumn>(view.deals_sort.column), view.deals_sort.descending };
}

void draw_deals_table(const Context& context, const std::vector<DealRow>& rows)
{
    const auto& ui = context.ui;
    std::vector<DealColumn> shown { DealColumn::deal, DealColumn::ask, DealColumn::by, DealColumn::kept, DealColumn::last_kept };
    // The two facts that can wait give their room to the words when there is little.
    if (ImGui::GetContentRegionAvail().x >= ui.px(980)) {
        shown.push_back(DealColumn::people);
        shown.push_back(DealColumn::target);
    }
    shown.push_back(DealColumn::amount);

    std::vector<Column> columns;
    for (const auto column : shown) {
        columns.push_back(column_of(column));
    }
    columns.push_back({ "", 88, true, false });

    const auto wanted = deal_sort(context.view);
    const auto place = std::ranges::find(shown, wanted.column);
    Sort sort { place == shown.end() ? -1 : static_cast<int>(place - shown.begin()), wanted.descending };

    const Card card(ui, "deals table", { .flush = true });
    Table table(ui, "deals", columns, &sort);
    if (sort.column >= 0) {
        context.view.deals_sort = { static_cast<int>(shown[static_cast<std::uint32_t>(sort.column)]), sort.descending };
    }
    for (const auto& row : rows) {
        const auto pressed = table.row(row.name + "##" + row.deal->id.text, two_line_row);
        for (int i = 0; i < static_cast<int>(shown.size()); ++i) {
            draw_cell(context, table, i, shown[static_cast<std::uint32_t>(i)], row);
        }
        table.begin_control(static_cast<int>(shown.size()), ui.theme.control_small_height());
        row_actions(context, row);
        table.end_control();
        if (pressed) {
            context.act(action::OpenDeal { row.deal->id, Screen::deal });
        }
    }
}

void draw_deals_list(const Context& context, const std::vector<DealRow>& rows)
{
    const auto& ui = context.ui;
    const Card card(ui, "deals list", { .flush = true });
    bool first = true;
    for (const auto& row : rows) {
        if (!first) {
            separator(ui);
        }
        first = false;
        const auto start = ImGui::GetCursorScreenPos();
        const auto width = ImGui::GetContentRegionAvail().x;
        const auto height = ui.px(72);
        const ImVec2 end(start.x + width, start.y + height);
        ImGui::PushID(row.deal->id.text.c_str());
        ImGui::SetNextItemAllowOverlap();
        const auto pressed = ImGui::InvisibleButton("row", ImVec2(width, height), ImGuiButtonFlags_EnableNav);
        ui.note(ItemRole::row, row.name, spoken(row, context.today));
        auto* list = ImGui::GetWindowDrawList();
        if (ImGui::IsItemHovered()) {
            list->AddRectFilled(start, end, ui.color().hover, ui.px(10));
        }
        if (is_keyboard_focused()) {
            draw_focus_ring(ui, start, end, ui.px(10), Ring::inset);
        }
        const auto more = ui.theme.control_height();
        const auto right = end.x - more - ui.px(8);
        const auto by = by_line(ui, row, context.today);
        const auto by_width = by.text.empty() ? 0.0f : text_size(ui, by.style, by.text).x + (by.icon ? ui.px(20) : 0.0f) + ui.px(12);
        const auto ask = ask_line(ui, row);
        const auto about = ask.text + (row.ask_who.empty() ? "" : ", " + row.ask_who);
        draw_deal(ui, list, ImVec2(start.x + ui.px(16), start.y), ImVec2(right - by_width, end.y), row,
            { about, row.closed ? ask.color : ui.color().text_muted, TextStyle::body, ask.icon });
        const auto line = ui.theme.line_height(TextStyle::body);
        const auto top = (start.y + end.y) / 2 - line;
        draw_line(ui, list, ImVec2(right - by_width, top), ImVec2(right, top + line), by, Align::right);

        const auto after = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos(ImVec2(right + ui.px(4), start.y + (height - more) / 2));
        if (icon_button(ui, icon::ellipsis, "More for " + row.name)) {
            ImGui::OpenPopup("row menu");
        }
        if (ImGui::BeginPopup("row menu")) {
            if (button(ui, ButtonKind::quiet, "Duplicate", { .icon = icon::copy })) {
                context.act(action::DuplicateDeal { row.deal->id });
                ImGui::CloseCurrentPopup();
            }
            if (button(ui, ButtonKind::quiet, "Remove", { .icon = icon::trash_2 })) {
                context.act(action::RemoveDeal { row.deal->id });
                ImGui::CloseCurrentPopup();
            }
            ImGui::EndPopup();
        }
        ImGui::SetCursorScreenPos(after);
        ImGui::PopID();
        if (pressed) {
            context.act(action::OpenDeal { row.deal->id, Screen::deal });
        }
    }
}

}
