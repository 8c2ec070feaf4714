#include "app/ui/closing/closing.hpp"

#include "app/session/action.hpp"
#include "app/session/document.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/caches.hpp"
#include "app/ui/context.hpp"
#include "app/viewmodel/commitments_data.hpp"
#include "core/analysis/phrases.hpp"
#include "core/base/text.hpp"
#include "core/model/close_reasons.hpp"
#include "core/model/deal.hpp"
#include "core/model/first_event.hpp"
#include "generated/icons.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::string name_of_deal(const Deal& deal) {
    const auto& name = deal.account.empty() ? deal.title : deal.account;
    return name.empty() ? "the deal" : name;
}

Outcome outcome_of(const CloseDraft& draft, Date on) {
    const auto why = written_reasons({draft.reasons, draft.why});
    switch (draft.as) {
    case CloseAs::won:
        return Won{on};
    case CloseAs::lost:
        return Lost{on, std::string(trimmed(draft.to)), why};
    case CloseAs::no_decision:
        break;
    }
    return NoDecision{on, why};
}

std::string closed_words(const Deal& deal, CloseAs as) {
    const auto name = name_of_deal(deal);
    return as == CloseAs::won    ? "Closed " + name + " as won"
           : as == CloseAs::lost ? "Closed " + name + " as lost"
                                 : "Closed " + name + " without a decision";
}

// The deciding commitment is asked for where it was not, and kept.
void add_decision(const Commitment& decision, Date on, std::vector<Edit>& edits) {
    const auto state = state_of(decision);
    if (!is_legal_move(state, CommitmentEventKind::kept)) {
        if (!is_legal_move(state, CommitmentEventKind::asked)) return;
        edits.push_back(edit::AddCommitmentEvent{decision.id, event_of(decision, CommitmentEventKind::asked, on, {})});
    }
    edits.push_back(edit::AddCommitmentEvent{decision.id, event_of(decision, CommitmentEventKind::kept, on, {})});
}

}

std::string outcome_words(const Outcome& outcome) {
    if (std::holds_alternative<Won>(outcome)) return "Won";
    if (const auto* lost = std::get_if<Lost>(&outcome)) return lost->to.empty() ? "Lost" : "Lost to " + lost->to;
    return std::holds_alternative<NoDecision>(outcome) ? "No decision" : "";
}

std::string_view outcome_why(const Outcome& outcome) {
    if (const auto* lost = std::get_if<Lost>(&outcome)) return lost->why;
    if (const auto* none = std::get_if<NoDecision>(&outcome)) return none->why;
    return {};
}

std::optional<Date> closed_on(const Outcome& outcome) {
    if (const auto* won = std::get_if<Won>(&outcome)) return won->on;
    if (const auto* lost = std::get_if<Lost>(&outcome)) return lost->on;
    if (const auto* none = std::get_if<NoDecision>(&outcome)) return none->on;
    return {};
}

std::optional<CloseAs> closed_as(const Outcome& outcome) {
    if (std::holds_alternative<Won>(outcome)) return CloseAs::won;
    if (std::holds_alternative<Lost>(outcome)) return CloseAs::lost;
    if (std::holds_alternative<NoDecision>(outcome)) return CloseAs::no_decision;
    return {};
}

const char* close_icon(CloseAs as) {
    return as == CloseAs::won ? icon::circle_check : as == CloseAs::lost ? icon::circle_x : icon::circle_pause;
}

const char* outcome_icon(const Outcome& outcome) {
    return close_icon(closed_as(outcome).value_or(CloseAs::no_decision));
}

ImU32 close_color(const Ui& ui, CloseAs as) {
    const auto& color = ui.color();
    return as == CloseAs::won ? color.outcome_won : as == CloseAs::lost ? color.outcome_lost : color.outcome_no_decision;
}

const Commitment* open_decision(const Deal& deal) {
    const auto decides = std::ranges::find(deal.commitments, true, &Commitment::decides);
    return decides != deal.commitments.end() && state_of(*decides) != CommitmentState::kept ? &*decides : nullptr;
}

CloseDraft close_draft_of(const Deal& deal, CloseAs as, Date today) {
    CloseDraft draft;
    draft.open = draft.just_opened = true;
    draft.deal = deal.id;
    draft.as = as;
    draft.lesson = deal.lesson;
    if (const auto on = closed_on(deal.outcome)) draft.on = short_date(*on, today);
    auto reasons = read_reasons(outcome_why(deal.outcome), as == CloseAs::lost ? lost_reasons() : undecided_reasons());
    draft.reasons = std::move(reasons.chosen);
    draft.why = std::move(reasons.own);
    if (const auto* lost = std::get_if<Lost>(&deal.outcome)) {
        draft.to = lost->to;
        draft.to_somebody_else =
            !lost->to.empty() && std::ranges::find(deal.alternatives, lost->to, &Alternative::name) == deal.alternatives.end();
    }
    return draft;
}

