#include "core/model/playbooks/playbook_edits.hpp"

#include "core/base/code_point.hpp"
#include "core/base/text.hpp"
#include "core/model/limits.hpp"

#include <algorithm>
#include <cmath>

namespace middleground {

namespace {

constexpr std::size_t longest_step_id = 40;
constexpr double usual_weight = 10; // of odds that nobody has measured

PlaybookStep* find_in(Playbook& playbook, std::string_view step) {
    return const_cast<PlaybookStep*>(find_step(playbook, step));
}

std::unexpected<Error> gone() {
    return fail("That step is no longer in the playbook", {}, "Undo brings it back.");
}

std::string quoted(const PlaybookStep& step) {
    return '"' + step.title + '"';
}

// "Build consensus" is "build-consensus", or what tells it from one that has this already.
std::string step_id_for(const Playbook& playbook, std::string_view title) {
    std::string id;
    for (const char letter : folded(title)) {
        const bool plain = (letter >= 'a' && letter <= 'z') || (letter >= '0' && letter <= '9');
        if (plain) id += letter;
        if (!plain && !id.empty() && id.back() != '-') id += '-';
        if (id.size() == longest_step_id) break;
    }
    while (id.ends_with('-')) {
        id.pop_back();
    }
    if (id.empty()) id = "step";
    const auto taken = [&](std::string_view one) { return find_step(playbook, one) != nullptr; };
    if (!taken(id)) return id;
    int number = 2;
    while (taken(id + '-' + std::to_string(number))) {
        ++number;
    }
    return id + '-' + std::to_string(number);
}

// The way along prerequisites, from the first to the second; empty when there is none. A step in between is visited once.
std::vector<const PlaybookStep*> way(const Playbook& playbook, const PlaybookStep& from, const PlaybookStep& to) {
    std::vector<int> came_from(playbook.steps.size(), -1);
    const auto place_of = [&](const PlaybookStep& step) { return static_cast<std::size_t>(&step - playbook.steps.data()); };
    std::vector<std::size_t> queue{place_of(from)};
    came_from[queue.front()] = static_cast<int>(queue.front());
    for (std::size_t next = 0; next < queue.size(); ++next) {
        const auto& step = playbook.steps[queue[next]];
        if (&step == &to) break;
        for (const auto& id : step.prerequisites) {
            const auto* before = find_step(playbook, id);
            if (!before || came_from[place_of(*before)] >= 0) continue;
            came_from[place_of(*before)] = static_cast<int>(queue[next]);
            queue.push_back(place_of(*before));
        }
    }
    if (came_from[place_of(to)] < 0) return {};
    std::vector<const PlaybookStep*> steps{&to};
    while (steps.back() != &from) {
        steps.push_back(&playbook.steps[static_cast<std::size_t>(came_from[place_of(*steps.back())])]);
    }
    std::ranges::reverse(steps);
    return steps;
}

Result<Playbook> checked(Playbook playbook) {
    auto faults = validate(playbook);
    if (!faults.empty()) return std::unexpected(std::move(faults.front()));
    return playbook;
}

std::string within(std::string text, int limit) {
    return std::string(cut_to(text, static_cast<std::size_t>(limit)));
}

}

Playbook new_playbook(std::string id, std::string title) {
    Playbook playbook;
    playbook.id = std::move(id);
    playbook.title = within(std::move(title), Limits::short_text);
    playbook.edition = 1;
    PlaybookStep decision;
    decision.id = "decision";
    decision.title = "Decision";
    decision.days_min = 3;
    decision.days_mode = 10;
    decision.days_max = 30;
    decision.decides = true;
    set_kept_of_ten(decision, 7);
    playbook.steps.push_back(std::move(decision));
    return playbook;
}

Playbook copied_playbook(const Playbook& of, std::string id, std::string title) {
    auto copy = of;
    copy.id = std::move(id);
    copy.title = within(std::move(title), Limits::short_text);
    copy.edition = 1;
    copy.origin = within("From " + of.title + '.' + (of.origin.empty() ? "" : " " + of.origin), Limits::long_text);
    return copy;
}

Result<Playbook> with_new_step(Playbook playbook, std::string_view behind, std::string title) {
    if (trimmed(title).empty()) return fail("The step has no title", {}, "Type what the buyer promises to do.");
    PlaybookStep step;
    step.id = step_id_for(playbook, title);
    step.title = std::move(title);
    step.days_min = 3;
    step.days_mode = 7;
    step.days_max = 21;
    set_kept_of_ten(step, 7);
    const auto* before = find_step(playbook, behind);
    auto place = playbook.steps.end();
    if (before && !before->decides) {
        step.prerequisites = {before->id};
        for (auto& other : playbook.steps) {
            std::ranges::replace(other.prerequisites, before->id, step.id);
        }
        place = playbook.steps.begin() + (before - playbook.steps.data()) + 1;
    } else {
        place = std::ranges::find(playbook.steps, true, &PlaybookStep::decides);
        if (place != playbook.steps.end()) {
            step.prerequisites = std::move(place->prerequisites);
            place->prerequisites = {step.id};
        }
    }
    playbook.steps.insert(place, std::move(step));
    return checked(std::move(playbook));
}

Result<Playbook> without_step(Playbook playbook, std::string_view step) {
    const auto* found = find_step(playbook, step);
    if (!found) return gone();
    if (found->decides) {
        return fail(quoted(*found) + " is the decision, which every playbook ends with", {}, "Mark another step as the decision first.");
    }
    const auto removed = *found;
    std::erase_if(playbook.steps, [&](const PlaybookStep& one) { return one.id == removed.id; });
    for (auto& other : playbook.steps) {
        auto& list = other.prerequisites;
        const auto place = std::ranges::find(list, removed.id);
        if (place == list.end()) continue;
        std::vector<std::string> inherited;
        for (const auto& id : removed.prerequisites) {
            if (std::ranges::find(list, id) == list.end()) inherited.push_back(id);
        }
        list.insert(list.erase(place), inherited.begin(), inherited.end());
    }
    return checked(std::move(playbook));
}

Result<Playbook> with_step_moved(Playbook playbook, std::string_view step, int to) {
    const auto* found = find_step(playbook, step);
    if (!found) return gone();
    const auto from = playbook.steps.begin() + (found - playbook.steps.data());
    const auto target = playbook.steps.begin() + std::clamp(to, 0, static_cast<int>(playbook.steps.size()) - 1);
    if (target > from) {
        std::rotate(from, from + 1, target + 1);
    } else {
        std::rotate(target, from, from + 1);
    }
    return playbook;
}

Result<Playbook> with_step(Playbook playbook, PlaybookStep step) {
    auto* found = find_in(playbook, step.id);
    if (!found) return gone();
    if (step.decides) {
        for (auto& other : playbook.steps) {
            other.decides = false;
        }
    }
    *found = std::move(step);
    return checked(std::move(playbook));
}

Result<Playbook> with_prerequisites(Playbook playbook, std::string_view step, std::vector<std::string> prerequisites) {
    auto* found = find_in(playbook, step);
    if (!found) return gone();
    found->prerequisites = std::move(prerequisites);
    for (const auto& id : found->prerequisites) {
        const auto* before = find_step(playbook, id);
        const auto around = before ? way(playbook, *before, *found) : std::vector<const PlaybookStep*>();
        if (around.empty()) continue;
        std::string words;
        for (std::size_t i = 0; i + 1 < around.size(); ++i) {
            words += (words.empty() ? "" : ", which waits for ") + quoted(*around[i]);
        }
        return fail(quoted(*found) + " cannot come after " + quoted(*before),
                    words.empty() ? "a step cannot wait for itself" : words + " waits for " + quoted(*found) + " already", "Remove that first, or choose another step.");
    }
    return checked(std::move(playbook));
}

void set_days(PlaybookStep& step, StepDay which, int days) {
    days = std::clamp(days, 0, 3650);
    switch (which) {
    case StepDay::least:
        step.days_min = days;
        step.days_mode = std::max(step.days_mode, days);
        break;
    case StepDay::usual:
        step.days_mode = days;
        step.days_min = std::min(step.days_min, days);
        break;
    case StepDay::most:
        step.days_max = days;
        step.days_mode = std::min(step.days_mode, days);
        step.days_min = std::min(step.days_min, days);
        break;
    }
    step.days_max = std::max(step.days_max, step.days_mode);
}

int kept_of_ten(const PlaybookStep& step) {
    return static_cast<int>(std::lround(10 * step.odds_a / (step.odds_a + step.odds_b)));
}

void set_kept_of_ten(PlaybookStep& step, int kept) {
    const auto sum = step.odds_a + step.odds_b;
    const auto weight = sum > usual_weight ? sum : usual_weight;
    const auto share = std::clamp(static_cast<double>(kept) / 10, 0.04, 0.96); // nothing is certain
    // Files have six decimals.
    step.odds_a = std::round(weight * share * 1e6) / 1e6;
    step.odds_b = std::round((weight - step.odds_a) * 1e6) / 1e6;
}

std::vector<const PlaybookStep*> possible_prerequisites(const Playbook& playbook, const PlaybookStep& step) {
    std::vector<const PlaybookStep*> possible;
    const auto* own = find_step(playbook, step.id);
    if (!own) return possible;
    for (const auto& other : playbook.steps) {
        const bool has = std::ranges::find(own->prerequisites, other.id) != own->prerequisites.end();
        if (&other != own && !has && way(playbook, other, *own).empty()) possible.push_back(&other);
    }
    return possible;
}

}
