#include "app/ui/today/today_moves.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/asking/ask_move.hpp"
#include "app/values/overloaded.hpp"
#include "app/viewmodel/agenda/ask_edit.hpp"
#include "core/agenda/agenda_words.hpp"
#include "core/model/words/shown_name.hpp"
#include "generated/icons.hpp"

namespace middleground {

namespace {

enum class Main : std::uint8_t { record, copy, log, log_step, brief, person };

bool is_past_step(const AgendaEntry& entry) {
    return entry.line->group == AgendaGroup::meeting && entry.line->ask.order == AskClass::soon && entry.line->why == "say what became of it";
}

Main main_of(const AgendaEntry& entry) {
    const auto& ask = entry.line->ask;
    if (entry.line->group == AgendaGroup::meeting) return is_past_step(entry) ? Main::log_step : Main::brief;
    switch (ask.action) {
    case NextAction::keep_promise:
        return Main::record;
    case NextAction::answer:
        if (ask.concern.empty()) return Main::log;
        return ask.wording.empty() ? Main::record : Main::copy;
    case NextAction::prepare:
        return Main::brief;
    case NextAction::find_person:
        return Main::person;
    default:
        return ask.wording.empty() ? Main::log : Main::copy;
    }
}

Screen screen_of(const Subject& about) {
    return std::visit(Overloaded{
                          [](const CommitmentId&) { return Screen::commitments; },
                          [](const InteractionId&) { return Screen::log; },
                          [](const auto&) { return Screen::people; },
                      },
                      about);
}

// In the deal, over this page.
void log(const Context& context, const AgendaEntry& entry, Errand::Kind kind) {
    Errand errand{.kind = kind, .deal = entry.deal->id, .people = entry.line->ask.whom, .interaction = entry.line->ask.interaction};
    context.view.errand = std::move(errand);
    context.act(action::OpenDeal{entry.deal->id, Screen::today});
}

void record(const Context& context, const AgendaEntry& entry) {
    if (auto edit = edit_of(entry.line->ask, *entry.deal, context.today)) {
        context.act(action::Apply{{std::move(*edit)}, {}, {}, true, entry.deal->id});
    }
}

void open_brief(const Context& context, const AgendaEntry& entry) {
    context.act(action::OpenDeal{entry.deal->id, Screen::brief});
    const auto& planned = entry.line->ask.interaction;
    if (!planned.empty()) context.view.brief.subject = PlannedMeeting{planned};
}

void find_somebody(const Context& context, const AgendaEntry& entry) {
    context.act(action::OpenDeal{entry.deal->id, Screen::people});
    context.view.focus_field = "New person";
}

}

LineWords main_words(const AgendaEntry& entry) {
    switch (main_of(entry)) {
    case Main::record:
        return {entry.line->ask.action == NextAction::keep_promise ? "Mark as kept" : "Mark answered", icon::check};
    case Main::copy:
        return {"Copy wording", icon::copy};
    case Main::log:
        return {entry.line->group == AgendaGroup::answer ? "Log answer" : "Log it", icon::notebook_pen};
    case Main::log_step:
        return {"Log it", icon::notebook_pen};
    case Main::brief:
        return {"Brief", icon::presentation};
    case Main::person:
        break;
    }
    return {"Add a person", icon::user_plus};
}

std::string done_words(const AgendaEntry& entry) {
    if (entry.line->group == AgendaGroup::meeting) return "Log what came of it";
    if (entry.line->ask.action == NextAction::prepare) return "Log a conversation";
    return move_of(entry.line->ask).button;
}

void do_main(const Context& context, const AgendaEntry& entry) {
    if (context.read_only) return;
    switch (main_of(entry)) {
    case Main::record:
        return record(context, entry);
    case Main::copy:
        return context.act(action::CopyText{entry.line->ask.wording, "Copied the wording"});
    case Main::log:
        return log(context, entry, Errand::Kind::log);
    case Main::log_step:
        return log(context, entry, Errand::Kind::log_step);
    case Main::brief:
        return open_brief(context, entry);
    case Main::person:
        return find_somebody(context, entry);
    }
}

void do_done(const Context& context, const AgendaEntry& entry) {
    if (context.read_only) return;
    const auto& ask = entry.line->ask;
    if (entry.line->group == AgendaGroup::meeting) return log(context, entry, Errand::Kind::log_step);
    if (edit_of(ask, *entry.deal, context.today)) return record(context, entry);
    if (ask.action == NextAction::find_person) return find_somebody(context, entry);
    log(context, entry, Errand::Kind::log);
}

void open_line(const Context& context, const AgendaEntry& entry) {
    context.view.errand = Errand{.kind = Errand::Kind::show, .deal = entry.deal->id, .about = entry.line->about};
    context.act(action::OpenDeal{entry.deal->id, screen_of(entry.line->about)});
}

void begin_snooze(const Context& context, const AgendaEntry& entry) {
    if (context.read_only) return;
    context.view.today.snooze = SnoozeDraft{.deal = entry.deal->id, .key = entry.line->key, .what = entry.line->what, .day = {}, .error = {}};
}

void take_up_again(const Context& context, const AgendaEntry& entry) {
    if (context.read_only) return;
    context.act(action::Apply{{edit::SetSnooze{entry.line->key, {}, context.today}}, {}, "Taken up again: " + entry.line->what, true, entry.deal->id});
}

}
