#include "core/merge/merge_lists.hpp"

namespace middleground::merging {

namespace {

using KeySet = std::set<std::string>;

KeySet set_of(const Keys& keys) {
    return {keys.begin(), keys.end()};
}

Keys only(const Keys& keys, const KeySet& wanted) {
    Keys result;
    for (const auto& key : keys) {
        if (wanted.contains(key)) result.push_back(key);
    }
    return result;
}

bool is_reordered(const Keys& base, const Keys& side) {
    return only(base, set_of(side)) != only(side, set_of(base));
}

}

bool both_reordered(const ListOrder& order) {
    return order.base && is_reordered(*order.base, order.mine) && is_reordered(*order.base, order.theirs) &&
           is_reordered(order.mine, order.theirs);
}

Keys keys_in_order(const ListOrder& order, const std::set<std::string>& staying, std::optional<MergeSide> chosen) {
    const bool by_theirs = chosen ? *chosen == MergeSide::theirs
                                  : order.base && !is_reordered(*order.base, order.mine) && is_reordered(*order.base, order.theirs);
    const auto& leading = by_theirs ? order.theirs : order.mine;
    const auto& other = by_theirs ? order.mine : order.theirs;
    const auto in_leading = set_of(leading);
    const auto in_other = set_of(other);
    // What only the other side has, by what it stands behind there, if anything.
    std::map<std::optional<std::string>, Keys> followers;
    std::optional<std::string> last;
    for (const auto& key : other) {
        if (!staying.contains(key)) continue;
        if (in_leading.contains(key)) {
            last = key;
        } else {
            followers[last].push_back(key);
        }
    }
    Keys result;
    Keys* waiting = nullptr;
    const auto flush = [&] {
        if (waiting) result.insert(result.end(), waiting->begin(), waiting->end());
        waiting = nullptr;
    };
    const auto wait_for = [&](const std::optional<std::string>& key) {
        const auto found = followers.find(key);
        if (found != followers.end()) waiting = &found->second;
    };
    wait_for({});
    for (const auto& key : leading) {
        if (!staying.contains(key)) continue;
        // What the leading side added stands before what the other one did.
        if (in_other.contains(key)) flush();
        result.push_back(key);
        if (in_other.contains(key)) wait_for(key);
    }
    flush();
    return result;
}

}
