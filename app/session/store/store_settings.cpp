#include "app/session/store/store_settings.hpp"

#include "app/session/store/store.hpp"
#include "core/base/sort_list.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <utility>

namespace middleground {

namespace {

template <typename Value>
void take_changed(const Value& base, Value& mine, const Value& theirs) {
    if (mine == base) mine = theirs;
}

std::set<std::string_view> set_of(const std::vector<DealId>& ids) {
    std::set<std::string_view> set;
    for (const auto& id : ids) {
        set.insert(id.text);
    }
    return set;
}

std::set<std::string_view> set_of(std::vector<DealId>&&) = delete; // the set points into the list

std::vector<DealId> common(const std::vector<DealId>& ids, const std::set<std::string_view>& others) {
    std::vector<DealId> both;
    for (const auto& id : ids) {
        if (others.contains(id.text)) both.push_back(id);
    }
    return both;
}

// What is not in `ids` goes behind what it stands behind in `others`, or to the front.
std::vector<DealId> with_missing(std::vector<DealId> ids, const std::vector<DealId>& others) {
    const auto there = set_of(ids);
    std::map<std::string_view, std::vector<DealId>> behind; // each in the order of `others`
    std::string_view before;
    for (const auto& id : others) {
        if (there.contains(id.text)) {
            before = id.text;
        } else {
            behind[before].push_back(id);
        }
    }
    if (behind.empty()) return ids;
    auto all = behind[{}];
    for (const auto& id : ids) {
        all.push_back(id);
        if (const auto found = behind.find(id.text); found != behind.end()) all.insert(all.end(), found->second.begin(), found->second.end());
    }
    return all;
}

// A deal that is stored but not shown, because it cannot be read now or has not been told of yet, keeps its place.
bool is_stored(Platform& platform, const DealId& id) {
    const auto has = [&](const std::string& key) {
        const auto text = platform.read(key);
        return text && *text;
    };
    return has(deal_key(id)) || has(archive_key(id));
}

void merge_theirs(Document& document, Platform& platform, const Settings& theirs) {
    auto& base = document.settings_base;
    auto order = merged_order(base.order, shown_order(document), theirs.order);
    document.settings = merged_settings(base, std::move(document.settings), theirs);
    merge_changed(document, base, theirs);
    const auto here = shown_order(document);
    const auto shown = set_of(here);
    std::erase_if(order, [&](const DealId& id) { return !shown.contains(id.text) && !is_stored(platform, id); });
    document.settings.order = std::move(order);
    order_entries(document);
}

}

Settings merged_settings(const Settings& base, Settings mine, const Settings& theirs) {
    take_changed(base.theme, mine.theme, theirs.theme);
    take_changed(base.drawing, mine.drawing, theirs.drawing);
    take_changed(base.text_percent, mine.text_percent, theirs.text_percent);
    take_changed(base.last_open, mine.last_open, theirs.last_open);
    take_changed(base.last_open_on, mine.last_open_on, theirs.last_open_on);
    take_changed(base.last_backup, mine.last_backup, theirs.last_backup);
    take_changed(base.samples_offered, mine.samples_offered, theirs.samples_offered);
    take_changed(base.currency, mine.currency, theirs.currency);
    take_changed(base.seller, mine.seller, theirs.seller);
    take_changed(base.recalibrates, mine.recalibrates, theirs.recalibrates);
    take_changed(base.import_words, mine.import_words, theirs.import_words);
    take_changed(base.own_addresses, mine.own_addresses, theirs.own_addresses);
    take_changed(base.not_doubles, mine.not_doubles, theirs.not_doubles);
    take_changed(base.fields, mine.fields, theirs.fields);
    take_changed(base.filters, mine.filters, theirs.filters);
    take_changed(base.deal_columns, mine.deal_columns, theirs.deal_columns);
    take_changed(base.csv, mine.csv, theirs.csv);
    take_changed(base.extra, mine.extra, theirs.extra);
    return mine;
}

std::vector<DealId> merged_order(const std::vector<DealId>& base, const std::vector<DealId>& mine, const std::vector<DealId>& theirs) {
    const bool moved_here = common(mine, set_of(base)) != common(base, set_of(mine));
    return moved_here ? with_missing(mine, theirs) : with_missing(theirs, mine);
}

std::vector<DealId> shown_order(const Document& document) {
    std::vector<DealId> order;
    order.reserve(document.entries.size());
    for (const auto& entry : document.entries) {
        order.push_back(entry.deal.id);
    }
    return order;
}

void merge_changed(Document& document, const Settings& base, const Settings& theirs) {
    const auto before = set_of(base.changed);
    const auto there = set_of(theirs.changed);
    std::vector<DealId> changed;
    for (auto& entry : document.entries) {
        const auto& id = entry.deal.id;
        if (entry.changed == before.contains(id.text)) entry.changed = there.contains(id.text);
        if (entry.changed) changed.push_back(id);
    }
    document.settings.changed = std::move(changed);
}

void order_entries(Document& document) {
    std::map<std::string_view, std::size_t> places;
    for (const auto& id : document.settings.order) {
        places.emplace(id.text, places.size());
    }
    const auto place_of = [&](const Entry& entry) {
        const auto place = places.find(entry.deal.id.text);
        return place == places.end() ? places.size() : place->second;
    };
    if (!std::ranges::is_sorted(document.entries, {}, place_of)) sort_list(document.entries, {}, place_of);
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
        document.settings_base = document.settings;
    } else {
        document.damaged.push_back({std::string(settings_key), **text, settings.error(), Damaged::Why::unreadable});
    }
}

void save_settings(Document& document, Platform& platform) {
    document.settings_unsaved = false; // tried once; the next change, "try again" or the end of the window tries anew
    // A damaged entry is not overwritten until the user removed it.
    if (is_set_aside(document, settings_key)) return;
    const auto hold = platform.hold_storage();
    const auto refused = [&](const Error& error) {
        document.storage_error = error;
        document.storage_error->where.clear(); // the name of the entry says nothing to a reader
    };
    const auto there = platform.read(settings_key);
    if (!there) return refused(there.error());
    const auto theirs = *there ? io::read_settings(**there) : Result<Settings>(document.settings_base);
    if (!theirs) {
        document.damaged.push_back({std::string(settings_key), **there, theirs.error(), Damaged::Why::unreadable});
        return;
    }
    merge_theirs(document, platform, *theirs);
    if (const auto written = platform.write(settings_key, io::write_settings(document.settings)); !written) return refused(written.error());
    document.settings_base = document.settings;
    document.storage_error.reset();
}

void take_settings_change(Document& document, Platform& platform) {
    const auto text = platform.read(settings_key);
    const auto theirs = text && *text ? io::read_settings(**text) : fail("");
    if (!theirs || is_set_aside(document, settings_key)) return; // the next save says what is wrong
    merge_theirs(document, platform, *theirs);
    document.settings_base = *theirs;
}

}
