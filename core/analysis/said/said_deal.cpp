#include "core/analysis/said/said_facts.hpp"

#include <algorithm>

namespace middleground {

namespace {

template <typename T, typename I>
T* find_in(std::vector<T>& things, const I& id) {
    const auto found = std::ranges::find(things, id, &T::id);
    return id.empty() || found == things.end() ? nullptr : &*found;
}

bool put_left(Deal& deal, const SaidFact& fact) {
    auto* person = find_in(deal.stakeholders, fact.person);
    if (!person || person->left) return false;
    person->left = Departure{fact.day, fact.words};
    return true;
}

bool put_not_before(Deal& deal, const SaidFact& fact) {
    if (auto* commitment = find_in(deal.commitments, fact.commitment)) {
        const auto answer = std::ranges::find(commitment->events.rbegin(), commitment->events.rend(), CommitmentEventKind::declined,
                                              &CommitmentEvent::kind);
        if (answer == commitment->events.rend() || answer->not_before) return false;
        answer->not_before = fact.day;
        return true;
    }
    auto* person = find_in(deal.stakeholders, fact.person);
    if (!person) return false;
    if (person->stances.empty()) {
        person->stances.push_back({fact.where.on.value_or(fact.day), Stance::unknown, fact.words, fact.day});
        return true;
    }
    if (person->stances.back().not_before) return false;
    person->stances.back().not_before = fact.day;
    return true;
}

bool put_asked(Deal& deal, const SaidFact& fact) {
    auto* decision = find_in(deal.commitments, fact.commitment);
    if (!decision) return false;
    auto& events = decision->events;
    // What was recorded of the same conversation as our question was theirs.
    for (auto event = events.rbegin(); event != events.rend(); ++event) {
        if (event->on != fact.day || event->kind != CommitmentEventKind::asked) continue;
        const bool same = event->who.empty() || std::ranges::find(event->who, fact.person) != event->who.end();
        if (!same) break;
        if (event->by == Asker::them) return false;
        event->by = Asker::them;
        event->who = {fact.person};
        return true;
    }
    CommitmentEvent asked{CommitmentEventKind::asked, fact.day, {fact.person}, {}, {}, {}};
    asked.by = Asker::them;
    if (fact.where.subject) {
        if (const auto* entry = std::get_if<InteractionId>(&*fact.where.subject)) asked.interaction = *entry;
    }
    events.insert(std::ranges::upper_bound(events, fact.day, {}, &CommitmentEvent::on), std::move(asked));
    return true;
}

}

std::optional<Deal> with_what_was_said(const Deal& deal, std::span<const SaidFact> facts) {
    if (facts.empty()) return {};
    auto copy = deal;
    bool changed = false;
    for (const auto& fact : facts) {
        switch (fact.kind) {
        case SaidKind::left:
            changed = put_left(copy, fact) || changed;
            break;
        case SaidKind::not_before:
            changed = put_not_before(copy, fact) || changed;
            break;
        case SaidKind::asked_for_decision:
            changed = put_asked(copy, fact) || changed;
            break;
        }
    }
    return changed ? std::optional(std::move(copy)) : std::nullopt;
}

}
