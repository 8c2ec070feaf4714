#include "app/session/own_odds.hpp"

#include <algorithm>

namespace middleground {

namespace {

std::uint64_t mixed(std::uint64_t hash, std::uint64_t value) {
    return (hash ^ value) * 0x100000001b3u;
}

bool is_closed(const Entry& entry) {
    return !std::holds_alternative<Open>(entry.deal.outcome);
}

// Those of which own closed deals may say something: of others it is the deal's own note that counts.
bool is_earlier_edition(const Document& document, const Deal& deal) {
    const auto& noted = deal.planned_with;
    if (!noted || noted->id != deal.playbook) return false;
    const auto* present = find_playbook(document, deal.playbook);
    return !present || present->edition != noted->edition;
}

}

bool OwnOdds::refresh(const Document& document, Date today) {
    std::uint64_t now = mixed(0xcbf29ce484222325u, static_cast<std::uint64_t>(today.days()));
    now = mixed(now, document.playbooks_revision);
    for (const auto& entry : document.entries) {
        if (is_closed(entry)) now = mixed(now, entry.revision);
        if (is_earlier_edition(document, entry.deal)) now = mixed(now, static_cast<std::uint64_t>(entry.deal.planned_with->edition));
    }
    if (now == seen_ && playbooks_.size() >= document.playbooks.size()) return false;
    seen_ = now;
    std::vector<Deal> closed;
    for (const auto& entry : document.entries) {
        if (is_closed(entry)) closed.push_back(entry.deal);
    }
    playbooks_.clear();
    odds_.clear();
    auto all = document.playbooks;
    // Behind them the earlier editions that deals note: whoever looks for a playbook by its id finds the present one first.
    for (const auto& entry : document.entries) {
        if (is_earlier_edition(document, entry.deal) && playbook_of(all, entry.deal) == &*entry.deal.planned_with) all.push_back(*entry.deal.planned_with);
    }
    for (const auto& playbook : all) {
        const int deals = calibrating_deals(playbook, closed);
        odds_.push_back({deals, step_odds_of(playbook, closed, today)});
        playbooks_.push_back(deals == 0 ? playbook : with_odds(playbook, odds_.back().steps));
    }
    return true;
}

const PlaybookOdds* OwnOdds::find(std::string_view playbook) const {
    const auto found = std::ranges::find(playbooks_, playbook, &Playbook::id);
    return found == playbooks_.end() ? nullptr : &odds_[static_cast<std::size_t>(found - playbooks_.begin())];
}

bool OwnOdds::any() const {
    return std::ranges::any_of(odds_, [](const PlaybookOdds& one) { return one.deals > 0; });
}

const StepOdds* find(const PlaybookOdds& odds, std::string_view step) {
    const auto found = std::ranges::find(odds.steps, step, &StepOdds::step);
    return found == odds.steps.end() ? nullptr : &*found;
}

}
