#include "app/ui/log_form/log_form_parts.hpp"
#include "core/model/deal.hpp"

#include "app/ui/log_form/log_form.hpp"
#include "app/viewmodel/log_edits.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/names.hpp"
#include "core/model/validate/validate.hpp"

#include <algorithm>

namespace middleground {

namespace {

bool plans_something(const LogDraft& draft) {
    return !trimmed(draft.next_what).empty() || !trimmed(draft.next_on).empty() || !draft.next_commitment.empty();
}

void draw_about(const LogForm& form, float width) {
    const auto& commitments = form.context.deal->commitments;
    std::vector<Choice> choices{{"Not about a commitment"}};
    int chosen = 0;
    for (const auto& commitment : commitments) {
        if (commitment.id == form.draft.next_commitment) chosen = static_cast<int>(choices.size());
        choices.push_back({commitment.title});
    }
    if (const auto picked = select(form.context.ui, "Next is about", choices, chosen, {.width = width})) {
        form.draft.next_commitment = *picked == 0 ? CommitmentId{} : commitments[static_cast<std::size_t>(*picked) - 1].id;
    }
}

void draw_state(const LogForm& form) {
    std::vector<Segment> segments;
    for (const auto& name : names_of<NextStepState>()) {
        segments.push_back({name.label});
    }
    if (const auto now = segmented(form.context.ui, "State of the next step", segments, static_cast<int>(form.draft.next_state))) {
        form.draft.next_state = names_of<NextStepState>()[static_cast<std::size_t>(*now)].value;
    }
}

// "Call Judith, 18 Jun"
std::string step_words(const LogForm& form, const Interaction& interaction) {
    const auto& next = *interaction.next;
    return next_step_words(*form.context.deal, next) + (next.on ? ", " + short_date(*next.on, form.context.today) : std::string());
}

void draw_closed_steps(const LogForm& form) {
    auto& closes = form.draft.closes;
    const auto steps = closable_steps(form.draft, *form.context.deal, form.context.today);
    if (steps.empty()) return;
    form_row(form, "This was", [&](float) {
        for (const auto& id : steps) {
            const bool on = std::ranges::find(closes, id) != closes.end();
            const auto label = "The planned step: " + step_words(form, *find(*form.context.deal, id));
            ImGui::PushID(id.text.c_str());
            if (checkbox(form.context.ui, label, on)) {
                if (on) {
                    std::erase(closes, id);
                } else {
                    closes.push_back(id);
                }
            }
            ImGui::PopID();
        }
    });
}

}

void draw_log_next(const LogForm& form) {
    const auto& ui = form.context.ui;
    auto& draft = form.draft;
    form_row(form, "Next", [&](float width) {
        const float day_width = std::min(ui.px(140), width * 0.4f);
        text_field(ui, "Next step", draft.next_what,
                   {.placeholder = "Something with a yes-or-no outcome", .width = width - day_width - ui.px(8), .max_bytes = Limits::long_text});
        same_line(ui);
        day_field(form, "Next date", draft.next_on, DateDirection::future, "When", day_width);
        if (!plans_something(draft)) return;
        gap(ui, 6);
        draw_about(form, std::min(width, ui.px(260)));
        if (draft.editing) {
            gap(ui, 6);
            draw_state(form);
        }
    });
    draw_closed_steps(form);
}

}
