#include "app/ui/people/person_concerns.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "app/ui/people/person_fields.hpp"
#include "app/ui/people/person_items.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/draw.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/random.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

SectionDay day_of_concerns(const Context& context, const StakeholderId& person) {
    return {context, "concern " + person.text};
}

// While it is open, the icon and what can be done with it say so too: there the words are short.
std::string concern_state_words(const Concern& concern, Date today, bool with_steps) {
    const auto on = short_date(concern.events.empty() ? concern.created : concern.events.back().on, today);
    const auto note = concern.events.empty() || concern.events.back().note.empty() ? std::string() : ": " + concern.events.back().note;
    switch (state_of(concern)) {
    case ConcernState::answered:
        return "Answered " + on + note;
    case ConcernState::resolved:
        return "Resolved " + on + note;
    case ConcernState::open:
        break;
    }
    return (with_steps ? "Since " : "Open since ") + on + note;
}

void draw_concern(const Context& context, const Concern& concern) {
    const auto& ui = context.ui;
    const auto state = state_of(concern);
    const auto start = ImGui::GetCursorScreenPos();
    const float right = start.x + ImGui::GetContentRegionAvail().x;
    const auto* mark = is_settled(concern)           ? icon::circle_check
                       : state == ConcernState::open ? icon::circle_alert
                                                     : icon::message_square;
    const auto color = is_settled(concern)           ? ui.color().middle
                       : state == ConcernState::open ? ui.color().warn
                                                     : ui.color().text_muted;
    const auto store = [&](std::string text) {
        auto changed = concern;
        changed.text = std::move(text);
        context.act(apply_edit(edit::PutConcern{std::move(changed)}, "concern " + concern.id.text));
    };
    if (item_text(context, mark, color, "Concern##" + concern.id.text, "Remove the concern##" + concern.id.text, concern.text, store)) {
        context.act(apply_with_toast(edit::RemoveConcern{concern.id}));
    }
    std::vector<ItemStep> steps;
    const auto offer = [&](ConcernEventKind kind, std::string_view label) {
        if (!context.read_only && is_legal_move(concern, kind)) {
            steps.push_back({std::string(label) + "##" + concern.id.text, [&context, kind, &concern] {
                                 day_of_concerns(context, concern.stakeholder)
                                     .record(
                                         [&](Date on, std::string note) {
                                             return edit::AddConcernEvent{concern.id, {kind, on, std::move(note)}};
                                         },
                                         true);
                             }});
        }
    };
    offer(ConcernEventKind::answered, "Mark as answered");
    offer(ConcernEventKind::resolved, "Mark as resolved");
    offer(ConcernEventKind::reopened, "Reopen");
    item_steps(ui, start.x + ui.px(28), right, color, concern_state_words(concern, context.today, !steps.empty()), steps);
    ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
    gap(ui, 8);
}

}

void draw_concerns(const Context& context, const Stakeholder& person) {
    const auto& ui = context.ui;
    section_title(ui, "Concerns", "what worries them");
    bool any = false;
    for (const auto& concern : context.deal->concerns) {
        if (concern.stakeholder == person.id) {
            draw_concern(context, concern);
            any = true;
        }
    }
    if (context.read_only) {
        if (!any) {
            text_muted(ui, TextStyle::body, "none");
        }
    } else if (auto text =
                   quick_add(context, "New concern", "Add the concern", any ? "Another concern" : "What worries them, in their words",
                             "new concern " + person.id.text, Limits::long_text)) {
        Concern concern;
        concern.id = ConcernId::make(context.random);
        concern.created = context.today;
        concern.stakeholder = person.id;
        concern.text = std::move(*text);
        const auto raised = [&](Date on, std::string note) {
            concern.events = {{ConcernEventKind::raised, on, std::move(note)}};
            return edit::PutConcern{concern};
        };
        // Refused: what was typed goes back into its field.
        if (!day_of_concerns(context, person.id).record(raised, false)) context.view.texts["new concern " + person.id.text] = concern.text;
    }
    if (!context.read_only && (any || !context.view.texts["new concern " + person.id.text].empty())) {
        gap(ui, 8);
        day_of_concerns(context, person.id).draw("Day of the concern", "Note on the concern");
    }
    gap(ui, 20);
}

}
