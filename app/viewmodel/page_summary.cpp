#include "app/viewmodel/page_summary.hpp"

#include "app/viewmodel/forecast_words.hpp"
#include "core/analysis/phrases.hpp"
#include "core/base/text.hpp"
#include "core/model/words/shown_name.hpp"

#include <algorithm>

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

std::string log_summary(const Deal& deal, Date today) {
    const auto count = static_cast<int>(deal.interactions.size());
    if (count == 0) return "Nothing is logged yet.";
    const auto last = std::ranges::max_element(deal.interactions, {}, &Interaction::on);
    return counted(count, "entry in the log", "entries in the log") + ", the last of " + short_date(last->on, today) + ".";
}

std::string forecast_summary(const Outlook* outlook, Date today) {
    if (outlook == nullptr || outlook->none) return "There is no forecast of this deal.";
    if (!outlook->forecast) return "The forecast is being worked out.";
    return headline_words(*outlook->forecast, today);
}

}

std::string page_summary(const SummaryParts& parts) {
    switch (parts.screen) {
    case Screen::deal:
        return deal_summary(*parts.deal, *parts.derived);
    case Screen::log:
        return log_summary(*parts.deal, parts.today);
    case Screen::forecast:
        return forecast_summary(parts.outlook, parts.today);
    case Screen::brief:
        return "Brief for the next meeting with " + name_of_deal(*parts.deal) + ".";
    case Screen::share:
        return "Share " + name_of_deal(*parts.deal) + ": a plan for the buyer, or everything for a colleague.";
    case Screen::merge:
        return "Two copies of " + name_of_deal(*parts.deal) + ", compared.";
    case Screen::playbooks:
        return counted(static_cast<int>(parts.document.playbooks.size()), "playbook", "playbooks") + ": how deals usually go.";
    case Screen::deals:
    case Screen::commitments:
    case Screen::people:
    case Screen::settings:
    case Screen::imports:
        return {};
    }
    return {};
}

}
