#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <imgui_internal.h>

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr float edge = 20; // before the first and after the last column, as the padding of a card
constexpr float between_columns = 20;
constexpr float head_height = 36;

std::uint32_t at(int column) {
    return static_cast<std::uint32_t>(column);
}

// One head; true when it was pressed.
bool draw_head(const Ui& ui, const Column& column, int index, ImVec2 min, ImVec2 max, const Sort* sort) {
    const bool sorted = sort && sort->column == index;
    bool pressed = false;
    bool hovered = false;
    bool focused = false;
    if (ui.outline) ui.note_rect(ItemRole::column, column.title, min, max, !sorted ? "" : sort->descending ? "descending" : "ascending");
    if (sort && column.sortable) {
        ImGui::SetCursorScreenPos(min);
        ImGui::PushID(index);
        const auto press = press_area(id_of(column.title), max - min);
        ImGui::PopID();
        pressed = press.pressed;
        hovered = press.hovered;
        if (press.visible) {
            focused = is_keyboard_focused();
            ui.note(ItemRole::button, column.title, !sorted ? "" : sort->descending ? "descending" : "ascending");
        }
    } else if (!column.title.empty() && !ui.outline) {
        ui.note_rect(ItemRole::text, column.title, min, max);
    }
    auto* font = ui.theme.fonts.medium;
    auto* list = ImGui::GetWindowDrawList();
    const float size = ui.theme.font_size(TextStyle::caption);
    const ImU32 color = sorted || hovered ? ui.color().text : ui.color().text_muted;
    const float wide = words_width(font, size, column.title);
    const float center = (min.y + max.y) / 2;
    const float arrow_room = sorted ? ui.px(18) : 0;
    const float left = column.right ? max.x - wide : min.x;
    draw_words(list, font, size, left, center, color, column.title);
    if (sorted) {
        const float middle = column.right ? left - arrow_room + ui.px(6) : left + wide + arrow_room - ui.px(7);
        draw_icon(ui, list, sort->descending ? icon::arrow_down : icon::arrow_up, {middle, center}, ui.px(14), color);
    }
    if (focused) {
        draw_focus_ring(ui, {min.x - ui.px(4), min.y + ui.px(4)}, {max.x + ui.px(4), max.y - ui.px(4)}, ui.px(4), Ring::inset);
    }
    return pressed;
}

}

Table::Table(const Ui& ui, const char* id, std::span<const Column> columns, Sort* sort) 
    : ui_(ui), list_(ImGui::GetWindowDrawList()), part_(ui, ItemRole::table, {}, ImGui::GetID(id)) {
    const auto start = ImGui::GetCursorScreenPos();
    left_edge_ = start.x;
    width_ = std::max(1.0f, ImGui::GetContentRegionAvail().x);

    float fixed = 0;
    float shares = 0;
    for (const auto& column : columns) {
        (column.width < 0 ? shares : fixed) += column.width < 0 ? -column.width : ui.px(column.width);
    }
    const float gaps = columns.empty() ? 0 : ui.px(between_columns) * static_cast<float>(columns.size() - 1);
    const float room = std::max(0.0f, width_ - 2 * ui.px(edge) - gaps);
    // Too little room: the fixed ones give way in proportion.
    const float squeeze = fixed > room && fixed > 0 ? room / fixed : 1;
    const float share = shares > 0 ? std::max(0.0f, room - fixed) / shares : 0;
    float x = start.x + ui.px(edge);
    left_.reserve(columns.size());
    right_.reserve(columns.size());
    align_right_.reserve(columns.size());
    for (const auto& column : columns) {
        const float wide = column.width < 0 ? -column.width * share : ui.px(column.width) * squeeze;
        left_.push_back(std::floor(x));
        right_.push_back(std::floor(x + wide));
        align_right_.push_back(column.right);
        x += wide + ui.px(between_columns);
    }
    if (window_skips()) {
        return;
    }

    const float height = ui.px(head_height);
    ImGui::PushID(id);
    ImGui::BeginGroup();
    for (int i = 0; i < static_cast<int>(columns.size()); ++i) {
        const ImVec2 min{left_[at(i)], start.y};
        const ImVec2 max{std::max(min.x + 1, right_[at(i)]), start.y + height};
        if (draw_head(ui, columns[at(i)], i, min, max, sort)) {
            *sort = {i, sort->column == i && !sort->descending};
        }
    }
    ImGui::EndGroup();
    ImGui::PopID();
    ImGui::GetCurrentWindow()->DC.CursorPos = start;
    ImGui::ItemSize(ImVec2{width_, height});
}

