#include "core/model/playbooks/edition_changes.hpp"

#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"
#include "core/model/playbooks/playbook_edits.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

const Commitment* commitment_of(const Deal& deal, const std::string& step) {
    const auto found = std::ranges::find(deal.commitments, step, &Commitment::step);
    return found == deal.commitments.end() ? nullptr : &*found;
}

// Nothing that they said or did hangs on it yet.
bool is_free(const Commitment& commitment) {
    const auto state = state_of(commitment);
    return state == CommitmentState::planned || state == CommitmentState::asked;
}
// What it takes and how often it is kept may still matter.
bool counts(const Deal& deal, const std::string& step) {
    const auto* commitment = commitment_of(deal, step);
    return !commitment || is_free(*commitment);
}

// As the steps say, in the deal's ids; steps without a commitment are passed by.
std::vector<CommitmentId> mapped(const Deal& deal, const std::vector<std::string>& steps) {
    std::vector<CommitmentId> ids;
    for (const auto& step : steps) {
        if (const auto* commitment = commitment_of(deal, step)) ids.push_back(commitment->id);
    }
    return ids;
}

template <typename V>
bool same_set(std::vector<V> one, std::vector<V> other) {
    sort_list(one);
    sort_list(other);
    return one == other;
}

bool has_usual_prerequisites(const Deal& deal, const Commitment& commitment, const PlaybookStep& base) {
    return is_free(commitment) && same_set(commitment.prerequisites, mapped(deal, base.prerequisites));
}

std::string days_of(const PlaybookStep& step) {
    return std::to_string(step.days_min) + ", " + std::to_string(step.days_mode) + ", " + counted(step.days_max, "day", "days");
}

std::string odds_of(const PlaybookStep& step) {
    return std::to_string(kept_of_ten(step)) + " in 10";
}

std::string after_of(const Playbook& playbook, const PlaybookStep& step) {
    std::vector<std::string> titles;
    for (const auto& id : step.prerequisites) {
        if (const auto* before = find_step(playbook, id)) titles.push_back(before->title);
    }
    return titles.empty() ? "nothing" : joined(titles);
}

std::string needs_of(const PlaybookStep& step) {
    std::vector<std::string> words;
    for (const auto function : step.functions) {
        words.emplace_back(label_of(function));
    }
    for (const auto role : step.roles) {
        words.emplace_back(label_of(role));
    }
    return words.empty() ? "nobody in particular" : joined(words);
}

std::string numbers_of(const Playbook& playbook) {
    auto words = counted(playbook.expected_group_size, "person", "people") + ", a conversation every " + counted(playbook.cadence_days, "day", "days");
    if (playbook.base) {
        const auto hundredths = std::lround(playbook.base->log_odds * 100);
        words += ", base " + std::string(hundredths < 0 ? "-" : "+") + std::to_string(std::abs(hundredths) / 100) + '.' +
                 std::to_string(std::abs(hundredths) % 100 / 10) + std::to_string(std::abs(hundredths) % 10);
    }
    return words;
}

bool same_numbers(const Playbook& one, const Playbook& other) {
    const auto base = [](const Playbook& of) { return of.base ? std::optional(of.base->log_odds) : std::nullopt; };
    return one.cadence_days == other.cadence_days && one.expected_group_size == other.expected_group_size && base(one) == base(other);
}

void add_step_changes(const Deal& deal, const Playbook& base, const Playbook& now, const PlaybookStep& step, std::vector<EditionChange>& changes) {
    using enum EditionChangeKind;
    const auto* was = find_step(base, step.id);
    const auto* commitment = commitment_of(deal, step.id);
    const auto add = [&](EditionChangeKind kind, std::string before, std::string after) {
        changes.push_back({kind, step.id, commitment ? commitment->title : step.title, std::move(before), std::move(after)});
    };
    if (!was) return add(new_step, {}, "after " + after_of(now, step));
    const bool untitled = commitment && is_free(*commitment) && commitment->title == was->title;
    if (step.title != was->title && untitled) add(title, was->title, step.title);
    const bool free = counts(deal, step.id);
    if (free && days_of(step) != days_of(*was)) add(days, days_of(*was), days_of(step));
    if (free && (step.odds_a != was->odds_a || step.odds_b != was->odds_b)) add(odds, odds_of(*was), odds_of(step));
    const bool usual = commitment ? has_usual_prerequisites(deal, *commitment, *was) : true;
    if (usual && !same_set(step.prerequisites, was->prerequisites)) add(prerequisites, after_of(base, *was), after_of(now, step));
    if (free && (!same_set(step.functions, was->functions) || !same_set(step.roles, was->roles) || step.buyer_title != was->buyer_title)) {
        add(needs, needs_of(*was), needs_of(step));
    }
    const auto decides = [](const Commitment& one) { return one.decides; };
    const auto decision = std::ranges::find_if(deal.commitments, decides);
    const bool movable = commitment && is_free(*commitment) && decision != deal.commitments.end() && is_free(*decision);
    if (step.decides && !was->decides && movable) add(EditionChangeKind::deciding, decision->title, commitment->title);
}

