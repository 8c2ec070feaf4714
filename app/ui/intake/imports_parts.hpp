#pragma once

#include "app/ui/context.hpp"
#include "app/session/imports.hpp"

namespace middleground {

// The parts of the import screen. What reads another kind of thing (mails, contacts) gets a file of its own beside these, and its place in draw_imports.
void draw_import_files(const Context& context, const ImportSession& session, float width);
// What has to be said of a table before anything can be worked out, where two answers will do: the order of its days, that its columns are right.
void draw_import_asks(const Context& context, const ImportSession& session, float width);
// How a table is read: encoding, separator, headings, days, decimals. Each has what was found, and is changed at once.
void draw_import_choices(const Context& context, const ImportSession::Table& table, int index, float width);
// What only a person can say: words for stages, rows of one deal.
bool has_import_questions(const ImportSession& session);
void draw_import_questions(const Context& context, const ImportSession& session, float width);
void draw_import_columns(const Context& context, const ImportSession& session, float width);
void draw_import_problems(const Context& context, const ImportChanges& changes, float width);

}
