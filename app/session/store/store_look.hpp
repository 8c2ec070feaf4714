#pragma once

#include "app/session/document.hpp"
#include "app/platform/platform.hpp"

#include <optional>
#include <string>

namespace middleground {

// What storage holds of a deal by now, beside what we know of it, and how it becomes ours.

// What stands in that form, if it is the deal of that id.
Result<Deal> read_form_of(const DealId& id, const std::string& text, bool archived, Date today);

// What storage holds in place of what we know.
struct Look {
    OtherDid did = OtherDid::nothing;
    StoredTexts there;
    std::optional<Deal> deal; // where it can be read
    bool archived = false;
};
Look look_at(const Document& document, const Entry& entry, Platform& platform, StoredTexts there);
// Ours is made from what is there now, which says the same: of their diary the days come in.
void adopt(Entry& entry, Look look, std::int64_t now_ms);
// Theirs becomes ours; undo has what ours was. True when the content is another one.
bool follow(Document& document, Entry& entry, Look look, std::string what, std::int64_t now_ms);

}
