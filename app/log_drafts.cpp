#include "app/log_drafts.hpp"

#include "app/log_draft_json.hpp"
#include "app/store.hpp"
#include "app/views/log_form.hpp"

#include <algorithm>

namespace middleground {

namespace {

const Entry* drafted_deal(const World& world) {
    return world.document.preview ? nullptr : find_entry(world.document, world.document.open);
}

bool is_damaged(const Document& document, const std::string& key) {
    return std::ranges::find(document.damaged, key, &Damaged::key) != document.damaged.end();
}

}

std::string draft_key(const DealId& id) {
    return "draft/" + id.text;
}

void load_log_draft(World world) {
    world.view.log = {};
    const auto* entry = drafted_deal(world);
    if (!entry) return;
    const auto text = world.platform.read(draft_key(entry->deal.id));
    if (!text || !*text) return;
    // One that cannot be read was told when the program started, and stays where it is.
    if (auto draft = read_log_draft(**text)) world.view.log = without_what_is_gone(std::move(*draft), entry->deal);
}

bool keep_log_draft(World world) {
    const auto* entry = drafted_deal(world);
    if (!entry) return true;
    const auto key = draft_key(entry->deal.id);
    if (is_damaged(world.document, key)) return false;
    if (!says_anything(world.view.log, entry->deal)) {
        remove_stored_draft(world.platform, entry->deal.id);
        return true;
    }
    const auto text = write_log_draft(world.view.log);
    if (const auto there = world.platform.read(key); there && *there == text) return true;
    if (auto written = world.platform.write(key, text); !written) {
        world.view.error = written.error();
        world.view.error->where.clear(); // the name of the entry says nothing to a reader
        return false;
    }
    return true;
}

void put_log_draft_away(World world) {
    const auto* entry = drafted_deal(world);
    if (!entry) return;
    const bool kept = says_anything(world.view.log, entry->deal);
    const bool stored = keep_log_draft(world);
    if (kept) {
        show_toast(world.view, world.platform, stored ? "Kept as a draft" : "Kept as a draft until the page is closed", false);
    } else {
        world.view.log = {};
    }
}

void drop_log_draft(World world) {
    world.view.log = {};
    if (const auto* entry = drafted_deal(world)) remove_stored_draft(world.platform, entry->deal.id);
}

void remove_stored_draft(Platform& platform, const DealId& id) {
    const auto key = draft_key(id);
    if (const auto there = platform.read(key); there && *there && read_log_draft(**there)) static_cast<void>(platform.remove(key));
}

void LogDraftWatch::look(const Document& document, const ViewState& view, std::int64_t now_ms) {
    if (document.preview || document.open.empty()) {
        of_ = {};
        failed_ = false;
        return;
    }
    if (!view.log.open && of_ == document.open) return; // put away and kept
    auto text = write_log_draft(view.log);
    if (of_ != document.open) {
        of_ = document.open;
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
