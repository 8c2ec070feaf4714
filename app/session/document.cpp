#include "app/session/document.hpp"

#include <algorithm>

namespace middleground {

Entry* find_entry(Document& document, const DealId& id) {
    const auto found = std::ranges::find(document.entries, id, [](const Entry& entry) { return entry.deal.id; });
    return found == document.entries.end() ? nullptr : &*found;
}

const Entry* find_entry(const Document& document, const DealId& id) {
    const auto found = std::ranges::find(document.entries, id, [](const Entry& entry) { return entry.deal.id; });
    return found == document.entries.end() ? nullptr : &*found;
}

const Deal* shown_deal(const Document& document) {
    if (const auto* preview = preview_of(document)) return &preview->deal;
    const auto* entry = find_entry(document, open_id(document));
    return entry ? &entry->deal : nullptr;
}

std::uint64_t shown_revision(const Document& document) {
    if (const auto* preview = preview_of(document)) return preview->revision;
    const auto* entry = find_entry(document, open_id(document));
    return entry ? entry->revision : 0;
}

bool has_own_open_deal(const Document& document) {
    return std::ranges::any_of(document.entries, [](const Entry& entry) {
        return !entry.archived && !entry.deal.sample && entry.sharing != Sharing::colleagues && is_open(entry.deal.outcome);
    });
}

bool is_set_aside(const Document& document, std::string_view key) {
    return std::ranges::find(document.damaged, key, &Damaged::key) != document.damaged.end();
}

const Playbook* find_playbook(const Document& document, std::string_view id) {
    const auto found = std::ranges::find(document.playbooks, id, &Playbook::id);
    return found == document.playbooks.end() ? nullptr : &*found;
}

const Playbook* playbook_of(const Document& document, const Deal& deal) {
    return playbook_of(document.playbooks, deal);
}

bool is_about_archive(const WorkspaceStep& step) {
    return step.kind == WorkspaceStep::Kind::archived || step.kind == WorkspaceStep::Kind::unarchived;
}

namespace {

// On Deals any, in a deal only its creation or archiving.
bool is_step_in_reach(const Document& document, const std::vector<WorkspaceStep>& steps) {
    if (steps.empty()) return false;
    const auto& last = steps.back();
    return open_id(document).empty() || (last.id == open_id(document) && (last.kind == WorkspaceStep::Kind::created || is_about_archive(last)));
}

}

bool can_undo_step(const Document& document) {
    return is_step_in_reach(document, document.undo_steps);
}

bool can_redo_step(const Document& document) {
    return !document.redo_steps.empty() && (open_id(document).empty() || is_step_in_reach(document, document.redo_steps));
}

std::string undo_what(const Document& document) {
    if (screen_of(document) == Screen::playbooks) return document.playbook_undo.empty() ? std::string() : document.playbook_undo.back().what;
    const auto* entry = find_entry(document, open_id(document));
    if (entry && entry->history.can_undo()) {
        return entry->history.undo_what();
    }
    return can_undo_step(document) ? document.undo_steps.back().what : std::string();
}

std::string redo_what(const Document& document) {
    if (screen_of(document) == Screen::playbooks) return document.playbook_redo.empty() ? std::string() : document.playbook_redo.back().what;
    const auto* entry = find_entry(document, open_id(document));
    if (entry && entry->history.can_redo()) {
        return entry->history.redo_what();
    }
    return can_redo_step(document) ? document.redo_steps.back().what : std::string();
}

}
