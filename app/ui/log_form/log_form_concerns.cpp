#include "app/ui/log_form/log_form_parts.hpp"
#include "core/model/deal.hpp"

#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

constexpr std::size_t most_known = 6;
constexpr std::array kind_names{Segment{"Concern"}, Segment{"Question"}}; // as ConcernKind

void draw_raised(const LogForm& form, float width) {
    const auto& ui = form.context.ui;
    auto& raised = form.draft.raised;
    if (raised.empty()) raised.emplace_back();
    const bool whose = asks_for_person(form);
    const float person_width = whose ? std::min(ui.px(150), width * 0.4f) : 0;
    for (std::size_t i = 0; i < raised.size(); ++i) {
        if (i > 0) gap(ui, 6);
        auto& one = raised[i];
        text_field(ui, numbered("Concern raised", i), one.text,
                   {.placeholder = "A worry, or a question of theirs", .width = width - (whose ? person_width + ui.px(8) : 0), .max_bytes = Limits::long_text});
        if (whose) {
            same_line(ui);
            person_field(form, numbered("Whose concern", i), one.of, "Whose?", person_width);
        }
        if (trimmed(one.text).empty() && !one.kind_chosen) continue;
        gap(ui, 4);
        const auto kind = segmented(ui, numbered("Concern or question", i), kind_names, static_cast<int>(kind_of(one)));
        if (kind) {
            one.kind = static_cast<ConcernKind>(*kind);
            one.kind_chosen = true;
        }
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
    // A question is done once it is answered.
    if (concern.kind == ConcernKind::concern) {
        words.push_back({"Resolved"});
        kinds.push_back(ConcernEventKind::resolved);
    }
    const auto chosen = given == answers.end() ? 0 : static_cast<int>(std::ranges::find(kinds, given->kind) - kinds.begin());
    text_fitted(ui, TextStyle::body, ui.color().text, name_of(*form.context.deal, concern.stakeholder) + ": " + concern.text, width);
    gap(ui, 4);
    const auto now = segmented(ui, std::string(label_of(concern.kind)) + ": " + concern.text, words, chosen);
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