DateFieldOptions close_day_options(const Deal& deal, Date today) {
    DateFieldOptions options{.lean = DateDirection::past, .when_empty = "Today"};
    options.latest = today;
    options.earliest = deal.opened;
    options.earliest_is = "the deal was opened";
    if (const auto last = last_move(deal); last && last->on > deal.opened) {
        options.earliest = last->on;
        options.earliest_is = "something was last asked or answered";
    }
    return options;
}

Result<action::Apply> closing_of(const Deal& deal, const CloseDraft& draft, Date today) {
    const auto day = day_of(draft.on, today, close_day_options(deal, today));
    if (!day) return std::unexpected(day.error());
    if (draft.as == CloseAs::lost && draft.to_somebody_else && trimmed(draft.to).empty()) {
        return fail("The name of the winner is missing", {}, "Type it, or choose \u201cI do not know\u201d.");
    }
    const auto on = day->value_or(today);
    action::Apply step{{}, {}, closed_words(deal, draft.as), true, deal.id};
    if (const auto* decision = open_decision(deal); decision && draft.as == CloseAs::won && draft.keep_decision) {
        add_decision(*decision, on, step.edits);
    }
    step.edits.push_back(edit::SetOutcome{outcome_of(draft, on)});
    if (const auto lesson = std::string(trimmed(draft.lesson)); lesson != deal.lesson) {
        edit::SetDeal set;
        set.lesson = lesson;
        step.edits.push_back(std::move(set));
    }
    auto tried = deal;
    for (const auto& edit : step.edits) {
        auto next = apply(std::move(tried), edit, today);
        if (!next) return std::unexpected(next.error());
        tried = std::move(*next);
    }
    return step;
}

action::Apply reopening_of(const Deal& deal) {
    return {{edit::SetOutcome{Open{}}}, {}, "Reopened " + name_of_deal(deal), true, deal.id};
}

std::string left_open_words(const Deal& deal, const CloseDraft& draft) {
    constexpr std::size_t most_named = 4;
    std::vector<std::string> names;
    int count = 0;
    for (const auto& commitment : deal.commitments) {
        if (!is_open(commitment)) continue;
        if (commitment.decides && draft.as == CloseAs::won && draft.keep_decision) continue;
        if (++count <= static_cast<int>(most_named)) names.push_back(short_title(commitment));
    }
    if (count == 0) return {};
    if (count > static_cast<int>(most_named)) names.push_back(std::to_string(count - static_cast<int>(most_named)) + " more");
    return "Closing leaves " + counted(count, "commitment", "commitments") + " open: " + joined(names) + ".";
}

std::string odds_words(const Context& context, const Deal& deal, const CloseDraft& draft) {
    if (!is_open(deal.outcome)) return {}; // it counts already
    if (deal.sample) return "Samples do not count towards your odds.";
    const auto* playbook = playbook_of(context.document, deal);
    if (!playbook) return {};
    auto closed = deal;
    const auto on = day_of(draft.on, context.today, close_day_options(deal, context.today));
    closed.outcome = outcome_of(draft, on && *on ? **on : context.today);
    const auto steps = step_odds_of(*playbook, {closed}, context.today);
    const auto* before = context.caches.own_odds.find(playbook->id);
    const StepOdds* shown = nullptr;
    for (const auto& step : steps) {
        const bool counts = step.kept + step.not_kept > 0;
        if (counts && (!shown || (shown->not_kept == 0 && step.not_kept > 0))) shown = &step;
    }
    if (!shown) return "Nothing in it was asked for, so it says nothing about your odds.";
    const auto* known = before ? find(*before, shown->step) : nullptr;
    const int kept = known ? known->kept : 0;
    const int tries = known ? known->kept + known->not_kept : 0;
    const auto place = std::ranges::find(playbook->steps, shown->step, &PlaybookStep::id);
    const auto title = place == playbook->steps.end() ? shown->step : place->title;
    const auto now = std::to_string(kept + shown->kept) + " of " + std::to_string(tries + shown->kept + shown->not_kept);
    if (tries == 0)
        return "Counts towards your odds. It is the first deal of its kind to say how often \u201c" + title + "\u201d is kept: " + now +
               ".";
    return "Counts towards your odds. \u201c" + title + "\u201d was kept in " + std::to_string(kept) + " of " + std::to_string(tries) +
           " deals of its kind, now in " + now + ".";
}

std::string_view counts_words(const Context& context, const Deal& deal) {
    return !deal.sample && playbook_of(context.document, deal) ? "counts towards your odds" : std::string_view{};
}

void open_close_dialog(const Context& context, const Deal& deal, CloseAs as) {
    context.view.close = close_draft_of(deal, as, context.today);
    context.view.more_open = false;
    if (context.phone) context.view.details_open = false; // a sheet, and there is one at a time
}

}
