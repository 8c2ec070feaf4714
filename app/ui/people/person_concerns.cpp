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
#include "app/viewmodel/people_data.hpp"
#include "core/base/random.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/names.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

SectionDay day_of_concerns(const Context& context, const StakeholderId& person) {
    return {context, "concern " + person.text};
}

// What the next one is was chosen, or is as its words say.
std::string kind_key(const StakeholderId& person) {
    return "new concern kind " + person.text;
}

ConcernKind chosen_kind(const Context& context, const StakeholderId& person, std::string_view text) {
    const auto& key = context.view.texts[kind_key(person)];
    for (const auto& name : names_of<ConcernKind>()) {
        if (name.key == key) return name.value;
    }
    return kind_of_words(text);
}

void draw_kind(const Context& context, const StakeholderId& person, std::string_view text) {
    constexpr std::array kinds{Segment{"Concern"}, Segment{"Question"}}; // as ConcernKind
    const auto picked = segmented(context.ui, "Concern or question", kinds, static_cast<int>(chosen_kind(context, person, text)));
    if (picked) context.view.texts[kind_key(person)] = key_of(static_cast<ConcernKind>(*picked));
}

void draw_concern(const Context& context, const Concern& concern) {
    const auto& ui = context.ui;
    const auto state = state_of(concern);
    const auto start = ImGui::GetCursorScreenPos();
    const float right = start.x + ImGui::GetContentRegionAvail().x;
    const bool asks = concern.kind == ConcernKind::question;
    const auto* mark = is_settled(concern)           ? icon::circle_check
                       : asks                        ? icon::message_circle_question_mark
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
    if (item_text(context, mark, color, std::string(label_of(concern.kind)) + "##" + concern.id.text,
                  "Remove the " + folded(label_of(concern.kind)) + "##" + concern.id.text, concern.text, store)) {
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
    offer(ConcernEventKind::answered, asks ? "Answer" : "Mark as answered");
    if (!asks) offer(ConcernEventKind::resolved, "Mark as resolved");
    offer(ConcernEventKind::reopened, "Reopen");
    // Words that ask are most likely a question; and what was taken for one can be put right.
    if (!context.read_only && !is_settled(concern) && (asks || kind_of_words(concern.text) == ConcernKind::question)) {
        const auto other = asks ? ConcernKind::concern : ConcernKind::question;
        steps.push_back({"It is a " + folded(label_of(other)) + "##" + concern.id.text, [&context, other, &concern] {
                             auto changed = concern;
                             changed.kind = other;
                             context.act(apply_with_toast(edit::PutConcern{std::move(changed)}));
                         }});
    }
    item_steps(ui, start.x + ui.px(28), right, color, concern_state_words(concern, context.today, !steps.empty()), steps);
    ImGui::SetCursorScreenPos({start.x, ImGui::GetCursorScreenPos().y});
    gap(ui, 8);
}

}

void draw_concerns(const Context& context, const Stakeholder& person) {
    const auto& ui = context.ui;
    section_title(ui, "Concerns", "what worries them, what they ask");
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
                   quick_add(context, "New concern", "Add the concern", any ? "Another concern or question" : "A worry or a question, in their words",
                             "new concern " + person.id.text, Limits::long_text)) {
        Concern concern;
        concern.id = ConcernId::make(context.random);
        concern.created = context.today;
        concern.stakeholder = person.id;
        concern.text = std::move(*text);
        concern.kind = chosen_kind(context, person.id, concern.text);
        context.view.texts[kind_key(person.id)].clear();
        const auto raised = [&](Date on, std::string note) {
            concern.events = {{ConcernEventKind::raised, on, std::move(note)}};
            return edit::PutConcern{concern};
        };
        // Refused: what was typed goes back into its field.
        if (!day_of_concerns(context, person.id).record(raised, false)) context.view.texts["new concern " + person.id.text] = concern.text;
    }
    const auto& typed = context.view.texts["new concern " + person.id.text];
    if (!context.read_only && !trimmed(typed).empty()) {
        gap(ui, 6);
        draw_kind(context, person.id, typed);
    }
    if (!context.read_only && (any || !typed.empty())) {
        gap(ui, 8);
        day_of_concerns(context, person.id).draw("Day of the concern", "Note on the concern");
    }
    gap(ui, 20);
}

}
