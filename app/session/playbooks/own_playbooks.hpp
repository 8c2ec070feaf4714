#pragma once

#include "app/session/update/update.hpp"

namespace middleground {

// Changes of the user's own playbooks; each keeps Document::playbooks as it is said there.

// Document::playbooks anew: those that come with the program, as they are in it, then one's own.
void list_own_playbooks(Document& document);

// A new playbook goes to the top, a known one is replaced, and its edition counted up. What is not valid is refused: view.error says why, and
// nothing has changed. `key` as in action::Apply.
void put_playbook(World world, const action::PutPlaybook& action);
void remove_playbook(World world, const std::string& id);

// The last change of own playbooks taken back, or done again.
void undo_playbook(World world);
void redo_playbook(World world);

// The base with which a fresh deal of the playbook is won in so many of 100 futures; nothing: what is known of its steps alone.
void set_playbook_chance(World world, const action::SetPlaybookChance& action);

// Files and links.
void save_playbook_file(World world, const std::string& id);
void copy_playbook_link(World world, const std::string& id);
// What came by a file or a link is looked at before it is one's own: view.playbooks.incoming.
void show_incoming_playbook(World world, Playbook playbook, std::string_view source);
void take_incoming_playbook(World world, bool as_copy);

// Of a backup. The name that it has here; nothing: it was there already.
std::optional<std::string> restore_playbook(World world, Playbook playbook);

}
