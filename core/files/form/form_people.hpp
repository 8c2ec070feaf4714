#pragma once

#include "core/files/form/form.hpp"
#include "core/model/origin_values.hpp"
#include "core/model/stakeholder.hpp"

namespace middleground::io {

template <typename Form>
void describe(Form& form, Described<Form, StanceEvent>& event) {
    form.date("on", event.on);
    form.choice("stance", event.stance);
    form.text("why", event.why);
}

template <typename Form>
void describe(Form& form, Described<Form, PersonOrigin>& origin) {
    form.choice("system", origin.system, OriginSystem::other);
    form.text("id", origin.id);
    form.text("name", origin.name);
    form.text("title", origin.title);
    form.text("function", origin.function);
    form.text("role", origin.role);
    form.text("contact", origin.contact);
}

template <typename Form>
void describe(Form& form, Described<Form, Stakeholder>& person) {
    form.id("id", person.id);
    form.text("name", person.name);
    form.text("title", person.title);
    form.choice("function", person.function, Function::other);
    form.choice("role", person.role, Role::influencer);
    form.whole("influence", person.influence, 50);
    form.whole("openness", person.openness, 50);
    form.list("stances", person.stances);
    form.text("problem", person.problem);
    form.text("needed_outcome", person.needed_outcome);
    form.text("contact", person.contact);
    form.text("notes", person.notes);
    form.date("created", person.created, form.opened());
    std::optional<PersonOrigin> origin;
    if constexpr (!Form::reads) {
        if (person.origin) origin = without_known(*person.origin, values_of(person));
    }
    form.part("origin", origin);
    if constexpr (Form::reads) {
        if (origin) person.origin = with_known(std::move(*origin), values_of(person));
    }
    form.rest(person.extra);
}

template <typename Form>
void describe(Form& form, Described<Form, Influence>& line) {
    form.reference("from", line.from);
    form.reference("to", line.to);
    form.milli("weight", line.weight_milli);
    form.date("created", line.created, form.opened());
    form.rest(line.extra);
}

}
