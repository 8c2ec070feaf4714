#pragma once

#include "app/platform/platform.hpp"
#include "core/model/deal.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace middleground {

// What a deal was when it was handed to others, or came from them: stored beside the deal, so that a changed copy which comes back can be
// compared with what both came from. A convenience: what is lost, damaged or did not fit is not used, and nothing is said.

inline constexpr int most_snapshots = 4;                // of one deal
inline constexpr int most_snapshot_characters = 24'000; // of one deal, all together

std::string snapshots_key(const DealId& id);

// Stores it beside those that are there, the latest last. The oldest go when there is no room; the one called `needed` last of all.
void store_snapshot(Platform& platform, const Deal& snapshot, std::string_view needed);
void drop_snapshots(Platform& platform, const DealId& id);

// The stored snapshot that theirs came from; else the one that mine came from, unless theirs cannot come from that.
std::optional<Deal> common_snapshot(Platform& platform, const Deal& mine, const Deal& theirs);

}
