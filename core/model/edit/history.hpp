#pragma once

#include "core/model/deal.hpp"

#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <vector>

namespace middleground {

// Undo and redo by keeping old values. Edits with the same key within `coalesce_ms` of each other are one step (typing in one field).
class History {
public:
    static constexpr std::int64_t coalesce_ms = 1500;
    static constexpr int max_steps = 200;
    static constexpr int max_moved = 40; // either way: moving a step costs a merge

    // `before` is the deal as it was, `what` describes the edit. `key` names the field being typed in, empty never coalesces.
    // Forgets what could be redone.
    void record(Deal before, std::string what, std::string key, std::int64_t now_ms);

    bool can_undo() const { return !undo_.empty(); }
    bool can_redo() const { return !redo_.empty(); }
    // Whether the last step is of a field that is typed in.
    bool is_typing() const { return !last_key_.empty(); }
    // What would be undone or redone; empty if nothing.
    std::string undo_what() const;
    std::string redo_what() const;
    // Which step is the last one: the same number means that since then nothing was done that was not undone. 0: none.
    std::uint64_t mark() const { return undo_.empty() ? 0 : undo_.back().number; }

    // The deal to go back (forward) to; nothing when there is none. `present` is kept for the way back.
    std::optional<Deal> undo(Deal present);
    std::optional<Deal> redo(Deal present);

    // Somebody else's changes came into the deal, which is `present` now. Each of the latest steps becomes what `moved` makes of it, so that undo takes
    // back one's own and nothing of theirs; it goes where that is nothing, or what stands beside it already. Older ones go.
    void move_steps(const Deal& present, const std::function<std::optional<Deal>(const Deal&)>& moved);

private:
    struct Step {
        Deal deal;
        std::string what;
        std::uint64_t number = 0; // its own, kept over undo and redo
    };
    std::vector<Step> undo_;
    std::vector<Step> redo_;
    std::string last_key_;
    std::int64_t last_ms_ = 0;
    std::uint64_t steps_ = 0; // recorded so far
};

}
