#include "app/ui/settings/own_fields_settings.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/cards/csv_choice.hpp"
#include "app/ui/cards/detail_fields.hpp"
#include "app/ui/cards/own_fields/own_fields.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

void store_fields(const Context& context, Settings settings) {
    context.act(action::SetSettings{std::move(settings)});
}

template <typename Change>
void change(const Context& context, std::size_t index, const Change& change) {
    auto settings = context.document.settings;
    change(settings.fields[index]);
    store_fields(context, std::move(settings));
}

void draw_kind(const Context& context, std::size_t index, float width) {
    const auto& field = context.document.settings.fields[index];
    std::vector<Choice> kinds;
    int chosen = 0;
    for (const auto& kind : names_of<FieldKind>()) {
        if (kind.value == field.kind) chosen = static_cast<int>(kinds.size());
        kinds.push_back({kind.label});
    }
    // What is written already stays as it is: only what is written from then on is read so.
    if (const auto picked = select(context.ui, "Kind of " + field.name, kinds, chosen, {.width = width, .in_place = true})) {
        change(context, index, [&](FieldDefinition& changed) { changed.kind = names_of<FieldKind>()[static_cast<std::size_t>(*picked)].value; });
    }
}

void draw_field(const Context& context, std::size_t index) {
    const auto& ui = context.ui;
    const auto& field = context.document.settings.fields[index];
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float side = ui.theme.control_small_height();
    const float kind_width = ui.px(context.phone ? 104.0f : 112.0f);
    const float buttons = 2 * side + ui.px(4);
    const auto name = finished_text_edit(context, "Name of " + field.name, field.name, {.width = width - kind_width - buttons - ui.px(16), .in_place = true, .style = TextStyle::label});
    const float bottom = ImGui::GetItemRectMax().y;
    ImGui::SetCursorScreenPos({start.x + width - buttons - kind_width - ui.px(8), start.y});
    draw_kind(context, index, kind_width);
    ImGui::SetCursorScreenPos({start.x + width - buttons, start.y + std::max(0.0f, (bottom - start.y - side) / 2)});
    const bool shared = field.shared;
    if (icon_button(ui, shared ? icon::eye : icon::lock, (shared ? "Private from now on: " : "Shared with the buyer from now on: ") + field.name, {.small = true})) {
        change(context, index, [](FieldDefinition& changed) { changed.shared = !changed.shared; });
    }
    same_line(ui, 4);
    const bool removed = icon_button(ui, icon::x, "Take out " + field.name, {.tooltip = "What deals say under this name stays in them", .small = true});
    ImGui::SetCursorScreenPos({start.x, bottom});
    ImGui::Dummy({width, 0});
    if (field.kind == FieldKind::choice) {
        const auto choices = finished_text_edit(context, "Choices of " + field.name, choices_text(field.choices), {.placeholder = "North, South, West", .width = width - buttons, .in_place = true, .max_bytes = 4000});
        if (choices) change(context, index, [&](FieldDefinition& changed) { changed.choices = choices_of(*choices); });
    }
    gap(ui, 4);
    if (name && !trimmed(*name).empty()) {
        context.act(action::RenameField{field.owner, field.name, *name});
    } else if (removed) {
        auto settings = context.document.settings;
        settings.fields.erase(settings.fields.begin() + static_cast<std::ptrdiff_t>(index));
        store_fields(context, std::move(settings));
    }
}

// Those that stand in deals and were never defined here, or were taken out: nothing is lost, and they can be had again.
void draw_others(const Context& context, FieldOwner owner) {
    const auto& ui = context.ui;
    const auto& defined = context.document.settings.fields;
    for (const auto& field : context.caches.deals.fields(context.document)) {
        if (field.owner != owner || find_field(defined, owner, field.name)) continue;
        const auto start = ImGui::GetCursorScreenPos();
        const float width = ImGui::GetContentRegionAvail().x;
        const auto label = "Keep " + field.name;
        const float link = text_size(ui, TextStyle::label, label).x + ui.px(28);
        text_fitted(ui, TextStyle::body, ui.color().text_muted, field.name + " stands in deals only", std::max(ui.px(60), width - link - ui.px(8)));
        ImGui::SetCursorScreenPos({start.x + width - link, start.y});
        const bool kept = button(ui, ButtonKind::link, label, {.icon = icon::plus, .small = true});
        ImGui::SetCursorScreenPos({start.x, std::max(ImGui::GetItemRectMax().y, start.y)});
        ImGui::Dummy({width, 0});
        gap(ui, 4);
        if (!kept) continue;
        auto settings = context.document.settings;
        settings.fields.push_back(field);
        return store_fields(context, std::move(settings));
    }
}

void draw_owner(const Context& context, FieldOwner owner) {
    const auto& ui = context.ui;
    text(ui, TextStyle::strong, owner == FieldOwner::deal ? "Of deals" : "Of people");
    gap(ui, 4);
    const auto count = context.document.settings.fields.size();
    for (std::size_t i = 0; i < count; ++i) {
        if (context.document.settings.fields[i].owner != owner) continue;
        ImGui::PushID(static_cast<int>(i));
        draw_field(context, i);
        ImGui::PopID();
    }
    draw_others(context, owner);
    const auto& draft = context.view.new_field;
    ImGui::PushID(static_cast<int>(owner));
    if (draft.open && draft.owner == owner && draft.person.empty()) {
        draw_new_field_form(context, owner, {});
    } else if (button(ui, ButtonKind::link, owner == FieldOwner::deal ? "Add a field to deals" : "Add a field to people", {.icon = icon::plus, .small = true})) {
        open_new_field(context, owner, {});
    }
    ImGui::PopID();
}

}

void draw_own_fields_card(const Context& context, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "own fields", {.width = width});
    text(ui, TextStyle::heading, "Fields of your own");
    gap(ui, 4);
    text_wrapped_muted(ui, TextStyle::caption, "For what you note of every deal or person: in Deal details and on the person, in lists, filters, search and tables. Private unless you share them.");
    gap(ui, 10);
    draw_owner(context, FieldOwner::deal);
    gap(ui, 14);
    draw_owner(context, FieldOwner::person);
}

void draw_tables_card(const Context& context, float width) {
    const auto& ui = context.ui;
    const Card card(ui, "tables", {.width = width});
    text(ui, TextStyle::heading, "Tables for spreadsheets");
    gap(ui, 8);
    draw_csv_choice(context);
    gap(ui, 4);
    text_wrapped_muted(ui, TextStyle::caption, "How tables are written on the pages Deals and Share. Excel in much of Europe wants semicolons and decimal commas.");
}

}
