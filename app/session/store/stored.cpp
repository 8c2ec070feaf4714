#include "app/session/store/stored.hpp"

#include <utility>

namespace middleground {

namespace {

// A conflict in which nothing of ours is at stake meets news as a saved deal does: once theirs can be read, it is followed.
std::size_t row_of(const StoredState& state) {
    const auto* conflict = conflict_of(state);
    return conflict && !conflict->unsaved ? 0 : state.index();
}

bool has_changes(const StoredState& state) {
    const auto* conflict = conflict_of(state);
    return conflict ? conflict->unsaved : !is_saved(state);
}

StoredWords conflict_words(OtherDid did, const std::string& name, const std::string& elsewhere) {
    switch (did) {
    case OtherDid::removed:
        return {name + " was removed in " + elsewhere, "Your latest changes are only in this window. Keep the deal, or let it go.",
                {StorageChoice::let_go, StorageChoice::keep_mine}};
    case OtherDid::cleared:
        return {"The storage was emptied", name + " is only in this window. Store it again, or let it go.",
                {StorageChoice::let_go, StorageChoice::keep_mine}};
    case OtherDid::unreadable:
        return {name + " was saved in " + elsewhere + " in a form that this window cannot read",
                "Perhaps by a newer version of Middleground. That version stays as it is. Keep yours as well, or save it as a file.",
                {StorageChoice::save_file, StorageChoice::keep_both}};
    case OtherDid::crossed:
        return {name + " was changed in " + elsewhere + " too",
                "Both were saved at the same moment. Nothing is lost: keep both, or load the other one.",
                {StorageChoice::load_theirs, StorageChoice::keep_both}};
    default:
        return {name + " was changed in " + elsewhere + " too",
                "Yours is not saved yet. Nothing is lost: keep both, or load the other one.",
                {StorageChoice::load_theirs, StorageChoice::keep_both}};
    }
}

}

StoredState after_edit(const StoredState& state, std::int64_t now_ms) {
    if (const auto* conflict = conflict_of(state)) {
        auto still = *conflict;
        still.unsaved = true;
        return still;
    }
    return stored::Dirty{unsaved_since_ms(state).value_or(now_ms)};
}

StoredState after_save() {
    return stored::Saved{};
}

StoredState after_refusal(Error error) {
    return stored::Failed{std::move(error)};
}

Met after_look(const StoredState& state, OtherDid did, const StoredTexts& there, std::int64_t now_ms) {
    // Storage that was emptied stays so for us, although settings may have been written since.
    const auto* conflict = conflict_of(state);
    if (conflict && conflict->did == OtherDid::cleared && did == OtherDid::removed) did = OtherDid::cleared;
    const auto then = what_then[row_of(state)][static_cast<std::size_t>(did)];
    switch (then) {
    case Then::ask:
        return {stored::Conflict{did, there, has_changes(state)}, then};
    case Then::follow:
    case Then::leave:
        return {stored::Saved{}, then};
    case Then::adopt:
        // A conflict is over; a save that failed is not saved by that.
        return {conflict_of(state) ? StoredState(stored::Dirty{now_ms}) : state, then};
    case Then::nothing:
        break;
    }
    // Theirs is gone again, and ours is what it was.
    return {conflict_of(state) ? StoredState(stored::Saved{}) : state, then};
}

bool is_saved(const StoredState& state) {
    return std::holds_alternative<stored::Saved>(state);
}

const stored::Conflict* conflict_of(const StoredState& state) {
    return std::get_if<stored::Conflict>(&state);
}

const Error* failure_of(const StoredState& state) {
    const auto* failed = std::get_if<stored::Failed>(&state);
    return failed ? &failed->error : nullptr;
}

std::optional<std::int64_t> unsaved_since_ms(const StoredState& state) {
    const auto* dirty = std::get_if<stored::Dirty>(&state);
    return dirty ? std::optional(dirty->since_ms) : std::nullopt;
}

bool is_only_here(const StoredState& state) {
    const auto* conflict = conflict_of(state);
    if (!conflict) return !is_saved(state);
    return conflict->unsaved || conflict->did == OtherDid::crossed || conflict->did == OtherDid::cleared;
}

std::optional<StoredWords> words_of(const StoredState& state, std::string_view name, std::string_view elsewhere) {
    if (const auto* conflict = conflict_of(state)) return conflict_words(conflict->did, std::string(name), std::string(elsewhere));
    const auto* error = failure_of(state);
    if (!error) return {};
    return StoredWords{"Not saved: " + error->what, std::string(name) + " is kept only in this window. " + error->remedy,
                       {StorageChoice::try_again, StorageChoice::save_file}};
}

StoredWords emptied_words(int count) {
    return {"The storage was emptied", std::to_string(count) + " deals are only in this window. Store them again, or let them go.",
            {StorageChoice::let_go, StorageChoice::keep_mine}};
}

std::string_view label_of(StorageChoice choice) {
    switch (choice) {
    case StorageChoice::try_again:
        return "Try again";
    case StorageChoice::save_file:
        return "Deal file";
    case StorageChoice::load_theirs:
        return "Load theirs";
    case StorageChoice::keep_both:
        return "Keep both";
    case StorageChoice::let_go:
        return "Let it go";
    case StorageChoice::keep_mine:
        return "Keep it";
    case StorageChoice::none:
        break;
    }
    return {};
}

}
