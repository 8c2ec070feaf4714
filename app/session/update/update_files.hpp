#pragma once

#include "app/session/update/update.hpp"
#include "core/codec/png.hpp"
#include "core/files/link/snapshot_link.hpp"

namespace middleground {

// What update() does with files, links and damaged entries.

// A link for whoever knows view.lock's passphrase, into view.locked; and view.unlock's, opened. update_locks.cpp
void lock_link(World world);
void unlock_link(World world);
void close_unlock(World world);

// A download; what came of it is said, and false when nothing did.
bool hand_over(World world, std::string_view name, std::string_view bytes, std::string_view type);
void save_deal_file(World world);
void save_export(World world, ExportFormat format, bool buyer_safe);
void back_up_all(World world);
// What a link holds, to be looked at.
void show_snapshot(World world, io::Snapshot snapshot);
void save_qr_code(World world, const std::string& link, bool as_drawing);
// What was drawn for view.picture, or nothing when it could not be.
void save_picture(World world, Picture picture, const std::optional<io::Raster>& raster);
void print_page(World world, std::string_view name, std::string_view html);
// The preview becomes a deal of the user's. The same deal with the same content is opened, not stored twice; with other content it gets an
// id of its own.
void save_copy(World world);
// What the preview brings comes into the user's own copy, as one step of undo. An error changes nothing.
void apply_merge(World world, const action::ApplyMerge& action);
// update_damaged.cpp
void save_damaged(World world, const std::string& key);
void remove_damaged(World world, const std::string& key);
// Takes such an entry out of storage, or puts it back where it stood; false when that cannot be done, and view.error says why.
bool toggle_discarded(World world, const Damaged& damaged);

}
