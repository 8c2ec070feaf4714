#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/intake/imports_parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/imports_data.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr int most_listed = 200; // problems, columns

template <typename E>
std::optional<E> choose(const Ui& ui, std::string_view label, E chosen, float width) {
    std::vector<Choice> choices;
    int at = -1;
    const auto names = names_of<E>();
    for (const auto& name : names) {
        if (name.value == chosen) at = static_cast<int>(choices.size());
        choices.push_back({name.label});
    }
    const auto picked = select(ui, label, choices, at, {.width = width, .show_label = true});
    return picked ? std::optional(names[static_cast<std::size_t>(*picked)].value) : std::nullopt;
}

std::optional<ImportField> choose_field(const Ui& ui, const std::string& label, const std::vector<ImportField>& fields, ImportField chosen,
                                        float width) {
    std::vector<Choice> choices;
    int at = 0;
    for (const auto field : fields) {
        if (field == chosen) at = static_cast<int>(choices.size());
        choices.push_back({label_of(field)});
    }
    const auto picked = select(ui, label, choices, at, {.width = width});
    return picked ? std::optional(fields[static_cast<std::size_t>(*picked)]) : std::nullopt;
}

// What is asked for when nothing in the file shows it.
void draw_date_question(const Context& context, const ImportSession::Table& table, int index) {
    const auto& ui = context.ui;
    if (table.dates.order) return;
    gap(ui, 12);
    icon_text(ui, TextStyle::strong, icon::calendar, table.mapping.dates ? ui.color().text : ui.color().warn,
              "Does " + table.dates.example + " begin with the day or the month?");
    text_wrapped_muted(ui, TextStyle::caption, "Every date in \"" + table.dates.column + "\" can be read both ways.");
    gap(ui, 8);
    constexpr std::array<Segment, 2> orders{{{"Day first"}, {"Month first"}}};
    const int chosen = !table.mapping.dates ? -1 : *table.mapping.dates == DateOrder::dmy ? 0 : 1;
    if (const auto picked = segmented(ui, "Dates", orders, chosen)) {
        auto mapping = table.mapping;
        mapping.dates = *picked == 0 ? DateOrder::dmy : DateOrder::mdy;
        context.act(action::MapTable{index, std::move(mapping)});
    }
}

// A field means one column, unless it may repeat: the one that had it before gives it up.
TableMapping with_field(TableMapping mapping, int column, ImportField field) {
    using enum ImportField;
    const bool repeats = field == nothing || field == closed_on || field == email || field == phone || field == contacts || field == contact_ids;
    if (!repeats) std::ranges::replace(mapping.fields, field, nothing);
    mapping.fields[static_cast<std::size_t>(column)] = field;
    return mapping;
}

void draw_columns(const Context& context, const ImportSession::Table& table, int index, float width) {
    const auto& ui = context.ui;
    const auto& headings = table.file->table.columns;
    const auto fields = fields_for(table.mapping.kind);
    const bool stacked = width < ui.px(520);
    const auto choice_width = stacked ? width : ui.px(200);
    const auto text_width = stacked ? width : (width - choice_width - ui.px(24)) / 2;
    const int shown = std::min(static_cast<int>(headings.size()), most_listed);
    for (int i = 0; i < shown; ++i) {
        const auto column = static_cast<std::size_t>(i);
        const auto field = table.mapping.fields[column];
        separator(ui);
        gap(ui, 6);
        const auto start = ImGui::GetCursorScreenPos();
        const auto color = field == ImportField::nothing ? ui.color().text_muted : ui.color().text;
        const auto sample = sample_of(*table.file, i);
        const auto label = headings[column] + " means##" + std::to_string(index) + '.' + std::to_string(i);
        std::optional<ImportField> picked;
        if (stacked) {
            text_fitted(ui, TextStyle::label, color, headings[column], text_width);
            text_fitted(ui, TextStyle::caption, ui.color().text_muted, sample.empty() ? "empty" : sample, text_width);
            gap(ui, 4);
            picked = choose_field(ui, label, fields, field, choice_width);
        } else {
            const float line = (ui.theme.control_height() - ui.theme.line_height(TextStyle::body)) / 2;
            ImGui::SetCursorScreenPos({start.x, start.y + line});
            text_fitted(ui, TextStyle::label, color, headings[column], text_width);
            ImGui::SetCursorScreenPos({start.x + text_width + ui.px(12), start.y + line});
            text_fitted(ui, TextStyle::body, ui.color().text_muted, sample.empty() ? "empty" : sample, text_width);
            ImGui::SetCursorScreenPos({start.x + width - choice_width, start.y});
            picked = choose_field(ui, label, fields, field, choice_width);
            ImGui::SetCursorScreenPos({start.x, start.y + ui.theme.control_height()});
        }
        gap(ui, 6);
        if (picked) context.act(action::MapTable{index, with_field(table.mapping, i, *picked)});
    }
    if (shown < static_cast<int>(headings.size())) text_muted(ui, TextStyle::caption, "The other columns are left out.");
}

}

