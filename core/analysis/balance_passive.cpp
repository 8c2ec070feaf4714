#include "core/analysis/balance_signals.hpp"
#include "core/analysis/next_ask/ask_people.hpp"
#include "core/analysis/phrases.hpp"

#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/plan/coming_up.hpp"
#include "core/model/plan/plan.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::vector<Signal> no_next_step(const SignalInput& input, const SignalRule& rule) {
    const auto* last = last_interaction(input.deal);
    const bool has_day = last && last->next && last->next->on && last->next->state != NextStepState::dropped;
    if (!last || has_day || waits_for_buyer(input.deal, input.today)) return {};
    auto signal = signal_of(rule, rule.points);
    signal.people = last->people;
    signal.evidence = {{last->id, last->on}};
    signal.why = "The last contact, on " + short_date(last->on, input.today) + ", ended without a date for the next step.";
    signal.remedy = "Propose a date now, and say what you will bring.";
    return {signal};
}

std::vector<Signal> ready_not_asked(const SignalInput& input, const SignalRule& rule) {
    std::vector<Signal> signals;
    if (waits_for_buyer(input.deal, input.today)) return signals;
    for (const auto& item : plan_of(input.deal)) {
        const int days = input.today - item.since;
        if (item.state != PlanState::ready || days <= rule.threshold) continue;
        const auto& commitment = *find(input.deal, item.id);
        if (held_until(input.deal, commitment, input.today)) continue;
        auto signal = signal_of(rule, rule.points + std::min(10.0, 0.5 * (days - rule.threshold)));
        signal.people = people_of(commitment);
        signal.evidence = {{item.id, item.since}};
        signal.why = title_of(commitment) + " has been ready for " + std::to_string(days) + " days and has not been asked for.";
        const auto may = [&](const Stakeholder& one) { return may_give(input.deal, input.playbook, commitment, one); };
        signal.remedy = has_gone_quiet(input.deal, input.playbook, input.today) ? "Ask first whether it is still wanted."
                        : std::ranges::none_of(input.deal.stakeholders, may)
                            ? "Find out who can decide on it, and ask them, saying what they get for it."
                            : "Ask for it in your next conversation, and say what they get for it.";
        signals.push_back(std::move(signal));
    }
    return signals;
}

std::vector<Signal> due_passed(const SignalInput& input, const SignalRule& rule) {
    std::vector<Signal> signals;
    const auto* last = last_contact(input.deal);
    for (const auto& commitment : input.deal.commitments) {
        const auto due = due_of(commitment);
        if (!due || *due >= input.today || !is_open(commitment) || held_until(input.deal, commitment, input.today)) continue;
        if (last && last->on > *due) continue;
        auto signal = signal_of(rule, rule.points);
        signal.people = people_of(commitment);
        signal.evidence = {{commitment.id, *due}};
        signal.why = title_of(commitment) + " was due on " + short_date(*due, input.today) + ", and there has been no contact since.";
        signal.remedy = "Call, ask what got in the way, and agree a new date.";
        signals.push_back(std::move(signal));
    }
    return signals;
}

std::vector<Signal> silence(const SignalInput& input, const SignalRule& rule) {
    if (waits_for_buyer(input.deal, input.today)) return {};
    const auto* last = last_contact(input.deal);
    const int cadence = cadence_of(input.playbook);
    const int days = input.today - (last ? std::max(last->on, input.deal.opened) : input.deal.opened);
    if (days <= cadence) return {};
    auto signal = signal_of(rule, rule.points + 0.7 * (days - cadence));
    if (last) {
        signal.people = last->people;
        signal.evidence = {{last->id, last->on}};
    }
    signal.why = "No contact for " + std::to_string(days) + " days; the usual gap is " + std::to_string(cadence) + ".";
    signal.remedy = "Call with something new to them, and ask where they stand.";
    return {signal};
}

