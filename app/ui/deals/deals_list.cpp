#include "app/session/action.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/context.hpp"
#include "app/ui/deals/deals_table.hpp"

#include "app/ui/deals/deals_cells.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/finger.hpp"
#include "app/ui/widgets/layout.hpp"
#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <cmath>
#include <string>

namespace middleground {

namespace {

constexpr float deal_height = 72;

// What the row shows, for whoever cannot see it.
std::string spoken_row(const DealRow& row, Date today) {
    std::string text = row.closed ? row.closed_words : row.ask;
    if (row.by) {
        text += ", due " + short_date(*row.by, today) + ", " + by_words(row, today);
    }
    return text + ", kept " + std::to_string(row.kept) + " of " + std::to_string(row.commitments);
}

void draw_row(const Context& context, const DealRow& row, float height) {
    const auto& ui = context.ui;
    auto* list = ImGui::GetWindowDrawList();
    const auto start = ImGui::GetCursorScreenPos();
    const auto width = ImGui::GetContentRegionAvail().x;
    const ImVec2 end(start.x + width, start.y + height);
    ImGui::PushID(row.deal->id.text.c_str());
    ImGui::SetNextItemAllowOverlap();
    const auto pressed = ImGui::InvisibleButton("row", ImVec2(width, height), ImGuiButtonFlags_EnableNav);
    const bool menu = wants_menu();
    ui.note(ItemRole::row, row.name, spoken_row(row, context.today));
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
    auto ask = ask_line(ui, row);
    if (const auto* found = context.caches.search.found(row.deal->id); found && !found->where.empty()) ask = {found->line(), ui.color().accent, TextStyle::body, icon::search};
    const auto about = ask.text;
    draw_deal_name(ui, list, ImVec2(start.x + ui.px(16), start.y), ImVec2(right - by_width, end.y), row,
                   {about, row.closed || ask.icon ? ask.color : ui.color().text_muted, TextStyle::body, ask.icon});
    const auto line = ui.theme.line_height(TextStyle::body);
    const auto top = (start.y + end.y) / 2 - line;
    draw_line(ui, list, ImVec2(right - by_width, top), ImVec2(right, top + line), by, Align::right);

    const auto after = ImGui::GetCursorScreenPos();
    ImGui::SetCursorScreenPos(ImVec2(right + ui.px(4), start.y + (height - more) / 2));
    draw_deal_menu_button(context, row, {}, menu);
    ImGui::SetCursorScreenPos(after);
    ImGui::PopID();
    if (opens_deal(context, pressed)) open_found(context, row);
}

}

void draw_deals_list(const Context& context, const std::vector<const DealRow*>& rows) {
    const auto& ui = context.ui;
    const Card card(ui, "deals list", {.flush = true});
    // Every row of the same height, the line above it included: only what is on the screen is drawn.
    const auto height = ui.px(deal_height);
    ImGuiListClipper clipper;
    clipper.Begin(static_cast<int>(rows.size()), height);
    include_rows(ui, clipper, static_cast<int>(rows.size()));
    while (clipper.Step()) {
        for (int i = clipper.DisplayStart; i < clipper.DisplayEnd; ++i) {
            const auto at = ImGui::GetCursorScreenPos();
            draw_row(context, *rows[static_cast<std::size_t>(i)], height);
            if (i > 0)
                draw_line_across(ui, ImGui::GetWindowDrawList(), at.x, at.x + ImGui::GetContentRegionAvail().x, at.y, ui.color().line);
        }
    }
}

}
