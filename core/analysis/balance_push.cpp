#include "core/analysis/balance_signals.hpp"

#include "core/analysis/wording.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/interaction.hpp"
#include "core/model/plan/prerequisites.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::string names(const Deal& deal, const std::vector<StakeholderId>& people) {
    return people.empty() ? std::string(unnamed_outside) : joined_names(deal, people);
}

bool is_open_ask(const Commitment& commitment) {
    return state_of(commitment) == CommitmentState::asked;
}

// How many steps in a row before it were not kept on that day.
int levels_skipped(const Deal& deal, const PrerequisiteGraph& graph, int place, Date day) {
    std::vector<int> skipped(deal.commitments.size());
    for (const int at : graph.order()) {
        int before = 0;
        for (const int prerequisite : graph.prerequisites(at)) {
            before = std::max(before, skipped[static_cast<std::size_t>(prerequisite)]);
        }
        const bool kept = was_kept_by(deal.commitments[static_cast<std::size_t>(at)], day);
        skipped[static_cast<std::size_t>(at)] = kept ? 0 : before + 1;
        if (at == place) return before;
    }
    return 0;
}

std::vector<Signal> asked_too_early(const SignalInput& input, const SignalRule& rule) {
    std::vector<Signal> signals;
    const PrerequisiteGraph graph(input.deal);
    for (std::size_t i = 0; i < input.deal.commitments.size(); ++i) {
        const auto& commitment = input.deal.commitments[i];
        const auto* asked = our_ask(input.deal, commitment);
        const auto state = state_of(commitment);
        if (!asked || state == CommitmentState::kept || state == CommitmentState::planned || state == CommitmentState::not_needed) continue;
        const int levels = levels_skipped(input.deal, graph, static_cast<int>(i), asked->on);
        if (levels <= rule.threshold) continue;
        auto signal = signal_of(rule, rule.points * (levels + 1));
        signal.people = asked_people(commitment, *asked);
        signal.evidence = {{commitment.id, asked->on}};
        signal.why = title_of(commitment) + " was asked for on " + short_date(asked->on, input.today) + ", " +
                     counted(levels, "step", "steps") + " too early.";
        signal.remedy = "Go back to what comes first, and say that you will return to this later.";
        signals.push_back(std::move(signal));
    }
    return signals;
}

// Whether something was given to one of them, or a concern of theirs resolved, after `from` and until `to`.
bool gave_between(const Deal& deal, const std::vector<StakeholderId>& people, Date from, Date to) {
    const auto is_one = [&](const StakeholderId& id) {
        return id.empty() || people.empty() || std::ranges::find(people, id) != people.end();
    };
    for (const auto& interaction : deal.interactions) {
        if (interaction.on < from || interaction.on > to) continue;
        if (std::ranges::any_of(interaction.value_given, [&](const Value& value) { return is_one(value.to); })) return true;
    }
    for (const auto& concern : deal.concerns) {
        if (!is_one(concern.stakeholder)) continue;
        for (const auto& event : concern.events) {
            const bool helped = event.kind == ConcernEventKind::resolved || event.kind == ConcernEventKind::answered;
            if (helped && event.on >= from && event.on <= to) return true;
        }
    }
    return false;
}

std::vector<Signal> asked_again(const SignalInput& input, const SignalRule& rule) {
    std::vector<Signal> signals;
    for (const auto& commitment : input.deal.commitments) {
        if (state_of(commitment) == CommitmentState::kept) continue;
        const CommitmentEvent* refused = nullptr;
        for (const auto& event : commitment.events) {
            if (event.kind == CommitmentEventKind::declined) refused = &event;
            if (event.kind == CommitmentEventKind::asked && event.by == Asker::them) refused = nullptr; // they came back to it themselves
            if (event.kind != CommitmentEventKind::asked || !refused) continue;
            const auto people = asked_people(commitment, event);
            if (!gave_between(input.deal, people, refused->on, event.on)) {
                auto signal = signal_of(rule, rule.points);
                signal.people = people;
                signal.evidence = {{commitment.id, event.on}, {commitment.id, refused->on}};
                signal.why = names(input.deal, people) + " said no to " + title_of(commitment) + " on " +
                             short_date(refused->on, input.today) + " and " + (people.size() > 1 ? "were" : "was") + " asked again on " +
                             short_date(event.on, input.today) + ", with nothing given in between.";
                signal.remedy = "Find out what stands in the way, and give something that helps with it before you ask again.";
                signals.push_back(std::move(signal));
            }
            refused = nullptr;
        }
    }
    return signals;
}

