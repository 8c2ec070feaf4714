#include "app/ui/people/people_map.hpp"

#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/cards/picture_button.hpp"
#include "app/ui/context.hpp"
#include "app/ui/people/people_grid.hpp"
#include "app/ui/people/people_map_layout.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/names.hpp"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace middleground {

namespace {

constexpr float axis_width = 36;
constexpr float foot_height = 28;
constexpr float narrowest_plot = 520; // design pixels; less scrolls sideways
constexpr float usual_height = 352;
constexpr float crowded_height = 440;
constexpr std::size_t crowd = 9; // people

struct Plot {
    ImVec2 at; // upper left corner on screen
    ImVec2 size;
    MapLayout layout;
    float scale = 1;

    ImVec2 on_screen(ImVec2 point) const { return {at.x + point.x * scale, at.y + point.y * scale}; }
};

void draw_axes(const Ui& ui, ImDrawList* list, const Plot& plot) {
    const ImVec2 end{plot.at.x + plot.size.x, plot.at.y + plot.size.y};
    const auto across = [&](double opinion) { return plot.on_screen({map_x(plot.size.x / plot.scale, opinion), 0}).x; };
    const float threshold = std::round(across(agrees_from));
    list->AddRectFilled({threshold, plot.at.y}, end, ui.color().middle_soft, ui.px(6), ImDrawFlags_RoundCornersRight);
    for (int tick = 100; tick >= plot.layout.lowest; tick -= 20) {
        const float y = plot.on_screen({0, map_y(plot.layout, plot.size.y / plot.scale, tick)}).y;
        draw_line_across(ui, list, plot.at.x, end.x, y, ui.color().line);
        draw_text_in(ui, list, TextStyle::caption, {plot.at.x - ui.px(axis_width), y - ui.px(8)}, {plot.at.x - ui.px(10), y + ui.px(8)},
                     ui.color().text_muted, std::to_string(tick), Align::right);
    }
    list->AddRectFilled({threshold - ui.px(1), plot.at.y}, {threshold + ui.px(1), end.y}, ui.color().middle);
    const auto word = [&](float left, float right, ImU32 color, std::string_view text, Align align) {
        draw_text_in(ui, list, TextStyle::caption, {left, end.y + ui.px(4)}, {right, end.y + ui.px(foot_height - 4)}, color, text, align);
    };
    const float half = across(-0.5);
    const float neutral = across(0);
    word(plot.at.x, half, ui.color().text_muted, "against", Align::left);
    word(half, neutral + (neutral - half), ui.color().text_muted, "undecided", Align::center);
    word(threshold, end.x, ui.color().middle, "would agree", Align::right);
}

void draw_arrow(const Ui& ui, ImDrawList* list, const Plot& plot, const MapLine& line, ImU32 color) {
    const auto start = plot.on_screen(line.start);
    const auto control = plot.on_screen(line.control);
    const auto tip = plot.on_screen(line.tip);
    const float thick = std::max(line_width(ui), ui.px(4) * static_cast<float>(line.weight_milli) / 1000);
    const float head = ui.px(6) + thick;
    const ImVec2 whole = tip - start;
    if (whole.x * whole.x + whole.y * whole.y < head * head) {
        return; // they touch: there is no room between them
    }
    const ImVec2 v = control - tip;
    const ImVec2 back = v * (1 / std::max(0.001f, std::sqrt(v.x * v.x + v.y * v.y)));
    const ImVec2 base = tip + back * head;
    list->AddBezierQuadratic(start, control, base, color, thick);
    const ImVec2 side{-back.y * head * 0.5f, back.x * head * 0.5f};
    list->AddTriangleFilled(tip, base + side, base - side, color);
}

void draw_arrows(const Context& context, ImDrawList* list, const Plot& plot, const std::vector<PersonRow>& rows) {
    const auto& ui = context.ui;
    const auto is_selected = [&](int place) { return rows[static_cast<std::size_t>(place)].person->id == context.view.person; };
    for (const bool selected : {false, true}) {
        for (const auto& line : plot.layout.lines) {
            if (rows[static_cast<std::size_t>(line.from)].gone || rows[static_cast<std::size_t>(line.to)].gone) continue; // moves nobody
            if ((is_selected(line.from) || is_selected(line.to)) != selected ||
                (!selected && !line.conflict && line.weight_milli < map_weak_milli)) {
                continue;
            }
            const auto color = line.conflict ? ui.color().bad : selected ? ui.color().accent : with_alpha(ui.color().line_control, 0.55f);
            draw_arrow(ui, list, plot, line, color);
        }
    }
}

void draw_dashed_circle(ImDrawList* list, ImVec2 center, float radius, ImU32 color, float width) {
    constexpr int dashes = 16;
    for (int i = 0; i < dashes; ++i) {
        const float start = 2 * std::numbers::pi_v<float> * static_cast<float>(i) / dashes;
        list->PathArcTo(center, radius, start, start + 0.6f * 2 * std::numbers::pi_v<float> / dashes, 6);
        list->PathStroke(color, 0, width);
    }
}

void draw_disc(const Ui& ui, ImDrawList* list, const PersonRow& row, ImVec2 center, float radius, bool selected, bool hovered) {
    const auto color = row.gone ? ui.color().line_control : stance_color(ui, row.stance);
    const float width = line_width(ui, row.gone ? 1 : 2);
    list->AddCircleFilled(center, radius, hovered ? ui.color().hover : ui.color().surface);
    if (row.gone || row.stance == Stance::unknown) {
        draw_dashed_circle(list, center, radius - width / 2, color, width);
    } else {
        list->AddCircle(center, radius - width / 2, color, 0, width);
    }
    if (selected) {
        list->AddCircle(center, radius + ui.px(2.5f), ui.color().accent, 0, width);
    }
    const auto letters = initials(row.name);
    const float size = ui.theme.font_size(TextStyle::caption);
    const float wide = words_width(ui.theme.fonts.semibold, size, letters);
    draw_words(list, ui.theme.fonts.semibold, size, center.x - wide / 2, center.y, row.gone ? ui.color().text_muted : ui.color().text, letters);
    if (row.gone) return;
    const ImVec2 mark = center + ImVec2{1, 1} * std::max(radius * 0.72f, std::min(radius, ui.px(14)) * 0.92f);
    list->AddCircleFilled(mark, ui.px(8), ui.color().surface);
    draw_stance_mark(ui, list, mark, row.stance, 13);
}

struct NodeLabel {
    std::string name;
    std::string below;
};

void draw_label(const Ui& ui, ImDrawList* list, const NodeLabel& label, const Plot& plot, const MapNode& node) {
    if (node.label == MapNode::Label::none) {
        return;
    }
    const auto min = plot.on_screen(node.label_min);
    const auto max = plot.on_screen(node.label_max);
    const float middle = (min.x + max.x) / 2;
    const float center = plot.on_screen(node.center).x;
    const auto align = std::abs(middle - center) < 1 ? Align::center : middle > center ? Align::left : Align::right;
    const float line = node.label == MapNode::Label::two_lines ? (max.y - min.y) / 2 : max.y - min.y;
    auto* font = ui.theme.fonts.medium;
    const float size = ui.theme.font_size(TextStyle::caption);
    const auto name = fitted(ui, TextStyle::caption, label.name, max.x - min.x - ui.px(2));
    const float wide = std::min(words_width(font, size, name), max.x - min.x);
    const float left = align == Align::left ? min.x : align == Align::right ? max.x - wide : middle - wide / 2;
    draw_words(list, font, size, left, min.y + line / 2, ui.color().text, name);
    if (node.label == MapNode::Label::two_lines) {
        draw_text_in(ui, list, TextStyle::caption, {min.x, min.y + line}, max, ui.color().text_muted, label.below, align);
    }
}

NodeLabel label_for(const PersonRow& row) {
    return {row.name, row.gone ? stance_label(row) : std::string(label_of(row.person->function))};
}

NodeLabel label_for_unnamed(int seats) {
    return {std::to_string(seats) + " more", "not named yet"};
}

// Who they are, where they would end, and what moving them would bring.
std::string map_words(const Context& context, const PersonRow& row) {
    auto words = person_words(row, context.today);
    if (row.gone) return words;
    const auto& consensus = context.derived->assessment.consensus;
    const auto* person = find(consensus, row.person->id);
    if (!person) return words;
    words += person->would_agree ? " Would agree once they have talked." : " Would not agree yet.";
    const auto win = whom_to_win_next(consensus);
    const auto points = std::lround(person->gain * 100);
    if (points > 0) words += " One step up would add " + std::to_string(points) + " to the consensus index.";
    if (!win.empty() && win.front() == person->id) words += " Win this person next.";
    return words;
}

void draw_node(const Context& context, const PersonRow& row, const Plot& plot, const MapNode& node) {
    const auto& ui = context.ui;
    const auto center = plot.on_screen(node.center);
    const float radius = node.radius * plot.scale;
    const float target = std::max(radius, ui.px(ui.theme.touch ? 22.0f : 14.0f));
    // On a whole pixel of the plot: rounded on the screen, a place close to a half would move as the page scrolls.
    ImGui::SetCursorScreenPos({center.x - target, plot.at.y + std::floor(node.center.y * plot.scale - target)});
    ImGui::PushID(row.person->id.text.c_str());
    const auto press = press_area(id_of("on the map"), {2 * target, 2 * target});
    ImGui::PopID();
    const bool selected = context.view.person == row.person->id;
    if (press.pressed) {
        context.view.person = row.person->id; // the table is not scrolled to: the eyes are here
    }
    if (!press.visible) {
        return;
    }
    auto* list = ImGui::GetWindowDrawList();
    draw_disc(ui, list, row, center, radius, selected, press.hovered);
    draw_label(ui, list, label_for(row), plot, node);
    if (is_keyboard_focused()) {
        draw_focus_ring(ui, center - ImVec2{radius, radius}, center + ImVec2{radius, radius}, radius);
    }
    ui.note(ItemRole::button, row.name + " on the map", selected ? "selected" : "");
    tooltip(ui, map_words(context, row));
}

// The seats that nobody is named for, as one.
void draw_unnamed(const Context& context, const Plot& plot, const MapNode& node) {
    const auto& ui = context.ui;
    const auto seats = context.derived->assessment.consensus.not_named();
    const auto center = plot.on_screen(node.center);
    const float radius = node.radius * plot.scale;
    auto* list = ImGui::GetWindowDrawList();
    list->AddCircleFilled(center, radius, ui.color().surface);
    const float width = line_width(ui, 1.5f);
    draw_dashed_circle(list, center, radius - width / 2, ui.color().text_muted, width);
    const float size = ui.theme.font_size(TextStyle::caption);
    draw_words(list, ui.theme.fonts.semibold, size, center.x - words_width(ui.theme.fonts.semibold, size, "?") / 2, center.y,
               ui.color().text_muted, "?");
    draw_label(ui, list, label_for_unnamed(seats), plot, node);
    ImGui::SetCursorScreenPos(center - ImVec2{radius, radius});
    ImGui::Dummy({2 * radius, 2 * radius});
    tooltip(ui, counted(seats, "person", "people") + " of the expected group not named yet. They count as unknown.");
}

void draw_plot(const Context& context, const std::vector<PersonRow>& rows, ImVec2 start, ImVec2 size) {
    const auto& ui = context.ui;
    const auto& consensus = context.derived->assessment.consensus;
    std::vector<float> labels;
    const auto add_label = [&](const NodeLabel& label) {
        const float name = words_width(ui.theme.fonts.medium, ui.theme.font_size(TextStyle::caption), label.name);
        labels.push_back(std::max(name, text_size(ui, TextStyle::caption, label.below).x) / ui.theme.scale);
    };
    for (const auto& row : rows) {
        add_label(label_for(row));
    }
    if (consensus.not_named() > 0) add_label(label_for_unnamed(consensus.not_named()));
    Plot plot;
    plot.at = {start.x + ui.px(axis_width), start.y};
    plot.size = {size.x - ui.px(axis_width), size.y - ui.px(foot_height)};
    plot.scale = ui.theme.scale;
    plot.layout = map_layout(*context.deal, consensus, rows, plot.size * (1 / plot.scale), labels,
                             ui.theme.line_height(TextStyle::caption) * 0.9f / plot.scale);
    auto* list = ImGui::GetWindowDrawList();
    if (ui.outline) ui.note_rect(ItemRole::image, map_summary(consensus, rows), start, start + size);
    draw_axes(ui, list, plot);
    draw_arrows(context, list, plot, rows);
    if (plot.layout.nodes.size() > rows.size()) draw_unnamed(context, plot, plot.layout.nodes.back());
    for (std::size_t i = 0; i < rows.size(); ++i) {
        draw_node(context, rows[i], plot, plot.layout.nodes[i]);
    }
}

}

