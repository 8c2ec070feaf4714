#pragma once

#include "app/session/document.hpp"
#include "app/session/store/store_look.hpp"
#include "app/platform/platform.hpp"

#include <optional>
#include <string>
#include <string_view>

namespace middleground {

// One deal in storage. app/session/store/stored.hpp says what becomes of it when another tab or program was there too.

// What storage holds of it, in both forms.
Result<StoredTexts> read_texts(Platform& platform, const DealId& id);

// Appends the deal to the entries, or what cannot be read of it to document.damaged.
void load_entry(Document& document, Platform& platform, const DealId& id);
void load_stored(Document& document, Platform& platform, const DealId& id, StoredTexts there);
// Writes it. When another one changed what is stored, nothing is written and the entry is in conflict; when storage refuses, it has failed.
void write_entry(Document& document, Entry& entry, Platform& platform);
// Writes the days that its diary has and storage has not, unless somebody else was there since: then the news bring both together. That is no
// change of the user's: what refuses or crosses it is not told, and the days go along with the next change.
void write_diary(Document& document, Entry& entry, Platform& platform);
// Puts it away or takes it out again, at once. On an error storage is as it was, and ours too unless another one's version came over it.
Result<void> set_archived(Document& document, Entry& entry, Platform& platform, bool archived);
// Takes it out of storage, in both forms; the entry then counts as never stored. On an error nothing is removed: storage refused, or
// holds a version that was not seen here.
Result<void> remove_stored(Document& document, Entry& entry, Platform& platform);

// It is no longer among what is kept aside in document.damaged.
void forget_set_aside(Document& document, std::string_view key);

}
