// How a field of one's own is defined.
#include "app/ui/cards/own_fields/own_fields.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/press.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

// The field that is defined, or why it cannot be.
Result<FieldDefinition> defined(const NewFieldDraft& draft, const Settings& settings) {
    FieldDefinition field{std::string(trimmed(draft.name)), draft.owner, draft.kind, {}, draft.shared};
    if (field.name.empty()) return fail("The field has no name", {}, "Type one, such as Region.");
    if (const auto* other = find_field(settings.fields, draft.owner, field.name)) return fail("There is a field \"" + other->name + "\" already", {}, "Choose another name.");
    const auto count = static_cast<std::size_t>(std::ranges::count(settings.fields, draft.owner, &FieldDefinition::owner));
    if (count >= FieldDefinition::most) return fail("There are " + std::to_string(count) + " fields already", {}, "Take one out in Settings first.");
    if (draft.kind == FieldKind::choice) {
        field.choices = choices_of(draft.choices);
        if (field.choices.empty()) return fail("Nothing can be chosen yet", {}, "Type what can be, with commas between: North, South.");
    }
    return field;
}

}

std::string choices_text(const std::vector<std::string>& choices) {
    std::string text;
    for (const auto& choice : choices) {
        text += (text.empty() ? "" : ", ") + choice;
    }
    return text;
}

std::vector<std::string> choices_of(std::string_view text) {
    std::vector<std::string> choices;
    while (!text.empty()) {
        const auto end = text.find_first_of(",;\n");
        const auto choice = std::string(trimmed(text.substr(0, end)));
        text.remove_prefix(end == std::string_view::npos ? text.size() : end + 1);
        const bool is_new = std::ranges::none_of(choices, [&](const std::string& one) { return folded(one) == folded(choice); });
        if (!choice.empty() && is_new && choices.size() < FieldDefinition::most_choices) choices.push_back(choice);
    }
    return choices;
}

void open_new_field(const Context& context, FieldOwner owner, const StakeholderId& person) {
    context.view.new_field = {.open = true, .just_opened = true, .owner = owner, .person = person};
}

void draw_new_field_form(const Context& context, FieldOwner owner, const StakeholderId& person) {
    const auto& ui = context.ui;
    auto& draft = context.view.new_field;
    if (!draft.open || draft.owner != owner || draft.person != person) return;
    const bool enter = is_enter_pressed();
    const float width = ImGui::GetContentRegionAvail().x;
    const float kind_width = std::min(ui.px(128), width / 2);
    gap(ui, 4);
    const auto start = ImGui::GetCursorScreenPos();
    const auto name = text_field(ui, "Name of the field", draft.name,
                                 {.placeholder = "Name, such as Region", .width = width - kind_width - ui.px(8), .focus = draft.just_opened, .error = draft.error});
    const auto below = ImGui::GetCursorScreenPos();
    draft.just_opened = false;
    std::vector<Choice> kinds;
    int chosen = 0;
    for (const auto& kind : names_of<FieldKind>()) {
        if (kind.value == draft.kind) chosen = static_cast<int>(kinds.size());
        kinds.push_back({kind.label});
    }
    ImGui::SetCursorScreenPos({start.x + width - kind_width, start.y});
    if (const auto picked = select(ui, "What the field holds", kinds, chosen, {.width = kind_width})) {
        draft.kind = names_of<FieldKind>()[static_cast<std::size_t>(*picked)].value;
        draft.error.clear();
    }
    ImGui::SetCursorScreenPos({start.x, std::max(below.y, ImGui::GetCursorScreenPos().y)});
    ImGui::Dummy({width, 0});
    auto choices = FieldEvent::none;
    if (draft.kind == FieldKind::choice) {
        gap(ui, 6);
        choices = text_field(ui, "What can be chosen", draft.choices, {.placeholder = "North, South, West", .width = width, .max_bytes = 4000});
    }
    gap(ui, 6);
    if (switch_control(ui, "The buyer may see it", draft.shared)) draft.shared = !draft.shared;
    gap(ui, 6);
    const bool pressed = button(ui, ButtonKind::outlined, "Add the field", {.icon = icon::check, .small = true});
    same_line(ui, 8);
    if (button(ui, ButtonKind::quiet, "Cancel##field", {.small = true})) {
        draft = {};
        return;
    }
    gap(ui, 4);
    if (name == FieldEvent::changed || choices == FieldEvent::changed) draft.error.clear();
    const bool kept = enter && (name == FieldEvent::kept || choices == FieldEvent::kept);
    if (!pressed && !kept) return;
    auto field = defined(draft, context.document.settings);
    if (!field) {
        draft.error = field.error().message();
        return;
    }
    auto settings = context.document.settings;
    context.view.focus_field = field->name;
    settings.fields.push_back(std::move(*field));
    context.act(action::SetSettings{std::move(settings)});
    draft = {};
}

}
