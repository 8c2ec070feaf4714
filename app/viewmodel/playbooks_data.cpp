#include "app/viewmodel/playbooks_data.hpp"

#include "core/base/sort_list.hpp"
#include "core/base/text.hpp"
#include "core/model/names.hpp"

#include <algorithm>
#include <cmath>
#include <vector>

namespace middleground {

namespace {

std::string lowered_first(std::string text) {
    // "Our default" but not "IT": a word that goes on in capitals is a name.
    const bool capital = !text.empty() && text[0] >= 'A' && text[0] <= 'Z';
    if (capital && text.size() > 1 && text[1] >= 'a' && text[1] <= 'z') {
        text[0] = static_cast<char>(text[0] - 'A' + 'a');
    }
    return text;
}

template <typename E>
std::string listed(const std::vector<E>& values) {
    std::vector<std::string> words;
    for (const auto value : values) {
        auto word = std::string(label_of(value));
        words.push_back(words.empty() ? word : lowered_first(std::move(word)));
    }
    return joined(words);
}

}

std::string odds_words(const PlaybookStep& step) {
    const auto share = step.odds_a / (step.odds_a + step.odds_b);
    const auto tenths = static_cast<int>(std::lround(share * 10));
    if (tenths >= 10) {
        return "Kept nearly every time";
    }
    if (tenths <= 0) {
        return "Hardly ever kept";
    }
    return "Usually kept " + std::to_string(tenths) + " times in 10";
}

std::string days_words(const PlaybookStep& step) {
    auto text = "Usually " + counted(step.days_mode, "day", "days");
    if (step.days_min != step.days_max) {
        text += ", between " + std::to_string(step.days_min) + " and " + std::to_string(step.days_max);
    }
    return text;
}

std::string needs_words(const PlaybookStep& step) {
    auto text = listed(step.functions);
    const auto roles = listed(step.roles);
    if (!text.empty() && !roles.empty()) {
        text += "; as ";
        return text + lowered_first(roles);
    }
    return text + roles;
}

std::string after_words(const Playbook& playbook, const PlaybookStep& step) {
    std::vector<std::string> titles;
    for (const auto& id : step.prerequisites) {
        if (const auto* before = find_step(playbook, id)) {
            titles.push_back(before->title);
        }
    }
    return titles.empty() ? "Nothing, it can come first" : joined(titles);
}

std::string base_words(const Playbook& playbook, std::optional<double> won) {
    if (!won) return {};
    const auto share = "Fresh deals of this kind: about " + std::to_string(std::lround(*won * 100)) + " of 100 won";
    if (!playbook.base) return share + ", by the odds of the steps alone. How such deals usually end is not known.";
    return playbook.base->origin.empty() ? share + '.' : share + ". " + playbook.base->origin;
}

std::string playbook_words(const Playbook& playbook) {
    return counted(static_cast<int>(playbook.steps.size()), "step", "steps") + ", usually " +
           counted(playbook.expected_group_size, "person", "people") + ", a conversation every " +
           counted(playbook.cadence_days, "day", "days");
}

std::string after_numbers(const Playbook& playbook, const PlaybookStep& step) {
    std::vector<std::ptrdiff_t> places;
    for (const auto& id : step.prerequisites) {
        if (const auto* before = find_step(playbook, id)) places.push_back(before - playbook.steps.data() + 1);
    }
    sort_list(places);
    std::string words;
    for (const auto place : places) {
        words += (words.empty() ? "" : ", ") + std::to_string(place);
    }
    return words;
}

std::string own_kept_words(const PlaybookOdds* odds, std::string_view step) {
    const auto* own = odds ? find(*odds, step) : nullptr;
    const int tries = own ? own->kept + own->not_kept : 0;
    return tries == 0 ? std::string() : std::to_string(own->kept) + " of " + std::to_string(tries);
}

PlaybookUse use_of(const Document& document, const Playbook& playbook) {
    PlaybookUse use;
    for (const auto& entry : document.entries) {
        if (entry.deal.playbook != playbook.id || entry.deal.sample) continue;
        ++use.deals;
        use.closed += is_open(entry.deal.outcome) ? 0 : 1;
    }
    return use;
}

std::string own_playbook_words(const Playbook& playbook, const PlaybookUse& use) {
    const auto from = playbook.origin.substr(0, playbook.origin.find(". "));
    auto words = from.empty() ? std::string() : from + (from.ends_with('.') ? " " : ". ");
    words += playbook_words(playbook) + ". ";
    if (use.deals == 0) return words + "Not used in a deal yet.";
    words += "Used in " + counted(use.deals, "deal", "deals");
    return words + (use.closed == 0 ? ", none of them closed." : ", " + std::to_string(use.closed) + " of them closed.");
}

std::string edition_change_words(const EditionChange& change) {
    switch (change.kind) {
    case EditionChangeKind::new_step:
        return "New step: " + change.title + ", " + change.after;
    case EditionChangeKind::gone_step:
        return "No longer a step: " + change.title;
    case EditionChangeKind::title:
        return change.before + " is now called " + change.after;
    case EditionChangeKind::days:
        return change.title + " takes " + change.after;
    case EditionChangeKind::odds:
        return change.title + " is kept " + change.after;
    case EditionChangeKind::prerequisites:
        return change.title + " comes after " + change.after;
    case EditionChangeKind::needs:
        return change.title + " usually needs " + change.after;
    case EditionChangeKind::deciding:
        return change.after + " is the decision";
    case EditionChangeKind::numbers:
        return "Usually " + change.after;
    }
    return {};
}

std::string edition_change_detail(const EditionChange& change) {
    const bool says = !change.before.empty() && change.kind != EditionChangeKind::title;
    return says ? "Until now: " + change.before : std::string();
}

PlaybookMeeting meeting_of(const Playbook& came, const Playbook* here) {
    if (!here || here->edition == 0 || came.edition == 0) return here && *here == came ? PlaybookMeeting::same : PlaybookMeeting::fresh;
    if (came == *here) return PlaybookMeeting::same;
    if (came.edition == here->edition) return PlaybookMeeting::apart;
    return came.edition > here->edition ? PlaybookMeeting::newer : PlaybookMeeting::older;
}

std::string meeting_words(const Playbook& came, const Playbook* here) {
    const auto it = '"' + came.title + '"';
    switch (meeting_of(came, here)) {
    case PlaybookMeeting::fresh:
        return "Look at it, then add " + it + " to yours. Nothing of any deal is in it, and nothing of yours changes.";
    case PlaybookMeeting::same:
        return "You have " + it + " already, in this very edition.";
    case PlaybookMeeting::newer:
        return "You have an earlier edition of it, \"" + here->title + "\" (" + std::to_string(here->edition) + "; this is " + std::to_string(came.edition) +
               "). Your deals keep what they have until you take changes over.";
    case PlaybookMeeting::older:
        return "You have a later edition of it, \"" + here->title + "\" (" + std::to_string(here->edition) + "; this is " + std::to_string(came.edition) + ").";
    case PlaybookMeeting::apart:
        return "You have " + it + " too, and yours was changed in another way since both were the same.";
    }
    return {};
}

}
