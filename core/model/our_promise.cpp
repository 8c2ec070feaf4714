#include "core/model/our_promise.hpp"

namespace middleground {

PromiseState state_of(const OurPromise& promise) {
    if (promise.events.empty()) {
        return PromiseState::open;
    }
    switch (promise.events.back().kind) {
    case PromiseEventKind::kept:
        return PromiseState::kept;
    case PromiseEventKind::broken:
        return PromiseState::broken;
    default:
        return PromiseState::open;
    }
}

bool is_legal_move(const OurPromise& promise, PromiseEventKind kind) {
    if (promise.events.empty() || kind == PromiseEventKind::made) {
        return promise.events.empty() && kind == PromiseEventKind::made;
    }
    return promise.events.back().kind != kind;
}

}
