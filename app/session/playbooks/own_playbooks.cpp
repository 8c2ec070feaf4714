#include "app/session/playbooks/own_playbooks.hpp"

#include "app/session/playbooks/store_playbooks.hpp"
#include "app/session/restore.hpp"
#include "app/session/update/show.hpp"
#include "app/session/update/update_files.hpp"
#include "core/base/file_name.hpp"
#include "core/files/json.hpp"
#include "core/files/link/playbook_link.hpp"
#include "core/forecast/own_base_odds.hpp"
#include "core/forecast/settings.hpp"
#include "core/model/playbooks/playbook_edits.hpp"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <utility>

namespace middleground {

namespace {

constexpr std::int64_t one_step_ms = 2000; // of typing in one field
constexpr std::size_t most_steps = 200;

std::vector<OwnPlaybook>::iterator place_of(Document& document, const std::string& id) {
    return std::ranges::find(document.own_playbooks, id, [](const OwnPlaybook& one) { return one.playbook.id; });
}

void mark_changed(World world, OwnPlaybook& own) {
    own.unsaved_since_ms = own.unsaved_since_ms.value_or(world.platform.now_ms());
}

// So that `after` is in the list in place of `before`. False: storage refused to let it go, which is said.
bool bring_about(World world, const std::optional<Playbook>& before, const std::optional<Playbook>& after, int index) {
    auto& document = world.document;
    auto& list = document.own_playbooks;
    const auto found = place_of(document, before ? before->id : after->id);
    if (!after) {
        if (found == list.end()) return true;
        if (const auto removed = remove_stored_playbook(document, *found, world.platform); !removed) {
            world.view.error = removed.error();
            return false;
        }
        list.erase(found);
    } else if (found == list.end()) {
        OwnPlaybook own;
        own.playbook = *after;
        const auto at = std::clamp(index, 0, static_cast<int>(list.size()));
        mark_changed(world, *list.insert(list.begin() + at, std::move(own)));
    } else {
        found->playbook = *after;
        mark_changed(world, *found);
    }
    list_own_playbooks(document);
    return true;
}

void note(World world, PlaybookChange change) {
    auto& undo = world.document.playbook_undo;
    world.document.playbook_redo.clear();
    change.at_ms = world.platform.now_ms();
    const bool goes_on = !undo.empty() && !change.key.empty() && undo.back().key == change.key && undo.back().after && change.before &&
                         *undo.back().after == *change.before && change.at_ms - undo.back().at_ms < one_step_ms;
    if (goes_on) {
        undo.back().after = std::move(change.after);
        undo.back().at_ms = change.at_ms;
        return;
    }
    undo.push_back(std::move(change));
    if (undo.size() > most_steps) undo.erase(undo.begin());
}

void take(World world, std::vector<PlaybookChange>& from, std::vector<PlaybookChange>& to, std::string_view said) {
    if (from.empty()) return;
    auto change = std::move(from.back());
    from.pop_back();
    const bool back = &from == &world.document.playbook_undo;
    if (!bring_about(world, back ? change.after : change.before, back ? change.before : change.after, change.index)) {
        from.push_back(std::move(change));
        return;
    }
    const auto& there = back ? change.before : change.after;
    if (there) world.view.playbooks.chosen = there->id;
    world.view.drafts.clear();
    show_toast(world.view, world.platform, std::string(said) + change.what, false);
    change.key.clear();
    to.push_back(std::move(change));
}

}

void list_own_playbooks(Document& document) {
    std::erase_if(document.playbooks, [](const Playbook& playbook) { return playbook.edition > 0; });
    for (const auto& own : document.own_playbooks) {
        document.playbooks.push_back(own.playbook);
    }
    ++document.playbooks_revision;
}

void put_playbook(World world, const action::PutPlaybook& action) {
    auto& document = world.document;
    auto playbook = action.playbook;
    auto found = place_of(document, playbook.id);
    const bool is_new = found == document.own_playbooks.end();
    if (is_new) {
        playbook.edition = std::max(1, playbook.edition);
    } else if (playbook == found->playbook) {
        return;
    } else {
        playbook.edition = std::min(most_editions, std::max(playbook.edition, found->playbook.edition + 1));
    }
    if (auto faults = validate(playbook); !faults.empty()) {
        world.view.error = std::move(faults.front());
        return;
    }
    PlaybookChange change;
    change.what = action.what;
    change.key = action.key;
    change.index = is_new ? 0 : static_cast<int>(found - document.own_playbooks.begin());
    if (!is_new) change.before = found->playbook;
    change.after = playbook;
    // One step of typing is one edition.
    if (!action.key.empty() && !document.playbook_undo.empty() && document.playbook_undo.back().key == action.key && change.before &&
        document.playbook_undo.back().before && document.playbook_undo.back().after == change.before &&
        world.platform.now_ms() - document.playbook_undo.back().at_ms < one_step_ms) {
        change.after->edition = std::min(most_editions, std::max(document.playbook_undo.back().before->edition + 1, action.playbook.edition));
    }
    bring_about(world, change.before, change.after, change.index);
    world.view.playbooks.chosen = playbook.id;
    world.view.error.reset();
    if (action.toast) show_toast(world.view, world.platform, change.what, true);
    note(world, std::move(change));
}

void remove_playbook(World world, const std::string& id) {
    const auto found = place_of(world.document, id);
    if (found == world.document.own_playbooks.end()) return;
    PlaybookChange change;
    change.what = "Deleted " + found->playbook.title;
    change.before = found->playbook;
    change.index = static_cast<int>(found - world.document.own_playbooks.begin());
    if (!bring_about(world, change.before, {}, change.index)) return;
    if (world.view.playbooks.chosen == id) world.view.playbooks.chosen.clear();
    show_toast(world.view, world.platform, change.what, true);
    note(world, std::move(change));
}

void undo_playbook(World world) {
    take(world, world.document.playbook_undo, world.document.playbook_redo, "Undone: ");
}

void redo_playbook(World world) {
    take(world, world.document.playbook_redo, world.document.playbook_undo, "Redone: ");
}

void set_playbook_chance(World world, const action::SetPlaybookChance& action) {
    const auto found = place_of(world.document, action.playbook);
    if (found == world.document.own_playbooks.end()) return;
    auto changed = found->playbook;
    if (!action.won_of_100) {
        changed.base.reset();
    } else {
        ForecastTables tables;
        const auto won = std::clamp(*action.won_of_100, 1, 99);
        const auto base = base_for_chance(&changed, won * 10, ForecastSettings{}, tables);
        // Files have six decimals.
        changed.base = BaseRate{std::round(base * 1e6) / 1e6, "You said so on " + world.platform.today().iso() + ": " + std::to_string(won) + " of 100."};
    }
    put_playbook(world, {std::move(changed), {}, "Changed how many are won of " + found->playbook.title, false});
}

void save_playbook_file(World world, const std::string& id) {
    const auto* playbook = find_playbook(world.document, id);
    if (playbook) hand_over(world, file_name_of(playbook->title + " playbook", ".json"), io::write_playbook(*playbook), "application/json");
}

void copy_playbook_link(World world, const std::string& id) {
    const auto* playbook = find_playbook(world.document, id);
    if (!playbook) return;
    const auto link = io::encode_playbook_link(*playbook);
    if (!link) {
        world.view.error = link.error();
        return;
    }
    const auto text = world.platform.link_base() + *link;
    world.view.text_to_copy = text; // shown if the clipboard refuses, see event::CopyDone
    world.platform.copy_text(text);
    show_toast(world.view, world.platform, "Copied the link, " + std::to_string(text.size()) + " characters", false);
}

void show_incoming_playbook(World world, Playbook playbook, std::string_view source) {
    world.view.playbooks.incoming = IncomingPlaybook{std::move(playbook), std::string(source)};
    world.view.playbooks.step.clear();
    world.view.error.reset();
    if (buyer_plan_page_of(world.document)) close_buyer_plan(world);
    go_to(world, Screen::playbooks);
}

void take_incoming_playbook(World world, bool as_copy) {
    auto& incoming = world.view.playbooks.incoming;
    if (!incoming) return;
    auto playbook = std::move(incoming->playbook);
    incoming.reset();
    world.platform.clear_fragment();
    const auto* known = find_playbook(world.document, playbook.id);
    const bool is_own = known && known->edition > 0;
    if (known && !as_copy && *known == playbook) {
        world.view.playbooks.chosen = known->id;
        return;
    }
    auto what = (is_own && !as_copy ? "Updated " : "Added ") + playbook.title;
    // A file that was written by hand, or one of the program's own, has no identity among one's own.
    if (as_copy || playbook.edition == 0 || (known && !is_own) || !is_id(playbook.id)) {
        do {
            playbook.id = make_id_text(world.random);
        } while (find_playbook(world.document, playbook.id));
        playbook.edition = std::max(1, playbook.edition);
        if (as_copy) playbook.title = told_apart(playbook.title, " (copy)");
    }
    put_playbook(world, {std::move(playbook), {}, std::move(what), true});
}

std::optional<std::string> restore_playbook(World world, Playbook playbook) {
    auto& document = world.document;
    const auto same = [&](const OwnPlaybook& own) {
        auto ours = own.playbook;
        ours.id = playbook.id;
        ours.title = playbook.title;
        ours.edition = playbook.edition;
        return ours == playbook && (own.playbook.title == playbook.title || own.playbook.title == told_apart(playbook.title, " (restored)"));
    };
    if (std::ranges::any_of(document.own_playbooks, same)) return {};
    if (!is_id(playbook.id)) playbook.id = make_id_text(world.random);
    if (find_playbook(document, playbook.id) || is_set_aside(document, playbook_key(playbook.id))) {
        playbook.title = told_apart(playbook.title, " (restored)");
        do {
            playbook.id = make_id_text(world.random);
        } while (find_playbook(document, playbook.id));
    }
    playbook.edition = std::max(1, playbook.edition);
    auto title = playbook.title;
    PlaybookChange change;
    change.what = "Restored " + title;
    change.after = playbook;
    change.index = static_cast<int>(document.own_playbooks.size());
    bring_about(world, {}, change.after, change.index);
    note(world, std::move(change));
    return title;
}

}
