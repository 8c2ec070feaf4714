#include "app/store.hpp"

#include "app/log_draft_json.hpp"
#include "core/io/json.hpp"

#include <algorithm>
#include <map>

namespace middleground {

namespace {

constexpr std::string_view deal_prefix = "deal/";
constexpr std::string_view archive_prefix = "archive/";
constexpr std::string_view draft_prefix = "draft/";
constexpr std::string_view settings_key = "settings";
constexpr std::int64_t most_saving_ms = 8; // of a frame

// The entry of a stored text; what cannot be read is set aside by the caller.
Result<Entry> read_entry(Document& document, const std::string& text, Date today, bool archived = false) {
    auto deal = archived ? io::read_archived(text, today) : io::read_deal(text, today);
    if (!deal) {
        return std::unexpected(deal.error());
    }
    Entry entry;
    entry.deal = std::move(*deal);
    entry.stored = text;
    entry.archived = archived;
    entry.revision = document.next_revision++;
    return entry;
}

void order_entries(Document& document) {
    std::map<std::string_view, std::size_t> places;
    for (const auto& id : document.settings.order) {
        places.emplace(id.text, places.size());
    }
    std::ranges::stable_sort(document.entries, {}, [&](const Entry& entry) {
        const auto place = places.find(entry.deal.id.text);
        return place == places.end() ? places.size() : place->second;
    });
}

Result<std::string> stored_form(const Deal& deal, bool archived) {
    return archived ? io::write_archived(deal) : Result<std::string>(io::write_deal(deal));
}

void load_settings(Document& document, Platform& platform) {
    const auto text = platform.read(settings_key);
    if (!text) {
        document.storage_error = text.error();
        return;
    }
    if (!*text) {
        return;
    }
    if (auto settings = io::read_settings(**text)) {
        document.settings = std::move(*settings);
    } else {
        document.damaged.push_back({std::string(settings_key), **text, settings.error()});
    }
}

// Drafts are read when their deal is opened; one that cannot be read is told once, here.
void check_draft(Document& document, Platform& platform, const std::string& key) {
    const auto text = platform.read(key);
    if (!text || !*text) return;
    if (const auto draft = read_log_draft(**text); !draft) document.damaged.push_back({key, **text, draft.error()});
}

void save_settings(Document& document, Platform& platform) {
    // A damaged entry is not overwritten until the user removed it.
    if (std::ranges::find(document.damaged, settings_key, &Damaged::key) != document.damaged.end()) {
        return;
    }
    auto& order = document.settings.order;
    order.clear();
    for (const auto& entry : document.entries) {
        order.push_back(entry.deal.id);
    }
    if (const auto written = platform.write(settings_key, io::write_settings(document.settings))) {
        document.settings_unsaved = false;
        document.storage_error.reset();
    } else {
        document.storage_error = written.error();
        document.storage_error->where.clear(); // the name of the entry says nothing to a reader
        document.settings_unsaved = false;     // tried once; the next change or "try again" tries anew
    }
}

void save_entry(Entry& entry, Platform& platform) {
    const auto key = stored_key(entry);
    // Compare before writing: another tab may have written since we last looked, and its storage event may still be on the way.
    const auto there = platform.read(key);
    if (!there) {
        entry.save_error = there.error();
        entry.unsaved_since_ms.reset();
        return;
    }
    if (*there && **there != entry.stored) {
        entry.theirs = **there;
        entry.unsaved_since_ms.reset();
        return;
    }
    auto text = stored_form(entry.deal, entry.archived);
    if (const auto written = text ? platform.write(key, *text) : std::unexpected(text.error()); !written) {
        entry.save_error = written.error();
        entry.unsaved_since_ms.reset();
        return;
    }
    entry.stored = std::move(*text);
    entry.save_error.reset();
    entry.unsaved_since_ms.reset();
}

}

std::string deal_key(const DealId& id) {
    return std::string(deal_prefix) + id.text;
}

std::string archive_key(const DealId& id) {
    return std::string(archive_prefix) + id.text;
}

std::string stored_key(const Entry& entry) {
    return entry.archived ? archive_key(entry.deal.id) : deal_key(entry.deal.id);
}

Result<void> set_archived(Entry& entry, Platform& platform, bool archived) {
    if (entry.archived == archived) return {};
    auto text = stored_form(entry.deal, archived);
    if (!text) return fail("This deal is too large to archive", entry.deal.title, "Save it as a file, then remove it.");
    const auto before = stored_key(entry);
    const auto key = archived ? archive_key(entry.deal.id) : deal_key(entry.deal.id);
    if (auto written = platform.write(key, *text); !written) return written;
    if (auto removed = platform.remove(before); !removed) return removed;
    entry.archived = archived;
    entry.stored = std::move(*text);
    entry.unsaved_since_ms.reset();
    entry.save_error.reset();
    return {};
}

void load_all(Document& document, Platform& platform) {
    load_settings(document, platform);
    std::map<std::string, std::size_t> places; // of the deals that are there already
    for (const auto& key : platform.keys()) {
        if (key.starts_with(draft_prefix)) {
            check_draft(document, platform, key);
            continue;
        }
        const bool archived = key.starts_with(archive_prefix);
        if (!archived && !key.starts_with(deal_prefix)) {
            continue;
        }
        const auto text = platform.read(key);
        if (!text || !*text) {
            if (!text) {
                document.damaged.push_back({key, {}, text.error()});
            }
            continue;
        }
        auto entry = read_entry(document, **text, platform.today(), archived);
        if (entry && stored_key(*entry) != key) {
            entry = fail("The deal inside has a different id from its name", key, "Download it, then open the file to get the deal back.");
        }
        if (entry) {
            // Of both forms, as when the program ended between writing the one and removing the other, the file counts: it comes later.
            const auto [place, is_new] = places.emplace(entry->deal.id.text, document.entries.size());
            if (is_new) {
                document.entries.push_back(std::move(*entry));
            } else {
                document.entries[place->second] = std::move(*entry);
            }
        } else {
            document.damaged.push_back({key, **text, entry.error()});
        }
    }
    order_entries(document);
}

bool save(Document& document, Platform& platform, SaveWhen when) {
    const auto now = platform.now_ms();
    bool any = document.settings_unsaved;
    for (auto& entry : document.entries) {
        if (entry.unsaved_since_ms && !entry.theirs && (when == SaveWhen::now || now - *entry.unsaved_since_ms >= save_delay_ms)) {
            save_entry(entry, platform);
            any = true;
            // After an import there may be thousands: the rest in the next frames.
            if (when == SaveWhen::when_due && platform.now_ms() - now >= most_saving_ms) break;
        }
    }
    if (document.settings_unsaved) {
        save_settings(document, platform);
    }
    return any;
}

std::optional<std::int64_t> next_save_in_ms(const Document& document, std::int64_t now_ms) {
    std::optional<std::int64_t> next;
    for (const auto& entry : document.entries) {
        if (entry.unsaved_since_ms && !entry.theirs) {
            const auto wait = std::max<std::int64_t>(0, *entry.unsaved_since_ms + save_delay_ms - now_ms);
            next = next ? std::min(*next, wait) : wait;
        }
    }
    return next;
}

std::optional<std::string> take_storage_change(Document& document, Platform& platform, std::string_view key) {
    const bool archived = key.starts_with(archive_prefix);
    if (!archived && !key.starts_with(deal_prefix)) {
        return {};
    }
    const auto text = platform.read(key);
    if (!text) {
        return {};
    }
    const DealId id{std::string(key.substr(key.find('/') + 1))};
    const auto place = std::ranges::find(document.entries, id, [](const Entry& entry) { return entry.deal.id; });
    const bool known = place != document.entries.end();
    if (!*text) {
        // Removed elsewhere: gone here too, unless there are changes that exist only here; those are saved again.
        // In its other form it is still there.
        if (!known || place->unsaved_since_ms || place->theirs || stored_key(*place) != key) {
            return {};
        }
        auto title = place->deal.title;
        document.undo_steps.push_back({WorkspaceStep::Kind::removed, id, "Removed " + title + " in another tab",
                                       static_cast<int>(place - document.entries.begin()), std::make_shared<Entry>(std::move(*place))});
        document.entries.erase(place);
        if (document.open == id) {
            document.open = {};
        }
        return title + " was removed in another tab";
    }
    if (known && place->stored == **text) {
        return {};
    }
    auto entry = read_entry(document, **text, platform.today(), archived);
    if (!entry) {
        return {}; // the tab that wrote it says what is wrong; ours stays, and saving will notice the difference
    }
    if (!known) {
        document.entries.push_back(std::move(*entry));
        return document.entries.back().deal.title + " was added in another tab";
    }
    if (place->archived != archived) {
        if (place->unsaved_since_ms || place->theirs) return {}; // what was changed here is stored beside it, and comes out again
        place->archived = archived;
        place->deal = std::move(entry->deal);
        place->stored = **text;
        place->revision = entry->revision;
        return place->deal.title + (archived ? " was archived in another tab" : " was unarchived in another tab");
    }
    if (place->unsaved_since_ms || place->save_error) {
        place->theirs = **text;
        return {};
    }
    place->history.record(std::move(place->deal), "Changed in another tab", {}, platform.now_ms());
    place->deal = std::move(entry->deal);
    place->stored = **text;
    place->revision = entry->revision;
    return "Changed in another tab, and now here too";
}

void touch(Document& document, Entry& entry, std::int64_t now_ms) {
    entry.revision = document.next_revision++;
    if (!entry.unsaved_since_ms) {
        entry.unsaved_since_ms = now_ms;
    }
    entry.save_error.reset();
}

}
