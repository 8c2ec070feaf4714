#include "app/viewmodel/page_summary.hpp"

#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"

namespace middleground {

namespace {

std::string deal_summary(const Deal& deal, const Derived& derived) {
    const auto name = deal_name(deal);
    if (!is_open(deal.outcome)) return name + ". This deal is closed.";
    if (deal.commitments.empty()) return name + ". This deal has no plan yet.";
    const auto kept = std::to_string(derived.kept) + " of " + counted(step_count(deal), "commitment", "commitments") + " kept.";
    const auto* ask = first_ask(derived);
    if (ask == nullptr) return name + ". Nothing to ask for now. " + kept;
    return name + ". Next: " + ask->title + ". " + kept;
}

}

std::string page_summary(const SummaryParts& parts) {
    switch (parts.screen) {
    case Screen::deal:
        return deal_summary(*parts.deal, *parts.derived);
    case Screen::merge:
        return "Two copies of " + deal_name(*parts.deal) + ", compared.";
    case Screen::playbooks:
        return counted(static_cast<int>(parts.document.playbooks.size()), "playbook", "playbooks") + ": how deals usually go.";
    default: // their first heading says it
        return {};
    }
}

}