// Tall enough for those who stand on top of each other.
float people_map_height(const Ui& ui, const std::vector<PersonRow>& rows) {
    return ui.px(rows.size() > crowd ? crowded_height : usual_height);
}

float people_map_least_width(const Context& context) {
    return context.ui.px(narrowest_plot + 2 * context.ui.card_padding());
}

void draw_people_map(const Context& context, const std::vector<PersonRow>& rows, float width, float height, std::string_view corner) {
    const auto& ui = context.ui;
    const float padding = ui.card_padding();
    Card card(ui, "map", {.width = width, .height = height});
    const float inner = card.inner_width();
    const auto title = ImGui::GetCursorScreenPos();
    people_card_title(ui, inner - picture_button_room(context), "Influence map", "right is for it once they have talked", corner);
    const auto start = ImGui::GetCursorScreenPos();
    const ImVec2 size{inner, height - 2 * ui.px(padding) - ui.px(32)};
    if (inner >= ui.px(narrowest_plot)) {
        draw_plot(context, rows, start, size);
    } else {
        // Too narrow to be told apart: it keeps its size and is moved sideways.
        const ImVec2 whole{ui.px(narrowest_plot), size.y};
        std::optional<WholeChildren> complete(ui);
        const bool visible = ImGui::BeginChild("sideways", {inner, size.y + ui.px(12)}, ImGuiChildFlags_NavFlattened,
                                               ImGuiWindowFlags_HorizontalScrollbar);
        complete.reset();
        if (visible) {
            const auto inside = ImGui::GetCursorScreenPos();
            draw_plot(context, rows, inside, whole);
            ImGui::SetCursorScreenPos(inside);
            ImGui::Dummy(whole);
        }
        ImGui::EndChild();
    }
    draw_picture_button(context, Picture::people_map, {title.x + inner, title.y}, width);
    ImGui::SetCursorScreenPos({start.x, start.y + size.y});
    ImGui::Dummy({inner, 0});
}

}
