#include "app/ui/commitments/commitment_moves.hpp"

#include "app/session/action.hpp"
#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/asking/ask_day.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/date/date_field.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "core/base/text.hpp"
#include "core/model/deal.hpp"
#include "core/model/edit/backdate.hpp"
#include "core/model/plan/unnamed_commitments.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

struct MoveDraft {
    std::string& on;
    std::string& why;
    std::string& error;
};

MoveDraft draft_of_moves(const Context& context, const CommitmentId& id) {
    auto& texts = context.view.texts;
    return {texts["move on " + id.text], texts["move why " + id.text], texts["move error " + id.text]};
}

DateFieldOptions day_it_happened(Date today) {
    return {.lean = DateDirection::past, .when_empty = "Today", .latest = today};
}

void make_move(const Context& context, const Commitment& commitment, const CommitmentMove& move) {
    auto draft = draft_of_moves(context, commitment.id);
    const auto typed = day_of(draft.on, context.today, day_it_happened(context.today));
    if (!typed) {
        draft.error = typed.error().message();
        return;
    }
    const auto on = typed->value_or(context.today);
    // A refusal stands here, and what was typed stays.
    const Edit edit = edit::AddCommitmentEvent{commitment.id, event_of(commitment, move.kind, on, std::string(trimmed(draft.why)))};
    if (const auto done = record_on(context, on, {edit}); !done) {
        draft.error = done.error().message();
        return;
    }
    draft.on.clear();
    draft.why.clear();
    draft.error.clear();
}

// Puts buttons side by side as long as there is room.
class Flow {
public:
    Flow(const Ui& ui, float width) : ui_(ui), right_(ImGui::GetCursorScreenPos().x + width) {}
    void next(float width) {
        if (!first_ && ImGui::GetItemRectMax().x + ui_.px(8) + width <= right_) {
            same_line(ui_);
        } else if (!first_) {
            gap(ui_, 8);
        }
        first_ = false;
    }

    float room() const { return right_ - ImGui::GetItemRectMax().x - ui_.px(8); }
    float right() const { return right_; }

private:
    const Ui& ui_;
    float right_;
    bool first_ = true;
};

}

const char* event_icon(CommitmentEventKind kind) {
    switch (kind) {
    case CommitmentEventKind::planned:
        return icon::plus;
    case CommitmentEventKind::asked:
        return icon::message_circle_question_mark;
    case CommitmentEventKind::agreed:
        return icon::handshake;
    case CommitmentEventKind::declined:
        return icon::circle_x;
    case CommitmentEventKind::kept:
        return icon::circle_check;
    case CommitmentEventKind::broken:
        return icon::unlink;
    case CommitmentEventKind::due:
        return icon::calendar;
    case CommitmentEventKind::reopened:
        return icon::rotate_ccw;
    case CommitmentEventKind::dropped:
        return icon::archive;
    case CommitmentEventKind::not_needed:
        return icon::x;
    }
    return icon::circle_small;
}

void draw_commitment_moves(const Context& context, const Commitment& commitment, float width) {
    const auto& ui = context.ui;
    if (is_blank(commitment) && !is_named(commitment)) {
        text_wrapped_muted(ui, TextStyle::body, "Give it a title first, then it can be asked for.", width);
        return;
    }
    const float block = ImGui::GetCursorScreenPos().x;
    const auto state = state_of(commitment);
    const auto moves = moves_from(state);
    const bool may_fail = is_legal_move(state, CommitmentEventKind::declined) || is_legal_move(state, CommitmentEventKind::broken);
    auto draft = draft_of_moves(context, commitment.id);
    // What waits for others can be asked for, but nobody is pushed to it.
    const auto* item = find_item(*context.derived, commitment.id);
    const bool waits = item != nullptr && item->state == PlanState::waiting;
    Flow flow(ui, width);
    bool first = true;
    for (const auto& move : moves) {
        const bool usual = first && is_open(state) && !waits;
        const ButtonOptions options{.icon = move.kind == CommitmentEventKind::asked ? icon::check : event_icon(move.kind), .width = context.phone && usual ? width : 0};
        flow.next(options.width > 0 ? options.width : button_width(ui, move.label, options));
        const auto kind = usual                                        ? ButtonKind::filled
                          : move.kind == CommitmentEventKind::reopened ? ButtonKind::quiet
                                                                       : ButtonKind::outlined;
        if (button(ui, kind, move.label, options)) {
            make_move(context, commitment, move);
        }
        first = false;
    }
    const float date_width = std::min(ui.px(ui.theme.touch ? 180.0f : 156.0f), width * 0.44f);
    const float reason_width = ui.px(200);
    const bool one_line = flow.room() >= date_width + (may_fail ? reason_width + ui.px(16) : ui.px(8));
    if (one_line) {
        flow.next(date_width);
    } else {
        gap(ui, 8);
    }
    const auto start = ImGui::GetCursorScreenPos();
    auto day = day_it_happened(context.today);
    day.field.width = date_width;
    const auto event = date_field(ui, "Day it happened", draft.on, context.today, day);
    if (event == FieldEvent::changed || event == FieldEvent::kept) {
        draft.error.clear();
    }
    const float below = ImGui::GetCursorScreenPos().y;
    if (may_fail) {
        const float left = start.x + date_width + ui.px(8);
        const float room = one_line ? std::min(ui.px(320), flow.right() - left) : flow.right() - left;
        constexpr std::string_view full = "Reason, if declined or broken";
        const bool fits = text_size(ui, TextStyle::body, full).x + ui.px(24) <= room;
        ImGui::SetCursorScreenPos({left, start.y});
        text_field(ui, "Reason", draft.why, {.placeholder = fits ? full : "Reason", .width = room, .max_bytes = Limits::long_text});
    }
    ImGui::SetCursorScreenPos({block, std::max(below, ImGui::GetCursorScreenPos().y)});
    ImGui::Dummy({0, 0});
    if (const auto typed = day_of(draft.on, context.today, day); typed && *typed && opens_earlier(*context.deal, **typed)) {
        gap(ui, 4);
        icon_text(ui, TextStyle::caption, icon::info, ui.color().text_muted, opens_earlier_words(**typed, context.today));
    }
    if (!draft.error.empty()) {
        gap(ui, 4);
        const auto at = ImGui::GetCursorScreenPos();
        const float height = wrapped_height(ui, TextStyle::caption, draft.error, width);
        draw_text_wrapped(ui, ImGui::GetWindowDrawList(), TextStyle::caption, at, ui.color().bad, draft.error, width);
        ImGui::Dummy({width, height});
        ui.note(ItemRole::status, draft.error);
    }
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
    const ButtonOptions removal{.icon = icon::trash_2, .tooltip = "What waits for it will wait for its prerequisites instead"};
    flow.next(button_width(ui, "Remove", removal));
    if (button(ui, ButtonKind::danger, "Remove", removal)) {
        context.view.commitment = {};
        context.act(apply_with_toast(edit::RemoveCommitment{commitment.id}));
    }
}

}