bool contains(std::span<const EditionChange> taken, EditionChangeKind kind, const std::string& step) {
    return std::ranges::any_of(taken, [&](const EditionChange& one) { return one.kind == kind && one.step == step; });
}

// With the new steps that what is taken names: what comes after a step needs that step.
std::vector<EditionChange> with_needed(const Playbook& base, const Playbook& now, std::span<const EditionChange> taken) {
    std::vector<EditionChange> all(taken.begin(), taken.end());
    for (std::size_t i = 0; i < all.size(); ++i) {
        const bool names = all[i].kind == EditionChangeKind::prerequisites || all[i].kind == EditionChangeKind::new_step;
        const auto* step = names ? find_step(now, all[i].step) : nullptr;
        if (!step) continue;
        for (const auto& id : step->prerequisites) {
            if (!find_step(base, id) && !contains(all, EditionChangeKind::new_step, id)) all.push_back({EditionChangeKind::new_step, id, {}, {}, {}});
        }
    }
    return all;
}

// The edition with what is taken; what a step names that the edition has not is left out.
Playbook edition_with(const Playbook& base, const Playbook& now, std::span<const EditionChange> taken) {
    using enum EditionChangeKind;
    auto edition = base;
    const auto slim = *planned_with(now);
    std::erase_if(edition.steps, [&](const PlaybookStep& step) { return contains(taken, gone_step, step.id); });
    for (const auto& step : slim.steps) {
        if (contains(taken, new_step, step.id)) {
            auto fresh = step;
            fresh.decides = false;
            const auto decision = std::ranges::find(edition.steps, true, &PlaybookStep::decides);
            edition.steps.insert(decision, std::move(fresh));
            continue;
        }
        const auto found = std::ranges::find(edition.steps, step.id, &PlaybookStep::id);
        if (found == edition.steps.end()) continue;
        auto& mine = *found;
        if (contains(taken, title, step.id)) mine.title = step.title;
        if (contains(taken, days, step.id)) {
            mine.days_min = step.days_min;
            mine.days_mode = step.days_mode;
            mine.days_max = step.days_max;
        }
        if (contains(taken, odds, step.id)) {
            mine.odds_a = step.odds_a;
            mine.odds_b = step.odds_b;
        }
        if (contains(taken, needs, step.id)) {
            mine.functions = step.functions;
            mine.roles = step.roles;
            mine.buyer_title = step.buyer_title;
        }
        if (contains(taken, prerequisites, step.id)) mine.prerequisites = step.prerequisites;
        if (contains(taken, EditionChangeKind::deciding, step.id)) {
            for (auto& other : edition.steps) {
                other.decides = other.id == step.id;
            }
        }
    }
    if (contains(taken, numbers, {})) {
        edition.cadence_days = slim.cadence_days;
        edition.expected_group_size = slim.expected_group_size;
        edition.base = slim.base;
    }
    for (auto& step : edition.steps) {
        std::erase_if(step.prerequisites, [&](const std::string& id) { return find_step(edition, id) == nullptr; });
    }
    return edition;
}

}

