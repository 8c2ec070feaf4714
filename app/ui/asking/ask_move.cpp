#include "app/ui/asking/ask_move.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/asking/ask_day.hpp"
#include "app/ui/context.hpp"
#include "app/ui/log_form/log_form.hpp"
#include "app/viewmodel/agenda/ask_edit.hpp"
#include "core/model/deal.hpp"
#include "generated/icons.hpp"

namespace middleground {

namespace {

// What is recorded with one press today, and by its dialog on an earlier day. The thing may have gone while the button was on the screen.
AskMove recording(const NextAsk& ask, std::string button) {
    const auto record = [ask](const Context& context, Date on, std::optional<Date> not_before) -> Result<void> {
        auto edit = edit_of(ask, *context.deal, on, not_before);
        return edit ? record_on(context, on, {std::move(*edit)}) : Result<void>();
    };
    const auto today = [record](const Context& context) {
        if (const auto done = record(context, context.today, {}); !done) context.view.error = done.error();
    };
    return {std::move(button), icon::check, today, record, records_an_answer(ask)};
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
        return recording(ask, "Mark as asked");
    case NextAction::ask_again:
        return recording(ask, "Mark as asked again");
    case NextAction::follow_up:
        return recording(ask, "Mark as agreed");
    case NextAction::get_kept:
        return recording(ask, "Mark as kept");
    case NextAction::give_first:
        return logging(ask, "Log what you gave", icon::gift);
    case NextAction::resolve_concern:
        return recording(ask, "Mark as answered");
    case NextAction::keep_promise:
        return recording(ask, "Mark as kept");
    case NextAction::hear:
        return logging(ask, "Log a conversation", icon::notebook_pen);
    case NextAction::answer:
        if (ask.concern.empty()) return logging(ask, "Log your answer", icon::notebook_pen);
        return recording(ask, "Mark as answered");
    case NextAction::prepare:
        return {"Open the brief", icon::presentation, [planned = ask.interaction, people = ask.whom](const Context& context) {
                    context.act(action::GoTo{Screen::brief});
                    if (!planned.empty()) context.view.brief.subject = PlannedMeeting{planned};
                }};
    case NextAction::ask_if_wanted:
    case NextAction::find_sponsor:
    case NextAction::save:
    case NextAction::plan_for_day:
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
    case NextAction::answer:
        return icon::mail;
    case NextAction::prepare:
    case NextAction::plan_for_day:
        return icon::calendar;
    case NextAction::ask_if_wanted:
        return icon::phone;
    case NextAction::save:
        return icon::flag;
    case NextAction::find_sponsor:
    case NextAction::find_person:
        break;
    }
    return icon::user_plus;
}

}
