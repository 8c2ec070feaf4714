#pragma once

#include "core/files/form/form.hpp"
#include "core/model/buyer_plan.hpp"
#include "core/model/names.hpp"

namespace middleground::io {

template <typename Form>
void describe(Form& form, Described<Form, PlanPerson>& person) {
    form.id("id", person.id);
    form.text("name", person.name);
    form.text("title", person.title);
    form.choice("function", person.function, Function::other);
}

template <typename Form>
void describe(Form& form, Described<Form, PlanValue>& value) {
    form.text("what", value.what);
}

template <typename Form>
void describe(Form& form, Described<Form, PlanStep>& step) {
    form.id("id", step.id);
    form.text("title", step.title);
    form.text("done_when", step.done_when);
    form.choice("state", step.state, SharedState::open);
    form.date("since", step.since);
    form.date("due", step.due);
    form.reference("owner", step.owner);
    form.list("value", step.value);
}

template <typename Form>
void describe(Form& form, Described<Form, BuyerEvent>& event) {
    form.date("date", event.date);
    form.text("what", event.what);
}

// No unknown members: what is not listed is not shared.
template <typename Form>
void describe(Form& form, Described<Form, BuyerPlan>& plan) {
    form.id("id", plan.id);
    form.text("account", plan.account);
    form.text("seller", plan.seller);
    form.date("made_on", plan.made_on);
    form.opened_on(plan.made_on);
    form.part("event", plan.event);
    form.list("people", plan.people);
    form.list("steps", plan.steps);
}

}
