#include "app/viewmodel/diary/moved_deals.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <cstdlib>

namespace middleground {

namespace {

constexpr int slips_from_days = 7;

}

MovedDeals moved_deals(const Document& document, const Recalibration& record, Date today, int days) {
    MovedDeals moved;
    for (const auto& entry : document.entries) {
        if (entry.archived || !is_open(entry.deal.outcome)) continue;
        const auto change = change_since(entry.deal, today, days);
        if (!change || !change->same_model()) continue;
        const MovedDeals::Chance chance{&entry.deal, shown_chance(change->before, record), shown_chance(change->now, record), *change};
        if (chance.points() != 0) moved.chances.push_back(chance);
        if (!change->before.has_dates() || !change->now.has_dates()) continue;
        const auto then = change->before.on + change->before.p50;
        const auto later = change->now.on + change->now.p50;
        if (later >= then + slips_from_days) moved.dates.push_back({&entry.deal, then, later});
    }
    sort_list(moved.chances, std::ranges::greater(), [](const auto& one) { return std::abs(one.points()); });
    sort_list(moved.dates, std::ranges::greater(), [](const auto& one) { return one.now - one.before; });
    return moved;
}

std::string moved_why_words(const BeliefChange& change, const ChanceReasons* why, Date today, int days) {
    auto words = capitalised(since_words(change, today - days, today));
    const auto largest = why == nullptr ? std::string() : largest_words(*why, today);
    return words.empty() ? largest : largest.empty() ? words : words + ". " + largest;
}

std::string signed_points(int points) {
    return points < 0 ? "\u2212" + std::to_string(-points) : '+' + std::to_string(points);
}

std::string slipped_words(const MovedDeals& moved) {
    const auto count = static_cast<int>(moved.dates.size());
    return capitalised(number_word(count)) + (count == 1 ? " close date slipped" : " close dates slipped");
}

}
