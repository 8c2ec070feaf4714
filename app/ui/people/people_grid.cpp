#include "app/ui/people/people_grid.hpp"

#include "app/session/view_state.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr float title_height = 32;
constexpr float avatar_size = 28;

// Sizes of the grid in logical pixels; the last two columns are those who are for it.
struct GridLayout {
    float name_width = 0;
    float column = 0;
    float head = 0;
    float pitch = 0; // from avatar to avatar
    int per_line = 1;
    bool words = true; // the stances' words fit over the columns
};

GridLayout lay_out_grid(const Context& context, float inner) {
    const auto& ui = context.ui;
    GridLayout layout;
    float widest_word = 0;
    for (const auto& name : names_of<Stance>()) {
        widest_word = std::max(widest_word, text_size(ui, TextStyle::caption, name.label).x);
    }
    const auto columns = static_cast<float>(names_of<Stance>().size());
    layout.name_width = std::min(ui.px(context.phone ? 104.0f : 160.0f), inner * 0.32f);
    layout.column = std::floor((inner - layout.name_width) / columns);
    if (!context.phone && layout.column < widest_word + ui.px(8)) {
        // The words matter more than the room after the functions' names.
        layout.name_width = std::max(ui.px(96), inner - columns * (widest_word + ui.px(8)));
        layout.column = std::floor((inner - layout.name_width) / columns);
    }
    layout.words = layout.column >= widest_word;
    layout.head = ui.px(layout.words ? 48.0f : 32.0f);
    layout.pitch = ui.px(ui.theme.touch ? 44.0f : avatar_size + 4);
    layout.per_line = std::max(1, static_cast<int>(layout.column / layout.pitch));
    return layout;
}

float line_height_of(const Ui& ui, const GridLayout& layout, const FunctionLine& line) {
    int most = 1;
    for (const auto& cell : line.by_stance) {
        most = std::max(most, static_cast<int>(cell.size()));
    }
    const int lines = (most + layout.per_line - 1) / layout.per_line;
    return std::round(static_cast<float>(lines) * layout.pitch + ui.px(ui.theme.touch ? 4.0f : 8.0f));
}

void draw_head(const Ui& ui, ImDrawList* list, const GridLayout& layout, ImVec2 start) {
    for (std::size_t i = 0; i < names_of<Stance>().size(); ++i) {
        const auto& name = names_of<Stance>()[i];
        const float left = start.x + layout.name_width + static_cast<float>(i) * layout.column;
        draw_stance_mark(ui, list, {std::round(left + layout.column / 2), start.y + ui.px(10)}, name.value);
        const ImVec2 min{left, start.y + ui.px(20)};
        const ImVec2 max{left + layout.column, start.y + ui.px(38)};
        if (layout.words) {
            draw_text_in(ui, list, TextStyle::caption, min, max, ui.color().text, name.label, Align::center);
        }
        ui.note_rect(ItemRole::text, name.label, {left, start.y}, max);
    }
}

void draw_person(const Context& context, const PersonRow& row, ImVec2 center, float target) {
    const auto& ui = context.ui;
    ImGui::SetCursorScreenPos(center - ImVec2{target / 2, target / 2});
    const auto label = row.name + ", " + std::string(label_of(row.person->function)) + ", " + std::string(label_of(row.stance));
    ImGui::PushID(row.person->id.text.c_str());
    const auto press = press_area(id_of("in the grid"), {target, target});
    ImGui::PopID();
    if (press.pressed) {
        context.view.person = row.person->id;
    }
    if (!press.visible) {
        return;
    }
    auto* list = ImGui::GetWindowDrawList();
    const float radius = ui.px(avatar_size) / 2;
    draw_avatar(ui, list, center, row.name, avatar_size);
    if (context.view.person == row.person->id) {
        list->AddCircle(center, radius + ui.px(1), ui.color().accent, 0, line_width(ui, 2));
    } else if (press.hovered) {
        list->AddCircle(center, radius, ui.color().line_control, 0, line_width(ui));
    }
    if (is_keyboard_focused()) {
        draw_focus_ring(ui, center - ImVec2{radius, radius}, center + ImVec2{radius, radius}, radius);
    }
    ui.note(ItemRole::button, label, context.view.person == row.person->id ? "selected" : "");
    tooltip(ui, person_words(row, context.today));
}

