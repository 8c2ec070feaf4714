#include "app/viewmodel/commitments_data.hpp"

#include "core/analysis/phrases.hpp"
#include "core/base/text.hpp"
#include "core/model/plan/prerequisites.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>
#include <array>

namespace middleground {

namespace {

int count_of(const Derived& derived, PlanState state) {
    return static_cast<int>(std::ranges::count(derived.plan, state, &PlanItem::state));
}

int place_of(const Deal& deal, const CommitmentId& id) {
    const auto found = std::ranges::find(deal.commitments, id, &Commitment::id);
    return static_cast<int>(found - deal.commitments.begin());
}

bool waits_directly(const Deal& deal, const CommitmentId& later, const CommitmentId& earlier) {
    const auto* commitment = find(deal, later);
    return commitment != nullptr && std::ranges::find(commitment->prerequisites, earlier) != commitment->prerequisites.end();
}

// The day before which nothing happens, as long as it is to come.
std::optional<Date> day_to_come(const Commitment& commitment, Date today) {
    const auto day = not_before(commitment);
    return day && *day > today ? day : std::nullopt;
}

std::string with_day(std::string_view what, Date day, Date today) {
    return std::string(what) + ' ' + short_date(day, today);
}

std::string days_words(int days) {
    return counted(days, "day", "days");
}

}

std::string commitments_title(const Derived& derived) {
    const auto set_aside = std::ranges::count_if(derived.plan, [](const PlanItem& item) { return is_set_aside(item.state); });
    const int all = static_cast<int>(derived.plan.size()) - static_cast<int>(set_aside);
    if (all == 0) {
        return "No commitment is planned yet";
    }
    if (derived.kept == all) {
        return all == 1 ? "The only commitment is kept" : "All " + std::to_string(all) + " are kept";
    }
    const auto head = std::to_string(derived.kept) + " of " + std::to_string(all) + " kept, ";
    if (const auto ready = std::ranges::count(derived.ready, PlanState::ready, &PlanItem::state); ready > 0) {
        return head + std::to_string(ready) + " ready to ask";
    }
    if (const int agreed = count_of(derived, PlanState::agreed); agreed > 0) {
        return head + std::to_string(agreed) + " agreed";
    }
    if (const int asked = count_of(derived, PlanState::asked); asked > 0) {
        return head + std::to_string(asked) + (asked == 1 ? " waits for an answer" : " wait for an answer");
    }
    return head + "nothing is under way";
}

std::string commitments_line(const Derived& derived, Date today) {
    std::string line;
    const auto late = static_cast<int>(std::ranges::count_if(derived.plan, [&](const PlanItem& item) { return is_late(item, today); }));
    if (late > 0) {
        line = counted(late, "agreed commitment is late. ", "agreed commitments are late. ");
    }
    if (const auto* ask = first_ask(derived)) line += "Next: " + ask->title + ". ";
    if (derived.last_kept) {
        line += "The last one was kept " + relative_days(*derived.last_kept, today) + '.';
    } else if (!derived.plan.empty()) {
        line += "None has been kept yet.";
    }
    return std::string(trimmed(line));
}

bool is_late(const PlanItem& item, Date today) {
    return item.state == PlanState::agreed && item.due && *item.due < today;
}

std::string waits_for_words(const Deal& deal, const Commitment& commitment) {
    std::vector<std::string> titles;
    for (const auto* other : waited_for(deal, commitment)) {
        if (is_open(*other)) titles.push_back(shown_title(*other));
    }
    return joined(titles);
}

std::vector<int> possible_prerequisites(const Deal& deal, const CommitmentId& id) {
    const PrerequisiteGraph graph(deal);
    std::vector<bool> waits(deal.commitments.size()); // for this one
    std::vector<int> possible;
    for (const int place : graph.order()) {
        const auto i = static_cast<std::size_t>(place);
        waits[i] = deal.commitments[i].id == id || std::ranges::any_of(graph.named_prerequisites(place), [&](int before) {
                       return bool(waits[static_cast<std::size_t>(before)]);
                   });
    }
    for (std::size_t i = 0; i < waits.size(); ++i) {
        if (!waits[i]) {
            possible.push_back(static_cast<int>(i));
        }
    }
    return possible;
}

// Of two neighbours in the plan, the one that stands first in the list was taken first, unless it is a prerequisite of the other.
std::optional<edit::MoveCommitment> move_up(const Deal& deal, const Derived& derived, const CommitmentId& id) {
    const auto item = std::ranges::find(derived.plan, id, &PlanItem::id);
    if (item == derived.plan.end() || item == derived.plan.begin() || waits_directly(deal, id, (item - 1)->id)) {
        return std::nullopt;
    }
    return edit::MoveCommitment{id, place_of(deal, (item - 1)->id)};
}

std::optional<edit::MoveCommitment> move_down(const Deal& deal, const Derived& derived, const CommitmentId& id) {
    const auto item = std::ranges::find(derived.plan, id, &PlanItem::id);
    if (item == derived.plan.end() || item + 1 == derived.plan.end() || waits_directly(deal, (item + 1)->id, id)) {
        return std::nullopt;
    }
    return edit::MoveCommitment{id, place_of(deal, (item + 1)->id)};
}

std::vector<CommitmentMove> moves_from(CommitmentState state) {
    using enum CommitmentEventKind;
    const bool again = state == CommitmentState::declined || state == CommitmentState::broken;
    const std::array all{
        CommitmentMove{asked, again ? "Mark as asked again" : "Mark as asked", again ? "Ask again" : "Mark asked"},
        // Who was asked answers; what is agreed is kept.
        CommitmentMove{agreed, "Mark as agreed", "Mark agreed"},
        CommitmentMove{kept, "Mark as kept", "Mark kept"},
        CommitmentMove{declined, "Mark as declined", "Mark declined"},
        CommitmentMove{broken, "Mark as broken", "Mark broken"},
        CommitmentMove{reopened, "Reopen", "Reopen"},
    };
    std::vector<CommitmentMove> legal;
    std::ranges::copy_if(all, std::back_inserter(legal), [&](const CommitmentMove& move) { return is_legal_move(state, move.kind); });
    return legal;
}

std::vector<CommitmentMove> ways_out_of(const Commitment& commitment) {
    using enum CommitmentEventKind;
    if (commitment.decides || !is_open(commitment)) return {};
    return {CommitmentMove{not_needed, "Not needed", "Not needed"}, CommitmentMove{dropped, "Drop", "Drop"}};
}

bool can_be_removed(const Commitment& commitment) {
    return !is_dropped_by_removal(commitment) && !(was_asked(commitment) && is_set_aside(commitment));
}

CommitmentEvent event_of(const Commitment& commitment, CommitmentEventKind kind, Date on, std::string why) {
    CommitmentEvent event{kind, on, {}, {}, {}, {}};
    using enum CommitmentEventKind;
    if (kind == asked || kind == agreed || kind == declined) {
        event.who = commitment.people;
        if (event.who.empty() && !commitment.buyer_owner.empty()) {
            event.who.push_back(commitment.buyer_owner);
        }
    }
    if (kind == declined || kind == broken || kind == dropped || kind == not_needed) {
        event.why = std::move(why);
    }
    return event;
}

std::string plan_words(const PlanItem& item, const Commitment& commitment, Date today) {
    const auto later = day_to_come(commitment, today);
    const auto or_later = [&](std::string_view state, std::string words) {
        return later ? with_day(std::string(state) + ", not before", *later, today) : std::move(words);
    };
    switch (item.state) {
    case PlanState::kept:
        return with_day("Kept", item.since, today);
    case PlanState::agreed:
        return item.due ? with_day("Agreed, due", *item.due, today) : or_later("Agreed", with_day("Agreed", item.since, today));
    case PlanState::asked:
        return asked_by_them(commitment) ? with_day("Asked by them on", item.since, today)
                                         : or_later("Asked", with_day("Asked", item.since, today));
    case PlanState::ready:
        return today == item.since ? "Ready since today" : "Ready for " + days_words(today - item.since);
    case PlanState::waiting:
        return "Waits for " + std::to_string(item.waits_for);
    case PlanState::declined:
        return or_later("Declined", with_day("Declined", item.since, today));
    case PlanState::broken:
        return or_later("Broken", with_day("Broken", item.since, today));
    case PlanState::dropped:
        return with_day("Dropped", item.since, today);
    case PlanState::not_needed:
        return "Not needed";
    }
    return {};
}

std::string plan_words_short(const PlanItem& item, const Commitment& commitment, Date today) {
    if (item.state == PlanState::agreed && item.due) return with_day("Due", *item.due, today);
    if (item.state == PlanState::ready) return today == item.since ? "Ready" : "Ready " + days_words(today - item.since);
    if (item.state == PlanState::asked && asked_by_them(commitment)) return with_day("By them", item.since, today);
    const bool may_come_later = item.state == PlanState::asked || item.state == PlanState::agreed || item.state == PlanState::declined ||
                                item.state == PlanState::broken;
    const auto later = may_come_later ? day_to_come(commitment, today) : std::nullopt;
    return later ? with_day("From", *later, today) : plan_words(item, commitment, today);
}

std::string reason_of(const Commitment& commitment) {
    using enum CommitmentEventKind;
    // What moves the due date says nothing about the state.
    const auto last = std::find_if(commitment.events.rbegin(), commitment.events.rend(),
                                   [](const CommitmentEvent& event) { return event.kind != due; });
    if (last == commitment.events.rend()) return {};
    const bool may_say_why = last->kind == declined || last->kind == broken || last->kind == dropped || last->kind == not_needed;
    return may_say_why ? last->why : std::string();
}

std::string their_ask_words(const Deal& deal, const Commitment& commitment, Date today) {
    if (state_of(commitment) != CommitmentState::asked || !asked_by_them(commitment)) return {};
    const auto asked = std::find_if(commitment.events.rbegin(), commitment.events.rend(),
                                    [](const CommitmentEvent& event) { return event.kind == CommitmentEventKind::asked; });
    return event_words(deal, *asked, today) + " on " + short_date(asked->on, today);
}

std::string_view answer_words(const Commitment& commitment, const StakeholderId& person) {
    switch (state_for(commitment, person)) {
    case CommitmentState::asked: {
        const auto last = std::find_if(commitment.events.rbegin(), commitment.events.rend(), [&](const CommitmentEvent& event) {
            return event.kind == CommitmentEventKind::asked && std::ranges::find(event.who, person) != event.who.end();
        });
        return last != commitment.events.rend() && last->by == Asker::them ? "Asked for it" : "No answer yet";
    }
    case CommitmentState::agreed:
        return "Agreed";
    case CommitmentState::declined:
        return "Declined";
    default:
        return "Not asked yet";
    }
}

std::string event_words(const Deal& deal, const CommitmentEvent& event, Date today) {
    const auto who = joined_names(deal, event.who);
    const auto why = event.why.empty() ? std::string() : ": " + event.why;
    const auto from = event.not_before ? ", not before " + short_date(*event.not_before, today) : std::string();
    switch (event.kind) {
    case CommitmentEventKind::planned:
        return "Planned";
    case CommitmentEventKind::asked:
        if (event.by == Asker::them) return (who.empty() ? "They" : who) + " asked for it";
        return who.empty() ? "Asked" : "Asked " + who;
    case CommitmentEventKind::agreed:
        return (who.empty() ? "Agreed" : who + " agreed") + from;
    case CommitmentEventKind::declined:
        return (who.empty() ? "Declined" : who + " declined") + from + why;
    case CommitmentEventKind::kept:
        return "Kept";
    case CommitmentEventKind::broken:
        return "Broken" + why;
    case CommitmentEventKind::due:
        return event.due ? "Due date set to " + short_date(*event.due, today) : "Due date removed";
    case CommitmentEventKind::reopened:
        return "Reopened";
    case CommitmentEventKind::dropped:
        return "Dropped" + why;
    case CommitmentEventKind::not_needed:
        return "Not needed" + why;
    }
    return {};
}

}