void draw_import_columns(const Context& context, const ImportSession& session, float width) {
    const auto& ui = context.ui;
    const auto& tables = session.tables();
    const int index = std::clamp(context.view.imports.table, 0, static_cast<int>(tables.size()) - 1);
    const auto& table = tables[static_cast<std::size_t>(index)];
    if (!table.file) return;
    const Card card(ui, "columns", {.width = width});
    text(ui, TextStyle::heading, "What the columns of " + table.name + " mean");
    gap(ui, 8);
    const bool stacked = card.inner_width() < ui.px(420);
    const auto half = stacked ? card.inner_width() : (card.inner_width() - ui.px(12)) / 2;
    const auto start = ImGui::GetCursorScreenPos();
    const auto changed = [&](OriginSystem system, ImportKind kind) {
        auto mapping = table.mapping;
        mapping.system = system;
        mapping.kind = kind;
        mapping.fields = fields_of(table.file->table, session.vocabularies(), system, kind);
        context.act(action::MapTable{index, std::move(mapping)});
    };
    if (const auto kind = choose(ui, "The rows are", table.mapping.kind, half)) changed(table.mapping.system, *kind);
    const auto below = ImGui::GetCursorScreenPos();
    if (stacked) {
        gap(ui, 8);
    } else {
        ImGui::SetCursorScreenPos({start.x + half + ui.px(12), start.y});
    }
    if (const auto system = choose(ui, "They come from", table.mapping.system, half)) changed(*system, table.mapping.kind);
    if (!stacked) ImGui::SetCursorScreenPos(below);
    draw_date_question(context, table, index);
    gap(ui, 12);
    draw_columns(context, table, index, card.inner_width());
}

void draw_import_problems(const Context& context, const ImportChanges& changes, float width) {
    const auto& ui = context.ui;
    if (changes.problems.empty()) return;
    const Card card(ui, "problems", {.width = width});
    text(ui, TextStyle::heading, counted(changes.problem_count, "thing", "things") + " to know");
    gap(ui, 4);
    const auto shown = std::min(changes.problems.size(), static_cast<std::size_t>(most_listed));
    for (std::size_t i = 0; i < shown; ++i) {
        const auto& problem = changes.problems[i];
        separator(ui);
        gap(ui, 8);
        const bool skipped = problem.kind == ProblemKind::skipped;
        const char* mark = skipped ? icon::triangle_alert : problem.kind == ProblemKind::yours_stays ? icon::lock : icon::info;
        icon_text(ui, TextStyle::caption, mark, skipped ? ui.color().bad : ui.color().text_muted, fitted(ui, TextStyle::caption, problem.where(), card.inner_width() - ui.px(24)));
        text_wrapped(ui, TextStyle::body, problem.error.what + '.');
        if (!problem.error.remedy.empty()) text_wrapped_muted(ui, TextStyle::caption, problem.error.remedy);
        gap(ui, 8);
    }
    if (const int more = changes.problem_count - static_cast<int>(shown); more > 0) {
        separator(ui);
        gap(ui, 8);
        text_muted(ui, TextStyle::caption, "And " + std::to_string(more) + " more.");
    }
}

}
