#pragma once

#include "core/model/deal.hpp"
#include "core/model/edit/edit.hpp"

#include <optional>
#include <vector>

namespace middleground {

// A commitment without a title is one that is being written: it is in the plan, but nobody is advised to ask for it yet.
bool is_named(const Commitment& commitment);

// The deal as advice sees it: without the commitments that have no title; what waited for one waits for what that one waits for, and the
// log does not mention it. Nothing when all are named.
std::optional<Deal> without_unnamed(const Deal& deal);

// Whether nothing but its creation was recorded: leaving it takes it away again.
bool is_blank(const Commitment& commitment);

// The edits that put a new commitment into a plan: it stands before the deciding one, which waits for it. It waits for nothing itself,
// so that it can be asked for at once beside the steps that lead to the decision: what it follows is the seller's to say. In a plan
// without a decision, or with one that is kept, it comes last and nothing waits for it.
std::vector<Edit> put_before_decision(const Deal& deal, const Commitment& commitment);

}
