#pragma once

#include "app/session/update/update.hpp"
#include "core/records/records.hpp"

#include <string_view>
#include <vector>

namespace middleground {

// Whether a file is a table of another program, by its name and beginning.
bool is_table(std::string_view name, std::string_view bytes);
// A file to import; joins those that are being looked at.
void add_table(World world, std::string_view name, std::string_view bytes);

// A workbook, likewise, or what was pasted.
void add_sheets(World world, std::string_view name, std::vector<records::Sheet> sheets);

void choose_sheet(World world, const action::ChooseSheet& action);
void map_table(World world, const action::MapTable& action);
void choose_reading(World world, const action::ChooseReading& action);
void remove_table(World world, int table);
void set_import_options(World world, const ImportOptions& options);
void take_import(World world);
void cancel_import(World world);

// Changes with the list of deals, so that a plan can tell whether it is still of that list.
std::uint64_t revision_of_deals(const Document& document);
// Takes back an import, or does it again. The step holds the other state afterwards.
void toggle_import(World world, WorkspaceStep& step);

}
