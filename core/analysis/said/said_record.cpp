#include "core/analysis/said/said_record.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::optional<Edit> left(const Deal& deal, const SaidFact& fact) {
    const auto* person = find(deal, fact.person);
    if (!person || person->left) return {};
    auto gone = *person;
    gone.left = Departure{fact.day, fact.words};
    return edit::PutStakeholder{std::move(gone)};
}

// What they think stays what it was, with the day beside it.
std::optional<Edit> not_before_said(const Deal& deal, const SaidFact& fact) {
    const auto* person = find(deal, fact.person);
    if (!person || !fact.commitment.empty() || !fact.where.on) return {};
    auto on = *fact.where.on;
    if (!person->stances.empty()) on = std::max(on, person->stances.back().on);
    return edit::SetStance{person->id, {on, stance_of(*person), fact.words, fact.day}};
}

std::optional<Edit> asked(const Deal& deal, const SaidFact& fact) {
    const auto* decision = find(deal, fact.commitment);
    if (!decision || !fits_on(*decision, CommitmentEventKind::asked, fact.day)) return {};
    CommitmentEvent event{CommitmentEventKind::asked, fact.day, {fact.person}, {}, {}, {}};
    event.by = Asker::them;
    if (fact.where.subject) {
        if (const auto* entry = std::get_if<InteractionId>(&*fact.where.subject)) event.interaction = *entry;
    }
    return edit::AddCommitmentEvent{decision->id, std::move(event)};
}

}

std::optional<Edit> edit_recording(const Deal& deal, const SaidFact& fact) {
    switch (fact.kind) {
    case SaidKind::left:
        return left(deal, fact);
    case SaidKind::not_before:
        return not_before_said(deal, fact);
    case SaidKind::asked_for_decision:
        return asked(deal, fact);
    }
    return {};
}

}
