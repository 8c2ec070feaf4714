#pragma once

#include "app/ui/context.hpp"
#include "core/agenda/agenda.hpp"

#include <string>

namespace middleground {

// What can be done about a line of the list, in words and deed. Edits are those of the deal's own page (ask_edit.hpp), one step of undo each.

struct LineWords {
    std::string label; // as short as its place: "Copy wording"
    const char* icon = nullptr;
};
// The main thing: what Enter does.
LineWords main_words(const AgendaEntry& entry);
// What "done" records, or opens where more has to be said: "Mark as asked", "Log a conversation".
std::string done_words(const AgendaEntry& entry);

void do_main(const Context& context, const AgendaEntry& entry);
void do_done(const Context& context, const AgendaEntry& entry);
// The deal, at what the line is about.
void open_line(const Context& context, const AgendaEntry& entry);
// Asks until when, and takes up again.
void begin_snooze(const Context& context, const AgendaEntry& entry);
void take_up_again(const Context& context, const AgendaEntry& entry);
// The dialog that asks until when, while it is open.
void draw_snooze(const Context& context);

}
