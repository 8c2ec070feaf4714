#pragma once

#include "app/ui/context.hpp"
#include "app/session/imports.hpp"

namespace middleground {

// The parts of the import screen.
void draw_import_files(const Context& context, const ImportSession& session, float width);
void draw_import_columns(const Context& context, const ImportSession& session, float width);
void draw_import_problems(const Context& context, const ImportChanges& changes, float width);

}
