#include "core/diary/how_good.hpp"

#include "core/base/math/beta_interval.hpp"
#include "core/base/sort_list.hpp"
#include "core/diary/diary.hpp"
#include "core/model/members/closing.hpp"

#include <algorithm>
#include <map>
#include <set>

namespace middleground {

namespace {

constexpr int folds = 10;
constexpr double in_tail = 0.05;

double chance_of(const Belief& belief) {
    return belief.won / 1000.0;
}

// What a share that so many deals had may be among many such deals. Looks of one deal end alike: it counts once.
struct Interval {
    double low = 0;
    double high = 1;
};
Interval interval_of(double share, int deals) {
    const double won = share * deals;
    const double not_won = deals - won;
    return {share <= 0 ? 0 : beta_value_at(won + 0.5, not_won + 0.5, in_tail), share >= 1 ? 1 : beta_value_at(won + 0.5, not_won + 0.5, 1 - in_tail)};
}

const Belief* dated_belief(const EndedDeal& deal) {
    if (!deal.won) return nullptr;
    if (deal.thirty && deal.thirty->has_dates()) return deal.thirty;
    const auto& first = deal.deal->diary.front();
    return first.on < deal.ended && first.has_dates() ? &first : nullptr;
}

EndedDeal ended_deal(const Deal& deal, const Closing& closing) {
    EndedDeal ended{.deal = &deal, .ended = closing.on, .won = closing.state == ClosedAs::won};
    ended.ninety = belief_on(deal.diary, closing.on - 90);
    ended.sixty = belief_on(deal.diary, closing.on - 60);
    ended.thirty = belief_on(deal.diary, closing.on - 30);
    ended.dated = dated_belief(ended);
    return ended;
}

// Adds up looks, of deals that come one after the other.
class Adding {
public:
    void add(const EndedDeal& deal, const Look& look) {
        if (score_.looks == 0 || look.deal != last_) {
            ++score_.deals;
            score_.won += deal.won ? 1 : 0;
            last_ = look.deal;
            dated_ = false;
        }
        ++score_.looks;
        won_looks_ += deal.won ? 1 : 0;
        const double off = chance_of(look.belief) - (deal.won ? 1 : 0);
        score_.brier += off * off;
        score_.said += chance_of(look.belief);
        if (deal.won && look.belief.has_dates()) add_dates(deal, look.belief);
    }

    Score result() {
        if (score_.looks == 0) return score_;
        score_.share_won = static_cast<double>(won_looks_) / score_.looks;
        score_.brier /= score_.looks;
        score_.said /= score_.looks;
        const auto interval = interval_of(score_.share_won, score_.deals);
        score_.low = interval.low;
        score_.high = interval.high;
        score_.brier_base = score_.share_won * (1 - score_.share_won);
        if (!offs_.empty()) {
            const auto middle = offs_.begin() + static_cast<std::ptrdiff_t>(offs_.size() / 2);
            std::ranges::nth_element(offs_, middle);
            score_.dates.middle_off = *middle;
        }
        return score_;
    }

private:
    void add_dates(const EndedDeal& deal, const Belief& belief) {
        auto& dates = score_.dates;
        if (!dated_) ++dates.deals;
        dated_ = true;
        ++dates.looks;
        const int took = deal.ended - belief.on;
        if (took < belief.p10) {
            ++dates.earlier;
        } else if (took > belief.p90) {
            ++dates.later;
        } else {
            ++dates.inside;
        }
        offs_.push_back(took - belief.p50);
    }

