#include "app/viewmodel/deals_data.hpp"

#include "core/base/letters/plain_letters.hpp"
#include "core/base/text.hpp"

#include <algorithm>
#include <limits>
#include <map>

namespace middleground {

namespace {

// What there is to say, the most pressing first.
std::vector<std::string> statements(const std::vector<DealRow>& rows) {
    std::vector<std::string> result;
    const auto ready = count_of(rows, DealFilter::ready);
    const auto late = count_of(rows, DealFilter::late);
    const auto quiet = count_of(rows, DealFilter::quiet);
    if (ready > 0) {
        result.push_back(number_word(ready) + (ready == 1 ? " ask is ready" : " asks are ready"));
    }
    if (late > 0) {
        result.push_back(number_word(late) + (late == 1 ? " deal is late" : " deals are late"));
    }
    if (quiet > 0) {
        result.push_back(number_word(quiet) +
                         (quiet == 1 ? " deal has been quiet for over 14 days" : " deals have been quiet for over 14 days"));
    }
    return result;
}

}

std::string deals_title(const std::vector<DealRow>& rows) {
    const auto said = statements(rows);
    if (!said.empty()) {
        return capitalised(said.size() == 1 ? said[0] : said[0] + ", " + said[1]);
    }
    const auto count = count_of(rows, DealFilter::all);
    if (count == 0) return "Every deal is archived";
    if (count == count_of(rows, DealFilter::closed)) {
        return count == 1 ? "The only deal is closed" : "Every deal is closed";
    }
    const auto waiting = std::ranges::any_of(rows, [](const DealRow& row) { return !row.ask.empty(); });
    return waiting ? "Nothing to ask today: it is the buyer's turn" : "Nothing is ready to ask yet";
}

std::string deals_subtitle(const std::vector<DealRow>& rows) {
    std::string text;
    const auto said = statements(rows);
    for (std::uint32_t i = 2; i < said.size(); ++i) {
        text += capitalised(said[i]) + ". ";
    }
    const auto closed = count_of(rows, DealFilter::closed);
    const auto open = count_of(rows, DealFilter::all) - closed;
    text += capitalised(number_word(open)) + " open";
    if (closed > 0) {
        text += ", " + number_word(closed) + " closed";
    }
    if (const auto archived = count_of(rows, DealFilter::archived); archived > 0) {
        text += ", " + number_word(archived) + " archived";
    }
    return text + '.';
}

std::string open_sum(const std::vector<const DealRow*>& rows) {
    std::map<std::string, std::int64_t> sums;
    for (const auto* row : rows) {
        if (!row->closed && row->deal->amount) {
            auto& sum = sums[row->deal->amount->currency];
            const auto room = std::numeric_limits<std::int64_t>::max() - sum;
            sum += std::min(room, row->deal->amount->minor);
        }
    }
    std::vector<std::string> words;
    for (const auto& [currency, minor] : sums) {
        words.push_back(format_money({minor, currency}));
    }
    return joined(words);
}

std::string by_words(const DealRow& row, Date today) {
    if (!row.by) {
        return {};
    }
    if (row.days_late > 0) {
        return counted(row.days_late, "day late", "days late");
    }
    const auto days = *row.by - today;
    return days >= 2 && days <= 6 ? std::string(weekday_name(*row.by)) : relative_days(*row.by, today);
}

std::string last_kept_words(const DealRow& row, Date today) {
    if (!row.last_kept) {
        return "none yet";
    }
    const auto days = today - *row.last_kept;
    return days <= 0 ? "today" : counted(days, "day", "days");
}

}
