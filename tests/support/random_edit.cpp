#include "tests/support/random_things.hpp"

#include <utility>

namespace middleground::test {

namespace {

Edit random_fact_edit(Random& random, const Deal& deal) {
    edit::SetDeal set;
    switch (random.below(14)) {
    case 13: {
        const auto fields = random_fields(random, 3);
        auto field = element_of(random, fields);
        if (one_in(random, 4)) field.value = one_in(random, 2) ? "" : "no number";
        if (one_in(random, 6)) field.name.clear();
        auto name = one_in(random, 3) ? element_of(random, fields).name : field.name;
        return edit::SetField{one_in(random, 2) ? StakeholderId{} : element_of(random, ids_of(deal.stakeholders)), std::move(name), std::move(field)};
    }
    case 12:
        return edit::SetSnooze{one_in(random, 9) ? std::string() : "step m0000" + std::to_string(random.below(3)),
                               one_in(random, 3) ? std::nullopt : std::optional(today() + between(random, -1, 30)), today()};
    case 10:
        set.tags = std::vector<Tag>{{one_in(random, 4) ? std::string() : random_text(random) + "tag"}, {"tender"}};
        set.lesson = random_text(random);
        set.client = any_of<Client>(random);
        set.own_base = random.next() % 2 == 0 ? std::optional<OwnBase>() : OwnBase{static_cast<int>(1 + random.next() % 999), "deals.csv"};
        return set;
    case 11:
        set.links = std::vector<DocumentLink>{{random_text(random), one_in(random, 3) ? "javascript:alert(1)" : "https://example.com/a"}};
        set.playbook = one_in(random, 2) ? "renewal" : "";
        if (set.links->front().title.size() % 2 == 0) {
            Random own(set.links->front().title.size()); // what is drawn next stays as it was
            set.planned_with = one_in(own, 4) ? std::nullopt : std::optional(random_playbook(own, "p1ayb0"));
        }
        return set;
    case 0:
        return edit::SetTarget{
            {today() - between(random, -1, 20), today() + between(random, 0, 90), any_of<TargetReason>(random), random_text(random)}};
    case 1:
        return edit::SetOutcome{random_outcome(random, deal.opened)};
    case 2:
        return edit::SetAlternatives{random_alternatives(random)};
    case 3:
        set.opened = today() - between(random, -1, 250);
        return set;
    case 4:
        set.expected_group_size = between(random, -1, 105);
        return set;
    case 5:
        set.amount =
            one_in(random, 3) ? std::nullopt : std::optional(Money{between(random, -1, 100000), one_in(random, 9) ? "euro" : "EUR"});
        return set;
    case 6:
        set.notes = one_in(random, 4) ? std::string("\xff") : random_text(random);
        return set;
    default:
        set.title = random_text(random);
        set.account = random_text(random);
        set.process = any_of<Process>(random);
        return set;
    }
}

Edit random_people_edit(Random& random, const Deal& deal) {
    const auto ids = ids_of(deal.stakeholders);
    switch (random.below(8)) {
    case 7: {
        auto kept = deal.stakeholders.empty() ? Stakeholder{} : element_of(random, deal.stakeholders);
        if (one_in(random, 2)) kept.notes = random_text(random);
        return edit::MergePeople{element_of(random, ids), std::move(kept)};
    }
    case 6:
        return edit::MoveStakeholder{element_of(random, ids), between(random, -2, 15)};
    case 0:
        return edit::RemoveStakeholder{element_of(random, ids)};
    case 1:
        return edit::SetStance{element_of(random, ids), {today() - between(random, -1, 30), any_of<Stance>(random), random_text(random)}};
    case 2:
    case 3:
        return edit::SetInfluence{element_of(random, ids), element_of(random, ids), between(random, -50, 1100), today()};
    default: {
        auto person = random_person(random, deal.opened);
        if (one_in(random, 2)) {
            person.id = element_of(random, ids);
        }
        person.influence += one_in(random, 8) ? 100 : 0;
        return edit::PutStakeholder{std::move(person)};
    }
    }
}

CommitmentEvent random_event(Random& random, const Deal& deal) {
    return {any_of<CommitmentEventKind>(random),
            today() - between(random, -1, one_in(random, 3) ? 60 : 0),
            some_of(random, ids_of(deal.stakeholders)),
            one_in(random, 2) ? InteractionId{} : element_of(random, ids_of(deal.interactions)),
            random_text(random),
            one_in(random, 2) ? std::nullopt : std::optional(today() + between(random, -5, 60)),
            any_of<Asker>(random),
            one_in(random, 3) ? std::optional(today() + between(random, -9, 60)) : std::nullopt};
}

Edit random_commitment_edit(Random& random, const Deal& deal) {
    const auto ids = ids_of(deal.commitments);
    switch (random.below(6)) {
    case 0:
        return edit::RemoveCommitment{element_of(random, ids)};
    case 1:
        return edit::MoveCommitment{element_of(random, ids), between(random, -2, 15)};
    case 2:
    case 3:
        return edit::AddCommitmentEvent{element_of(random, ids), random_event(random, deal)};
    default: {
        auto commitment = random_commitment(random, deal, ids_of(deal.interactions));
        if (one_in(random, 2)) {
            commitment.id = element_of(random, ids);
        }
        commitment.prerequisites = some_of(random, ids);
        commitment.decides = one_in(random, 3);
        return edit::PutCommitment{std::move(commitment)};
    }
    }
}

Edit random_log_edit(Random& random, const Deal& deal) {
    switch (random.below(10)) {
    case 9:
        return edit::SetNextStep{element_of(random, ids_of(deal.interactions)), any_of<NextStepState>(random)};
    case 0:
        return edit::RemoveInteraction{element_of(random, ids_of(deal.interactions))};
    case 1:
        return edit::PutConcern{random_concern(random, deal)};
    case 2:
        return edit::RemoveConcern{element_of(random, ids_of(deal.concerns))};
    case 3:
        return edit::AddConcernEvent{element_of(random, ids_of(deal.concerns)),
                                     {any_of<ConcernEventKind>(random), today() - between(random, 0, 9), {}}};
    case 4:
        return edit::PutPromise{random_promise(random, deal)};
    case 5:
        return edit::RemovePromise{element_of(random, ids_of(deal.promises))};
    case 6:
        return edit::AddPromiseEvent{element_of(random, ids_of(deal.promises)),
                                     {any_of<PromiseEventKind>(random), today() - between(random, 0, 9), {}}};
    default: {
        edit::PutInteraction put{random_interaction(random, deal), {}};
        if (one_in(random, 3)) {
            put.interaction.id = element_of(random, ids_of(deal.interactions));
        } else if (one_in(random, 2)) {
            put.interaction.on = today();
            put.interaction.created = today();
        }
        for (int i = between(random, 0, 1); i > 0; --i) {
            put.answers.push_back({element_of(random, put.interaction.asks), random_event(random, deal)});
        }
        return put;
    }
    }
}

}

Edit random_edit(Random& random, const Deal& deal) {
    if (one_in(random, deal.commitments.empty() ? 3 : 60)) {
        edit::StartPlan start{"small-quick", "Small and quick", any_of<Process>(random), between(random, 0, 105), {}};
        start.commitments.push_back(random_commitment(random, deal, ids_of(deal.interactions)));
        start.commitments.back().decides = true;
        start.commitments.back().prerequisites.clear();
        return start;
    }
    switch (random.below(5)) {
    case 0:
        return random_fact_edit(random, deal);
    case 1:
        return random_people_edit(random, deal);
    case 2:
    case 3:
        return random_commitment_edit(random, deal);
    default:
        return random_log_edit(random, deal);
    }
}

}
