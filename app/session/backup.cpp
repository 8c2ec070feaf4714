#include "app/session/backup.hpp"

#include "app/session/playbooks/store_playbooks.hpp"
#include "app/session/store/store.hpp"
#include "app/session/store/store_settings.hpp"
#include "app/session/team/team_keys.hpp"
#include "core/files/backup.hpp"
#include "core/files/json.hpp"

#include <algorithm>

namespace middleground {

namespace {

Settings settings_now(const Document& document, Date today) {
    auto settings = document.settings;
    settings.order = merged_order(settings.order, shown_order(document), settings.order);
    settings.last_backup = today;
    settings.changed.clear();
    return settings;
}

// Whether the key is of a deal or a playbook that is written from the document.
bool is_of_entry(const Document& document, std::string_view key) {
    const auto is_own = [&](const OwnPlaybook& own) { return playbook_key(own.playbook.id) == key; };
    if (std::ranges::any_of(document.own_playbooks, is_own)) return !is_set_aside(document, key);
    const auto id = deal_of_key(key);
    return id && find_entry(document, *id) && !is_set_aside(document, key);
}

}

std::string backup_of(const Document& document, Platform& platform) {
    std::vector<Deal> deals;
    std::vector<io::Backup::Text> stored;
    for (const auto& entry : document.entries) {
        auto packed = entry.archived ? io::write_archived(entry.deal) : Result<std::string>(fail("In the list"));
        if (packed) {
            stored.push_back({archive_key(entry.deal.id), std::move(*packed)});
        } else {
            deals.push_back(entry.deal);
        }
    }
    for (const auto& key : platform.keys()) {
        if (is_of_team(key) || (key == settings_key ? !is_set_aside(document, key) : is_of_entry(document, key))) continue;
        if (const auto text = platform.read(key); text && *text) stored.push_back({key, **text});
    }
    for (const auto& own : document.own_playbooks) {
        stored.push_back({playbook_key(own.playbook.id), io::write_playbook(own.playbook)});
    }
    if (!is_set_aside(document, settings_key)) {
        stored.push_back({std::string(settings_key), io::write_settings(settings_now(document, platform.today()))});
    }
    return io::write_backup(deals, stored);
}

void mark_backed_up(Document& document, Date today, std::uint64_t revision) {
    auto& settings = document.settings;
    document.settings_unsaved = document.settings_unsaved || settings.last_backup != today;
    settings.last_backup = today;
    for (auto& entry : document.entries) {
        if (!entry.changed || entry.revision >= revision) continue;
        entry.changed = false;
        document.settings_unsaved = true;
    }
}

}
