#include "core/team/shared_deal.hpp"

#include "core/codec/base64url.hpp"
#include "core/model/limits.hpp"
#include "core/team/head_json.hpp"
#include "core/team/sealed_value.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace middleground::team {

namespace {

constexpr std::string_view marker = "middleground_team_deal";
constexpr std::size_t most_packed = 8u << 20; // letters
constexpr std::size_t most_words = 2 * Limits::long_text;

struct NamedSync {
    Sync state;
    std::string_view key;
};
constexpr std::array<NamedSync, 7> states{{{Sync::local, "local"},
                                           {Sync::sending, "sending"},
                                           {Sync::sent, "sent"},
                                           {Sync::behind, "behind"},
                                           {Sync::in_conflict, "in_conflict"},
                                           {Sync::refused, "refused"},
                                           {Sync::gone, "gone"}}};

struct NamedWhat {
    MergeChange::What what;
    std::string_view key;
};
constexpr std::array<NamedWhat, 4> whats{{{MergeChange::What::added, "added"},
                                          {MergeChange::What::removed, "removed"},
                                          {MergeChange::What::changed, "changed"},
                                          {MergeChange::What::recorded, "recorded"}}};
constexpr std::array kinds{MergeKind::deal,    MergeKind::stakeholder, MergeKind::influence, MergeKind::commitment, MergeKind::interaction,
                           MergeKind::concern, MergeKind::promise,     MergeKind::alternative};

void append_text(Json& object, std::string_view name, const std::string& text) {
    if (!text.empty()) io::append(object, name, text);
}

Json json_of(const SeenChange& seen) {
    auto object = Json::object();
    io::append(object, "by", seen.by);
    io::append(object, "on", seen.on.iso());
    const auto what = std::ranges::find(whats, seen.change.what, &NamedWhat::what);
    io::append(object, "what", std::string(what->key));
    io::append(object, "kind", std::string(key_of(seen.change.place.kind)));
    append_text(object, "id", seen.change.place.id);
    append_text(object, "field", seen.change.place.field);
    append_text(object, "name", seen.change.name);
    append_text(object, "label", seen.change.label);
    append_text(object, "words", seen.change.words);
    return object;
}

SeenChange seen_of(MembersReader& reader) {
    SeenChange seen;
    std::string what;
    std::string kind;
    reader.text("by", seen.by, true, Limits::short_text);
    reader.day("on", seen.on, true);
    reader.text("what", what, true, 20);
    reader.text("kind", kind, true, 20);
    reader.text("id", seen.change.place.id, false, Limits::long_text);
    reader.text("field", seen.change.place.field, false, Limits::short_text);
    reader.text("name", seen.change.name, false, most_words);
    reader.text("label", seen.change.label, false, most_words);
    reader.text("words", seen.change.words, false, most_words);
    const auto found_what = std::ranges::find(whats, what, &NamedWhat::key);
    const auto found_kind = std::ranges::find_if(kinds, [&](MergeKind one) { return key_of(one) == kind; });
    if (found_what == whats.end()) reader.refuse("There is no such change", "what");
    if (found_kind == kinds.end()) reader.refuse("There is no such thing in a deal", "kind");
    if (reader.error()) return seen;
    seen.change.what = found_what->what;
    seen.change.place.kind = *found_kind;
    return seen;
}

void read_changes(const Json& tree, MembersReader& reader, std::vector<SeenChange>& changes) {
    const auto* list = io::member(tree, "changes");
    if (!list || reader.error()) return;
    const auto* elements = list->get_ptr<const Json::array_t*>();
    if (!elements || elements->size() > most_seen_changes) {
        return reader.refuse("Expected a list of at most " + std::to_string(most_seen_changes) + " changes", "changes");
    }
    for (const auto& element : *elements) {
        MembersReader inner(element, "changes[" + std::to_string(changes.size()) + "]");
        changes.push_back(seen_of(inner));
        if (inner.error()) return reader.refuse(inner.error()->what, inner.error()->where);
    }
}

}

std::string_view key_of(Sync state) {
    return std::ranges::find(states, state, &NamedSync::state)->key;
}

std::string write_shared_deal(const SharedDeal& shared) {
    auto object = Json::object();
    io::append(object, marker, 1);
    io::append(object, "deal", shared.deal.text);
    io::append(object, "key", shared.key);
    io::append(object, "revision", shared.revision);
    io::append(object, "state", std::string(key_of(shared.state)));
    append_head(object, shared.head);
    append_text(object, "nonce", shared.head.nonce);
    append_text(object, "hash", shared.hash);
    if (!shared.base.empty()) io::append(object, "base", io::to_base64url(shared.base));
    if (shared.farewell != Farewell::none) io::append(object, "gone", std::string(words_of(shared.farewell)));
    append_text(object, "new_owner", shared.new_owner);
    if (shared.removed_here) io::append(object, "removed_here", true);
    append_text(object, "replaced", shared.replaced);
    if (shared.replaced_had_more) io::append(object, "replaced_had_more", true);
    if (!shared.changes.empty()) {
        auto list = Json::array();
        for (const auto& change : shared.changes) {
            list.push_back(json_of(change));
        }
        io::append(object, "changes", std::move(list));
    }
    return io::write_json(object, io::JsonLayout::compact);
}

Result<SharedDeal> read_shared_deal(std::string_view text) {
    const auto tree = open_text(text, marker, "what is known of a team's deal");
    if (!tree) return std::unexpected(tree.error());
    SharedDeal shared;
    MembersReader reader(*tree, {});
    std::string state;
    std::string base;
    read_deal_id(reader, "deal", shared.deal, true);
    reader.text("key", shared.key, true, 64);
    reader.number("revision", shared.revision, true);
    reader.text("state", state, true, 20);
    read_head(reader, shared.head);
    reader.text("nonce", shared.head.nonce, false, nonce_letters);
    reader.text("hash", shared.hash, false, hash_letters);
    reader.text("base", base, false, most_packed);
    read_farewell(reader, "gone", shared.farewell);
    reader.text("new_owner", shared.new_owner, false, member_digits);
    reader.flag("removed_here", shared.removed_here);
    reader.text("replaced", shared.replaced, false, hash_letters);
    reader.flag("replaced_had_more", shared.replaced_had_more);
    read_changes(*tree, reader, shared.changes);
    const auto found = std::ranges::find(states, state, &NamedSync::key);
    if (found == states.end()) reader.refuse("There is no such state", "state");
    const auto bytes = io::from_base64url(base);
    if (!bytes) reader.refuse("Expected base64url", "base");
    if (!reader.error()) {
        const bool fits = shared.key.starts_with(deal_key_prefix) && is_hex(std::string_view(shared.key).substr(deal_key_prefix.size()), 32);
        if (!fits) reader.refuse("Expected d. and 32 digits of 0 to 9 and a to f", "key");
        if ((shared.head.number == 0) != shared.hash.empty()) reader.refuse("A number needs a hash, and a hash a number", "hash");
        if (!shared.head.nonce.empty() && shared.head.nonce.size() != nonce_letters) reader.refuse("Expected 32 letters", "nonce");
        if (!shared.new_owner.empty() && !is_hex(shared.new_owner, member_digits)) reader.refuse("Expected the id of a member", "new_owner");
    }
    if (reader.error()) return std::unexpected(*reader.error());
    shared.state = found->state;
    shared.base = *bytes;
    return shared;
}

}