std::vector<Signal> no_value(const SignalInput& input, const SignalRule& rule) {
    if (waits_for_buyer(input.deal, input.today) || input.today - input.deal.opened <= rule.threshold) return {};
    const Interaction* last_given = nullptr;
    for (const auto& interaction : input.deal.interactions) {
        if (!interaction.value_given.empty() && (!last_given || interaction.on > last_given->on)) last_given = &interaction;
    }
    if (last_given && input.today - last_given->on <= rule.threshold) return {};
    auto signal = signal_of(rule, rule.points);
    if (last_given) signal.evidence = {{last_given->id, last_given->on}};
    signal.why = last_given ? "You have given them nothing since " + short_date(last_given->on, input.today) + "."
                            : std::string("You have not given them anything yet that they can use without buying.");
    signal.remedy = "Give one thing that helps them whether or not they buy.";
    return {signal};
}

std::vector<Signal> functions_unheard(const SignalInput& input, const SignalRule& rule) {
    std::vector<Signal> signals;
    for (const auto& function : names_of<Function>()) {
        std::vector<StakeholderId> people;
        bool heard = false;
        bool long_known = false;
        for (const auto& person : input.deal.stakeholders) {
            if (person.function != function.value) continue;
            if (!person.left) people.push_back(person.id);
            heard = heard || !person.problem.empty() || last_heard(input.deal, person.id).has_value();
            long_known = long_known || (!person.left && input.today - person.created > rule.threshold);
        }
        if (people.empty() || heard || !long_known) continue;
        auto signal = signal_of(rule, rule.points);
        sort_list(people);
        signal.evidence = {{function.value, {}}};
        const auto others = static_cast<int>(people.size()) - 1;
        const auto who = name_of(input.deal, people.front()) + (others > 0 ? " and " + counted(others, "other", "others") : std::string());
        signal.why = function.value == Function::other ? who + (others > 0 ? " have" : " has") + " never been heard."
                                                       : function_has(function.value) + " never been heard: " + who + ".";
        signal.remedy = input.deal.process == Process::buyer_led ? "Ask whether the procedure allows a question to them in writing."
                                                                 : "Ask for twenty minutes to hear what this means for them.";
        for (const auto& id : people) {
            signal.evidence.push_back({id, {}});
        }
        signal.people = std::move(people);
        signals.push_back(std::move(signal));
    }
    return signals;
}

std::vector<Signal> stance_unknown(const SignalInput& input, const SignalRule& rule) {
    std::vector<Signal> signals;
    for (const auto& person : input.deal.stakeholders) {
        const auto since = person.stances.empty() ? person.created : person.stances.back().on;
        const int days = input.today - since;
        if (person.left || stance_of(person) != Stance::unknown || days <= rule.threshold) continue;
        auto signal = signal_of(rule, rule.points);
        signal.people = {person.id};
        signal.evidence = {{person.id, since}};
        signal.why = "After " + std::to_string(days) + " days you still do not know where " + name_of(input.deal, person.id) + " stands.";
        signal.remedy = "Ask: what would have to be true for you to support this?";
        signals.push_back(std::move(signal));
    }
    return signals;
}

std::vector<Signal> concern_untouched(const SignalInput& input, const SignalRule& rule) {
    std::vector<Signal> signals;
    for (const auto& concern : input.deal.concerns) {
        if (state_of(concern) != ConcernState::open || concern.kind == ConcernKind::question) continue;
        const auto* person = find(input.deal, concern.stakeholder);
        if (person != nullptr && person->left) continue;
        auto touched = concern.events.empty() ? concern.created : concern.events.back().on;
        for (const auto& interaction : input.deal.interactions) {
            if (std::ranges::find(interaction.concerns, concern.id) != interaction.concerns.end())
                touched = std::max(touched, interaction.on);
        }
        const int days = input.today - touched;
        if (days <= rule.threshold) continue;
        auto signal = signal_of(rule, rule.points + std::min(6.0, 0.25 * (days - rule.threshold)));
        signal.people = {concern.stakeholder};
        signal.evidence = {{concern.id, touched}};
        signal.why = "A concern of " + name_of(input.deal, concern.stakeholder) + " has been waiting for " + std::to_string(days) +
                     " days: " + concern.text;
        signal.remedy = "Answer it in writing, or say when you will.";
        signals.push_back(std::move(signal));
    }
    return signals;
}

