#include "app/session/monthly_amounts.hpp"

#include "core/forecast/draws.hpp"

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <map>
#include <string>
#include <utility>

namespace middleground {

namespace {

// Deals share their futures, so that copies of one deal have one chance; in sums they must not, or all would be won together. Each deal's
// futures are therefore taken in an order of its own: place = future * stride + start, a permutation as the stride has no factor of
// shown_futures (2 and 5).
struct OwnOrder {
    explicit OwnOrder(const DealId& id) {
        const auto key = draw_key(id.text);
        start_ = key % shown_futures;
        stride_ = mixed(key + golden_ratio) % shown_futures;
        while (stride_ % 2 == 0 || stride_ % 5 == 0)
            ++stride_;
    }
    std::size_t place(std::size_t future) const { return (future * stride_ + start_) % shown_futures; }

private:
    std::uint32_t start_ = 0;
    std::uint32_t stride_ = 1;
};

// What a future that is won brings in: as much more or less as the user's record makes it likelier.
std::int64_t amount_of(const Outlook& outlook) {
    const auto minor = outlook.amount->minor;
    const auto shown = outlook.forecast->won.count;
    if (outlook.played.count == 0 || outlook.played.count == shown) return minor;
    return std::llround(static_cast<double>(minor) * shown / outlook.played.count);
}

std::int32_t month_of(Date day) {
    return (day.year() - 1970) * 12 + day.month() - 1;
}

}

std::vector<MonthlyAmount> monthly_amounts(std::span<const Outlook* const> outlooks, Date today) {
    using Key = std::pair<std::string, std::int32_t>;            // currency and month
    std::map<Key, std::vector<std::int64_t>> cells;              // by place
    std::vector<std::int32_t> month_in(std::size_t{not_won}, -1); // by days from today
    const auto last_apart = month_of(today) + months_apart;
    for (const auto* outlook : outlooks) {
        if (!outlook->forecast || !outlook->amount) continue;
        const OwnOrder order(outlook->deal);
        const auto amount = amount_of(*outlook);
        // A deal is won in few months: each is looked up once.
        std::map<std::int32_t, std::int64_t*> sums;
        for (std::size_t i = 0; i < outlook->won_days.size(); ++i) {
            const auto days = outlook->won_days[i];
            if (days == not_won) continue;
            auto& month = month_in[days];
            if (month < 0) month = std::min(month_of(today + days), last_apart + 1);
            auto& sum = sums[month];
            if (sum == nullptr) {
                auto& cell = cells[{outlook->amount->currency, month}];
                cell.resize(shown_futures);
                sum = cell.data();
            }
            sum[order.place(i)] += amount;
        }
    }
    std::vector<MonthlyAmount> rows;
    for (auto& [key, sums] : cells) {
        // Months in between that have nothing.
        const bool goes_on = !rows.empty() && rows.back().expected.currency == key.first;
        for (auto month = goes_on ? rows.back().month + 1 : key.second; month < std::min(key.second, last_apart + 1); ++month) {
            rows.push_back({month, false, {0, key.first}, {0, key.first}, {0, key.first}});
        }
        std::int64_t mean = 0;
        for (const auto sum : sums) {
            mean += sum / shown_futures;
        }
        const auto at = [&](std::size_t place) {
            std::ranges::nth_element(sums, sums.begin() + static_cast<std::ptrdiff_t>(place));
            return Money{sums[place], key.first};
        };
        const auto low = at(shown_futures / 10);
        const auto high = at(shown_futures - 1 - shown_futures / 10);
        rows.push_back({key.second, key.second > last_apart, {mean, key.first}, low, high});
    }
    return rows;
}

}
