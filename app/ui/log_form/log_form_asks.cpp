#include "app/ui/log_form/log_form_parts.hpp"
#include "core/model/deal.hpp"

#include "app/ui/log_form/log_form.hpp"
#include "app/ui/widgets/controls.hpp"
#include "app/ui/widgets/flow.hpp"
#include "app/ui/widgets/layout.hpp"
#include "app/ui/widgets/text.hpp"
#include "core/base/text.hpp"
#include "core/model/log_entry.hpp"
#include "core/model/names.hpp"
#include "core/model/validate/validate.hpp"
#include "generated/icons.hpp"

#include <algorithm>
#include <array>
#include <optional>

namespace middleground {

namespace {

constexpr std::array answer_kinds{CommitmentEventKind::asked, CommitmentEventKind::agreed, CommitmentEventKind::declined,
                                  CommitmentEventKind::kept};
constexpr std::array answer_names{Segment{"No answer yet"}, Segment{"Agreed"}, Segment{"Declined"}, Segment{"Kept"}};

// What stands in the log of the commitment already: it is told, not asked.
bool is_recorded(const LogForm& form, const CommitmentId& id) {
    const auto* entry = form.draft.editing ? find(*form.context.deal, *form.draft.editing) : nullptr;
    if (!entry) return false;
    return std::ranges::any_of(answers_in(*form.context.deal, *entry), [&](const EntryAnswer& answer) {
        return answer.commitment == id && answer.kind != CommitmentEventKind::asked;
    });
}

std::string recorded_words(const LogDraft::Answer& answer) {
    auto words = std::string(label_of(answer.kind));
    if (!answer.due.empty()) words += ", by " + answer.due;
    if (!answer.not_before.empty()) words += ", not before " + answer.not_before;
    if (!answer.why.empty()) words += ", " + answer.why;
    return words + ". Recorded with the commitment";
}

// Who asked, where it is recorded or follows from the entry; nothing when it has to be said.
std::optional<Asker> known_asker(const LogForm& form, const LogDraft::Answer& answer, const Commitment& commitment) {
    const auto* entry = form.draft.editing ? find(*form.context.deal, *form.draft.editing) : nullptr;
    if (entry && std::ranges::find(entry->asks, commitment.id) != entry->asks.end()) return asker_in(commitment, *entry);
    if (form.draft.direction == Direction::outbound) return Asker::us;
    const bool follows = form.draft.direction == Direction::inbound && answer.kind == CommitmentEventKind::asked;
    return follows ? std::optional(Asker::them) : std::nullopt;
}

void draw_asker(const LogForm& form, LogDraft::Answer& answer, const Commitment& commitment) {
    const auto& ui = form.context.ui;
    const auto known = known_asker(form, answer, commitment);
    if (known == Asker::them) {
        icon_text(ui, TextStyle::caption, icon::message_circle_question_mark, ui.color().text_muted, "Asked by them");
        gap(ui, 4);
    } else if (!known) {
        if (checkbox(ui, "They asked for it", answer.by_them)) answer.by_them = !answer.by_them;
        gap(ui, 4);
    }
}

void draw_answer(const LogForm& form, LogDraft::Answer& answer, float width) {
    const auto& ui = form.context.ui;
    const auto* commitment = find(*form.context.deal, answer.commitment);
    if (!commitment) return;
    ImGui::PushID(answer.commitment.text.c_str());
    gap(ui, 8);
    text_fitted(ui, TextStyle::caption, ui.color().text_muted, "Answer to " + commitment->title, width);
    gap(ui, 2);
    if (is_recorded(form, answer.commitment)) {
        text_wrapped(ui, TextStyle::body, recorded_words(answer), width);
        ImGui::PopID();
        return;
    }
    draw_asker(form, answer, *commitment);
    const auto chosen = static_cast<int>(std::ranges::find(answer_kinds, answer.kind) - answer_kinds.begin());
    if (const auto now = segmented(ui, "Answer to " + commitment->title, answer_names, chosen)) {
        answer.kind = answer_kinds[static_cast<std::size_t>(*now)];
    }
    const bool agreed = answer.kind == CommitmentEventKind::agreed;
    if (agreed || answer.kind == CommitmentEventKind::declined) {
        gap(ui, 6);
        FieldFlow fields(ui, width);
        const float day = std::min(width, ui.px(160));
        if (agreed) {
            fields.put(day, day, [&](float room) { day_field(form, "Agreed by", answer.due, DateDirection::future, "By when", room, PeriodDay::last); });
        } else {
            fields.put(ui.px(180), width - day - ui.px(8), [&](float room) {
                text_field(ui, "Why they declined", answer.why,
                           {.placeholder = "Why, in their words", .width = room, .max_bytes = Limits::long_text});
            });
        }
        fields.put(day, day, [&](float room) { day_field(form, "Not before", answer.not_before, DateDirection::future, "Not before", room); });
        fields.end();
    }
    ImGui::PopID();
}

}

void draw_log_asks(const LogForm& form) {
    auto& draft = form.draft;
    form_row(form, "Asked for", [&](float width) {
        std::vector<Pickable> list;
        for (const auto& commitment : form.context.deal->commitments) {
            const bool picked = std::ranges::find(draft.asks, commitment.id) != draft.asks.end();
            if (picked || !is_set_aside(commitment)) list.push_back({commitment.id.text, commitment.title});
        }
        std::vector<std::string> ids;
        for (const auto& id : draft.asks) {
            ids.push_back(id.text);
        }
        if (pick_several(form.context.ui, "Asked for", list, ids, draft.asks_query, {.placeholder = "Commitments", .width = width})) {
            draft.asks.clear();
            for (auto& id : ids) {
                draft.asks.push_back({std::move(id)});
            }
        }
        match_answers(draft);
        for (auto& answer : draft.answers) {
            draw_answer(form, answer, width);
        }
    });
}

}
