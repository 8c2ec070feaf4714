#include "app/ui/log_form/log_form_parts.hpp"
#include "core/model/deal.hpp"

#include "app/ui/log_form/log_form.hpp"
#include "app/viewmodel/log_edits.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/edit/backdate.hpp"
#include "core/model/names.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

void choose_kind(LogDraft& draft, InteractionKind kind) {
    if (kind == draft.kind) return;
    draft.kind = kind;
    draft.direction = kind == InteractionKind::email ? Direction::outbound : Direction::mutual;
}

// In plain words, as they stand in the entry's title: "E-mail to", "Call from", "Meeting with".
constexpr std::array direction_words{Segment{"to"}, Segment{"from"}, Segment{"with"}};

void draw_direction(const LogForm& form) {
    constexpr std::array order{Direction::outbound, Direction::inbound, Direction::mutual};
    const auto chosen = static_cast<int>(std::ranges::find(order, form.draft.direction) - order.begin());
    if (const auto now = segmented(form.context.ui, "Direction", direction_words, chosen)) {
        form.draft.direction = order[static_cast<std::size_t>(*now)];
    }
}

void draw_kind(const LogForm& form, float width) {
    const auto& ui = form.context.ui;
    std::vector<Choice> choices;
    std::vector<Segment> segments;
    float needed = 0;
    for (const auto& name : names_of<InteractionKind>()) {
        choices.push_back({name.label, interaction_icon(name.value)});
        segments.push_back({name.label});
        needed += text_size(ui, TextStyle::label, name.label).x + ui.px(25);
    }
    const auto kinds = names_of<InteractionKind>();
    const auto chosen = static_cast<int>(std::ranges::find(kinds, form.draft.kind, &EnumName<InteractionKind>::value) - kinds.begin());
    const bool side_by_side = needed + ui.px(4) <= width;
    float beside = ui.px(4 + 8);
    for (const auto& word : direction_words) {
        beside += text_size(ui, TextStyle::label, word.label).x + ui.px(25);
    }
    const SelectOptions options{.width = std::min(ui.px(140), width - beside)};
    const auto picked = side_by_side ? segmented(ui, "Kind", segments, chosen) : select(ui, "Kind", choices, chosen, options);
    if (picked) choose_kind(form.draft, kinds[static_cast<std::size_t>(*picked)].value);
    if (side_by_side) {
        gap(ui, 8);
    } else {
        same_line(ui);
    }
    draw_direction(form);
    if (form.draft.direction == Direction::outbound) {
        if (form.stacked) {
            gap(ui, 8);
        } else {
            same_line(ui, 16);
        }
        if (checkbox(ui, "They answered", form.draft.answered)) form.draft.answered = !form.draft.answered;
    }
}

void draw_when(const LogForm& form, float width) {
    const auto& context = form.context;
    const auto& ui = context.ui;
    day_field(form, "When", form.draft.on, DateDirection::past, "Today", std::min(width, ui.px(200)));
    const auto on = day_of_entry(form.draft, context.today);
    if (!on || !opens_earlier(*context.deal, *on)) return;
    gap(ui, 6);
    if (switch_control(ui, opens_earlier_words(*on, context.today), form.draft.moves_opened)) {
        form.draft.moves_opened = !form.draft.moves_opened;
    }
}

// Names that nobody of the deal has: saving adds them, a press takes them out again.
void draw_new_people(const LogForm& form) {
    const auto& ui = form.context.ui;
    const float right = ImGui::GetCursorScreenPos().x + ImGui::GetContentRegionAvail().x;
    std::optional<std::size_t> removed;
    for (std::size_t i = 0; i < form.draft.new_people.size(); ++i) {
        const auto label = "New person: " + form.draft.new_people[i];
        const ButtonOptions options{
            .icon = icon::user_plus, .tooltip = "Saving adds this person. Press to take the name out", .small = true};
        if (i > 0 && ImGui::GetItemRectMax().x + ui.px(8) + button_width(ui, label, options) <= right) {
            same_line(ui);
        } else {
            gap(ui, 6);
        }
        if (button(ui, ButtonKind::outlined, label, options)) removed = i;
    }
    if (removed) form.draft.new_people.erase(form.draft.new_people.begin() + static_cast<std::ptrdiff_t>(*removed));
}

void draw_with(const LogForm& form, float width) {
    const auto& context = form.context;
    auto& draft = form.draft;
    std::vector<Pickable> list;
    for (const auto& person : context.deal->stakeholders) {
        list.push_back({person.id.text, name_of(*context.deal, person.id)}); // namesakes told apart
    }
    std::vector<std::string> ids;
    for (const auto& id : draft.people) {
        ids.push_back(id.text);
    }
    std::string new_name;
    const bool changed = pick_several(
        context.ui, "With", list, ids, draft.people_query,
        {.placeholder = "Names. Enter adds one, even a new one", .width = width, .focus = draft.just_opened && draft.editing}, &new_name);
    if (changed) {
        draft.people.clear();
        for (auto& id : ids) {
            draft.people.push_back({std::move(id)});
        }
    }
    if (!new_name.empty()) {
        draft.people_query.clear();
        if (std::ranges::find(draft.new_people, new_name) == draft.new_people.end()) draft.new_people.push_back(std::move(new_name));
    }
    draw_new_people(form);
}

}

void draw_log_basics(const LogForm& form) {
    const auto& ui = form.context.ui;
    form_row(form, "What", [&](float width) { draw_kind(form, width); });
    form_row(form, "When", [&](float width) { draw_when(form, width); });
    form_row(form, "With", [&](float width) { draw_with(form, width); });
    form_row(form, "In a line", [&](float width) {
        text_field(ui, "In a line", form.draft.summary,
                   {.placeholder = "What was said, in a sentence or two",
                    .width = width,
                    .height = 2 * ui.theme.line_height(TextStyle::body) + ui.px(14),
                    .multiline = true,
                    .max_bytes = Limits::long_text});
    });
}

}
