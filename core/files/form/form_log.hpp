#pragma once

#include "core/files/form/form_commitments.hpp"
#include "core/model/concern.hpp"
#include "core/model/interaction.hpp"
#include "core/model/our_promise.hpp"

namespace middleground::io {

template <typename Form>
void describe(Form& form, Described<Form, PromiseEvent>& event) {
    form.choice("kind", event.kind);
    form.date("on", event.on);
    form.text("note", event.note);
}

template <typename Form>
void describe(Form& form, Described<Form, OurPromise>& promise) {
    form.id("id", promise.id);
    form.reference("to", promise.to);
    form.text("what", promise.what);
    form.date("due", promise.due);
    form.list("events", promise.events);
    form.date("created", promise.created, promise.events.empty() ? form.opened() : promise.events.front().on);
    form.rest(promise.extra);
}

template <typename Form>
void describe(Form& form, Described<Form, NextStep>& next) {
    form.reference("commitment", next.commitment);
    form.date("on", next.on);
    form.text("what", next.what);
    form.choice("state", next.state, NextStepState::planned);
}

template <typename Form>
void describe(Form& form, Described<Form, Interaction>& interaction) {
    form.id("id", interaction.id);
    form.date("on", interaction.on);
    form.choice("kind", interaction.kind, InteractionKind::meeting);
    form.choice("direction", interaction.direction, Direction::mutual);
    form.references("people", interaction.people);
    form.text("summary", interaction.summary);
    form.references("asks", interaction.asks);
    form.references("concerns", interaction.concerns);
    form.list("value_given", interaction.value_given);
    form.part("next", interaction.next);
    form.flag("answered", interaction.answered);
    form.date("created", interaction.created, interaction.on);
    form.rest(interaction.extra);
}

template <typename Form>
void describe(Form& form, Described<Form, ConcernEvent>& event) {
    form.choice("kind", event.kind);
    form.date("on", event.on);
    form.text("note", event.note);
}

template <typename Form>
void describe(Form& form, Described<Form, Concern>& concern) {
    form.id("id", concern.id);
    form.reference("stakeholder", concern.stakeholder);
    form.text("text", concern.text);
    form.list("events", concern.events);
    form.date("created", concern.created, concern.events.empty() ? form.opened() : concern.events.front().on);
    form.rest(concern.extra);
}

}
