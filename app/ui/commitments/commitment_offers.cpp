#include "app/ui/commitments/commitment_offers.hpp"

#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "core/model/validate/validate.hpp"
#include "app/ui/cards/commitment_edit.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/field/field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {


// One thing that is offered: what, for whom, and what it serves.
void draw_offer(const Context& context, const Commitment& commitment, int index, float width) {
    const auto& ui = context.ui;
    const auto number = " " + std::to_string(index + 1);
    const auto& value = commitment.value_offered[static_cast<std::size_t>(index)];
    const auto change = [&](auto set, bool typed) {
        auto changed = commitment;
        set(changed.value_offered[static_cast<std::size_t>(index)]);
        typed ? type_commitment(context, std::move(changed), "offer" + number) : put_commitment(context, std::move(changed));
    };
    const float button_size = ui.theme.control_height();
    const float what_width = width - button_size - ui.px(4);
    const float words = wrapped_height(ui, TextStyle::body, value.what, what_width - ui.px(24)) + ui.px(12);
    const auto start = ImGui::GetCursorScreenPos();
    if (auto what = text_edit(ui, "What they get" + number, value.what,
                              {.placeholder = "Worth having even if they never buy",
                               .width = what_width,
                               .height = std::clamp(words, ui.theme.control_height(), 5 * ui.theme.line_height(TextStyle::body)),
                               .multiline = true,
                               .focus = takes_commitment_focus(context, "What they get" + number),
                               .max_bytes = Limits::long_text})) {
        change([&](Value& changed) { changed.what = std::move(*what); }, true);
    }
    const float below = ImGui::GetCursorScreenPos().y;
    ImGui::SetCursorScreenPos({start.x + width - button_size, start.y});
    if (icon_button(ui, icon::x, "Remove offer" + number)) {
        auto changed = commitment;
        changed.value_offered.erase(changed.value_offered.begin() + index);
        put_commitment(context, std::move(changed));
    }
    ImGui::SetCursorScreenPos({start.x, std::max(below, ImGui::GetCursorScreenPos().y)});
    gap(ui, 4);
    const bool stacked = context.phone;
    const float half = stacked ? width : (width - ui.px(8)) / 2;
    const auto people = people_to_choose(context, value.to, "For everybody");
    if (const auto picked = select(ui, "Offer" + number + " is for", people.choices, people.chosen, {.width = half})) {
        change([&](Value& changed) { changed.to = chosen_person(context, *picked); }, false);
    }
    if (stacked) {
        gap(ui, 4);
    } else {
        same_line(ui);
    }
    if (auto outcome = text_edit(ui, "Outcome of offer" + number, value.outcome,
                                 {.placeholder = "Outcome it serves", .width = half, .max_bytes = Limits::long_text})) {
        change([&](Value& changed) { changed.outcome = std::move(*outcome); }, true);
    }
}

const PlaybookStep* step_of(const Context& context, const Commitment& commitment) {
    const auto* playbook = playbook_of(context.document, *context.deal);
    return playbook ? find_step(*playbook, commitment.step) : nullptr;
}

}

void draw_commitment_offers(const Context& context, const Commitment& commitment, float width) {
    const auto& ui = context.ui;
    text_muted(ui, TextStyle::caption, "What they get for it");
    gap(ui, 4);
    const auto add = [&](std::string what) {
        auto changed = commitment;
        changed.value_offered.push_back({{}, std::move(what), {}});
        put_commitment(context, std::move(changed));
    };
    for (int i = 0; i < static_cast<int>(commitment.value_offered.size()); ++i) {
        draw_offer(context, commitment, i, width);
        gap(ui, 12);
    }
    if (button(ui, ButtonKind::outlined, "Add an offer", {.icon = icon::gift})) {
        context.view.focus_field = "What they get " + std::to_string(commitment.value_offered.size() + 1);
        add({});
    }
    const auto* step = step_of(context, commitment);
    if (!step || !commitment.value_offered.empty() || step->value_ideas.empty()) {
        return;
    }
    gap(ui, 8);
    text_muted(ui, TextStyle::caption, "Ideas from the playbook. Press one to use it");
    for (const auto& idea : step->value_ideas) {
        gap(ui, 2);
        if (button(ui, ButtonKind::quiet, idea, {.icon = icon::plus, .tooltip = idea, .small = true, .width = width})) {
            add(idea);
        }
    }
}

}
