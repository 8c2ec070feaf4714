#include "core/merge/merge_references.hpp"

namespace middleground::merging {

Things things_of(const Deal& deal) {
    Things things;
    const auto add = [&](const auto& list) {
        for (const auto& thing : list) {
            things.insert({kind_of(thing.id), thing.id.text});
        }
    };
    add(deal.stakeholders);
    add(deal.commitments);
    add(deal.interactions);
    add(deal.concerns);
    return things;
}

void drop_dangling(Deal& deal) {
    {
        const auto there = things_of(deal);
        std::erase_if(deal.influences, [&](const Influence& line) { return !is_in(there, line.from) || !is_in(there, line.to); });
        std::erase_if(deal.concerns, [&](const Concern& concern) { return !is_in(there, concern.stakeholder); });
    }
    const auto there = things_of(deal);
    ReferenceFilter filter([&](const auto& id) { return is_in(there, id); });
    for (auto& commitment : deal.commitments) {
        filter.filter(commitment);
    }
    for (auto& promise : deal.promises) {
        filter.filter(promise);
    }
    for (auto& interaction : deal.interactions) {
        filter.filter(interaction);
    }
}

}
