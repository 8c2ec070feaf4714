#pragma once

#include "core/base/error.hpp"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <variant>

namespace middleground {

// What storage holds of one deal: as a file under deal/ID, packed under archive/ID. One of them, as a rule; both, when a program ended
// between writing the one and removing the other.
struct StoredTexts {
    std::optional<std::string> file;
    std::optional<std::string> packed;

    bool any() const { return file || packed; }
    bool operator==(const StoredTexts&) const = default;
};

// What another tab or program made of a deal since we last looked at it.
enum class OtherDid : std::uint8_t {
    nothing,
    moved,      // the same content is stored in another form: archived, or taken out
    changed,    // other content, by somebody who had seen all that we wrote
    crossed,    // other content, by somebody who had not seen what we wrote last: two tabs saved in the same instant
    removed,    // neither form is there
    cleared,    // nor is anything else
    unreadable, // written by a newer version of the program, or damaged
};
inline constexpr int other_deeds = 7;

// How a deal stands with storage. Every way from one of these to another is a function below, and nowhere else.
namespace stored {

// Storage holds what we hold.
struct Saved {};
// Changed here, and soon to be written.
struct Dirty {
    std::int64_t since_ms = 0;
};
// Storage refused it, as when it is full: it is in this window only, and is tried again when the user or the end of the window asks.
struct Failed {
    Error error;
};
// Storage holds what another one made of it. Nothing is written before the user has said what stays.
struct Conflict {
    OtherDid did = OtherDid::changed;
    StoredTexts there;
    bool unsaved = false; // changes were made here that storage never held
};

}
using StoredState = std::variant<stored::Saved, stored::Dirty, stored::Failed, stored::Conflict>;

// What is done about the news.
enum class Then : std::uint8_t {
    nothing,
    adopt, // ours stays and counts as made from what is there now: the next save goes over it
    follow, // theirs becomes ours; undo has what ours was
    leave,  // the deal goes away; undo has it
    ask,    // ours stays, theirs stays, and the user says which
};

// The whole table: rows as in StoredState, columns as in OtherDid.
//                                                 nothing        moved         changed       crossed    removed      cleared    unreadable
inline constexpr std::array<std::array<Then, other_deeds>, 4> what_then{{
    /* saved */                            {Then::nothing, Then::follow, Then::follow, Then::ask, Then::leave, Then::ask, Then::ask},
    /* dirty */                            {Then::nothing, Then::adopt,  Then::ask,    Then::ask, Then::ask,   Then::ask, Then::ask},
    /* failed */                           {Then::nothing, Then::adopt,  Then::ask,    Then::ask, Then::ask,   Then::ask, Then::ask},
    /* conflict, with changes of our own */ {Then::adopt,  Then::adopt,  Then::ask,    Then::ask, Then::ask,   Then::ask, Then::ask},
}};

// After an edit, an undo, a redo. A conflict stays one; a save that failed will be tried again.
StoredState after_edit(const StoredState& state, std::int64_t now_ms);
// After a write that succeeded; one that did not.
StoredState after_save();
StoredState after_refusal(Error error);
// After a look at storage. `there` is what it holds now.
struct Met {
    StoredState state;
    Then then = Then::nothing;
};
Met after_look(const StoredState& state, OtherDid did, const StoredTexts& there, std::int64_t now_ms);

bool is_saved(const StoredState& state);
const stored::Conflict* conflict_of(const StoredState& state);
const Error* failure_of(const StoredState& state);
// Since when it waits to be written; nothing: it does not.
std::optional<std::int64_t> unsaved_since_ms(const StoredState& state);
// Whether the window is the only place that has something: closing it would lose that.
bool is_only_here(const StoredState& state);

// What the user can do about it. The first is the quiet button, the second the main one.
enum class StorageChoice : std::uint8_t { none, try_again, save_file, load_theirs, keep_both, let_go, keep_mine };
// What the user sees of it: a band over every page; nothing when all is well or soon will be.
struct StoredWords {
    std::string strong;
    std::string text;
    std::array<StorageChoice, 2> choices{};
};
// `name` of the deal; `elsewhere`: "another tab".
std::optional<StoredWords> words_of(const StoredState& state, std::string_view name, std::string_view elsewhere);
// Of several deals that went when storage was emptied.
StoredWords emptied_words(int count);
std::string_view label_of(StorageChoice choice);

}
