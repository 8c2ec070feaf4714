#pragma once

#include "app/session/document.hpp"
#include "app/platform/platform.hpp"

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace middleground {

// How long after the last change a deal is written.
inline constexpr std::int64_t save_delay_ms = 150;
// How long after a day was put down in a diary; with a change of the deal it is written sooner.
inline constexpr std::int64_t diary_delay_ms = 2000;

std::string deal_key(const DealId& id);
std::string archive_key(const DealId& id);
// Whose text stands under the key; nothing: no deal's.
std::optional<DealId> deal_of_key(std::string_view key);

// Reads everything that is stored. What cannot be read goes to document.damaged and stays where it is.
void load_all(Document& document, Platform& platform);

// Writes what was changed at least save_delay_ms ago; with `now` everything that is not stored, what failed before included. A deal that
// another tab changed in the meantime is not written: see app/session/store/stored.hpp. A failed write leaves what was stored before.
// True when anything was due, so that what storage holds may have changed.
enum class SaveWhen : std::uint8_t { when_due, now };
bool save(Document& document, Platform& platform, SaveWhen when);

// Milliseconds until something is due to be saved; nothing: nothing is.
std::optional<std::int64_t> next_save_in_ms(const Document& document, std::int64_t now_ms);
// Whether storage holds every change, but for deals that wait for what the user says about another tab's version. Not after a save that failed.
bool is_saved(const Document& document);
// Whether something is in this window only, so that closing it would lose that.
bool keeps_something_here(const Document& document);

// The entry is no longer as in the last backup.
void note_change(Document& document, Entry& entry);
// Marks the entry as changed now.
void touch(Document& document, Entry& entry, std::int64_t now_ms);

}
