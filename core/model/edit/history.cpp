#include "core/model/edit/history.hpp"

#include <utility>

namespace middleground {

void History::record(Deal before, std::string what, std::string key, std::int64_t now_ms) {
    const bool same_field = !key.empty() && key == last_key_ && !undo_.empty();
    // A clock that was set back must not glue edits together for ever.
    const bool soon = now_ms >= last_ms_ && now_ms - last_ms_ <= coalesce_ms;
    redo_.clear();
    if (same_field && soon) {
        undo_.back().what = std::move(what);
    } else {
        undo_.push_back({std::move(before), std::move(what)});
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
    redo_.push_back({std::move(present), std::move(step.what)});
    last_key_.clear();
    return std::move(step.deal);
}

std::optional<Deal> History::redo(Deal present) {
    if (redo_.empty()) {
        return {};
    }
    auto step = std::move(redo_.back());
    redo_.pop_back();
    undo_.push_back({std::move(present), std::move(step.what)});
    last_key_.clear();
    return std::move(step.deal);
}

}
