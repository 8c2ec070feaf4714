#pragma once

#include "app/session/drafts/deals_draft.hpp"
#include "core/base/error.hpp"
#include "core/files/settings.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace middleground {

// Filters of the list of deals that have a name.

// What the page shows, as it would be saved.
SavedFilter filter_of(const DealsDraft& draft, std::string name);
// The list as it was saved; what is being typed elsewhere stays.
void show_filter(DealsDraft& draft, const SavedFilter& filter);
// Back to all deals.
void show_all(DealsDraft& draft);
// Whether anything is filtered.
bool is_filtered(const DealsDraft& draft);
// The saved filter that is shown; null: none. The order of the list may differ.
const SavedFilter* shown_filter(const DealsDraft& draft, const Settings& settings);
// The settings with it saved, or why it cannot be. One of the same name is replaced.
Result<Settings> with_filter(Settings settings, SavedFilter filter);
Settings without_filter(Settings settings, std::string_view name);

}
