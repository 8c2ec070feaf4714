#include "app/ui/people/person_departure.hpp"

#include "app/session/action.hpp"
#include "app/ui/people/person_fields.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/date/date_field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "core/model/deal.hpp"
#include "core/model/edit/edit.hpp"
#include "generated/icons.hpp"

#include <optional>
#include <utility>

namespace middleground {

namespace {

void store(const Context& context, const Stakeholder& person, std::optional<Departure> left) {
    auto changed = person;
    changed.left = std::move(left);
    context.act(apply_edit(edit::PutStakeholder{std::move(changed)}, "person " + person.id.text + " left"));
}

void draw_day(const Context& context, const Stakeholder& person, const Departure& left) {
    person_fact(context.ui, "Left on", [&](float width) {
        const DateFieldOptions options{.field = {.width = width, .in_place = true},
                                       .lean = DateDirection::past,
                                       .earliest = context.deal->opened,
                                       .latest = context.today,
                                       .earliest_is = "the deal was opened",
                                       .latest_is = "today"};
        const auto typed = date_edit(context.ui, "Day they left", left.on, context.today, options);
        if (typed && *typed) store(context, person, Departure{**typed, left.why});
    });
}

void draw_why(const Context& context, const Stakeholder& person, const Departure& left) {
    const auto draw = [&](float width) {
        auto why = growing_edit(context.ui, "Why they left", left.why, width, "A new job, another department");
        if (why) store(context, person, Departure{left.on, std::move(*why)});
    };
    person_fact(context.ui, "Because", draw, FactLines::many);
}

}

void draw_departure(const Context& context, const Stakeholder& person) {
    if (context.read_only) return; // the head of the details says it
    const auto& ui = context.ui;
    gap(ui, 8);
    if (!person.left) {
        const ButtonOptions options{.tooltip = "No longer with the customer, or no longer part of this decision"};
        if (button(ui, ButtonKind::outlined, "They have left", options)) store(context, person, Departure{context.today, {}});
        return;
    }
    draw_day(context, person, *person.left);
    draw_why(context, person, *person.left);
    if (button(ui, ButtonKind::outlined, "They are back", {.icon = icon::undo_2})) store(context, person, {});
}

}
