#pragma once

#include "app/update.hpp"

namespace middleground {

// What update() does with files, links and damaged entries.
void save_deal_file(World world);
void save_export(World world, ExportFormat format, bool buyer_safe);
void close_plan(World world);
void back_up_all(World world);
void print_page(World world, std::string_view name, std::string_view html);
// The preview becomes a deal of the user's. The same deal with the same content is opened, not stored twice; with other content it gets an
// id of its own.
void save_copy(World world);
void close_preview(World world);
// What the preview brings comes into the user's own copy, as one step of undo. An error changes nothing.
void apply_merge(World world, const action::ApplyMerge& action);
void save_damaged(World world, const std::string& key);
void remove_damaged(World world, const std::string& key);

}
