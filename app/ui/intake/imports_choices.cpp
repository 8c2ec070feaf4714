#include "app/session/action.hpp"
#include "app/ui/context.hpp"
#include "app/ui/intake/imports_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/imports_data.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

// Lays controls of one width side by side, as many as fit.
class Row {
public:
    Row(const Ui& ui, float width) : ui_(ui) {
        const float space = ui.px(12);
        columns_ = std::clamp(static_cast<int>((width + space) / (ui.px(150) + space)), 1, 5);
        each_ = (width - space * static_cast<float>(columns_ - 1)) / static_cast<float>(columns_);
        start_ = ImGui::GetCursorScreenPos();
    }
    float each() const { return each_; }
    // Before each control.
    void next() {
        if (count_ > 0 && count_ % columns_ == 0) {
            gap(ui_, 8);
            start_.y = ImGui::GetCursorScreenPos().y;
        }
        ImGui::SetCursorScreenPos({start_.x + static_cast<float>(count_ % columns_) * (each_ + ui_.px(12)), start_.y});
        ++count_;
    }

private:
    const Ui& ui_;
    float each_ = 0;
    int columns_ = 1;
    int count_ = 0;
    ImVec2 start_;
};

std::optional<int> pick(const Ui& ui, Row& row, const ReadingChoice& choice, int index) {
    std::vector<Choice> choices;
    for (const auto& name : choice.names) choices.push_back({name});
    row.next();
    const auto label = choice.label + "##reading" + std::to_string(index);
    const auto picked = select(ui, label, choices, choice.chosen, {.width = row.each(), .placeholder = "Does not matter", .show_label = true});
    return picked && *picked != choice.chosen ? picked : std::nullopt;
}

bool has_field(const TableMapping& mapping, std::initializer_list<ImportField> fields) {
    return std::ranges::any_of(fields, [&](ImportField field) { return std::ranges::find(mapping.fields, field) != mapping.fields.end(); });
}

}

void draw_import_choices(const Context& context, const ImportSession::Table& table, int index, float width) {
    const auto& ui = context.ui;
    const auto reread = [&](TableChoices choices) { context.act(action::ChooseReading{index, std::move(choices)}); };
    Row row(ui, width);
    if (table.sheets) {
        if (table.sheets->size() > 1) {
            if (const auto picked = pick(ui, row, sheet_choice(table), index)) context.act(action::ChooseSheet{index, *picked});
        }
    } else if (const auto picked = pick(ui, row, encoding_choice(table), index)) reread(with_encoding(table.choices, *picked));
    if (table.file) {
        if (const auto picked = table.sheets ? std::nullopt : pick(ui, row, separator_choice(table), index)) reread(with_separator(table.choices, *picked));
        if (const auto picked = pick(ui, row, heading_choice(table), index)) reread(with_headings(table.choices, *picked));
        using enum ImportField;
        if (has_field(table.mapping, {close_date, closed_on, created, changed})) {
            if (const auto picked = pick(ui, row, date_choice(table), index)) context.act(action::MapTable{index, with_dates(table.mapping, *picked)});
        }
        if (has_field(table.mapping, {amount})) {
            if (const auto picked = pick(ui, row, decimal_choice(table), index)) context.act(action::MapTable{index, with_decimals(table.mapping, *picked)});
        }
    }
    if (table.choices == TableChoices{} && !table.mapping.dates && !table.mapping.decimals) return;
    gap(ui, 8);
    if (button(ui, ButtonKind::link, "As it was found##" + std::to_string(index), {.icon = icon::undo_2, .tooltip = "Read the file as its bytes show", .small = true})) {
        reread({});
    }
}

}
