#include "core/model/edit/history.hpp"

#include <algorithm>
#include <cstddef>
#include <utility>

namespace middleground {

void History::record(Deal before, std::string what, std::string key, std::int64_t now_ms) {
    const bool same_field = !key.empty() && key == last_key_ && !undo_.empty();
    // A clock that was set back must not glue edits together for ever.
    const bool soon = now_ms >= last_ms_ && now_ms - last_ms_ <= coalesce_ms;
    redo_.clear();
    if (same_field && soon) {
        undo_.back().what = std::move(what);
        undo_.back().number = ++steps_;
    } else {
        undo_.push_back({std::move(before), std::move(what), ++steps_});
        if (undo_.size() > static_cast<std::size_t>(max_steps)) {
            undo_.erase(undo_.begin());
        }
    }
    last_key_ = std::move(key);
    last_ms_ = now_ms;
}

std::string History::undo_what() const {
    return undo_.empty() ? std::string{} : undo_.back().what;
}
std::string History::redo_what() const {
    return redo_.empty() ? std::string{} : redo_.back().what;
}

std::optional<Deal> History::undo(Deal present) {
    if (undo_.empty()) {
        return {};
    }
    auto step = std::move(undo_.back());
    undo_.pop_back();
    redo_.push_back({std::move(present), std::move(step.what), step.number});
    last_key_.clear();
    return std::move(step.deal);
}

std::optional<Deal> History::redo(Deal present) {
    if (redo_.empty()) {
        return {};
    }
    auto step = std::move(redo_.back());
    redo_.pop_back();
    undo_.push_back({std::move(present), std::move(step.what), step.number});
    last_key_.clear();
    return std::move(step.deal);
}

void History::move_steps(const Deal& present, const std::function<std::optional<Deal>(const Deal&)>& moved) {
    for (auto* steps : {&undo_, &redo_}) {
        std::vector<Step> kept; // the one that is next first
        const auto* beside = &present;
        const auto count = std::min(steps->size(), static_cast<std::size_t>(max_moved));
        kept.reserve(count);
        for (std::size_t i = 0; i < count; ++i) {
            auto& step = (*steps)[steps->size() - 1 - i];
            auto deal = moved(step.deal);
            if (!deal || same_but_diary(*deal, *beside)) continue;
            kept.push_back({std::move(*deal), std::move(step.what), step.number});
            beside = &kept.back().deal;
        }
        std::ranges::reverse(kept);
        *steps = std::move(kept);
    }
    last_key_.clear();
}

}
