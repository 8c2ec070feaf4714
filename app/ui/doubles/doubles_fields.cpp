#include "app/ui/doubles/doubles_fields.hpp"

#include "app/session/document.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr float cell_pad = 12;
constexpr float text_left = 36; // behind the radio

// Which of the two stays; turning them around keeps what was chosen for each.
void draw_names(const Context& context, const DoublesDialog& dialog, DoublesDraft& draft, float width) {
    const auto& ui = context.ui;
    const bool people = draft.about == DoublesDraft::About::people;
    const float space = ui.px(8);
    const float half = context.phone ? width : (width - space) / 2;
    const auto start = ImGui::GetCursorScreenPos();
    // Over the column of what each says.
    ImGui::BeginGroup();
    text_fitted(ui, TextStyle::strong, ui.color().text, dialog.kept_name, half);
    text_fitted(ui, TextStyle::caption, ui.color().text_muted, "stays", half);
    ImGui::EndGroup();
    const float below = ImGui::GetCursorScreenPos().y;
    if (context.phone) {
        gap(ui, 4);
    } else {
        ImGui::SetCursorScreenPos({start.x + half + space, start.y});
    }
    ImGui::BeginGroup();
    text_fitted(ui, TextStyle::strong, ui.color().text, dialog.gone_name, half);
    text_fitted(ui, TextStyle::caption, ui.color().text_muted, "goes into it", half);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({start.x, std::max(below, ImGui::GetCursorScreenPos().y)});
    gap(ui, 8);
    if (button(ui, ButtonKind::outlined, people ? "Keep the other person instead" : "Keep the other deal instead", {.icon = icon::rotate_ccw, .small = true})) {
        std::swap(draft.kept, draft.gone);
        for (auto& [field, side] : draft.choices) {
            if (side != MergeSide::both) side = side == MergeSide::mine ? MergeSide::theirs : MergeSide::mine;
        }
        if (draft.pairs) {
            for (auto& pair : draft.pairs->people) std::swap(pair.first, pair.second);
            for (auto& pair : draft.pairs->commitments) std::swap(pair.first, pair.second);
        }
    }
}

struct Cell {
    MergeSide side;
    std::string words;
};

std::vector<Cell> cells_of(const FieldOfTwo& field) {
    std::vector<Cell> cells;
    for (const auto side : field.choices) {
        cells.push_back({side, side == MergeSide::mine ? choice_words(field.kept) : side == MergeSide::theirs ? choice_words(field.gone) : std::string("Both")});
    }
    return cells;
}

float height_of(const Ui& ui, const Cell& cell, float width) {
    return std::max(ui.px(ui.theme.touch ? 48.0f : 36.0f), wrapped_height(ui, TextStyle::body, cell.words, width - ui.px(text_left + cell_pad)) + ui.px(16));
}

bool draw_cell(const Ui& ui, const Cell& cell, const std::string& label, int id, bool chosen, ImVec2 size) {
    ImGui::PushID(id);
    const auto press = press_area(ImGui::GetID("side"), size);
    ImGui::PopID();
    ui.note(ItemRole::radio, label + ": " + cell.words, chosen ? "on" : "off");
    if (!press.visible) return press.pressed;
    auto* list = ImGui::GetWindowDrawList();
    const auto& color = ui.color();
    const float radius = ui.px(6);
    list->AddRectFilled(press.min, press.max, chosen ? color.accent_soft : press.hovered ? color.hover : color.surface, radius);
    draw_border(list, press.min, press.max, chosen ? color.accent : color.line_control, radius, line_width(ui, chosen ? 2.0f : 1.0f));
    const float line = ui.theme.line_height(TextStyle::body);
    draw_icon(ui, list, chosen ? icon::circle_check : icon::circle_dashed, {press.min.x + ui.px(18), press.min.y + ui.px(8) + line / 2 + ui.px(2)}, ui.px(16),
              chosen ? color.accent : color.text_muted);
    const bool says_nothing = cell.words == "Nothing";
    draw_text_wrapped(ui, list, TextStyle::body, {press.min.x + ui.px(text_left), press.min.y + ui.px(8) + ui.px(2)}, says_nothing ? color.text_muted : color.text,
                      cell.words, size.x - ui.px(text_left + cell_pad));
    if (is_keyboard_focused()) draw_focus_ring(ui, press.min, press.max, radius);
    return press.pressed;
}

