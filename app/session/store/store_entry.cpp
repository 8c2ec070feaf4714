#include "app/session/store/store_entry.hpp"

#include "app/session/store/store.hpp"
#include "app/session/store/stored_mark.hpp"
#include "core/files/json.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

namespace {

std::string name_of(const Deal& deal) {
    return !deal.title.empty() ? deal.title : deal.account.empty() ? "A deal" : deal.account;
}

Result<std::string> form_of(Document& document, const Entry& entry, bool archived, Platform& platform) {
    auto text = archived ? io::write_archived(entry.deal) : Result<std::string>(io::write_deal(entry.deal));
    if (!text || platform.holds_surely()) return text;
    StoredMark mark;
    for (const auto& seen : {entry.seen.packed, entry.seen.file}) {
        const auto one = seen ? mark_of(*seen) : std::nullopt;
        if (!one) continue;
        for (const auto& writer : one->writers) {
            mark.add(writer.id, std::max(writer.number, mark.number_of(writer.id)));
        }
    }
    mark.add(document.writer, ++document.writes);
    return with_mark(*text, mark);
}

// Writes the one form, then removes the other. What is set aside stays as it is.
Result<void> write_form(Document& document, Entry& entry, Platform& platform, bool archived) {
    const auto key = archived ? archive_key(entry.deal.id) : deal_key(entry.deal.id);
    const auto other_key = archived ? deal_key(entry.deal.id) : archive_key(entry.deal.id);
    auto& form = archived ? entry.seen.packed : entry.seen.file;
    auto& other = archived ? entry.seen.file : entry.seen.packed;
    if (is_set_aside(document, key)) {
        return fail("The stored version of this deal cannot be read, and was not overwritten", {}, "Save this one as a file, then look at the entry on Deals.");
    }
    auto text = form_of(document, entry, archived, platform);
    if (!text) return std::unexpected(text.error());
    if (auto written = platform.write(key, *text); !written) return written;
    form = std::move(*text);
    entry.written = document.writes;
    if (!other || is_set_aside(document, other_key)) return {};
    if (auto removed = platform.remove(other_key); !removed) return removed;
    other.reset();
    return {};
}

// Whether no other deal of the user's is stored yet.
bool is_first_own(const Document& document, const Entry& entry) {
    return !entry.seen.any() && std::ranges::none_of(document.entries, [](const Entry& one) { return !one.deal.sample && one.seen.any(); });
}

std::unexpected<Error> changed_elsewhere(const Document& document, const Deal& deal) {
    return fail(name_of(deal) + " was changed in " + document.elsewhere + " too", {}, "First choose which version to keep.");
}

}

void forget_set_aside(Document& document, std::string_view key) {
    std::erase_if(document.damaged, [&](const Damaged& one) { return one.key == key; });
}

Result<StoredTexts> read_texts(Platform& platform, const DealId& id) {
    auto file = platform.read(deal_key(id));
    if (!file) return std::unexpected(file.error());
    auto packed = platform.read(archive_key(id));
    if (!packed) return std::unexpected(packed.error());
    return StoredTexts{std::move(*file), std::move(*packed)};
}

namespace {

void set_aside(Document& document, const DealId& id, bool archived, std::string text, Error error, Platform& platform) {
    const auto key = archived ? archive_key(id) : deal_key(id);
    forget_set_aside(document, key);
    Damaged damaged{key, std::move(text), std::move(error), Damaged::Why::unreadable};
    const auto last_day = Date::from_calendar(2999, 12, 1).value();
    if (const auto later = read_form_of(id, damaged.text, archived, last_day)) {
        damaged.why = Damaged::Why::later;
        damaged.error = {name_of(*later) + " has dates after today, " + short_date(platform.today(), later->opened), {},
                         platform.is_day_given() ? "The address sets the day with \"today=\". Open Middleground without it. Nothing is wrong with the deal."
                                                 : "Set the right date on this device, then open Middleground again. Nothing is wrong with the deal."};
    }
    document.damaged.push_back(std::move(damaged));
}

}

void load_entry(Document& document, Platform& platform, const DealId& id) {
    if (auto there = read_texts(platform, id)) {
        load_stored(document, platform, id, std::move(*there));
    } else {
        document.damaged.push_back({deal_key(id), {}, there.error(), Damaged::Why::unreadable});
    }
}

