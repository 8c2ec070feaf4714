#include "app/session/store/store_look.hpp"

#include "app/session/store/store.hpp"
#include "app/session/store/store_settings.hpp"
#include "app/session/store/stored_mark.hpp"
#include "app/session/team/moved_history.hpp"
#include "core/files/json.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

namespace {

Result<Deal> read_form(const std::string& text, bool archived, Date today) {
    return archived ? io::read_archived(text, today) : io::read_deal(text, today);
}

// Which of the forms that are there counts: the one that we have not seen; of two, the file, which a change is written to.
bool counts_packed(const StoredTexts& there, const StoredTexts& seen) {
    if (!there.file || !there.packed) return !there.file;
    return there.file == seen.file && there.packed != seen.packed;
}

bool holds_nothing(Platform& platform) {
    return std::ranges::none_of(platform.keys(), [](const std::string& key) { return key == settings_key || deal_of_key(key); });
}

}

Result<Deal> read_form_of(const DealId& id, const std::string& text, bool archived, Date today) {
    auto deal = read_form(text, archived, today);
    if (deal && deal->id != id) {
        return fail("The deal inside has a different id from its name", archived ? archive_key(id) : deal_key(id),
                    "Download it, then open the file to get the deal back.");
    }
    return deal;
}

namespace {

// What ours was made from.
std::optional<Deal> seen_deal(const Entry& entry, Date today) {
    const auto* conflict = conflict_of(entry.state);
    if (is_saved(entry.state) || (conflict && !conflict->unsaved)) return entry.deal;
    const bool packed = !entry.seen.file;
    const auto& text = packed ? entry.seen.packed : entry.seen.file;
    auto deal = text ? read_form(*text, packed, today) : Result<Deal>(fail("Never stored"));
    return deal ? std::optional(std::move(*deal)) : std::nullopt;
}

// What storage has now, and of ours the days that it has not. Of two for one day theirs stays, so that two tabs that believe different things,
// as those of two versions do, do not write over each other for ever.
void take_diary(Entry& entry, const Deal& theirs, std::int64_t now_ms) {
    auto diary = theirs.diary;
    for (const auto& belief : entry.deal.diary) {
        if (std::ranges::find(theirs.diary, belief.on, &Belief::on) == theirs.diary.end()) diary.push_back(belief);
    }
    put_in_order(diary);
    entry.diary_since_ms = diary == theirs.diary ? std::nullopt : std::optional(now_ms);
    entry.deal.diary = std::move(diary);
}

}

Look look_at(const Document& document, const Entry& entry, Platform& platform, StoredTexts there) {
    Look look;
    look.there = std::move(there);
    if (look.there == entry.seen) return look;
    if (!look.there.any()) {
        look.did = holds_nothing(platform) ? OtherDid::cleared : OtherDid::removed;
        return look;
    }
    look.archived = counts_packed(look.there, entry.seen);
    const auto& text = look.archived ? *look.there.packed : *look.there.file;
    auto deal = read_form_of(entry.deal.id, text, look.archived, platform.today());
    if (!deal) {
        look.did = OtherDid::unreadable;
        return look;
    }
    const auto mark = mark_of(text);
    const bool has_ours = entry.written == 0 || !mark || mark->number_of(document.writer) >= entry.written;
    const auto seen = seen_deal(entry, platform.today());
    const bool same = seen && same_but_diary(*seen, *deal);
    look.did = same ? OtherDid::moved : has_ours ? OtherDid::changed : OtherDid::crossed;
    look.deal = std::move(*deal);
    return look;
}

void adopt(Entry& entry, Look look, std::int64_t now_ms) {
    entry.seen = std::move(look.there);
    if (look.deal) take_diary(entry, *look.deal, now_ms);
}

bool follow(Document& document, Entry& entry, Look look, std::string what, std::int64_t now_ms) {
    const bool moved = entry.archived != look.archived || !is_saved(entry.state);
    entry.state = stored::Saved{};
    entry.seen = std::move(look.there);
    entry.archived = look.archived;
    const bool same = !look.deal || same_but_diary(*look.deal, entry.deal);
    // Where only the diary is another one, nothing follows from it.
    if (moved || !same) entry.revision = document.next_revision++;
    if (look.deal) take_diary(entry, *look.deal, now_ms);
    if (same) return false;
    look.deal->diary = entry.deal.diary;
    entry.written = 0;
    if (entry.sharing != Sharing::alone) {
        // The other window may have got it from colleagues: undo here takes back nothing of theirs.
        const auto before = std::exchange(entry.deal, std::move(*look.deal));
        move_history(document, entry, before);
        return true;
    }
    entry.history.record(std::move(entry.deal), std::move(what), {}, now_ms);
    entry.deal = std::move(*look.deal);
    return true;
}

}
