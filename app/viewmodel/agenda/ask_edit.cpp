#include "app/viewmodel/agenda/ask_edit.hpp"

namespace middleground {

namespace {

std::optional<CommitmentEventKind> event_of(NextAction action) {
    switch (action) {
    case NextAction::ask:
    case NextAction::ask_again:
        return CommitmentEventKind::asked;
    case NextAction::follow_up:
        return CommitmentEventKind::agreed;
    case NextAction::get_kept:
        return CommitmentEventKind::kept;
    default:
        return {};
    }
}

std::optional<Edit> commitment_edit(const NextAsk& ask, CommitmentEventKind kind, const Deal& deal, Date on, std::optional<Date> not_before) {
    const auto* commitment = find(deal, ask.commitment);
    if (!commitment) return {};
    CommitmentEvent event{kind, on, {}, {}, {}, {}};
    if (kind != CommitmentEventKind::kept) event.who = ask.whom.empty() ? commitment->people : ask.whom;
    event.not_before = not_before;
    return Edit(edit::AddCommitmentEvent{ask.commitment, std::move(event)});
}

}

std::optional<Edit> edit_of(const NextAsk& ask, const Deal& deal, Date on, std::optional<Date> not_before) {
    if (const auto kind = event_of(ask.action)) return commitment_edit(ask, *kind, deal, on, not_before);
    switch (ask.action) {
    case NextAction::keep_promise:
        return Edit(edit::AddPromiseEvent{ask.promise, {PromiseEventKind::kept, on, {}}});
    case NextAction::answer:
        if (ask.concern.empty()) return {};
        [[fallthrough]];
    case NextAction::resolve_concern:
        return Edit(edit::AddConcernEvent{ask.concern, {ConcernEventKind::answered, on, {}}});
    default:
        return {};
    }
}

bool records_an_answer(const NextAsk& ask) {
    return event_of(ask.action) == CommitmentEventKind::agreed;
}

}
