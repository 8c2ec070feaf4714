#include "app/ui/commitments/commitment_place.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/commitment_edit.hpp"
#include "app/ui/commitments/commitment_moves.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/flow.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/unnamed_commitments.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

namespace middleground {

void draw_commitment_ways_out(const Context& context, const Commitment& commitment, float width) {
    const auto& ui = context.ui;
    const auto ways = ways_out_of(commitment);
    if (ways.empty() || (is_blank(commitment) && !is_named(commitment))) return;
    text_muted(ui, TextStyle::caption, "No longer part of the plan?");
    gap(ui, 4);
    auto& why = context.view.texts["set aside why " + commitment.id.text];
    const FieldOptions options{.placeholder = "Why it is dropped or not needed",
                               .width = width,
                               .focus = takes_commitment_focus(context, set_aside_field),
                               .max_bytes = Limits::long_text};
    text_field(ui, set_aside_field, why, options);
    gap(ui, 8);
    Flow flow(ui, width);
    for (const auto& way : ways) {
        const bool drops = way.kind == CommitmentEventKind::dropped;
        const ButtonOptions look{.icon = event_icon(way.kind),
                                 .tooltip = drops ? "Given up. It stays here with what was answered, and counts as it stood"
                                                  : "They do without it, or have done it themselves. It no longer counts"};
        flow.next(button_width(ui, way.label, look));
        if (!button(ui, ButtonKind::outlined, way.label, look)) continue;
        context.act(apply_with_toast(
            edit::AddCommitmentEvent{commitment.id, event_of(commitment, way.kind, context.today, std::string(trimmed(why)))}));
        why.clear();
    }
    gap(ui, 16);
}

void draw_commitment_order(const Context& context, const Commitment& commitment, float width) {
    const auto& ui = context.ui;
    const auto up = move_up(*context.deal, *context.derived, commitment.id);
    const auto down = move_down(*context.deal, *context.derived, commitment.id);
    Flow flow(ui, width);
    const ButtonOptions earlier{
        .icon = icon::arrow_up, .tooltip = "Two steps can swap places only if neither waits for the other", .disabled = !up};
    flow.next(button_width(ui, "Move earlier", earlier));
    if (button(ui, ButtonKind::outlined, "Move earlier", earlier)) {
        context.act(apply_with_toast(*up));
    }
    const ButtonOptions later{
        .icon = icon::arrow_down, .tooltip = "Two steps can swap places only if neither waits for the other", .disabled = !down};
    flow.next(button_width(ui, "Move later", later));
    if (button(ui, ButtonKind::outlined, "Move later", later)) {
        context.act(apply_with_toast(*down));
    }
    if (!can_be_removed(commitment)) return;
    const ButtonOptions removal{.icon = icon::trash_2, .tooltip = "What waits for it will wait for its prerequisites instead"};
    flow.next(button_width(ui, "Remove", removal));
    if (button(ui, ButtonKind::danger, "Remove", removal)) {
        context.view.commitment = {};
        context.act(apply_with_toast(edit::RemoveCommitment{commitment.id}));
    }
}

}