void draw_field(const Context& context, const FieldOfTwo& field, DoublesDraft& draft, float width) {
    const auto& ui = context.ui;
    const auto found = draft.choices.find(field.field);
    const auto chosen = found == draft.choices.end() ? field.usual : found->second;
    const Part part(ui, ItemRole::radiogroup, field.label);
    text_muted(ui, TextStyle::label, field.label);
    gap(ui, 4);
    const auto cells = cells_of(field);
    const float between = ui.px(8);
    // "Both" needs less room than what it is made of.
    const bool has_both = cells.size() > 2;
    const float both = ui.px(84);
    const float each = context.phone ? width : (width - between - (has_both ? both + between : 0)) / 2;
    const auto width_of = [&](const Cell& cell) { return !context.phone && cell.side == MergeSide::both ? both : each; };
    float tallest = 0;
    for (const auto& cell : cells) tallest = std::max(tallest, height_of(ui, cell, width_of(cell)));
    const auto start = ImGui::GetCursorScreenPos();
    auto at = start;
    float bottom = at.y;
    ImGui::PushID(field.field.c_str());
    for (const auto& cell : cells) {
        const ImVec2 size{std::floor(width_of(cell)), context.phone ? height_of(ui, cell, each) : tallest};
        ImGui::SetCursorScreenPos(at);
        if (draw_cell(ui, cell, field.label, static_cast<int>(cell.side), chosen == cell.side, size)) draft.choices[field.field] = cell.side;
        bottom = at.y + size.y;
        at = context.phone ? ImVec2(at.x, bottom + between) : ImVec2(at.x + size.x + between, at.y);
    }
    ImGui::PopID();
    ImGui::SetCursorScreenPos({start.x, bottom});
    ImGui::Dummy({width, 0});
}

// What of the one deal is what of the other; the answer is the row that was changed, and to what.
std::optional<std::pair<std::size_t, int>> draw_pairs(const Context& context, std::string_view title, const char* noun, const std::vector<PairRow>& rows,
                                                      float width) {
    std::optional<std::pair<std::size_t, int>> changed;
    if (rows.empty()) return changed;
    const auto& ui = context.ui;
    gap(ui, 20);
    text(ui, TextStyle::heading, title);
    text_wrapped_muted(ui, TextStyle::body, context.phone ? "The upper one is from the deal that goes." : "The left one is from the deal that goes.", width);
    gap(ui, 8);
    for (std::size_t i = 0; i < rows.size(); ++i) {
        const auto& row = rows[i];
        std::vector<Choice> choices;
        for (const auto& words : row.choices) choices.push_back({words});
        const auto start = ImGui::GetCursorScreenPos();
        const float half = context.phone ? width : (width - ui.px(16)) / 2;
        const float control = ui.theme.control_height();
        if (context.phone) {
            text_fitted(ui, TextStyle::label, ui.color().text, row.name, width);
            gap(ui, 4);
        } else {
            draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::body, start, {start.x + half, start.y + control}, ui.color().text, row.name);
            ImGui::SetCursorScreenPos({start.x + half + ui.px(16), start.y});
        }
        const auto label = std::string(noun) + ' ' + row.name + " is##" + noun + std::to_string(i);
        if (const auto chosen = select(ui, label, choices, row.chosen, {.width = half})) changed = {i, *chosen};
        ImGui::SetCursorScreenPos({start.x, std::max(start.y + control, ImGui::GetItemRectMax().y)});
        ImGui::Dummy({width, 0});
        gap(ui, 8);
    }
    return changed;
}

}

void draw_compared(const Context& context, const DoublesDialog& dialog, DoublesDraft& draft, float width) {
    const auto& ui = context.ui;
    draw_names(context, dialog, draft, width);
    gap(ui, 16);
    if (dialog.fields.empty()) text_wrapped_muted(ui, TextStyle::body, "What they say of themselves is the same.", width);
    bool first = true;
    for (const auto& field : dialog.fields) {
        if (!first) gap(ui, 12);
        first = false;
        draw_field(context, field, draft, width);
    }
    if (const auto changed = draw_pairs(context, "Who is who", "Person", dialog.people, width)) {
        draft.pairs = with_person_pair(context.document, draft, dialog.pairs, changed->first, changed->second);
    }
    if (const auto changed = draw_pairs(context, "Which commitments are one", "Commitment", dialog.commitments, width)) {
        draft.pairs = with_commitment_pair(context.document, draft, dialog.pairs, changed->first, changed->second);
    }
    gap(ui, 16);
    for (const auto& line : dialog.follows) {
        text_wrapped_muted(ui, TextStyle::body, line, width);
        gap(ui, 2);
    }
}

}
