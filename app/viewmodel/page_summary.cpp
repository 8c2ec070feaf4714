#include "app/viewmodel/page_summary.hpp"

#include "core/base/text.hpp"

namespace middleground {

namespace {

std::string name_of_deal(const Deal& deal) {
    const auto& name = deal.account.empty() ? deal.title : deal.account;
    return name.empty() ? "A deal without a name" : name;
}

std::string deal_summary(const Deal& deal, const Derived& derived) {
    const auto name = name_of_deal(deal);
    if (!is_open(deal.outcome)) return name + ". This deal is closed.";
    if (deal.commitments.empty()) return name + ". This deal has no plan yet.";
    const auto kept = std::to_string(derived.kept) + " of " + counted(static_cast<int>(deal.commitments.size()), "commitment", "commitments") + " kept.";
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
        return "Two copies of " + name_of_deal(*parts.deal) + ", compared.";
    case Screen::playbooks:
        return counted(static_cast<int>(parts.document.playbooks.size()), "playbook", "playbooks") + ": how deals usually go.";
    default: // their first heading says it
        return {};
    }
}

}
