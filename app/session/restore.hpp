#pragma once

#include "app/session/update/update.hpp"
#include "core/files/backup.hpp"

#include <string>
#include <string_view>

namespace middleground {

// The deal that is here already with this content, under whichever id.
const Entry* same_deal(const Document& document, const Deal& deal);

// "Delivery planning (restored)": with what tells it from another one, within what a title may be long.
std::string told_apart(std::string_view title, std::string_view how);

// Takes what a backup holds beside what is here: nothing that is here changes, and no deal comes twice. A deal whose id has another content
// here gets an id of its own. Drafts come with their deals, settings where nothing was set here. view.error names what could not be taken;
// `file` is what it calls the backup.
void restore_backup(World world, std::string_view file, io::Backup backup);

}