// What they want to know or have asked for waits a day at most.
std::vector<Signal> they_asked(const SignalInput& input, const SignalRule& rule) {
    std::vector<Signal> signals;
    const auto add = [&](const Subject& about, Date since, const std::vector<StakeholderId>& people, const std::string& what) {
        const int days = input.today - since;
        if (days <= rule.threshold) return;
        auto signal = signal_of(rule, rule.points + std::min(6.0, 0.5 * (days - rule.threshold)));
        signal.people = people;
        signal.evidence = {{about, since}};
        const auto who = people.empty() ? std::string("They") : joined_names(input.deal, people);
        signal.why = who + " asked " + what + " on " + short_date(since, input.today) + ", and " + (people.size() == 1 ? "has" : "have") +
                     " no answer yet.";
        signal.remedy = "Answer today, or say on which day the answer will come.";
        signals.push_back(std::move(signal));
    };
    for (const auto& concern : input.deal.concerns) {
        if (concern.kind != ConcernKind::question || state_of(concern) != ConcernState::open) continue;
        add(concern.id, concern.events.empty() ? concern.created : concern.events.back().on, {concern.stakeholder}, "a question");
    }
    for (const auto& commitment : input.deal.commitments) {
        if (state_of(commitment) != CommitmentState::asked || !asked_by_them(commitment)) continue;
        const auto* asked = last_asked(commitment);
        add(commitment.id, asked->on, asked->who, "for " + title_of(commitment));
    }
    return signals;
}

std::vector<Signal> decision_not_asked(const SignalInput& input, const SignalRule& rule) {
    std::vector<Signal> signals;
    if (waits_for_buyer(input.deal, input.today)) return signals;
    for (const auto& item : plan_of(input.deal)) {
        const auto& commitment = *find(input.deal, item.id);
        if (!commitment.decides || item.state != PlanState::ready || item.layer == 0) continue;
        if (input.today - item.since <= rule.threshold || held_until(input.deal, commitment, input.today)) continue;
        auto signal = signal_of(rule, rule.points);
        signal.people = people_of(commitment);
        signal.evidence = {{item.id, item.since}};
        signal.why =
            "Everything before the decision has been kept since " + short_date(item.since, input.today) + ", but nobody has asked for it.";
        signal.remedy = "Ask for the decision. With everything else kept, it is the easiest ask.";
        signals.push_back(std::move(signal));
    }
    return signals;
}

std::vector<Signal> promise_overdue(const SignalInput& input, const SignalRule& rule) {
    std::vector<Signal> signals;
    for (const auto& promise : input.deal.promises) {
        if (!is_owed(input.deal, promise) || !promise.due || *promise.due >= input.today) continue;
        const int days = input.today - *promise.due;
        auto signal = signal_of(rule, rule.points + std::min(6.0, 0.25 * days));
        if (!promise.to.empty()) signal.people = {promise.to};
        signal.evidence = {{promise.id, *promise.due}};
        signal.why = "Promised" + (promise.to.empty() ? std::string() : " to " + name_of(input.deal, promise.to)) + " by " +
                     short_date(*promise.due, input.today) + ": " + promise.what;
        signal.remedy = "Deliver it, or say today when it will come.";
        signals.push_back(std::move(signal));
    }
    return signals;
}

}

std::span<const SignalRule> passive_rules() {
    static constexpr std::array<SignalRule, 11> rules{{
        {"no_next_step", "No date for the next step", Side::passive, 12, 12, 0, no_next_step},
        {"ready_not_asked", "Ready but not asked for", Side::passive, 6, 40, 7, ready_not_asked},
        {"due_passed", "A date passed in silence", Side::passive, 12, 30, 0, due_passed},
        {"silence", "No contact", Side::passive, 10, 40, 0, silence},
        {"no_value", "Nothing given", Side::passive, 10, 10, value_window_days, no_value},
        {"function_unheard", "A function nobody has heard", Side::passive, 5, 20, 14, functions_unheard},
        {"stance_unknown", "Stance unknown", Side::passive, 4, 16, 21, stance_unknown},
        {"concern_untouched", "A concern not dealt with", Side::passive, 8, 30, 7, concern_untouched},
        {"they_asked", "Their question unanswered", Side::passive, 8, 30, 0, they_asked},
        {"decision_not_asked", "The decision not asked for", Side::passive, 16, 16, 2, decision_not_asked},
        {"promise_overdue", "A promise of ours overdue", Side::passive, 8, 30, 0, promise_overdue},
    }};
    return rules;
}

}
