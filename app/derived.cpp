#include "app/derived.hpp"

#include "core/io/snapshot_link.hpp"

namespace middleground {

const Derived& DerivedCache::of(const Deal& deal, std::uint64_t revision, Date today)
{
    auto& slot = slots_[deal.id.text];
    if (slot.revision != revision || slot.today != today) {
        slot.revision = revision;
        slot.today = today;
        slot.derived = Derived { plan_of(deal), ready_next(deal), kept_count(deal), last_kept(deal) };
    }
    return slot.derived;
}

const Result<std::string>& DerivedCache::link(const Deal& deal, std::uint64_t revision)
{
    if (link_revision_ != revision) {
        link_revision_ = revision;
        link_ = io::encode_link(deal);
    }
    return link_;
}

const PlanItem* find_item(const Derived& derived, const CommitmentId& id)
{
    for (const auto& item : derived.plan) {
        if (item.id == id) {
            return &item;
        }
    }
    return nullptr;
}

}
