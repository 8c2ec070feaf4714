#pragma once

#include "app/platform/platform.hpp"
#include "app/session/document.hpp"

#include <cstdint>
#include <string>

namespace middleground {

// Everything that is the user's, as the file that restore_backup takes: deals as they are here, saved or not; archived ones, drafts, settings,
// and whatever else storage holds. It says of itself that nothing changed since.
std::string backup_of(const Document& document, Platform& platform);

// Such a file is written, and holds the document as it was before `revision` (Document::next_revision then).
void mark_backed_up(Document& document, Date today, std::uint64_t revision);

}
