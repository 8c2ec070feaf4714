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

constexpr std::size_t most_looked_at = 100; // steps: this is asked in every frame

const WorkspaceStep::Mark* find_mark(const WorkspaceStep& step, const DealId& id) {
    const auto found = std::ranges::lower_bound(step.marks, id, {}, &WorkspaceStep::Mark::id);
    return found != step.marks.end() && found->id == id ? &*found : nullptr;
}

bool is_import_untouched(const Document& document, const WorkspaceStep& step) {
    return std::ranges::none_of(document.entries, [&](const Entry& entry) {
        if (!entry.history.can_undo() && !entry.history.can_redo() && entry.sharing == Sharing::alone) return false;
        const auto* known = find_mark(step, entry.deal.id);
        return known && (known->mark != entry.history.mark() || (known->added && entry.sharing != Sharing::alone));
    });
}

// Whether it can be taken without taking along what was done later.
bool loses_nothing(const Document& document, const WorkspaceStep& step, HistoryWay way) {
    using Kind = WorkspaceStep::Kind;
    const bool back = way == HistoryWay::back;
    if (step.kind == Kind::imported) return is_import_untouched(document, step);
    const auto* entry = find_entry(document, step.id);
    if (step.kind == Kind::edited) return entry && (back ? entry->history.undo_what() : entry->history.redo_what()) == step.what;
    if (is_about_archive(step)) return entry && entry->archived == ((step.kind == Kind::archived) == back);
    const bool leaves = step.kind == (back ? Kind::created : Kind::removed);
    if (!leaves) return true;
    return entry && entry->history.mark() == step.mark && (!back || entry->sharing == Sharing::alone);
}

bool is_about(const WorkspaceStep& step, const DealId& id) {
    if (step.id == id || find_mark(step, id)) return true;
    return step.kind == WorkspaceStep::Kind::merged &&
           ((step.entry && step.entry->deal.id == id) || std::ranges::find(step.added, id) != step.added.end());
}

bool share_a_deal(const WorkspaceStep& one, const WorkspaceStep& other) {
    if (!one.id.empty() && is_about(other, one.id)) return true;
    if (!other.id.empty() && is_about(one, other.id)) return true;
    return std::ranges::any_of(one.marks, [&](const WorkspaceStep::Mark& mark) { return find_mark(other, mark.id); });
}

// On Deals any, in a deal only its creation or archiving.
bool is_in_reach(const Document& document, const WorkspaceStep& step) {
    return open_id(document).empty() || (step.id == open_id(document) && (step.kind == WorkspaceStep::Kind::created || is_about_archive(step)));
}

}

std::optional<std::size_t> next_step(const Document& document, HistoryWay way) {
    const auto& steps = way == HistoryWay::back ? document.undo_steps : document.redo_steps;
    std::vector<const WorkspaceStep*> passed;
    for (auto at = steps.size(); at > 0 && steps.size() - at < most_looked_at; --at) {
        const auto& step = steps[at - 1];
        const bool waits = std::ranges::any_of(passed, [&](const WorkspaceStep* over) { return share_a_deal(*over, step); });
        if (!waits && loses_nothing(document, step, way)) {
            if (!is_in_reach(document, step)) return {};
            return at - 1;
        }
        // A change or archiving that is over in the deal's own history stands in nobody's way.
        if (waits || (step.kind != WorkspaceStep::Kind::edited && !is_about_archive(step))) passed.push_back(&step);
    }
    return {};
}

std::string undo_what(const Document& document) {
    if (screen_of(document) == Screen::playbooks) return document.playbook_undo.empty() ? std::string() : document.playbook_undo.back().what;
    const auto* entry = find_entry(document, open_id(document));
    if (entry && entry->history.can_undo()) {
        return entry->history.undo_what();
    }
    const auto at = next_step(document, HistoryWay::back);
    return at ? document.undo_steps[*at].what : std::string();
}

std::string redo_what(const Document& document) {
    if (screen_of(document) == Screen::playbooks) return document.playbook_redo.empty() ? std::string() : document.playbook_redo.back().what;
    const auto* entry = find_entry(document, open_id(document));
    if (entry && entry->history.can_redo()) {
        return entry->history.redo_what();
    }
    const auto at = next_step(document, HistoryWay::forward);
    return at ? document.redo_steps[*at].what : std::string();
}

}
