#include "app/viewmodel/agenda/week_cache.hpp"

#include "app/viewmodel/agenda/mark.hpp"

#include <bit>
#include <vector>

namespace middleground {

namespace {

constexpr std::size_t most_reasons = 3; // of a deal

std::uint64_t mark_of_week(const Document& document, const ForecastCache& forecasts, const Recalibration& record, Date to) {
    auto mark = mixed_in(forecasts.changes() + 1, static_cast<std::uint64_t>(to.days()));
    mark = mixed_in(mark, static_cast<std::uint64_t>(record.deals));
    mark = mixed_in(mark, std::bit_cast<std::uint64_t>(record.shift) ^ std::rotl(std::bit_cast<std::uint64_t>(record.slope), 7));
    for (const auto& entry : document.entries) {
        mark = mixed_in(mark, reinterpret_cast<std::uintptr_t>(&entry));
        mark = mixed_in(mark, entry.revision + (entry.sharing == Sharing::colleagues ? 1u << 30 : 0u));
        mark = mixed_in(mark, entry.deal.diary.size());
    }
    return mark == 0 ? 1 : mark;
}

}

const Week& WeekCache::of(const Document& document, ForecastCache& forecasts, const Recalibration& record, Date to) {
    const auto mark = mark_of_week(document, forecasts, record, to);
    if (mark == seen_) return week_;
    seen_ = mark;
    const bool samples = !has_own_open_deal(document);
    std::vector<const Deal*> deals;
    for (const auto& entry : document.entries) {
        if (entry.sharing != Sharing::colleagues && (samples || !entry.deal.sample)) deals.push_back(&entry.deal);
    }
    week_ = week_of(deals, to, record);
    // What moved says why, once that is worked out.
    for (auto& one : week_.chances) {
        if (one.before == one.now) continue;
        if (const auto* reasons = forecasts.why(one.deal->id, one.change)) one.why = why_words(*reasons, most_reasons, to);
    }
    return week_;
}

}
