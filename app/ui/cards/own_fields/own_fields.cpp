#include "app/ui/cards/own_fields/own_fields.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/deal_facts.hpp"
#include "app/ui/cards/detail_fields.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/limits.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

void set_field(const Context& context, const StakeholderId& person, const OwnField& field, std::string value, std::string key = {}) {
    auto changed = field;
    changed.value = std::move(value);
    context.act(apply_edit(edit::SetField{person, field.name, std::move(changed)}, std::move(key)));
}

std::string key_of(const StakeholderId& person, const OwnField& field) {
    return "field " + person.text + ' ' + field.name;
}

void draw_choice(const Context& context, const StakeholderId& person, const ShownField& shown, const std::string& label, float width, bool focus) {
    const auto& field = shown.field;
    auto names = shown.choices;
    if (!field.value.empty() && std::ranges::find(names, field.value) == names.end()) names.push_back(field.value);
    std::vector<Choice> choices{{"Nothing"}};
    int chosen = 0;
    for (const auto& name : names) {
        if (name == field.value) chosen = static_cast<int>(choices.size());
        choices.push_back({name});
    }
    if (focus) ImGui::SetKeyboardFocusHere();
    const auto picked = select(context.ui, label, choices, field.value.empty() ? -1 : chosen, {.width = width, .in_place = true, .placeholder = "Choose"});
    if (picked) set_field(context, person, field, *picked == 0 ? std::string() : names[static_cast<std::size_t>(*picked) - 1]);
}

void draw_value(const Context& context, const StakeholderId& person, const ShownField& shown, const std::string& label, float width) {
    const auto& ui = context.ui;
    const auto& field = shown.field;
    const bool focus = takes_detail_focus(context, field.name);
    FieldOptions options{.placeholder = "Nothing yet", .width = width, .in_place = true, .focus = focus, .max_bytes = Limits::long_text};
    switch (field.kind) {
    case FieldKind::number: {
        const auto parse = [&](std::string_view typed) { return own_value(FieldKind::number, typed, context.today, '.'); };
        options.placeholder = "A number";
        if (auto value = parsed_edit(ui, label, field.value.empty() ? std::string() : own_value_words(field, context.today), parse, options)) {
            if (*value != field.value) set_field(context, person, field, std::move(*value));
        }
        return;
    }
    case FieldKind::date: {
        const auto day = Date::parse(field.value);
        options.placeholder = "A day";
        if (const auto date = date_edit(ui, label, day ? std::optional(*day) : std::nullopt, context.today, options)) {
            set_field(context, person, field, *date ? (*date)->iso() : std::string());
        }
        return;
    }
    case FieldKind::choice:
        if (!shown.choices.empty()) return draw_choice(context, person, shown, label, width, focus);
        break;
    case FieldKind::text:
        break;
    }
    if (auto value = text_edit(ui, label, field.value, options)) set_field(context, person, field, std::move(*value), key_of(person, field));
}

// Whether the buyer may see it, as a mark that turns.
void draw_shared(const Context& context, const StakeholderId& person, const OwnField& field) {
    const auto label = (field.shared ? "Keep private: " : "Share with the buyer: ") + field.name;
    const auto* mark = field.shared ? icon::eye : icon::lock;
    const ButtonOptions options{.tooltip = field.shared ? "The buyer may see it. Press to keep it private." : "Private. Press to let the buyer see it.",
                                .small = true};
    if (!icon_button(context.ui, mark, label, options)) return;
    auto changed = field;
    changed.shared = !field.shared;
    context.act(apply_edit(edit::SetField{person, field.name, std::move(changed)}));
}

void draw_field(const Context& context, const StakeholderId& person, const ShownField& shown) {
    const auto& ui = context.ui;
    const auto& field = shown.field;
    if (context.read_only) {
        if (!field.value.empty()) detail_words(ui, field.name, own_value_words(field, context.today));
        return;
    }
    ImGui::PushID(field.name.c_str());
    detail_row(ui, field.name, [&](float width) {
        const auto start = ImGui::GetCursorScreenPos();
        const float side = ui.theme.control_small_height();
        const float room = field.value.empty() ? width : width - side - ui.px(4);
        ImGui::BeginGroup();
        draw_value(context, person, shown, field.name + "##own field", room);
        ImGui::EndGroup();
        const auto bottom = ImGui::GetItemRectMax().y;
        if (field.value.empty()) return;
        ImGui::SetCursorScreenPos({start.x + width - side, start.y});
        draw_shared(context, person, field);
        ImGui::SetCursorScreenPos({start.x, std::max(bottom, start.y)});
        ImGui::Dummy({width, 0});
    });
    ImGui::PopID();
}

}

void draw_own_fields(const Context& context, const StakeholderId& person, const std::vector<OwnField>& fields) {
    const auto& ui = context.ui;
    const auto owner = person.empty() ? FieldOwner::deal : FieldOwner::person;
    const auto shown = shown_fields(context.document.settings.fields, owner, fields);
    for (const auto& one : shown) {
        draw_field(context, person, one);
    }
    if (context.read_only) return;
    const auto& draft = context.view.new_field;
    if (draft.open && draft.owner == owner && draft.person == person) {
        draw_new_field_form(context, owner, person);
    } else if (button(ui, ButtonKind::link, "Add a field", {.icon = icon::plus, .tooltip = "A fact that every " + std::string(person.empty() ? "deal" : "person") + " has a place for: a text, a number, a date or a choice", .small = true})) {
        open_new_field(context, owner, person);
    }
}

std::optional<std::vector<Tag>> edit_tags(const Context& context, std::string_view label, const std::vector<Tag>& tags, const std::vector<std::string>& all,
                                          std::string& query, float width) {
    std::vector<Choice> choices;
    std::vector<int> chosen;
    for (const auto& name : all) {
        if (chosen.size() < tags.size()) chosen.push_back(static_cast<int>(choices.size()));
        choices.push_back({name});
    }
    std::string added;
    const FieldOptions options{.placeholder = "Add a tag", .width = width, .focus = takes_detail_focus(context, label), .new_thing = "tag"};
    if (!multi_pick(context.ui, label, choices, chosen, query, options, &added)) return {};
    std::vector<Tag> changed;
    for (const int index : chosen) {
        changed.push_back({all[static_cast<std::size_t>(index)]});
    }
    return with_tag(std::move(changed), added);
}

}
