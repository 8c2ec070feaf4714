#pragma once

#include "app/session/update/update.hpp"

#include <string_view>

namespace middleground {

// What comes in. A deal, a plan for the buyer, a backup or a table that came as a file; a link that came by address, command line or paste.
// What is stored is not touched by a link.
void open_file(World world, std::string_view name, std::string_view bytes);
// A file that cannot be read. What was said of others for the same reason, and has not been closed, is said with it.
void refuse_file(ViewState& view, Error error);
void open_link(World world, std::string_view text);
// view.unlock's link with the passphrase that was typed there.
void unlock_link(World world);
void close_unlock(World world);
// The preview becomes a deal of the user's. The same deal with the same content is opened, not stored twice; with other content it gets an
// id of its own.
void save_copy(World world);

}
