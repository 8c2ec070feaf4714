#include "tests/support/crowded_deal.hpp"

#include <algorithm>
#include <array>

namespace middleground::test {

namespace {

constexpr int days_open = 400;

constexpr std::array<std::string_view, 15> names{"Elena Brandt",
                                                 "Marcus Olsen",
                                                 "Tom Hadley",
                                                 "Priya Nair",
                                                 "Judith Kramer",
                                                 "Wolfeschlegelsteinhausenbergerdorff-Vandenbroucke von Hohenstein-Sigmaringen",
                                                 "Amir Rahimi",
                                                 "Sofia Lindqvist",
                                                 "Nguyễn Thị Minh Khai",
                                                 "Γιώργος Παπαδόπουλος",
                                                 "Екатерина Воробьёва",
                                                 "Ana",
                                                 "José María de la Santísima Trinidad Fernández",
                                                 "Łukasz Żółć",
                                                 "Ola"};
constexpr std::array<std::string_view, 5> verbs{"Agree", "Review", "Write down", "Bring together", "Choose"};
constexpr std::array<std::string_view, 8> things{
    "the pilot's scope",        "the cost of staying",
    "the security answers",     "all six functions",
    "the depots to start with", "the figures of the first month",
    "the contract's annexes",   "who owns the roll-out after the first year, depot by depot and shift by shift"};

Stakeholder person(int i, Date opened, Random& random) {
    Stakeholder stakeholder;
    stakeholder.id = StakeholderId::make(random);
    stakeholder.created = opened;
    const auto count = static_cast<int>(names.size());
    stakeholder.name = names[static_cast<std::size_t>(i % count)];
    if (i >= count) stakeholder.name += " " + std::to_string(i / count + 1);
    stakeholder.title = "Head of something with a name of its own";
    stakeholder.function = static_cast<Function>(i % 12);
    stakeholder.role = static_cast<Role>(i % 6);
    stakeholder.influence = 30 + (i * 17) % 70;
    if (i % 4 != 3) {
        stakeholder.stances.push_back({opened + i, static_cast<Stance>(1 + i % 5), "said so in the first meeting"});
    }
    stakeholder.problem = "Late trucks cost two contracts a year, and nobody can say which route was at fault";
    stakeholder.needed_outcome = "No more lost contracts";
    return stakeholder;
}

Commitment commitment(int i, int count, const Deal& deal, Random& random) {
    Commitment made;
    made.id = CommitmentId::make(random);
    made.created = deal.opened;
    made.title = std::string(verbs[static_cast<std::size_t>(i % 5)]) + " " + std::string(things[static_cast<std::size_t>(i % 8)]);
    made.ask = "Could you and your colleagues do this by the end of next week? I bring what is needed, yours to keep.";
    made.done_when = "It is written down and everyone named has seen it";
    made.decides = i == count - 1;
    for (const int back : {1, 3}) {
        if (i >= back && (i + back) % 3 == 0) {
            made.prerequisites.push_back(deal.commitments[static_cast<std::size_t>(i - back)].id);
        }
    }
    const auto& owner = deal.stakeholders[static_cast<std::size_t>(i) % deal.stakeholders.size()];
    made.buyer_owner = owner.id;
    made.people = {owner.id};
    const Date day = deal.opened + i * 120 / count;
    made.events.push_back({CommitmentEventKind::planned, deal.opened, {}, {}, {}, {}});
    if (i < count * 3 / 4) {
        made.events.push_back({CommitmentEventKind::asked, day, {owner.id}, {}, {}, {}});
    }
    if (i < count / 2) {
        made.events.push_back({CommitmentEventKind::agreed, day + 5, {owner.id}, {}, {}, {}});
        made.events.push_back({CommitmentEventKind::due, day + 5, {}, {}, {}, deal.opened + days_open + i});
    }
    if (i < count * 3 / 10) {
        made.events.push_back({CommitmentEventKind::kept, day + 15, {}, {}, {}, {}});
    }
    return made;
}

Interaction interaction(int i, int count, const Deal& deal, Random& random) {
    const auto people = deal.stakeholders.size();
    const auto place = static_cast<std::size_t>(i);
    Interaction happened;
    happened.id = InteractionId::make(random);
    happened.on = deal.opened + i * (days_open - 1) / count;
    happened.created = happened.on;
    happened.kind = static_cast<InteractionKind>(i % 6);
    happened.people = {deal.stakeholders[place % people].id, deal.stakeholders[(place + 4) % people].id};
    happened.summary = "Went through the figures of week " + std::to_string(i) +
                       ". The night shift wants the plan by 18:00, finance wants to see one depot first.";
    if (i % 3 == 0) {
        happened.asks = {deal.commitments[place % deal.commitments.size()].id};
    }
    if (i % 4 == 0) {
        happened.value_given.push_back({happened.people.front(), "A page with what each depot loses", {}});
    }
    return happened;
}

}

Deal crowded_deal(Date today, const Crowd& crowd) {
    Random random(20260601);
    Deal deal;
    deal.id = DealId::make(random);
    deal.opened = today - days_open;
    deal.created = deal.opened;
    deal.title = "Delivery planning for forty-one depots, three subsidiaries and the cold-chain business in the north";
    deal.account = "Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft";
    deal.amount = Money{1234567800, "EUR"};
    deal.expected_group_size = std::min(crowd.people, 100); // the most that is allowed
    deal.targets.push_back({deal.opened, today + 60, TargetReason::buyer_event, "peak season"});
    for (int i = 0; i < crowd.people; ++i) {
        deal.stakeholders.push_back(person(i, deal.opened, random));
    }
    for (int i = 1; i < crowd.people; ++i) {
        deal.influences.push_back({deal.stakeholders[static_cast<std::size_t>(i / 2)].id,
                                   deal.stakeholders[static_cast<std::size_t>(i)].id,
                                   150 + i % 15 * 30,
                                   deal.opened,
                                   {}});
    }
    for (int i = 0; i < crowd.commitments; ++i) {
        deal.commitments.push_back(commitment(i, crowd.commitments, deal, random));
    }
    for (int i = 0; i < crowd.interactions; ++i) {
        deal.interactions.push_back(interaction(i, crowd.interactions, deal, random));
    }
    for (int i = 0; i < crowd.people; i += 2) {
        deal.concerns.push_back({ConcernId::make(random),
                                 deal.opened,
                                 deal.stakeholders[static_cast<std::size_t>(i)].id,
                                 "Payback takes too long, and the last roll-out took twice the time",
                                 {{ConcernEventKind::raised, deal.opened + i, {}}},
                                 {}});
    }
    return deal;
}

Deal huge_deal(Date today) {
    return crowded_deal(today, {.people = 200, .commitments = 500, .interactions = 1000});
}

}
