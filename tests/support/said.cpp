#include "tests/support/said.hpp"

#include "tests/support/analysis.hpp"

#include <algorithm>
#include <cstdlib>

namespace middleground::test {

namespace {

Date day(std::string_view text) {
    return Date::parse(text).value();
}

void add(Deal& deal, std::string id, std::string name, Role role, Stance stance) {
    Stakeholder person;
    person.id.text = std::move(id);
    person.created = day("2026-03-02");
    person.name = std::move(name);
    person.role = role;
    if (stance != Stance::unknown) person.stances.push_back({day("2026-04-01"), stance, {}});
    deal.stakeholders.push_back(std::move(person));
}

Commitment& commit(Deal& deal, std::string id, std::string title) {
    Commitment commitment;
    commitment.id.text = std::move(id);
    commitment.created = day("2026-03-02");
    commitment.title = std::move(title);
    deal.commitments.push_back(std::move(commitment));
    return deal.commitments.back();
}

}

Deal said_deal() {
    Deal deal;
    deal.id.text = "kestre";
    deal.created = deal.opened = day("2026-03-02");
    deal.title = "Service portal";
    deal.account = "Kestrel Elevators";
    deal.seller = "Alex Hill";
    deal.playbook = "ten-commitments";
    add(deal, "aaaaa1", "Dana Cole", Role::influencer, Stance::champion);
    add(deal, "aaaaa2", "Igor Petrov", Role::influencer, Stance::neutral);
    add(deal, "aaaaa3", "Klaus Reuter", Role::approver, Stance::neutral);
    add(deal, "aaaaa4", "Frank Moser", Role::decision_maker, Stance::supportive);
    add(deal, "aaaaa5", "Hal Meyer", Role::decision_maker, Stance::unknown);
    add(deal, "aaaaa6", "May Chen", Role::user, Stance::supportive);
    add(deal, "aaaaa7", "Anna Berg", Role::user, Stance::supportive);
    add(deal, "aaaaa8", "Anna Holm", Role::evaluator, Stance::supportive);
    using enum CommitmentEventKind;
    auto& time = commit(deal, "bbbbb1", "Time");
    time.events = {{asked, day("2026-03-03"), {{"aaaaa1"}}, {}, {}, {}}, {kept, day("2026-03-10"), {}, {}, {}, {}}};
    auto& invest = commit(deal, "bbbbb2", "Invest");
    invest.prerequisites = {{"bbbbb1"}};
    invest.events = {{asked, day("2026-06-01"), {{"aaaaa3"}}, {}, {}, {}}};
    auto& decide = commit(deal, "bbbbb3", "Decide");
    decide.prerequisites = {{"bbbbb2"}};
    decide.decides = true;
    return deal;
}

StakeholderId person_of(const Deal& deal, std::string_view name) {
    const auto found = std::ranges::find(deal.stakeholders, name, &Stakeholder::name);
    if (found == deal.stakeholders.end()) std::abort();
    return found->id;
}

void put(Deal& deal, const Logged& entry) {
    Interaction interaction;
    interaction.id.text = "cccc" + std::to_string(10 + deal.interactions.size());
    interaction.on = interaction.created = day(entry.on);
    interaction.kind = entry.kind;
    interaction.direction = entry.direction;
    for (const auto& name : entry.people) {
        interaction.people.push_back(person_of(deal, name));
    }
    interaction.summary = entry.text;
    deal.interactions.push_back(std::move(interaction));
}

std::string said_in(const Deal& deal, Date today) {
    std::string words;
    for (const auto& fact : said_facts(deal, playbook_of(deal), *english().said, today)) {
        if (!words.empty()) words += ", ";
        const auto* commitment = find(deal, fact.commitment);
        switch (fact.kind) {
        case SaidKind::left:
            words += "left " + name_of(deal, fact.person);
            break;
        case SaidKind::not_before:
            words += (commitment ? commitment->title : name_of(deal, fact.person)) + " not before";
            break;
        case SaidKind::asked_for_decision:
            words += "asked " + name_of(deal, fact.person);
            break;
        }
        words += ' ' + fact.day.iso();
    }
    return words;
}

std::string said_in(const Logged& entry) {
    auto deal = said_deal();
    put(deal, entry);
    return said_in(deal);
}

}
