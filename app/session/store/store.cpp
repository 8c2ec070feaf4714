#include "app/session/store/store.hpp"

#include "app/session/drafts/log_draft_json.hpp"
#include "app/session/playbooks/store_playbooks.hpp"
#include "app/session/store/store_entry.hpp"
#include "app/session/store/store_settings.hpp"
#include "app/session/team/team_keys.hpp"
#include "core/base/random.hpp"

#include <algorithm>
#include <map>
#include <utility>

namespace middleground {

namespace {

constexpr std::string_view deal_prefix = "deal/";
constexpr std::string_view archive_prefix = "archive/";
constexpr std::string_view draft_prefix = "draft/";
constexpr std::int64_t most_saving_ms = 8; // of a frame

// Drafts are read when their deal is opened; one that cannot be read is told once, here.
void check_draft(Document& document, Platform& platform, const std::string& key) {
    const auto text = platform.read(key);
    if (!text || !*text) return;
    if (const auto draft = read_log_draft(**text); !draft) document.damaged.push_back({key, **text, draft.error(), Damaged::Why::unreadable});
}

bool is_due(const Entry& entry, SaveWhen when, std::int64_t now) {
    if (when == SaveWhen::now) return unsaved_since_ms(entry.state) || failure_of(entry.state);
    const auto since = unsaved_since_ms(entry.state);
    return since && now - *since >= save_delay_ms;
}

// Nothing else of the deal waits: its diary alone does.
bool has_diary_only(const Entry& entry) {
    return entry.diary_since_ms && is_saved(entry.state);
}

bool is_diary_due(const Entry& entry, SaveWhen when, std::int64_t now) {
    return has_diary_only(entry) && (when == SaveWhen::now || now - *entry.diary_since_ms >= diary_delay_ms);
}

}

std::string deal_key(const DealId& id) {
    return std::string(deal_prefix) + id.text;
}

std::string archive_key(const DealId& id) {
    return std::string(archive_prefix) + id.text;
}

std::optional<DealId> deal_of_key(std::string_view key) {
    if (!key.starts_with(deal_prefix) && !key.starts_with(archive_prefix)) return {};
    return DealId{std::string(key.substr(key.find('/') + 1))};
}

void load_all(Document& document, Platform& platform) {
    document.elsewhere = platform.elsewhere();
    Random random(platform.seed());
    document.writer = make_id_text(random);
    load_settings(document, platform);
    std::map<std::string, bool> known; // deals that were looked at already, in their other form
    for (const auto& key : platform.keys()) {
        if (key.starts_with(playbook_prefix)) {
            load_playbook(document, platform, key);
        } else if (key.starts_with(draft_prefix)) {
            check_draft(document, platform, key);
        } else if (key == team_key) {
            document.has_membership = true;
        } else if (const auto id = deal_of_key(key); id && known.emplace(id->text, true).second) {
            load_entry(document, platform, *id);
        }
    }
    if (document.has_membership) {
        if (const auto text = platform.read(colleagues_key); text && *text) mark_colleagues(document, **text);
    }
    order_entries(document);
    merge_changed(document, {}, document.settings);
}

bool save(Document& document, Platform& platform, SaveWhen when) {
    const auto now = platform.now_ms();
    bool any = document.settings_unsaved;
    for (auto& entry : document.entries) {
        if (is_due(entry, when, now) || is_diary_due(entry, when, now)) {
            if (is_due(entry, when, now)) {
                write_entry(document, entry, platform);
            } else {
                write_diary(document, entry, platform);
            }
            any = true;
            // After an import there may be thousands: the rest in the next frames.
            if (when == SaveWhen::when_due && platform.now_ms() - now >= most_saving_ms) break;
        }
    }
    if (!document.own_playbooks.empty()) any = save_playbooks(document, platform, when == SaveWhen::now) || any;
    if (document.settings_unsaved || (when == SaveWhen::now && document.storage_error)) {
        save_settings(document, platform);
    }
    return any;
}

std::optional<std::int64_t> next_save_in_ms(const Document& document, std::int64_t now_ms) {
    std::optional<std::int64_t> next;
    if (!document.own_playbooks.empty()) next = next_playbook_save_in_ms(document, now_ms);
    if (document.settings_unsaved) next = 0;
    for (const auto& entry : document.entries) {
        if (const auto since = unsaved_since_ms(entry.state)) {
            const auto wait = std::max<std::int64_t>(0, *since + save_delay_ms - now_ms);
            next = next ? std::min(*next, wait) : wait;
        } else if (has_diary_only(entry)) {
            const auto wait = std::max<std::int64_t>(0, *entry.diary_since_ms + diary_delay_ms - now_ms);
            next = next ? std::min(*next, wait) : wait;
        }
    }
    return next;
}

bool is_saved(const Document& document) {
    return !document.settings_unsaved && !document.storage_error && (document.own_playbooks.empty() || are_playbooks_saved(document)) &&
           std::ranges::all_of(document.entries, [](const Entry& entry) { return (is_saved(entry.state) && !entry.diary_since_ms) || conflict_of(entry.state); });
}

bool keeps_something_here(const Document& document) {
    return document.settings_unsaved || document.storage_error || (!document.own_playbooks.empty() && !are_playbooks_saved(document)) ||
           std::ranges::any_of(document.entries, [](const Entry& entry) { return is_only_here(entry.state); });
}

void note_change(Document& document, Entry& entry) {
    if (entry.changed || entry.deal.sample) return;
    entry.changed = true;
    document.settings_unsaved = true;
}

void touch(Document& document, Entry& entry, std::int64_t now_ms) {
    entry.revision = document.next_revision++;
    entry.state = after_edit(entry.state, now_ms);
    note_change(document, entry);
}

}
