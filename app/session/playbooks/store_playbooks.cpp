#include "app/session/playbooks/store_playbooks.hpp"

#include "app/session/playbooks/own_playbooks.hpp"
#include "app/session/restore.hpp"
#include "app/session/store/store.hpp"
#include "core/files/json.hpp"

#include <algorithm>
#include <utility>

namespace middleground {

namespace {

std::vector<OwnPlaybook>::iterator place_under(Document& document, std::string_view key) {
    return std::ranges::find(document.own_playbooks, key, [](const OwnPlaybook& one) { return playbook_key(one.playbook.id); });
}

Result<Playbook> read_stored(const std::string& text, std::string_view key) {
    auto playbook = io::read_playbook(text);
    if (playbook && playbook_key(playbook->id) != key) {
        return fail("The playbook inside has a different id from its name", std::string(key), "Download it, then open the file to get the playbook back.");
    }
    if (playbook && playbook->edition == 0) playbook->edition = 1;
    return playbook;
}

void put_aside(Document& document, const std::string& key, std::string text, Error error) {
    std::erase_if(document.damaged, [&](const Damaged& one) { return one.key == key; });
    document.damaged.push_back({key, std::move(text), std::move(error), Damaged::Why::unreadable});
}

bool is_id_free(const Document& document, Platform& platform, const std::string& id) {
    const auto there = platform.read(playbook_key(id));
    return !find_playbook(document, id) && there && !*there;
}

// Ours was made from another text than is there now: ours gets a name of its own, theirs stays and is listed, too.
void keep_both(Document& document, OwnPlaybook& own, Playbook theirs, std::string text, Platform& platform) {
    OwnPlaybook other;
    other.playbook = std::move(theirs);
    other.seen = std::move(text);
    Random random(platform.seed());
    do {
        own.playbook.id = make_id_text(random);
    } while (!is_id_free(document, platform, own.playbook.id));
    own.playbook.title = told_apart(own.playbook.title, " (changed here)");
    own.seen.reset();
    document.playbook_undo.clear(); // they are about the one that stays
    document.playbook_redo.clear();
    document.own_playbooks.push_back(std::move(other));
}

void write(Document& document, std::size_t place, Platform& platform) {
    const auto hold = platform.hold_storage();
    auto& own = document.own_playbooks[place];
    auto key = playbook_key(own.playbook.id);
    auto there = platform.read(key);
    if (!there) {
        own.failed = there.error();
        return;
    }
    if (*there && *there != own.seen) {
        auto theirs = read_stored(**there, key);
        if (theirs && *theirs == own.playbook) {
            own.seen = std::move(*there);
            own.unsaved_since_ms.reset();
            own.failed.reset();
            return;
        }
        if (!theirs) {
            // Of a newer version, or damaged: it stays, and ours goes beside it.
            put_aside(document, key, **there, theirs.error());
            Random random(platform.seed());
            do {
                own.playbook.id = make_id_text(random);
            } while (!is_id_free(document, platform, own.playbook.id));
        } else {
            keep_both(document, own, std::move(*theirs), std::move(**there), platform);
        }
        list_own_playbooks(document);
    }
    auto& ours = document.own_playbooks[place];
    auto text = io::write_playbook(ours.playbook);
    if (const auto written = platform.write(playbook_key(ours.playbook.id), text); !written) {
        ours.failed = written.error();
        document.storage_error = written.error();
        document.storage_error->where.clear(); // the name of the entry says nothing to a reader
        return;
    }
    ours.seen = std::move(text);
    ours.unsaved_since_ms.reset();
    ours.failed.reset();
}

}

std::string playbook_key(std::string_view id) {
    return std::string(playbook_prefix) + std::string(id);
}

void load_playbook(Document& document, Platform& platform, const std::string& key) {
    auto text = platform.read(key);
    if (!text) {
        put_aside(document, key, {}, text.error());
    } else if (*text) {
        auto playbook = read_stored(**text, key);
        if (!playbook) return put_aside(document, key, **text, playbook.error());
        OwnPlaybook own;
        own.playbook = std::move(*playbook);
        own.seen = std::move(*text);
        document.own_playbooks.push_back(std::move(own));
    }
}

bool save_playbooks(Document& document, Platform& platform, bool now) {
    const auto at = platform.now_ms();
    bool any = false;
    for (std::size_t i = 0; i < document.own_playbooks.size(); ++i) {
        const auto& own = document.own_playbooks[i];
        if (!own.unsaved_since_ms) continue;
        const bool due = now || (!own.failed && at - *own.unsaved_since_ms >= save_delay_ms);
        if (!due) continue;
        write(document, i, platform);
        any = true;
    }
    return any;
}

std::optional<std::int64_t> next_playbook_save_in_ms(const Document& document, std::int64_t now_ms) {
    std::optional<std::int64_t> next;
    for (const auto& own : document.own_playbooks) {
        if (!own.unsaved_since_ms || own.failed) continue;
        const auto wait = std::max<std::int64_t>(0, *own.unsaved_since_ms + save_delay_ms - now_ms);
        next = next ? std::min(*next, wait) : wait;
    }
    return next;
}

bool are_playbooks_saved(const Document& document) {
    return std::ranges::none_of(document.own_playbooks, [](const OwnPlaybook& own) { return own.unsaved_since_ms.has_value(); });
}

Result<void> remove_stored_playbook(Document& document, const OwnPlaybook& own, Platform& platform) {
    const auto hold = platform.hold_storage();
    const auto key = playbook_key(own.playbook.id);
    const auto there = platform.read(key);
    if (!there) return std::unexpected(there.error());
    if (!*there) return {};
    if (*there != own.seen) {
        return fail(own.playbook.title + " was changed in " + document.elsewhere + " too", {}, "Look at it again, then delete it.");
    }
    return platform.remove(key);
}

std::optional<std::string> take_playbook_change(Document& document, Platform& platform, const std::string& key) {
    const auto text = platform.read(key);
    if (!text) return {};
    const auto found = place_under(document, key);
    if (found == document.own_playbooks.end()) {
        if (!*text) return {};
        std::erase_if(document.damaged, [&](const Damaged& one) { return one.key == key; });
        const auto before = document.own_playbooks.size();
        load_playbook(document, platform, key);
        if (document.own_playbooks.size() == before) return {};
        list_own_playbooks(document);
        return document.own_playbooks.back().playbook.title + " was added in " + document.elsewhere;
    }
    if (found->unsaved_since_ms || *text == found->seen) return {}; // saving compares
    if (!*text) {
        // Nothing is lost by it: undo brings it back.
        PlaybookChange change;
        change.what = "Deleted " + found->playbook.title + " in " + document.elsewhere;
        change.before = found->playbook;
        change.index = static_cast<int>(found - document.own_playbooks.begin());
        change.at_ms = platform.now_ms();
        auto words = found->playbook.title + " was deleted in " + document.elsewhere;
        document.playbook_undo.push_back(std::move(change));
        document.playbook_redo.clear();
        document.own_playbooks.erase(found);
        list_own_playbooks(document);
        return words;
    }
    auto theirs = read_stored(**text, key);
    if (!theirs) return {}; // the next save says what is wrong
    PlaybookChange change;
    change.what = "Changed in " + document.elsewhere;
    change.before = found->playbook;
    change.after = *theirs;
    change.at_ms = platform.now_ms();
    change.index = static_cast<int>(found - document.own_playbooks.begin());
    document.playbook_undo.push_back(std::move(change));
    document.playbook_redo.clear();
    found->playbook = std::move(*theirs);
    found->seen = *text;
    list_own_playbooks(document);
    return found->playbook.title + " was changed in " + document.elsewhere + ", and now here too";
}

}