bool Table::row(std::string_view label, float design_height, bool selected) {
    part_.close_last();
    const auto press = press_area(id_of(label), {width_, std::round(ui_.px(design_height))}, Enabled::yes, Overlap::allowed);
    row_min_ = press.min;
    row_max_ = press.max;
    after_row_ = ImGui::GetCursorScreenPos();
    visible_ = press.visible;
    hovered_ = press.hovered;
    ++rows_;
    if (!visible_) {
        return press.pressed;
    }
    const auto min = snapped(row_min_);
    const auto max = snapped(row_max_);
    if (selected || hovered_) {
        list_->AddRectFilled(min, max, selected ? ui_.color().accent_soft : ui_.color().hover);
    }
    draw_line_across(ui_, list_, min.x, max.x, min.y, ui_.color().line);
    if (is_keyboard_focused()) {
        draw_focus_ring(ui_, {min.x + line_width(ui_), min.y + line_width(ui_)}, {max.x - line_width(ui_), max.y}, ui_.px(6), Ring::inset);
    }
    ui_.note(ItemRole::row, label, selected ? "selected" : "");
    part_.open_last();
    return press.pressed;
}

Table::Cell Table::cell(int column) const {
    return {{left_[at(column)], row_min_.y}, {right_[at(column)], row_max_.y}};
}

void Table::text(int column, std::string_view line, TextStyle style, ImU32 color) {
    if (!visible_ || line.empty()) {
        return;
    }
    const auto place = cell(column);
    draw_text_in(ui_, list_, style, place.min, place.max, color ? color : ui_.color().text, line,
                 align_right_[at(column)] ? Align::right : Align::left);
}

void Table::two_lines(int column, std::string_view first, std::string_view second) {
    if (!visible_) {
        return;
    }
    if (second.empty()) {
        return text(column, first, TextStyle::strong);
    }
    const auto place = cell(column);
    const auto align = align_right_[at(column)] ? Align::right : Align::left;
    const float upper = ui_.theme.line_height(TextStyle::strong);
    const float lower = ui_.theme.line_height(TextStyle::caption);
    const float top = std::floor((place.min.y + place.max.y - upper - lower) / 2);
    draw_text_in(ui_, list_, TextStyle::strong, {place.min.x, top}, {place.max.x, top + upper}, ui_.color().text, first, align);
    draw_text_in(ui_, list_, TextStyle::caption, {place.min.x, top + upper}, {place.max.x, top + upper + lower}, ui_.color().text_muted,
                 second, align);
}

void Table::begin_control(int column, float height) {
    auto* window = ImGui::GetCurrentWindow();
    const auto place = cell(column);
    content_right_ = window->ContentRegionRect.Max.x;
    window->ContentRegionRect.Max.x = place.max.x;
    ImGui::SetCursorScreenPos({place.min.x, std::floor((place.min.y + place.max.y - height) / 2)});
    // A second control on the same line stays in the cell, a line below starts at its left.
    ImGui::BeginGroup();
}

void Table::end_control() {
    auto* window = ImGui::GetCurrentWindow();
    ImGui::EndGroup();
    window->ContentRegionRect.Max.x = content_right_;
    // Straight to where the row ended: what is taller than the row does not move the rows below.
    window->DC.CursorPos = after_row_;
    window->DC.IsSameLine = false;
    window->DC.IsSetPos = false;
    window->DC.CurrLineSize = {0, 0};
}

}
