#pragma once

#include "app/ui/context.hpp"
#include "core/model/playbooks/playbook_data.hpp"

#include <string>

namespace middleground {

// What the page of playbooks is made of; each part in the file of its name, in the width that it gets, below the cursor.

// playbook_list.cpp: one's own, those that come with the program, and ways to more of them.
void draw_playbook_list(const Context& context, const Playbook* chosen, float width);
// playbook_reading.cpp: one that cannot be edited.
void draw_shipped_playbook(const Context& context, const Playbook& playbook, float width);
// playbook_editor.cpp: one of one's own.
void draw_own_playbook(const Context& context, const Playbook& playbook, float width);
// playbook_buttons.cpp: start a deal, duplicate, export, link; of one's own also delete.
void draw_playbook_buttons(const Context& context, const Playbook& playbook, float width);
// playbook_graph.cpp: what has to be kept before what; a press chooses the step.
void draw_playbook_graph(const Context& context, const Playbook& playbook, float width);
// playbook_steps.cpp: the table of steps, or rows for a finger, and a way to one more.
void draw_playbook_steps(const Context& context, const Playbook& playbook, float width);
// playbook_step_fields.cpp: all that a step has.
void draw_playbook_step(const Context& context, const Playbook& playbook, const PlaybookStep& step, float width);
// playbook_incoming.cpp: what came by a file or a link, and what can be done with it.
void draw_incoming_playbook(const Context& context, float width);
// new_playbook.cpp: the dialog that makes one from nothing, from another or from a deal.
void open_new_playbook(const Context& context);
void draw_new_playbook(const Context& context);

// Stores it; `key` names the field that is typed in.
void put_playbook(const Context& context, Playbook playbook, std::string what, std::string key = {});
// The same of one step.
void put_step(const Context& context, const Playbook& playbook, PlaybookStep step, std::string what, std::string key = {});

}
