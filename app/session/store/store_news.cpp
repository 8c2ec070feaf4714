#include "app/session/store/store_news.hpp"

#include "app/session/playbooks/store_playbooks.hpp"
#include "app/session/store/store.hpp"
#include "app/session/store/store_entry.hpp"
#include "app/session/store/store_settings.hpp"
#include "app/session/update/update_list.hpp"
#include "core/base/text.hpp"

#include <set>
#include <utility>

namespace middleground {

namespace {

using Words = std::optional<std::string>;

// Undo brings it back.
Words leave(World world, const DealId& id) {
    auto& document = world.document;
    auto leaving = std::move(take_out_of_list(world, {id}).front());
    auto& entry = *leaving.entry;
    entry.seen = {};
    entry.state = stored::Saved{};
    WorkspaceStep step;
    step.kind = WorkspaceStep::Kind::removed;
    step.id = id;
    step.what = "Removed " + entry.deal.title + " in " + document.elsewhere;
    step.index = leaving.index;
    auto words = entry.deal.title + " was removed in " + document.elsewhere;
    step.entry = std::move(leaving.entry);
    document.undo_steps.push_back(std::move(step));
    return words;
}

Words follow_there(Document& document, Entry& entry, Look look, std::int64_t now_ms) {
    const bool was_archived = entry.archived;
    const bool other_content = follow(document, entry, std::move(look), "Changed in " + document.elsewhere, now_ms);
    if (entry.archived != was_archived) {
        return entry.deal.title + (entry.archived ? " was archived in " : " was unarchived in ") + document.elsewhere;
    }
    if (!other_content) return {};
    return "Changed in " + document.elsewhere + ", and now here too";
}

Words take_new(Document& document, Platform& platform, const DealId& id) {
    const auto before = document.entries.size();
    forget_set_aside(document, deal_key(id));
    forget_set_aside(document, archive_key(id));
    load_entry(document, platform, id);
    if (document.entries.size() == before) return {};
    return document.entries.back().deal.title + " was added in " + document.elsewhere;
}

Words take_deal_change(World world, const DealId& id) {
    auto& document = world.document;
    auto& platform = world.platform;
    auto* entry = find_entry(document, id);
    if (!entry) return take_new(document, platform, id);
    auto there = read_texts(platform, id);
    if (!there) return {}; // saving will say so
    auto look = look_at(document, *entry, platform, std::move(*there));
    const auto now = platform.now_ms();
    auto met = after_look(entry->state, look.did, look.there, now);
    entry->state = std::move(met.state);
    switch (met.then) {
    case Then::follow:
        return follow_there(document, *entry, std::move(look), now);
    case Then::leave:
        return leave(world, id);
    case Then::adopt:
        adopt(*entry, std::move(look), now);
        break;
    case Then::ask:
    case Then::nothing:
        break;
    }
    return {};
}

// Those that are stored and those that we have: what is gone has no key.
Words take_any_change(World world) {
    auto& document = world.document;
    auto& platform = world.platform;
    take_settings_change(document, platform);
    std::set<std::string> ids;
    for (const auto& key : platform.keys()) {
        if (auto id = deal_of_key(key)) ids.insert(std::move(id->text));
    }
    for (const auto& entry : document.entries) {
        ids.insert(entry.deal.id.text);
    }
    Words words;
    int count = 0;
    std::set<std::string> playbooks;
    for (const auto& key : platform.keys()) {
        if (key.starts_with(playbook_prefix)) playbooks.insert(key);
    }
    for (const auto& own : document.own_playbooks) {
        playbooks.insert(playbook_key(own.playbook.id));
    }
    for (const auto& key : playbooks) {
        if (auto said = take_playbook_change(document, platform, key)) words = std::move(said);
    }
    for (const auto& id : ids) {
        if (auto said = take_deal_change(world, DealId{id})) {
            words = std::move(said);
            ++count;
        }
    }
    if (count > 1) return counted(count, "deal was", "deals were") + " changed in " + document.elsewhere;
    return words;
}

}

std::optional<std::string> take_storage_change(World world, std::string_view key) {
    if (key.empty()) return take_any_change(world);
    if (key == settings_key) {
        take_settings_change(world.document, world.platform);
        return {};
    }
    if (key.starts_with(playbook_prefix)) return take_playbook_change(world.document, world.platform, std::string(key));
    const auto id = deal_of_key(key);
    return id ? take_deal_change(world, *id) : std::nullopt;
}

}
