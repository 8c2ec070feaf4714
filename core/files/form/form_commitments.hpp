#pragma once

#include "core/files/form/form.hpp"
#include "core/model/commitment.hpp"

namespace middleground::io {

template <typename Form>
void describe(Form& form, Described<Form, Value>& value) {
    form.reference("to", value.to);
    form.text("what", value.what);
    form.text("outcome", value.outcome);
}

template <typename Form>
void describe(Form& form, Described<Form, CommitmentEvent>& event) {
    form.choice("kind", event.kind);
    form.date("on", event.on);
    form.references("who", event.who);
    form.reference("interaction", event.interaction);
    form.text("why", event.why);
    form.date("due", event.due);
}

template <typename Form>
void describe(Form& form, Described<Form, Commitment>& commitment) {
    form.id("id", commitment.id);
    form.text("step", commitment.step);
    form.text("title", commitment.title);
    form.text("ask", commitment.ask);
    form.text("done_when", commitment.done_when);
    form.flag("decides", commitment.decides);
    form.list("value_offered", commitment.value_offered);
    form.references("prerequisites", commitment.prerequisites);
    form.reference("buyer_owner", commitment.buyer_owner);
    form.references("people", commitment.people);
    form.text("evidence", commitment.evidence);
    form.list("events", commitment.events);
    form.date("created", commitment.created, form.opened());
    form.rest(commitment.extra);
}

}
