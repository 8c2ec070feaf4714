// Which columns the table of deals has, and how it is saved as a file.
#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/cards/csv_choice.hpp"
#include "app/ui/deals/deals_filters.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

void store_columns(const Context& context, const std::vector<ColumnChoice>& choices) {
    auto settings = context.document.settings;
    settings.deal_columns.clear();
    for (const auto& choice : choices) {
        if (choice.shown) settings.deal_columns.push_back(key_of(choice.ref));
    }
    // None at all is a choice, too: the deal alone.
    if (settings.deal_columns.empty()) settings.deal_columns.push_back(key_of(ColumnRef{}));
    context.act(action::SetSettings{std::move(settings)});
}

// True when something was changed.
bool draw_choice(const Context& context, std::vector<ColumnChoice>& choices, std::size_t index) {
    const auto& ui = context.ui;
    const auto label = label_of(choices[index].ref);
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float side = ui.theme.control_small_height();
    bool changed = false;
    if (checkbox(ui, label + "##column", choices[index].shown)) {
        choices[index].shown = !choices[index].shown;
        // What is shown stays together, in the order of the table.
        std::ranges::stable_partition(choices, [](const ColumnChoice& one) { return one.shown; });
        changed = true;
    }
    const float bottom = std::max(ImGui::GetItemRectMax().y, start.y + side);
    const auto shown = static_cast<std::size_t>(std::ranges::count_if(choices, &ColumnChoice::shown));
    if (!changed && choices[index].shown) {
        ImGui::SetCursorScreenPos({start.x + width - 2 * side - ui.px(4), start.y});
        if (icon_button(ui, icon::arrow_up, "Further left: " + label, {.disabled = index == 0, .small = true})) {
            std::swap(choices[index], choices[index - 1]);
            changed = true;
        }
        ImGui::SetCursorScreenPos({start.x + width - side, start.y});
        if (icon_button(ui, icon::arrow_down, "Further right: " + label, {.disabled = index + 1 >= shown, .small = true}) && !changed) {
            std::swap(choices[index], choices[index + 1]);
            changed = true;
        }
    }
    ImGui::SetCursorScreenPos({start.x, bottom + ui.px(4)});
    ImGui::Dummy({width, 0});
    return changed;
}

}

void draw_columns_dialog(const Context& context, const std::vector<ColumnRef>& usual) {
    const auto& ui = context.ui;
    auto& draft = context.view.deals;
    if (Dialog dialog(ui, "Columns", draft.columns_open, 420); dialog) {
        auto choices = column_choices(context.document.settings, context.caches.deals.fields(context.document), usual, context.document.team != nullptr);
        const float room = ImGui::GetIO().DisplaySize.y - ui.px(context.phone ? 220.0f : 300.0f);
        ImGui::SetNextWindowSizeConstraints({0, 0}, {ImGui::GetContentRegionAvail().x, std::max(ui.px(160), room)});
        ImGui::BeginChild("columns", {0, 0}, ImGuiChildFlags_AutoResizeY | ImGuiChildFlags_NavFlattened);
        for (std::size_t i = 0; i < choices.size(); ++i) {
            ImGui::PushID(static_cast<int>(i));
            const bool changed = draw_choice(context, choices, i);
            ImGui::PopID();
            if (!changed) continue;
            store_columns(context, choices);
            break;
        }
        ImGui::EndChild();
        gap(ui, 12);
        text_wrapped_muted(ui, TextStyle::caption, "As many as there is room for, from the left. Fields of your own are among them.");
        gap(ui, 12);
        const ButtonOptions done{.icon = icon::check};
        const auto start = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        if (button(ui, ButtonKind::quiet, "As usual", {.tooltip = "The columns that the program chooses by the width", .disabled = context.document.settings.deal_columns.empty()})) {
            auto settings = context.document.settings;
            settings.deal_columns.clear();
            context.act(action::SetSettings{std::move(settings)});
        }
        ImGui::SetCursorScreenPos({start.x + width - button_width(ui, "Done", done), start.y});
        if (button(ui, ButtonKind::outlined, "Done", done)) draft.columns_open = false;
    }
}

void draw_table_dialog(const Context& context, const std::vector<const DealRow*>& rows) {
    const auto& ui = context.ui;
    auto& draft = context.view.deals;
    if (Dialog dialog(ui, "Save as a table", draft.table_open, 460); dialog) {
        const auto count = static_cast<int>(rows.size());
        text_wrapped(ui, TextStyle::body, "The " + counted(count, "deal", "deals") + " of the list, for Excel and other programs, with your own fields and tags. \"Import\" reads it back and knows the deals again.");
        gap(ui, 12);
        draw_csv_choice(context);
        gap(ui, 16);
        std::vector<DealId> ids;
        const auto save = [&](bool people) {
            for (const auto* row : rows) {
                ids.push_back(row->deal->id);
            }
            context.act(action::SaveTable{people, std::move(ids)});
            draft.table_open = false;
        };
        if (button(ui, ButtonKind::filled, "Save the deals", {.icon = icon::table_2, .disabled = rows.empty()})) save(false);
        same_line(ui, 12);
        if (button(ui, ButtonKind::outlined, "Save their people", {.icon = icon::users, .disabled = rows.empty()})) save(true);
    }
}

}