void draw_function_name(const Ui& ui, ImDrawList* list, const FunctionLine& line, ImVec2 min, ImVec2 max) {
    const auto name = label_of(line.function);
    ui.note_rect(ItemRole::text, name, min, max, line.never_heard ? "never heard" : "");
    if (!line.never_heard) {
        draw_text_in(ui, list, TextStyle::body, min, max, ui.color().text, name);
        return;
    }
    const float middle = (min.y + max.y) / 2;
    const float half = ui.theme.line_height(TextStyle::body);
    draw_text_in(ui, list, TextStyle::body, {min.x, middle - half}, {max.x, middle}, ui.color().text, name);
    draw_icon(ui, list, icon::ear_off, {min.x + ui.px(6), middle + half / 2}, ui.px(12), ui.color().warn);
    draw_text_in(ui, list, TextStyle::caption, {min.x + ui.px(18), middle}, {max.x, middle + half}, ui.color().warn, "never");
}

}

void people_card_title(const Ui& ui, float width, std::string_view title, std::string_view meaning, std::string_view right) {
    const auto start = ImGui::GetCursorScreenPos();
    const float height = ui.theme.line_height(TextStyle::strong);
    auto* list = ImGui::GetWindowDrawList();
    text(ui, TextStyle::strong, title);
    ui.note_level(2);
    const float left = start.x + text_size(ui, TextStyle::strong, title).x + ui.px(8);
    const float right_width = right.empty() ? 0 : text_size(ui, TextStyle::caption, right).x;
    const bool fits = left + text_size(ui, TextStyle::caption, meaning).x + right_width + ui.px(16) <= start.x + width;
    const float edge = start.x + width - (fits && right_width > 0 ? right_width + ui.px(16) : 0);
    draw_text_in(ui, list, TextStyle::caption, {left, start.y}, {edge, start.y + height}, ui.color().text_muted, meaning);
    if (fits) {
        draw_text_in(ui, list, TextStyle::caption, {edge, start.y}, {start.x + width, start.y + height}, ui.color().text_muted, right,
                     Align::right);
    }
    ImGui::SetCursorScreenPos({start.x, start.y + ui.px(title_height)});
}

float function_grid_height(const Context& context, const std::vector<PersonRow>& rows, float width) {
    const auto& ui = context.ui;
    const float padding = ui.px(ui.card_padding());
    const auto layout = lay_out_grid(context, width - 2 * padding);
    float height = 2 * padding + ui.px(title_height) + layout.head;
    for (const auto& line : function_lines(rows)) {
        height += line_height_of(ui, layout, line);
    }
    return height;
}

void draw_function_grid(const Context& context, const std::vector<PersonRow>& rows, float width, float height) {
    const auto& ui = context.ui;
    Card card(ui, "functions", {.width = width, .height = height});
    const float inner = card.inner_width();
    people_card_title(ui, inner, "Functions", "and where they stand");
    const auto start = ImGui::GetCursorScreenPos();
    const auto layout = lay_out_grid(context, inner);
    const auto lines = function_lines(rows);
    auto* list = ImGui::GetWindowDrawList();
    draw_head(ui, list, layout, start);

    float y = std::round(start.y + layout.head);
    float bottom = y;
    for (const auto& line : lines) {
        bottom += line_height_of(ui, layout, line);
    }
    const float for_it = start.x + layout.name_width + static_cast<float>(Stance::supportive) * layout.column;
    list->AddRectFilled(snapped({for_it, y}), snapped({for_it + 2 * layout.column, bottom}), ui.color().hover);
    // The lines reach from edge to edge of the card.
    const float padding = (width - inner) / 2;
    for (const auto& line : lines) {
        const float line_height = line_height_of(ui, layout, line);
        draw_line_across(ui, list, start.x - padding, start.x + inner + padding, y, ui.color().line);
        draw_function_name(ui, list, line, {start.x, y}, {start.x + layout.name_width - ui.px(8), y + line_height});
        for (std::size_t stance = 0; stance < line.by_stance.size(); ++stance) {
            const auto& cell = line.by_stance[stance];
            const int count = static_cast<int>(cell.size());
            const int cell_lines = (count + layout.per_line - 1) / layout.per_line;
            const float middle_x = start.x + layout.name_width + (static_cast<float>(stance) + 0.5f) * layout.column;
            for (int i = 0; i < count; ++i) {
                const int at_line = i / layout.per_line;
                const int in_line = std::min(layout.per_line, count - at_line * layout.per_line);
                const float column_at = static_cast<float>(i % layout.per_line) - static_cast<float>(in_line - 1) / 2;
                const float line_at = static_cast<float>(at_line) - static_cast<float>(cell_lines - 1) / 2;
                const ImVec2 center{std::round(middle_x + column_at * layout.pitch), y + std::round(line_height / 2 + line_at * layout.pitch)};
                draw_person(context, rows[static_cast<std::size_t>(cell[static_cast<std::size_t>(i)])], center,
                            std::min(layout.pitch, layout.column));
            }
        }
        y += line_height;
    }
    ImGui::SetCursorScreenPos({start.x, y});
    ImGui::Dummy({inner, 0});
}

}
