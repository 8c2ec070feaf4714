#include "core/model/plan/their_acts.hpp"

#include <algorithm>

namespace middleground {

namespace {

bool is_theirs(const CommitmentEvent& event) {
    using enum CommitmentEventKind;
    return event.kind == agreed || event.kind == declined || event.kind == kept || (event.kind == asked && event.by == Asker::them);
}

}

Date last_act_of_theirs(const Deal& deal, Date today) {
    auto last = std::min(deal.opened, today);
    const auto take = [&](Date day) {
        if (day <= today) last = std::max(last, day);
    };
    for (const auto& one : deal.interactions) {
        if (was_two_way(one)) take(one.on);
    }
    for (const auto& commitment : deal.commitments) {
        for (const auto& event : commitment.events) {
            if (is_theirs(event)) take(event.on);
        }
    }
    return last;
}

}