std::vector<Signal> asked_without_value(const SignalInput& input, const SignalRule& rule) {
    std::vector<Signal> signals;
    for (const auto& commitment : input.deal.commitments) {
        const auto* asked = our_ask(input.deal, commitment);
        if (!asked || !is_open_ask(commitment) || !commitment.value_offered.empty()) continue;
        const auto* said_in = find(input.deal, asked->interaction);
        if (said_in && !said_in->value_given.empty()) continue;
        auto signal = signal_of(rule, rule.points);
        signal.people = asked_people(commitment, *asked);
        signal.evidence = {{commitment.id, asked->on}};
        signal.why = title_of(commitment) + " was asked for on " + short_date(asked->on, input.today) + " with nothing offered in return.";
        signal.remedy = "Decide what they get for it, worth having even if they never buy, and tell them.";
        signals.push_back(std::move(signal));
    }
    return signals;
}

std::vector<Signal> too_many_asks(const SignalInput& input, const SignalRule& rule) {
    std::vector<Signal> signals;
    for (const auto& person : input.deal.stakeholders) {
        std::vector<Evidence> open;
        for (const auto& commitment : input.deal.commitments) {
            const auto* asked = our_ask(input.deal, commitment);
            if (!asked || !is_open_ask(commitment)) continue;
            const auto people = asked_people(commitment, *asked);
            if (std::ranges::find(people, person.id) != people.end()) open.push_back({commitment.id, asked->on});
        }
        const auto count = static_cast<int>(open.size());
        if (count <= rule.threshold) continue;
        auto signal = signal_of(rule, rule.points * (count - rule.threshold));
        signal.people = {person.id};
        signal.evidence = std::move(open);
        signal.why = name_of(input.deal, person.id) + " has " + std::to_string(count) + " open asks from us at once.";
        signal.remedy = "Say which one matters now, and set the others aside for the time being.";
        signals.push_back(std::move(signal));
    }
    return signals;
}

std::vector<Signal> more_asks_than_value(const SignalInput& input, const SignalRule& rule) {
    int asks = 0;
    int given = 0;
    std::vector<Evidence> evidence;
    for (const auto& commitment : input.deal.commitments) {
        for (const auto& event : commitment.events) {
            const bool recent = input.today - event.on <= value_window_days && event.on <= input.today;
            if (event.kind != CommitmentEventKind::asked || event.by == Asker::them || !recent) continue;
            if (is_documented(input.deal, asked_people(commitment, event))) continue;
            ++asks;
            evidence.push_back({commitment.id, event.on});
        }
    }
    for (const auto& interaction : input.deal.interactions) {
        if (interaction.on <= input.today && input.today - interaction.on <= value_window_days) given += static_cast<int>(interaction.value_given.size());
    }
    if (asks - given <= rule.threshold) return {};
    auto signal = signal_of(rule, rule.points * (asks - given));
    signal.evidence = std::move(evidence);
    signal.why = counted(asks, "ask", "asks") + " in " + std::to_string(value_window_days) + " days, and " +
                 (given == 0 ? std::string("nothing") : counted(given, "thing", "things")) + " given.";
    signal.remedy = "Before the next ask, give something that helps them with or without you.";
    return {signal};
}

std::vector<Signal> unanswered_messages(const SignalInput& input, const SignalRule& rule) {
    std::vector<const Interaction*> log;
    for (const auto& interaction : input.deal.interactions) {
        log.push_back(&interaction);
    }
    sort_list(log, {}, &Interaction::on);
    Signal signal = signal_of(rule, 0);
    int count = 0;
    for (auto one = log.rbegin(); one != log.rend(); ++one) {
        if (was_two_way(**one)) break;
        if (!(*one)->people.empty() && is_documented(input.deal, (*one)->people)) continue;
        ++count;
        signal.evidence.push_back({(*one)->id, (*one)->on});
        for (const auto& id : (*one)->people) {
            if (std::ranges::find(signal.people, id) == signal.people.end()) signal.people.push_back(id);
        }
    }
    if (count <= rule.threshold) return {};
    sort_list(signal.people);
    signal.points = rule.points * (count - rule.threshold);
    signal.why = "The last " + std::to_string(count) + " messages went unanswered.";
    signal.remedy = "Stop sending more of the same. Ask one person one question that takes a minute to answer.";
    return {signal};
}