    Score score_;
    int won_looks_ = 0;
    std::size_t last_ = 0;
    bool dated_ = false;
    std::vector<int> offs_;
};

std::vector<ReliabilityPart> reliability_of(const HowGood& good) {
    std::vector<ReliabilityPart> parts(reliability_parts);
    std::vector<std::set<std::size_t>> deals(reliability_parts);
    for (const auto& look : good.looks) {
        const double chance = chance_of(look.belief);
        const auto place = static_cast<std::size_t>(std::min(static_cast<int>(chance * reliability_parts), reliability_parts - 1));
        auto& part = parts[place];
        ++part.looks;
        part.looks_won += good.deals[look.deal].won ? 1 : 0;
        part.said += chance;
        deals[place].insert(look.deal);
    }
    for (std::size_t i = 0; i < parts.size(); ++i) {
        auto& part = parts[i];
        part.from = static_cast<double>(i) / reliability_parts;
        part.to = static_cast<double>(i + 1) / reliability_parts;
        part.deals = static_cast<int>(deals[i].size());
        if (part.looks == 0) continue;
        part.said /= part.looks;
        part.came = static_cast<double>(part.looks_won) / part.looks;
        const auto interval = interval_of(part.came, part.deals);
        part.low = interval.low;
        part.high = interval.high;
    }
    std::erase_if(parts, [](const ReliabilityPart& part) { return part.looks == 0; });
    return parts;
}

std::vector<PlaybookScore> by_playbook(const HowGood& good) {
    std::map<std::string, Adding> adding;
    for (const auto& look : good.looks) {
        const auto& deal = good.deals[look.deal];
        adding[deal.deal->playbook].add(deal, look);
    }
    std::vector<PlaybookScore> scores;
    for (auto& [playbook, one] : adding) {
        scores.push_back({playbook, one.result()});
    }
    sort_list(scores, [](const auto& one, const auto& other) { return one.score.deals > other.score.deals; });
    return scores;
}

// Of the looks of all deals but those of one fold; of all where `left_out` is none of them.
Recalibration learned(const HowGood& good, std::size_t left_out) {
    std::vector<Outcomes> outcomes;
    std::set<std::size_t> deals;
    for (const auto& look : good.looks) {
        if (look.deal % folds == left_out) continue;
        outcomes.push_back({chance_of(look.belief), good.deals[look.deal].won});
        deals.insert(look.deal);
    }
    return recalibration_of(outcomes, static_cast<int>(deals.size()));
}

double brier_recalibrated(const HowGood& good) {
    double sum = 0;
    for (std::size_t fold = 0; fold < folds; ++fold) {
        const auto others = learned(good, fold);
        for (const auto& look : good.looks) {
            if (look.deal % folds != fold) continue;
            const double off = recalibrated(chance_of(look.belief), others) - (good.deals[look.deal].won ? 1 : 0);
            sum += off * off;
        }
    }
    return sum / static_cast<double>(good.looks.size());
}

}

std::vector<Belief> looks_of(const Diary& diary, Date ended) {
    std::vector<Belief> looks;
    for (const auto& belief : diary) {
        if (belief.on >= ended) break;
        if (looks.empty() || belief.on - looks.back().on >= days_between_looks) looks.push_back(belief);
    }
    return looks;
}

HowGood how_good(std::span<const Deal* const> deals, std::optional<Date> since) {
    HowGood good;
    for (const auto* deal : deals) {
        const auto closing = closing_of(deal->outcome);
        if (!closing || deal->sample || (since && closing->on < *since)) continue;
        ++good.closed;
        if (deal->diary.empty() || deal->diary.front().on >= closing->on) {
            ++good.without_diary;
        } else {
            good.deals.push_back(ended_deal(*deal, *closing));
        }
    }
    // The same order wherever the deals stand, as folds go by it.
    sort_list(good.deals, [](const EndedDeal& one, const EndedDeal& other) {
        return one.ended != other.ended ? one.ended > other.ended : one.deal->id < other.deal->id;
    });
    Adding all;
    for (std::size_t i = 0; i < good.deals.size(); ++i) {
        auto& deal = good.deals[i];
        for (const auto& belief : looks_of(deal.deal->diary, deal.ended)) {
            good.looks.push_back({i, belief});
            all.add(deal, good.looks.back());
            ++deal.looks;
        }
    }
    good.score = all.result();
    good.reliability = reliability_of(good);
    good.playbooks = by_playbook(good);
    if (good.score.deals >= fewest_to_recalibrate) {
        good.recalibration = learned(good, folds);
        good.brier_recalibrated = brier_recalibrated(good);
    }
    return good;
}

}
