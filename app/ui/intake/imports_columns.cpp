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

// What a column can be taken for: a field that every deal or person has, one of one's own, or a new one.
struct Meaning {
    ImportField field = ImportField::nothing;
    OwnColumn own; // without a name: a new one, called as the column is
    std::string label;
};

std::vector<Meaning> meanings_of(const ImportSession& session, const TableMapping& mapping) {
    std::vector<Meaning> meanings;
    for (const auto field : fields_for(mapping.kind)) {
        if (field != ImportField::own_field) meanings.push_back({field, {}, std::string(label_of(field))});
    }
    if (mapping.kind == ImportKind::accounts || mapping.kind == ImportKind::activities) return meanings;
    auto own = session.fields();
    for (const auto& column : mapping.own) {
        if (!column.name.empty() && !find_field(own, field_owner_of(mapping.kind), column.name)) {
            own.push_back({column.name, field_owner_of(mapping.kind), column.kind, {}, column.shared});
        }
    }
    for (const auto& field : own) {
        if (field.owner == field_owner_of(mapping.kind)) meanings.push_back({ImportField::own_field, {field.name, field.kind, field.shared}, "Own field: " + field.name});
    }
    meanings.push_back({ImportField::own_field, {}, "A new field of your own"});
    return meanings;
}

std::optional<Meaning> choose_meaning(const Ui& ui, const std::string& label, const std::vector<Meaning>& meanings, const ColumnReading& column, float width) {
    std::vector<Choice> choices;
    int chosen = 0;
    for (const auto& meaning : meanings) {
        const bool is_own = meaning.field == ImportField::own_field;
        if (meaning.field == column.field && (!is_own || (!meaning.own.name.empty() && same_field(meaning.own.name, column.own.name)))) chosen = static_cast<int>(choices.size());
        choices.push_back({meaning.label});
    }
    const auto picked = select(ui, label, choices, chosen, {.width = width});
    return picked ? std::optional(meanings[static_cast<std::size_t>(*picked)]) : std::nullopt;
}

// What is asked for when nothing in the file shows it.
void draw_date_question(const Context& context, const ImportSession::Table& table, int index) {
    const auto& ui = context.ui;
    if (table.dates.order) return;
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

// What a person says of a column is known from then on.
TableMapping said(TableMapping mapping) {
    mapping.recognised = true;
    mapping.by_content = false;
    return mapping;
}

// Nothing in the file says that its rows are deals, or what columns without headings mean: whoever looks at it does.
void draw_agreement(const Context& context, const ImportSession::Table& table, int index) {
    const auto& mapping = table.mapping;
    if (mapping.kind != ImportKind::deals || missing_fields_in(mapping) || (mapping.recognised && !mapping.by_content)) return;
    const auto& ui = context.ui;
    const auto* strong = mapping.by_content ? "The file has no headings." : "Nothing in the headings says that these are deals.";
    const auto* words = mapping.by_content ? "The columns below were judged by what stands in them." : "Look at the columns below.";
    if (band(ui, Band::warning, strong, words, mapping.by_content ? "They are right" : "They are deals")) context.act(action::MapTable{index, said(mapping)});
}

void draw_columns(const Context& context, const ImportSession& session, const ImportSession::Table& table, int index, float width) {
    const auto& ui = context.ui;
    const auto meanings = meanings_of(session, table.mapping);
    const bool stacked = width < ui.px(520);
    const auto choice_width = stacked ? width : ui.px(180);
    const auto filled_width = stacked ? 0 : ui.px(96);
    const auto rest = width - choice_width - filled_width - ui.px(36);
    const auto name_width = stacked ? width : rest * 0.4f;
    const auto values_width = stacked ? width : rest - name_width;
    const int shown = std::min(static_cast<int>(table.columns.size()), most_listed);
    for (int i = 0; i < shown; ++i) {
        const auto& column = table.columns[static_cast<std::size_t>(i)];
        separator(ui);
        gap(ui, 6);
        const auto start = ImGui::GetCursorScreenPos();
        const auto color = column.field == ImportField::nothing ? ui.color().text_muted : ui.color().text;
        const auto values = values_words(column);
        const auto filled = filled_words(column);
        const auto filled_color = column.unread > 0 ? ui.color().warn : ui.color().text_muted;
        const auto label = column.heading + " means##" + std::to_string(index) + '.' + std::to_string(i);
        std::optional<Meaning> picked;
        if (stacked) {
            text_fitted(ui, TextStyle::label, color, column.heading, name_width);
            text_fitted(ui, TextStyle::caption, ui.color().text_muted, values, values_width);
            if (column.unread > 0) text_fitted(ui, TextStyle::caption, filled_color, filled, width);
            gap(ui, 4);
            picked = choose_meaning(ui, label, meanings, column, choice_width);
        } else {
            const float line = (ui.theme.control_height() - ui.theme.line_height(TextStyle::body)) / 2;
            ImGui::SetCursorScreenPos({start.x, start.y + line});
            text_fitted(ui, TextStyle::label, color, column.heading, name_width);
            ImGui::SetCursorScreenPos({start.x + name_width + ui.px(12), start.y + line});
            text_fitted(ui, TextStyle::body, ui.color().text_muted, values, values_width);
            ImGui::SetCursorScreenPos({start.x + name_width + values_width + ui.px(24), start.y});
            picked = choose_meaning(ui, label, meanings, column, choice_width);
            ImGui::SetCursorScreenPos({start.x + width - filled_width, start.y + line});
            text_fitted(ui, TextStyle::caption, filled_color, filled, filled_width);
            ImGui::SetCursorScreenPos({start.x, start.y + ui.theme.control_height()});
        }
        gap(ui, 6);
        if (!picked) continue;
        auto mapping = picked->field == ImportField::own_field ? with_own_column(table.mapping, table.file->table, i, std::move(picked->own))
                                                               : with_field(table.mapping, i, picked->field);
        context.act(action::MapTable{index, said(std::move(mapping))});
    }
    if (shown < static_cast<int>(table.columns.size())) text_muted(ui, TextStyle::caption, "The other columns are left out.");
}

}

void draw_import_asks(const Context& context, const ImportSession& session, float width) {
    const auto question = session.question();
    if (!question || static_cast<std::size_t>(question->table) >= session.tables().size()) return;
    const auto& table = session.tables()[static_cast<std::size_t>(question->table)];
    const bool asks_days = table.file && !missing_in(table.mapping) && !table.dates.order;
    const bool asks_to_agree = table.file && table.mapping.kind == ImportKind::deals && !missing_fields_in(table.mapping) && missing_in(table.mapping);
    if (asks_to_agree) draw_agreement(context, table, question->table);
    if (!asks_days) return;
    const Card card(context.ui, "asks", {.width = width});
    draw_date_question(context, table, question->table);
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
        mapping.own.clear();
        mapping = with_own_columns(std::move(mapping), table.file->table, session.fields());
        context.act(action::MapTable{index, said(std::move(mapping))});
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
    gap(ui, 12);
    draw_columns(context, session, table, index, card.inner_width());
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
