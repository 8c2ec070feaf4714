#include "app/ui/commitments/commitment_moves.hpp"

#include "app/session/action.hpp"
#include "app/session/derived.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/asking/ask_day.hpp"
#include "app/ui/cards/commitment_edit.hpp"
#include "app/ui/context.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/date/date_field.hpp"
#include "app/ui/widgets/flow.hpp"
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
#include <functional>

namespace middleground {

namespace {

constexpr std::string_view their_ask_label = "They asked for it";

struct MoveDraft {
    std::string& on;
    std::string& not_before;
    std::string& why;
    std::string& error;

    void clear() {
        for (auto* text : {&on, &not_before, &why, &error}) {
            text->clear();
        }
    }
};

MoveDraft draft_of_moves(const Context& context, const CommitmentId& id) {
    auto& texts = context.view.texts;
    return {texts["move on " + id.text], texts["move not before " + id.text], texts["move why " + id.text],
            texts["move error " + id.text]};
}

DateFieldOptions day_it_happened(Date today) {
    return {.lean = DateDirection::past, .when_empty = "Today", .latest = today};
}

DateFieldOptions day_from_which() {
    return {.field = {.placeholder = "Not before"}, .lean = DateDirection::future};
}

bool is_answer(CommitmentEventKind kind) {
    return kind == CommitmentEventKind::agreed || kind == CommitmentEventKind::declined;
}

// The event that `make` gives of the day it happened, as one step. A refusal stands under the fields, and what was typed stays.
void record(const Context& context, const Commitment& commitment, const std::function<Result<CommitmentEvent>(Date)>& make) {
    auto draft = draft_of_moves(context, commitment.id);
    const auto typed = day_of(draft.on, context.today, day_it_happened(context.today));
    if (!typed) {
        draft.error = typed.error().message();
        return;
    }
    const auto on = typed->value_or(context.today);
    auto event = make(on);
    if (!event) {
        draft.error = event.error().message();
        return;
    }
    if (const auto done = record_on(context, on, {edit::AddCommitmentEvent{commitment.id, std::move(*event)}}); !done) {
        draft.error = done.error().message();
        return;
    }
    draft.clear();
}

void make_move(const Context& context, const Commitment& commitment, const CommitmentMove& move) {
    record(context, commitment, [&](Date on) -> Result<CommitmentEvent> {
        const auto draft = draft_of_moves(context, commitment.id);
        auto event = event_of(commitment, move.kind, on, std::string(trimmed(draft.why)));
        if (!is_answer(move.kind)) return event;
        const auto day = day_of(draft.not_before, context.today, day_from_which());
        if (!day) return std::unexpected(day.error());
        event.not_before = *day;
        return event;
    });
}

// Who of them asked for it: choosing one records it.
void draw_their_ask(const Context& context, const Commitment& commitment, float width) {
    const auto people = people_to_choose(context, {}, "Nobody by name");
    const SelectOptions options{.width = width, .placeholder = their_ask_label};
    const auto picked = select(context.ui, their_ask_label, people.choices, -1, options);
    if (!picked) return;
    record(context, commitment, [&](Date on) -> Result<CommitmentEvent> {
        CommitmentEvent event{CommitmentEventKind::asked, on, {}, {}, {}, {}, Asker::them};
        if (auto who = chosen_person(context, *picked); !who.empty()) event.who = {std::move(who)};
        return event;
    });
}

void draw_move_fields(const Context& context, const Commitment& commitment, float width) {
    const auto& ui = context.ui;
    const auto state = state_of(commitment);
    const bool may_be_answered = is_legal_move(state, CommitmentEventKind::agreed) || is_legal_move(state, CommitmentEventKind::declined);
    const bool may_fail = is_legal_move(state, CommitmentEventKind::declined) || is_legal_move(state, CommitmentEventKind::broken);
    auto draft = draft_of_moves(context, commitment.id);
    const float date_width = std::min(ui.px(ui.theme.touch ? 180.0f : 156.0f), (width - ui.px(8)) / 2);
    FieldFlow fields(ui, width);
    const auto draw_day = [&](std::string_view label, std::string& typed, DateFieldOptions options) {
        fields.put(date_width, date_width, [&](float room) {
            options.field.width = room;
            const auto event = date_field(ui, label, typed, context.today, options);
            if (event == FieldEvent::changed || event == FieldEvent::kept) draft.error.clear();
        });
    };
    draw_day("Day it happened", draft.on, day_it_happened(context.today));
    if (may_be_answered) draw_day("Not before", draft.not_before, day_from_which());
    if (may_fail) {
        fields.put(ui.px(200), width < ui.px(480) ? width : ui.px(320), [&](float room) {
            constexpr std::string_view full = "Reason, if declined or broken";
            const bool fits = text_size(ui, TextStyle::body, full).x + ui.px(24) <= room;
            text_field(ui, "Reason", draft.why, {.placeholder = fits ? full : "Reason", .width = room, .max_bytes = Limits::long_text});
        });
    }
    fields.end();
}

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
    const auto state = state_of(commitment);
    const auto moves = moves_from(state);
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
    if (is_legal_move(state, CommitmentEventKind::asked)) {
        const float wide = text_size(ui, TextStyle::body, their_ask_label).x + ui.px(48);
        flow.next(wide);
        draw_their_ask(context, commitment, wide);
    }
    gap(ui, 8);
    draw_move_fields(context, commitment, width);
    if (const auto typed = day_of(draft.on, context.today, day_it_happened(context.today)); typed && *typed && opens_earlier(*context.deal, **typed)) {
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

}
