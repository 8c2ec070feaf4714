#include "app/ui/commitments/commitment_detail.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/cards/parts.hpp"
#include "app/ui/commitments/commitment_facts.hpp"
#include "app/ui/commitments/commitment_fields.hpp"
#include "app/ui/commitments/commitment_moves.hpp"
#include "app/ui/commitments/commitment_node.hpp"
#include "app/ui/commitments/commitment_place.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "core/base/random.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/plan/unnamed_commitments.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

constexpr float two_columns_from = 640;

std::string state_words(const Context& context, const PlanItem& item, const Commitment& commitment) {
    auto words = their_ask_words(*context.deal, commitment, context.today);
    if (words.empty()) words = plan_words(item, commitment, context.today);
    if (const auto why = reason_of(commitment); !why.empty()) return words + ": " + why;
    if (is_late(item, context.today)) {
        return words + ", " + counted(context.today - *item.due, "day late", "days late");
    }
    const auto in_the_way = waits_for_words(*context.deal, commitment);
    if (item.state == PlanState::waiting && !in_the_way.empty()) {
        return "Waits for " + in_the_way;
    }
    return words;
}

// State, then the title to type in, then what can happen next.
void draw_head(const Context& context, const PlanItem& item, const Commitment& commitment, float width) {
    const auto& ui = context.ui;
    const ImU32 color = state_color(ui, item, context.today);
    const auto words = state_words(context, item, commitment);
    const auto at = ImGui::GetCursorScreenPos();
    const float line = ui.theme.line_height(TextStyle::label);
    const float room = width - ui.px(24 + 32); // the corner is for the button that closes it
    const float height = wrapped_height(ui, TextStyle::label, words, room);
    draw_icon(ui, ImGui::GetWindowDrawList(), state_icon(item, context.today), {at.x + ui.px(8), at.y + line / 2}, ui.px(16), color);
    draw_text_wrapped(ui, ImGui::GetWindowDrawList(), TextStyle::label, {at.x + ui.px(24), at.y}, color, words, room);
    ImGui::Dummy({width, height});
    ui.note(ItemRole::status, words);
    gap(ui, 4);
    if (context.read_only) {
        text_wrapped(ui, TextStyle::title, shown_title(commitment), width);
    } else {
        draw_commitment_title(context, commitment, width);
        gap(ui, 12);
        draw_commitment_moves(context, commitment, width);
    }
    gap(ui, 20);
}

void draw_left(const Context& context, const Commitment& commitment, float width) {
    if (context.read_only) {
        draw_commitment_facts(context, commitment, width);
    } else {
        draw_commitment_plan_fields(context, commitment, width);
    }
    draw_commitment_answers(context, commitment, width);
}

void draw_right(const Context& context, const Commitment& commitment, float width) {
    if (!context.read_only) {
        draw_commitment_ask_fields(context, commitment, width);
        gap(context.ui, 16);
    }
    draw_commitment_usual(context, commitment, width);
    gap(context.ui, 4);
    draw_commitment_history(context, commitment, width);
    if (!context.read_only) {
        gap(context.ui, 16);
        draw_commitment_ways_out(context, commitment, width);
        draw_commitment_order(context, commitment, width);
    }
}

}

void draw_commitment_detail(const Context& context, const PlanItem& item, float width) {
    const auto& ui = context.ui;
    const auto& commitment = *find(*context.deal, item.id);
    ImGui::PushID(item.id.text.c_str());
    if (width < ui.px(two_columns_from)) {
        draw_head(context, item, commitment, width);
        draw_left(context, commitment, width);
        gap(ui, 16);
        draw_right(context, commitment, width);
    } else {
        draw_head(context, item, commitment, width);
        const float column = (width - ui.px(32)) / 2;
        const auto start = ImGui::GetCursorScreenPos();
        ImGui::BeginGroup();
        draw_left(context, commitment, column);
        ImGui::EndGroup();
        const float lower = ImGui::GetItemRectMax().y;
        ImGui::SetCursorScreenPos({start.x + column + ui.px(32), start.y});
        ImGui::BeginGroup();
        draw_right(context, commitment, column);
        ImGui::EndGroup();
        ImGui::SetCursorScreenPos({start.x, std::max(lower, ImGui::GetItemRectMax().y)});
        ImGui::Dummy({0, 0});
    }
    ImGui::PopID();
}

void add_commitment(const Context& context) {
    Commitment commitment;
    do {
        commitment.id = CommitmentId::make(context.random);
    } while (find(*context.deal, commitment.id) != nullptr);
    commitment.created = context.today;
    context.view.commitment = commitment.id;
    context.view.focus_field = "Title";
    context.view.scroll_to_selection = true;
    context.act(action::Apply{put_before_decision(*context.deal, commitment), {}, "Added a commitment", false, {}});
}

bool close_commitment(const Context& context) {
    const auto* commitment = find(*context.deal, context.view.commitment);
    context.view.commitment = {};
    if (!commitment || context.read_only || !is_blank(*commitment)) return false;
    context.act(apply_edit(edit::RemoveCommitment{commitment->id}));
    return true;
}

}
