#include "app/views/deals_cache.hpp"

#include <algorithm>
#include <bit>

namespace middleground {

namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    return std::rotl((hash ^ value) * 0x9e3779b97f4a7c15u, 29);
}

// Also over where the deals are: rows point to them.
std::uint64_t mark_of(const Document& document, Date today, const ForecastCache& forecasts) {
    auto mark = mixed(forecasts.clearings(), static_cast<std::uint64_t>(today.days()));
    for (const auto& entry : document.entries) {
        mark = mixed(mark, reinterpret_cast<std::uintptr_t>(&entry));
        mark = mixed(mark, entry.revision);
    }
    return mark;
}

}

const std::vector<DealRow>& DealsCache::rows(const Document& document, DerivedCache& derived, Date today, ForecastCache& forecasts,
                                             const std::vector<Playbook>& odds) {
    if (const auto mark = mark_of(document, today, forecasts); mark != deals_seen_ || rows_.size() != document.entries.size()) {
        deals_seen_ = mark;
        rows_ = deal_rows(document, derived, today);
        for (std::size_t i = 0; i < rows_.size(); ++i) {
            begin_forecast(rows_[i], document.entries[i], derived, {odds, document.wording}, today, forecasts);
        }
        for (const auto filter : deal_filters) {
            counts_[static_cast<std::size_t>(filter)] = count_of(rows_, filter);
        }
        choice_.reset();
        forecasts_seen_ = 0;
    }
    if (forecasts_seen_ != forecasts.changes()) {
        forecasts_seen_ = forecasts.changes();
        std::ranges::for_each(rows_, read_forecast);
        months_.reset();
        if (choice_ && (choice_->column == DealColumn::chance || choice_->column == DealColumn::close)) choice_.reset();
    }
    return rows_;
}

const std::vector<const DealRow*>& DealsCache::chosen(const DealChoice& choice) {
    if (choice_ != choice) {
        choice_ = choice;
        chosen_ = chosen_rows(rows_, choice.filter, choice.query, choice.column, choice.descending);
        months_.reset();
    }
    return chosen_;
}

const std::vector<MonthlyAmount>& DealsCache::months(Date today) {
    if (!months_) {
        std::vector<const Outlook*> outlooks;
        for (const auto* row : chosen_) {
            if (row->outlook != nullptr) outlooks.push_back(row->outlook);
        }
        months_ = monthly_amounts(outlooks, today);
    }
    return *months_;
}

}
