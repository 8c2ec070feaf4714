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

}
