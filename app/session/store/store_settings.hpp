#pragma once

#include "app/session/document.hpp"
#include "app/platform/platform.hpp"

namespace middleground {

inline constexpr std::string_view settings_key = "settings";

// Settings that cannot be read go to document.damaged and stay where they are; storage that refuses leaves document.storage_error.
void load_settings(Document& document, Platform& platform);
// Writes them, with what another tab changed in the meantime: of each member, the side that changed it. An error goes to
// document.storage_error.
void save_settings(Document& document, Platform& platform);
// Another tab wrote them.
void take_settings_change(Document& document, Platform& platform);

// What was changed on one side only comes from that side; of what both changed, mine stays. `order` and `changed` are not looked at: see
// merged_order and merge_changed.
Settings merged_settings(const Settings& base, Settings mine, const Settings& theirs);
// Which entries changed after the last backup: of each deal, the side that says something else than `base` did. Sets Entry::changed and
// `changed` of the settings.
void merge_changed(Document& document, const Settings& base, const Settings& theirs);
// The order of deals: theirs, unless deals were moved here. What only one of the two has stays behind what it stood behind there.
std::vector<DealId> merged_order(const std::vector<DealId>& base, const std::vector<DealId>& mine, const std::vector<DealId>& theirs);

// The ids of the entries, in their order.
std::vector<DealId> shown_order(const Document& document);

// Puts the entries into the order of the settings; those that are not in it come last.
void order_entries(Document& document);

}
