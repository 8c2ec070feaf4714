#include "app/session/drafts/log_drafts.hpp"

#include "app/session/drafts/log_draft_json.hpp"
#include "app/session/store/store.hpp"

#include <algorithm>
#include <string_view>
#include <utility>

namespace middleground {

namespace {

constexpr std::string_view draft_prefix = "draft/";

const Entry* drafted_deal(const World& world) {
    return find_entry(world.document, open_id(world.document));
}

// The place is ours for as long as it holds what we put or found there.
bool is_ours(Platform& platform, const DealId& id, const StoredDraft& stored) {
    if (stored.place == 0) return false;
    const auto there = platform.read(draft_key(id, stored.place));
    return there && *there == stored.text;
}

// False when storage refused.
bool remove_ours(World world, const DealId& id) {
    const auto stored = std::exchange(world.view.log_stored, {});
    return !is_ours(world.platform, id, stored) || world.platform.remove(draft_key(id, stored.place));
}

}

std::string draft_key(const DealId& id, int place) {
    auto key = std::string(draft_prefix) + id.text;
    if (place > 1) key += '.' + std::to_string(place);
    return key;
}

std::optional<DealId> deal_of_draft(std::string_view key) {
    if (!key.starts_with(draft_prefix)) return {};
    const auto name = key.substr(draft_prefix.size());
    for (int place = 1; place <= most_log_drafts; ++place) {
        DealId id{std::string(name.substr(0, name.rfind('.')))};
        if (key == draft_key(id, place)) return id;
    }
    return {};
}

Result<int> store_draft(Platform& platform, const DealId& id, std::string_view text) {
    for (int place = 1; place <= most_log_drafts; ++place) {
        const auto key = draft_key(id, place);
        const auto there = platform.read(key);
        if (!there) return std::unexpected(there.error());
        if (*there == text) return place;
        if (*there) continue;
        if (auto written = platform.write(key, text); !written) return std::unexpected(written.error());
        return place;
    }
    return fail("This deal has " + std::to_string(most_log_drafts) + " drafts of its log already", {}, "Log or drop one of them first.");
}

void load_log_draft(World world) {
    world.view.log = {};
    world.view.log_stored = {};
    const auto* entry = drafted_deal(world);
    if (!entry) return;
    for (int place = most_log_drafts; place > 0; --place) {
        const auto text = world.platform.read(draft_key(entry->deal.id, place));
        if (!text || !*text) continue;
        // One that cannot be read was told when the program started, and stays where it is.
        auto draft = read_log_draft(**text);
        if (!draft) continue;
        world.view.log = without_what_is_gone(std::move(*draft), entry->deal);
        world.view.log_stored = {place, **text, write_log_draft(world.view.log)};
        return;
    }
}

bool keep_log_draft(World world) {
    const auto* entry = drafted_deal(world);
    if (!entry) return true;
    const auto& id = entry->deal.id;
    auto& stored = world.view.log_stored;
    if (!says_anything(world.view.log, entry->deal)) {
        remove_ours(world, id);
        return true;
    }
    auto text = write_log_draft(world.view.log);
    if (text == stored.loaded) return true; // perhaps another window's, which goes on writing it
    Result<int> place = stored.place;
    if (!is_ours(world.platform, id, stored)) {
        place = store_draft(world.platform, id, text);
    } else if (text != stored.text) {
        const auto written = world.platform.write(draft_key(id, stored.place), text);
        if (!written) place = std::unexpected(written.error());
    }
    if (!place) {
        world.view.error = place.error();
        world.view.error->where.clear(); // the name of the entry says nothing to a reader
        return false;
    }
    stored = {*place, std::move(text), {}};
    return true;
}

void put_log_draft_away(World world) {
    const auto* entry = drafted_deal(world);
    if (!entry) return;
    const bool says_something = says_anything(world.view.log, entry->deal);
    const bool stored = keep_log_draft(world);
    if (says_something) {
        show_toast(world.view, world.platform, stored ? "Kept as a draft" : "Kept as a draft until you close the page", false);
    } else {
        world.view.log = {};
    }
}

void drop_log_draft(World world) {
    world.view.log = {};
    if (const auto* entry = drafted_deal(world)) remove_ours(world, entry->deal.id);
}

std::vector<std::string> take_stored_drafts(Platform& platform, const DealId& id) {
    std::vector<std::string> texts;
    for (int place = 1; place <= most_log_drafts; ++place) {
        const auto key = draft_key(id, place);
        const auto there = platform.read(key);
        if (!there || !*there || !read_log_draft(**there)) continue;
        texts.push_back(**there);
        static_cast<void>(platform.remove(key));
    }
    return texts;
}

void put_drafts_back(World world, const DealId& id, const std::vector<std::string>& texts) {
    for (const auto& text : texts) {
        if (const auto place = store_draft(world.platform, id, text); !place) world.view.error = place.error();
    }
}

void LogDraftWatch::look(const Document& document, const ViewState& view, std::int64_t now_ms) {
    const auto& open = open_id(document);
    if (open.empty()) {
        of_ = {};
        failed_ = false;
        return;
    }
    if (!view.log.open && of_ == open) return; // put away and kept
    auto text = write_log_draft(view.log);
    if (of_ != open) {
        of_ = open;
        known_ = std::move(text);
        unsaved_since_ms_.reset();
        failed_ = false;
    } else if (text != known_) {
        known_ = std::move(text);
        if (!unsaved_since_ms_) unsaved_since_ms_ = now_ms;
    }
}

std::optional<std::int64_t> LogDraftWatch::due_in_ms(std::int64_t now_ms) const {
    if (!unsaved_since_ms_) return {};
    return std::max<std::int64_t>(0, *unsaved_since_ms_ + save_delay_ms - now_ms);
}

}
