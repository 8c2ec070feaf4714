#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/people/person_concerns.hpp"
#include "core/base/random.hpp"
#include "core/model/deal.hpp"

#include "app/ui/cards/commitment_edit.hpp"
#include "app/ui/people/person_fields.hpp"
#include "app/ui/people/person_items.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/date/date_field.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

SectionDay day_of_promises(const Context& context, const StakeholderId& person) {
    return {context, "promise " + person.text};
}

std::string promise_state_words(const OurPromise& promise, Date today) {
    const auto on = short_date(promise.events.empty() ? promise.created : promise.events.back().on, today);
    const auto note = promise.events.empty() || promise.events.back().note.empty() ? std::string() : ": " + promise.events.back().note;
    switch (state_of(promise)) {
    case PromiseState::kept:
        return "Kept " + on + note;
    case PromiseState::broken:
        return "Broken " + on + note;
    case PromiseState::open:
        break;
    }
    if (promise.due && *promise.due < today) {
        return counted(today - *promise.due, "day", "days") + " late";
    }
    return "Promised " + on + note;
}

void draw_due(const Context& context, const OurPromise& promise, float left, float width) {
    const auto& ui = context.ui;
    const auto start = ImVec2{left, ImGui::GetCursorScreenPos().y};
    const float height = ui.theme.touch ? ui.px(44) : ui.theme.line_height(TextStyle::body) + ui.px(8);
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, start, {start.x + ui.px(40), start.y + height}, ui.color().text_muted,
                 "Due");
    ImGui::SetCursorScreenPos({start.x + ui.px(40), start.y});
    const auto days = days_coming_up(*context.deal);
    const DateFieldOptions options{
        .field = {.placeholder = "no date", .width = std::min(ui.px(140), width - ui.px(40)), .in_place = true},
        .lean = DateDirection::future,
        .period = PeriodDay::last,
        .marks = days};
    ImGui::BeginGroup();
    if (const auto due = date_edit(ui, "Promise due##" + promise.id.text, promise.due, context.today, options)) {
        auto changed = promise;
        changed.due = *due;
        context.act(apply_edit(edit::PutPromise{std::move(changed)}));
    }
    ImGui::EndGroup();
    ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
}

// To whom: one of the people, or the group.
void draw_whom(const Context& context, const OurPromise& promise, float left, float width) {
    const auto& ui = context.ui;
    const ImVec2 start{left, ImGui::GetCursorScreenPos().y};
    const float height = fact_height(ui);
    draw_text_in(ui, ImGui::GetWindowDrawList(), TextStyle::caption, start, {start.x + ui.px(40), start.y + height}, ui.color().text_muted,
                 "To");
    ImGui::SetCursorScreenPos({start.x + ui.px(40), start.y});
    const auto people = people_to_choose(context, promise.to, "The group");
    const auto label = "Promised to##" + promise.id.text;
    if (const auto picked = select(ui, label, people.choices, people.chosen, {.width = width - ui.px(40), .in_place = true})) {
        auto changed = promise;
        changed.to = chosen_person(context, *picked);
        context.act(apply_edit(edit::PutPromise{std::move(changed)}));
    }
    ImGui::SetCursorScreenPos({start.x, std::max(start.y + height, ImGui::GetCursorScreenPos().y)});
}

void draw_promise(const Context& context, const Stakeholder& person, const OurPromise& promise) {
    const auto& ui = context.ui;
    const auto state = state_of(promise);
    const auto start = ImGui::GetCursorScreenPos();
    const float right = start.x + ImGui::GetContentRegionAvail().x;
    const float left = start.x + ui.px(28);
    const bool late = is_owed(*context.deal, promise) && promise.due && *promise.due < context.today;
    const auto* mark = state == PromiseState::kept     ? icon::circle_check
                       : state == PromiseState::broken ? icon::unlink
                       : late                          ? icon::triangle_alert
                                                       : icon::handshake;
    const auto color = state == PromiseState::kept             ? ui.color().middle
                       : state == PromiseState::broken || late ? ui.color().bad
                                                               : ui.color().text_muted;
    const auto store = [&](std::string text) {
        auto changed = promise;
        changed.what = std::move(text);
        context.act(apply_edit(edit::PutPromise{std::move(changed)}, "promise " + promise.id.text));
    };
    if (item_text(context, mark, color, "Promise##" + promise.id.text, "Remove the promise##" + promise.id.text, promise.what, store)) {
        context.act(apply_with_toast(edit::RemovePromise{promise.id}));
    }
    auto words = promise_state_words(promise, context.today);
    if (promise.to.empty()) {
        words += ", to the group";
    }
    if (context.read_only && promise.due) {
        words += ", due " + short_date(*promise.due, context.today);
    } else if (!context.read_only && state == PromiseState::open) {
        draw_due(context, promise, left, right - left);
        draw_whom(context, promise, left, right - left);
    }
    std::vector<ItemStep> steps;
    const auto offer = [&](PromiseEventKind kind, std::string_view label) {
        if (!context.read_only && is_legal_move(promise, kind)) {
            steps.push_back({std::string(label) + "##" + promise.id.text, [&context, kind, &person, id = promise.id] {
                                 day_of_promises(context, person.id)
                                     .record(
                                         [&](Date on, std::string note) {
                                             return edit::AddPromiseEvent{id, {kind, on, std::move(note)}};
                                         },
                                         true);
                             }});
        }
    };
    offer(PromiseEventKind::kept, "We kept it");
    offer(PromiseEventKind::broken, "We broke it");
    item_steps(ui, left, right, color, words, steps);
    ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
    gap(ui, 8);
}

}

void draw_our_promises(const Context& context, const Stakeholder& person) {
    const auto& ui = context.ui;
    section_title(ui, "Our promises", "what we owe them");
    bool any = false;
    for (const auto& promise : context.deal->promises) {
        if (promise.to == person.id || promise.to.empty()) {
            draw_promise(context, person, promise);
            any = true;
        }
    }
    if (context.read_only) {
        if (!any) {
            text_muted(ui, TextStyle::body, "none");
        }
    } else if (auto text = quick_add(context, "New promise", "Add the promise", any ? "Another promise" : "What we promised them",
                                     "new promise " + person.id.text, Limits::long_text)) {
        OurPromise promise;
        promise.id = PromiseId::make(context.random);
        promise.created = context.today;
        promise.to = person.id;
        promise.what = std::move(*text);
        const auto made = [&](Date on, std::string note) {
            promise.events = {{PromiseEventKind::made, on, std::move(note)}};
            return edit::PutPromise{promise};
        };
        // Refused: what was typed goes back into its field.
        if (!day_of_promises(context, person.id).record(made, false)) context.view.texts["new promise " + person.id.text] = promise.what;
    }
    if (!context.read_only && (any || !context.view.texts["new promise " + person.id.text].empty())) {
        gap(ui, 8);
        day_of_promises(context, person.id).draw("Day of the promise", "Note on the promise");
    }
    gap(ui, 20);
}

}
