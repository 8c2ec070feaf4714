#include "core/base/sort_list.hpp"
#include "core/model/edit/edit_steps.hpp"

#include "core/model/own_fields/own_fields.hpp"

namespace middleground::edit_steps {

namespace {

void take_out(std::vector<StakeholderId>& list, const StakeholderId& id) {
    std::erase(list, id);
}

void take_out(std::vector<Value>& values, const StakeholderId& id) {
    for (auto& value : values) {
        if (value.to == id) {
            value.to = {};
        }
    }
}

bool only_grew(const std::vector<StanceEvent>& before, const std::vector<StanceEvent>& after) {
    return before.size() <= after.size() && std::equal(before.begin(), before.end(), after.begin());
}

}

Outcome change(Deal& deal, const edit::PutStakeholder& edit, Date) {
    if (auto* person = find_in(deal.stakeholders, edit.stakeholder.id)) {
        auto stances = std::move(person->stances);
        *person = edit.stakeholder;
        if (!only_grew(stances, person->stances)) {
            person->stances = std::move(stances);
        }
    } else {
        deal.stakeholders.push_back(edit.stakeholder);
    }
    return {};
}

Outcome change(Deal& deal, const edit::RemoveStakeholder& edit, Date) {
    const auto& id = edit.id;
    const auto* removed = find_in(deal.stakeholders, id);
    if (removed == nullptr) {
        return gone("person");
    }
    // The next import leaves the person out as well.
    if (deal.origin && removed->origin) deal.origin->removed.push_back({removed->origin->id});
    std::erase_if(deal.stakeholders, [&](const Stakeholder& person) { return person.id == id; });
    std::erase_if(deal.influences, [&](const Influence& line) { return line.from == id || line.to == id; });
    for (auto& commitment : deal.commitments) {
        if (commitment.buyer_owner == id) {
            commitment.buyer_owner = {};
        }
        take_out(commitment.people, id);
        take_out(commitment.value_offered, id);
        for (auto& event : commitment.events) {
            take_out(event.who, id);
        }
    }
    for (auto& promise : deal.promises) {
        if (promise.to == id) {
            promise.to = {};
        }
    }
    std::vector<ConcernId> concerns;
    for (const auto& concern : deal.concerns) {
        if (concern.stakeholder == id) {
            concerns.push_back(concern.id);
        }
    }
    sort_list(concerns);
    std::erase_if(deal.concerns, [&](const Concern& concern) { return concern.stakeholder == id; });
    for (auto& interaction : deal.interactions) {
        take_out(interaction.people, id);
        take_out(interaction.value_given, id);
        std::erase_if(interaction.concerns,
                      [&](const ConcernId& concern) { return std::binary_search(concerns.begin(), concerns.end(), concern); });
    }
    return {};
}

Outcome change(Deal& deal, const edit::MoveStakeholder& edit, Date) {
    if (!move_in(deal.stakeholders, edit.id, edit.to)) return gone("person");
    return {};
}

Outcome change(Deal& deal, const edit::SetStance& edit, Date) {
    auto* person = find_in(deal.stakeholders, edit.id);
    if (person == nullptr) {
        return gone("person");
    }
    // What somebody thought on a day contradicts nothing that they thought later.
    auto& stances = person->stances;
    stances.insert(std::find_if(stances.begin(), stances.end(), [&](const StanceEvent& one) { return one.on > edit.event.on; }), edit.event);
    return {};
}

Outcome change(Deal& deal, const edit::SetField& edit, Date) {
    auto* person = edit.person.empty() ? nullptr : find_in(deal.stakeholders, edit.person);
    if (!edit.person.empty() && person == nullptr) return gone("person");
    auto& fields = person != nullptr ? person->fields : deal.fields;
    fields = with_field(std::move(fields), edit.name, edit.field);
    return {};
}

Outcome change(Deal& deal, const edit::SetInfluence& edit, Date) {
    const auto line = std::find_if(deal.influences.begin(), deal.influences.end(),
                                   [&](const Influence& one) { return one.from == edit.from && one.to == edit.to; });
    if (edit.weight_milli == 0) {
        if (line != deal.influences.end()) {
            deal.influences.erase(line);
        }
    } else if (line != deal.influences.end()) {
        line->weight_milli = edit.weight_milli;
    } else {
        deal.influences.push_back({edit.from, edit.to, edit.weight_milli, edit.on, {}});
    }
    return {};
}

}
