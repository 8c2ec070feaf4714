#pragma once

#include "app/document.hpp"
#include "app/platform/platform.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace middleground {

// How long after the last change a deal is written.
inline constexpr std::int64_t save_delay_ms = 300;

std::string deal_key(const DealId& id);
std::string archive_key(const DealId& id);
// Under which of them the deal is stored.
std::string stored_key(const Entry& entry);

// Reads everything that is stored. What cannot be read goes to document.damaged and stays where it is.
void load_all(Document& document, Platform& platform);

// Writes what was changed at least save_delay_ms ago, or everything with `now`. A deal that another tab changed in the meantime
// is not written: entry.theirs then holds the other text. A failed write leaves entry.save_error and what was stored before.
// True when anything was due, so that what storage holds may have changed.
enum class SaveWhen : std::uint8_t { when_due, now };
bool save(Document& document, Platform& platform, SaveWhen when);

// Milliseconds until something is due to be saved; nothing: nothing is.
std::optional<std::int64_t> next_save_in_ms(const Document& document, std::int64_t now_ms);

// Puts the deal away or takes it out again: written in the other form, then removed in the one it had. On an error nothing has changed.
Result<void> set_archived(Entry& entry, Platform& platform, bool archived);

// Storage changed under us. Deals without unsaved changes follow; the answer says so in words, for a toast. Others get entry.theirs.
std::optional<std::string> take_storage_change(Document& document, Platform& platform, std::string_view key);

// Marks the entry as changed now.
void touch(Document& document, Entry& entry, std::int64_t now_ms);

}
