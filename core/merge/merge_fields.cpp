#include "core/merge/merge_fields.hpp"

namespace middleground::merging {

void merge_fields(Fields<Deal>& fields) {
    fields.value("title", "Title", &Deal::title);
    fields.value("account", "Account", &Deal::account);
    fields.value("amount", "Amount", &Deal::amount);
    fields.value("seller", "Seller", &Deal::seller);
    fields.value("playbook", "Playbook", &Deal::playbook);
    fields.value("opened", "Opened", &Deal::opened);
    fields.log("targets", "Target date", &Deal::targets);
    fields.value("process", "Who sets the steps", &Deal::process);
    fields.value("outcome", "Outcome", &Deal::outcome);
    fields.value("expected_group_size", "Expected group size", &Deal::expected_group_size);
    fields.value("sample", "Is a sample", &Deal::sample);
    fields.value("notes", "Notes", &Deal::notes);
    fields.set("tags", "Tags", &Deal::tags);
    fields.set("links", "Links", &Deal::links);
    fields.value("lesson", "Lesson", &Deal::lesson);
    fields.created(&Deal::created);
    fields.origin(&Deal::origin);
    fields.unknown(&Deal::extra);
}

void merge_fields(Fields<Stakeholder>& fields) {
    fields.value("name", "Name", &Stakeholder::name);
    fields.value("title", "Title", &Stakeholder::title);
    fields.value("function", "Function", &Stakeholder::function);
    fields.value("role", "Role", &Stakeholder::role);
    fields.value("influence", "Influence", &Stakeholder::influence);
    fields.value("openness", "Openness", &Stakeholder::openness);
    fields.log("stances", "Stance", &Stakeholder::stances);
    fields.value("problem", "Problem", &Stakeholder::problem);
    fields.value("needed_outcome", "Needed outcome", &Stakeholder::needed_outcome);
    fields.value("contact", "Contact", &Stakeholder::contact);
    fields.value("notes", "Notes", &Stakeholder::notes);
    fields.created(&Stakeholder::created);
    fields.origin(&Stakeholder::origin);
    fields.unknown(&Stakeholder::extra);
}

void merge_fields(Fields<Influence>& fields) {
    fields.value("weight", "Weight", &Influence::weight_milli);
    fields.created(&Influence::created);
    fields.unknown(&Influence::extra);
}

void merge_fields(Fields<Commitment>& fields) {
    fields.value("step", "Step of the playbook", &Commitment::step);
    fields.value("title", "Title", &Commitment::title);
    fields.value("ask", "How to ask for it", &Commitment::ask);
    fields.value("done_when", "Done when", &Commitment::done_when);
    fields.set("value_offered", "What they get for it", &Commitment::value_offered);
    fields.set("prerequisites", "Waits for", &Commitment::prerequisites);
    fields.value("buyer_owner", "Owner on their side", &Commitment::buyer_owner);
    fields.set("people", "Who has to agree", &Commitment::people);
    fields.value("evidence", "How we know it was kept", &Commitment::evidence);
    fields.log("events", "What happened", &Commitment::events);
    fields.created(&Commitment::created);
    fields.unknown(&Commitment::extra);
}

void merge_fields(Fields<OurPromise>& fields) {
    fields.value("to", "To", &OurPromise::to);
    fields.value("what", "What we promised", &OurPromise::what);
    fields.value("due", "Due", &OurPromise::due);
    fields.log("events", "What happened", &OurPromise::events);
    fields.created(&OurPromise::created);
    fields.unknown(&OurPromise::extra);
}

void merge_fields(Fields<Interaction>& fields) {
    fields.value("on", "Date", &Interaction::on);
    fields.value("kind", "Kind", &Interaction::kind);
    fields.value("direction", "Direction", &Interaction::direction);
    fields.set("people", "Who took part", &Interaction::people);
    fields.value("summary", "Summary", &Interaction::summary);
    fields.set("asks", "Asked for", &Interaction::asks);
    fields.set("concerns", "Concerns", &Interaction::concerns);
    fields.set("value_given", "What you gave", &Interaction::value_given);
    fields.value("next", "What is next", &Interaction::next);
    fields.value("answered", "Answered", &Interaction::answered);
    fields.created(&Interaction::created);
    fields.unknown(&Interaction::extra);
}

void merge_fields(Fields<Concern>& fields) {
    fields.value("stakeholder", "Whose it is", &Concern::stakeholder);
    fields.value("text", "Concern", &Concern::text);
    fields.log("events", "What happened", &Concern::events);
    fields.created(&Concern::created);
    fields.unknown(&Concern::extra);
}

void merge_fields(Fields<Alternative>& fields) {
    fields.value("kind", "Kind", &Alternative::kind);
    fields.value("notes", "Notes", &Alternative::notes);
    fields.unknown(&Alternative::extra);
}

}
