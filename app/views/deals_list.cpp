#include "app/views/deals_table.hpp"

#include "app/views/deals_cells.hpp"
#include "app/widgets/controls.hpp"
#include "app/widgets/layout.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <string>

namespace middleground {

namespace {

constexpr const char* menu_name = "row menu";

// What the row shows, for whoever cannot see it.
std::string spoken(const DealRow& row, Date today) {
    std::string text = row.closed ? row.closed_words : row.ask;
    if (!row.ask_who.empty()) {
        text += ", " + row.ask_who;
    }
    if (row.by) {
        text += ", by " + short_date(*row.by, today) + ", " + by_words(row, today);
    }
    return text + ", kept " + std::to_string(row.kept) + " of " + std::to_string(row.commitments);
}

// Opened by the three dots.
void draw_menu(const Context& context, const DealRow& row) {
    const auto& ui = context.ui;
    ImGui::PushStyleVar(ImGuiStyleVar_WindowPadding, ImVec2(ui.px(4), ui.px(4)));
    if (ImGui::BeginPopup(menu_name)) {
        if (button(ui, ButtonKind::quiet, "Duplicate", {.icon = icon::copy})) {
            context.act(action::DuplicateDeal{row.deal->id});
            ImGui::CloseCurrentPopup();
        }
        if (button(ui, ButtonKind::quiet, "Remove", {.icon = icon::trash_2})) {
            context.act(action::RemoveDeal{row.deal->id});
            ImGui::CloseCurrentPopup();
        }
        ImGui::EndPopup();
    }
    ImGui::PopStyleVar();
}

}

void draw_deals_list(const Context& context, const std::vector<DealRow>& rows) {
    const auto& ui = context.ui;
    const Card card(ui, "deals list", {.flush = true});
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
        draw_deal_name(ui, list, ImVec2(start.x + ui.px(16), start.y), ImVec2(right - by_width, end.y), row,
                       {about, row.closed ? ask.color : ui.color().text_muted, TextStyle::body, ask.icon});
        const auto line = ui.theme.line_height(TextStyle::body);
        const auto top = (start.y + end.y) / 2 - line;
        draw_line(ui, list, ImVec2(right - by_width, top), ImVec2(right, top + line), by, Align::right);

        const auto after = ImGui::GetCursorScreenPos();
        ImGui::SetCursorScreenPos(ImVec2(right + ui.px(4), start.y + (height - more) / 2));
        if (icon_button(ui, icon::ellipsis, "More for " + row.name)) {
            ImGui::OpenPopup(menu_name);
        }
        draw_menu(context, row);
        ImGui::SetCursorScreenPos(after);
        ImGui::PopID();
        if (pressed) {
            context.act(action::OpenDeal{row.deal->id, Screen::deal});
        }
    }
}

}
