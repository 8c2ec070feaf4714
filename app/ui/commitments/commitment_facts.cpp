#include "app/ui/commitments/commitment_facts.hpp"

#include "app/session/document.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/commitments/commitment_moves.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "app/viewmodel/playbooks_data.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/names.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

void fact(const Ui& ui, std::string_view label, std::string_view words, float width) {
    if (words.empty()) {
        return;
    }
    text_muted(ui, TextStyle::caption, label);
    gap(ui, 2);
    text_wrapped(ui, TextStyle::body, words, width);
    gap(ui, 12);
}

// Whose icon and colour an answer has.
PlanState look_of_answer(CommitmentState state) {
    switch (state) {
    case CommitmentState::asked:
        return PlanState::asked;
    case CommitmentState::agreed:
        return PlanState::agreed;
    case CommitmentState::declined:
        return PlanState::declined;
    default:
        return PlanState::waiting;
    }
}

}

void draw_commitment_facts(const Context& context, const Commitment& commitment, float width) {
    const auto& ui = context.ui;
    const auto& deal = *context.deal;
    fact(ui, "Done when", commitment.done_when, width);
    const auto due = due_of(commitment);
    fact(ui, "Due date", due ? short_date(*due, context.today) : "Not agreed", width);
    fact(ui, "Owner on their side", commitment.buyer_owner.empty() ? "Nobody yet" : name_of(deal, commitment.buyer_owner), width);
    fact(ui, "Who has to agree", joined_names(deal, commitment.people), width);
    std::vector<std::string> first;
    for (const auto& id : commitment.prerequisites) {
        if (const auto* other = find(deal, id)) {
            first.push_back(shown_title(*other));
        }
    }
    fact(ui, "Has to be kept first", joined(first), width);
    if (commitment.decides) {
        icon_text(ui, TextStyle::body, icon::target, ui.color().text_muted, "This commitment decides the deal");
        gap(ui, 12);
    }
    for (const auto& value : commitment.value_offered) {
        auto words = value.what + (value.to.empty() ? "" : ", for " + name_of(deal, value.to));
        fact(ui, "What they get for it", words + (value.outcome.empty() ? "" : ". Outcome: " + value.outcome), width);
    }
    fact(ui, "How to ask for it", commitment.ask, width);
    fact(ui, "How we know it was kept", commitment.evidence, width);
}

void draw_commitment_answers(const Context& context, const Commitment& commitment, float width) {
    const auto& ui = context.ui;
    if (std::ranges::none_of(commitment.people,
                             [&](const StakeholderId& id) { return state_for(commitment, id) != CommitmentState::planned; })) {
        return;
    }
    gap(ui, 16);
    text_muted(ui, TextStyle::caption, "What they answered");
    auto* list = ImGui::GetWindowDrawList();
    for (const auto& id : commitment.people) {
        const auto look = look_of_answer(state_for(commitment, id));
        const auto said = answer_words(commitment, id);
        const auto name = name_of(*context.deal, id);
        const auto min = ImGui::GetCursorScreenPos();
        const ImVec2 max{min.x + width, min.y + ui.px(ui.theme.touch ? 40.0f : 32.0f)};
        const float center = (min.y + max.y) / 2;
        const ImU32 color = plan_color(ui, look);
        const float words = text_size(ui, TextStyle::body, said).x;
        draw_avatar(ui, list, {min.x + ui.px(12), center}, name);
        draw_text_in(ui, list, TextStyle::body, {min.x + ui.px(32), min.y}, {max.x - words - ui.px(34), max.y}, ui.color().text, name);
        draw_icon(ui, list, plan_icon(look), {max.x - words - ui.px(14), center}, ui.px(14), color);
        draw_text_in(ui, list, TextStyle::body, min, max, color, said, Align::right);
        ImGui::Dummy({width, max.y - min.y});
        ui.note(ItemRole::text, name, said);
    }
}

void draw_commitment_usual(const Context& context, const Commitment& commitment, float width) {
    if (const auto* playbook = playbook_of(context.document, *context.deal)) {
        const auto* step = find_step(*playbook, commitment.step);
        if (step) {
            fact(context.ui, "In the playbook", days_words(*step) + ". " + odds_words(*step) + ".", width);
        }
    }
}

void draw_commitment_history(const Context& context, const Commitment& commitment, float width) {
    const auto& ui = context.ui;
    text_muted(ui, TextStyle::caption, "What happened");
    gap(ui, 4);
    auto* list = ImGui::GetWindowDrawList();
    const float line = ui.theme.line_height(TextStyle::body);
    const float indent = ui.px(24);
    float dates = text_size(ui, TextStyle::body, short_date(commitment.created, context.today)).x;
    for (const auto& event : commitment.events) {
        dates = std::max(dates, text_size(ui, TextStyle::body, short_date(event.on, context.today)).x);
    }
    const auto row = [&](const char* icon, Date on, const std::string& words) {
        const auto at = ImGui::GetCursorScreenPos();
        const float left = indent + dates + ui.px(12);
        const float height = wrapped_height(ui, TextStyle::body, words, width - left);
        draw_icon(ui, list, icon, {at.x + ui.px(7), at.y + line / 2}, ui.px(14), ui.color().text_muted);
        draw_text(ui, list, TextStyle::body, {at.x + indent, at.y}, ui.color().text_muted, short_date(on, context.today));
        draw_text_wrapped(ui, list, TextStyle::body, {at.x + left, at.y}, ui.color().text, words, width - left);
        ImGui::Dummy({width, height});
        ui.note(ItemRole::text, words, short_date(on, context.today));
        gap(ui, 4);
    };
    for (auto event = commitment.events.rbegin(); event != commitment.events.rend(); ++event) {
        row(event_icon(event->kind), event->on, event_words(*context.deal, *event, context.today));
    }
    const bool says_planned = !commitment.events.empty() && commitment.events.front().kind == CommitmentEventKind::planned;
    if (!says_planned) {
        row(icon::plus, commitment.created, "Planned");
    }
}

}
