#include "core/model/concern.hpp"

#include "core/base/text.hpp"

namespace middleground {

namespace {

ConcernState state_after(ConcernEventKind kind) {
    switch (kind) {
    case ConcernEventKind::answered:
        return ConcernState::answered;
    case ConcernEventKind::resolved:
        return ConcernState::resolved;
    default:
        return ConcernState::open;
    }
}

}

ConcernKind kind_of_words(std::string_view text) {
    const auto words = trimmed(text);
    // Also the wide one of Chinese and Japanese, and the Arabic one.
    const bool asks = words.ends_with('?') || words.ends_with("\uff1f") || words.ends_with("\u061f");
    return asks ? ConcernKind::question : ConcernKind::concern;
}

ConcernState state_of(const Concern& concern) {
    return concern.events.empty() ? ConcernState::open : state_after(concern.events.back().kind);
}

bool is_settled(const Concern& concern) {
    const auto state = state_of(concern);
    return state == ConcernState::resolved || (state == ConcernState::answered && concern.kind == ConcernKind::question);
}

bool is_legal_move(const Concern& concern, ConcernEventKind kind) {
    if (concern.events.empty()) {
        return kind == ConcernEventKind::raised;
    }
    const auto state = state_of(concern);
    switch (kind) {
    case ConcernEventKind::raised:
        return false;
    case ConcernEventKind::answered:
        return state == ConcernState::open;
    case ConcernEventKind::resolved:
        return state != ConcernState::resolved;
    case ConcernEventKind::reopened:
        return state != ConcernState::open;
    }
    return false;
}

}
