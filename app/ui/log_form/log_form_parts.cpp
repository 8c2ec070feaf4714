#include "app/ui/log_form/log_form_parts.hpp"

#include "app/ui/log_form/log_form.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/date/date_field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/plan/coming_up.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr float caption_width = 96;

}

void form_row(const LogForm& form, std::string_view caption, const std::function<void(float width)>& draw) {
    const auto& ui = form.context.ui;
    const auto start = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x;
    const float left = form.stacked ? 0 : ui.px(caption_width);
    if (form.stacked) {
        if (!caption.empty()) {
            // No item of its own: the field below has that name.
            draw_text(ui, ImGui::GetWindowDrawList(), TextStyle::caption, start, ui.color().text_muted, caption);
            gap(ui, ui.theme.line_height(TextStyle::caption) / ui.theme.scale + 2);
        }
    } else {
        draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::body, start,
                     {start.x + left - ui.px(8), start.y + ui.theme.control_height()}, ui.color().text_muted, caption);
    }
    ImGui::SetCursorScreenPos({start.x + left, ImGui::GetCursorScreenPos().y});
    ImGui::BeginGroup();
    draw(width - left);
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
    gap(ui, form.stacked ? 12.0f : 8.0f);
}

void day_field(const LogForm& form, std::string_view label, std::string& typed, DateDirection lean, std::string_view when_empty,
               float width, PeriodDay period) {
    const auto today = form.context.today;
    const auto due = days_coming_up(*form.context.deal);
    DateFieldOptions options;
    options.field.width = width;
    options.lean = lean;
    options.period = period;
    options.when_empty = when_empty;
    options.marks = due;
    if (lean == DateDirection::past) {
        options.latest = today;
    }
    date_field(form.context.ui, label, typed, today, options);
}

std::vector<PersonThere> people_there(const LogForm& form) {
    std::vector<PersonThere> people;
    for (const auto& id : form.draft.people) {
        people.push_back({id, name_of(*form.context.deal, id)});
    }
    for (const auto& name : form.draft.new_people) {
        people.push_back({id_of_new(name), name});
    }
    return people;
}

bool asks_for_person(const LogForm& form) {
    return form.draft.people.size() + form.draft.new_people.size() > 1;
}

void person_field(const LogForm& form, std::string_view label, StakeholderId& person, std::string_view nobody, float width) {
    if (!asks_for_person(form)) return;
    const auto people = people_there(form);
    std::vector<Choice> choices{{nobody}};
    int chosen = 0;
    for (const auto& one : people) {
        if (one.id == person) chosen = static_cast<int>(choices.size());
        choices.push_back({one.name});
    }
    if (const auto picked = select(form.context.ui, label, choices, chosen, {.width = width})) {
        person = *picked == 0 ? StakeholderId{} : people[static_cast<std::size_t>(*picked) - 1].id;
    }
}

bool pick_several(const Ui& ui, std::string_view label, const std::vector<Pickable>& list, std::vector<std::string>& ids,
                  std::string& query, const FieldOptions& options, std::string* on_new) {
    std::vector<Choice> choices;
    for (const auto& one : list) {
        choices.push_back({one.label});
    }
    std::vector<int> chosen;
    for (const auto& id : ids) {
        const auto place = std::ranges::find(list, id, &Pickable::id);
        if (place != list.end()) chosen.push_back(static_cast<int>(place - list.begin()));
    }
    if (!multi_pick(ui, label, choices, chosen, query, options, on_new)) return false;
    ids.clear();
    for (const int index : chosen) {
        ids.emplace_back(list[static_cast<std::size_t>(index)].id);
    }
    return true;
}

bool add_row_link(const Ui& ui, std::string_view label, bool shown) {
    return shown && button(ui, ButtonKind::link, label, {.icon = icon::plus, .small = true});
}

std::string numbered(std::string_view label, std::size_t index) {
    return std::string(label) + (index == 0 ? "" : " " + std::to_string(index + 1));
}

}
