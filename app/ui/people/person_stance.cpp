#include "app/ui/people/person_stance.hpp"

#include "app/session/view_state.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/cards/recorded_day.hpp"
#include "app/ui/context.hpp"
#include "app/ui/people/person_fields.hpp"
#include "app/ui/widgets/date/date_field.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/validate/validate.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr int stances_shown = 5;

RecordedDay day_of_stance(const Context& context, const Stakeholder& person) {
    return {context, "stance on " + person.id.text};
}

// What the last stance says of it, unless that day has passed by then.
std::optional<Date> day_named(const Stakeholder& person, Date on) {
    const auto named = person.stances.empty() ? std::nullopt : person.stances.back().not_before;
    return named && *named >= on ? named : std::nullopt;
}

void draw_stance(const Context& context, const PersonRow& row) {
    const auto& ui = context.ui;
    const auto& person = *row.person;
    person_fact(ui, "Stance", [&](float width) {
        const auto start = ImGui::GetCursorScreenPos();
        const float height = fact_height(ui);
        draw_stance_mark(ui, ImGui::GetWindowDrawList(), snapped({start.x + ui.px(7), start.y + height / 2}), row.stance);
        const float control = std::min(text_size(ui, TextStyle::body, label_of(row.stance)).x + ui.px(30), width * 0.55f);
        ImGui::SetCursorScreenPos({start.x + ui.px(22), start.y});
        if (context.read_only) {
            gap(ui, 4);
            ImGui::SetCursorScreenPos({start.x + ui.px(22), ImGui::GetCursorScreenPos().y});
            text(ui, TextStyle::body, label_of(row.stance));
        } else {
            std::vector<Choice> choices;
            for (const auto& name : names_of<Stance>()) {
                choices.push_back({name.label});
            }
            if (const auto picked =
                    select(ui, "Their stance", choices, static_cast<int>(row.stance), {.width = control, .in_place = true})) {
                const auto stance = names_of<Stance>()[static_cast<std::size_t>(*picked)].value;
                day_of_stance(context, person).record([&](Date on) { return edit::SetStance{person.id, {on, stance, {}}}; }, true);
            }
        }
        if (row.stance_since) {
            const auto since = "since " + short_date(*row.stance_since, context.today);
            const ImVec2 min{start.x + ui.px(22) + control + ui.px(8), start.y};
            draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, min, {start.x + width, start.y + height},
                         ui.color().text_muted, since);
            ui.note_rect(ItemRole::text, since, min, {start.x + width, start.y + height});
        }
        ImGui::SetCursorScreenPos({start.x, start.y + height});
        ImGui::Dummy({width, 0});
    });
}

// The day on which what is chosen or written beside it was so.
void draw_day(const Context& context, const PersonRow& row) {
    if (context.read_only) return;
    person_fact(context.ui, "On", [&](float width) { day_of_stance(context, *row.person).draw("Day of the stance", width); });
}

// The day before which nothing happens, as they said: "frozen until the fourth quarter".
void draw_not_before(const Context& context, const PersonRow& row) {
    const auto& person = *row.person;
    if (context.read_only && !row.not_before) return;
    person_fact(context.ui, "Not before", [&](float width) {
        if (context.read_only) {
            gap(context.ui, 4);
            text(context.ui, TextStyle::body, short_date(*row.not_before, context.today));
            return;
        }
        const DateFieldOptions options{.field = {.placeholder = "No day named", .width = std::min(width, context.ui.px(180)), .in_place = true},
                                       .lean = DateDirection::future};
        const auto named = person.stances.empty() ? std::nullopt : person.stances.back().not_before;
        const auto day = date_edit(context.ui, "Nothing before", named, context.today, options);
        if (!day) return;
        day_of_stance(context, person).record([&](Date on) { return edit::SetStance{person.id, {on, row.stance, {}, *day}}; }, true);
    });
}

// What was said to it, latest first, and one more reason to add.
void draw_reasons(const Context& context, const PersonRow& row) {
    const auto& ui = context.ui;
    const auto& person = *row.person;
    if (context.read_only && person.stances.empty()) {
        return;
    }
    person_fact(ui, "Why", [&](float width) {
        if (!context.read_only) {
            auto& draft = context.view.texts["why " + person.id.text];
            const auto event =
                text_field(ui, "Why this stance", draft,
                           {.placeholder = "In their words", .width = width, .in_place = true, .max_bytes = Limits::long_text});
            if (event == FieldEvent::cancelled) {
                draft.clear();
            } else if (event == FieldEvent::kept && !trimmed(draft).empty()) {
                const std::string why(trimmed(draft));
                // The day that they named with this stance holds on.
                const auto said = [&](Date on) { return edit::SetStance{person.id, {on, row.stance, why, day_named(person, on)}}; };
                if (day_of_stance(context, person).record(said, false)) draft.clear();
            }
        } else {
            gap(ui, 4);
        }
        int shown = 0;
        for (auto event = person.stances.rbegin(); event != person.stances.rend() && shown < stances_shown; ++event) {
            if (event->why.empty() && !event->not_before && person.stances.size() == 1) continue; // the line above says as much
            text_wrapped_muted(ui, TextStyle::caption, stance_words(*event, context.today), width);
            ++shown;
        }
        if (shown > 0) {
            gap(ui, 4);
        }
    });
}

}

void draw_person_stance(const Context& context, const PersonRow& row) {
    draw_stance(context, row);
    draw_day(context, row);
    draw_not_before(context, row);
    draw_reasons(context, row);
}

}
