#include "app/session/diary/asked_reasons.hpp"

#include <algorithm>

namespace middleground {

const ChanceReasons* AskedReasons::of(const std::string& id, const PlayedDeal& played, const BeliefChange& change, bool first) {
    if (const auto found = found_.find(id); found != found_.end() && found->second.change == change) return &found->second;
    const auto asked = searches_.find(id);
    if (asked != searches_.end() && asked->second.search.change() == change) {
        asked->second.first = first;
        return nullptr;
    }
    forget(id);
    searches_.emplace(id, Asked{ReasonSearch(played, change), first});
    return nullptr;
}

void AskedReasons::forget(const std::string& id) {
    searches_.erase(id);
    found_.erase(id);
}

void AskedReasons::clear() {
    searches_.clear();
    found_.clear();
}

AskedReasons::Did AskedReasons::work(const Recalibration& record, bool first_only) {
    const auto next = std::ranges::find_if(searches_, [&](const auto& one) { return one.second.first || !first_only; });
    if (next == searches_.end()) return Did::nothing;
    auto& search = next->second.search;
    search.step();
    if (!search.is_finished()) return Did::a_slice;
    found_.insert_or_assign(next->first, search.reasons(record));
    searches_.erase(next);
    return Did::the_last_one;
}

}