void load_stored(Document& document, Platform& platform, const DealId& id, StoredTexts there) {
    const auto today = platform.today();
    Entry entry;
    std::optional<Deal> file;
    std::optional<Deal> packed;
    const auto read = [&](std::optional<Deal>& deal, const std::optional<std::string>& text, bool archived) {
        if (!text) return;
        auto result = read_form_of(id, *text, archived, today);
        if (result) {
            deal = std::move(*result);
        } else {
            set_aside(document, id, archived, *text, result.error(), platform);
        }
    };
    read(file, there.file, false);
    read(packed, there.packed, true);
    if (!file && !packed) return;
    // Of both forms, as when the program ended between writing the one and removing the other, the file counts: it comes later.
    if (file && packed && !same_but_diary(*file, *packed)) {
        forget_set_aside(document, archive_key(id));
        document.damaged.push_back({archive_key(id), *there.packed,
                                    Error{name_of(*file) + " is also in the archive, with different content", {},
                                          "Download that one and open the file to compare both, then remove it here."},
                                    Damaged::Why::twice});
    }
    if (file && packed) file->diary = united(std::move(file->diary), packed->diary);
    entry.archived = !file;
    entry.deal = std::move(file ? *file : *packed);
    entry.seen = std::move(there);
    entry.revision = document.next_revision++;
    document.entries.push_back(std::move(entry));
}

void write_entry(Document& document, Entry& entry, Platform& platform) {
    const auto hold = platform.hold_storage();
    auto there = read_texts(platform, entry.deal.id);
    if (!there) {
        entry.state = after_refusal(there.error());
        return;
    }
    // Compare before writing: another tab may have written since we last looked, and its storage event may still be on the way.
    const auto look = look_at(document, entry, platform, std::move(*there));
    auto met = after_look(entry.state, look.did, look.there, platform.now_ms());
    entry.state = std::move(met.state);
    if (met.then == Then::ask) return;
    if (met.then == Then::adopt) adopt(entry, look, platform.now_ms());
    const bool first = !entry.deal.sample && is_first_own(document, entry);
    const auto written = write_form(document, entry, platform, entry.archived);
    if (written && first) platform.keep_storage();
    entry.state = written ? after_save() : after_refusal(written.error());
    if (written) entry.diary_since_ms.reset();
}

void write_diary(Document& document, Entry& entry, Platform& platform) {
    entry.diary_since_ms.reset();
    const auto hold = platform.hold_storage();
    const auto there = read_texts(platform, entry.deal.id);
    if (!is_saved(entry.state) || !there || !there->any() || *there != entry.seen) return;
    // Whoever writes over this in the same instant has crossed nothing of the user's, and need not have seen it.
    const auto number = entry.written;
    static_cast<void>(write_form(document, entry, platform, entry.archived));
    entry.written = number;
}

Result<void> set_archived(Document& document, Entry& entry, Platform& platform, bool archived) {
    if (entry.archived == archived) return {};
    if (conflict_of(entry.state)) return changed_elsewhere(document, entry.deal);
    const auto hold = platform.hold_storage();
    auto there = read_texts(platform, entry.deal.id);
    if (!there) return std::unexpected(there.error());
    auto look = look_at(document, entry, platform, std::move(*there));
    auto met = after_look(entry.state, look.did, look.there, platform.now_ms());
    switch (met.then) {
    case Then::ask:
        entry.state = std::move(met.state);
        return changed_elsewhere(document, entry.deal);
    case Then::leave:
        return fail(name_of(entry.deal) + " was removed in " + document.elsewhere, {}, {});
    case Then::follow:
        follow(document, entry, std::move(look), "Changed in " + document.elsewhere, platform.now_ms());
        if (entry.archived == archived) return {};
        break;
    case Then::adopt:
        adopt(entry, std::move(look), platform.now_ms());
        break;
    case Then::nothing:
        break;
    }
    if (archived && !io::write_archived(entry.deal)) {
        return fail("This deal is too large to archive", name_of(entry.deal), "Save it as a file, then remove it.");
    }
    if (auto written = write_form(document, entry, platform, archived); !written) return written;
    entry.archived = archived;
    entry.state = after_save();
    note_change(document, entry);
    return {};
}

Result<void> remove_stored(Document& document, Entry& entry, Platform& platform) {
    const auto* conflict = conflict_of(entry.state);
    if (conflict && conflict->there.any()) return changed_elsewhere(document, entry.deal);
    const auto hold = platform.hold_storage();
    auto there = read_texts(platform, entry.deal.id);
    // What never was in storage can go from the window although storage refuses.
    if (!there) return entry.seen.any() ? Result<void>(std::unexpected(there.error())) : Result<void>();
    const auto look = look_at(document, entry, platform, std::move(*there));
    if (look.did == OtherDid::changed || look.did == OtherDid::crossed || look.did == OtherDid::unreadable) {
        return fail(name_of(entry.deal) + " was changed in " + document.elsewhere + " a moment ago, and was not removed", {}, "Look at it again, then remove it.");
    }
    for (const bool archived : {true, false}) {
        const auto key = archived ? archive_key(entry.deal.id) : deal_key(entry.deal.id);
        if (!(archived ? look.there.packed : look.there.file) || is_set_aside(document, key)) continue;
        if (auto removed = platform.remove(key); !removed) return removed;
        (archived ? entry.seen.packed : entry.seen.file).reset();
    }
    entry.seen = {};
    entry.state = after_save();
    return {};
}

}
