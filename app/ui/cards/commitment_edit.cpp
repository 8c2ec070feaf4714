#include "app/ui/cards/commitment_edit.hpp"

#include "app/session/action.hpp"
#include "app/session/view_state.hpp"
#include "app/ui/context.hpp"
#include "core/model/deal.hpp"

namespace middleground {

bool takes_commitment_focus(const Context& context, std::string_view label) {
    if (context.view.focus_field != label) {
        return false;
    }
    context.view.focus_field.clear();
    return true;
}

void type_commitment(const Context& context, Commitment commitment, std::string_view field) {
    auto key = std::string(field) + " of " + commitment.id.text;
    context.act(apply_edit(edit::PutCommitment{std::move(commitment)}, std::move(key)));
}

void put_commitment(const Context& context, Commitment commitment) {
    context.act(apply_edit(edit::PutCommitment{std::move(commitment)}));
}

PeopleToChoose people_to_choose(const Context& context, const StakeholderId& id, std::string_view nobody) {
    PeopleToChoose people{{}, {Choice{nobody}}, 0};
    people.names.reserve(context.deal->stakeholders.size()); // the choices point at them
    for (const auto& person : context.deal->stakeholders) {
        if (person.id == id) {
            people.chosen = static_cast<int>(people.choices.size());
        }
        people.choices.push_back({people.names.emplace_back(name_of(*context.deal, person.id))});
    }
    return people;
}

StakeholderId chosen_person(const Context& context, int index) {
    return index == 0 ? StakeholderId{} : context.deal->stakeholders[static_cast<std::size_t>(index - 1)].id;
}

}
