#include "app/views/ask_move.hpp"

#include "app/views/log_form.hpp"
#include "generated/icons.hpp"

namespace middleground {

namespace {

// Records it today with those it concerns. The commitment may have gone while the button was on the screen.
void record(const Context& context, const NextAsk& ask, CommitmentEventKind kind) {
    const auto* commitment = find(*context.deal, ask.commitment);
    if (!commitment) return;
    CommitmentEvent event{kind, context.today, {}, {}, {}, {}};
    if (kind != CommitmentEventKind::kept) {
        event.who = ask.whom.empty() ? commitment->people : ask.whom;
    }
    context.act(apply_with_toast(edit::AddCommitmentEvent{ask.commitment, std::move(event)}));
}

AskMove recording(const NextAsk& ask, CommitmentEventKind kind, std::string button, const char* icon = icon::check) {
    return {std::move(button), icon, [ask, kind](const Context& context) { record(context, ask, kind); }};
}

AskMove logging(const NextAsk& ask, std::string button, const char* icon) {
    return {std::move(button), icon, [people = ask.whom](const Context& context) {
                LogDraft draft;
                draft.people = people;
                begin_log(context, std::move(draft));
            }};
}

}

AskMove move_of(const NextAsk& ask) {
    switch (ask.action) {
    case NextAction::ask:
        return recording(ask, CommitmentEventKind::asked, "Mark as asked");
    case NextAction::ask_again:
        return recording(ask, CommitmentEventKind::asked, "Mark as asked again");
    case NextAction::follow_up:
        return recording(ask, CommitmentEventKind::agreed, "Mark as agreed");
    case NextAction::get_kept:
        return recording(ask, CommitmentEventKind::kept, "Mark as kept");
    case NextAction::give_first:
        return logging(ask, "Log what you gave", icon::gift);
    case NextAction::resolve_concern:
        return {"Mark as answered", icon::check, [id = ask.concern](const Context& context) {
                    context.act(apply_with_toast(edit::AddConcernEvent{id, {ConcernEventKind::answered, context.today, {}}}));
                }};
    case NextAction::keep_promise:
        return {"Mark as kept", icon::check, [id = ask.promise](const Context& context) {
                    context.act(apply_with_toast(edit::AddPromiseEvent{id, {PromiseEventKind::kept, context.today, {}}}));
                }};
    case NextAction::hear:
        return logging(ask, "Log a conversation", icon::notebook_pen);
    case NextAction::find_person:
        break;
    }
    return {"Add a person", icon::user_plus, [](const Context& context) {
                context.act(action::GoTo{Screen::people});
                context.view.focus_field = "New person";
            }};
}

std::optional<AskMove> other_move_of(const NextAsk& ask) {
    switch (ask.action) {
    case NextAction::ask_again:
        return logging(ask, "Log what you gave", icon::gift);
    case NextAction::resolve_concern:
    case NextAction::follow_up:
        return logging(ask, "Log a conversation", icon::notebook_pen);
    default:
        return {};
    }
}

const char* icon_of(NextAction action) {
    switch (action) {
    case NextAction::ask:
    case NextAction::ask_again:
    case NextAction::follow_up:
        return icon::circle_arrow_right;
    case NextAction::get_kept:
        return icon::flag;
    case NextAction::give_first:
        return icon::gift;
    case NextAction::resolve_concern:
        return icon::circle_alert;
    case NextAction::keep_promise:
        return icon::handshake;
    case NextAction::hear:
        return icon::ear_off;
    case NextAction::find_person:
        break;
    }
    return icon::user_plus;
}

}
