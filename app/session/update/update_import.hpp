#pragma once

#include "app/session/update/update.hpp"
#include "core/records/records.hpp"

#include <string_view>
#include <vector>

namespace middleground {

// With [[gnu::noinline]]: what comes with the first file only (tools/split/gates.txt).

// Whether a file is a table of another program, by its name and beginning.
bool is_table(std::string_view name, std::string_view bytes);
// A file to import; joins those that are being looked at.
[[gnu::noinline]] void add_table(World world, std::string_view name, std::string_view bytes);

// A workbook, likewise, or what was pasted.
[[gnu::noinline]] void add_sheets(World world, std::string_view name, std::vector<records::Sheet> sheets);

[[gnu::noinline]] void choose_sheet(World world, const action::ChooseSheet& action);
[[gnu::noinline]] void map_table(World world, const action::MapTable& action);
[[gnu::noinline]] void choose_reading(World world, const action::ChooseReading& action);
[[gnu::noinline]] void remove_table(World world, int table);
[[gnu::noinline]] void set_import_options(World world, const ImportOptions& options);
[[gnu::noinline]] void take_import(World world);
void cancel_import(World world);

// The shipped vocabularies are read, unless they were.
void know_vocabularies(World world);

// Changes with the list of deals, so that a plan can tell whether it is still of that list.
std::uint64_t revision_of_deals(const Document& document);
// Takes back an import, or does it again. The step holds the other state afterwards.
void toggle_import(World world, WorkspaceStep& step);

}
