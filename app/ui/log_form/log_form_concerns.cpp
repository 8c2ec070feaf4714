#include "app/ui/log_form/log_form_parts.hpp"
#include "core/model/deal.hpp"

#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr std::size_t most_known = 6;

void draw_raised(const LogForm& form, float width) {
    const auto& ui = form.context.ui;
    auto& raised = form.draft.raised;
    if (raised.empty()) raised.emplace_back();
    const bool whose = asks_for_person(form);
    const float person_width = whose ? std::min(ui.px(150), width * 0.4f) : 0;
    for (std::size_t i = 0; i < raised.size(); ++i) {
        if (i > 0) gap(ui, 6);
        text_field(ui, numbered("Concern raised", i), raised[i].text,
                   {.placeholder = "A worry they mentioned", .width = width - (whose ? person_width + ui.px(8) : 0), .max_bytes = Limits::long_text});
        if (!whose) continue;
        same_line(ui);
        person_field(form, numbered("Whose concern", i), raised[i].of, "Whose?", person_width);
    }
    if (add_row_link(ui, "Another concern", !trimmed(raised.back().text).empty())) raised.emplace_back();
}

// Known ones of these people that are not settled.
std::vector<const Concern*> known_concerns(const LogForm& form) {
    std::vector<const Concern*> known;
    for (const auto& concern : form.context.deal->concerns) {
        const bool theirs = std::ranges::find(form.draft.people, concern.stakeholder) != form.draft.people.end();
        if (theirs && !is_settled(concern) && known.size() < most_known) known.push_back(&concern);
    }
    return known;
}

void draw_known(const LogForm& form, const Concern& concern, float width) {
    const auto& ui = form.context.ui;
    auto& answers = form.draft.concern_answers;
    const auto given = std::ranges::find(answers, concern.id, &LogDraft::ConcernAnswer::concern);
    const bool answered_before = state_of(concern) == ConcernState::answered;
    std::vector<Segment> words{{answered_before ? "Not settled" : "Open"}};
    std::vector<ConcernEventKind> kinds{ConcernEventKind::raised};
    if (!answered_before) {
        words.push_back({"Answered"});
        kinds.push_back(ConcernEventKind::answered);
    }
    words.push_back({"Resolved"});
    kinds.push_back(ConcernEventKind::resolved);
    const auto chosen = given == answers.end() ? 0 : static_cast<int>(std::ranges::find(kinds, given->kind) - kinds.begin());
    text_fitted(ui, TextStyle::body, ui.color().text, name_of(*form.context.deal, concern.stakeholder) + ": " + concern.text, width);
    gap(ui, 4);
    const auto now = segmented(ui, "Concern: " + concern.text, words, chosen);
    gap(ui, 6);
    if (!now) return;
    std::erase_if(answers, [&](const LogDraft::ConcernAnswer& one) { return one.concern == concern.id; });
    if (*now > 0) answers.push_back({concern.id, kinds[static_cast<std::size_t>(*now)]});
}

}

void draw_log_concerns(const LogForm& form) {
    form_row(form, "Concern", [&](float width) { draw_raised(form, width); });
    const auto known = known_concerns(form);
    if (known.empty()) return;
    form_row(form, "Known", [&](float width) {
        for (const auto* concern : known) {
            ImGui::PushID(concern->id.text.c_str());
            draw_known(form, *concern, width);
            ImGui::PopID();
        }
    });
}

}
