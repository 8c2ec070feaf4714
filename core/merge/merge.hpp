#pragma once

#include "core/base/error.hpp"
#include "core/model/deal.hpp"

#include <optional>
#include <span>
#include <string>
#include <vector>

namespace middleground {

// Two people changed copies of one deal: what of theirs comes into mine, and where somebody has to choose.
//
// With a base, the state that both copies came from, what only one side changed is taken from that side; by thing and member. Without one,
// both are compared: nothing goes away, a member that is empty on one side only is filled, everything else that differs is a question.
// Logs of events are unions, in order of date. Lists keep their order.
struct MergeInput {
    const Deal* base = nullptr; // may be null
    const Deal& mine;
    const Deal& theirs;
    Date today;
};

enum class MergeSide : std::uint8_t { mine, theirs, both };
// In the order in which people read a deal.
enum class MergeKind : std::uint8_t { deal, stakeholder, influence, commitment, interaction, concern, promise, alternative };

// What a difference is about.
struct MergePlace {
    MergeKind kind = MergeKind::deal;
    std::string id;    // of the thing; "from>to" of an influence line, the name of an alternative, empty for the deal
    std::string field; // the member as FORMATS.md calls it, "order" of a list; empty: whether the thing is there

    auto operator<=>(const MergePlace&) const = default;
};

// Both sides changed the same thing differently. Texts are for people.
struct MergeConflict {
    MergePlace place;
    std::string name;  // "Elena Brandt"
    std::string label; // "Influence"
    std::optional<std::string> base;
    std::string mine;
    std::string theirs;
    std::vector<MergeSide> choices; // mine and theirs, and both where that makes sense
    bool both_is_second = false;    // "both" makes a thing of its own of theirs, which needs an id
};

// What comes in without a question.
struct MergeChange {
    enum class What : std::uint8_t { added, removed, changed, recorded };

    What what = What::changed;
    MergePlace place;
    std::string name;
    std::string label; // what was changed; empty for a whole thing
    std::string words; // what it becomes, what was recorded
};

struct MergeChoice {
    MergeSide side = MergeSide::mine;
    std::string new_id; // for both_is_second: of six characters, not yet in the deal
};

struct Merge {
    std::vector<MergeChange> changes;
    std::vector<MergeConflict> conflicts;

    bool is_nothing() const { return changes.empty() && conflicts.empty(); }
};

// By kind, then in the order of the deal.
Merge merge(const MergeInput& input);

// The deal with one choice for each conflict, in their order. Keeps the id of mine, and what mine is based on. Fails when a choice is
// missing or is none of the conflict's, or when what comes of it breaks a rule: validate(deal, latest) then says which.
Result<Deal> merged(const MergeInput& input, std::span<const MergeChoice> choices, Date latest);

// Whether both say the same of the same deal, wherever each came from and whatever was believed of it.
bool same_content(const Deal& a, const Deal& b);

std::string_view key_of(MergeKind kind);   // "stakeholder"
std::string_view label_of(MergeKind kind); // "People": a heading
std::string_view key_of(MergeSide side);

}