// The most likely number of days until the decision, along the longest chain that is not kept.
int days_to_decision(const SignalInput& input) {
    const auto& commitments = input.deal.commitments;
    const PrerequisiteGraph graph(input.deal);
    std::vector<int> days(commitments.size());
    int decision = 0;
    for (const int at : graph.order()) {
        const auto place = static_cast<std::size_t>(at);
        const auto& commitment = commitments[place];
        const bool kept = state_of(commitment) == CommitmentState::kept;
        int before = 0;
        for (const int prerequisite : graph.prerequisites(at)) {
            before = std::max(before, days[static_cast<std::size_t>(prerequisite)]);
        }
        const auto* step = input.playbook ? find_step(*input.playbook, commitment.step) : nullptr;
        days[place] = kept ? 0 : before + (step ? step->days_mode : 0);
        if (commitment.decides) decision = days[place];
    }
    return decision;
}

std::vector<Signal> own_target_too_early(const SignalInput& input, const SignalRule& rule) {
    const auto* target = target_of(input.deal);
    if (!target || !target->date || target->reason != TargetReason::seller_target) return {};
    const int needed = days_to_decision(input);
    const int there = *target->date - input.today;
    if (needed - there <= rule.threshold) return {};
    auto signal = signal_of(rule, rule.points);
    for (const auto& commitment : input.deal.commitments) {
        if (commitment.decides) signal.evidence.push_back({commitment.id, *target->date});
    }
    signal.why = short_date(*target->date, input.today) + " is our date, not theirs, and what is left usually takes " +
                 counted(needed, "day", "days") + ".";
    signal.remedy = "Ask which date matters to them and why, and plan backwards from it.";
    return {signal};
}

std::vector<Signal> hard_sell(const SignalInput& input, const SignalRule& rule) {
    std::vector<Signal> signals;
    const WordingCheck check(input.wording);
    for (const auto& commitment : input.deal.commitments) {
        const auto* asked = last_asked(commitment);
        if (!asked || asked->by == Asker::them || state_of(commitment) == CommitmentState::kept) continue;
        auto hits = check.hits(commitment.ask);
        std::erase_if(hits, [](const WordingHit& hit) { return !is_hard_sell(hit.kind); });
        if (hits.empty()) continue;
        auto signal = signal_of(rule, rule.points * static_cast<double>(hits.size()));
        signal.people = asked_people(commitment, *asked);
        signal.evidence = {{commitment.id, asked->on}};
        const auto& first = hits.front();
        signal.why = title_of(commitment) + " was asked for with \"" + commitment.ask.substr(first.begin, first.end - first.begin) +
                     "\". " + first.why;
        signal.remedy = first.instead;
        signals.push_back(std::move(signal));
    }
    return signals;
}

std::vector<Signal> one_contact_asked(const SignalInput& input, const SignalRule& rule) {
    std::vector<StakeholderId> met;
    for (const auto& interaction : input.deal.interactions) {
        if (!was_two_way(interaction)) continue; // a message that nobody answered is no contact
        for (const auto& id : interaction.people) {
            if (std::ranges::find(met, id) == met.end()) met.push_back(id);
        }
    }
    if (met.size() != 1) return {};
    for (const auto& commitment : input.deal.commitments) {
        const auto* asked = our_ask(input.deal, commitment);
        if (!commitment.decides || !asked || state_of(commitment) == CommitmentState::kept) continue;
        auto signal = signal_of(rule, rule.points);
        signal.people = met;
        signal.evidence = {{commitment.id, asked->on}, {met.front(), {}}};
        signal.why = "You have talked only to " + name_of(input.deal, met.front()) + ", and have asked for the decision.";
        signal.remedy = "Ask who else has to live with the decision, and hear them first.";
        return {signal};
    }
    return {};
}

}

std::span<const SignalRule> push_rules() {
    static constexpr std::array<SignalRule, 9> rules{{
        {"asked_too_early", "Asked too early", Side::push, 4, 45, 0, asked_too_early},
        {"asked_again_after_no", "Asked again after a no", Side::push, 16, 45, 0, asked_again},
        {"asked_without_value", "Asked without an offer", Side::push, 8, 24, 0, asked_without_value},
        {"too_many_asks", "Too many asks at once", Side::push, 10, 30, 2, too_many_asks},
        {"more_asks_than_value", "More asks than value", Side::push, 4, 24, 0, more_asks_than_value, true},
        {"unanswered_messages", "Unanswered messages", Side::push, 8, 30, 2, unanswered_messages},
        {"own_target_too_early", "Our date, not theirs", Side::push, 18, 18, 0, own_target_too_early},
        {"hard_sell", "Wording that pushes", Side::push, 7, 28, 0, hard_sell},
        {"one_contact_asked", "Only one person asked", Side::push, 20, 20, 0, one_contact_asked},
    }};
    return rules;
}

}
