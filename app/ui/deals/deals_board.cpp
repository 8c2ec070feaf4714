#include "app/session/action.hpp"
#include "app/ui/cards/analysis/analysis_cards.hpp"
#include "app/ui/context.hpp"
#include "app/ui/deals/deals_cells.hpp"
#include "app/ui/deals/deals_table.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/finger.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/viewmodel/deals_board_data.hpp"
#include "app/viewmodel/forecast_words.hpp"
#include "core/analysis/balance.hpp"
#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>
#include <string>

namespace middleground {

namespace {

constexpr float column_width = 232;
constexpr float between = 16;
constexpr float card_height = 150;
constexpr float card_step = card_height + 8;
constexpr float head_height = 40;
constexpr float least_height = 360;

// What the card shows, for whoever cannot see it.
std::string spoken_card(const DealRow& row, Date today) {
    auto words = row.closed ? row.closed_words : row.ask;
    if (row.by) words += ", due " + short_date(*row.by, today) + ", " + by_words(row, today);
    if (!row.closed) words += ", " + balance_word(row.balance, row.too_early).text;
    if (!row.closed && row.too_early) return words;
    return words + ", " + std::to_string(row.would_agree) + " of " + std::to_string(row.group) + " would agree";
}

void draw_card(const Context& context, const DealRow& row) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto press = press_area(id_of(row.deal->id.text), {ui.px(column_width), ui.px(card_height)}, Enabled::yes, Overlap::allowed);
    if (opens_deal(context, press.pressed)) open_found(context, row);
    if (!press.visible) return;
    const bool menu = wants_menu();
    ui.note(ItemRole::row, row.name, spoken_card(row, context.today));
    const auto radius = ui.px(10);
    list->AddRectFilled(press.min, press.max, press.hovered ? ui.color().hover : ui.color().surface, radius);
    draw_border(list, press.min, press.max, ui.color().line, radius, line_width(ui));
    if (is_keyboard_focused()) draw_focus_ring(ui, press.min, press.max, radius, Ring::inset);

    const float left = press.min.x + ui.px(12);
    const float right = press.max.x - ui.px(12);
    const auto muted = [&](std::string words) { return Line{std::move(words), ui.color().text_muted, TextStyle::caption, nullptr}; };
    const auto name_end = press.min.y + ui.px(52);
    const float more = ui.theme.control_small_height();
    draw_deal_name(ui, list, {left, press.min.y + ui.px(8)}, {right - more, name_end}, row, muted(row.about));

    float y = name_end + ui.px(2);
    const float line = ui.px(20);
    const auto put = [&](const Line& at_left, const Line& at_right) {
        const auto reserved = at_right.text.empty() ? 0.0f : text_size(ui, at_right.style, at_right.text).x + ui.px(at_right.icon ? 28 : 8);
        if (!at_left.text.empty()) draw_line(ui, list, {left, y}, {right - reserved, y + line}, at_left);
        if (!at_right.text.empty()) draw_line(ui, list, {left, y}, {right, y + line}, at_right, Align::right);
        y += line + ui.px(2);
    };
    if (row.closed) {
        put(ask_line(ui, row), {});
    } else {
        auto by = by_line(ui, row, context.today);
        if (row.days_late > 0) by.text = by_words(row, context.today);
        put(ask_line(ui, row), {});
        put(muted(row.ask_why), by);
        const auto word = balance_word(row.balance, row.too_early);
        // Said once on the card, with the chance.
        put(row.too_early ? Line{} : Line{word.text, tone_color(ui, word.tone), TextStyle::caption, word.icon},
            muted(row.group == 0 || row.too_early ? std::string() : std::to_string(row.would_agree) + " of " + std::to_string(row.group) + " agree"));
    }
    const auto chance = row.chance ? percent_with_error(*row.chance) : row.too_early ? std::string("Too early to say") : std::string();
    put({chance, row.chance ? ui.color().text : ui.color().text_muted, row.chance ? TextStyle::strong : TextStyle::caption, nullptr}, muted(row.deal->amount ? format_money(*row.deal->amount) : std::string()));
    const auto after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos({press.max.x - more - ui.px(4), press.min.y + ui.px(6)});
    draw_deal_menu_button(context, row, {.small = true}, menu);
    ImGui::SetCursorScreenPos(after);
}

// Over the cards that scroll below it.
void draw_heads(const Context& context, const std::vector<BoardColumn>& columns, ImVec2 at, float width) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const ImVec2 start{ImGui::GetWindowPos().x, at.y};
    list->AddRectFilled(start, {start.x + width, start.y + ui.px(head_height)}, ui.color().background);
    float x = at.x;
    for (const auto& column : columns) {
        const auto count = std::to_string(column.rows.size());
        const float right = x + ui.px(column_width);
        const float room = ui.px(column_width) - text_size(ui, TextStyle::body, count).x - ui.px(12);
        const auto shown = fitted(ui, TextStyle::strong, column.title, room);
        const ImVec2 end{right, start.y + ui.px(head_height)};
        draw_text_in(ui, list, TextStyle::strong, {x, start.y}, end, ui.color().text, shown);
        draw_text_in(ui, list, TextStyle::body, {x + text_size(ui, TextStyle::strong, shown).x + ui.px(8), start.y}, end,
                     ui.color().text_muted, count);
        ui.note_rect(ItemRole::heading, column.title, {x, start.y}, end, count);
        x = right + ui.px(between);
    }
}

}

void draw_deals_board(const Context& context, const std::vector<const DealRow*>& rows, float width) {
    const auto& ui = context.ui;
    const auto columns = board_columns(rows);
    std::size_t most = 0;
    for (const auto& column : columns) {
        most = std::max(most, column.rows.size());
    }
    // As high as its cards, and no higher than what is left of the window: then it scrolls by itself.
    const float left = context.max.y - ImGui::GetCursorScreenPos().y - ui.px(24);
    const float wanted = ui.px(head_height + card_step * static_cast<float>(most)) + ImGui::GetStyle().ScrollbarSize;
    const float height = std::min(wanted, std::max(left, ui.px(least_height)));
    const float across = static_cast<float>(columns.size()) * ui.px(column_width + between) - ui.px(between);
    ImGui::SetNextWindowContentSize({across, 0});
    bool visible = false;
    {
        const WholeChildren whole(ui);
        visible = ImGui::BeginChild("board", {width, height}, ImGuiChildFlags_NavFlattened, ImGuiWindowFlags_HorizontalScrollbar);
    }
    if (visible) {
        const Part part(ui, ItemRole::group, "Board");
        ui.note_kind("columns");
        const auto start = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos({start.x, start.y + ui.px(head_height)});
        ImGuiListClipper clipper;
        clipper.Begin(static_cast<int>(most), ui.px(card_step));
        include_rows(ui, clipper, static_cast<int>(most));
        while (clipper.Step()) {
            for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
                const float y = ImGui::GetCursorScreenPos().y;
                float x = start.x;
                for (const auto& column : columns) {
                    if (static_cast<std::size_t>(i) < column.rows.size()) {
                        ImGui::SetCursorScreenPos({x, y});
                        draw_card(context, *column.rows[static_cast<std::size_t>(i)]);
                    }
                    x += ui.px(column_width + between);
                }
                ImGui::SetCursorScreenPos({start.x, y});
                ImGui::Dummy({1, ui.px(card_step)});
            }
        }
        draw_heads(context, columns, {start.x, ImGui::GetWindowPos().y}, across + ui.px(between));
    }
    ImGui::EndChild();
}

}
