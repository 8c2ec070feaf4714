#pragma once

#include "core/model/names.hpp"
#include "core/model/playbook.hpp"
#include "tests/support/random_deal.hpp"

#include <vector>

// The parts that random_deal and random_edit are made of.
namespace middleground::test {

template <typename T>
T element_of(Random& random, const std::vector<T>& list) {
    return list.empty() ? T{} : list[random.below(static_cast<std::uint32_t>(list.size()))];
}

template <typename E>
E any_of(Random& random) {
    const auto names = names_of<E>();
    return names[random.below(static_cast<std::uint32_t>(names.size()))].value;
}

// Each with a chance of one in three.
template <typename T>
std::vector<T> some_of(Random& random, const std::vector<T>& list) {
    std::vector<T> result;
    for (const auto& one : list) {
        if (one_in(random, 3)) {
            result.push_back(one);
        }
    }
    return result;
}

template <typename Thing>
auto ids_of(const std::vector<Thing>& things) {
    std::vector<decltype(Thing::id)> ids;
    for (const auto& thing : things) {
        ids.push_back(thing.id);
    }
    return ids;
}

// A day from the first one to today.
Date day_from(Random& random, Date first);

// In order, each day once, up to today.
Diary random_diary(Random& random, Date first);
std::vector<Value> random_values(Random& random, const std::vector<StakeholderId>& people);
// Legal moves in order of date.
std::vector<CommitmentEvent> random_events(Random& random, Date opened, const std::vector<StakeholderId>& people,
                                           const std::vector<InteractionId>& interactions);
// Each with a new id, fitting into the deal as it is. A commitment has no prerequisites and does not decide.
Stakeholder random_person(Random& random, Date opened);
Interaction random_interaction(Random& random, const Deal& deal);
Concern random_concern(Random& random, const Deal& deal);
OurPromise random_promise(Random& random, const Deal& deal);
Commitment random_commitment(Random& random, const Deal& deal, const std::vector<InteractionId>& interactions);
// Of one's own, valid, with everything that a playbook can have. The steps' prerequisites are earlier ones.
Playbook random_playbook(Random& random, std::string id);
// Of different names.
std::vector<OwnField> random_fields(Random& random, int count);
Outcome random_outcome(Random& random, Date opened);
std::vector<Alternative> random_alternatives(Random& random);

}