std::vector<EditionChange> edition_changes(const Deal& deal, const Playbook& now) {
    std::vector<EditionChange> changes;
    if (!deal.planned_with || deal.playbook != now.id || now.edition == 0 || !is_open(deal.outcome)) return changes;
    const auto& base = *deal.planned_with;
    for (const auto& step : now.steps) {
        add_step_changes(deal, base, now, step, changes);
    }
    for (const auto& step : base.steps) {
        if (find_step(now, step.id)) continue;
        const auto* commitment = commitment_of(deal, step.id);
        const bool free = !commitment || (!was_asked(*commitment) && is_open(*commitment) && !commitment->decides && commitment->title == step.title);
        if (free) changes.push_back({EditionChangeKind::gone_step, step.id, step.title, {}, {}});
    }
    if (!same_numbers(base, now)) changes.push_back({EditionChangeKind::numbers, {}, now.title, numbers_of(base), numbers_of(now)});
    sort_list(changes, {}, [](const EditionChange& one) { return one.kind == EditionChangeKind::new_step ? 0 : 1; });
    return changes;
}

Result<std::vector<Edit>> edits_to_take(const Deal& deal, const Playbook& now, std::span<const EditionChange> wanted, Date today, Random& random) {
    using enum EditionChangeKind;
    std::vector<Edit> edits;
    if (!deal.planned_with || now.edition == 0) return edits;
    const auto& base = *deal.planned_with;
    const auto taken = with_needed(base, now, wanted);
    const auto all = edition_changes(deal, now);
    const bool whole = std::ranges::all_of(all, [&](const EditionChange& one) { return contains(taken, one.kind, one.step); });
    auto edition = whole ? *planned_with(now) : edition_with(base, now, taken);
    if (auto faults = validate(edition); !faults.empty()) {
        return fail("This change cannot be taken without others: " + faults.front().what, faults.front().where, "Take all of them.");
    }
    // Worked out on a copy, so that new commitments can be named by others.
    Deal later = deal;
    for (const auto& step : now.steps) {
        if (!contains(taken, new_step, step.id) || commitment_of(deal, step.id)) continue;
        Playbook alone;
        alone.steps = {step};
        auto commitment = planned_commitments(alone, today, random).front();
        commitment.decides = false;
        later.commitments.push_back(commitment);
    }
    for (const auto& step : now.steps) {
        auto* commitment = const_cast<Commitment*>(commitment_of(later, step.id));
        const auto* was = find_step(base, step.id);
        if (!commitment) continue;
        const bool fresh = contains(taken, new_step, step.id) && !commitment_of(deal, step.id);
        if (fresh || contains(taken, prerequisites, step.id)) {
            commitment->prerequisites = mapped(later, fresh || !was ? find_step(edition, step.id)->prerequisites : step.prerequisites);
        }
        if (contains(taken, title, step.id)) commitment->title = step.title;
        if (contains(taken, EditionChangeKind::deciding, step.id)) commitment->decides = true;
    }
    // New ones first without what they wait for: they may wait for each other.
    for (std::size_t i = deal.commitments.size(); i < later.commitments.size(); ++i) {
        auto bare = later.commitments[i];
        bare.prerequisites.clear();
        edits.push_back(edit::PutCommitment{std::move(bare)});
    }
    for (std::size_t i = 0; i < later.commitments.size(); ++i) {
        const bool fresh = i >= deal.commitments.size();
        if (fresh ? !later.commitments[i].prerequisites.empty() : later.commitments[i] != deal.commitments[i]) {
            edits.push_back(edit::PutCommitment{later.commitments[i]});
        }
    }
    // A new one stands where the playbook has it: before the first that waits for it.
    for (std::size_t i = deal.commitments.size(); i < later.commitments.size(); ++i) {
        const auto& id = later.commitments[i].id;
        const auto waits = [&](const Commitment& one) { return std::ranges::find(one.prerequisites, id) != one.prerequisites.end(); };
        const auto first = std::ranges::find_if(later.commitments, waits);
        const auto decides = std::ranges::find(later.commitments, true, &Commitment::decides);
        const auto place = std::min(first, decides) - later.commitments.begin();
        if (place < static_cast<std::ptrdiff_t>(i)) edits.push_back(edit::MoveCommitment{id, static_cast<int>(place)});
    }
    for (const auto& change : taken) {
        const auto* commitment = change.kind == gone_step ? commitment_of(deal, change.step) : nullptr;
        if (commitment) edits.push_back(edit::RemoveCommitment{commitment->id});
    }
    edit::SetDeal set;
    set.planned_with = std::optional(std::move(edition));
    if (contains(taken, numbers, {}) && deal.expected_group_size == base.expected_group_size) set.expected_group_size = now.expected_group_size;
    edits.push_back(std::move(set));
    return edits;
}

}
