#include "core/model/commitment.hpp"

#include <algorithm>

namespace middleground {

CommitmentState state_after(CommitmentState from, CommitmentEventKind kind) {
    switch (kind) {
    case CommitmentEventKind::planned:
    case CommitmentEventKind::reopened:
        return CommitmentState::planned;
    case CommitmentEventKind::asked:
        return CommitmentState::asked;
    case CommitmentEventKind::agreed:
        return CommitmentState::agreed;
    case CommitmentEventKind::declined:
        return CommitmentState::declined;
    case CommitmentEventKind::kept:
        return CommitmentState::kept;
    case CommitmentEventKind::broken:
        return CommitmentState::broken;
    case CommitmentEventKind::dropped:
        return CommitmentState::dropped;
    case CommitmentEventKind::not_needed:
        return CommitmentState::not_needed;
    case CommitmentEventKind::due:
        return from;
    }
    return from;
}

bool is_legal_move(CommitmentState from, CommitmentEventKind kind) {
    using enum CommitmentState;
    switch (kind) {
    case CommitmentEventKind::planned:
        return false;
    case CommitmentEventKind::asked:
        return from == planned || from == declined || from == broken;
    case CommitmentEventKind::agreed:
        return from == asked;
    case CommitmentEventKind::declined:
    case CommitmentEventKind::kept:
        return from == asked || from == agreed;
    case CommitmentEventKind::broken:
        return from == agreed;
    case CommitmentEventKind::due:
        return true;
    case CommitmentEventKind::reopened:
        return from != planned;
    case CommitmentEventKind::dropped:
    case CommitmentEventKind::not_needed:
        return is_open(from);
    }
    return false;
}

bool is_legal_move(const Commitment& commitment, CommitmentEventKind kind) {
    return (kind == CommitmentEventKind::planned && commitment.events.empty()) || is_legal_move(state_of(commitment), kind);
}

CommitmentState state_of(const Commitment& commitment) {
    auto state = CommitmentState::planned;
    for (const auto& event : commitment.events) {
        state = state_after(state, event.kind);
    }
    return state;
}

CommitmentState state_on(const Commitment& commitment, Date day) {
    auto state = CommitmentState::planned;
    for (const auto& event : commitment.events) {
        if (event.on > day) break;
        state = state_after(state, event.kind);
    }
    return state;
}

bool fits_on(const Commitment& commitment, CommitmentEventKind kind, Date on) {
    if (kind == CommitmentEventKind::planned) return commitment.events.empty();
    auto state = state_on(commitment, on);
    if (!is_legal_move(state, kind)) return false;
    state = state_after(state, kind);
    const auto later = std::find_if(commitment.events.begin(), commitment.events.end(), [&](const auto& event) { return event.on > on; });
    return std::all_of(later, commitment.events.end(), [&](const CommitmentEvent& event) {
        if (event.kind == CommitmentEventKind::planned) return true;
        const bool legal = is_legal_move(state, event.kind);
        state = state_after(state, event.kind);
        return legal;
    });
}

void insert_by_day(Commitment& commitment, CommitmentEvent event) {
    auto& events = commitment.events;
    if (!events.empty() && events.front().kind == CommitmentEventKind::planned) {
        events.front().on = std::min(events.front().on, event.on);
    }
    const auto later = std::find_if(events.begin(), events.end(), [&](const auto& one) { return one.on > event.on; });
    events.insert(later, std::move(event));
}

CommitmentState state_for(const Commitment& commitment, const StakeholderId& person) {
    auto state = CommitmentState::planned;
    for (const auto& event : commitment.events) {
        switch (event.kind) {
        case CommitmentEventKind::reopened:
            state = CommitmentState::planned;
            break;
        case CommitmentEventKind::asked:
        case CommitmentEventKind::agreed:
        case CommitmentEventKind::declined:
            if (std::find(event.who.begin(), event.who.end(), person) != event.who.end()) {
                state = state_after(state, event.kind);
            }
            break;
        default:
            break;
        }
    }
    return state;
}

std::optional<Date> due_of(const Commitment& commitment) {
    const auto last = std::find_if(commitment.events.rbegin(), commitment.events.rend(),
                                   [](const auto& event) { return event.kind == CommitmentEventKind::due; });
    return last == commitment.events.rend() ? std::nullopt : last->due;
}

Date state_since(const Commitment& commitment) {
    auto since = commitment.created;
    for (const auto& event : commitment.events) {
        if (event.kind != CommitmentEventKind::due && event.kind != CommitmentEventKind::planned) {
            since = event.on;
        }
    }
    return since;
}

bool is_set_aside(CommitmentState state) {
    return state == CommitmentState::dropped || state == CommitmentState::not_needed;
}

bool is_set_aside(const Commitment& commitment) {
    return is_set_aside(state_of(commitment));
}

bool is_open(CommitmentState state) {
    return state != CommitmentState::kept && !is_set_aside(state);
}

bool is_open(const Commitment& commitment) {
    return is_open(state_of(commitment));
}

bool was_asked(const Commitment& commitment) {
    using enum CommitmentEventKind;
    return std::any_of(commitment.events.begin(), commitment.events.end(), [](const CommitmentEvent& event) {
        return event.kind == asked || event.kind == agreed || event.kind == declined || event.kind == kept || event.kind == broken;
    });
}

bool is_dropped_by_removal(const Commitment& commitment) {
    return was_asked(commitment) && is_open(commitment);
}

bool asked_by_them(const Commitment& commitment) {
    const auto last = std::find_if(commitment.events.rbegin(), commitment.events.rend(),
                                   [](const CommitmentEvent& event) { return event.kind == CommitmentEventKind::asked; });
    return last != commitment.events.rend() && last->by == Asker::them;
}

std::optional<Date> not_before(const Commitment& commitment) {
    std::optional<Date> day;
    for (const auto& event : commitment.events) {
        switch (event.kind) {
        case CommitmentEventKind::agreed:
        case CommitmentEventKind::declined:
            day = event.not_before;
            break;
        case CommitmentEventKind::asked:
            if (event.by == Asker::them) day.reset();
            break;
        case CommitmentEventKind::kept:
        case CommitmentEventKind::reopened:
            day.reset();
            break;
        case CommitmentEventKind::planned:
        case CommitmentEventKind::broken:
        case CommitmentEventKind::due:
        case CommitmentEventKind::dropped:
        case CommitmentEventKind::not_needed:
            break;
        }
    }
    return day;
}

}
