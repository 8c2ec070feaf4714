#pragma once

#include "core/model/deal.hpp"
#include "core/merge/merge.hpp"

#include <set>
#include <string_view>
#include <utility>

// Who names whom in a deal; only merge*.cpp use it.
namespace middleground::merging {

using Named = std::pair<MergeKind, std::string>;
// Things of deals that outlive the set.
using Things = std::set<std::pair<MergeKind, std::string_view>>;

inline MergeKind kind_of(const StakeholderId&) {
    return MergeKind::stakeholder;
}
inline MergeKind kind_of(const CommitmentId&) {
    return MergeKind::commitment;
}
inline MergeKind kind_of(const InteractionId&) {
    return MergeKind::interaction;
}
inline MergeKind kind_of(const ConcernId&) {
    return MergeKind::concern;
}

// Takes out every reference of a thing for which keep(id) is false, as the edits that remove things do. Empty ones are not asked for.
template <typename Keep>
class ReferenceFilter {
public:
    explicit ReferenceFilter(Keep keep) : keep_(std::move(keep)) {}

    void filter(Deal&) {}
    void filter(Stakeholder&) {}
    void filter(Alternative&) {}
    void filter(Influence& line) {
        one(line.from);
        one(line.to);
    }
    void filter(Commitment& commitment) {
        values(commitment.value_offered);
        list(commitment.prerequisites);
        one(commitment.buyer_owner);
        list(commitment.people);
        for (auto& event : commitment.events) {
            list(event.who);
            one(event.interaction);
        }
    }
    void filter(OurPromise& promise) { one(promise.to); }
    void filter(Interaction& interaction) {
        list(interaction.people);
        list(interaction.asks);
        list(interaction.concerns);
        values(interaction.value_given);
        auto& next = interaction.next;
        if (!next || next->commitment.empty()) return;
        one(next->commitment);
        if (next->commitment.empty() && !next->on && next->what.empty()) next.reset();
    }
    void filter(Concern& concern) { one(concern.stakeholder); }

private:
    template <typename I>
    void one(I& id) {
        if (!id.empty() && !keep_(id)) id = {};
    }
    template <typename I>
    void list(std::vector<I>& ids) {
        std::erase_if(ids, [&](const I& id) { return !id.empty() && !keep_(id); });
    }
    void values(std::vector<Value>& list_of_values) {
        for (auto& value : list_of_values) {
            one(value.to);
        }
    }

    Keep keep_;
};

template <typename Thing, typename Keep>
Thing with_references(Thing thing, Keep keep) {
    ReferenceFilter filter(keep);
    filter.filter(thing);
    return thing;
}

// What a thing names, each as often as it does.
template <typename Thing>
std::multiset<Named> named_by(const Thing& thing) {
    std::multiset<Named> named;
    with_references(thing, [&](const auto& id) {
        named.insert({kind_of(id), id.text});
        return true;
    });
    return named;
}

// Everything in the deal that can be named.
Things things_of(const Deal& deal);
template <typename I>
bool is_in(const Things& things, const I& id) {
    return things.contains({kind_of(id), id.text});
}
// Takes out what names nothing, and lines and concerns of people who are not there.
void drop_dangling(Deal& deal);

}
