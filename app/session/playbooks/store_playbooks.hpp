#pragma once

#include "app/platform/platform.hpp"
#include "app/session/document.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace middleground {

// Own playbooks in storage: each under a key of its own, as the file that an export gives (FORMATS.md).

inline constexpr std::string_view playbook_prefix = "playbook/";
std::string playbook_key(std::string_view id);

// One that cannot be read goes to document.damaged and stays where it is.
void load_playbook(Document& document, Platform& platform, const std::string& key);

// Writes what was changed at least save_delay_ms ago; with `now` all that is not stored. What another tab wrote in the meantime is never
// written over: it stays under its name, and ours is kept beside it as a playbook of its own. True when anything was due.
bool save_playbooks(Document& document, Platform& platform, bool now);
std::optional<std::int64_t> next_playbook_save_in_ms(const Document& document, std::int64_t now_ms);
bool are_playbooks_saved(const Document& document);

// Fails when another tab has changed it, or storage refuses.
Result<void> remove_stored_playbook(Document& document, const OwnPlaybook& own, Platform& platform);

// Another tab wrote or removed it: what is not changed here follows. The words for a toast, if something is to be said.
std::optional<std::string> take_playbook_change(Document& document, Platform& platform, const std::string& key);

}
