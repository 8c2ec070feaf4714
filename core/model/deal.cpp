#include "core/model/deal.hpp"

#include "core/model/words/person_name.hpp"

namespace middleground {

namespace {

template <typename T, typename I>
const T* find_in(const std::vector<T>& things, const I& id) {
    if (id.empty()) {
        return nullptr;
    }
    for (const auto& thing : things) {
        if (thing.id == id) {
            return &thing;
        }
    }
    return nullptr;
}

}

bool same_but_diary(const Deal& one, const Deal& other) {
    if (one.diary == other.diary) return one == other;
    auto copy = one;
    copy.diary = other.diary;
    return copy == other;
}

const Stakeholder* find(const Deal& deal, const StakeholderId& id) {
    return find_in(deal.stakeholders, id);
}
const Commitment* find(const Deal& deal, const CommitmentId& id) {
    return find_in(deal.commitments, id);
}
const Interaction* find(const Deal& deal, const InteractionId& id) {
    return find_in(deal.interactions, id);
}
const Concern* find(const Deal& deal, const ConcernId& id) {
    return find_in(deal.concerns, id);
}
const OurPromise* find(const Deal& deal, const PromiseId& id) {
    return find_in(deal.promises, id);
}

const TargetEvent* target_of(const Deal& deal) {
    return deal.targets.empty() || !deal.targets.back().date ? nullptr : &deal.targets.back();
}

std::string name_of(const Deal& deal, const StakeholderId& id) {
    const auto* person = find(deal, id);
    return person == nullptr || person->name.empty() ? "somebody" : distinct_name(deal, *person);
}

}
