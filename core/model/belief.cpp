#include "core/model/belief.hpp"

#include "core/base/sort_list.hpp"

#include <algorithm>
#include <iterator>
#include <tuple>

namespace middleground {

namespace {

auto rank_of(const Belief& belief) {
    return std::tuple(belief.by, belief.won, belief.p50, belief.p10, belief.p90);
}

bool comes_first(const Belief& one, const Belief& other) {
    return one.on != other.on ? one.on < other.on : rank_of(one) > rank_of(other);
}

}

void put_in_order(Diary& diary) {
    if (!std::ranges::is_sorted(diary, comes_first)) sort_list(diary, comes_first);
    const auto twice = std::ranges::unique(diary, {}, &Belief::on);
    diary.erase(twice.begin(), twice.end());
}

Diary united(Diary one, std::span<const Belief> other) {
    one.insert(one.end(), other.begin(), other.end());
    put_in_order(one);
    return one;
}

std::string fault_of(const Diary& diary) {
    for (std::size_t i = 0; i < diary.size(); ++i) {
        const auto& belief = diary[i];
        if (i > 0 && belief.on <= diary[i - 1].on) return belief.on.iso() + " stands behind a day that is not before it";
        const bool none = belief.p10 == -1 && belief.p50 == -1 && belief.p90 == -1;
        const bool all = belief.p10 >= 0 && belief.p10 <= belief.p50 && belief.p50 <= belief.p90;
        if (!none && !all) return belief.on.iso() + " has p10, p50 and p90 that are not in this order, or not all of them";
    }
    return {};
}

}
